import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import type { AssignmentState } from './assignment.ts'

/**
 * Who is told when of a duty that falls due. Rules are dated data: a morning is judged by the rules that held on it.
 * Nothing here is sent; the same questions give the same notices, however often they are asked.
 */

/** Whom a stage tells: those who do the work, the head of their agency, the committee's office, its leaders. */
export const RECIPIENTS = ['focal', 'head', 'office', 'leader'] as const
export type RecipientRole = (typeof RECIPIENTS)[number]

/** So many days before (negative) or after the due day these are told. */
export interface ReminderRule {
  readonly stage: number
  /** Nobody: the stage is left out as long as the rule holds. */
  readonly roles: readonly RecipientRole[]
  readonly validFrom: PlainDate
  /** The last day; null: until another rule for the same stage begins. */
  readonly validTo: PlainDate | null
}

/** Between these minutes of the day letters go out. */
export interface QuietHours {
  readonly from: number
  readonly until: number
  readonly validFrom: PlainDate
}

const ALWAYS = '2000-01-01' as PlainDate
const rule = (stage: number, ...roles: RecipientRole[]): ReminderRule => ({
  stage,
  roles,
  validFrom: ALWAYS,
  validTo: null,
})

/** What holds until the office decides otherwise: a week and a day before, on the day, 1, 3 and 7 days late. */
export const DEFAULT_RULES: readonly ReminderRule[] = [
  rule(-7, 'focal'),
  rule(-1, 'focal'),
  rule(0, 'focal'),
  rule(1, 'focal', 'head'),
  rule(3, 'focal', 'head', 'office'),
  rule(7, 'focal', 'head', 'office', 'leader'),
]
export const DEFAULT_HOURS: QuietHours = { from: 7 * 60, until: 18 * 60, validFrom: ALWAYS }

const latest = <T extends { readonly validFrom: PlainDate }>(
  all: readonly T[],
  day: PlainDate,
): T | undefined =>
  // Of two that begin on one day the one that was written later holds.
  all.reduce<T | undefined>(
    (found, one) => (one.validFrom <= day && (!found || one.validFrom >= found.validFrom) ? one : found),
    undefined,
  )

/** The rule that holds for a stage on a day. */
export const ruleOn = (
  rules: readonly ReminderRule[],
  stage: number,
  day: PlainDate,
): ReminderRule | undefined => {
  const found = latest(
    rules.filter((one) => one.stage === stage),
    day,
  )
  return found && (found.validTo === null || day <= found.validTo) ? found : undefined
}

/** The hours that hold on a day; rows in the order in which they were written. */
export const hoursOn = (hours: readonly QuietHours[], day: PlainDate): QuietHours =>
  latest(hours, day) ?? DEFAULT_HOURS

/** Whether letters may go out at this minute of the day. */
export const isWithinHours = ({ from, until }: QuietHours, minute: number): boolean =>
  from <= minute && minute < until

type IsDayOff = (day: PlainDate) => boolean

/** No window of holidays is longer; a calendar without any working day is wrong, and the day stays. */
const LONGEST_WINDOW = 31

/**
 * The day on which a stage is told: for stages up to the due day the last working day before when offices are closed,
 * so that there is time left to do it; for later ones the next working day.
 */
export const toNoticeDay = (due: PlainDate, stage: number, isDayOff: IsDayOff): PlainDate => {
  const wanted = addDays(due, stage)
  const step = stage <= 0 ? -1 : 1
  for (let i = 0, at = wanted; i < LONGEST_WINDOW; i++, at = addDays(at, step)) if (!isDayOff(at)) return at
  return wanted
}

/** For duties due on one day: at which stage a role stands today, and the day for which that was. */
export interface PlannedStage {
  readonly due: PlainDate
  readonly role: RecipientRole
  readonly stage: number
  readonly day: PlainDate
}

/**
 * For each of these due days the strongest stage that each role has reached by today. Stages whose day passed while
 * the server was off are made up for by that one, so that nobody is flooded.
 */
export const planStages = (
  dues: readonly PlainDate[],
  rules: readonly ReminderRule[],
  today: PlainDate,
  isDayOff: IsDayOff,
): readonly PlannedStage[] => {
  const stages = [...new Set(rules.map(({ stage }) => stage))].toSorted((a, b) => b - a)
  const furthest = addDays(today, LONGEST_WINDOW - Math.min(0, ...stages))
  return dues.flatMap((due) => {
    if (due > furthest) return []
    const found = new Map<RecipientRole, PlannedStage>()
    for (const stage of stages) {
      const day = toNoticeDay(due, stage, isDayOff)
      if (day > today) continue
      for (const role of ruleOn(rules, stage, day)?.roles ?? [])
        if (!found.has(role)) found.set(role, { due, role, stage, day })
    }
    return [...found.values()]
  })
}

