import { periodOf, toPeriod, type Period, type PeriodKind } from './period.ts'
import { addDays, dayOfWeek, toPlainDate, type PlainDate } from './plain-date.ts'

/**
 * The days on which a recurring duty falls due. What documents state as a rhythm (`monthly 18`, `every 6 months`)
 * becomes days on the calendar by which the office counts: periods of the administrative calendar end on the 14th
 * (Decree 09/2019/NĐ-CP, article 12), those of the other with the month.
 */

export type OfficeCalendar = 'administrative' | 'calendar'

/** One time that a duty comes round: its day as stated, and the period that it answers for, where there is one. */
export interface Occurrence {
  readonly due: PlainDate
  readonly period: Period | null
}

const kindOf = (calendar: OfficeCalendar, length: 'month' | 'quarter' | 'half' | 'year'): PeriodKind =>
  calendar === 'administrative' ? `administrative-${length}` : length

/** A day that a short month does not have is its last. */
const dayOfMonth = (year: number, month: number, day: number): PlainDate =>
  [day, 30, 29, 28]
    .filter((candidate) => candidate <= day)
    .map((candidate) => toPlainDate(year, month, candidate))
    .find((found) => found !== undefined) as PlainDate

interface Month {
  readonly year: number
  readonly month: number
}

/** The months of the calendar from that of `from` to that of `to`. */
const listMonths = (from: PlainDate, to: PlainDate): readonly Month[] => {
  const count = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const [first, last] = [count(from), count(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    year: Math.floor((first + i) / 12),
    month: ((first + i) % 12) + 1,
  }))
}

const lastOfMonth = ({ year, month }: Month): PlainDate => dayOfMonth(year, month, 31)

/** The day on which a period ends that is counted to this month of the calendar. */
const endOfMonth = (calendar: OfficeCalendar, at: Month): PlainDate =>
  calendar === 'administrative' ? dayOfMonth(at.year, at.month, 14) : lastOfMonth(at)

/** A report due shortly before a month is over is on that month; otherwise on the last that has ended. */
const AHEAD = 6

const monthReported = (calendar: OfficeCalendar, due: PlainDate): Period => {
  const kind = kindOf(calendar, 'month')
  const seen = periodOf(kind, addDays(due, AHEAD))
  return seen.to <= addDays(due, AHEAD) ? seen : periodOf(kind, addDays(seen.from, -1))
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const everyDays = (from: PlainDate, to: PlainDate, step: number): readonly Occurrence[] => {
  const found: Occurrence[] = []
  for (let due = from; due <= to; due = addDays(due, step)) found.push({ due, period: null })
  return found
}

/** A week without a stated day ends on its Friday, the last day on which offices work. */
const weekly = (from: PlainDate, to: PlainDate, day = 'fri', weeks = 1): readonly Occurrence[] => {
  const wanted = WEEKDAYS.indexOf(day) + 1
  return wanted === 0 ? [] : everyDays(addDays(from, (wanted - dayOfWeek(from) + 7) % 7), to, weeks * 7)
}

const monthly = (
  months: readonly Month[],
  calendar: OfficeCalendar,
  day: number | undefined,
): readonly Occurrence[] =>
  months.map((at) => {
    if (day === undefined) {
      const due = endOfMonth(calendar, at)
      return { due, period: periodOf(kindOf(calendar, 'month'), due) }
    }
    const due = dayOfMonth(at.year, at.month, day)
    return { due, period: monthReported(calendar, due) }
  })

const LENGTHS: Readonly<Record<number, 'quarter' | 'half' | 'year'>> = { 3: 'quarter', 6: 'half', 12: 'year' }

/** Every third, sixth … month of the year, as offices count: the six months are over in June and December. */
const everyMonths = (
  months: readonly Month[],
  calendar: OfficeCalendar,
  count: number,
  day?: number,
): readonly Occurrence[] =>
  months
    .filter(({ month }) => month % count === 0)
    .map((at) => {
      const length = LENGTHS[count]
      const period =
        length === undefined ? undefined : toPeriod(kindOf(calendar, length), at.year, at.month / count)
      const due = day === undefined ? endOfMonth(calendar, at) : dayOfMonth(at.year, at.month, day)
      return { due, period: period ?? null }
    })

const yearly = (
  months: readonly Month[],
  calendar: OfficeCalendar,
  stated: string | undefined,
): readonly Occurrence[] => {
  const [month = 12, day] = (stated ?? '12').split('-').map(Number)
  return months
    .filter((at) => at.month === month)
    .map((at) => ({
      due:
        stated === undefined
          ? endOfMonth(calendar, at)
          : day === undefined
            ? lastOfMonth(at)
            : dayOfMonth(at.year, at.month, day),
      period: toPeriod(kindOf(calendar, 'year'), at.year, 1) ?? null,
    }))
}

const every = (
  from: PlainDate,
  to: PlainDate,
  calendar: OfficeCalendar,
  count: number,
  unit: string | undefined,
): readonly Occurrence[] => {
  switch (unit) {
    case 'days':
      return everyDays(from, to, count)
    case 'weeks':
      return weekly(from, to, 'fri', count)
    case 'months':
      return everyMonths(listMonths(from, to), calendar, count)
    case 'years':
      return yearly(listMonths(from, to), calendar, undefined).filter((_, i) => i % count === 0)
    default:
      return []
  }
}

/**
 * When a duty comes round from `from` to `to`, both days included, in order. A rhythm without a day of its own falls
 * due with the period's last day. None for what has no rhythm (`once`, `on event`) or is not understood.
 *
 * @example listOccurrences('quarterly', '2026-01-01', '2026-06-30', 'administrative') // due 14/3 and 14/6
 */
export const listOccurrences = (
  recurrence: string,
  from: PlainDate,
  to: PlainDate,
  calendar: OfficeCalendar,
): readonly Occurrence[] => {
  const [head = '', first, second] = recurrence.split(' ')
  const months = listMonths(from, to)
  const found = (): readonly Occurrence[] => {
    switch (head) {
      case 'daily':
        return everyDays(from, to, 1)
      case 'weekly':
        return weekly(from, to, first)
      case 'monthly':
        return monthly(months, calendar, first === undefined ? undefined : Number(first))
      case 'quarterly':
        return everyMonths(months, calendar, 3, first === undefined ? undefined : Number(first))
      case 'yearly':
        return yearly(months, calendar, first)
      case 'every':
        return every(from, to, calendar, Number(first), second)
      default:
        return []
    }
  }
  return found().filter(({ due }) => due >= from && due <= to)
}

/** The day itself, or the first after it on which offices work; a term that ends on a day off ends then (Civil Code 2015, article 148.5). */
export const toWorkingDay = (day: PlainDate, isDayOff: (day: PlainDate) => boolean): PlainDate => {
  // No window of holidays is longer than a month; a calendar without any working day is wrong, and the day stays.
  for (let i = 0, at = day; i < 31; i++, at = addDays(at, 1)) if (!isDayOff(at)) return at
  return day
}

/** The day `count` working days later, the first day not counted; earlier when negative. */
export const addWorkingDays = (
  day: PlainDate,
  count: number,
  isDayOff: (day: PlainDate) => boolean,
): PlainDate => {
  const step = Math.sign(count)
  let at = day
  for (let left = Math.abs(count), seen = 0; left > 0 && seen < 4000; seen++) {
    at = addDays(at, step)
    if (!isDayOff(at)) left--
  }
  return at
}
