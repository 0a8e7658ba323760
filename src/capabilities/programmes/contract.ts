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
} from '#capabilities/documents/contract.ts'

export { isSettled } from '#capabilities/documents/contract.ts'
export type {
  AcceptedDocument,
  PlanInForce,
  RaisedFinding,
  ResolvedParty,
} from '#capabilities/documents/contract.ts'

/** The door of `programmes`: what a plan asks for, who must do it by when, each with the clause it came from. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Digits = Type.String({ pattern: '^[0-9]{1,7}$' })
const nullableText = nullable(Type.String())

export const programmePermissions = {
  'programmes.view': 'Xem kế hoạch, nhiệm vụ, chỉ tiêu',
  'programmes.edit': 'Thêm và sửa nhiệm vụ của kế hoạch',
  'programmes.assignment.view': 'Xem nhiệm vụ đã giao và tình hình thực hiện',
  'programmes.assignment.manage': 'Giao, xác nhận hoàn thành, trả lại, thu hồi nhiệm vụ',
  'programmes.assignment.decide': 'Cho ý kiến chỉ đạo, quyết định gia hạn nhiệm vụ',
  'programmes.assignment.approve': 'Duyệt báo cáo hoàn thành của cơ quan mình',
  'programmes.assignment.report': 'Tiếp nhận nhiệm vụ, báo cáo kết quả',
  'programmes.evidence.view': 'Xem tài liệu, hình ảnh minh chứng kết quả',
  'programmes.target.enter': 'Nhập số liệu thực hiện chỉ tiêu',
  'programmes.target.manage': 'Đặt cách lấy số liệu, giao cơ quan cung cấp số liệu của chỉ tiêu',
  'programmes.budget.view': 'Xem kinh phí của kế hoạch',
  'programmes.budget.edit': 'Ghi dự toán, số đã cấp, số đã chi của kế hoạch',
} as const

export const programmeEvents = {
  'programme.created': 'Lập kế hoạch theo dõi từ văn bản đã duyệt.',
  'programme.updated': 'Cập nhật kế hoạch theo văn bản được duyệt lại hoặc sửa đổi.',
  'programme.joined': 'Nhập kế hoạch vào kế hoạch mà văn bản của nó thay thế hoặc sửa đổi.',
  'programme.parted':
    'Tách thành kế hoạch riêng vì văn bản được duyệt lại, không còn thay thế hoặc sửa đổi kế hoạch kia.',
  'programme.withdrawn': 'Ngừng kế hoạch vì văn bản bị thu hồi.',
  'programme.resumed': 'Theo dõi lại kế hoạch vì văn bản được đưa trở lại.',
  'programme.task-added': 'Thêm nhiệm vụ bằng tay.',
  'programme.task-edited': 'Sửa nhiệm vụ.',
  'programme.agencies-known': 'Nhận ra cơ quan mà kế hoạch ghi tên, theo danh bạ.',
  'programme.agencies-forgotten': 'Bỏ cơ quan hiểu theo một tên gọi vừa được bỏ khỏi danh bạ.',
  'programme.task-ended': 'Ngừng một nhiệm vụ kèm lý do.',
  'assignment.made': 'Giao nhiệm vụ của kế hoạch cho các cơ quan.',
  'assignment.given-by-hand': 'Giao nhiệm vụ nhập bằng tay.',
  'assignment.fanned-out': 'Giao lại nhiệm vụ cho các cơ quan kế thừa.',
  'assignment.acted': 'Một thao tác trên nhiệm vụ đã giao.',
  'reminder-letter.drafted': 'Soạn công văn đôn đốc.',
  'reminder-letter.moved': 'Công văn đôn đốc chuyển bước: trình ký, duyệt, trả lại, gửi.',
  'reminder-letter.sender-set': 'Đặt nơi gửi và người ký công văn đôn đốc.',
  'assignment.file-received': 'Đã nhận một tệp minh chứng kết quả.',
  'assignment.reminded': 'Văn phòng nhắc thực hiện các nhiệm vụ đã chọn.',
  'notices.made': 'Lập thông báo nhắc việc của một ngày.',
  'notices.read': 'Một người đã đọc thông báo của mình.',
  'reminder-rule.added': 'Thêm quy tắc nhắc việc.',
  'reminder-hours.set': 'Đặt giờ gửi thư nhắc việc.',
  'target.figure-entered': 'Nhập số liệu thực hiện chỉ tiêu.',
  'target.figure-corrected': 'Sửa số liệu thực hiện chỉ tiêu, giữ số liệu trước.',
  'target.way-set': 'Đặt cách lấy số liệu và cơ quan cung cấp số liệu của chỉ tiêu.',
  'budget.line-added': 'Thêm khoản kinh phí của kế hoạch.',
  'budget.line-edited': 'Sửa khoản kinh phí.',
  'budget.line-ended': 'Ngừng theo dõi khoản kinh phí kèm lý do.',
  'budget.entry-made': 'Ghi dự toán, số đã cấp hoặc số đã chi.',
  'budget.entry-reversed': 'Hủy một bút toán kinh phí, giữ bút toán trước.',
} as const

export const ProgrammeState = Type.Enum(['active', 'withdrawn'])

export const ItemCounts = Type.Object({
  tasks: Type.Integer(),
  targets: Type.Integer(),
  deadlines: Type.Integer(),
  reporting: Type.Integer(),
  triggers: Type.Integer(),
  findings: Type.Integer(),
})
export type ItemCounts = Static<typeof ItemCounts>

export const Programme = Type.Object({
  id: Id,
  /** The document in force; earlier versions stay reachable from it. */
  document: Id,
  state: ProgrammeState,
  type: nullableText,
  number: nullableText,
  issuedOn: nullableText,
  issuer: nullableText,
  subject: nullableText,
  theme: nullableText,
  years: Type.Array(Type.Integer()),
  counts: ItemCounts,
  createdAt: Type.String(),
  version: Type.Integer(),
})
export type Programme = Static<typeof Programme>
export const ProgrammePage = Type.Object({
  items: Type.Array(Programme),
  total: Type.Integer(),
  page: Type.Integer(),
  size: Type.Integer(),
})
export type ProgrammePage = Static<typeof ProgrammePage>
export const ProgrammeQuery = Type.Object(
  {
    page: Type.Optional(Digits),
    size: Type.Optional(Digits),
    year: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
    state: Type.Optional(ProgrammeState),
    /** The programme of this document, or of a document that it superseded. */
    document: Type.Optional(Id),
    q: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
)
export type ProgrammeQuery = Static<typeof ProgrammeQuery>
export const ProgrammeParams = Type.Object({ id: Id })

/** Where an item comes from and who decided it. */
const origin = {
  id: Id,
  programme: Id,
  /** The document and clause that it rests on; null document: typed by hand without one. */
  document: nullable(Id),
  path: Type.String(),
  spans: Type.Array(Span),
  certainty: Certainty,
  origin: Type.Enum(['read', 'hand']),
  /** Where a task typed by hand comes from, in words. */
  sourceNote: nullableText,
  decidedBy: nullableText,
  decidedAt: nullableText,
  /** Set when an amended document or a person ended it. */
  endedAt: nullableText,
  endedReason: nullableText,
  version: Type.Integer(),
}

export const Task = Type.Object({
  ...origin,
  text: Type.String(),
  lead: Type.Array(ResolvedParty),
  partners: Type.Array(ResolvedParty),
  due: nullableText,
  recurrence: nullableText,
  output: nullableText,
})
export type Task = Static<typeof Task>
export const Target = Type.Object({
  ...origin,
  indicator: Type.String(),
  comparator: Comparator,
  value: ExtractedTarget.properties.value,
  unit: nullableText,
  direction: ExtractedTarget.properties.direction,
  baseline: nullable(Type.Integer()),
})
export type Target = Static<typeof Target>
export const Deadline = Type.Object({
  ...origin,
  kind: DeadlineKind,
  on: nullableText,
  recurrence: nullableText,
  what: Type.String(),
  who: Type.Array(ResolvedParty),
})
export type Deadline = Static<typeof Deadline>
export const Reporting = Type.Object({
  ...origin,
  frequency: Type.Array(Frequency),
  from: Type.Array(ResolvedParty),
  to: nullableText,
})
export type Reporting = Static<typeof Reporting>
export const Trigger = Type.Object({ ...origin, when: Type.String(), must: Type.String() })
export type Trigger = Static<typeof Trigger>

/** Lists of one programme: whole, because a plan has some hundreds of items at most. */
export const ItemQuery = Type.Object(
  {
    /** Code of an agency that leads, takes part or is meant by a group. */
    agency: Type.Optional(Type.String({ maxLength: 80 })),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    ended: Type.Optional(Type.Enum(['yes', 'no'])),
  },
  closed,
)
export type ItemQuery = Static<typeof ItemQuery>
export const TaskList = Type.Object({ items: Type.Array(Task) })
export const TargetList = Type.Object({ items: Type.Array(Target), triggers: Type.Array(Trigger) })
export const DeadlineList = Type.Object({ items: Type.Array(Deadline) })
export const ReportingList = Type.Object({ items: Type.Array(Reporting) })
export const FindingList = Type.Object({ items: Type.Array(RaisedFinding) })

/** The plan as its outline: each clause with the items that rest on it. */
export const OutlineClause = Type.Object({
  path: Type.String(),
  heading: Type.String(),
  /** 1 for the top level. */
  depth: Type.Integer(),
  tasks: Type.Array(Id),
  targets: Type.Array(Id),
  deadlines: Type.Array(Id),
  reporting: Type.Array(Id),
  triggers: Type.Array(Id),
})
export type OutlineClause = Static<typeof OutlineClause>
export const ProgrammeOutline = Type.Object({ clauses: Type.Array(OutlineClause) })
export type ProgrammeOutline = Static<typeof ProgrammeOutline>

/** The plan as its agencies: who has what. Unknown names come last, under their printed form. */
export const AgencyShare = Type.Object({
  code: nullableText,
  name: Type.String(),
  leads: Type.Array(Id),
  partners: Type.Array(Id),
  deadlines: Type.Array(Id),
  reporting: Type.Array(Id),
})
export type AgencyShare = Static<typeof AgencyShare>
export const AgencyShares = Type.Object({ items: Type.Array(AgencyShare) })
export type AgencyShares = Static<typeof AgencyShares>

const PartyCode = Type.Object(
  { printed: Type.String({ minLength: 1, maxLength: 500 }), code: nullable(Type.String({ maxLength: 80 })) },
  closed,
)
const taskFields = {
  text: Type.String({ minLength: 3, maxLength: 10_000 }),
  lead: Type.Array(PartyCode, { maxItems: 100 }),
  partners: Type.Array(PartyCode, { maxItems: 100 }),
  due: nullable(Type.String({ minLength: 4, maxLength: 40 })),
  recurrence: nullable(Type.String({ minLength: 4, maxLength: 60 })),
  output: nullable(Type.String({ minLength: 1, maxLength: 2000 })),
}
export const NewTask = Type.Object(
  { ...taskFields, sourceNote: Type.String({ minLength: 3, maxLength: 1000 }) },
  closed,
)
export type NewTask = Static<typeof NewTask>
export const TaskEdit = Type.Partial(Type.Object(taskFields), { ...closed, minProperties: 1 })
export type TaskEdit = Static<typeof TaskEdit>
export const TaskParams = Type.Object({ id: Id, task: Id })
export const TaskEnd = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1000 }) }, closed)

