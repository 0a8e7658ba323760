import type { Brand } from './brand.ts'

/**
 * A day of the calendar, `YYYY-MM-DD`, without hour or zone. Days compare as strings.
 * An instant is something else: a UTC timestamp string.
 */
export type PlainDate = Brand<string, 'PlainDate'>

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Gregorian leap year. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The day, or undefined when the calendar has no such day: 31 April never becomes 1 May. */
export const toPlainDate = (year: number, month: number, day: number): PlainDate | undefined => {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate
}

/** Reads `YYYY-MM-DD`; undefined for anything else or for an impossible day. */
export const parsePlainDate = (text: string): PlainDate | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)
  if (!match) return undefined
  return toPlainDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** `2026-11-21` → `21/11/2026`, as the offices write it. */
export const formatPlainDate = (date: PlainDate): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`

/** Days since 0001-01-01 of the proleptic Gregorian calendar (that day is 0). */
export const toDayNumber = (date: PlainDate): number => {
  const year = Number(date.slice(0, 4)) - 1
  const month = Number(date.slice(5, 7))
  let days = year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  for (let m = 1; m < month; m++) days += daysInMonth(year + 1, m)
  return days + Number(date.slice(8, 10)) - 1
}

/** The inverse of {@link toDayNumber}. */
export const fromDayNumber = (days: number): PlainDate => {
  let year = Math.max(1, Math.floor(days / 365.2425))
  while (toDayNumber(`${pad(year + 1, 4)}-01-01` as PlainDate) <= days) year++
  let rest = days - toDayNumber(`${pad(year, 4)}-01-01` as PlainDate)
  let month = 1
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month)
    month++
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(rest + 1, 2)}` as PlainDate
}

/** The day `count` days later (earlier when negative). */
export const addDays = (date: PlainDate, count: number): PlainDate => fromDayNumber(toDayNumber(date) + count)

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const dayOfWeek = (date: PlainDate): number => (toDayNumber(date) % 7) + 1

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
