import { addDays, dayOfWeek, parsePlainDate, toDayNumber, toPlainDate, type PlainDate } from './plain-date.ts'

/**
 * The calendars by which offices count and report. Three of them run on: the administrative one, whose month is from
 * the 15th to the 14th and whose year is from 15 December to 14 December (road safety committees); the calendar of
 * months and years (statistics); the week of the police from Thursday to Wednesday. The periods of one kind follow
 * each other without a gap and without a day in two. Holidays are windows that do not run on: `HolidayWindow`.
 */
export const PERIOD_KINDS = [
  'administrative-month',
  'administrative-quarter',
  'administrative-half',
  'administrative-year',
  'month',
  'quarter',
  'half',
  'year',
  'police-week',
] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/**
 * One period: both days belong to it. `year` is the year that the office counts it to (15/12/2025 belongs to 2026);
 * `index` its place in that year, from 1. A week has the year of its Wednesday, when it is counted.
 */
export interface Period {
  readonly kind: PeriodKind
  readonly year: number
  readonly index: number
  readonly from: PlainDate
  readonly to: PlainDate
}

type MonthlyKind = Exclude<PeriodKind, 'police-week'>

const MONTHS: Readonly<Record<MonthlyKind, number>> = {
  'administrative-month': 1,
  'administrative-quarter': 3,
  'administrative-half': 6,
  'administrative-year': 12,
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
}

/** The first day of a month of the calendar counted from the year 0; of the administrative one in the month before. */
const firstDay = (kind: MonthlyKind, month: number): PlainDate | undefined =>
  kind.startsWith('administrative')
    ? toPlainDate(Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 15)
    : toPlainDate(Math.floor(month / 12), (month % 12) + 1, 1)

/**
 * The `index`th period of a kind in a year; undefined where there is none (a fifth quarter, a 54th week).
 *
 * @example toPeriod('administrative-month', 2026, 3) // 15/02/2026 – 14/03/2026
 */
export const toPeriod = (kind: PeriodKind, year: number, index: number): Period | undefined => {
  if (!Number.isInteger(year) || !Number.isInteger(index) || index < 1) return undefined
  if (kind === 'police-week') return toWeek(year, index)
  const length = MONTHS[kind]
  if (index > 12 / length) return undefined
  const month = year * 12 + (index - 1) * length
  const [from, next] = [firstDay(kind, month), firstDay(kind, month + length)]
  return from && next ? { kind, year, index, from, to: addDays(next, -1) } : undefined
}

const WEDNESDAY = 3

/** The first Wednesday of a year ends its first week. */
const toWeek = (year: number, index: number): Period | undefined => {
  const first = toPlainDate(year, 1, 1)
  if (!first) return undefined
  const to = addDays(first, ((WEDNESDAY - dayOfWeek(first) + 7) % 7) + (index - 1) * 7)
  return Number(to.slice(0, 4)) === year
    ? { kind: 'police-week', year, index, from: addDays(to, -6), to }
    : undefined
}

/** The period of a kind that a day belongs to, for days of the years 2 to 9998. */
export const periodOf = (kind: PeriodKind, day: PlainDate): Period => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  if (kind === 'police-week') {
    const to = addDays(day, (WEDNESDAY - dayOfWeek(day) + 7) % 7)
    const first = toWeek(Number(to.slice(0, 4)), 1) as Period
    return toWeek(first.year, 1 + (toDayNumber(to) - toDayNumber(first.to)) / 7) as Period
  }
  const late = kind.startsWith('administrative') && Number(day.slice(8, 10)) >= 15 ? 1 : 0
  const count = year * 12 + month - 1 + late
  return toPeriod(kind, Math.floor(count / 12), Math.floor((count % 12) / MONTHS[kind]) + 1) as Period
}

/** The period that begins on the day after this one ends. */
export const nextPeriod = ({ kind, to }: Period): Period => periodOf(kind, addDays(to, 1))

/** The period that ends on the day before this one begins. */
export const previousPeriod = ({ kind, from }: Period): Period => periodOf(kind, addDays(from, -1))

/** Cùng kỳ: the same period of the year before. The 53rd week has none in a year of 52. */
export const samePeriodLastYear = ({ kind, year, index }: Period): Period | undefined =>
  toPeriod(kind, year - 1, index)

