import type { ProposalSeed } from './proposals.ts'
import type { TaskValue } from './review-api.ts'
import { applyAction, emptyReview, type ReviewAction, type ReviewDeed, type ReviewState } from './review.ts'

export const task = (text: string, change: Partial<TaskValue> = {}): TaskValue => ({
  kind: 'task',
  text,
  lead: [{ printed: 'Sở Xây dựng' }],
  partners: [],
  due: null,
  recurrence: null,
  output: null,
  ...change,
})

export const seed = (id: string, text: string, change: Partial<ProposalSeed> = {}): ProposalSeed => ({
  id,
  path: `III.${id}`,
  spans: [{ start: 0, end: text.length }],
  certainty: 'stated',
  rule: 'task.lead.subject',
  value: task(text),
  ...change,
})

/** An action at its place in the case; Lan acts unless somebody else does. */
export const action = (seq: number, deed: ReviewDeed, by = 'lan'): ReviewAction => ({
  id: `a${seq}`,
  seq,
  at: `2026-11-21T02:00:${String(seq % 60).padStart(2, '0')}.000Z`,
  by,
  deed,
})

/** The state after these deeds, one after the other. */
export const after = (...deeds: readonly ReviewDeed[]): ReviewState => {
  let state = emptyReview
  deeds.forEach((deed, i) => (state = applyAction(state, action(i + 1, deed))))
  return state
}

export const reading = (seeds: readonly ProposalSeed[], number = 1): ReviewDeed => ({
  verb: 'read',
  reading: number,
  seeds,
})

/** `id state` of every proposal in order: what a person would see on the page. */
export const glance = (state: ReviewState): string[] =>
  [...state.proposals.values()].toSorted((a, b) => a.order - b.order).map((one) => `${one.id} ${one.state}`)
