import type { Span } from '../contract.ts'
import { toSeedKey, type ProposalSeed } from './proposals.ts'
import { toAddedId, type Proposal, type ProposalValue } from './review-api.ts'

/**
 * The review of a document is its actions; its state is a fold over them. An action that is already there
 * (same id) changes nothing, so that sending again is harmless.
 */

/** What happened, with every choice made: nothing in it depends on the state that it meets. */
export type ReviewDeed =
  | { readonly verb: 'read'; readonly reading: number; readonly seeds: readonly ProposalSeed[] }
  | { readonly verb: 'accept'; readonly proposals: readonly string[] }
  | {
      readonly verb: 'edit'
      readonly proposal: string
      readonly value: ProposalValue
      readonly keepOpen: boolean
    }
  | { readonly verb: 'split'; readonly proposal: string; readonly into: readonly ProposalValue[] }
  | { readonly verb: 'merge'; readonly proposals: readonly string[]; readonly value: ProposalValue }
  | {
      readonly verb: 'add'
      readonly value: ProposalValue
      readonly path: string
      readonly spans: readonly Span[]
    }
  | { readonly verb: 'drop'; readonly proposals: readonly string[] }
  | { readonly verb: 'restore'; readonly proposals: readonly string[] }
  | { readonly verb: 'take-back'; readonly proposal: string }

export interface ReviewAction {
  /** Made by whoever intended it. */
  readonly id: string
  /** Its place in the case, from 1: the version of the review after it. */
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly deed: ReviewDeed
}

/** A proposal with what only the fold needs. */
export interface ReviewProposal extends Proposal {
  /** The action that made it, when it came of a split, a merge or a hand. */
  readonly madeBy: string | undefined
  /** The action that put others in its place. */
  readonly replacedBy: string | undefined
  /** A person did something to it. */
  readonly touched: boolean
}

export interface ReviewState {
  readonly version: number
  readonly proposals: ReadonlyMap<string, ReviewProposal>
  readonly seen: ReadonlySet<string>
  /** What each action touched, for telling the one who was too late. */
  readonly history: readonly { readonly action: ReviewAction; readonly touched: readonly string[] }[]
}

export const emptyReview: ReviewState = {
  version: 0,
  proposals: new Map(),
  seen: new Set(),
  history: [],
}

/** The state after all these actions. */
export const foldReview = (
  actions: readonly ReviewAction[],
  from: ReviewState = emptyReview,
): ReviewState => {
  let state = from
  for (const action of actions) state = applyAction(state, action)
  return state
}

/** One step of the fold. */
export const applyAction = (state: ReviewState, action: ReviewAction): ReviewState => {
  if (state.seen.has(action.id)) return state
  const changed = changedBy(state, action)
  const proposals = new Map(state.proposals)
  for (const proposal of changed) proposals.set(proposal.id, { ...proposal, version: action.seq })
  return {
    version: action.seq,
    proposals,
    seen: new Set(state.seen).add(action.id),
    history: [...state.history, { action, touched: changed.map((proposal) => proposal.id) }],
  }
}

const changedBy = (state: ReviewState, action: ReviewAction): ReviewProposal[] => {
  const { deed } = action
  const decided = { decidedBy: action.by, decidedAt: action.at, touched: true }
  switch (deed.verb) {
    case 'read':
      return readAgain(state, deed.seeds)
    case 'accept':
      return pick(state, deed.proposals).map((one) => ({ ...one, ...decided, state: 'accepted' as const }))
    case 'drop':
      return pick(state, deed.proposals).map((one) => ({ ...one, ...decided, state: 'dropped' as const }))
    case 'edit':
      return pick(state, [deed.proposal]).map((one) => ({
        ...one,
        ...(deed.keepOpen ? { touched: true } : decided),
        value: deed.value,
        edited: !isSameValue(deed.value, one.source),
        state: deed.keepOpen ? ('open' as const) : ('accepted' as const),
      }))
    case 'split':
      return replace(state, action, [deed.proposal], deed.into)
    case 'merge':
      return replace(state, action, deed.proposals, [deed.value])
    case 'add':
      return [addByHand(state, action, deed)]
    case 'restore':
      return restore(state, deed.proposals)
    case 'take-back':
      return pick(state, [deed.proposal])
        .filter(isAddition)
        .map((one) => ({ ...one, ...decided, state: 'undone' as const }))
  }
}

/** Typed by hand as a whole: neither read nor made of others. */
export const isAddition = ({ origin, from }: Proposal): boolean => origin === 'hand' && from.length === 0

/** Whatever order the fields came in. */
const isSameValue = (a: ProposalValue, b: ProposalValue | null): boolean => {
  const inOrder = (_: string, part: unknown): unknown =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder)
}

const isLive = (proposal: ReviewProposal): boolean =>
  proposal.state === 'open' || proposal.state === 'accepted' || proposal.state === 'dropped'

/** Those of the named ones that can still be decided on. */
const pick = (state: ReviewState, ids: readonly string[]): ReviewProposal[] =>
  ids.flatMap((id) => {
    const proposal = state.proposals.get(id)
    return proposal && isLive(proposal) ? [proposal] : []
  })

