import { Type, type Static } from 'typebox'
import { Citation, Format, Signatory, Span } from '../contract.ts'

/** Words of requests and replies about uploads, the archive and the register of incoming documents. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Digits = Type.String({ pattern: '^[0-9]{1,7}$' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Text = (maxLength: number) => Type.String({ maxLength })

// --- uploads that resume --------------------------------------------------------------------------------------

export const NewUpload = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 300 }), size: Type.Integer({ minimum: 0 }) },
  closed,
)
export type NewUpload = Static<typeof NewUpload>

/**
 * Send the bytes from `offset` on by PATCH with the header `upload-offset`, in pieces of any size.
 * A piece that was cut keeps what arrived: ask by GET for the offset and go on from there.
 */
export const Upload = Type.Object({
  id: Id,
  name: Type.String(),
  size: Type.Integer(),
  /** Bytes that are safe here. */
  offset: Type.Integer(),
  state: Type.Enum(['open', 'done']),
  /** The document that it became, or that was there already. */
  document: nullable(Id),
  duplicate: nullable(Type.Literal('same-file')),
})
export type Upload = Static<typeof Upload>
export const UploadParams = Type.Object({ id: Id })

// --- documents ------------------------------------------------------------------------------------------------

/**
 * `received`: waits to be read; `read`: in review; `refused`: assigns no work or cannot be read, stays in the
 * archive; `secret`: bore a mark of secrecy, content destroyed; `accepted`: became a programme.
 */
export const documentStates = {
  received: 'Chờ đọc',
  read: 'Đang rà soát',
  refused: 'Không giao việc',
  secret: 'Có dấu mật, không tiếp nhận',
  accepted: 'Đã duyệt',
} as const
export const DocumentState = Type.Enum(Object.keys(documentStates) as (keyof typeof documentStates)[])
export type DocumentState = keyof typeof documentStates

export const urgencies = ['thường', 'khẩn', 'thượng khẩn', 'hỏa tốc'] as const
export const Urgency = Type.Enum([...urgencies])
export type Urgency = (typeof urgencies)[number]

export const Counts = Type.Object({
  open: Type.Integer(),
  unsure: Type.Integer(),
  accepted: Type.Integer(),
  dropped: Type.Integer(),
})
export type Counts = Static<typeof Counts>

/** The line of the register of incoming documents (sổ văn bản đến). */
export const RegisterLine = Type.Object({
  /** Số đến; null until the document is read. */
  number: nullable(Type.Integer({ minimum: 1, maximum: 999_999 })),
  year: nullable(Type.Integer()),
  /** Ngày đến. */
  arrivedOn: Day,
  urgency: Urgency,
  /** Nơi gửi. */
  sender: Type.String(),
  /** Bút phê. */
  note: Type.String(),
})
export type RegisterLine = Static<typeof RegisterLine>

/** Left out: unchanged. */
export const RegisterEdit = Type.Object(
  {
    number: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999 })),
    arrivedOn: Type.Optional(Day),
    urgency: Type.Optional(Urgency),
    sender: Type.Optional(Text(300)),
    note: Type.Optional(Text(4000)),
  },
  { ...closed, minProperties: 1 },
)
export type RegisterEdit = Static<typeof RegisterEdit>

/** A piece of the text around a hit; `marks` are offsets into `text`, `start` is where it stands in the document. */
export const Snippet = Type.Object({ text: Type.String(), start: Type.Integer(), marks: Type.Array(Span) })
export type Snippet = Static<typeof Snippet>

export const DocumentSummary = Type.Object({
  id: Id,
  state: DocumentState,
  withdrawn: Type.Boolean(),
  type: nullable(Type.String()),
  number: nullable(Type.String()),
  /** Known in part: `2024-06`, `2024`. */
  issuedOn: nullable(Type.String()),
  issuer: nullable(Type.String()),
  subject: nullable(Type.String()),
  years: Type.Array(Type.Integer()),
  fileName: Type.String(),
  format: nullable(Format),
  register: RegisterLine,
  counts: Counts,
  /** Why it is no plan, in Vietnamese; null unless `refused`. */
  refusedReason: nullable(Type.String()),
  /** The reader failed on it and waits for a person (page of quarantined jobs). */
  receivedAt: Type.String(),
  version: Type.Integer(),
})
export type DocumentSummary = Static<typeof DocumentSummary>

