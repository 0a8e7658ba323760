import { Type, type Static } from 'typebox'
import { DATE_POINT_PATTERN, PARTIAL_DATE_PATTERN } from '#kernel/partial-date.ts'
import { RECURRENCE_PATTERN } from '#kernel/recurrence.ts'
import { refusalCodes } from './domain/refusal-codes.ts'
import { documentTypes } from './domain/document-types.ts'

/**
 * What the reader says of a document: the line that `binhan extract --json` prints.
 * Spans are UTF-16 offsets into the text that `--text` prints.
 */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

const DatePoint = Type.String({ pattern: DATE_POINT_PATTERN })
const PartialDate = Type.String({ pattern: PARTIAL_DATE_PATTERN })
const Recurrence = Type.String({ pattern: RECURRENCE_PATTERN })

export const Span = Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) })
export type Span = Static<typeof Span>

/** `stated`: the words say it; `inferred`: follows from the form; `unsure`: a person must look. */
export const Certainty = Type.Union([
  Type.Literal('stated'),
  Type.Literal('inferred'),
  Type.Literal('unsure'),
])
export type Certainty = Static<typeof Certainty>

/** Every value says where it came from and by which rule. */
const provenance = { span: Span, rule: Type.String(), certainty: Certainty }

export const Format = Type.Union([
  Type.Literal('txt'),
  Type.Literal('md'),
  Type.Literal('html'),
  Type.Literal('docx'),
  Type.Literal('pdf'),
  Type.Literal('doc'),
  Type.Literal('unknown'),
])
export type Format = Static<typeof Format>

/** The reader's own tables give the value: `document-types.test.ts` holds that they name nothing else. */
const DocumentType = Type.Unsafe<string>({ type: 'string', enum: [...documentTypes] })

export const Signatory = Type.Object({
  name: nullable(Type.String()),
  title: nullable(Type.String()),
  /** `TM. UBND; KT. Chủ tịch`: for whom and in whose place. */
  authority: nullable(Type.String()),
})
export type Signatory = Static<typeof Signatory>

/** The header and the foot of a document (Decree 30/2020, article 8). Absent fields are null. */
export const DocumentHeader = Type.Object({
  /** The Vietnamese name in lower case: `kế hoạch`, `chỉ thị`, `công điện` … */
  type: nullable(DocumentType),
  /** `11/KH-UBND`; a blank number keeps its tail: `/KH-BATGT`. */
  number: nullable(Type.String()),
  /** `2024-01-17`; known in part: `2024-06`, `2024`. */
  issuedOn: nullable(DatePoint),
  place: nullable(Type.String()),
  issuer: nullable(Type.String()),
  subject: nullable(Type.String()),
  theme: nullable(Type.String()),
  /** The years that the document is for, ascending. */
  years: Type.Array(Type.Integer()),
  signatory: Signatory,
  recipients: Type.Array(Type.String()),
})
export type DocumentHeader = Static<typeof DocumentHeader>

/** Where each header field stands in the text, by field name. */
export const HeaderSpans = Type.Record(Type.String(), Type.Object(provenance))
export type HeaderSpans = Static<typeof HeaderSpans>

export interface OutlineNode {
  /** `V.15.(1)`; dash items count by position: `V.2.-3`. */
  path: string
  /** As printed: `V.`, `15.`, `(1)`, `-`. */
  marker: string
  /** The heading, or the first words of the item. */
  heading: string
  /** From the marker to the end of the last descendant. */
  span: Span
  children: OutlineNode[]
}
export const OutlineNode: ReturnType<typeof Type.Unsafe<OutlineNode>> = Type.Unsafe<OutlineNode>({
  type: 'object',
  required: ['path', 'marker', 'heading', 'span', 'children'],
  additionalProperties: false,
  properties: {
    path: { type: 'string' },
    marker: { type: 'string' },
    heading: { type: 'string' },
    span: Span,
    children: { type: 'array', items: { $ref: '#/$defs/OutlineNode' } },
  },
})

export const Citation = Type.Object({
  /** The Vietnamese name in lower case. */
  type: DocumentType,
  number: nullable(Type.String()),
  issuedOn: nullable(DatePoint),
  issuer: nullable(Type.String()),
  /** Every place where the document names it. */
  spans: Type.Array(Span),
  rule: Type.String(),
  certainty: Certainty,
})
export type Citation = Static<typeof Citation>

