import { toPlainDate } from '#kernel/plain-date.ts'
import type { DateMention } from './dates.ts'

/** What the document says of its own time. */
interface OwnTime {
  readonly issuedOn: string | null
  readonly firstYear: number | undefined
  /** The text says when, and nothing else. */
  readonly isTime: boolean
}

const UNTIL = /^\s?(?:\([^()]{1,20}\)\s?)?(?:đến|tới|cho đến|-)\s?(?:hết |cuối |đầu |giữa )?(?:ngày )?$/u
const SINCE = /(?:từ|trong|[(:])\s*(?:đầu |giữa |cuối |khoảng )?$/iu
/** Of other times: what was counted, when it rains every year. */
const OTHER =
  /(?:số liệu|xảy ra|ghi nhận|thống kê|(?<!quyết )tính|so với|cùng kỳ|mùa|đã|năm học)(?![\p{L}\p{M}])[^,;.]{0,40}$|(?:hằng|hàng|mỗi) năm[^.;]*$/iu

/**
 * `từ ngày 15/5 đến 30/6`, `từ tháng 5 đến tháng 9`: both ends in the year of the document, the second in the next
 * one where it lies before the first (`từ ngày 20/12 đến ngày 10/01`). The joined ones are given as well, since
 * their year is not stated.
 */
export const joinSpansWithoutYear = (
  text: string,
  mentions: readonly DateMention[],
  time: OwnTime,
): { readonly mentions: readonly DateMention[]; readonly lent: ReadonlySet<DateMention> } => {
  const year = time.firstYear ?? (time.issuedOn === null ? undefined : Number(time.issuedOn.slice(0, 4)))
  const lent = new Set<DateMention>()
  if (year === undefined || !mentions.some(lacksYear)) return { mentions, lent }
  const joined: DateMention[] = []
  for (const mention of mentions) {
    const from = joined.at(-1)
    const value = from && isSpan(text, from, mention, time) ? toSpan(text, from, mention, year) : undefined
    if (from && value !== undefined) {
      const span: DateMention = { ...from, end: mention.end, precision: 'span', value, monthDay: null }
      joined[joined.length - 1] = span
      lent.add(span)
    } else joined.push(mention)
  }
  return { mentions: joined, lent }
}

const lacksYear = ({ precision, value, impossible, time }: DateMention): boolean =>
  value === null &&
  !impossible &&
  time === null &&
  (precision === 'month-day' || precision === 'month' || precision === 'quarter')

const isSpan = (text: string, from: DateMention, to: DateMention, { isTime }: OwnTime): boolean => {
  if (!lacksYear(from) || !lacksYear(to) || from.precision !== to.precision) return false
  const before = text.slice(Math.max(0, from.start - 120), from.start)
  return (
    UNTIL.test(text.slice(from.end, to.start)) &&
    (isTime || SINCE.test(before)) &&
    !OTHER.test(before) &&
    !/^\s*(?:của )?(?:(?:hằng|hàng|mỗi) năm|năm (?:trước|ngoái))/u.test(text.slice(to.end, to.end + 20))
  )
}

const QUARTERS = ['I', 'II', 'III', 'IV']

/** The two ends, `05-15` and `06-30`, `05` and `09`, `Q2` and `Q3`, with their year. */
const toSpan = (text: string, from: DateMention, to: DateMention, year: number): string | undefined => {
  const right = toEnd(text, to)
  const left =
    from.precision === 'month-day' && from.monthDay === null
      ? sameMonth(text, from, right)
      : toEnd(text, from)
  if (left === undefined || right === undefined || left === right) return undefined
  const wraps = right < left
  // From autumn into the spring that follows; any other step back is no span.
  if (wraps && (from.precision === 'quarter' || left < '09' || right >= '05')) return undefined
  const ends = [`${year}-${left}`, `${wraps ? year + 1 : year}-${right}`]
  return ends.every((end) => from.precision !== 'month-day' || isDay(end)) ? ends.join('/') : undefined
}

const toEnd = (text: string, mention: DateMention): string | undefined => {
  if (mention.precision === 'month-day') return mention.monthDay ?? undefined
  const label = /(\d{1,2}|[IV]{1,3})$/u.exec(text.slice(mention.start, mention.end))?.[1]
  if (label === undefined) return undefined
  if (mention.precision === 'month') return label.padStart(2, '0')
  return `Q${QUARTERS.indexOf(label) + 1 || label}`
}

/** `từ ngày 01 đến ngày 15 tháng 8`: the first day is one of the month of the second. */
const sameMonth = (text: string, from: DateMention, right: string | undefined): string | undefined => {
  const day = /\d{1,2}$/u.exec(text.slice(from.start, from.end))?.[0]
  return day === undefined || right === undefined ? undefined : `${right.slice(0, 2)}-${day.padStart(2, '0')}`
}

const isDay = (value: string): boolean => {
  const [year, month, day] = value.split('-').map(Number)
  return toPlainDate(year ?? 0, month ?? 0, day ?? 0) !== undefined
}
