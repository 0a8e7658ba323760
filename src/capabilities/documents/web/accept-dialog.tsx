import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#platform/web/ui/button.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Checkbox } from '#platform/web/ui/field.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import type { DocumentDetail } from '../domain/archive-api.ts'
import { proposalKinds, type Review } from '../domain/review-api.ts'
import {
  AmendmentEffects,
  ScopeChoice,
  toChoice,
  useAmendment,
  useSetBase,
  type Choice,
} from './amendment.tsx'
import { documentsApi } from './api.ts'
import { kindWords } from './words.ts'

/** Says what the plan will hold, and asks for a word on what is still undecided, before it becomes work. */
export const AcceptDialog = ({
  document,
  review,
  onAccepted,
  onLook,
  onClose,
}: {
  readonly document: DocumentDetail
  readonly review: Review
  readonly onAccepted: () => void
  readonly onLook: (kind: string) => void
  readonly onClose: () => void
}) => {
  const open = review.proposals.filter((one) => one.state === 'open')
  const undecided = open.filter((one) => one.certainty !== 'stated')
  const [leavesOut, setLeavesOut] = useState(false)
  const amendment = useAmendment(document.id, review.version)
  const found = amendment.data
  const [chosen, setChosen] = useState<Choice>()
  const choice = chosen ?? (found && toChoice(found))
  const isAsked = found !== undefined && found.base === null && choice !== undefined
  const setBase = useSetBase(document)
  const accept = useMutation({
    mutationFn: async () => {
      if (isAsked && choice !== 'alone') await setBase.mutateAsync(choice)
      return await documentsApi.accept(
        review.document,
        review.version,
        undecided.map((one) => one.id),
      )
    },
    onSuccess: onAccepted,
  })
  const isHeld = (undecided.length > 0 && !leavesOut) || amendment.isPending
  const count = (kind: string): number =>
    review.proposals.filter(
      (one) =>
        one.value.kind === kind &&
        (one.state === 'accepted' || (one.state === 'open' && one.certainty === 'stated')),
    ).length
  return (
    <Dialog
      title="Duyệt văn bản"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isBusy={accept.isPending}
            aria-disabled={isHeld}
            onClick={() => !isHeld && accept.mutate()}
          >
            {found?.base || (isAsked && choice !== 'alone')
              ? 'Duyệt và cập nhật kế hoạch'
              : 'Duyệt và lập kế hoạch'}
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <p>{found?.base || (isAsked && choice !== 'alone') ? 'Văn bản này có:' : 'Kế hoạch theo dõi sẽ có:'}</p>
      <ul>
        {proposalKinds.map((kind) => (
          <li key={kind}>
            {count(kind)} {kindWords[kind].toLowerCase()}
          </li>
        ))}
      </ul>
      {undecided.length > 0 && (
        <Notice
          tone="due"
          title={`Còn ${undecided.length} mục văn bản không nêu rõ, chưa ai quyết`}
          actions={
            <Button onClick={() => onLook(undecided[0]?.value.kind ?? 'task')}>Xem các mục này</Button>
          }
        >
          <Checkbox label="Để các mục này ngoài kế hoạch" checked={leavesOut} onChange={setLeavesOut} />
        </Notice>
      )}
      {isAsked && <ScopeChoice found={found} choice={choice} onChoose={setChosen} />}
      {found?.base && <AmendmentEffects found={found} />}
      {accept.isError && <ProblemNotice error={accept.error} />}
    </Dialog>
  )
}
