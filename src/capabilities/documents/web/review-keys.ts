import { useEffect } from 'react'
import type { Proposal, Review } from '../domain/review-api.ts'

/** The proposals of the list that is shown, in order: what j and k walk through. */
export const listKeys = (review: Review, kind: string): readonly Proposal[] =>
  review.proposals.filter((one) => one.value.kind === kind && one.state !== 'undone')

/** j and k walk, n accepts, s edits, b drops; never while somebody types. */
export const useReviewKeys = ({
  isOn,
  proposals,
  active,
  onMove,
  onAccept,
  onDrop,
  onEdit,
}: {
  readonly isOn: boolean
  readonly proposals: readonly Proposal[]
  readonly active: string | undefined
  readonly onMove: (id: string) => void
  readonly onAccept: (proposal: Proposal) => void
  readonly onDrop: (proposal: Proposal) => void
  readonly onEdit: (proposal: Proposal) => void
}): void => {
  useEffect(() => {
    if (!isOn) return undefined
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName)
      )
        return
      const at = proposals.findIndex((one) => one.id === active)
      const current = proposals[at]
      const next = { j: proposals[at + 1], k: proposals[Math.max(0, at - 1)] }[event.key]
      if (next) onMove(next.id)
      else if (event.key === 'n' && current?.state === 'open') onAccept(current)
      else if (event.key === 'b' && current?.state === 'open') onDrop(current)
      else if (event.key === 's' && current) onEdit(current)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}
