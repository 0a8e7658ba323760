import { listDates } from './dates.ts'
import { findTypeAtStart } from './document-types.ts'
import type { Line } from './types.ts'

/**
 * The card that collections of law set above a document: `Số hiệu: | 171/CV-BCĐ | Loại văn bản: | Công văn …`.
 * It fills what the document's own head does not say; a page taken from such a collection may have lost its head.
 */
export interface Card {
  readonly number?: CardValue
  readonly type?: CardValue
  readonly issuer?: CardValue
  readonly signer?: CardValue
  readonly issuedOn?: CardValue
}

export interface CardValue {
  readonly value: string
  readonly line: Line
}

const LABELS: readonly (readonly [RegExp, keyof Card])[] = [
  [/^Số hiệu\s*:?$/u, 'number'],
  [/^Loại văn bản\s*:?$/u, 'type'],
  [/^Nơi ban hành\s*:?$/u, 'issuer'],
  [/^Người ký\s*:?$/u, 'signer'],
  [/^Ngày ban hành\s*:?$/u, 'issuedOn'],
]

/** A card stands at the top; so many lines hold it with the words of the page around it. */
const CARD_LINES = 90
/** One or two such words may stand in any text; a card has them all. */
const LEAST_LABELS = 3

/** Reads the card at the top of the lines; empty when there is none. Values of a form unknown to their label are left. */
export const readCard = (lines: readonly Line[]): Card => {
  const found: Partial<Record<keyof Card, CardValue>> = {}
  let label: keyof Card | undefined
  let labels = 0
  for (const line of lines.slice(0, CARD_LINES)) {
    for (const cell of line.text.split('|')) {
      const text = cell.replace(/[*#]/gu, '').trim()
      if (text === '') continue
      const next = LABELS.find(([rule]) => rule.test(text))?.[1]
      if (next) labels++
      else if (label && !text.endsWith(':')) {
        const value = toValue(label, text)
        if (value !== undefined) found[label] ??= { value, line }
      }
      label = next
    }
  }
  return labels >= LEAST_LABELS ? found : {}
}

const toValue = (label: keyof Card, text: string): string | undefined => {
  switch (label) {
    case 'number':
      return /^\d[\p{L}\d\-/.]{2,40}$/u.test(text) ? text : undefined
    case 'type': {
      const named = findTypeAtStart(text)
      return named?.length === text.length ? named.type : undefined
    }
    // `Tỉnh Mẫu`, `Thành phố Mẫu` says where it comes from, not which of its bodies.
    case 'issuer':
      return /^(?:Tỉnh|Thành phố) |\.\.\.|,/u.test(text) ? undefined : text
    case 'signer':
      return /^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,5}$/u.test(text) ? text : undefined
    case 'issuedOn': {
      const [date] = listDates(text)
      return date?.precision === 'day' && date.value !== null ? date.value : undefined
    }
    default: {
      const never: never = label
      return never
    }
  }
}
