import { toPlainDate } from '#kernel/plain-date.ts'

export interface CitedDate {
  readonly value: string | null
  readonly end: number
  readonly issuer: string | null
}

const DAY = String.raw`(?<d>\d{1,2})\s?(?:[/.\-]|tháng)\s?(?<m>\d{1,2})\s?(?:[/.\-]|,?\s?năm)\s?(?<y>\d{4})(?!\d)`
const SIGNED = String.raw`(?:(?:được\s)?(?:ban hành|ký ban hành|ký)\s)?`
/** With or without "ngày", after a comma or a bracket. */
const AFTER = new RegExp(
  String.raw`^(?:\s?\(khóa [IVX]+\))?\s?[,(]?\s?${SIGNED}(?:[Nn]g[àa]y\s?)?${DAY}`,
  'u',
)
/** A name as it stands between "của" and "ngày": the comma of `Văn hóa, Thể thao và …`, the number of a session. */
const WHO = String.raw`(?<who>\p{Lu}(?:[^,;.:()\d]|,\s(?=\p{Lu}\p{Ll}+\s(?:\p{L}+\s)?và\s)|(?<=(?:thứ|Trung ương)\s)\d{1,2}){2,90}?)`
/** "… của Chính phủ ngày 05/4/2022": the issuer comes first, its short form or its term in brackets with it. */
const AFTER_ISSUER = new RegExp(
  String.raw`^\s?,?\s?(?:của\s|(?=Hội nghị\s))${WHO}(?:\s?\([^()]{1,40}\))?\s?,?\s?${SIGNED}[Nn]gày\s?${DAY}`,
  'u',
)
/** The day left open: `ngày …/4/2026`. */
const OPEN_DAY = /^\s?,?\s?[Nn]gày[\s.…_]*\/\s?(?<m>\d{1,2})\s?\/\s?(?<y>\d{4})(?!\d)/u
const YEAR = /^\s?,?\s?(?:năm\s?)(?<y>(?:19|20)\d\d)(?![\d/])/u
const MONTH = /^\s?,?\s?tháng\s?(?<m>\d{1,2})\s?(?:\/|năm)\s?(?<y>\d{4})/u

/** The date that follows a number at `at`; an impossible day is no date. */
export const findDateAt = (text: string, at: number): CitedDate | undefined => {
  const rest = text.slice(at, at + 190)
  const match = AFTER.exec(rest) ?? AFTER_ISSUER.exec(rest)
  if (match?.groups) {
    const { d, m, y, who } = match.groups
    const value = toPlainDate(Number(y), Number(m), Number(d)) ?? null
    return {
      value,
      end: at + match[0].length,
      issuer: who?.replace(/\s(?:về|quy định|phê duyệt|ban hành)\s.*$/u, '').trim() ?? null,
    }
  }
  const month = MONTH.exec(rest) ?? OPEN_DAY.exec(rest)
  if (month?.groups) {
    const value = `${month.groups['y']}-${String(Number(month.groups['m'])).padStart(2, '0')}`
    return { value, end: at + month[0].length, issuer: null }
  }
  const year = YEAR.exec(rest)
  return year?.groups
    ? { value: year.groups['y'] ?? null, end: at + year[0].length, issuer: null }
    : undefined
}
