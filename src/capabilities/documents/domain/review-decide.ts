import { err, ok, type Result } from '#kernel/result.ts'
import type { OtherChange, ReviewCommand } from './review-api.ts'
import { groupOf, isAddition, type ReviewDeed, type ReviewProposal, type ReviewState } from './review.ts'
import { checkValue, type ValueIssue } from './value-check.ts'

/** Why a command is not carried out. */
export type ReviewRefusal =
  | { readonly reason: 'unknown'; readonly proposals: readonly string[] }
  /** Split, merged or taken back meanwhile: there is nothing to decide on any more. */
  | { readonly reason: 'gone'; readonly proposals: readonly string[] }
  | { readonly reason: 'changed'; readonly changes: readonly OtherChange[] }
  | { readonly reason: 'invalid'; readonly issues: readonly ValueIssue[] }
  /** Only an addition can be taken back; what was read is dropped. */
  | { readonly reason: 'not-by-hand'; readonly proposals: readonly string[] }
  /** A piece of the split or merge was itself split or merged: that must be taken back first. */
  | { readonly reason: 'inner-first'; readonly proposals: readonly string[] }

/**
 * What a command means for the state that it meets. `seen` is the version that its sender had before the eyes:
 * whatever it touches must not have changed after that.
 */
export const decideReview = (
  state: ReviewState,
  command: ReviewCommand,
  seen: number,
): Result<ReviewDeed, ReviewRefusal> => {
  switch (command.verb) {
    case 'accept':
    case 'drop':
      return onTargets(state, command.proposals, seen, isDecidable, () =>
        ok({ verb: command.verb, proposals: command.proposals }),
      )
    case 'accept-stated':
      return ok({ verb: 'accept', proposals: statedIds(state, seen) })
    case 'edit':
      return onTargets(state, [command.proposal], seen, isDecidable, ([target]) => {
        const issues = checkValue(command.value, target?.value)
        if (issues.length > 0) return err({ reason: 'invalid', issues })
        const { proposal, value, keepOpen } = command
        return ok({ verb: 'edit', proposal, value, keepOpen: keepOpen ?? false })
      })
    case 'split':
      return onTargets(state, [command.proposal], seen, isDecidable, ([target]) => {
        const issues = command.into.flatMap((value) => checkValue(value, target?.value))
        if (issues.length > 0) return err({ reason: 'invalid', issues })
        return ok({ verb: 'split', proposal: command.proposal, into: command.into })
      })
    case 'merge':
      return onTargets(state, command.proposals, seen, isDecidable, ([target]) => {
        const issues = checkValue(command.value, target?.value)
        if (issues.length > 0) return err({ reason: 'invalid', issues })
        return ok({ verb: 'merge', proposals: command.proposals, value: command.value })
      })
    case 'add': {
      const issues = checkValue(command.value, undefined)
      if (issues.length > 0) return err({ reason: 'invalid', issues })
      return ok({ verb: 'add', value: command.value, path: command.path ?? '', spans: command.spans ?? [] })
    }
    case 'restore':
      return decideRestore(state, command.proposals, seen)
    case 'take-back':
      return onTargets(state, [command.proposal], seen, isDecidable, ([target]) =>
        target && isAddition(target)
          ? ok({ verb: 'take-back', proposal: command.proposal })
          : err({ reason: 'not-by-hand', proposals: [command.proposal] }),
      )
  }
}

const isDecidable = ({ state }: ReviewProposal): boolean => state !== 'replaced' && state !== 'undone'

/** Open and stated, and as the sender saw them. */
const statedIds = (state: ReviewState, seen: number): string[] =>
  [...state.proposals.values()]
    .filter((one) => one.state === 'open' && one.certainty === 'stated' && one.version <= seen)
    .map((one) => one.id)

const onTargets = (
  state: ReviewState,
  ids: readonly string[],
  seen: number,
  allowed: (proposal: ReviewProposal) => boolean,
  decide: (targets: readonly ReviewProposal[]) => Result<ReviewDeed, ReviewRefusal>,
): Result<ReviewDeed, ReviewRefusal> => {
  const targets = ids.flatMap((id) => state.proposals.get(id) ?? [])
  if (targets.length < ids.length) {
    return err({ reason: 'unknown', proposals: ids.filter((id) => !state.proposals.has(id)) })
  }
  const changes = changesSince(state, new Set(ids), seen)
  if (changes.length > 0) return err({ reason: 'changed', changes })
  const gone = targets.filter((target) => !allowed(target))
  if (gone.length > 0) return err({ reason: 'gone', proposals: gone.map((target) => target.id) })
  return decide(targets)
}

/** What others did to these proposals after a version, oldest first. */
const changesSince = (state: ReviewState, ids: ReadonlySet<string>, seen: number): OtherChange[] =>
  state.history
    .filter(({ action }) => action.seq > seen)
    .flatMap(({ action, touched }) =>
      touched
        .filter((id) => ids.has(id))
        .map((proposal) => ({
          proposal,
          verb: action.deed.verb,
          version: action.seq,
          by: action.by,
          at: action.at,
        })),
    )

const decideRestore = (
  state: ReviewState,
  ids: readonly string[],
  seen: number,
): Result<ReviewDeed, ReviewRefusal> => {
  const groups = ids.flatMap((id) => {
    const proposal = state.proposals.get(id)
    return proposal?.state === 'replaced' && proposal.replacedBy !== undefined
      ? [groupOf(state, proposal.replacedBy)]
      : []
  })
  const nested = groups.flatMap(({ pieces }) => pieces.filter((piece) => piece.state === 'replaced'))
  if (nested.length > 0) return err({ reason: 'inner-first', proposals: nested.map((one) => one.id) })
  const touched = groups.flatMap(({ wholes, pieces }) => [...wholes, ...pieces].map((one) => one.id))
  const changes = changesSince(state, new Set([...ids, ...touched]), seen)
  if (changes.length > 0) return err({ reason: 'changed', changes })
  return onTargets(
    state,
    ids,
    seen,
    (target) => target.state !== 'undone',
    () => ok({ verb: 'restore', proposals: ids }),
  )
}
