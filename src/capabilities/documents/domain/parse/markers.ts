import type { MarkerKind } from './types.ts'

/** What a paragraph may open with. Whether it is truly an item, the outline decides from the order. */
export interface Marker {
  readonly kind: MarkerKind
  /** As printed: `V.`, `15.`, `(1)`, `-`. */
  readonly printed: string
  /** For the path: `V`, `15`, `(1)`, `a`, `1.6`; empty for signs without a number. */
  readonly label: string
  /** Place in its order: `V` is 5, `đ` is 5, `1.6` is 6. */
  readonly value: number
  /** Another reading of the same sign: `(i)` is one in roman numbers, the tenth letter otherwise. */
  readonly otherValue?: number
  /** For decimals: every component. */
  readonly parts: readonly number[]
  /** Where the words begin. */
  readonly end: number
}

const ROMAN_VALUE: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** The value of a well-formed roman numeral up to 39; undefined for `IIX`, `VX` or letters. */
export const toRomanValue = (text: string): number | undefined => {
  const upper = text.toUpperCase()
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/u.test(upper) || upper === '') return undefined
  let sum = 0
  for (let i = 0; i < upper.length; i++) {
    const value = ROMAN_VALUE[upper.charAt(i)] ?? 0
    sum += value < (ROMAN_VALUE[upper.charAt(i + 1)] ?? 0) ? -value : value
  }
  return sum
}

/** The order in which Vietnamese documents letter their items; f, j, w, z are not used. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'
/** Ê, ô, ơ … seldom letter an item; f, j, w, z come from foreign habits. */
const toLetterValue = (letter: string): number | undefined => {
  const value = LETTERS.indexOf(letter)
  return value === -1
    ? ({ f: 6.5, j: 9.5, w: 21.5, z: 23.5, ê: 6.2, ơ: 14.5, ư: 20.5 } as Record<string, number>)[letter]
    : value + 1
}

const WORD_NUMBERS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

const PART =
  /^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:(?:thứ|THỨ)\s+(\p{L}{2,5})|([IVX]{1,5})|(\d{1,2}))(?![\p{L}\d])\s*[.:]?\s*/u
const ARTICLE = /^Điều\s+(\d{1,3})\s?(?:[.:]\s*|$)/u
const ROMAN = /^([IVX][IVXivx]{0,5})\s?(?:[.)/:]\s?-?\s*|-\s+|-(?=\p{Lu})|$)/u
const ROMAN_BARE = /^([IVX]{1,5})\s+(?=\p{Lu}{2,}[\s,])/u
const UPPER = /^([A-HĐ])\s?(?:[.)/]\s+|-\s+|[.)/]$|$)/u
const DECIMAL = /^(\d{1,2}(?:\.\s?\d{1,2}){1,3})(?:\s?[.):]\s?-?\s?|\s?-\s?(?=\p{Lu})|\s+|$)/u
/** `2.1.a.`, `2.1.a)`: a letter that repeats the number above it. */
const LETTER_IN_FULL = /^\d{1,2}(?:\.\d{1,2}){1,2}\.\s?([a-zđ])\s?(?:[.)]\s+|[.)]$)/u
const ARABIC = /^(\d{1,3})\s?([.:/]|-(?=\s*\p{Lu}))\s*/u
const ARABIC_PAREN = /^(\d{1,3})\s?\)\s*/u
const ARABIC_BARE = /^(\d{1,2})\s+(?=\p{Lu})/u
const LETTER = /^([a-zđêơư])\s?(?:\)\.?|\.|\/-?|-(?=\s*\p{Lu}))\s*/u
const PAREN = /^\(\s?(\d{1,2}|[a-zđ]|[ivx]{1,4})\s?\)\.?\s*/u
const DASH = /^-{1,2}\s*/u
const PLUS = /^\+\s*/u
const BULLET = /^([•▪●◦○∙·■□◆❖►✓*§Øo])\s+/u

const none: readonly number[] = []

const make = (kind: MarkerKind, printed: string, label: string, value: number, end: number): Marker => ({
  kind,
  printed: printed.trim(),
  label,
  value,
  parts: none,
  end,
})

/** The marker that a line opens with; undefined when it opens with words. */
export const findMarker = (text: string): Marker | undefined => {
  const code = text.charCodeAt(0)
  if (code === 45) return readDash(text)
  if (code === 43) return /^\+\s?\d\d:?\d\d/u.test(text) ? undefined : readSign('plus', PLUS, text)
  if (code === 40) return readParen(text)
  if (code >= 48 && code <= 57) return readNumber(text)
  if (code === 80 || code === 67 || code === 77) {
    const part = readPart(text)
    if (part) return part
  }
  if (code === 0x110) {
    const article = ARTICLE.exec(text)
    if (article)
      return make('article', article[0], `Điều ${Number(article[1])}`, Number(article[1]), article[0].length)
  }
  if (code === 73 || code === 86 || code === 88) {
    const roman = ROMAN.exec(text) ?? ROMAN_BARE.exec(text)
    const value = roman ? toRomanValue(roman[1] ?? '') : undefined
    if (roman && value !== undefined)
      return make('roman', roman[0], (roman[1] ?? '').toUpperCase(), value, roman[0].length)
  }
  const worn = readWornRoman(text, code)
  if (worn) return worn
  if ((code >= 65 && code <= 72) || code === 0x110) {
    const upper = UPPER.exec(text)
    if (upper) {
      const letter = upper[1] ?? 'A'
      return make('letter-upper', upper[0], letter, toLetterValue(letter.toLowerCase()) ?? 0, upper[0].length)
    }
  }
  // The dash and the bullet of old lists may follow the stroke: `1/-`, `a/-`.
  if ((code >= 97 && code <= 122) || code > 127) {
    const letter = LETTER.exec(text)
    if (letter) {
      const value = toLetterValue(letter[1] ?? '')
      if (value !== undefined) return make('letter', letter[0], letter[1] ?? '', value, letter[0].length)
    }
  }
  return readSign('bullet', BULLET, text)
}

