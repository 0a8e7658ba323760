import { listOccurrences, type OfficeCalendar } from '#kernel/occurrence.ts'
import { toLastDay } from '#kernel/partial-date.ts'
import { formatPeriodId } from '#kernel/period.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { ResolvedParty, Task } from '../contract.ts'

/**
 * From the tasks of a plan to the duties of its agencies: each task, for each member that leads it, for each time that
 * it comes round. Nobody clicks seven hundred times.
 */

export type AssignmentKind = 'once' | 'recurring' | 'standing'

/** By which calendar and for which days duties are made. */
export interface Making {
  readonly calendar: OfficeCalendar
  /** Times that a duty came round before this day are left out. */
  readonly from: PlainDate
  readonly until: PlainDate
  /** How often a standing duty is looked at: `quarterly`, `every 6 months`; null: never before its end. */
  readonly review: string | null
}

/** One time of a task: `key` tells it from the others of the same task and member. */
export interface Turn {
  readonly key: string
  readonly due: PlainDate | null
  readonly period: string | null
}

export interface PlannedTask {
  readonly kind: AssignmentKind
  /** Codes of those who answer, each for itself. */
  readonly members: readonly string[]
  readonly partners: readonly string[]
  /** Printed names that the register does not know: nobody is charged for them. */
  readonly unknown: readonly string[]
  readonly turns: readonly Turn[]
  readonly review: string | null
}

/** What comes round more often than once a month is a way of working, not a duty with a day of its own each time. */
const isTooOften = (recurrence: string): boolean =>
  /^(?:daily|weekly|on event|once)/u.test(recurrence) || /^every \d+ (?:days|weeks)$/u.test(recurrence)

const membersOf = (parties: readonly ResolvedParty[]): readonly string[] => [
  ...new Set(parties.flatMap((party) => party.members)),
]

type Given = Pick<Task, 'lead' | 'partners' | 'due' | 'recurrence'>

const toTurns = (
  { due, recurrence }: Given,
  making: Making,
): { readonly kind: AssignmentKind; readonly turns: readonly Turn[] } => {
  const end = due === null ? undefined : toLastDay(due)
  if (recurrence !== null && !isTooOften(recurrence)) {
    const until = end !== undefined && end < making.until ? end : making.until
    const turns = listOccurrences(recurrence, making.from, until, making.calendar).map((one) => ({
      key: one.due,
      due: one.due,
      period: one.period && formatPeriodId(one.period),
    }))
    return { kind: 'recurring', turns }
  }
  if (end !== undefined && recurrence === null)
    return { kind: 'once', turns: [{ key: 'once', due: end, period: null }] }
  return { kind: 'standing', turns: [{ key: 'standing', due: end ?? null, period: null }] }
}

/** What a task comes to: who answers for it, with whom, and when. No members when the register knows none of its leads. */
export const planTask = (task: Given, making: Making): PlannedTask => {
  const members = membersOf(task.lead)
  const { kind, turns } = toTurns(task, making)
  return {
    kind,
    members,
    partners: membersOf(task.partners).filter((code) => !members.includes(code)),
    unknown: task.lead.filter((party) => party.members.length === 0).map((party) => party.printed),
    turns,
    review: kind === 'standing' ? making.review : null,
  }
}
