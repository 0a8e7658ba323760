import { toPlainDate } from '#kernel/plain-date.ts'
import { listMatches } from './words.ts'

/** The smallest written forms of time; `dates.ts` joins them into spans and recurrences. */
export interface DateAtom {
  readonly kind:
    | 'day'
    | 'month-day'
    | 'day-of-month'
    | 'month'
    | 'quarter'
    | 'year'
    | 'time'
    | 'weekday'
    | 'every'
  readonly start: number
  readonly end: number
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly quarter?: number
  /** `15:00`. */
  readonly time?: string
  /** `mon` … `sun`. */
  readonly weekday?: string
  /** For `every`: the frequencies in their order. */
  readonly frequencies?: readonly string[]
  /** The calendar has no such day. */
  readonly impossible?: boolean
}

const WEEKDAYS: readonly (readonly [RegExp, string])[] = [
  [/hai|2/iu, 'mon'],
  [/ba|3/iu, 'tue'],
  [/tư|4/iu, 'wed'],
  [/năm|5/iu, 'thu'],
  [/sáu|6/iu, 'fri'],
  [/bảy|bẩy|7/iu, 'sat'],
  [/nhật/iu, 'sun'],
]

const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/**
 * One pass over the text. The alternatives are tried in this order at each place:
 * full date in digits · date in words (day may be blank) · month with year · quarter · day and month ·
 * day alone · hour · weekday · "hằng …" · `MM/YYYY` · year.
 */
