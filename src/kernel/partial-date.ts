import { parsePlainDate, toPlainDate } from './plain-date.ts'

/**
 * A date as far as it is known: `2030`, `2026-Q2`, `2024-06`, `2024-06-30`, or a span of two: `2025-11-20/2025-12-03`.
 * Held as documents state it; these functions turn it into the offices' words and back.
 */

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

const WEEKDAYS: Readonly<Record<string, string>> = {
  mon: 'thứ Hai',
  tue: 'thứ Ba',
  wed: 'thứ Tư',
  thu: 'thứ Năm',
  fri: 'thứ Sáu',
  sat: 'thứ Bảy',
  sun: 'Chủ nhật',
}
const UNITS: Readonly<Record<string, string>> = { days: 'ngày', weeks: 'tuần', months: 'tháng', years: 'năm' }

/** `monthly 18` → `ngày 18 hằng tháng`; `every 6 months` → `06 tháng một lần`; unknown words stay as they are. */
export const formatRecurrence = (value: string): string => {
  const [head = '', first, second] = value.split(' ')
  switch (head) {
    case 'daily':
      return first === undefined ? 'hằng ngày' : `${first.replaceAll(',', ', ')} hằng ngày`
    case 'weekly': {
      if (first === undefined) return 'hằng tuần'
      const day = `${WEEKDAYS[first] ?? first} hằng tuần`
      return second === undefined ? day : `${second} ${day}`
    }
    case 'monthly':
      return first === undefined ? 'hằng tháng' : `ngày ${first.padStart(2, '0')} hằng tháng`
    case 'quarterly':
      return first === undefined ? 'hằng quý' : `ngày ${first.padStart(2, '0')} tháng cuối quý`
    case 'yearly':
      return first === undefined ? 'hằng năm' : `ngày ${first.split('-').toReversed().join('/')} hằng năm`
    case 'every':
      return `${(first ?? '').padStart(2, '0')} ${UNITS[second ?? ''] ?? second} một lần`
    default:
      return value
  }
}
