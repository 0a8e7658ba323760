import { listOccurrences, type OfficeCalendar } from '#kernel/occurrence.ts'
import { addDays, toDayNumber, toPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { AssignmentState } from './assignment.ts'

/**
 * The offices' standard count. Done: in time, or late. Not done: overdue, or not yet due. The four add up to all duties
 * that count; what was withdrawn or does not apply is counted apart.
 */
export const TIMELINESS = ['done-on-time', 'done-late', 'overdue', 'not-due', 'not-counted'] as const
export type Timeliness = (typeof TIMELINESS)[number]

/** What lateness is judged by. */
export interface Standing {
  readonly state: AssignmentState
  /** The day of the order or of the next look, whichever comes first. */
  readonly nextDue: PlainDate | null
  /** The day in Vietnam of the last report that it is done, unless that was returned. */
  readonly submittedOn: PlainDate | null
}

/** Days before the due day on which a duty is due soon. */
export const DUE_SOON_DAYS = 7

/** How a duty stands on a day. The agency is judged by the day on which it said done, not by when the office looked. */
export const toTimeliness = ({ state, nextDue, submittedOn }: Standing, today: PlainDate): Timeliness => {
  switch (state) {
    case 'withdrawn':
    case 'not-applicable':
      return 'not-counted'
    case 'verified':
    case 'closed':
      return nextDue !== null && submittedOn !== null && submittedOn > nextDue ? 'done-late' : 'done-on-time'
    case 'unassigned':
    case 'assigned':
    case 'refused':
    case 'accepted':
    case 'awaiting-approval':
    case 'awaiting-verification':
    case 'returned':
      return nextDue !== null && (submittedOn ?? today) > nextDue ? 'overdue' : 'not-due'
    default: {
      const never: never = state
      return never
    }
  }
}

/** Days past the due day, by the day of the report or else by today; null when the duty is not late. */
export const toDaysLate = (standing: Standing, today: PlainDate): number | null => {
  const timeliness = toTimeliness(standing, today)
  if (standing.nextDue === null || (timeliness !== 'overdue' && timeliness !== 'done-late')) return null
  return toDayNumber(standing.submittedOn ?? today) - toDayNumber(standing.nextDue)
}

/** Whether a duty that nobody has reported done falls due within the week. */
export const isDueSoon = (standing: Standing, today: PlainDate): boolean =>
  toTimeliness(standing, today) === 'not-due' &&
  standing.submittedOn === null &&
  standing.nextDue !== null &&
  standing.nextDue <= addDays(today, DUE_SOON_DAYS)

/**
 * The day by which a standing duty must be reported on: the first end of a period of its rhythm after the day of the
 * last report, or after the day on which it was given.
 */
export const toReviewDay = (
  review: string | null,
  calendar: OfficeCalendar,
  since: PlainDate,
): PlainDate | null => {
  if (review === null) return null
  const end = toPlainDate(Number(since.slice(0, 4)) + 2, 1, 1) ?? since
  return listOccurrences(review, addDays(since, 1), end, calendar)[0]?.due ?? null
}
