import { isAllowed } from './assignment-verbs.ts'
import type { AssignmentAction, AssignmentCase } from './assignment.ts'

type Draft = { -readonly [K in keyof AssignmentCase]: AssignmentCase[K] } & {
  conflicts: string[]
  waiting: string[]
}

/** What was done changes where the duty stands; whether it may is asked before. */
const apply = (draft: Draft, { id, at, as, deed }: AssignmentAction): void => {
  switch (deed.verb) {
    case 'assign':
      draft.state = 'assigned'
      if (draft.agency !== deed.agency) draft.openedAt = null
      draft.agency = deed.agency
      draft.delegate = null
      draft.due = deed.due
      draft.firstDue ??= deed.due
      draft.extension = null
      break
    case 'accept':
      draft.state = 'accepted'
      break
    case 'refuse':
      draft.state = 'refused'
      break
    case 'delegate':
      draft.state = draft.state === 'assigned' ? 'accepted' : draft.state
      draft.delegate = deed.to
      break
    case 'report':
      draft.state = 'accepted'
      draft.percent = deed.percent ?? draft.percent
      draft.reportedAt = at
      break
    case 'submit':
      draft.state =
        as === 'delegate' || (deed.needsApproval && as !== 'head')
          ? 'awaiting-approval'
          : 'awaiting-verification'
      draft.reportedAt = at
      draft.submittedAt = at
      break
    case 'approve':
      draft.state = 'awaiting-verification'
      break
    case 'return':
      draft.state = 'returned'
      draft.returns++
      draft.submittedAt = null
      draft.verifiedAt = null
      break
    case 'verify':
      draft.state = 'verified'
      draft.verifiedAt = at
      draft.percent = 100
      draft.extension = null
      break
    case 'close':
      draft.state = 'closed'
      break
    case 'ask-extension':
      draft.extension = { until: deed.until, reason: deed.reason, action: id }
      break
    case 'grant-extension':
      draft.due = deed.until
      draft.extension = null
      draft.extensions++
      break
    case 'deny-extension':
      draft.extension = null
      break
    case 'open':
    case 'give-opinion':
    case 'instruct':
      break
    case 'move':
      draft.agency = deed.agency
      draft.delegate = null
      draft.openedAt = null
      break
    case 'withdraw':
      draft.state = 'withdrawn'
      break
    case 'set-aside':
      draft.state = 'not-applicable'
      break
    case 'reopen':
      draft.state = draft.agency === null ? 'unassigned' : 'returned'
      draft.submittedAt = null
      draft.verifiedAt = null
      break
    default: {
      const never: never = deed
      throw new Error(`no such deed: ${JSON.stringify(never)}`)
    }
  }
  // Whoever acts on a duty has seen it, also when the page was never opened.
  if (as === 'head' || as === 'agency' || as === 'delegate') draft.openedAt ??= at
  draft.lastAt = at
  draft.applied++
}

/**
 * Where a duty stands after these actions, in the order in which they arrived. An action that has already been taken
 * in changes nothing; one whose predecessor has not arrived waits for it, so that what one device sent comes out the
 * same in whatever order it arrives; one that is not allowed when its turn comes is kept among the conflicts.
 */
export const foldActions = (actions: readonly AssignmentAction[]): AssignmentCase => {
  const draft: Draft = {
    state: 'unassigned',
    agency: null,
    delegate: null,
    due: null,
    firstDue: null,
    extension: null,
    extensions: 0,
    percent: null,
    openedAt: null,
    reportedAt: null,
    submittedAt: null,
    verifiedAt: null,
    returns: 0,
    lastAt: null,
    applied: 0,
    conflicts: [],
    waiting: [],
  }
  const seen = new Set<string>()
  const waiting = new Map<string, AssignmentAction[]>()
  const turns: AssignmentAction[] = []
  for (const arrived of actions) {
    turns.push(arrived)
    for (let action = turns.pop(); action !== undefined; action = turns.pop()) {
      if (seen.has(action.id)) continue
      if (action.after !== null && !seen.has(action.after)) {
        const others = waiting.get(action.after)
        if (others === undefined) waiting.set(action.after, [action])
        else if (!others.some(({ id }) => id === action.id)) others.push(action)
        continue
      }
      seen.add(action.id)
      if (isAllowed(draft, action.deed.verb, action.as)) apply(draft, action)
      else draft.conflicts.push(action.id)
      const next = waiting.get(action.id)
      if (next) {
        waiting.delete(action.id)
        // The one that arrived first is taken first.
        turns.push(...next.toReversed())
      }
    }
  }
  for (const others of waiting.values()) for (const { id } of others) draft.waiting.push(id)
  return draft
}
