import { formatPartialDate } from './partial-date.ts'

/**
 * Recurrences and frequencies of reports in the words of the offices: the one place for them, on screen, in print and
 * in spreadsheets. Days and counts below ten have two digits, as numbers in official documents do
 * (Decree 30/2020/NĐ-CP, annex I); a report without a fixed day is `đột xuất` (Decree 09/2019/NĐ-CP, article 3).
 */

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

const HOUR = '(?:[01]\\d|2[0-3]):[0-5]\\d'
const RHYTHMS = [
  `daily(?: ${HOUR}(?:,${HOUR})*)?`,
  `weekly(?: (?:mon|tue|wed|thu|fri|sat|sun)(?: ${HOUR})?)?`,
  'monthly(?: (?:0?[1-9]|[12]\\d|3[01]))?',
  'quarterly(?: (?:0?[1-9]|[12]\\d|3[01]))?',
  'every (?:[2-9]|1[0-2]) (?:days|weeks|months|years)',
  'yearly(?: (?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?',
]
/** Every recurrence as a pattern of JSON Schema: `monthly 18`, `every 6 months`, `weekly fri 15:00`. */
export const RECURRENCE_PATTERN = `^(?:${RHYTHMS.join('|')})$`

/** `monthly 18` → `ngày 18 hằng tháng`; `every 6 months` → `06 tháng một lần`; unknown words stay as they are. */
export const formatRecurrence = (value: string): string => {
  if (value === 'on event') return 'đột xuất'
  // Nine months are no rhythm: it is the report on the first nine months of a year.
  if (value === 'every 9 months') return '09 tháng'
  const [head = '', first, second] = value.split(' ')
  switch (head) {
    case 'once':
      return 'một lần'
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
      if (first === undefined) return 'hằng năm'
      return /^\d{2}$/u.test(first)
        ? `tháng ${first} hằng năm`
        : `ngày ${first.split('-').toReversed().join('/')} hằng năm`
    case 'every':
      if (first === undefined || second === undefined) return value
      return `${first.padStart(2, '0')} ${UNITS[second] ?? second} một lần`
    default:
      return value
  }
}

/** Several in one line; nothing where none is stated. */
export const formatRecurrences = (values: readonly string[]): string =>
  values.map(formatRecurrence).join(', ')

/** The when of a duty: a date, a recurrence, or both; nothing where neither is stated. */
export const formatWhen = (date: string | null, recurrence: string | null): string =>
  [date === null ? '' : formatPartialDate(date), recurrence === null ? '' : formatRecurrence(recurrence)]
    .filter((part) => part !== '')
    .join('; ')

/** Whether a recurrence comes round in the days from `from` to `to`, a reporting month or more. */
export const recursWithin = (recurrence: string, from: string, to: string): boolean => {
  const day = /^yearly (\d{2}-\d{2})$/u.exec(recurrence)?.[1]
  if (day !== undefined)
    return [from, to].some((end) => {
      const date = `${end.slice(0, 4)}-${day}`
      return date >= from && date <= to
    })
  return /^(?:daily|weekly|monthly)(?: |$)/u.test(recurrence)
}
