import { documentLine } from '#kernel/document-line.ts'
import { formatPlainDate, toDayNumber, type PlainDate } from '#kernel/plain-date.ts'
import type { AssignmentState } from './assignment.ts'

/** The document that gave the duty, as far as it is known. */
export interface OrderingDocument {
  readonly type: string | null
  readonly number: string | null
  readonly issuedOn: string | null
  readonly issuer: string | null
}

/** What the agency last said about the duty. */
export interface DutyReport {
  readonly on: PlainDate
  readonly words: string
}

/** A duty past its day, with what a reminder says of it. */
export interface LateDuty {
  /** The assignment. */
  readonly id: string
  /** Null for a duty given by word of mouth. */
  readonly document: OrderingDocument | null
  /** `điểm a khoản 2 mục III`; null where the whole document gives it. */
  readonly clause: string | null
  /** The order in its own words. */
  readonly order: string
  readonly due: PlainDate
  /** The day of the order, before it was extended. */
  readonly firstDue: PlainDate
  readonly daysLate: number
  readonly state: AssignmentState
  /** The agency has seen it. */
  readonly opened: boolean
  readonly percent: number | null
  readonly lastReport: DutyReport | null
}

/** Counts below ten have two digits, thousands a dot, as in the offices' documents. */
export const toCount = (value: number): string =>
  value < 10 ? `0${value}` : String(value).replace(/\d(?=(?:\d{3})+$)/gu, '$&.')

/** States in which a duty still asks something of its agency. */
const OPEN_WORDS: Readonly<Partial<Record<AssignmentState, string>>> = {
  assigned: 'chưa tiếp nhận',
  refused: 'đề nghị không nhận, chờ xem xét',
  accepted: 'đang thực hiện',
  returned: 'đã báo cáo, bị trả lại để bổ sung',
  'awaiting-approval': 'chờ lãnh đạo cơ quan duyệt kết quả',
}

/** A report is told in as many letters; whoever wants more opens the task. */
const MOST_REPORT = 240

/** Words in quotation marks, without the signs that closed them where they stood. */
const quote = (text: string): string => `“${text.trim().replace(/(?:\.\/\.|[\s;,.:])+$/u, '')}”`

const shorten = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  const letters = [...line]
  if (letters.length <= MOST_REPORT) return line
  const cut = letters.slice(0, MOST_REPORT).join('')
  // One long word has no space to be cut at.
  return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut} …`
}

/** Where the duty stands: `đang thực hiện, đạt 60%; báo cáo gần nhất ngày 05/10/2026: “…”`. */
export const toStanding = ({ state, opened, percent, lastReport }: LateDuty): string => {
  const words = OPEN_WORDS[state] ?? ''
  const now = state === 'assigned' ? `${opened ? 'đã xem' : 'chưa mở xem'}, ${words}` : words
  const far = percent === null ? '' : `, đạt ${percent}%`
  const report =
    lastReport === null
      ? 'chưa có báo cáo'
      : `báo cáo gần nhất ngày ${formatPlainDate(lastReport.on)}: ${quote(shorten(lastReport.words))}`
  return `${now}${far}; ${report}`
}

/** `30/06/2026`, and what it was before it was extended. */
export const toDueWords = ({ due, firstDue }: LateDuty): string =>
  due === firstDue
    ? formatPlainDate(due)
    : `${formatPlainDate(due)} (gia hạn từ ${formatPlainDate(firstDue)})`

/** The order in quotation marks, without the sign that closed its clause. */
export const toQuotedOrder = ({ order }: LateDuty): string => quote(order)

/** `Kế hoạch số 46/KH-BATGT`; all that is known of a document without a number. */
export const toShortName = (document: OrderingDocument): string =>
  documentLine(document.number === null ? document : { ...document, issuedOn: null, issuer: null })

/** `điểm a khoản 2 mục III Kế hoạch số 46/KH-BATGT`; undefined for what no document gave. */
export const toPlace = ({ clause, document }: LateDuty): string | undefined =>
  document === null ? undefined : [clause, toShortName(document)].filter(Boolean).join(' ')

/** The same where everything stands in one document that is named already. */
export const toPlaceWithin = (duty: LateDuty, isOneDocument: boolean): string | undefined =>
  isOneDocument && duty.clause !== null ? duty.clause : toPlace(duty)

/** The documents of these duties, each once, in their order. */
export const listDocuments = (duties: readonly LateDuty[]): OrderingDocument[] => [
  ...new Map(
    duties.flatMap(({ document }) => (document === null ? [] : [[documentLine(document), document]])),
  ).values(),
]

/** The one document that gave all of these duties; undefined when there are several, or some that none gave. */
export const findOnlyDocument = (duties: readonly LateDuty[]): OrderingDocument | undefined => {
  const [only, another] = listDocuments(duties)
  return another === undefined && duties.every(({ document }) => document !== null) ? only : undefined
}

/** Why a duty cannot stand in a reminder. */
export type DutyFault = 'no-order' | 'not-open' | 'not-late'

/** What speaks against reminding of this duty on that day; undefined when nothing does. */
export const findDutyFault = (duty: LateDuty, on: PlainDate): DutyFault | undefined => {
  if (toQuotedOrder(duty) === '“”') return 'no-order'
  if (OPEN_WORDS[duty.state] === undefined) return 'not-open'
  const most = toDayNumber(on) - toDayNumber(duty.due)
  const isLate = Number.isInteger(duty.daysLate) && duty.daysLate >= 1 && duty.daysLate <= most
  return isLate ? undefined : 'not-late'
}

/** The longest overdue first; of two alike the one that came first. */
export const sortByLateness = (duties: readonly LateDuty[]): LateDuty[] =>
  duties.toSorted((a, b) => b.daysLate - a.daysLate)
