import { formatPlainDate } from '#kernel/plain-date.ts'
import { foldActions } from './assignment-fold.ts'
import type { AssignmentAction, AssignmentState, Capacity, Deed } from './assignment.ts'
import type { RecipientRole } from './reminders.ts'

/** Who hears at once of what was done with a duty: a role, at the agency of the duty unless it says another. */
export interface Audience {
  readonly role: RecipientRole
  readonly at: 'agency' | 'delegate' | 'partners' | 'committee'
}

const AGENCY: Audience = { role: 'focal', at: 'agency' }
const HEAD: Audience = { role: 'head', at: 'agency' }
const DELEGATE: Audience = { role: 'focal', at: 'delegate' }
const PARTNERS: Audience = { role: 'focal', at: 'partners' }
const OFFICE: Audience = { role: 'office', at: 'committee' }

/** What happened, as the journal says it. */
export interface Happening {
  readonly verb: Deed['verb']
  readonly as: Capacity
  readonly fate: 'applied' | 'conflict' | 'waiting'
  /** Where the duty stands since. */
  readonly state: AssignmentState
}

/**
 * Whoever has to do something now, and whoever asked. An action that came too late is for the office to look at; one
 * that waits for another is no news yet.
 */
export const listAudience = ({ verb, as, fate, state }: Happening): readonly Audience[] => {
  if (fate === 'waiting') return []
  if (fate === 'conflict') return [OFFICE]
  switch (verb) {
    case 'assign':
    case 'move':
      return [AGENCY, PARTNERS]
    case 'delegate':
      return [DELEGATE]
    case 'submit':
      return state === 'awaiting-approval' ? [HEAD] : [OFFICE]
    case 'refuse':
    case 'approve':
    case 'ask-extension':
      return [OFFICE]
    case 'return':
      return as === 'head' ? [AGENCY, DELEGATE] : [AGENCY, HEAD, DELEGATE]
    case 'instruct':
      return [AGENCY, HEAD, DELEGATE]
    case 'verify':
    case 'grant-extension':
    case 'deny-extension':
    case 'withdraw':
    case 'set-aside':
    case 'reopen':
      return [AGENCY, DELEGATE]
    case 'give-opinion':
      return [AGENCY]
    case 'open':
    case 'accept':
    case 'report':
    case 'close':
      return []
    default: {
      const never: never = verb
      return never
    }
  }
}

/** What became known with an action: the action itself, and those that had waited for it, each with its fate. */
export const listHappenings = (
  actions: readonly AssignmentAction[],
  arrived: string,
): readonly (Happening & { readonly action: AssignmentAction })[] => {
  const { conflicts, waiting, state } = foldActions(actions)
  const known = new Set([arrived])
  // One device sends its actions in a row: each names the one before it.
  for (let before = 0; before < known.size;) {
    before = known.size
    for (const { id, after } of actions) if (after !== null && known.has(after)) known.add(id)
  }
  return actions
    .filter(({ id }) => known.has(id))
    .map((action) => ({
      action,
      verb: action.deed.verb,
      as: action.as,
      fate: conflicts.includes(action.id)
        ? ('conflict' as const)
        : waiting.includes(action.id)
          ? ('waiting' as const)
          : ('applied' as const),
      state,
    }))
}

/** The words of what was done that others must read: reason, note, order; with the day, where it names one. */
export const toDeedWords = (deed: Deed): string | null => {
  const words =
    'words' in deed ? deed.words : 'reason' in deed ? deed.reason : 'note' in deed ? deed.note : null
  if (!('until' in deed)) return words
  const day = `đến ngày ${formatPlainDate(deed.until)}`
  return words === null ? day : `${day}; ${words}`
}
