import { Type, type Static } from 'typebox'
import { Span } from '../contract.ts'
import { Neighbour } from './archive-api.ts'

/** Words of requests and replies about a document that changes an earlier plan. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }

/** `parts`: what is not named stays; `whole`: what the new document no longer has has ended. */
export const AmendmentScope = Type.Enum(['parts', 'whole'])
export type AmendmentScope = Static<typeof AmendmentScope>

/** Null takes the record back: the document is a plan of its own. */
export const BaseEdit = Type.Object(
  { base: nullable(Type.String({ format: 'uuid' })), scope: AmendmentScope },
  closed,
)
export type BaseEdit = Static<typeof BaseEdit>

/** An amending sentence and the clauses of the plan that it means. */
export const AmendmentClause = Type.Object({
  verb: Type.Enum(['replace', 'revise', 'add', 'end', 'reword', 'note']),
  words: Type.String(),
  span: Span,
  /** Paths in the plan; empty when it was not found there or when single words change. */
  targets: Type.Array(Type.String()),
  /** Why words stay as they are, and what to do then; null when the sentence is not about words. */
  reason: nullable(Type.String()),
})
export type AmendmentClause = Static<typeof AmendmentClause>

/** What accepting the document as it is reviewed now would do to one item of the plan. */
export const Effect = Type.Object({
  change: Type.Enum(['added', 'changed', 'ended']),
  kind: Type.Enum(['task', 'target', 'deadline', 'reporting', 'trigger']),
  place: Type.String(),
  before: nullable(Type.String()),
  after: nullable(Type.String()),
  /** The words that end it; null when a new version merely no longer has it. */
  words: nullable(Type.String()),
})
export type Effect = Static<typeof Effect>

export const AmendmentReply = Type.Object({
  /** What the document says of itself; null: nothing. */
  stated: nullable(Type.Object({ scope: AmendmentScope, words: Type.String() })),
  /** Plans in the archive that it can mean; the likeliest first. */
  candidates: Type.Array(Neighbour),
  /** As it is recorded; null: not at all. */
  base: nullable(Neighbour),
  scope: nullable(AmendmentScope),
  /** Whether the plan that is changed was accepted and is followed. */
  isFollowed: Type.Boolean(),
  clauses: Type.Array(AmendmentClause),
  effects: Type.Array(Effect),
  /** How many items of the plan stay as they are. */
  kept: Type.Integer(),
})
export type AmendmentReply = Static<typeof AmendmentReply>