/** What documents did to a plan, the last first. */
export const planRoles = {
  first: 'lập kế hoạch theo dõi',
  again: 'duyệt lại',
  whole: 'thay thế toàn bộ',
  parts: 'sửa đổi, bổ sung',
  withdrawn: 'thu hồi',
  restored: 'đưa trở lại',
  apart: 'được duyệt riêng, tách khỏi kế hoạch này',
} as const
export const PlanChange = Type.Object({
  change: Type.Enum(['added', 'changed', 'ended', 'resumed']),
  kind: Type.Enum(['task', 'target', 'deadline', 'reporting', 'trigger']),
  item: Id,
  /** The clause of the plan. */
  place: Type.String(),
  before: nullableText,
  after: nullableText,
  /** The words of the document that end it. */
  words: nullableText,
})
export type PlanChange = Static<typeof PlanChange>
export const PlanHistory = Type.Object({
  items: Type.Array(
    Type.Object({
      at: Type.String(),
      document: Id,
      name: Type.String(),
      role: Type.Enum(Object.keys(planRoles) as (keyof typeof planRoles)[]),
      changes: Type.Array(PlanChange),
    }),
  ),
})
export type PlanHistory = Static<typeof PlanHistory>

export const itemLists = [
  'tasks',
  'targets',
  'deadlines',
  'reporting',
  'triggers',
  'findings',
  'by-agency',
] as const
export const ExportQuery = Type.Object({ list: Type.Enum([...itemLists]) }, closed)
export type ExportList = (typeof itemLists)[number]

/** Over tasks and targets of all programmes, without tone marks. */
export const ProgrammeSearchQuery = Type.Object({ q: Type.String({ minLength: 2, maxLength: 200 }) }, closed)
export const ProgrammeSearch = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.Enum(['task', 'target']),
      id: Id,
      programme: Id,
      programmeNumber: nullableText,
      document: nullable(Id),
      path: Type.String(),
      text: Type.String(),
    }),
  ),
  more: Type.Boolean(),
})
export type ProgrammeSearch = Static<typeof ProgrammeSearch>