export const ExtractedTask = Type.Object({
  path: Type.String(),
  text: Type.String(),
  /** Who leads, as printed. */
  lead: Type.Array(Type.String()),
  /** Who works along, as printed. */
  partners: Type.Array(Type.String()),
  /** A date, a part of one, or `from/to`. */
  due: nullable(PartialDate),
  /** `yearly 11-30`, `monthly 18`, `quarterly`, `every 6 months`, `weekly fri 15:00`, `daily 09:00,16:00`. */
  recurrence: nullable(Recurrence),
  /** What is to be handed in. */
  output: nullable(Type.String()),
  ...provenance,
})
export type ExtractedTask = Static<typeof ExtractedTask>

export const Comparator = Type.Union([
  Type.Literal('='),
  Type.Literal('>='),
  Type.Literal('<='),
  Type.Literal('>'),
  Type.Literal('<'),
  Type.Literal('range'),
])
export type Comparator = Static<typeof Comparator>

export const ExtractedTarget = Type.Object({
  path: Type.String(),
  indicator: Type.String(),
  comparator: Comparator,
  /** A number, the two ends of a range, or null for a goal without a number. */
  value: Type.Union([Type.Number(), Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), Type.Null()]),
  unit: nullable(Type.String()),
  direction: Type.Union([Type.Literal('increase'), Type.Literal('decrease'), Type.Null()]),
  /** The year compared with. */
  baseline: nullable(Type.Integer()),
  ...provenance,
})
export type ExtractedTarget = Static<typeof ExtractedTarget>

export const DeadlineKind = Type.Union([
  Type.Literal('due'),
  Type.Literal('report'),
  Type.Literal('period'),
  Type.Literal('month'),
  Type.Literal('event'),
  Type.Literal('start'),
  Type.Literal('horizon'),
])
export type DeadlineKind = Static<typeof DeadlineKind>

/** What each kind is called wherever a person reads it. */
export const deadlineWords: Readonly<Record<DeadlineKind, string>> = {
  due: 'Hạn hoàn thành',
  report: 'Hạn báo cáo',
  period: 'Thời gian thực hiện',
  month: 'Tháng cao điểm',
  event: 'Sự kiện',
  start: 'Bắt đầu',
  horizon: 'Mốc của mục tiêu',
}

/** Every stated date; a recurrence without a day belongs to `reporting` or to the task. */
export const ExtractedDeadline = Type.Object({
  path: Type.String(),
  kind: DeadlineKind,
  /** `2024-06-30`, `2024-06`, `2026-Q2`, `2030`, `2025-11-20/2025-12-03`; null when only recurring. */
  on: nullable(PartialDate),
  recurrence: nullable(Recurrence),
  what: Type.String(),
  who: Type.Array(Type.String()),
  ...provenance,
})
export type ExtractedDeadline = Static<typeof ExtractedDeadline>

export const Frequency = Type.Union([
  Type.Literal('once'),
  Type.Literal('daily'),
  Type.Literal('weekly'),
  Type.Literal('monthly'),
  Type.Literal('quarterly'),
  Type.Literal('every 3 months'),
  Type.Literal('every 6 months'),
  Type.Literal('every 9 months'),
  Type.Literal('yearly'),
  Type.Literal('on event'),
])
export type Frequency = Static<typeof Frequency>

export const ReportingDuty = Type.Object({
  path: Type.String(),
  frequency: Type.Array(Frequency),
  /** Who reports, as printed. */
  from: nullable(Type.String()),
  to: nullable(Type.String()),
  ...provenance,
})
export type ReportingDuty = Static<typeof ReportingDuty>

export const Trigger = Type.Object({
  path: Type.String(),
  when: Type.String(),
  // oxlint-disable-next-line unicorn/no-thenable -- the name is fixed by the published schema; it is no promise
  then: Type.String(),
  ...provenance,
})
export type Trigger = Static<typeof Trigger>

export const ExtractedTable = Type.Object({
  /** `PL`, `PL2` for annexes, else the path of the section that it stands in. */
  path: Type.String(),
  kind: Type.Union([
    Type.Literal('assignment'),
    Type.Literal('targets'),
    Type.Literal('schedule'),
    Type.Literal('other'),
  ]),
  columns: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
  ...provenance,
})
export type ExtractedTable = Static<typeof ExtractedTable>

