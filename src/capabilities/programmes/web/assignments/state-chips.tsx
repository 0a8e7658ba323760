import { formatDay } from '#platform/web/format.ts'
import { Chip } from '#platform/web/ui/chip.tsx'
import type { Assignment } from '../../domain/assignment-schemas.ts'
import { stateWords, timelinessWords } from '../../domain/assignment-words.ts'
import { stateTones } from './words.ts'

type Standing = Pick<Assignment, 'state' | 'timeliness' | 'daysLate' | 'isDueSoon'>

export const StateChip = ({ state }: Pick<Assignment, 'state'>) => (
  <Chip tone={stateTones[state]}>{stateWords[state]}</Chip>
)

/** How a duty stands against its day; nothing while its day is far and nothing is done. */
export const TimelinessChip = ({ timeliness, daysLate, isDueSoon }: Standing) => {
  switch (timeliness) {
    case 'overdue':
      return <Chip tone="overdue">Quá hạn {daysLate ?? 0} ngày</Chip>
    case 'done-late':
      return <Chip tone="due">Hoàn thành muộn {daysLate ?? 0} ngày</Chip>
    case 'done-on-time':
      return <Chip tone="done">{timelinessWords['done-on-time']}</Chip>
    case 'not-due':
      return isDueSoon ? <Chip tone="due">Sắp đến hạn</Chip> : null
    case 'not-counted':
      return null
    default: {
      const never: never = timeliness
      return never
    }
  }
}

/** The day by which the duty is judged, or that it has none. */
export const DueDay = ({ duty }: { readonly duty: Pick<Assignment, 'nextDue' | 'due' | 'reviewDue'> }) =>
  duty.nextDue === null ? (
    <span className="quiet">không đặt hạn</span>
  ) : (
    <>
      {formatDay(duty.nextDue)}
      {duty.nextDue === duty.reviewDue && duty.nextDue !== duty.due && (
        <span className="quiet"> (báo cáo kỳ)</span>
      )}
    </>
  )
