import type { PlainDate } from '#kernel/plain-date.ts'
import type { AssignmentState, Capacity, Verb } from './assignment.ts'
import { REMINDED_STATES } from './reminders.ts'

/** A duty as a letter names it. */
export interface ToldDuty {
  readonly id: string
  readonly text: string
  /** The clause; empty for a duty outside of plans. */
  readonly place: string
  /** Number of the plan's document. */
  readonly plan: string | null
  readonly agencyName: string | null
  readonly state: AssignmentState
  readonly due: PlainDate | null
}

/** What there is to tell of a duty: its day, something that was done with it, or that the office asks for it. */
export type Tidings =
  | { readonly kind: 'stage'; readonly stage: number; readonly due: PlainDate; readonly isStandIn: boolean }
  | {
      readonly kind: 'event'
      readonly verb: Verb
      readonly as: Capacity
      readonly isConflict: boolean
      readonly words: string | null
      readonly isStandIn: boolean
    }
  | { readonly kind: 'manual'; readonly words: string | null; readonly isStandIn: boolean }

/** Quá hạn, đến hạn hôm nay, sắp đến hạn; then what else happened. */
export const DIGEST_GROUPS = ['overdue', 'today', 'soon', 'news'] as const
export type DigestGroup = (typeof DIGEST_GROUPS)[number]

export interface DigestEntry {
  readonly duty: ToldDuty
  /** What was done with it, and what the office asks, the first before. */
  readonly news: readonly Exclude<Tidings, { kind: 'stage' }>[]
  /** Nobody at the agency can be told. */
  readonly isStandIn: boolean
}

/** One letter: all that one person is told at once, each duty in one place. */
export type Digest = Readonly<Record<DigestGroup, readonly DigestEntry[]>>

/** Whether a reminder still holds when its letter goes out: the duty is open and due on the day that it speaks of. */
export const isStillTrue = (duty: ToldDuty, tidings: Tidings): boolean =>
  tidings.kind !== 'stage' ||
  (duty.due === tidings.due && REMINDED_STATES.some((state) => state === duty.state))

const groupOf = (duty: ToldDuty, tidings: readonly Tidings[], today: PlainDate): DigestGroup => {
  const asks = tidings.some(({ kind }) => kind !== 'event')
  if (!asks || duty.due === null) return 'news'
  return duty.due < today ? 'overdue' : duty.due === today ? 'today' : 'soon'
}

/** What is told of each duty, put where the duty stands on the day of the letter; what is no longer true is left out. */
export const toDigest = (
  told: readonly { readonly duty: ToldDuty; readonly tidings: Tidings }[],
  today: PlainDate,
): Digest => {
  const duties = new Map<string, { readonly duty: ToldDuty; readonly tidings: Tidings[] }>()
  for (const { duty, tidings } of told) {
    if (!isStillTrue(duty, tidings)) continue
    const known = duties.get(duty.id)
    if (known) known.tidings.push(tidings)
    else duties.set(duty.id, { duty, tidings: [tidings] })
  }
  const digest: Record<DigestGroup, DigestEntry[]> = { overdue: [], today: [], soon: [], news: [] }
  for (const { duty, tidings } of duties.values())
    digest[groupOf(duty, tidings, today)].push({
      duty,
      news: tidings.filter((one) => one.kind !== 'stage'),
      isStandIn: tidings.some((one) => one.isStandIn),
    })
  const byDay = (a: DigestEntry, b: DigestEntry): number =>
    (a.duty.due ?? '9') < (b.duty.due ?? '9') ? -1 : a.duty.due === b.duty.due ? 0 : 1
  for (const group of DIGEST_GROUPS) digest[group] = digest[group].toSorted(byDay)
  return digest
}

export const isEmptyDigest = (digest: Digest): boolean =>
  DIGEST_GROUPS.every((group) => digest[group].length === 0)
