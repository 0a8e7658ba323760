import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/session.ts'
import { formatDay } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Select, TextArea, TextField } from '#platform/web/ui/field.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { urgencies, type DocumentDetail } from '../domain/archive-api.ts'
import { documentKeys, documentsApi } from './api.ts'

/** The line of the register of incoming documents, and the form that corrects it. */
export const RegisterForm = ({ document }: { readonly document: DocumentDetail }) => {
  const mayEdit = useMay('documents.register')
  const [isOpen, setOpen] = useState(false)
  const { register } = document
  return (
    <section aria-labelledby="so-den">
      <div className="cluster">
        <h2 id="so-den">Sổ văn bản đến</h2>
        {mayEdit && (
          <Button isSmall onClick={() => setOpen(true)}>
            Sửa dòng sổ
          </Button>
        )}
      </div>
      <KeyValue
        rows={[
          {
            label: 'Số đến',
            value:
              register.number === null
                ? null
                : `${register.number}${register.year === null ? '' : `/${register.year}`}`,
          },
          { label: 'Ngày đến', value: formatDay(register.arrivedOn) },
          { label: 'Độ khẩn', value: register.urgency },
          { label: 'Nơi gửi', value: register.sender },
          { label: 'Bút phê', value: register.note },
        ]}
      />
      {isOpen && <EditDialog document={document} onClose={() => setOpen(false)} />}
    </section>
  )
}

const EditDialog = ({
  document,
  onClose,
}: {
  readonly document: DocumentDetail
  readonly onClose: () => void
}) => {
  const client = useQueryClient()
  const [line, setLine] = useState({
    number: document.register.number === null ? '' : String(document.register.number),
    arrivedOn: document.register.arrivedOn as string | undefined,
    urgency: document.register.urgency,
    sender: document.register.sender,
    note: document.register.note,
  })
  const isNumber = /^[1-9]\d{0,5}$/u.test(line.number)
  const save = useMutation({
    mutationFn: () =>
      documentsApi.register(document, {
        ...(isNumber ? { number: Number(line.number) } : {}),
        ...(line.arrivedOn === undefined ? {} : { arrivedOn: line.arrivedOn }),
        urgency: line.urgency,
        sender: line.sender,
        note: line.note,
      }),
    onSuccess: () => {
      showToast('Đã lưu dòng sổ.')
      onClose()
      void client.invalidateQueries({ queryKey: documentKeys.all })
    },
  })
  const isWrong = (line.number !== '' && !isNumber) || line.arrivedOn === undefined
  return (
    <Dialog
      title="Sửa dòng sổ văn bản đến"
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isBusy={save.isPending}
            aria-disabled={isWrong}
            onClick={() => !isWrong && save.mutate()}
          >
            Lưu
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      {save.isError && <ProblemNotice error={save.error} />}
      <TextField
        label="Số đến"
        inputMode="numeric"
        value={line.number}
        error={line.number !== '' && !isNumber ? 'Ghi một số từ 1 đến 999999.' : undefined}
        onChange={(number) => setLine({ ...line, number })}
      />
      <DateField
        label="Ngày đến"
        value={line.arrivedOn}
        onChange={(arrivedOn) => setLine({ ...line, arrivedOn })}
      />
      <Select
        label="Độ khẩn"
        value={line.urgency}
        options={urgencies.map((one) => ({ value: one, label: one }))}
        onChange={(urgency) => setLine({ ...line, urgency })}
      />
      <TextField label="Nơi gửi" value={line.sender} onChange={(sender) => setLine({ ...line, sender })} />
      <TextArea label="Bút phê" value={line.note} onChange={(note) => setLine({ ...line, note })} />
    </Dialog>
  )
}
