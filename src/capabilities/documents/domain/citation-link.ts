import { searchKey } from '#kernel/vietnamese.ts'

/** Number as people type it in many ways: `11/KH-UBND`, `11 /KH - UBND`. */
export const toNumberKey = (number: string | null): string | null => {
  if (number === null) return null
  const key = searchKey(number).replaceAll(' ', '/')
  // A number left blank names nothing.
  return /^\d/u.test(key) ? key : null
}

export interface Named {
  readonly type: string | null
  readonly number: string | null
  readonly issuedOn: string | null
  readonly issuer: string | null
}

/** Days agree as far as both are known: `2024` agrees with `2024-01-17`. */
const daysAgree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

const sameIssuer = (a: string | null, b: string | null): boolean | undefined =>
  a === null || b === null ? undefined : searchKey(a) === searchKey(b)

/**
 * Whether a citation means that document. Numbers start again each year and in each office, so the number alone
 * only makes it possible; the day makes it certain, and a day or a type that differs rules it out.
 */
export const decideLink = (citation: Named, document: Named): 'certain' | 'possible' | undefined => {
  const key = toNumberKey(citation.number)
  if (key === null || key !== toNumberKey(document.number)) return undefined
  if (
    citation.type !== null &&
    document.type !== null &&
    searchKey(citation.type) !== searchKey(document.type)
  )
    return undefined
  if (citation.issuedOn !== null && document.issuedOn !== null) {
    if (!daysAgree(citation.issuedOn, document.issuedOn)) return undefined
    return citation.issuedOn.length >= 10 && document.issuedOn.length >= 10 ? 'certain' : 'possible'
  }
  return sameIssuer(citation.issuer, document.issuer) === false ? undefined : 'possible'
}

/** Whether two documents are versions of one: same number and issuer within one year. */
export const isSameNumber = (a: Named, b: Named): boolean => {
  const key = toNumberKey(a.number)
  if (key === null || key !== toNumberKey(b.number)) return false
  if (sameIssuer(a.issuer, b.issuer) !== true) return false
  const [yearA, yearB] = [a.issuedOn?.slice(0, 4), b.issuedOn?.slice(0, 4)]
  return yearA === undefined || yearB === undefined || yearA === yearB
}
