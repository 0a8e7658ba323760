import { Type, type Static } from 'typebox'
import {
  Certainty,
  Comparator,
  DeadlineKind,
  ExtractedTarget,
  Frequency,
  RaisedFinding,
  ResolvedParty,
  Span,
} from '../contract.ts'
import { Counts, DocumentState } from './archive-api.ts'

/**
 * Words of the review. What the reader said is `source` and never changes; what people decided is `value`.
 *
 * How two officers work at once: `GET …/review` carries the review's version as its ETag. Each command names
 * in `If-Match` the version that its sender had seen. It is refused (412) only when a proposal that it touches
 * was changed after that version; the refusal's `facts.changes` say what happened. The reply brings everything
 * that changed since the version named, so that the sender sees the other's work as well.
 */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Words = Type.String({ minLength: 1, maxLength: 10_000 })
const nullableWords = nullable(Type.String({ minLength: 1, maxLength: 2000 }))

/** Who is meant: the printed name, and where a person decided it, the code and the members. */
export const PartyValue = Type.Object(
  {
    printed: Type.String({ minLength: 1, maxLength: 500 }),
    /** A code of the register of agencies (agency or group), set by a person; else the printed name is looked up. */
    code: Type.Optional(Type.String({ maxLength: 80 })),
    /** Agencies that a person chose in place of the group's members. */
    members: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 500 })),
  },
  closed,
)
export type PartyValue = Static<typeof PartyValue>
const Parties = Type.Array(PartyValue, { maxItems: 100 })

export const TaskValue = Type.Object(
  {
    kind: Type.Literal('task'),
    text: Words,
    lead: Parties,
    partners: Parties,
    due: nullableWords,
    recurrence: nullableWords,
    output: nullableWords,
  },
  closed,
)
export type TaskValue = Static<typeof TaskValue>
export const TargetValue = Type.Object(
  {
    kind: Type.Literal('target'),
    indicator: Words,
    comparator: Comparator,
    value: ExtractedTarget.properties.value,
    unit: nullableWords,
    direction: ExtractedTarget.properties.direction,
    baseline: nullable(Type.Integer()),
  },
  closed,
)
export type TargetValue = Static<typeof TargetValue>
export const DeadlineValue = Type.Object(
  {
    kind: Type.Literal('deadline'),
    deadline: DeadlineKind,
    on: nullableWords,
    recurrence: nullableWords,
    what: Words,
    who: Parties,
  },
  closed,
)
export type DeadlineValue = Static<typeof DeadlineValue>
export const ReportingValue = Type.Object(
  {
    kind: Type.Literal('reporting'),
    frequency: Type.Array(Frequency, { minItems: 1 }),
    from: Parties,
    to: nullableWords,
  },
  closed,
)
export type ReportingValue = Static<typeof ReportingValue>
export const TriggerValue = Type.Object({ kind: Type.Literal('trigger'), when: Words, must: Words }, closed)
export type TriggerValue = Static<typeof TriggerValue>

export const ProposalValue = Type.Union([TaskValue, TargetValue, DeadlineValue, ReportingValue, TriggerValue])
export type ProposalValue = Static<typeof ProposalValue>
export type ProposalKind = ProposalValue['kind']
export const proposalKinds = ['task', 'target', 'deadline', 'reporting', 'trigger'] as const

/**
 * `open`: waits for a decision; `accepted`; `dropped`; `replaced`: split or merged into others (restoring it
 * takes those back); `undone`: came of a split or merge that was taken back, or of an addition taken back.
 */
export const ProposalState = Type.Enum(['open', 'accepted', 'dropped', 'replaced', 'undone'])
export type ProposalState = Static<typeof ProposalState>

const LIMITS: ReadonlySet<string> = new Set(['minLength', 'maxLength', 'minItems', 'maxItems'])

/** The same schema as plain JSON, without lengths and counts. */
const withoutLimits = (schema: object): object =>
  JSON.parse(JSON.stringify(schema, (key, part: unknown) => (LIMITS.has(key) ? undefined : part))) as object

/**
 * A value as replies carry it. What people send has limits; what the reader found in a document is as long as the
 * document made it, and must never be refused on its way out.
 */
const ProposalReply = Type.Unsafe<ProposalValue>(withoutLimits(ProposalValue))

export const Proposal = Type.Object({
  /** Unique within the document and stable. */
  id: Type.String(),
  /** Order in the document; pieces of a split stand where the whole stood. */
  order: Type.Number(),
  path: Type.String(),
  spans: Type.Array(Span),
  certainty: Certainty,
  /** The reader's rule; null when added by hand. */
  rule: nullable(Type.String()),
  origin: Type.Enum(['read', 'hand']),
  /** What the reader said; null when added by hand, split or merged. */
  source: nullable(ProposalReply),
  value: ProposalReply,
  state: ProposalState,
  /** A person changed the value. */
  edited: Type.Boolean(),
  /** The proposals that this one was split or merged from. */
  from: Type.Array(Type.String()),
  /** The review's version at which it last changed. */
  version: Type.Integer(),
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Type.String()),
})
export type Proposal = Static<typeof Proposal>

