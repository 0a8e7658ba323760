import { toPlainDate } from '#kernel/plain-date.ts'

export interface CitedDate {
  readonly value: string | null
  readonly end: number
  readonly issuer: string | null
}

const DAY = String.raw`(?<d>\d{1,2})\s?(?:[/.\-]|tháng)\s?(?<m>\d{1,2})\s?(?:[/.\-]|,?\s?năm)\s?(?<y>\d{4})(?!\d)`
/** With or without "ngày", after a comma or a bracket. */
const AFTER = new RegExp(String.raw`^\s?[,(]?\s?(?:ban hành\s|ký\s)?(?:[Nn]g[àa]y\s?)?${DAY}`, 'u')
/** "… của Chính phủ ngày 05/4/2022": the issuer comes first. */
const AFTER_ISSUER = new RegExp(
  String.raw`^\s?,?\s?của\s(?<who>\p{Lu}[^,;.:()\d]{2,60}?),?\s?(?:ban hành\s)?[Nn]gày\s?${DAY}`,
  'u',
)
const YEAR = /^\s?,?\s?(?:năm\s?)(?<y>(?:19|20)\d\d)(?![\d/])/u
const MONTH = /^\s?,?\s?tháng\s?(?<m>\d{1,2})\s?(?:\/|năm)\s?(?<y>\d{4})/u

/** The date that follows a number at `at`; an impossible day is no date. */
export const findDateAt = (text: string, at: number): CitedDate | undefined => {
  const rest = text.slice(at, at + 120)
  const match = AFTER.exec(rest) ?? AFTER_ISSUER.exec(rest)
  if (match?.groups) {
    const { d, m, y, who } = match.groups
    const value = toPlainDate(Number(y), Number(m), Number(d)) ?? null
    return { value, end: at + match[0].length, issuer: who?.trim() ?? null }
  }
  const month = MONTH.exec(rest)
  if (month?.groups) {
    const value = `${month.groups['y']}-${String(Number(month.groups['m'])).padStart(2, '0')}`
    return { value, end: at + month[0].length, issuer: null }
  }
  const year = YEAR.exec(rest)
  return year?.groups
    ? { value: year.groups['y'] ?? null, end: at + year[0].length, issuer: null }
    : undefined
}
