import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#platform/web/ui/button.tsx'
import { createKey } from '#platform/web/api.ts'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { TextArea } from '#platform/web/ui/field.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import type { ActionFates, ListedAssignment, SentDeed } from '../../domain/assignment-schemas.ts'
import { verbWords } from '../../domain/assignment-words.ts'
import { actOnMany, assignmentKeys, toAction } from './api.ts'
import type { BulkVerb } from './bulk-bar.tsx'

const fields: Readonly<Record<BulkVerb, { readonly label: string; readonly isNeeded: boolean } | null>> = {
  accept: null,
  open: null,
  verify: { label: 'Ghi chú', isNeeded: false },
  instruct: { label: 'Ý kiến chỉ đạo', isNeeded: true },
  withdraw: { label: 'Lý do thu hồi', isNeeded: true },
}

const toDeed = (verb: BulkVerb, words: string): SentDeed => {
  switch (verb) {
    case 'accept':
    case 'open':
      return { verb }
    case 'verify':
      return { verb, note: words === '' ? null : words }
    case 'instruct':
      return { verb, words }
    case 'withdraw':
      return { verb, reason: words }
    default: {
      const never: never = verb
      return never
    }
  }
}

/** One word for many duties, and afterwards what became of each. */
export const BulkDialog = ({
  verb,
  rows,
  others,
  onClose,
  onDone,
}: {
  readonly verb: BulkVerb
  readonly rows: readonly ListedAssignment[]
  /** Chosen too, but at another step. */
  readonly others: number
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  // As they were when the dialog opened: the list behind it may be read anew meanwhile.
  const [concerned] = useState(rows)
  const [ids] = useState(() => new Map(rows.map((row) => [row.id, createKey()])))
  const [words, setWords] = useState('')
  const client = useQueryClient()
  const field = fields[verb]
  const send = useMutation({
    mutationFn: async () => {
      const deed = toDeed(verb, words.trim())
      return await actOnMany(
        concerned.map((row) => ({ assignment: row.id, ...toAction(deed, ids.get(row.id)) })),
      )
    },
    onSuccess: async () => await client.invalidateQueries({ queryKey: assignmentKeys.all }),
  })
  const isShort = field?.isNeeded === true && words.trim().length < 3
  const title = `${verbWords[verb].button}: ${concerned.length} nhiệm vụ`
  return (
    <Dialog
      title={title}
      isOpen
      isFirm={words !== ''}
      onClose={send.data ? onDone : onClose}
      actions={
        send.data ? (
          <Button look="primary" onClick={onDone}>
            Đóng
          </Button>
        ) : (
          <>
            <Button
              look={verb === 'withdraw' ? 'danger' : 'primary'}
              isBusy={send.isPending}
              disabled={isShort}
              onClick={() => send.mutate()}
            >
              {verbWords[verb].button} {concerned.length} nhiệm vụ
            </Button>
            <Button onClick={onClose}>Thôi</Button>
          </>
        )
      }
    >
      {send.isError && <ProblemNotice error={send.error} />}
      {send.data ? (
        <Fates fates={send.data} rows={concerned} />
      ) : (
        <>
          {others > 0 && (
            <p className="quiet">
              {others} nhiệm vụ khác đã chọn không ở bước cho phép thao tác này, được giữ nguyên.
            </p>
          )}
          {field ? (
            <TextArea
              label={field.label}
              {...(field.isNeeded ? { hint: 'Ghi vào câu chuyện của từng nhiệm vụ.' } : { isOptional: true })}
              maxLength={2000}
              value={words}
              onChange={setWords}
            />
          ) : (
            <p>Thao tác được ghi vào từng nhiệm vụ đã chọn.</p>
          )}
        </>
      )}
    </Dialog>
  )
}

/** What was done, what was kept for a person to look at, what was not taken in and why. */
const Fates = ({
  fates,
  rows,
}: {
  readonly fates: ActionFates
  readonly rows: readonly ListedAssignment[]
}) => {
  const pick = (...wanted: readonly string[]) => fates.items.filter((one) => wanted.includes(one.fate))
  const nameOf = (id: string): string => {
    const row = rows.find((one) => one.id === id)
    return row ? `${row.agencyName ?? 'chưa giao'}: ${row.text.slice(0, 120)}` : id
  }
  const [applied, kept, refused] = [pick('applied'), pick('conflict', 'waiting'), pick('refused')]
  return (
    <div className="stack stack--tight" role="status">
      {applied.length > 0 && <Notice tone="done" title={`Đã thực hiện với ${applied.length} nhiệm vụ`} />}
      {kept.length > 0 && (
        <Notice tone="due" title={`${kept.length} nhiệm vụ đã sang bước khác; thao tác được giữ lại để xem`}>
          <ul>
            {kept.map((one) => (
              <li key={one.id}>{nameOf(one.assignment)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="overdue" title={`${refused.length} nhiệm vụ không nhận thao tác`}>
          <ul>
            {refused.map((one) => (
              <li key={one.id}>
                {nameOf(one.assignment)}. {one.reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