export const Party = Type.Object({
  ...ResolvedParty.properties,
  /** The agency was abolished or renamed by the day of the document; `successor` took over. */
  state: nullable(Type.Enum(['current', 'abolished', 'renamed'])),
  successors: Type.Array(Type.String()),
  /** How many live proposals name it. */
  uses: Type.Integer(),
})
export type Party = Static<typeof Party>

export const Review = Type.Object({
  document: Type.String(),
  state: DocumentState,
  version: Type.Integer(),
  counts: Counts,
  proposals: Type.Array(Proposal),
  /** Every printed name in the proposals, as it was looked up on the day of the document. */
  parties: Type.Array(Party),
  /** Names of the codes that occur in `members`. */
  agencies: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  findings: Type.Array(RaisedFinding),
})
export type Review = Static<typeof Review>

// --- commands -------------------------------------------------------------------------------------------------

/** Made by the client, once per intention: a command that is sent again does nothing and is answered again. */
const action = { id: Type.String({ format: 'uuid' }) }
const ProposalId = Type.String({ minLength: 1, maxLength: 120 })
const ProposalIds = Type.Array(ProposalId, { minItems: 1, maxItems: 2000, uniqueItems: true })

export const ReviewCommand = Type.Union([
  Type.Object({ ...action, verb: Type.Literal('accept'), proposals: ProposalIds }, closed),
  /** All open proposals that the words of the document state. */
  Type.Object({ ...action, verb: Type.Literal('accept-stated') }, closed),
  /** The whole new value; it also decides: the proposal is then accepted unless `keepOpen`. */
  Type.Object(
    {
      ...action,
      verb: Type.Literal('edit'),
      proposal: ProposalId,
      value: ProposalValue,
      keepOpen: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  Type.Object(
    {
      ...action,
      verb: Type.Literal('split'),
      proposal: ProposalId,
      into: Type.Array(ProposalValue, { minItems: 2, maxItems: 50 }),
    },
    closed,
  ),
  Type.Object(
    {
      ...action,
      verb: Type.Literal('merge'),
      proposals: Type.Array(ProposalId, { minItems: 2, maxItems: 50, uniqueItems: true }),
      value: ProposalValue,
    },
    closed,
  ),
  /** By hand; `path` and `spans` when it rests on a clause. */
  Type.Object(
    {
      ...action,
      verb: Type.Literal('add'),
      value: ProposalValue,
      path: Type.Optional(Type.String({ maxLength: 100 })),
      spans: Type.Optional(Type.Array(Span, { maxItems: 50 })),
    },
    closed,
  ),
  Type.Object({ ...action, verb: Type.Literal('drop'), proposals: ProposalIds }, closed),
  /** Back to open: takes a decision, a drop, a split or a merge back. */
  Type.Object({ ...action, verb: Type.Literal('restore'), proposals: ProposalIds }, closed),
  /** What was added by hand was added by mistake: as if it had never been. */
  Type.Object({ ...action, verb: Type.Literal('take-back'), proposal: ProposalId }, closed),
])

/** The id that an addition gives to what it adds. */
export const toAddedId = (action: string): string => `${action}-1`
export type ReviewCommand = Static<typeof ReviewCommand>

/** Everything that changed since the version that the command named. */
export const ReviewReply = Type.Object({
  version: Type.Integer(),
  state: DocumentState,
  counts: Counts,
  changed: Type.Array(Proposal),
  parties: Type.Array(Party),
  agencies: Review.properties.agencies,
})
export type ReviewReply = Static<typeof ReviewReply>

/** In the `facts` of a 412: what others did to the proposals of the refused command. */
export const OtherChange = Type.Object({
  proposal: Type.String(),
  verb: Type.String(),
  version: Type.Integer(),
  by: Type.String(),
  at: Type.String(),
})
export type OtherChange = Static<typeof OtherChange>

/** `leaveOut`: undecided proposals that are not to be in the programme; open stated ones are accepted along. */
export const Acceptance = Type.Object(
  { leaveOut: Type.Optional(Type.Array(ProposalId, { maxItems: 2000, uniqueItems: true })) },
  closed,
)
export const Accepted = Type.Object({
  document: Type.String(),
  acceptance: Type.Integer(),
  accepted: Type.Integer(),
  dropped: Type.Integer(),
  version: Type.Integer(),
})
export type Accepted = Static<typeof Accepted>
