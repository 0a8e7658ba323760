import type { PlainDate } from '#kernel/plain-date.ts'

/**
 * A duty given to one agency for one day: an assignment is its actions, and its state is a fold over them. Each action
 * is made where the person is, also offline; it may arrive late, twice, or before the one that it follows.
 */

/** How far the duty is. */
export const ASSIGNMENT_STATES = [
  'unassigned',
  'assigned',
  'refused',
  'accepted',
  'awaiting-approval',
  'awaiting-verification',
  'returned',
  'verified',
  'closed',
  'withdrawn',
  'not-applicable',
] as const
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number]

/** What shows that a duty was done: a stored file (a photo is one), an address, a figure with its unit. */
export type Evidence =
  | { readonly kind: 'file'; readonly sha256: string; readonly name: string }
  | { readonly kind: 'link'; readonly url: string; readonly name: string | null }
  | { readonly kind: 'figure'; readonly value: number; readonly unit: string | null; readonly what: string }

/**
 * In what capacity somebody acts on this assignment: the committee's office, its leaders, the head or another officer
 * of the agency that answers for the duty, the unit or commune that it was passed to, an agency that works with it, or
 * the system, which moves the duties of an agency that ended and sets aside those of a clause that no longer counts.
 */
export type Capacity = 'office' | 'leader' | 'head' | 'agency' | 'delegate' | 'partner' | 'system'

/** What was done. Reasons and words are asked for where somebody else must understand them. */
export type Deed =
  | {
      readonly verb: 'assign'
      readonly agency: string
      readonly due: PlainDate | null
      readonly note: string | null
    }
  | { readonly verb: 'open' }
  | { readonly verb: 'accept' }
  | { readonly verb: 'refuse'; readonly reason: string }
  | { readonly verb: 'delegate'; readonly to: string | null; readonly note: string | null }
  | {
      readonly verb: 'report'
      readonly words: string
      /** How much is done, in percent, where it can be said. */
      readonly percent: number | null
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly verb: 'submit'
      readonly words: string
      readonly evidence: readonly Evidence[]
      /** The agency's head must approve first: the agency's setting on that day, put in by the server. */
      readonly needsApproval: boolean
    }
  | { readonly verb: 'approve' }
  | { readonly verb: 'return'; readonly reason: string }
  | { readonly verb: 'verify'; readonly note: string | null }
  | { readonly verb: 'close' }
  | { readonly verb: 'ask-extension'; readonly until: PlainDate; readonly reason: string }
  | { readonly verb: 'grant-extension'; readonly until: PlainDate; readonly note: string | null }
  | { readonly verb: 'deny-extension'; readonly reason: string }
  | { readonly verb: 'give-opinion'; readonly words: string; readonly evidence: readonly Evidence[] }
  | { readonly verb: 'instruct'; readonly words: string }
  | { readonly verb: 'move'; readonly agency: string; readonly reason: string }
  | { readonly verb: 'withdraw'; readonly reason: string }
  | { readonly verb: 'set-aside'; readonly reason: string }
  | { readonly verb: 'reopen'; readonly reason: string }
export type Verb = Deed['verb']

export interface AssignmentAction {
  /** Made by the device of whoever acts. */
  readonly id: string
  /** The action of the same device that comes before it; it waits until that one has arrived. */
  readonly after: string | null
  /** When the person acted, by the server's clock where the device's was ahead of it. */
  readonly at: string
  readonly by: string
  readonly as: Capacity
  readonly deed: Deed
}

/** The agency asks for more time. */
export interface Extension {
  readonly until: PlainDate
  readonly reason: string
  readonly action: string
}

/** Where a duty stands after its actions. */
export interface AssignmentCase {
  readonly state: AssignmentState
  readonly agency: string | null
  readonly delegate: string | null
  readonly due: PlainDate | null
  /** The day of the order, before any extension. */
  readonly firstDue: PlainDate | null
  readonly extension: Extension | null
  readonly extensions: number
  readonly percent: number | null
  /** The agency has seen it. */
  readonly openedAt: string | null
  /** The last word of how it goes, or that it is done. */
  readonly reportedAt: string | null
  /** The last report that it is done, unless that was returned; the day that lateness is judged by. */
  readonly submittedAt: string | null
  readonly verifiedAt: string | null
  readonly returns: number
  /** The latest action that was applied. */
  readonly lastAt: string | null
  readonly applied: number
  /** Actions that were no longer allowed when their turn came: kept for a person to look at. */
  readonly conflicts: readonly string[]
  /** Actions whose predecessor has not arrived. */
  readonly waiting: readonly string[]
}