export const FindingKind = Type.Union([
  Type.Literal('contradictory-targets'),
  Type.Literal('citation-date-after-issue'),
  Type.Literal('impossible-date'),
  Type.Literal('malformed-number'),
  Type.Literal('same-date-different-numbers'),
  Type.Literal('missing-annex'),
  Type.Literal('duplicated-section-number'),
  Type.Literal('skipped-section-number'),
  Type.Literal('deadline-before-signing'),
  Type.Literal('task-without-lead'),
  Type.Literal('agency-unknown'),
  Type.Literal('agency-abolished'),
  Type.Literal('agency-renamed'),
  Type.Literal('ocr-suspect'),
  Type.Literal('page-number-noise'),
  /** A step of the reader could not be run: what it reads may be missing. */
  Type.Literal('stage-failed'),
])
export type FindingKind = Static<typeof FindingKind>

export const Finding = Type.Object({
  kind: FindingKind,
  /** One Vietnamese sentence for the clerk. */
  message: Type.String(),
  paths: Type.Array(Type.String()),
  spans: Type.Array(Span),
})
export type Finding = Static<typeof Finding>

/** A finding before a person; one about an unknown agency says how it is printed and whom the register means by it. */
export const RaisedFinding = Type.Object({
  ...Finding.properties,
  /** `code` is null while the register has nobody of that name. */
  agency: Type.Optional(
    Type.Object({ printed: Type.String(), code: nullable(Type.String()), name: nullable(Type.String()) }),
  ),
})
export type RaisedFinding = Static<typeof RaisedFinding>

/** Whether somebody has done what the finding asks for. */
export const isSettled = ({ agency }: RaisedFinding): boolean => agency !== undefined && agency.code !== null

/** `refusal-codes.test.ts` holds that these are the ones that the reader and the formats give. */
const RefusalCode = Type.Unsafe<string>({ type: 'string', enum: [...refusalCodes] })

/** What the reader found; the part of an extraction that follows from the text alone. */
export const Structure = Type.Object({
  /** Why the text is no document that assigns work, in Vietnamese; null when it is one. */
  refused: nullable(Type.Object({ code: RefusalCode, reason: Type.String() })),
  document: DocumentHeader,
  headerSpans: HeaderSpans,
  outline: Type.Array(OutlineNode),
  citations: Type.Array(Citation),
  tasks: Type.Array(ExtractedTask),
  targets: Type.Array(ExtractedTarget),
  deadlines: Type.Array(ExtractedDeadline),
  reporting: Type.Array(ReportingDuty),
  triggers: Type.Array(Trigger),
  tables: Type.Array(ExtractedTable),
  findings: Type.Array(Finding),
})
export type Structure = Static<typeof Structure>

/** One line of `binhan extract --json`. */
export const Extraction = Type.Intersect([
  Type.Object({ file: Type.String(), sha256: Type.String(), format: Format }),
  Structure,
])
export type Extraction = Static<typeof Extraction>

/** What one may be allowed to do here; roles grant them (capability `people`). */
export const documentPermissions = {
  'documents.view': 'Xem kho văn bản, sổ văn bản đến và nội dung đã đọc',
  'documents.upload': 'Tải văn bản lên',
  'documents.register': 'Ghi sổ văn bản đến',
  'documents.review': 'Rà soát đề xuất đọc được từ văn bản',
  'documents.accept': 'Duyệt văn bản thành kế hoạch theo dõi',
  'documents.withdraw': 'Thu hồi văn bản khỏi kho',
} as const

/** What the journal says happened; neighbours listen to these names. Data holds ids, codes and counts. */
export const documentEvents = {
  'document.upload-opened': 'Bắt đầu tải một tệp lên.',
  'document.received': 'Đã nhận đủ một tệp văn bản.',
  'document.received-again': 'Tệp tải lên trùng với văn bản đã có.',
  'document.read': 'Đã đọc văn bản thành cấu trúc.',
  'document.refused': 'Văn bản không giao việc hoặc không đọc được; giữ trong kho.',
  'document.secret-destroyed': 'Tệp có dấu chỉ độ mật; không tiếp nhận, nội dung đã hủy.',
  'document.read-again-asked': 'Yêu cầu đọc lại văn bản.',
  'document.registered': 'Ghi sổ văn bản đến.',
  'document.superseding-set': 'Ghi nhận văn bản thay thế hoặc sửa đổi, bổ sung.',
  'document.reviewed': 'Một thao tác rà soát đề xuất.',
  'document.accepted': 'Duyệt văn bản thành kế hoạch theo dõi.',
  'document.reopened': 'Mở lại văn bản đã duyệt để rà soát.',
  'document.withdrawn': 'Thu hồi văn bản khỏi kho.',
  'document.restored': 'Đưa văn bản đã thu hồi trở lại kho.',
} as const

