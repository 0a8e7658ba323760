import { Type, type Static } from 'typebox'
import { ASSIGNMENT_STATES } from './assignment.ts'
import { TIMELINESS } from './timeliness.ts'
import { VERBS } from './assignment-verbs.ts'

/** Duties on the wire: what the pages and the phone send and get. Part of the contract. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const nullableText = nullable(Type.String())
const Digits = Type.String({ pattern: '^[0-9]{1,7}$' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Code = Type.String({ minLength: 1, maxLength: 80 })
const Words = Type.String({ minLength: 1, maxLength: 5000 })
const Reason = Type.String({ minLength: 3, maxLength: 2000 })
const Note = nullable(Type.String({ minLength: 1, maxLength: 2000 }))
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const calendars = {
  administrative: 'Kỳ hành chính (từ ngày 15 tháng trước đến ngày 14)',
  calendar: 'Tháng dương lịch',
} as const
export const CalendarName = Type.Enum(['administrative', 'calendar'])

const EvidenceShape = Type.Union([
  Type.Object(
    { kind: Type.Literal('file'), sha256: Hash, name: Type.String({ minLength: 1, maxLength: 300 }) },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('link'),
      url: Type.String({ pattern: '^https?://\\S+$', maxLength: 2000 }),
      name: nullable(Type.String({ minLength: 1, maxLength: 300 })),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('figure'),
      value: Type.Number(),
      unit: nullable(Type.String({ minLength: 1, maxLength: 60 })),
      what: Type.String({ minLength: 1, maxLength: 300 }),
    },
    closed,
  ),
])
const EvidenceList = Type.Array(EvidenceShape, { maxItems: 50 })

const verb = <const V extends string>(name: V) => ({ verb: Type.Literal(name) })

/** What a person may send; moving duties of an agency that ended is the system's and the office's own. */
export const SentDeed = Type.Union([
  Type.Object({ ...verb('assign'), agency: Code, due: nullable(Day), note: Note }, closed),
  Type.Object(verb('open'), closed),
  Type.Object(verb('accept'), closed),
  Type.Object({ ...verb('refuse'), reason: Reason }, closed),
  Type.Object({ ...verb('delegate'), to: nullable(Code), note: Note }, closed),
  Type.Object(
    {
      ...verb('report'),
      words: Words,
      percent: nullable(Type.Integer({ minimum: 0, maximum: 100 })),
      evidence: EvidenceList,
    },
    closed,
  ),
  Type.Object({ ...verb('submit'), words: Words, evidence: EvidenceList }, closed),
  Type.Object(verb('approve'), closed),
  Type.Object({ ...verb('return'), reason: Reason }, closed),
  Type.Object({ ...verb('verify'), note: Note }, closed),
  Type.Object(verb('close'), closed),
  Type.Object({ ...verb('ask-extension'), until: Day, reason: Reason }, closed),
  Type.Object({ ...verb('grant-extension'), until: Day, note: Note }, closed),
  Type.Object({ ...verb('deny-extension'), reason: Reason }, closed),
  Type.Object({ ...verb('give-opinion'), words: Words, evidence: EvidenceList }, closed),
  Type.Object({ ...verb('instruct'), words: Words }, closed),
  Type.Object({ ...verb('move'), agency: Code, reason: Reason }, closed),
  Type.Object({ ...verb('withdraw'), reason: Reason }, closed),
  Type.Object({ ...verb('set-aside'), reason: Reason }, closed),
  Type.Object({ ...verb('reopen'), reason: Reason }, closed),
])
export type SentDeed = Static<typeof SentDeed>

const sent = {
  /** Made by the device: sending it twice does it once. */
  id: Type.String({ pattern: '^[0-9A-Za-z-]{8,64}$' }),
  /** The action of this device on this duty that comes before it and may still be on its way. */
  after: nullable(Type.String({ pattern: '^[0-9A-Za-z-]{8,64}$' })),
  /** When the person acted. */
  at: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,3})?Z$' }),
  deed: SentDeed,
}
export const SentAction = Type.Object(sent, closed)
export type SentAction = Static<typeof SentAction>
/** What a phone or a choice of many duties sends at once. */
export const SentActions = Type.Object(
  { actions: Type.Array(Type.Object({ assignment: Id, ...sent }, closed), { minItems: 1, maxItems: 500 }) },
  closed,
)
export type SentActions = Static<typeof SentActions>

/** What became of an action: done; kept as a conflict; waiting for the one before it; or not taken in, with the reason. */
export const actionFates = ['applied', 'conflict', 'waiting', 'refused'] as const
export const ActionFates = Type.Object({
  items: Type.Array(
    Type.Object({
      assignment: Id,
      id: Type.String(),
      fate: Type.Enum([...actionFates]),
      reason: nullableText,
    }),
  ),
})
export type ActionFates = Static<typeof ActionFates>

export const AssignmentState = Type.Enum([...ASSIGNMENT_STATES])
export const TimelinessName = Type.Enum([...TIMELINESS])