/** What a reminder looks at. */
export interface RemindedDuty {
  readonly id: string
  readonly state: AssignmentState
  readonly agency: string | null
  readonly delegate: string | null
  readonly due: PlainDate | null
  /** The day on which it was given. */
  readonly given: PlainDate
}

/** States in which somebody still has to do something before the office can look at the duty. */
export const REMINDED_STATES = [
  'unassigned',
  'assigned',
  'refused',
  'accepted',
  'awaiting-approval',
  'returned',
] as const satisfies readonly AssignmentState[]

/**
 * Who is told in place of whom, by where the duty stands: nobody does a duty that is not given or was refused, so the
 * office is told; one that waits for its agency's head is the head's.
 */
export const toToldRole = (state: AssignmentState, role: RecipientRole): RecipientRole => {
  if ((state === 'unassigned' || state === 'refused') && (role === 'focal' || role === 'head'))
    return 'office'
  return state === 'awaiting-approval' && role === 'focal' ? 'head' : role
}

/** A role at an agency, or of the committee (agency ''), and who holds it. */
export interface Addressed {
  readonly role: RecipientRole
  readonly agency: string
  readonly account: string
  /** Nobody is left at that agency; the office is told instead. */
  readonly isStandIn: boolean
}

/** One person told once of one stage of one duty. */
export interface Notice {
  readonly duty: string
  readonly stage: number
  readonly due: PlainDate
  readonly role: RecipientRole
  readonly account: string
  readonly isStandIn: boolean
}

/** The same notice has the same key; a due day that was moved begins anew. */
export const toNoticeKey = ({ duty, stage, due, role, account }: Omit<Notice, 'isStandIn'>): string =>
  `stage/${duty}/${due}/${stage}/${role}/${account}`

/** Whose table of people a notice asks: of the agency, of the one that it was passed to, of the committee. */
const agenciesAsked = ({ agency, delegate }: RemindedDuty, role: RecipientRole): readonly string[] => {
  if (role === 'office' || role === 'leader') return ['']
  const asked = role === 'focal' ? [agency, delegate] : [agency]
  return asked.filter((one) => one !== null)
}

/**
 * Notices to be made today. A person who was told of a duty and due day at some stage is not told of the same or a
 * weaker one again. The store says the same in SQL; a test holds the two against each other.
 */
export const toNotices = (
  duties: readonly RemindedDuty[],
  planned: readonly PlannedStage[],
  people: readonly Addressed[],
  told: readonly Pick<Notice, 'duty' | 'due' | 'account' | 'stage'>[],
): readonly Notice[] => {
  const before = new Map<string, number>()
  const toKey = (duty: string, due: PlainDate, account: string): string => `${duty} ${due} ${account}`
  for (const { duty, due, account, stage } of told) {
    const key = toKey(duty, due, account)
    before.set(key, Math.max(stage, before.get(key) ?? stage))
  }
  const found = new Map<string, Notice>()
  for (const duty of duties) {
    if (duty.due === null || !REMINDED_STATES.some((state) => state === duty.state)) continue
    for (const { due, role: wanted, stage, day } of planned) {
      // Whoever was given the duty after the day of a stage before the due day was told of it then.
      if (due !== duty.due || (stage <= 0 && day < duty.given)) continue
      const role = toToldRole(duty.state, wanted)
      const asked = agenciesAsked(duty, role)
      for (const one of people) {
        if (one.role !== role || !asked.includes(one.agency)) continue
        const key = toKey(duty.id, due, one.account)
        if ((before.get(key) ?? -Infinity) >= stage) continue
        const other = found.get(key)
        if (other && !isStronger({ stage, role, isStandIn: one.isStandIn }, other)) continue
        found.set(key, { duty: duty.id, stage, due, role, account: one.account, isStandIn: one.isStandIn })
      }
    }
  }
  return [...found.values()]
}

type Strength = Pick<Notice, 'stage' | 'role' | 'isStandIn'>

/** Of what one person could be told of one duty: the later stage; that nobody else is there; as the one who does it. */
const isStronger = (a: Strength, b: Strength): boolean =>
  a.stage !== b.stage
    ? a.stage > b.stage
    : a.isStandIn !== b.isStandIn
      ? a.isStandIn
      : RECIPIENTS.indexOf(a.role) < RECIPIENTS.indexOf(b.role)
