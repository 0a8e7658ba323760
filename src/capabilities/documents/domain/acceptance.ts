import { err, ok, type Result } from '#kernel/result.ts'
import type { Counts } from './archive-api.ts'
import type { ReviewDeed, ReviewProposal, ReviewState } from './review.ts'

/** How many proposals stand where; `unsure` are the open ones that somebody must look at. */
export const countProposals = (state: ReviewState): Counts => {
  const counts = { open: 0, unsure: 0, accepted: 0, dropped: 0 }
  for (const { state: one, certainty } of state.proposals.values()) {
    if (one === 'open') {
      counts.open++
      if (certainty !== 'stated') counts.unsure++
    } else if (one === 'accepted') counts.accepted++
    else if (one === 'dropped') counts.dropped++
  }
  return counts
}

export type AcceptanceRefusal =
  | { readonly reason: 'undecided'; readonly proposals: readonly string[] }
  | { readonly reason: 'unknown'; readonly proposals: readonly string[] }
  | { readonly reason: 'empty' }

/** What accepting the document still decides: the open stated ones are taken, those left out are dropped. */
export interface AcceptanceDecision {
  readonly deeds: readonly ReviewDeed[]
}

/**
 * Accepting a document takes every open proposal that its words state; one that is not stated must have been
 * decided or be left out by name. A document with nothing in it is not accepted, unless it ends clauses of another.
 */
export const decideAcceptance = (
  state: ReviewState,
  leaveOut: readonly string[],
  mayBeEmpty = false,
): Result<AcceptanceDecision, AcceptanceRefusal> => {
  const unknown = leaveOut.filter((id) => !state.proposals.has(id))
  if (unknown.length > 0) return err({ reason: 'unknown', proposals: unknown })
  const left = new Set(leaveOut)
  const open = [...state.proposals.values()].filter((one) => one.state === 'open')
  const undecided = open.filter((one) => one.certainty !== 'stated' && !left.has(one.id))
  if (undecided.length > 0) return err({ reason: 'undecided', proposals: undecided.map((one) => one.id) })
  const take = open.filter((one) => !left.has(one.id)).map((one) => one.id)
  const drop = leaveOut.filter((id) => state.proposals.get(id)?.state === 'open')
  const already = [...state.proposals.values()].some((one) => one.state === 'accepted')
  if (take.length === 0 && !already && !mayBeEmpty) return err({ reason: 'empty' })
  const deeds: ReviewDeed[] = []
  if (take.length > 0) deeds.push({ verb: 'accept', proposals: take })
  if (drop.length > 0) deeds.push({ verb: 'drop', proposals: drop })
  return ok({ deeds })
}

/** What goes into the programme, in order. */
export const listAccepted = (state: ReviewState): ReviewProposal[] =>
  [...state.proposals.values()]
    .filter((one) => one.state === 'accepted')
    .toSorted((a, b) => a.order - b.order)