export const Assignment = Type.Object({
  id: Id,
  programme: nullable(Id),
  programmeNumber: nullableText,
  /** The task of the plan; null when the duty was typed by hand. */
  item: nullable(Id),
  document: nullable(Id),
  /** The clause: `V.15.(1)`; empty for a duty typed by hand. */
  place: Type.String(),
  text: Type.String(),
  output: nullableText,
  sourceNote: nullableText,
  kind: Type.Enum(['once', 'recurring', 'standing']),
  /** The period that this one is for, in words; null when it is for none. */
  period: nullableText,
  agency: nullable(Code),
  agencyName: nullableText,
  delegate: nullable(Code),
  delegateName: nullableText,
  partners: Type.Array(Type.Object({ code: Code, name: Type.String() })),
  state: AssignmentState,
  timeliness: TimelinessName,
  /** Days past the due day; null when not late. */
  daysLate: nullable(Type.Integer()),
  isDueSoon: Type.Boolean(),
  due: nullable(Day),
  /** As first ordered, before any extension. */
  firstDue: nullable(Day),
  /** When a standing duty must next be reported on. */
  reviewDue: nullable(Day),
  /** By which it is late: the earlier of the two. */
  nextDue: nullable(Day),
  extension: nullable(Type.Object({ until: Day, reason: Type.String() })),
  extensions: Type.Integer(),
  percent: nullable(Type.Integer()),
  openedAt: nullableText,
  reportedAt: nullableText,
  submittedAt: nullableText,
  verifiedAt: nullableText,
  returns: Type.Integer(),
  lastAt: nullableText,
  /** Actions kept for a person to look at. */
  conflicts: Type.Integer(),
  version: Type.Integer(),
})
export type Assignment = Static<typeof Assignment>

/** đúng hạn / quá hạn / chưa đến hạn: the first four add up to `all`. */
export const Totals = Type.Object({
  all: Type.Integer(),
  doneOnTime: Type.Integer(),
  doneLate: Type.Integer(),
  overdue: Type.Integer(),
  notDue: Type.Integer(),
  notCounted: Type.Integer(),
  /** Of those not done: due within the week; reported and waiting for the office; not opened; refused. */
  dueSoon: Type.Integer(),
  awaiting: Type.Integer(),
  unopened: Type.Integer(),
  refused: Type.Integer(),
  extensionAsked: Type.Integer(),
  conflicts: Type.Integer(),
})
export type Totals = Static<typeof Totals>

export const boardGroups = {
  agency: 'Cơ quan',
  section: 'Mục của kế hoạch',
  programme: 'Kế hoạch',
  timeliness: 'Tình trạng',
  commune: 'Xã, phường',
  day: 'Ngày đến hạn',
} as const

/** `counted`: all that the totals count; `open`: those of them that are not done. */
export const TimelinessFilter = Type.Enum([...TIMELINESS, 'counted', 'open'])

const filters = {
  programme: Type.Optional(Id),
  /** Answers for it, does it or works along. */
  agency: Type.Optional(Code),
  /** Answers for it. */
  lead: Type.Optional(Code),
  /** Does it: the unit or commune that it was passed to, or else whoever answers for it. */
  doer: Type.Optional(Code),
  /** For whoever sees by agency: what those agencies answer for or do themselves, or only work along with. */
  part: Type.Optional(Type.Enum(['own', 'partner'])),
  /** Typed by hand, of no plan. */
  byHand: Type.Optional(Type.Literal('yes')),
  /** First number of the clause. */
  section: Type.Optional(Type.String({ maxLength: 80 })),
  item: Type.Optional(Id),
  timeliness: Type.Optional(TimelinessFilter),
  state: Type.Optional(AssignmentState),
  /** What needs somebody. */
  attention: Type.Optional(
    Type.Enum(['due-soon', 'awaiting', 'unopened', 'refused', 'extension', 'conflicts', 'returned']),
  ),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  q: Type.Optional(Type.String({ maxLength: 200 })),
}
export const AssignmentQuery = Type.Object(
  { ...filters, page: Type.Optional(Digits), size: Type.Optional(Digits) },
  closed,
)
export type AssignmentQuery = Static<typeof AssignmentQuery>
/** `verbs`: what the asker may do with it now. */
export const ListedAssignment = Type.Object({
  ...Assignment.properties,
  verbs: Type.Array(Type.Enum([...VERBS])),
})
export type ListedAssignment = Static<typeof ListedAssignment>
export const AssignmentPage = Type.Object({
  items: Type.Array(ListedAssignment),
  total: Type.Integer(),
  page: Type.Integer(),
  size: Type.Integer(),
})
export type AssignmentPage = Static<typeof AssignmentPage>

export const BoardQuery = Type.Object({ ...filters, by: Type.Enum(Object.keys(boardGroups)) }, closed)
export type BoardQuery = Static<typeof BoardQuery>
export const Board = Type.Object({
  /** The day on which it was counted. */
  on: Day,
  rows: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Type.String(),
      totals: Totals,
      /** How many were overdue on this day and on each of the eleven weeks before, the oldest first. */
      overdueByWeek: Type.Array(Type.Integer()),
    }),
  ),
  totals: Totals,
  overdueByWeek: Type.Array(Type.Integer()),
})
export type Board = Static<typeof Board>