/** Lũy kế: from the first day of the period's year to the last day of the period. */
export const yearToDate = (period: Period): { readonly from: PlainDate; readonly to: PlainDate } => ({
  from: (toPeriod(period.kind, period.year, 1) as Period).from,
  to: period.to,
})

/** The periods of a kind that hold a day from `from` to `to`, in order; none when `to` is before `from`. */
export const listPeriods = (kind: PeriodKind, from: PlainDate, to: PlainDate): readonly Period[] => {
  const periods: Period[] = []
  for (let period = periodOf(kind, from); period.from <= to && from <= to; period = nextPeriod(period))
    periods.push(period)
  return periods
}

const SUFFIX: Readonly<Record<number, string>> = { 1: 'M', 3: 'Q', 6: 'H' }

/** How a period is kept: `administrative-month:2026-M03`, `quarter:2026-Q1`, `year:2026`, `police-week:2026-W07`. */
export const formatPeriodId = ({ kind, year, index }: Period): string => {
  if (kind === 'police-week') return `${kind}:${year}-W${String(index).padStart(2, '0')}`
  const length = MONTHS[kind]
  if (length === 12) return `${kind}:${year}`
  return `${kind}:${year}-${SUFFIX[length]}${length === 1 ? String(index).padStart(2, '0') : index}`
}

/** Reads what {@link formatPeriodId} writes; undefined for anything else and for a period that no year has. */
export const parsePeriodId = (text: string): Period | undefined => {
  const match = /^([a-z-]+):(\d{4})(?:-([MQHW])(\d{1,2}))?$/u.exec(text)
  const kind = PERIOD_KINDS.find((known) => known === match?.[1])
  if (!match || !kind) return undefined
  const period = toPeriod(kind, Number(match[2]), Number(match[4] ?? 1))
  return period && formatPeriodId(period) === text ? period : undefined
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const

const dayAndMonth = (day: PlainDate): string =>
  Number(day.slice(5, 7)) < 3
    ? `${day.slice(8, 10)}/${day.slice(5, 7)}`
    : `${day.slice(8, 10)}/${Number(day.slice(5, 7))}`

/**
 * A period in the words of a report; one that is not of the calendar says its days, since offices differ by a day.
 * Days and months below ten (months: January and February) have two digits (Decree 30/2020/NĐ-CP, annex I).
 *
 * @example formatPeriod(administrativeMarch) // 'tháng 3/2026 (từ 15/02/2026 đến 14/3/2026)'
 */
export const formatPeriod = (period: Period): string => {
  const name = nameOf(period)
  if (!period.kind.startsWith('administrative') && period.kind !== 'police-week') return name
  const [from, to] = [period.from, period.to].map((day) => `${dayAndMonth(day)}/${day.slice(0, 4)}`)
  return `${name} (từ ${from} đến ${to})`
}

const nameOf = ({ kind, year, index }: Period): string => {
  switch (kind) {
    case 'administrative-month':
    case 'month':
      return `tháng ${index}/${year}`
    case 'administrative-quarter':
    case 'quarter':
      return `quý ${ROMAN[index - 1]}/${year}`
    case 'administrative-half':
    case 'half':
      return index === 1 ? `06 tháng đầu năm ${year}` : `06 tháng cuối năm ${year}`
    case 'administrative-year':
    case 'year':
      return `năm ${year}`
    case 'police-week':
      return `tuần ${String(index).padStart(2, '0')}/${year}`
    default: {
      const never: never = kind
      return never
    }
  }
}

/** The days of a holiday or a campaign, as the province's working calendar or a plan states them. */
export interface HolidayWindow {
  readonly name: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** A health day is from 7 o'clock to 7 o'clock of the next day; in Vietnam (UTC+7) that is a day of UTC. */
export const toHealthDays = ({
  from,
  to,
}: HolidayWindow): { readonly begins: string; readonly ends: string } => ({
  begins: `${from}T00:00:00.000Z`,
  ends: `${addDays(to, 1)}T00:00:00.000Z`,
})

/** The window's day that an instant is counted to by hospitals; undefined outside the window. */
export const healthDayOf = (window: HolidayWindow, instant: string): PlainDate | undefined => {
  const { begins, ends } = toHealthDays(window)
  return instant >= begins && instant < ends ? parsePlainDate(instant.slice(0, 10)) : undefined
}
