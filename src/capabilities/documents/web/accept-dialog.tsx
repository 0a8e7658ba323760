import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#platform/web/ui/button.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Checkbox } from '#platform/web/ui/field.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { proposalKinds, type Review } from '../domain/review-api.ts'
import { documentsApi } from './api.ts'
import { kindWords } from './words.ts'

/** Says what the plan will hold, and asks for a word on what is still undecided, before it becomes work. */
export const AcceptDialog = ({
  review,
  onAccepted,
  onLook,
  onClose,
}: {
  readonly review: Review
  readonly onAccepted: () => void
  readonly onLook: (kind: string) => void
  readonly onClose: () => void
}) => {
  const open = review.proposals.filter((one) => one.state === 'open')
  const undecided = open.filter((one) => one.certainty !== 'stated')
  const [leavesOut, setLeavesOut] = useState(false)
  const accept = useMutation({
    mutationFn: () =>
      documentsApi.accept(
        review.document,
        review.version,
        undecided.map((one) => one.id),
      ),
    onSuccess: onAccepted,
  })
  const isHeld = undecided.length > 0 && !leavesOut
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
            Duyệt và lập kế hoạch
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <p>Kế hoạch theo dõi sẽ có:</p>
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
      {accept.isError && <ProblemNotice error={accept.error} />}
    </Dialog>
  )
}
