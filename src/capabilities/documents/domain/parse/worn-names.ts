import { searchKey, toOldToneMarks } from '#kernel/vietnamese.ts'
import { FIELDS } from './agency-vocabulary.ts'

/** How many letters must be put in, left out or changed to make one word of the other (Levenshtein 1966). */
const countEdits = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

const COMMITTEES: readonly string[] = [
  'Ủy ban nhân dân tỉnh',
  'Ủy ban nhân dân thành phố',
  'Ủy ban nhân dân huyện',
  'Ủy ban nhân dân xã',
  'Ủy ban nhân dân phường',
  'Hội đồng nhân dân tỉnh',
]

/** A scanner makes of one letter in eight something else at most; beyond that the name is another. */
const WORN = 1 / 8

/**
 * The name of an issuer that a scanner wore down, mended by the place of the date line, which says the same
 * place again: `Ủy bannhândân tinh quáảng ngãi` at `Quảng Ngãi` → `Ủy ban nhân dân tỉnh Quảng Ngãi`.
 */
export const mendIssuer = (printed: string, place: string | null): string => {
  if (place === null) return printed
  const worn = searchKey(printed).replaceAll(' ', '')
  if (worn.length < 12 || worn.length > 60) return printed
  const named = place.replace(/^(?:Thành phố|TP\.?|Tp\.?) /u, '')
  const wholes = COMMITTEES.map((committee) => `${committee} ${named}`)
  const clean = toOldToneMarks(printed).toLowerCase()
  if (wholes.some((whole) => toOldToneMarks(whole).toLowerCase() === clean)) return printed
  const plain = searchKey(printed)
  for (const [i, whole] of wholes.entries()) {
    const committee = searchKey(COMMITTEES[i] ?? '')
    if (plain.startsWith(`${committee} `)) {
      // Only the place is worn: one letter of it, or it is another place.
      const rest = plain.slice(committee.length + 1)
      if (rest.length > 5 && countEdits(rest, searchKey(named)) <= 1) return whole
      continue
    }
    const key = searchKey(whole).replaceAll(' ', '')
    if (Math.abs(key.length - worn.length) > 4) continue
    if (countEdits(worn, key) <= key.length * WORN) return whole
  }
  return printed
}

/** Capitals for what the sentence case of a head has made small: the field of a body, the place of the date line. */
export const capitaliseNames = (issuer: string, place: string | null): string => {
  let text = issuer.replace(
    /^((?:Sở|Ban|Phòng|Cục|Chi cục|Tổng cục|Trung tâm|Trường(?: [A-ZĐ]{2,6})?|Công ty|Tổng công ty|Viện|Bộ|Vụ) )(\p{Ll})/u,
    (_, head: string, letter: string) => head + letter.toUpperCase(),
  )
  for (const name of place === null ? FIELDS : [...FIELDS, place]) {
    const at = text.toLowerCase().indexOf(name.toLowerCase())
    if (
      at > 0 &&
      /^\p{Lu}/u.test(name) &&
      text[at - 1] === ' ' &&
      !/[\p{L}]/u.test(text[at + name.length] ?? '')
    )
      text = text.slice(0, at) + name + text.slice(at + name.length)
  }
  return text
}
