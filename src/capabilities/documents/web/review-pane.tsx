import { Button } from '#platform/web/ui/button.tsx'

/** A narrow screen has room for one side: the proposals, where the work is, or the document. */
export type ReviewSide = 'list' | 'paper'

const sides = [
  ['list', 'Đề xuất'],
  ['paper', 'Văn bản'],
] as const

/** Goes from the proposals to the document and back; in sight only where both do not fit. */
export const SideSwitch = ({
  side,
  onSide,
}: {
  readonly side: ReviewSide
  readonly onSide: (side: ReviewSide) => void
}) => (
  <div className="review__switch no-print" role="group" aria-label="Bên đang xem">
    {sides.map(([id, label]) => (
      <Button key={id} aria-pressed={side === id} onClick={() => onSide(id)}>
        {label}
      </Button>
    ))}
  </div>
)

/** The card that the person is at: the one pointed at while it is in sight, else the first that begins in sight. */
export const findAtHand = (list: HTMLElement, active: string | undefined): string | undefined => {
  const cards = [...list.querySelectorAll<HTMLElement>('.proposal')]
  const top = list.parentElement?.querySelector('.review__switch')?.getBoundingClientRect().bottom ?? 0
  const inSight = cards.filter((card) => {
    const { top: from, bottom } = card.getBoundingClientRect()
    return bottom > top && from < innerHeight
  })
  const begun = inSight.find((card) => card.getBoundingClientRect().top >= top - 24)
  const pointedAt = inSight.find((card) => card.id === `muc-${active}`)
  return (pointedAt ?? begun ?? inSight[0])?.id.replace(/^muc-/u, '')
}
