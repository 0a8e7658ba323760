import { Type, type Static } from 'typebox'
import type { Schemas } from '../http/endpoint.ts'

const Digits = Type.String({ pattern: '^[0-9]{1,15}$' })
const closed = { additionalProperties: false }
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

const JournalQuery = Type.Object(
  {
    event: Type.Optional(Type.String({ maxLength: 100 })),
    subject: Type.Optional(Type.String({ maxLength: 200 })),
    /** An account id finds also what others did for that person. */
    actor: Type.Optional(Type.String({ maxLength: 100 })),
    /** Days of Vietnam, both included. */
    from: Type.Optional(Type.String({ format: 'date' })),
    to: Type.Optional(Type.String({ format: 'date' })),
    /** Entries before this number: the way to the next page. */
    before: Type.Optional(Digits),
    size: Type.Optional(Digits),
  },
  closed,
)

export const JournalPage = Type.Object({
  items: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      at: Type.String(),
      actor: Type.String(),
      event: Type.String(),
      /** The event in a Vietnamese sentence. */
      sentence: Type.String(),
      subject: Type.String(),
      data: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  /** `before` of the next page; null at the end. */
  next: nullable(Type.Integer()),
})
export type JournalPage = Static<typeof JournalPage>

export const JournalState = Type.Object({
  entries: Type.Integer(),
  head: Type.Object({ seq: Type.Integer(), hash: Type.String() }),
  faults: Type.Array(Type.Object({ kind: Type.String(), seq: Type.Integer(), message: Type.String() })),
  checkedAt: Type.String(),
})
export type JournalState = Static<typeof JournalState>

export const QuarantinedJob = Type.Object({
  id: Type.Integer(),
  job: Type.String(),
  /** The job in Vietnamese: what it does, what is missing while it is not done, what to do. */
  title: Type.String(),
  missing: Type.String(),
  advice: Type.String(),
  seq: Type.Integer(),
  event: Type.String(),
  /** The event in a Vietnamese sentence. */
  sentence: Type.String(),
  subject: Type.String(),
  at: Type.String(),
  attempts: Type.Integer(),
  lastError: nullable(Type.String()),
})
export type QuarantinedJob = Static<typeof QuarantinedJob>
/** As the database knows it. */
export type HeldDelivery = Omit<QuarantinedJob, 'title' | 'missing' | 'advice' | 'sentence'>
export const JobList = Type.Object({
  items: Type.Array(QuarantinedJob),
  /** How many are still to be run, those in quarantine left out. */
  waiting: Type.Integer(),
  /** Every job by its name in the code, in Vietnamese. */
  titles: Type.Record(Type.String(), Type.String()),
})
export type JobList = Static<typeof JobList>

const JobParams = Type.Object({ id: Digits })

export const schemas = {
  listJournal: { summary: 'Nhật ký', query: JournalQuery, reply: JournalPage },
  checkJournal: { summary: 'Kiểm tra tính toàn vẹn của nhật ký', reply: JournalState },
  listJobs: { summary: 'Việc tự động đang chờ người xem', reply: JobList },
  retryJob: { summary: 'Chạy lại một việc tự động', params: JobParams },
  giveUpJob: {
    summary: 'Bỏ qua một việc tự động',
    params: JobParams,
    body: Type.Object({ reason: Type.String({ minLength: 3, maxLength: 500 }) }, closed),
  },
} as const satisfies Record<string, Schemas>
