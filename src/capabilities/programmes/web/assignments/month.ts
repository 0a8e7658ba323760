import { addDays, dayOfWeek, parsePlainDate, toPlainDate, type PlainDate } from '#kernel/plain-date.ts'

/** A month of the calendar: `2026-11`. */
export interface Month {
  readonly year: number
  readonly month: number
}

/** Reads `2026-11`; undefined for anything else. */
export const parseMonth = (text: string | undefined): Month | undefined => {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(text ?? '')
  const first = match && parsePlainDate(`${match[0]}-01`)
  return first ? { year: Number(match[1]), month: Number(match[2]) } : undefined
}

export const writeMonth = ({ year, month }: Month): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`

/** So many months later, or earlier when negative. */
export const shiftMonth = ({ year, month }: Month, count: number): Month => {
  const index = year * 12 + month - 1 + count
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

/** From the first to the last day. */
export const toMonthDays = ({ year, month }: Month): readonly PlainDate[] =>
  Array.from({ length: 31 }, (_, i) => toPlainDate(year, month, i + 1)).filter((day) => day !== undefined)

/** The weeks, Monday first, that hold the month; days of its neighbours are left empty. */
export const toWeeks = (month: Month): readonly (readonly (PlainDate | undefined)[])[] => {
  const days = toMonthDays(month)
  const [first] = days
  if (first === undefined) return []
  // Monday is 1.
  const before = dayOfWeek(first) - 1
  const cells = [...Array.from<undefined>({ length: before }), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, i) => cells[week * 7 + i]),
  )
}

/** Where an arrow key leads from a day: a day or a week on, also into the next month. */
export const stepDay = (day: PlainDate, key: string): PlainDate | undefined => {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key]
  return step === undefined ? undefined : addDays(day, step)
}
