import { useState } from 'react'
import { formatRecurrence } from '#kernel/recurrence.ts'
import { formatPartialDate, parsePartialDate } from '#kernel/partial-date.ts'
import { Button } from '#platform/web/ui/button.tsx'
import type { Choice } from '#platform/web/ui/combo-box.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Checkbox, Select, TextArea, TextField } from '#platform/web/ui/field.tsx'
import { Comparator, DeadlineKind, deadlineWords, Frequency } from '../contract.ts'
import { checkValue } from '../domain/value-check.ts'
import type { ProposalKind, ProposalValue } from '../domain/review-api.ts'
import { comparatorWords } from '../domain/target-words.ts'
import { PartyFields } from './party-fields.tsx'
import { kindWords } from './words.ts'
import './proposal-editor.css'

interface EditorProps {
  readonly title: string
  readonly initial: ProposalValue
  readonly choices: readonly Choice[]
  readonly confirmLabel: string
  readonly onSave: (value: ProposalValue) => void
  readonly onClose: () => void
}

/** A blank value of a kind, for what is added by hand. */
export const blankValue = (kind: ProposalKind): ProposalValue => {
  switch (kind) {
    case 'task':
      return { kind, text: '', lead: [], partners: [], due: null, recurrence: null, output: null }
    case 'target':
      return {
        kind,
        indicator: '',
        comparator: '>=',
        value: null,
        unit: null,
        direction: null,
        baseline: null,
      }
    case 'deadline':
      return { kind, deadline: 'due', on: null, recurrence: null, what: '', who: [] }
    case 'reporting':
      return { kind, frequency: ['monthly'], from: [], to: null }
    case 'trigger':
      return { kind, when: '', must: '' }
  }
}

/** One dialog for any proposal; what is impossible is said beside its field, nothing is bent into shape. */
export const ProposalEditor = ({ title, initial, choices, confirmLabel, onSave, onClose }: EditorProps) => {
  const [value, setValue] = useState(initial)
  const [isTried, setTried] = useState(false)
  const issues = new Map(
    [...listEmpty(value), ...checkValue(value, initial)].map(
      (issue) => [issue.field, issue.message] as const,
    ),
  )
  const error = (field: string): string | undefined => (isTried ? issues.get(field) : undefined)
  return (
    <Dialog
      title={title}
      isOpen
      isFirm
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            onClick={() => {
              setTried(true)
              if (issues.size === 0) onSave(value)
            }}
          >
            {confirmLabel}
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <div className="editor">
        <Fields value={value} onChange={setValue} choices={choices} error={error} />
      </div>
    </Dialog>
  )
}

const EMPTY = 'Không để trống mục này.'

const listEmpty = (value: ProposalValue): { field: string; message: string }[] => {
  const texts: Readonly<Record<string, string>> =
    value.kind === 'task'
      ? { text: value.text }
      : value.kind === 'target'
        ? { indicator: value.indicator }
        : value.kind === 'deadline'
          ? { what: value.what }
          : value.kind === 'trigger'
            ? { when: value.when, must: value.must }
            : {}
  const empty = Object.entries(texts).filter(([, text]) => text.trim() === '')
  const issues = empty.map(([field]) => ({ field, message: EMPTY }))
  if (value.kind === 'reporting' && value.frequency.length === 0) {
    issues.push({ field: 'frequency', message: 'Chọn ít nhất một chu kỳ báo cáo.' })
  }
  return issues
}

interface FieldsProps<V = ProposalValue> {
  readonly value: V
  readonly onChange: (value: ProposalValue) => void
  readonly choices: readonly Choice[]
  readonly error: (field: string) => string | undefined
}