/** A scanner reads `I` as `l`, `1` or a bar; before capitals `lI.`, `V1.` can only be roman. */
const WORN_ROMAN = /^([IVXl1|]{1,5})\s?\.\s*(?=\p{Lu}{2,}[\s,])/u

const readWornRoman = (text: string, code: number): Marker | undefined => {
  if (code !== 73 && code !== 86 && code !== 88 && code !== 108 && code !== 124) return undefined
  const match = WORN_ROMAN.exec(text)
  const label = match?.[1]?.replace(/[l1|]/gu, 'I') ?? ''
  const value = match && !/\p{Ll}{2}/u.test(text.slice(match[0].length)) ? toRomanValue(label) : undefined
  return match && value !== undefined ? make('roman', match[0], label, value, match[0].length) : undefined
}

const readSign = (kind: MarkerKind, pattern: RegExp, text: string): Marker | undefined => {
  const match = pattern.exec(text)
  return match ? make(kind, match[0], match[1] ?? '', 0, match[0].length) : undefined
}

/** A dash before a number is more often the rest of a period or a minus than an item. */
const readDash = (text: string): Marker | undefined => {
  const match = DASH.exec(text)
  if (!match) return undefined
  const rest = text.slice(match[0].length, match[0].length + 6)
  if (/^(?:19|20)\d\d(?!\d)/u.test(rest) || rest === '') return undefined
  return make('dash', '-', '', 0, match[0].length)
}

const readParen = (text: string): Marker | undefined => {
  const match = PAREN.exec(text)
  if (!match) return undefined
  const inner = match[1] ?? ''
  const letter = inner.length === 1 ? toLetterValue(inner) : undefined
  const value = /\d/u.test(inner) ? Number(inner) : (toRomanValue(inner) ?? letter)
  if (value === undefined) return undefined
  const marker = make('paren', match[0], `(${inner.replace(/^0(?=\d)/u, '')})`, value, match[0].length)
  return letter === undefined || letter === value ? marker : { ...marker, otherValue: letter }
}

const readPart = (text: string): Marker | undefined => {
  const match = PART.exec(text)
  if (!match) return undefined
  const word = (match[1] ?? '').toLowerCase()
  const value =
    match[2] !== undefined
      ? WORD_NUMBERS.indexOf(match[2].toLowerCase()) + 1
      : match[3] !== undefined
        ? toRomanValue(match[3])
        : Number(match[4])
  if (value === undefined || value === 0 || word === 'mục') return undefined
  const printed = match[0].trim().replace(/[.:]$/u, '')
  return make(word === 'phần' ? 'part' : 'chapter', match[0], printed, value, match[0].length)
}

/** Numbers that open a line without numbering it: days, shares, document numbers, amounts. */
const NOT_A_NUMBER =
  /^\d{1,4}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\/\d{4}(?!\d)|\/[\p{Lu}\d]|\s?%|[.,]\d{3}(?!\d)|,\d|-[A-ZĐ]{2})/u

const readNumber = (text: string): Marker | undefined => {
  const full = LETTER_IN_FULL.exec(text)
  const letter = full?.[1] ? toLetterValue(full[1]) : undefined
  if (full?.[1] && letter !== undefined) return make('letter', full[0], full[1], letter, full[0].length)
  const decimal = DECIMAL.exec(text)
  if (decimal && !/^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}/u.test(text) && !/^\d+\.\s\d/u.test(decimal[0])) {
    const printed = decimal[1] ?? ''
    const parts = printed.split('.').map(Number)
    return {
      ...make('decimal', decimal[0], printed, parts.at(-1) ?? 0, decimal[0].length),
      label: parts.join('.'),
      parts,
    }
  }
  if (NOT_A_NUMBER.test(text)) return undefined
  const arabic = ARABIC.exec(text)
  if (arabic) return make('arabic', arabic[0], String(Number(arabic[1])), Number(arabic[1]), arabic[0].length)
  const paren = ARABIC_PAREN.exec(text)
  if (paren)
    return make('arabic-paren', paren[0], String(Number(paren[1])), Number(paren[1]), paren[0].length)
  const bare = ARABIC_BARE.exec(text)
  if (bare) return make('arabic', bare[0], String(Number(bare[1])), Number(bare[1]), bare[0].length)
  return undefined
}