/** An agency or a group as the printed name was understood on the day of the document. */
export const ResolvedParty = Type.Object({
  printed: Type.String(),
  kind: Type.Enum(['agency', 'group', 'unknown']),
  /** The code in the register of agencies; null when unknown. */
  code: nullable(Type.String()),
  name: nullable(Type.String()),
  /** Agencies that are meant: the agency itself, or the members of the group on that day. */
  members: Type.Array(Type.String()),
})
export type ResolvedParty = Static<typeof ResolvedParty>

/** What every accepted item says of its origin. */
const accepted = {
  /** The proposal's id within its document: stable while the document lives. */
  id: Type.String(),
  path: Type.String(),
  /** Its order in the plan; what an amendment puts in between stands at a fraction. */
  position: Type.Number(),
  spans: Type.Array(Span),
  certainty: Certainty,
  origin: Type.Enum(['read', 'hand']),
  /** The account that decided and when; null when accepted together with the document. */
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Type.String()),
  /** The item of the superseded or amended plan that this one goes on with; null when it is new. */
  continues: nullable(Type.Object({ document: Type.String(), id: Type.String() })),
  /** Where it stands in the plan that its document amends; absent when the document is the plan. */
  place: Type.Optional(Type.String()),
}
const nullableText = nullable(Type.String())

/** What `programmes` asks for when it hears `document.accepted`: decided values, agencies resolved. */
export const AcceptedDocument = Type.Object({
  id: Type.String(),
  /** Counts acceptances of this document: 1, then 2 after reopening and accepting again. */
  acceptance: Type.Integer(),
  type: nullableText,
  number: nullableText,
  issuedOn: nullableText,
  issuer: nullableText,
  subject: nullableText,
  theme: nullableText,
  years: Type.Array(Type.Integer()),
  supersedes: nullableText,
  /** The plan of which it amends parts, and the items of it that end, each with the words that end it. */
  amends: Type.Optional(
    Type.Object({
      document: Type.String(),
      ends: Type.Array(Type.Object({ document: Type.String(), id: Type.String(), words: Type.String() })),
    }),
  ),
  /** Every clause in the order of the document; 1 is the top level. */
  outline: Type.Array(Type.Object({ path: Type.String(), heading: Type.String(), depth: Type.Integer() })),
  findings: Type.Array(RaisedFinding),
  tasks: Type.Array(
    Type.Object({
      ...accepted,
      text: Type.String(),
      lead: Type.Array(ResolvedParty),
      partners: Type.Array(ResolvedParty),
      due: nullableText,
      recurrence: nullableText,
      output: nullableText,
    }),
  ),
  targets: Type.Array(
    Type.Object({
      ...accepted,
      indicator: Type.String(),
      comparator: Comparator,
      value: ExtractedTarget.properties.value,
      unit: nullableText,
      direction: ExtractedTarget.properties.direction,
      baseline: nullable(Type.Integer()),
    }),
  ),
  deadlines: Type.Array(
    Type.Object({
      ...accepted,
      kind: DeadlineKind,
      on: nullableText,
      recurrence: nullableText,
      what: Type.String(),
      who: Type.Array(ResolvedParty),
    }),
  ),
  reporting: Type.Array(
    Type.Object({
      ...accepted,
      frequency: Type.Array(Frequency),
      from: Type.Array(ResolvedParty),
      to: nullableText,
    }),
  ),
  triggers: Type.Array(Type.Object({ ...accepted, when: Type.String(), must: Type.String() })),
})
export type AcceptedDocument = Static<typeof AcceptedDocument>

/** An item that counts now: the document that says it last, its place in the plan, and who it has always been. */
export interface PlanItem {
  readonly document: string
  readonly id: string
  readonly place: string
  readonly position: number
  /** The same for every version of the item. */
  readonly root: string
}

/** A plan as it counts now: the last whole version with the amendments of its parts in their order. */
export interface PlanInForce {
  readonly base: AcceptedDocument
  readonly documents: readonly AcceptedDocument[]
  readonly items: readonly PlanItem[]
  /** What ended, by which document and by which of its words; null words: a whole version no longer has it. */
  readonly ended: readonly {
    readonly root: string
    readonly document: string
    readonly words: string | null
  }[]
  /** Who an item of any of the plan's documents has always been. */
  readonly rootOf: (document: string, id: string) => string
}