const Fields = ({ value, ...rest }: FieldsProps) => {
  switch (value.kind) {
    case 'task':
      return <TaskFields value={value} {...rest} />
    case 'target':
      return <TargetFields value={value} {...rest} />
    case 'deadline':
      return <DeadlineFields value={value} {...rest} />
    case 'reporting':
      return <ReportingFields value={value} {...rest} />
    case 'trigger':
      return (
        <>
          <TextArea
            label="Khi"
            value={value.when}
            error={rest.error('when')}
            onChange={(when) => rest.onChange({ ...value, when })}
          />
          <TextArea
            label="Thì phải"
            value={value.must}
            error={rest.error('must')}
            onChange={(must) => rest.onChange({ ...value, must })}
          />
        </>
      )
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** Typed as the offices write; kept as it is while it cannot be read, so that the check can say so. */
const PartialDateField = ({
  label,
  value,
  error,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly error: string | undefined
  readonly onChange: (value: string | null) => void
}) => {
  const [typed, setTyped] = useState(value === null ? '' : formatPartialDate(value))
  return (
    <TextField
      label={label}
      isOptional
      hint="Ví dụ: 30/6/2026, tháng 6/2026, quý II/2026, năm 2030"
      value={typed}
      error={error}
      onChange={(text) => {
        setTyped(text)
        onChange(text.trim() === '' ? null : (parsePartialDate(text) ?? text))
      }}
    />
  )
}

const recurrences = [
  ['', 'không lặp lại'],
  ['daily', 'hằng ngày'],
  ['weekly', 'hằng tuần'],
  ['monthly', 'hằng tháng'],
  ['quarterly', 'hằng quý'],
  ['every 6 months', '06 tháng một lần'],
  ['yearly', 'hằng năm'],
] as const

const RecurrenceField = ({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) => {
  const known = recurrences.some(([code]) => code === (value ?? ''))
  const options = recurrences.map(([code, label]) => ({ value: code as string, label: label as string }))
  return (
    <Select
      label="Chu kỳ"
      value={value ?? ''}
      options={known ? options : [...options, { value: value ?? '', label: value ?? '' }]}
      onChange={(code) => onChange(code === '' ? null : code)}
    />
  )
}

const TaskFields = ({ value, onChange, choices, error }: FieldsProps<ProposalValue & { kind: 'task' }>) => (
  <>
    <TextArea
      label={kindWords.task}
      rows={6}
      value={value.text}
      error={error('text')}
      onChange={(text) => onChange({ ...value, text })}
    />
    <PartyFields
      label="Chủ trì"
      value={value.lead}
      choices={choices}
      onChange={(lead) => onChange({ ...value, lead })}
    />
    <PartyFields
      label="Phối hợp"
      value={value.partners}
      choices={choices}
      onChange={(partners) => onChange({ ...value, partners })}
    />
    <PartialDateField
      label="Hạn hoàn thành"
      value={value.due}
      error={error('due')}
      onChange={(due) => onChange({ ...value, due })}
    />
    <RecurrenceField value={value.recurrence} onChange={(recurrence) => onChange({ ...value, recurrence })} />
    <TextField
      label="Kết quả, sản phẩm"
      isOptional
      value={value.output ?? ''}
      onChange={(text) => onChange({ ...value, output: orNull(text) })}
    />
  </>
)

const toNumber = (text: string): number | undefined => {
  const plain = text.trim().replaceAll('.', '').replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : undefined
}
const numberWords = (value: number): string => String(value).replace('.', ',')

const TargetFields = ({ value, onChange, error }: FieldsProps<ProposalValue & { kind: 'target' }>) => {
  const [low, high] = Array.isArray(value.value) ? value.value : [value.value ?? undefined, undefined]
  const [typed, setTyped] = useState({
    low: low === undefined ? '' : numberWords(low),
    high: high === undefined ? '' : numberWords(high),
  })
  const set = (next: { low: string; high: string }, comparator: typeof value.comparator): void => {
    setTyped(next)
    const first = toNumber(next.low)
    const second = toNumber(next.high)
    const number =
      comparator === 'range'
        ? first !== undefined && second !== undefined
          ? [first, second]
          : null
        : (first ?? null)
    onChange({ ...value, comparator, value: number })
  }
  const wrong = (text: string): string | undefined =>
    text.trim() !== '' && toNumber(text) === undefined ? 'Ghi một con số, ví dụ 5 hoặc 12,5.' : undefined
  return (
    <>
      <TextArea
        label={kindWords.target}
        value={value.indicator}
        error={error('indicator')}
        onChange={(indicator) => onChange({ ...value, indicator })}
      />
      <Select
        label="So sánh"
        value={value.comparator}
        options={Comparator.anyOf.map(({ const: one }) => ({ value: one, label: comparatorWords[one] }))}
        onChange={(comparator) => set(typed, comparator)}
      />
      <TextField
        label={value.comparator === 'range' ? 'Từ' : 'Mức'}
        isOptional
        value={typed.low}
        error={wrong(typed.low) ?? error('value')}
        onChange={(text) => set({ ...typed, low: text }, value.comparator)}
      />
      {value.comparator === 'range' && (
        <TextField
          label="Đến"
          value={typed.high}
          error={wrong(typed.high)}
          onChange={(text) => set({ ...typed, high: text }, value.comparator)}
        />
      )}
      <TextField
        label="Đơn vị"
        isOptional
        hint="Ví dụ: %, vụ, km, người"
        value={value.unit ?? ''}
        onChange={(text) => onChange({ ...value, unit: orNull(text) })}
      />
      <Select
        label="Hướng"
        value={value.direction ?? ''}
        options={[
          { value: '', label: 'đạt mức' },
          { value: 'decrease', label: 'giảm' },
          { value: 'increase', label: 'tăng' },
        ]}
        onChange={(direction) => onChange({ ...value, direction: direction === '' ? null : direction })}
      />
      <TextField
        label="So với năm"
        isOptional
        inputMode="numeric"
        value={value.baseline === null ? '' : String(value.baseline)}
        onChange={(text) => onChange({ ...value, baseline: /^\d{1,4}$/u.test(text) ? Number(text) : null })}
      />
    </>
  )
}

const DeadlineFields = ({
  value,
  onChange,
  choices,
  error,
}: FieldsProps<ProposalValue & { kind: 'deadline' }>) => (
  <>
    <TextArea
      label="Việc"
      value={value.what}
      error={error('what')}
      onChange={(what) => onChange({ ...value, what })}
    />
    <Select
      label="Loại thời hạn"
      value={value.deadline}
      options={DeadlineKind.anyOf.map(({ const: one }) => ({ value: one, label: deadlineWords[one] }))}
      onChange={(deadline) => onChange({ ...value, deadline })}
    />
    <PartialDateField
      label="Ngày"
      value={value.on}
      error={error('on')}
      onChange={(on) => onChange({ ...value, on })}
    />
    <RecurrenceField value={value.recurrence} onChange={(recurrence) => onChange({ ...value, recurrence })} />
    <PartyFields
      label="Cơ quan"
      value={value.who}
      choices={choices}
      onChange={(who) => onChange({ ...value, who })}
    />
  </>
)

const ReportingFields = ({
  value,
  onChange,
  choices,
  error,
}: FieldsProps<ProposalValue & { kind: 'reporting' }>) => (
  <>
    <fieldset className="editor__checks">
      <legend className="field__label">Chu kỳ báo cáo</legend>
      {Frequency.anyOf.map(({ const: one }) => (
        <Checkbox
          key={one}
          label={formatRecurrence(one)}
          checked={value.frequency.includes(one)}
          onChange={(isOn) =>
            onChange({
              ...value,
              frequency: isOn ? [...value.frequency, one] : value.frequency.filter((other) => other !== one),
            })
          }
        />
      ))}
      {error('frequency') !== undefined && <p className="field__error">{error('frequency')}</p>}
    </fieldset>
    <PartyFields
      label="Cơ quan báo cáo"
      value={value.from}
      choices={choices}
      onChange={(from) => onChange({ ...value, from })}
    />
    <TextField
      label="Nơi nhận báo cáo"
      isOptional
      value={value.to ?? ''}
      onChange={(text) => onChange({ ...value, to: orNull(text) })}
    />
  </>
)
