/**
 * The administrative reporting month runs from the 15th to the 14th of the next and is named after the
 * month in which it ends; the year runs 15/12 → 14/12. Example: 21/11/2026 lies in "tháng 12/2026",
 * from 15/11/2026 to 14/12/2026.
 */
export interface ReportPeriod {
  /** `2026-12`: year and month of its end. */
  readonly id: string
  readonly label: string
  readonly from: string
  readonly to: string
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** Months since year 0, so that a year's end needs no special case. */
const toIndex = (year: number, month: number): number => year * 12 + month - 1
const toYearMonth = (index: number): readonly [number, number] => [Math.floor(index / 12), (index % 12) + 1]

const fromIndex = (index: number): ReportPeriod => {
  const [year, month] = toYearMonth(index)
  const [beforeYear, beforeMonth] = toYearMonth(index - 1)
  return {
    id: `${year}-${pad(month)}`,
    label: `Tháng ${pad(month)}/${year}`,
    from: `${beforeYear}-${pad(beforeMonth)}-15`,
    to: `${year}-${pad(month)}-14`,
  }
}

/** The administrative month that holds a day (`YYYY-MM-DD`). */
export const toReportPeriod = (day: string): ReportPeriod => {
  const index = toIndex(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  return fromIndex(Number(day.slice(8, 10)) >= 15 ? index + 1 : index)
}

/** Reads an id such as `2026-12`; undefined for anything else. */
export const parseReportPeriod = (id: string | undefined): ReportPeriod | undefined => {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(id ?? '')
  return match ? fromIndex(toIndex(Number(match[1]), Number(match[2]))) : undefined
}

/** The period `count` months later (earlier when negative). */
export const shiftReportPeriod = (period: ReportPeriod, count: number): ReportPeriod =>
  fromIndex(toIndex(Number(period.id.slice(0, 4)), Number(period.id.slice(5, 7))) + count)
