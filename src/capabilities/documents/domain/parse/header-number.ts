import { toPlainDate } from '#kernel/plain-date.ts'
import { listMatches } from './words.ts'

/** What the head's line "Số: … , ngày … tháng … năm …" says; offsets are those of the head's text. */
export interface Found {
  readonly value: string
  readonly start: number
  readonly end: number
}

const NUMBER =
  /(?<![\p{L}])(?:Số|SỐ|Sổ|Sô)(?:\s(?:hiệu|văn bản))?\s?[:.;]?\s*(?<digits>[\p{L}\d+#|(_.…)\s]{0,14}?)\s?(?<tail>(?:\/\s?(?:19|20)\d\d\s?)?[/-]\s?\p{Lu}[\p{L}\d&.]*(?:(?:\s?[-/]\s?(?=[\p{Lu}\d])|-\s?(?=\p{Lu}))(?<!\s[-/]\s(?=\p{Lu}\p{Ll}))[\p{Lu}\d][\p{L}\d&.]*)*)/u

const NUMBER_EACH = new RegExp(NUMBER, 'gu')

/** "Số:" and its tail torn apart by other words of the head. */
const TORN =
  /(?<=\s)(?<!năm\s)(?<digits>\d{0,5})\s?(?<tail>(?:\/(?:19|20)\d\d)?[/-](?:KH|CT|QĐ|NQ|CĐ|TB|KL|HD|BC|TTr|CTr|PA|ĐA|PĐ)(?:[-/]\p{Lu}[\p{L}\d&]*)+)(?=\s|$)/u

/** `ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 12/QĐ-SYT`: the issuer is named after the document that set it up. */
const OF_ANOTHER =
  /(?<!\p{L})(?:theo|thành lập tại|thực hiện)\s(?:quyết định|kế hoạch|nghị quyết|chỉ thị|văn bản|công văn|thông báo|chương trình)\s*$/iu

/** The number; blank digits leave the tail: `/KH-BATGT`. */
export const findNumber = (head: string): Found | undefined => {
  for (const match of listMatches(head, NUMBER_EACH)) {
    if (OF_ANOTHER.test(head.slice(Math.max(0, match.index - 60), match.index))) continue
    const found = toNumber(match)
    if (found) return found
  }
  const torn = /(?:Số|SỐ)\s?:/u.test(head) ? TORN.exec(head) : null
  return torn ? toNumber(torn) : undefined
}

/** `THEO QUYẾT ĐỊNH SỐ 12 …`: a number in the name of the issuer has words between it and the next stroke. */
const toNumber = (match: RegExpExecArray): Found | undefined => {
  const printed = (match.groups?.['digits'] ?? '').replace(/[\s.…_]+/gu, '')
  const tail = (match.groups?.['tail'] ?? '').replace(/\s+/gu, '')
  if (/\p{L}{3}/u.test(printed)) return undefined
  // A number written by hand is a blank to the scanner, whatever it made of the strokes.
  const digits = /^\d{1,5}\p{L}?$/u.test(printed) ? printed : ''
  return { value: `${digits}${tail}`, start: match.index, end: match.index + match[0].length }
}

const PLACE =
  "(?<!\\p{L})(?<place>(?:(?:TP\\.?|Tp\\.?|Thành phố|tỉnh|Tỉnh|Thị xã)\\s?)?(?:\\p{Lu}\\p{Ll}+|\\p{Lu}['’]\\p{L}+)(?:[\\s-]\\p{Lu}[\\p{Ll}]*){0,4})"
/** A telegram says the hour too: `hồi 15 giờ 00, ngày …`. */
const HOUR = String.raw`(?:(?:hồi|lúc|vào hồi)?\s?\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{1,2}\s?)?(?:phút)?\s?,?\s?)?`
const DATED = new RegExp(
  String.raw`${PLACE}\s?,?\s*${HOUR}[Nn]gà[yW]?\s?(?<day>[^\p{Lu}\n]{0,12}?|\S{1,6})\s*tháng\s?(?<month>[\d.…_\s]{0,8}|\S{1,4})\s?năm\s?(?<year>\d{4})`,
  'u',
)
/** `Sơn Hà, ngày 12/6/2024`: figures with strokes, the day or the month perhaps left open. */
const DATED_IN_FIGURES = new RegExp(
  String.raw`${PLACE}\s?,\s*[Nn]gày\s?(?<day>[\d.…_\s]{0,6})\s?[/.-]\s?(?<month>[\d.…_\s]{0,6})\s?[/.-]\s?(?<year>\d{4})(?!\d)`,
  'u',
)

export interface DatedPlace {
  readonly place: Found | undefined
  readonly date: Found
}

/** `Lạng Sơn, ngày … tháng 6 năm 2024`: the place, and as much of the day as is written. */
export const findDatedPlace = (head: string): DatedPlace | undefined => {
  const match = DATED.exec(head) ?? DATED_IN_FIGURES.exec(head)
  if (!match?.groups) return undefined
  const year = Number(match.groups['year'])
  const day = toInteger(match.groups['day'])
  const month = toInteger(match.groups['month'])
  const value = toDate(year, month, day)
  const start = match.index
  const place = (match.groups['place'] ?? '').trim()
  const after = start + (match.groups['place'] ?? '').length
  return {
    place: place === '' ? undefined : { value: place, start, end: start + place.length },
    date: { value, start: after, end: start + match[0].length },
  }
}

/** Only clean digits count: a scanner's `Íð` is a blank, not a guess. */
const toInteger = (text: string | undefined): number | undefined => {
  const clean = (text ?? '').replace(/[\s.…_]/gu, '')
  return /^\d{1,2}$/u.test(clean) ? Number(clean) : undefined
}

/** As much of the day as the calendar can bear. */
const toDate = (year: number, month: number | undefined, day: number | undefined): string => {
  if (month === undefined || month < 1 || month > 12) return String(year)
  const part = `${year}-${String(month).padStart(2, '0')}`
  return day === undefined ? part : (toPlainDate(year, month, day) ?? part)
}