const ATOM = new RegExp(
  // What the alternatives begin with: nearly all places of a text are passed over by this alone.
  String.raw`(?=\d|[Nn]gày|[Tt]háng|[Tt]hứ\s|[Qq]u[ýí]|[Hh][ằà]ng|[Mm]ỗi|[Đđ]ịnh kỳ|[Cc]hủ\s|của tháng)(?:${[
    String.raw`(?:[Nn]gày\s*)?(?<![\d/])(?<d1>\d{1,3})\s?(?<sep>[/.\-])\s?(?<m1>\d{1,2})\s?\k<sep>\s?(?<y1>\d{4})(?![\d\p{L}]|/\p{L})`,
    String.raw`[Nn]gày\s*(?<d2>\d{1,3}|[.…_\s]*)\s*/?\s*tháng\s*(?<m2>\d{1,2})(?!\d)(?:\s*(?:,?\s?[Nn]ăm|/|-|,)\s*(?<y2>\d{4})(?!\d))?`,
    String.raw`(?<=(?:trước|đến|hết|và|là|dịp|vào|từ|,)\s)(?<d14>\d{1,2})\stháng\s(?<m14>\d{1,2})(?!\d)(?:(?:,?\s[Nn]ăm\s|/)(?<y14>\d{4})(?!\d)|(?=\s(?:hằng|hàng) năm)|(?<=ngày\s\d{1,2}\s(?:đến|tới)\s(?:hết\s)?\d{1,2}\stháng\s\d{1,2}))`,
    String.raw`(?<last>(?:của )?tháng cuối(?: của)?(?: mỗi)? quý)(?!\p{L}| [IV\d])`,
    String.raw`[Tt]háng\s*(?<m3>\d{1,2})(?!\d)(?:\s*(?:,?\s?[Nn]ăm|/|-|\.)\s*(?<y3>\d{4})(?!\d))?`,
    String.raw`[Qq]u[ýí]\s*(?:(?:IV|I{1,3})\s?(?:,|và|-)\s?){0,3}(?<q1>IV|I{1,3}|[1-4])(?![\p{L}\d])(?:\s*(?:,?\s?[Nn]ăm|/|-|,)\s*(?<y4>\d{4})(?!\d))?`,
    String.raw`[Nn]gày\s*(?<d5>\d{1,3})\s?[/\-.]\s?(?<m5>\d{1,2})(?![\d/]|\.\d)`,
    String.raw`(?<![\d/.,])(?<d13>\d{1,2})/(?<m13>\d{1,2})(?![\d/]|\.\d)(?:(?=\s*(?:hằng|hàng)\s?năm)|(?<=(?:ngày|từ)\s?\d{1,2}(?:/\d{1,2})?\s?(?:và|,|;|đến(?: hết)?|tới|-|–)\s?\d{1,2}/\d{1,2})|(?<=từ\s\d{1,2}/\d{1,2})(?=\s?(?:đến|tới|-|–)\s?(?:hết |ngày )?\d{1,2}/\d{1,2}(?!/)))`,
    String.raw`[Nn]gày\s*(?<d6>\d{1,2})(?![\d/.,]\d|\d)`,
    String.raw`(?<![\d.,/])(?<h7>\d{1,2})\s?(?:giờ|[hg](?!\p{L})|:(?=\d\d))\s?(?<min7>\d{2})?(?!\d)(?:\s?phút|[’'′])?`,
    String.raw`[Tt]hứ\s(?<w8>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[Bb]ẩy|[2-7])(?![\p{L}\d])(?:(?=[^.;]{0,40}(?:hằng|hàng|mỗi)\s?tuần)|(?<=(?:[Hh]ằng|[Hh]àng|[Mm]ỗi)\s?tuần[^.;]{0,40}))|(?<w9>[Cc]hủ\s[Nn]hật)`,
    String.raw`(?<every>(?:[Hh]ằng|[Hh]àng|[Mm]ỗi|[Đđ]ịnh kỳ(?: (?:hằng|hàng))?)\s?(?<unit>ngày(?!\s?\d)|tuần|tháng|quý|quí|năm|(?:\d{1,2}|ba|sáu|chín) tháng)(?:\s?(?:một lần|1 lần|/lần))?(?<more>(?:\s?(?:,|;|và|hoặc|/|-)\s?(?:định kỳ )?(?:hằng |hàng )?(?:\d{1,2} tháng(?: đầu năm)?|tháng|quý|quí|năm|tuần)(?![\p{L}]| \d))*))(?!\p{L})`,
    String.raw`(?<![\d])\d{1,2} lần\s?/\s?(?<per>ngày)(?!\p{L})`,
    String.raw`(?<![\d])(?<n12>\d{1,2}) tháng\s?(?:/|một|1)\s?(?:01 )?lần(?<more12>(?:\s?(?:,|và)\s?(?:hằng |hàng )?(?:tháng|quý|quí|năm|tuần)(?![\p{L}]))*)`,
    String.raw`(?<![\d./,\-])(?<m10>\d{1,2})/(?<y10>(?:19|20)\d\d)(?![\d/\-]|\.\d)`,
    String.raw`(?<![\d/.,\p{L}])(?<y11>(?:19|20)\d\d)(?![\d/%\p{L}]|[.,]\d)`,
  ].join('|')})`,
  'gu',
)

/** Words before a bare four-digit number that make it a year. */
const YEAR_BEFORE =
  /(?:năm(?: học)?|giai đoạn|nhiệm kỳ|tầm nhìn|khóa|khoá|niên khóa|thời kỳ|đến(?: hết)?|từ|trước|sau|kể từ|so với|các năm|mùa|[-–/,]|và)\s*\(?$/iu

/** Everything in the text that speaks of time, in order, never overlapping. */
export const listDateAtoms = (text: string): DateAtom[] => {
  const atoms: DateAtom[] = []
  for (const match of listMatches(text, ATOM)) {
    const atom = toAtom(match, text, atoms.at(-1))
    if (atom) atoms.push(atom)
  }
  return atoms
}

const toAtom = (
  match: RegExpExecArray,
  text: string,
  previous: DateAtom | undefined,
): DateAtom | undefined => {
  const g = match.groups ?? {}
  const at = { start: match.index, end: match.index + match[0].length }
  if (g['d1'] !== undefined) return toDay(at, g['d1'], g['m1'], g['y1'])
  if (g['m2'] !== undefined) {
    if (g['d2'] === undefined || !/\d/u.test(g['d2'])) return toMonth(at, g['m2'], g['y2'])
    return g['y2'] === undefined ? toMonthDay(at, g['d2'], g['m2']) : toDay(at, g['d2'], g['m2'], g['y2'])
  }
  if (g['d14'] !== undefined)
    return g['y14'] === undefined
      ? toMonthDay(at, g['d14'], g['m14'])
      : toDay(at, g['d14'], g['m14'], g['y14'])
  if (g['last'] !== undefined) return { ...at, kind: 'every', frequencies: ['quarterly'] }
  if (g['m3'] !== undefined) return toMonth(at, g['m3'], g['y3'])
  if (g['q1'] !== undefined)
    return { ...at, kind: 'quarter', quarter: ROMAN[g['q1']] ?? 0, ...toYear(g['y4']) }
  if (g['d5'] !== undefined) return toMonthDay(at, g['d5'], g['m5'])
  if (g['d13'] !== undefined) return toMonthDay(at, g['d13'], g['m13'])
  if (g['d6'] !== undefined) return { ...at, kind: 'day-of-month', day: Number(g['d6']) }
  if (g['h7'] !== undefined) return toTime(at, g['h7'], g['min7'], match[0])
  const weekday = g['w8'] ?? g['w9']
  if (weekday !== undefined)
    return { ...at, kind: 'weekday', weekday: WEEKDAYS.find(([name]) => name.test(weekday))?.[1] ?? 'sun' }
  if (g['every'] !== undefined)
    return { ...at, kind: 'every', frequencies: toFrequencies(`${g['unit']}${g['more'] ?? ''}`) }
  if (g['per'] !== undefined) return { ...at, kind: 'every', frequencies: ['daily'] }
  if (g['n12'] !== undefined)
    return { ...at, kind: 'every', frequencies: toFrequencies(`${g['n12']} tháng${g['more12'] ?? ''}`) }
  if (g['m10'] !== undefined) return toBareMonth(at, g['m10'], g['y10'], text)
  if (g['y11'] !== undefined) return toBareYear(at, g['y11'], text, previous)
  return undefined
}

type At = Pick<DateAtom, 'start' | 'end'>

const toYear = (year: string | undefined): { year?: number } =>
  year === undefined ? {} : { year: Number(year) }

const toDay = (at: At, d: string | undefined, m: string | undefined, y: string | undefined): DateAtom => {
  const [day, month, year] = [Number(d), Number(m), Number(y)]
  const impossible = toPlainDate(year, month, day) === undefined
  return { ...at, kind: 'day', day, month, year, impossible }
}

/** A day without its year; 29 February may exist. */
const toMonthDay = (at: At, d: string, m: string | undefined): DateAtom => {
  const [day, month] = [Number(d), Number(m)]
  return { ...at, kind: 'month-day', day, month, impossible: toPlainDate(2024, month, day) === undefined }
}

const toMonth = (at: At, m: string, y: string | undefined): DateAtom => {
  const month = Number(m)
  return { ...at, kind: 'month', month, ...toYear(y), impossible: month < 1 || month > 12 }
}

const toTime = (at: At, h: string, min: string | undefined, printed: string): DateAtom | undefined => {
  const [hour, minute] = [Number(h), Number(min ?? '0')]
  if (/[hg]$/u.test(printed) && hour > 24) return undefined
  const impossible = hour > 24 || minute > 59
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return { ...at, kind: 'time', time, impossible }
}

/** `6/2025` is a month only when nothing makes it a number of a document or a ratio. */
const toBareMonth = (at: At, m: string, y: string | undefined, text: string): DateAtom | undefined => {
  if (/(?:số|Số|khoản|điểm|mục)[:.]?\s*$/u.test(text.slice(Math.max(0, at.start - 8), at.start)))
    return undefined
  const month = Number(m)
  if (month < 1 || month > 12) return undefined
  return { ...at, kind: 'month', month, year: Number(y) }
}

const toBareYear = (
  at: At,
  y: string,
  text: string,
  previous: DateAtom | undefined,
): DateAtom | undefined => {
  const before = text.slice(Math.max(0, at.start - 14), at.start)
  const near = previous?.kind === 'year' && at.start - previous.end <= 6
  const named = /(?:năm(?: học)?|giai đoạn|nhiệm kỳ|tầm nhìn|đến|hết|thời kỳ)\s*\(?$/iu.test(before)
  const opensRange = /^\s?[-–]\s?(?:19|20)\d\d(?![\d/])/u.test(text.slice(at.end, at.end + 8))
  const goesOn = /^ trở đi(?!\p{L})/u.test(text.slice(at.end, at.end + 9))
  if (!named && !opensRange && !goesOn && !(near && YEAR_BEFORE.test(before))) return undefined
  return { ...at, kind: 'year', year: Number(y) }
}

const FREQUENCY: Readonly<Record<string, string>> = {
  ngày: 'daily',
  tuần: 'weekly',
  tháng: 'monthly',
  quý: 'quarterly',
  quí: 'quarterly',
  năm: 'yearly',
}

/** `tháng, quý, 06 tháng và năm` → the frequencies in their order. */
const WORD_COUNT: Readonly<Record<string, number>> = { ba: 3, sáu: 6, chín: 9 }

const toFrequencies = (list: string): string[] => {
  const found: string[] = []
  for (const [, count, unit] of listMatches(
    list,
    /(?:(\d{1,2}|ba|sáu|chín)\s)?(ngày|tuần|tháng(?: đầu năm)?|quý|quí|năm)/gu,
  )) {
    const name = (unit ?? '').slice(0, 5).trim()
    const frequency =
      count === undefined || name !== 'tháng'
        ? FREQUENCY[name]
        : toMonthly(WORD_COUNT[count] ?? Number(count))
    if (frequency !== undefined && !found.includes(frequency)) found.push(frequency)
  }
  return found
}

const toMonthly = (count: number): string =>
  count === 1 ? 'monthly' : count === 12 ? 'yearly' : `every ${count} months`
