import { parsePlainDate, toPlainDate, type PlainDate } from './plain-date.ts'

/**
 * A date as far as it is known: `2030`, `2026-Q2`, `2024-06`, `2024-06-30`, or a span of two: `2025-11-20/2025-12-03`.
 * Held as documents state it; these functions turn it into the offices' words and back.
 */

const POINT = '\\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?'
/** As a pattern of JSON Schema: `2030`, `2026-Q2`, `2024-06`, `2024-06-30`. */
export const DATE_POINT_PATTERN = `^${POINT}$`
/** The same, or a span of two: `2025-11-20/2025-12-03`. */
export const PARTIAL_DATE_PATTERN = `^${POINT}(?:/${POINT})?$`

/** `2024-06-30` → `30/06/2024`; `2024-06` → `tháng 6/2024`; `2026-Q2` → `quý II/2026`; `2030` → `năm 2030`. */
export const formatPartialDate = (value: string): string => {
  const [from = '', to] = value.split('/')
  return to === undefined ? formatPoint(from) : `từ ${formatPoint(from)} đến ${formatPoint(to)}`
}

const QUARTERS = ['I', 'II', 'III', 'IV'] as const

const formatPoint = (point: string): string => {
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(point)
  if (quarter) return `quý ${QUARTERS[Number(quarter[2]) - 1]}/${quarter[1]}`
  const [year = '', month, day] = point.split('-')
  if (day !== undefined && month !== undefined) return `${day}/${month}/${year}`
  if (month !== undefined) return `tháng ${Number(month)}/${year}`
  return /^\d{4}$/u.test(year) ? `năm ${year}` : point
}

/**
 * Reads what a person types: `30/6/2024`, `6/2024`, `tháng 6/2024`, `quý II/2026`, `quý 2 năm 2026`, `2030`,
 * `năm 2030`, and two of these joined by `-` with spaces, `đến` or `–`. Undefined for anything else and for a day
 * that the calendar does not have.
 */
export const parsePartialDate = (typed: string): string | undefined => {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^từ\s+/u, '')
  const ends = text.split(/\s+(?:đến|-|–)\s+/u)
  if (ends.length > 2) return undefined
  const points = ends.map(parsePoint)
  if (points.some((point) => point === undefined)) return undefined
  if (points.length === 1) return points[0]
  const [from = '', to = ''] = points
  return from.length === to.length && from > to ? undefined : `${from}/${to}`
}

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }

const parsePoint = (text: string): string | undefined => {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return parsePlainDate(text)
  const day = /^(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text)
  if (day) return toPlainDate(Number(day[3]), Number(day[2]), Number(day[1]))
  const quarter = /^quý\s+(i{1,3}|iv|[1-4])(?:\s*\/\s*|\s+năm\s+)(\d{4})$/u.exec(text)
  if (quarter) return `${quarter[2]}-Q${ROMAN[quarter[1] ?? ''] ?? quarter[1]}`
  const month = /^(?:tháng\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})$/u.exec(text)
  if (month) {
    const number = Number(month[1])
    return number >= 1 && number <= 12 ? `${month[2]}-${String(number).padStart(2, '0')}` : undefined
  }
  return /^(?:năm\s+)?(\d{4})$/u.exec(text)?.[1]
}

const lastDayOf = (point: string): string => {
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(point)
  if (quarter) return lastDayOf(`${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}`)
  if (/^\d{4}$/u.test(point)) return `${point}-12-31`
  const month = /^(\d{4})-(\d{2})$/u.exec(point)
  if (!month) return point
  const [year, number] = [Number(month[1]), Number(month[2])]
  return (
    [31, 30, 29, 28].map((day) => toPlainDate(year, number, day)).find((day) => day !== undefined) ?? point
  )
}

/** The last day that a date known in part can mean: by then at the latest it is due. Undefined for what is no date. */
export const toLastDay = (value: string): PlainDate | undefined =>
  parsePlainDate(lastDayOf(value.split('/').at(-1) ?? ''))

/** The first day that a date known in part can mean. */
export const toFirstDay = (value: string): PlainDate | undefined =>
  parsePlainDate(firstDayOf(value.split('/')[0] ?? ''))

const firstDayOf = (point: string): string => {
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(point)
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`
  return `${point}-01-01`.slice(0, 10)
}

/**
 * Whether a date concerns the days from `from` to `to`. A year, a quarter or a month falls due with its last day; a
 * span of two concerns every day in it.
 */
export const fallsWithin = (value: string, from: string, to: string): boolean => {
  const [first = '', second] = value.split('/')
  const last = lastDayOf(second ?? first)
  return second === undefined ? last >= from && last <= to : firstDayOf(first) <= to && last >= from
}
