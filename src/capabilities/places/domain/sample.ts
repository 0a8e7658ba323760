import { addDays, toPlainDate, type PlainDate } from '#kernel/plain-date.ts'

/**
 * The documents of the sample province are templates: their dates follow the day of installation, so that the
 * sample never ages. Between double braces stands one of
 *
 *   {{date:-320}}    the day 320 days before, `05/01/2026`
 *   {{long:-320}}    the same in the words of a heading, `ngày 05 tháng 01 năm 2026`
 *   {{year}} {{year-1}} {{year+1}}
 *   {{month:+2}}     the month two months later, `01/2027`
 *   {{day:30/6}}     that day of the year of installation, `30/6/2026`; {{day:15/12,-1}} of the year before
 *
 * Days count from the day of installation.
 */
const EXPRESSION = /\{\{([^{}]*)\}\}/gu

export class TemplateError extends Error {
  override readonly name = 'TemplateError'
}

const dd = (text: string): string => text.padStart(2, '0')

const printDate = (day: PlainDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

const printLong = (day: PlainDate): string =>
  `ngày ${day.slice(8)} tháng ${day.slice(5, 7)} năm ${day.slice(0, 4)}`

const printMonth = (day: PlainDate, count: number): string => {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  return `${dd(String((index % 12) + 1))}/${Math.floor(index / 12)}`
}

const fill = (expression: string, installedOn: PlainDate): string | undefined => {
  const year = Number(installedOn.slice(0, 4))
  const yearly = /^year([+-]\d{1,2})?$/u.exec(expression)
  if (yearly) return String(year + Number(yearly[1] ?? 0))
  const relative = /^(date|long|month):([+-]?\d{1,4})$/u.exec(expression)
  if (relative) {
    const count = Number(relative[2])
    if (relative[1] === 'month') return printMonth(installedOn, count)
    const day = addDays(installedOn, count)
    return relative[1] === 'date' ? printDate(day) : printLong(day)
  }
  const fixed = /^day:(\d{1,2})\/(\d{1,2})(?:,([+-]\d{1,2}))?$/u.exec(expression)
  if (!fixed) return undefined
  const [, date = '', month = '', shift] = fixed
  const inYear = year + Number(shift ?? 0)
  return toPlainDate(inYear, Number(month), Number(date)) ? `${date}/${month}/${inYear}` : undefined
}

/** The text of a sample on the day of installation. An expression that means nothing is refused, never printed. */
export const fillSample = (template: string, installedOn: PlainDate): string =>
  template.replace(EXPRESSION, (whole, expression: string) => {
    const text = fill(expression.trim(), installedOn)
    if (text === undefined) throw new TemplateError(`mẫu văn bản: không hiểu “${whole}”`)
    return text
  })