export const Neighbour = Type.Object({
  id: Id,
  type: nullable(Type.String()),
  number: nullable(Type.String()),
  issuedOn: nullable(Type.String()),
  subject: nullable(Type.String()),
})
export const DocumentDetail = Type.Object({
  ...DocumentSummary.properties,
  theme: nullable(Type.String()),
  place: nullable(Type.String()),
  signatory: Signatory,
  recipients: Type.Array(Type.String()),
  sha256: nullable(Type.String()),
  size: Type.Integer(),
  readerVersion: nullable(Type.String()),
  /** Another document of the same number, issuer and year is here; offer to record this one as its new version. */
  duplicate: nullable(Type.Object({ kind: Type.Literal('same-number'), document: Neighbour })),
  supersedes: nullable(Neighbour),
  supersededBy: nullable(Neighbour),
  /** The plan of which this document amends parts, and the documents that amend parts of this one. */
  amends: nullable(Neighbour),
  amendedBy: Type.Array(Neighbour),
  withdrawnReason: nullable(Type.String()),
  acceptedAt: nullable(Type.String()),
  acceptedBy: nullable(Type.String()),
})
export type DocumentDetail = Static<typeof DocumentDetail>

export const DocumentParams = Type.Object({ id: Id })
export const DocumentQuery = Type.Object(
  {
    page: Type.Optional(Digits),
    size: Type.Optional(Digits),
    /** Over the text, numbers, agencies and subjects, without tone marks. */
    q: Type.Optional(Type.String({ maxLength: 200 })),
    type: Type.Optional(Text(100)),
    state: Type.Optional(DocumentState),
    /** Words of the issuer's or the sender's name. */
    agency: Type.Optional(Text(200)),
    /** Year of arrival. */
    year: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
    /** Days of arrival, both included. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    withdrawn: Type.Optional(Type.Enum(['yes', 'no'])),
    sort: Type.Optional(Type.Enum(['arrival', 'issued'])),
  },
  closed,
)
export type DocumentQuery = Static<typeof DocumentQuery>
export const DocumentPage = Type.Object({
  items: Type.Array(Type.Object({ ...DocumentSummary.properties, snippet: nullable(Snippet) })),
  total: Type.Integer(),
  page: Type.Integer(),
  size: Type.Integer(),
  /** `words`: no document has the words side by side, these have all of them somewhere. */
  match: Type.Enum(['all', 'phrase', 'words']),
  /** What the filters may be set to. */
  types: Type.Array(Type.String()),
  years: Type.Array(Type.Integer()),
})
export type DocumentPage = Static<typeof DocumentPage>

export const DocumentText = Type.Object({ text: Type.String() })

export const CitationLinks = Type.Object({
  cites: Type.Array(
    Type.Object({
      ...Citation.properties,
      /** The document in the archive; `certain`: number and date agree, `possible`: only what is printed agrees. */
      document: nullable(Type.Object({ ...Neighbour.properties, match: Type.Enum(['certain', 'possible']) })),
    }),
  ),
  citedBy: Type.Array(
    Type.Object({
      ...Neighbour.properties,
      match: Type.Enum(['certain', 'possible']),
      spans: Type.Array(Span),
    }),
  ),
})
export type CitationLinks = Static<typeof CitationLinks>

export const Withdrawal = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1000 }) }, closed)

// --- what an amended plan changed -----------------------------------------------------------------------------

export const ChangesQuery = Type.Object({ against: Type.Optional(Id) }, closed)
export const WordChange = Type.Object({
  kind: Type.Enum(['same', 'added', 'removed']),
  text: Type.String(),
})
export type WordChange = Static<typeof WordChange>
export const ClauseChange = Type.Object({
  kind: Type.Enum(['added', 'removed', 'changed', 'moved']),
  /** Null when added. */
  before: nullable(Type.Object({ path: Type.String(), text: Type.String(), span: Span })),
  /** Null when removed. */
  after: nullable(Type.Object({ path: Type.String(), text: Type.String(), span: Span })),
  /** Word by word; empty for added, removed, and for moved without a change of words. */
  words: Type.Array(WordChange),
})
export type ClauseChange = Static<typeof ClauseChange>
export const Changes = Type.Object({
  against: Neighbour,
  unchanged: Type.Integer(),
  changes: Type.Array(ClauseChange),
})
export type Changes = Static<typeof Changes>