const bySeed = (seed: ProposalSeed, order: number): ReviewProposal => ({
  id: seed.id,
  order,
  path: seed.path,
  spans: [...seed.spans],
  certainty: seed.certainty,
  rule: seed.rule,
  origin: 'read',
  source: seed.value,
  value: seed.value,
  state: 'open',
  edited: false,
  from: [],
  version: 0,
  decidedBy: null,
  decidedAt: null,
  madeBy: undefined,
  replacedBy: undefined,
  touched: false,
})

/**
 * A newer reading takes the place of what nobody has looked at. What a person decided stays as it was decided;
 * where the new reading says the same again, the known proposal stands for it.
 */
const readAgain = (state: ReviewState, seeds: readonly ProposalSeed[]): ReviewProposal[] => {
  const kept = new Map<string, ReviewProposal>()
  const changed: ReviewProposal[] = []
  for (const proposal of state.proposals.values()) {
    if (proposal.source === null) continue
    if (proposal.touched) kept.set(toSeedKey({ path: proposal.path, value: proposal.source }), proposal)
    else if (isLive(proposal)) changed.push({ ...proposal, state: 'undone' })
  }
  seeds.forEach((seed, i) => {
    const known = kept.get(toSeedKey(seed))
    changed.push(known ? { ...known, order: i + 1 } : bySeed(seed, i + 1))
  })
  return changed
}

const orders = (state: ReviewState): number[] =>
  [...state.proposals.values()].map((proposal) => proposal.order).toSorted((a, b) => a - b)

/** Room for `count` places right after `order` and before the next one. */
const placesAfter = (state: ReviewState, order: number, count: number): number[] => {
  const next = orders(state).find((other) => other > order) ?? order + 1
  return Array.from({ length: count }, (_, i) => order + ((next - order) * (i + 1)) / (count + 1))
}

const replace = (
  state: ReviewState,
  action: ReviewAction,
  ids: readonly string[],
  values: readonly ProposalValue[],
): ReviewProposal[] => {
  const wholes = pick(state, ids)
  const first = wholes.toSorted((a, b) => a.order - b.order)[0]
  if (!first) return []
  const places = placesAfter(state, first.order, values.length)
  const spans = uniqueSpans(wholes.flatMap((whole) => whole.spans))
  const pieces = values.map((value, i): ReviewProposal => ({
    ...first,
    id: `${action.id}-${i + 1}`,
    order: places[i] ?? first.order,
    spans,
    certainty: wholes.every((whole) => whole.certainty === first.certainty) ? first.certainty : 'inferred',
    source: null,
    value,
    state: 'accepted',
    edited: true,
    from: wholes.map((whole) => whole.id),
    decidedBy: action.by,
    decidedAt: action.at,
    madeBy: action.id,
    replacedBy: undefined,
    touched: true,
  }))
  return [
    ...wholes.map((whole) => ({
      ...whole,
      state: 'replaced' as const,
      replacedBy: action.id,
      touched: true,
    })),
    ...pieces,
  ]
}

const uniqueSpans = (spans: readonly Span[]): Span[] =>
  [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )

const addByHand = (
  state: ReviewState,
  action: ReviewAction,
  deed: ReviewDeed & { verb: 'add' },
): ReviewProposal => {
  const beside = [...state.proposals.values()].filter((one) => one.path === deed.path && deed.path !== '')
  const last = Math.max(0, ...(beside.length > 0 ? beside.map((one) => one.order) : orders(state)))
  return {
    id: toAddedId(action.id),
    order: beside.length > 0 ? (placesAfter(state, last, 1)[0] ?? last) : Math.floor(last) + 1,
    path: deed.path,
    spans: uniqueSpans(deed.spans),
    certainty: 'stated',
    rule: null,
    origin: 'hand',
    source: null,
    value: deed.value,
    state: 'accepted',
    edited: true,
    from: [],
    version: action.seq,
    decidedBy: action.by,
    decidedAt: action.at,
    madeBy: action.id,
    replacedBy: undefined,
    touched: true,
  }
}

/** What came of the action that replaced these, and everything that it replaced. */
export const groupOf = (
  state: ReviewState,
  replacedBy: string,
): { readonly wholes: ReviewProposal[]; readonly pieces: ReviewProposal[] } => {
  const all = [...state.proposals.values()]
  return {
    wholes: all.filter((one) => one.replacedBy === replacedBy && one.state === 'replaced'),
    pieces: all.filter((one) => one.madeBy === replacedBy && one.state !== 'undone'),
  }
}

const restore = (state: ReviewState, ids: readonly string[]): ReviewProposal[] => {
  const open = { state: 'open' as const, decidedBy: null, decidedAt: null, touched: true }
  const changed = new Map<string, ReviewProposal>()
  for (const id of ids) {
    const proposal = state.proposals.get(id)
    if (!proposal || changed.has(id)) continue
    if (proposal.state === 'replaced' && proposal.replacedBy !== undefined) {
      const { wholes, pieces } = groupOf(state, proposal.replacedBy)
      if (pieces.some((piece) => piece.state === 'replaced')) continue
      for (const whole of wholes) changed.set(whole.id, { ...whole, ...open, replacedBy: undefined })
      for (const piece of pieces) changed.set(piece.id, { ...piece, state: 'undone', touched: true })
    } else if (proposal.state === 'accepted' || proposal.state === 'dropped') {
      changed.set(id, { ...proposal, ...open })
    }
  }
  return [...changed.values()]
}
