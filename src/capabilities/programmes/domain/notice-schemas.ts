import { Type, type Static } from 'typebox'
import { AssignmentState } from './assignment-schemas.ts'
import { RECIPIENTS } from './reminders.ts'

/** Notices on the wire. Part of the contract. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Digits = Type.String({ pattern: '^[0-9]{1,7}$' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Code = Type.String({ minLength: 1, maxLength: 80 })

/** What a person was told, with the duty as it stands now. */
export const NoticeView = Type.Object({
  id: Id,
  kind: Type.Enum(['stage', 'event', 'manual']),
  /** A reminder of a duty whose day had passed. */
  isOverdue: Type.Boolean(),
  words: Type.String(),
  madeAt: Type.String(),
  readAt: nullable(Type.String()),
  assignment: Id,
  text: Type.String(),
  plan: nullable(Type.String()),
  place: Type.String(),
  agencyName: nullable(Type.String()),
  state: AssignmentState,
  due: nullable(Day),
})
export type NoticeView = Static<typeof NoticeView>

export const NoticeQuery = Type.Object(
  {
    unread: Type.Optional(Type.Literal('1')),
    page: Type.Optional(Digits),
    size: Type.Optional(Digits),
  },
  closed,
)
export const NoticePage = Type.Object({
  items: Type.Array(NoticeView),
  total: Type.Integer(),
  unread: Type.Integer(),
  page: Type.Integer(),
  size: Type.Integer(),
})
export type NoticePage = Static<typeof NoticePage>

/** Counted no further than this. */
export const MOST_UNREAD = 1000
export const UnreadCount = Type.Object({ unread: Type.Integer() })
export type UnreadCount = Static<typeof UnreadCount>

const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' })
/** These, or all that were made until the moment at which the person looked. */
export const ReadNotices = Type.Union([
  Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 500 }) }, closed),
  Type.Object({ until: Instant }, closed),
])
export type ReadNotices = Static<typeof ReadNotices>

export const RecipientRoleName = Type.Enum([...RECIPIENTS])
const rule = {
  /** Days after the due day; before it when negative. */
  stage: Type.Integer({ minimum: -90, maximum: 365 }),
  /** None: nobody is told at this stage. */
  roles: Type.Array(RecipientRoleName, { maxItems: RECIPIENTS.length }),
  validFrom: Day,
  validTo: nullable(Day),
}
export const NewReminderRule = Type.Object(rule, closed)
export type NewReminderRule = Static<typeof NewReminderRule>
const hours = {
  /** Minutes of the day in Vietnam. */
  from: Type.Integer({ minimum: 0, maximum: 1439 }),
  until: Type.Integer({ minimum: 1, maximum: 1440 }),
  validFrom: Day,
}
export const NewReminderHours = Type.Object(hours, closed)
export type NewReminderHours = Static<typeof NewReminderHours>
export const ReminderRules = Type.Object({
  /** As they were written; of those of one stage the one that began last holds. */
  rules: Type.Array(Type.Object({ ...rule, isInForce: Type.Boolean() })),
  hours: Type.Array(Type.Object({ ...hours, isInForce: Type.Boolean() })),
  /** People who wait for a letter, and people whose address the mail server refuses. */
  letters: Type.Object({ waiting: Type.Integer(), refused: Type.Integer() }),
})
export type ReminderRules = Static<typeof ReminderRules>

/** The office asks for duties by hand. */
export const RemindRequest = Type.Object(
  {
    assignments: Type.Array(Id, { minItems: 1, maxItems: 1000 }),
    note: nullable(Type.String({ minLength: 1, maxLength: 1000 })),
  },
  closed,
)
export type RemindRequest = Static<typeof RemindRequest>
/** How many people were told, and how many of the duties are over and were left out. */
export const Reminded = Type.Object({ notices: Type.Integer(), left: Type.Integer() })
export type Reminded = Static<typeof Reminded>

export const ChatTextQuery = Type.Object({ agency: Code }, closed)
export const ChatText = Type.Object({ text: Type.String() })
export type ChatText = Static<typeof ChatText>
