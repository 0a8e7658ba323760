import { documentLine } from '#kernel/document-line.ts'
import { formatPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import {
  findDutyFault,
  findOnlyDocument,
  listDocuments,
  sortByLateness,
  toCount,
  toDueWords,
  toPlace,
  toPlaceWithin,
  toQuotedOrder,
  toShortName,
  toStanding,
  type DutyFault,
  type LateDuty,
} from './late-duty.ts'
import type { LetterBlock, LetterColumn, LetterSignature, LetterText, LetterWords } from './letter-text.ts'

/** Who reminds, and in whose name. */
export interface ReminderSender {
  readonly governingBody: string | null
  readonly issuingBody: string
  readonly symbol: string
  readonly place: string
  /** What it calls itself in a sentence: `Văn phòng Ban An toàn giao thông tỉnh Mẫu`. */
  readonly name: string
  /** An equal asks ("đề nghị"), a superior orders ("yêu cầu"). */
  readonly manner: 'ask' | 'order'
  /** Who is told of the result: `Trưởng Ban An toàn giao thông tỉnh`. */
  readonly superior: string | null
  /** Whom to call. */
  readonly contact: string | null
  readonly signature: LetterSignature
}

/** One late agency, and what it is reminded of. */
export interface ReminderRequest {
  readonly sender: ReminderSender
  readonly agency: { readonly code: string; readonly name: string }
  readonly duties: readonly LateDuty[]
  /** As of which day the duties are late. */
  readonly on: PlainDate
  /** When the letter is signed; left to be filled in where that is not known. */
  readonly signedOn: PlainDate | null
  readonly answerBy: PlainDate
  /** Behind "Như trên" and before "Lưu". */
  readonly copies: readonly string[]
  /** `VT, TH`: where the file copy lies. */
  readonly kept: string
}

/** Why no letter is drafted: nothing to remind of, a duty that is none, or a day to answer that has passed. */
export type ReminderFault =
  | { readonly kind: 'no-duties' | 'answer-too-early' }
  | { readonly kind: DutyFault; readonly duty: string }

/** Duties told one by one; more of them become a table, still more an annex. */
const MOST_LISTED = 3
const MOST_IN_BODY = 8
/** Documents that the first sentence names; more are named in the table alone. */
const MOST_NAMED = 3

const plain = (words: LetterWords): LetterBlock => ({ kind: 'paragraph', words })
const join = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

const toSubject = (duties: readonly LateDuty[]): string => {
  const documents = listDocuments(duties)
  const isWhole = duties.every(({ document }) => document !== null)
  return isWhole && documents.length <= 2
    ? `đôn đốc thực hiện nhiệm vụ tại ${join(documents.map(toShortName))}`
    : 'đôn đốc thực hiện các nhiệm vụ bảo đảm trật tự, an toàn giao thông đã quá hạn'
}

const toOpening = ({ sender, agency, duties, on }: ReminderRequest): LetterBlock => {
  const documents = listDocuments(duties)
  const count = toCount(duties.length)
  const basis =
    documents.length <= MOST_NAMED
      ? join(documents.map(documentLine))
      : 'các văn bản giao nhiệm vụ bảo đảm trật tự, an toàn giao thông'
  const ground = documents.length === 0 ? 'Qua' : `Thực hiện ${basis}, qua`
  const longest = toCount(Math.max(...duties.map(({ daysLate }) => daysLate)))
  const end =
    duties.length > MOST_IN_BODY
      ? `, quá hạn lâu nhất ${longest} ngày (chi tiết tại Phụ lục kèm theo).`
      : ', cụ thể như sau:'
  return plain(
    `${ground} theo dõi của ${sender.name}, tính đến ngày ${formatPlainDate(on)}, ` +
      `${agency.name} còn ${count} nhiệm vụ đã quá hạn nhưng chưa hoàn thành${end}`,
  )
}

/** Two paragraphs for each: what was ordered and where, then how it stands. */
const toList = (duties: readonly LateDuty[]): LetterBlock[] => {
  const isOneDocument = findOnlyDocument(duties) !== undefined
  return duties.flatMap((duty, i) => {
    const number = duties.length === 1 ? '' : `${i + 1}. `
    const place = toPlaceWithin(duty, isOneDocument)
    return [
      plain([
        {
          text: `${number}Nhiệm vụ ${place === undefined ? 'được giao trực tiếp' : `tại ${place}`}: `,
          bold: true,
        },
        { text: toQuotedOrder(duty), italics: true },
        { text: '.' },
      ]),
      plain(
        `Thời hạn hoàn thành: ${toDueWords(duty)}; đã quá hạn ${toCount(duty.daysLate)} ngày. Tình trạng: ${toStanding(duty)}.`,
      ),
    ]
  })
}

/** Widths in millimetres of an upright page and of one on its side. */
const COLUMNS: readonly (readonly [title: string, upright: number, onSide: number, LetterColumn['align']])[] =
  [
    ['TT', 9, 10, 'centre'],
    ['Nhiệm vụ (trích nguyên văn)', 53, 95, 'left'],
    ['Căn cứ', 30, 50, 'left'],
    ['Thời hạn', 24, 26, 'centre'],
    ['Số ngày quá hạn', 17, 19, 'centre'],
    ['Tình trạng', 32, 52, 'left'],
  ]

const toTable = (duties: readonly LateDuty[], landscape: boolean): LetterBlock => ({
  kind: 'table',
  columns: COLUMNS.map(([title, upright, onSide, align]) => ({
    title,
    share: landscape ? onSide : upright,
    align,
  })),
  rows: duties.map((duty, i) => [
    String(i + 1),
    toQuotedOrder(duty),
    capital(toPlace(duty) ?? 'giao trực tiếp'),
    toDueWords(duty),
    toCount(duty.daysLate),
    capital(toStanding(duty)),
  ]),
})

const toDemand = ({ sender, agency, duties, answerBy }: ReminderRequest): LetterBlock[] => {
  const asks = sender.manner === 'ask' ? 'đề nghị' : 'yêu cầu'
  const which = duties.length === 1 ? 'nhiệm vụ nêu trên' : `${toCount(duties.length)} nhiệm vụ nêu trên`
  const told = sender.superior === null ? 'tổng hợp' : `tổng hợp, báo cáo ${sender.superior}`
  return [
    plain(`Để bảo đảm tiến độ chung, ${sender.name} ${asks} ${agency.name}:`),
    plain([
      {
        text: `- Tập trung chỉ đạo, hoàn thành dứt điểm ${which}; báo cáo kết quả thực hiện kèm tài liệu minh chứng về ${sender.name} `,
      },
      { text: `chậm nhất ngày ${formatPlainDate(answerBy)}`, bold: true },
      { text: ` để ${told}.` },
    ]),
    plain(
      `- ${duties.length === 1 ? 'Trường hợp' : 'Đối với nhiệm vụ'} chưa thể hoàn thành trong thời gian nêu trên, ` +
        'báo cáo rõ nguyên nhân, khó khăn, vướng mắc, trách nhiệm của tập thể, cá nhân có liên quan; ' +
        'đề xuất giải pháp và cam kết thời hạn hoàn thành.',
    ),
    ...(sender.contact === null ? [] : [plain(`Đầu mối trao đổi thông tin: ${sender.contact}.`)]),
    plain(
      sender.manner === 'ask'
        ? `Đề nghị ${agency.name} quan tâm, phối hợp thực hiện./.`
        : `Yêu cầu ${agency.name} nghiêm túc thực hiện./.`,
    ),
  ]
}

const listFaults = ({ duties, on, signedOn, answerBy }: ReminderRequest): ReminderFault[] => [
  ...(duties.length === 0 ? [{ kind: 'no-duties' as const }] : []),
  ...(answerBy <= (signedOn ?? on) ? [{ kind: 'answer-too-early' as const }] : []),
  ...duties.flatMap((duty) => {
    const kind = findDutyFault(duty, on)
    return kind === undefined ? [] : [{ kind, duty: duty.id }]
  }),
]

/** Drafts the letter that reminds one agency of what it has not done in time ("công văn đôn đốc"). */
export const draftReminderLetter = (
  request: ReminderRequest,
): Result<LetterText, readonly ReminderFault[]> => {
  const faults = listFaults(request)
  if (faults.length > 0) return err(faults)
  const { sender, agency, on, signedOn, copies, kept } = request
  const duties = sortByLateness(request.duties)
  const isAnnexed = duties.length > MOST_IN_BODY
  const [year, month, day] = (signedOn ?? on).split('-').map(Number)
  return ok({
    governingBody: sender.governingBody,
    issuingBody: sender.issuingBody,
    issuerName: sender.name,
    number: null,
    symbol: sender.symbol,
    place: sender.place,
    date: {
      year: year ?? 0,
      month: signedOn === null ? null : (month ?? null),
      day: signedOn === null ? null : (day ?? null),
    },
    kind: null,
    subject: toSubject(duties),
    addressees: [agency.name],
    body: [
      toOpening({ ...request, duties }),
      ...(duties.length <= MOST_LISTED ? toList(duties) : isAnnexed ? [] : [toTable(duties, false)]),
      ...toDemand(request),
    ],
    recipients: ['Như trên', ...copies, `Lưu: ${kept}`],
    signature: sender.signature,
    annexes: isAnnexed
      ? [
          {
            title: `Danh mục nhiệm vụ quá hạn của ${agency.name}`,
            landscape: true,
            body: [toTable(duties, true)],
          },
        ]
      : [],
  })
}
