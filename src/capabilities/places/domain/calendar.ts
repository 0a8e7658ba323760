import { Type, type Static } from 'typebox'
import { addDays, dayOfWeek, formatPlainDate, parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { Day } from './unit.ts'

/**
 * The working calendar of public offices for one year: Saturdays and Sundays are free (Decision 188/1999/QĐ-TTg),
 * holidays are those of the Labour Code 45/2019/QH14, article 112, with the swaps that the Government announces.
 */
export const Holiday = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** The window as announced, weekends within it included. */
  from: Day,
  to: Day,
})
export type Holiday = Static<typeof Holiday>

/** A Saturday or Sunday on which offices work, for a working day that was given free. */
export const MakeUpDay = Type.Object({ on: Day, insteadOf: Day })
export type MakeUpDay = Static<typeof MakeUpDay>

export const WorkCalendar = Type.Object({
  year: Type.Integer({ minimum: 1990, maximum: 2200 }),
  holidays: Type.Array(Holiday, { maxItems: 60 }),
  makeUpDays: Type.Array(MakeUpDay, { maxItems: 60 }),
  /** The announcement or law that says so. */
  source: Type.String({ minLength: 1, maxLength: 1000 }),
})
export type WorkCalendar = Static<typeof WorkCalendar>

const isWeekend = (day: PlainDate): boolean => dayOfWeek(day) >= 6

const isWithin = (day: PlainDate, { from, to }: Holiday): boolean => from <= day && day <= to

/**
 * Whether offices are closed on that day; undefined for a day of another year, of which this calendar knows nothing
 * but the holiday that runs across New Year. A year without a calendar is missing, not a year without holidays.
 */
export const isDayOff = (day: PlainDate, calendar: WorkCalendar): boolean | undefined => {
  if (calendar.holidays.some((holiday) => isWithin(day, holiday))) return true
  if (day.slice(0, 4) !== String(calendar.year)) return undefined
  return isWeekend(day) && !calendar.makeUpDays.some((makeUp) => makeUp.on === day)
}

/**
 * Whether offices are closed on a day, by the calendars of all years that were entered. A year whose calendar is
 * missing has its weekends, so that work goes on before the Government has announced its holidays.
 */
export const toDayOff =
  (calendars: readonly WorkCalendar[]): ((day: PlainDate) => boolean) =>
  (day) => {
    const told = calendars.map((calendar) => isDayOff(day, calendar)).filter((one) => one !== undefined)
    return told.length === 0 ? isWeekend(day) : told.includes(true)
  }

const daysOf = (calendar: WorkCalendar): { day: string; where: string }[] => [
  ...calendar.holidays.flatMap(({ name, from, to }) => [
    { day: from, where: `Ngày bắt đầu nghỉ ${name}` },
    { day: to, where: `Ngày kết thúc nghỉ ${name}` },
  ]),
  ...calendar.makeUpDays.flatMap(({ on, insteadOf }) => [
    { day: on, where: 'Ngày làm bù' },
    { day: insteadOf, where: 'Ngày được nghỉ hoán đổi' },
  ]),
]

/** The longest window that the Government ever announced is nine days; a longer one is a slip of the pen. */
const LONGEST_WINDOW = 16

const checkHolidays = ({ year, holidays }: WorkCalendar): string[] =>
  holidays.flatMap((holiday, i) => {
    const span = `${formatPlainDate(holiday.from)} – ${formatPlainDate(holiday.to)}`
    if (holiday.from > holiday.to) return [`${holiday.name}: ngày kết thúc trước ngày bắt đầu (${span}).`]
    const issues: string[] = []
    // A window may begin in the last days of December or end in the first of January.
    if (holiday.from.slice(0, 4) !== String(year) && holiday.to.slice(0, 4) !== String(year)) {
      issues.push(`${holiday.name}: không nằm trong năm ${year} (${span}).`)
    }
    if (addDays(holiday.from, LONGEST_WINDOW) < holiday.to) {
      issues.push(`${holiday.name}: kỳ nghỉ dài bất thường (${span}).`)
    }
    for (const other of holidays.slice(i + 1)) {
      if (isWithin(other.from, holiday) || isWithin(holiday.from, other)) {
        issues.push(`${holiday.name} và ${other.name} trùng ngày nhau.`)
      }
    }
    return issues
  })

const checkMakeUps = ({ holidays, makeUpDays }: WorkCalendar): string[] =>
  makeUpDays.flatMap(({ on, insteadOf }, i) => {
    const issues: string[] = []
    if (!isWeekend(on)) issues.push(`Ngày làm bù ${formatPlainDate(on)} không phải thứ Bảy hay Chủ nhật.`)
    if (isWeekend(insteadOf)) {
      issues.push(`Ngày ${formatPlainDate(insteadOf)} đã là ngày nghỉ hằng tuần nên không thể hoán đổi.`)
    }
    if (holidays.some((holiday) => isWithin(on, holiday))) {
      issues.push(`Ngày làm bù ${formatPlainDate(on)} nằm trong kỳ nghỉ.`)
    }
    if (!holidays.some((holiday) => isWithin(insteadOf, holiday))) {
      issues.push(`Ngày ${formatPlainDate(insteadOf)} được nghỉ hoán đổi nhưng không nằm trong kỳ nghỉ nào.`)
    }
    if (makeUpDays.slice(i + 1).some((other) => other.on === on || other.insteadOf === insteadOf)) {
      issues.push(`Ngày làm bù ${formatPlainDate(on)} bị ghi hai lần.`)
    }
    return issues
  })

/** What is wrong with a calendar, in sentences for the person who keeps it; nothing when it can be used. */
export const checkCalendar = (calendar: WorkCalendar): string[] => {
  const impossible = daysOf(calendar).filter(({ day }) => parsePlainDate(day) === undefined)
  if (impossible.length > 0) return impossible.map(({ day, where }) => `${where}: không có ngày ${day}.`)
  return [...checkHolidays(calendar), ...checkMakeUps(calendar)]
}
