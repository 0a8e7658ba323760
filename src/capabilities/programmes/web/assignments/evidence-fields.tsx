import { useState } from 'react'
import { X } from 'lucide-react'
import { createKey } from '#platform/web/api.ts'
import { formatBytes } from '#platform/web/format.ts'
import { Button, IconButton } from '#platform/web/ui/button.tsx'
import { TextField } from '#platform/web/ui/field.tsx'
import { FileDrop } from '#platform/web/ui/file-drop.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { ProgressBar } from '#platform/web/ui/progress-bar.tsx'
import type { Evidence } from '../../domain/assignment.ts'
import { sendEvidence } from './api.ts'
import { nameEvidence } from './evidence-words.ts'
import './evidence-fields.css'

interface Sending {
  readonly key: string
  readonly file: File
  readonly share: number
  readonly error?: unknown
}

/** Files, addresses and figures that show what was done; a file is sent as soon as it is chosen. */
export const EvidenceFields = ({
  assignment,
  value,
  onChange,
  onBusy,
}: {
  readonly assignment: string
  readonly value: readonly Evidence[]
  /** Told what it was before: files arrive one after the other. */
  readonly onChange: (change: (before: readonly Evidence[]) => readonly Evidence[]) => void
  readonly onBusy: (isBusy: boolean) => void
}) => {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const drop = (key: string): void => setSending((before) => before.filter((one) => one.key !== key))
  const send = async (key: string, file: File): Promise<void> => {
    const set = (change: Partial<Sending>): void =>
      setSending((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)))
    onBusy(true)
    try {
      const kept = await sendEvidence(assignment, file, { key, onProgress: (share) => set({ share }) })
      const one: Evidence = { kind: 'file', sha256: kept.sha256, name: kept.name }
      onChange((before) =>
        before.some((other) => other.kind === 'file' && other.sha256 === kept.sha256)
          ? before
          : [...before, one],
      )
      drop(key)
    } catch (error) {
      set({ error })
    } finally {
      onBusy(false)
    }
  }
  const take = async (files: readonly File[]): Promise<void> => {
    const fresh = files.map((file) => ({ key: createKey(), file, share: 0 }))
    setSending((before) => [...before, ...fresh])
    for (const { key, file } of fresh) await send(key, file)
  }
  return (
    <fieldset className="evidence-fields">
      <legend className="field__label">
        Minh chứng <span className="field__optional">(không bắt buộc)</span>
      </legend>
      {value.length > 0 && (
        <ul className="evidence-fields__list">
          {value.map((one, i) => (
            <li key={i}>
              <span>{nameEvidence(one)}</span>
              <IconButton
                isSmall
                label={`Bỏ ${nameEvidence(one)}`}
                onClick={() => onChange((before) => before.filter((other) => other !== one))}
              >
                <X className="icon" aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {sending.map(({ key, file, share, error }) =>
        error === undefined ? (
          <ProgressBar key={key} label={file.name} share={share} note={formatBytes(file.size)} />
        ) : (
          <ProblemNotice
            key={key}
            error={error}
            actions={
              <>
                <Button
                  isSmall
                  onClick={() => {
                    drop(key)
                    void take([file])
                  }}
                >
                  Gửi lại {file.name}
                </Button>
                <Button isSmall onClick={() => drop(key)}>
                  Bỏ tệp này
                </Button>
              </>
            }
          />
        ),
      )}
      <FileDrop
        label="Ảnh hoặc tệp"
        hint="JPG, PNG, PDF, Word, Excel; mỗi tệp đến 25 MB."
        accept=".jpg,.jpeg,.png,.pdf,.docx,.xlsx"
        isMany
        onFiles={(files) => void take(files)}
      />
      <OtherEvidence onAdd={(one) => onChange((before) => [...before, one])} />
    </fieldset>
  )
}

/** An address or a figure; seldom needed, so it waits behind its words. */
const OtherEvidence = ({ onAdd }: { readonly onAdd: (one: Evidence) => void }) => {
  const [url, setUrl] = useState('')
  const [what, setWhat] = useState('')
  const [value, setValue] = useState('')
  const [unit, setUnit] = useState('')
  const number = Number(value.trim().replaceAll('.', '').replace(',', '.'))
  const isFigure = what.trim() !== '' && value.trim() !== '' && Number.isFinite(number)
  return (
    <details className="evidence-fields__other">
      <summary>Thêm đường dẫn hoặc số liệu</summary>
      <div className="evidence-fields__line">
        <TextField label="Đường dẫn" placeholder="https://" value={url} onChange={setUrl} />
        <Button
          isSmall
          disabled={!/^https?:\/\/\S+$/u.test(url.trim())}
          onClick={() => {
            onAdd({ kind: 'link', url: url.trim(), name: null })
            setUrl('')
          }}
        >
          Thêm đường dẫn
        </Button>
      </div>
      <div className="evidence-fields__line">
        <TextField label="Số liệu về" placeholder="điểm đen đã xử lý" value={what} onChange={setWhat} />
        <TextField label="Số" inputMode="decimal" value={value} onChange={setValue} />
        <TextField label="Đơn vị" placeholder="điểm" value={unit} onChange={setUnit} />
        <Button
          isSmall
          disabled={!isFigure}
          onClick={() => {
            onAdd({ kind: 'figure', what: what.trim(), value: number, unit: unit.trim() || null })
            setWhat('')
            setValue('')
            setUnit('')
          }}
        >
          Thêm số liệu
        </Button>
      </div>
    </details>
  )
}