export const AssignmentParams = Type.Object({ id: Id })
export const EvidenceParams = Type.Object({ id: Id, sha256: Hash })

/** One entry of the story of a duty. */
export const StoryEntry = Type.Object({
  id: Type.String(),
  verb: Type.Enum([...VERBS]),
  at: Type.String(),
  receivedAt: Type.String(),
  /** The account, as the journal names it. */
  by: Type.String(),
  as: Type.Enum(['office', 'leader', 'head', 'agency', 'delegate', 'partner', 'system']),
  fate: Type.Enum(['applied', 'conflict', 'waiting']),
  /** Reason, note or words, where there are any. */
  words: nullableText,
  percent: nullable(Type.Integer()),
  /** The day asked for, granted or ordered. */
  day: nullable(Day),
  agency: nullable(Code),
  agencyName: nullableText,
  evidence: Type.Array(EvidenceShape),
})
export type StoryEntry = Static<typeof StoryEntry>
export const AssignmentDetail = Type.Object({
  ...Assignment.properties,
  story: Type.Array(StoryEntry),
  /** What the asker may do now. */
  verbs: Type.Array(Type.Enum([...VERBS])),
  /** Where the clause stands in the document. */
  spans: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() })),
})
export type AssignmentDetail = Static<typeof AssignmentDetail>

const making = {
  calendar: CalendarName,
  /** Recurring duties are made for these days. */
  from: Day,
  until: Day,
  /** How often standing duties are looked at; null: not before their end. */
  review: nullable(Type.Enum(['monthly', 'quarterly', 'every 6 months', 'yearly'])),
}
/** Absent: as the plan suggests. */
export const MakingQuery = Type.Partial(
  Type.Object({ ...making, review: Type.Enum(['none', 'monthly', 'quarterly', 'every 6 months', 'yearly']) }),
  closed,
)
export type MakingQuery = Static<typeof MakingQuery>
export const NewAssignments = Type.Object(
  {
    ...making,
    /** Only of these tasks; null: of all. */ items: nullable(Type.Array(Id, { maxItems: 2000 })),
  },
  closed,
)
export type NewAssignments = Static<typeof NewAssignments>
export const PlannedAssignments = Type.Object({
  ...making,
  items: Type.Array(
    Type.Object({
      item: Id,
      path: Type.String(),
      text: Type.String(),
      kind: Type.Enum(['once', 'recurring', 'standing']),
      members: Type.Array(Type.Object({ code: Code, name: Type.String() })),
      partners: Type.Array(Type.Object({ code: Code, name: Type.String() })),
      unknown: Type.Array(Type.String()),
      turns: Type.Array(Type.Object({ due: nullable(Day), period: nullableText })),
      /** How many it comes to, and how many of them are there already. */
      count: Type.Integer(),
      made: Type.Integer(),
    }),
  ),
  count: Type.Integer(),
  made: Type.Integer(),
})
export type PlannedAssignments = Static<typeof PlannedAssignments>
export const MadeAssignments = Type.Object({ batch: Id, made: Type.Integer(), existed: Type.Integer() })
export type MadeAssignments = Static<typeof MadeAssignments>

/** Open duties of an agency that ended and whose work several others took over. */
export const LeftBehindAssignments = Type.Object({
  items: Type.Array(
    Type.Object({
      assignment: Assignment,
      successors: Type.Array(Type.Object({ code: Code, name: Type.String() })),
    }),
  ),
})
export type LeftBehindAssignments = Static<typeof LeftBehindAssignments>
/** Gives each of these duties to the successors of its agency; null: to all of them. */
export const FannedOutAssignments = Type.Object(
  {
    assignments: Type.Array(Id, { minItems: 1, maxItems: 200 }),
    agencies: nullable(Type.Array(Code, { minItems: 1, maxItems: 300 })),
  },
  closed,
)
export type FannedOutAssignments = Static<typeof FannedOutAssignments>

/** A duty from a letter, a telephone call, a leader's note: one for each agency named. */
export const HandAssignment = Type.Object(
  {
    text: Type.String({ minLength: 3, maxLength: 10_000 }),
    agencies: Type.Array(Code, { minItems: 1, maxItems: 300 }),
    partners: Type.Array(Code, { maxItems: 100 }),
    due: nullable(Day),
    output: nullable(Type.String({ minLength: 1, maxLength: 2000 })),
    sourceNote: Type.String({ minLength: 3, maxLength: 1000 }),
  },
  closed,
)
export type HandAssignment = Static<typeof HandAssignment>

export const EvidenceQuery = Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }) }, closed)
export const EvidenceFile = Type.Object({
  sha256: Hash,
  name: Type.String(),
  type: Type.String(),
  size: Type.Integer(),
})
export type EvidenceFile = Static<typeof EvidenceFile>
