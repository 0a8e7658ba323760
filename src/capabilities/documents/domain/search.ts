import { searchKey } from '#kernel/vietnamese.ts'
import type { Span } from '../contract.ts'
import type { Snippet } from './archive-api.ts'

/**
 * Search without tone marks. A text is indexed by its syllables and its pairs of neighbouring syllables, so that
 * a phrase of common syllables ("an toan giao thong") is found by its pairs without reading the texts.
 */

/** Everything under which a text is found, each once: `an`, `toan`, `an_toan` … */
export const toIndexTerms = (text: string): string[] => {
  const words = split(text)
  const terms = new Set(words)
  words.forEach((word, i) => {
    const next = words[i + 1]
    if (next !== undefined) terms.add(`${word}_${next}`)
  })
  return [...terms]
}

/** Longer runs of signs without a space are no words; the index refuses them. */
const LONGEST = 60
const split = (text: string): string[] =>
  searchKey(text)
    .split(' ')
    .filter((word) => word !== '' && word.length <= LONGEST)

/** `term` must be there; with `prefix` also its continuation, because the last word may still be typed. */
export interface SearchTerm {
  readonly term: string
  readonly prefix: boolean
}

/** The terms that all must be there: side by side (`phrase`), or anywhere (`words`). Empty: nothing to look for. */
export const toSearchTerms = (query: string): { phrase: SearchTerm[]; words: SearchTerm[] } => {
  const words = split(query).slice(0, 20)
  const last = words.length - 1
  // A single letter begins half of all words: it stands for itself.
  const isTyped = (i: number): boolean => i === last && (words[i] ?? '').length > 1
  const single = words.map((term, i) => ({ term, prefix: isTyped(i) }))
  const pairs = words.slice(1).map((word, i) => ({ term: `${words[i]}_${word}`, prefix: isTyped(i + 1) }))
  return { phrase: pairs.length > 0 ? pairs : single, words: single }
}

const MARKS = /\p{M}/u
const SPACE = 32
/** Each sign of the basic plane without its marks, filled as signs are met; 65535 is none yet. */
const folded = new Uint16Array(65_536).fill(65_535)
const CHUNK = 4096

/** The text without tone marks, sign for sign: offset `i` of the key is offset `i` of the text. */
export const toAlignedKey = (text: string): string => {
  let key = ''
  const units = new Uint16Array(Math.min(CHUNK, text.length))
  for (let start = 0; start < text.length; start += CHUNK) {
    const count = Math.min(CHUNK, text.length - start)
    for (let i = 0; i < count; i++) units[i] = foldUnit(text.charCodeAt(start + i))
    // Not spread: an array walked by its iterator costs more than the folding.
    key += String.fromCharCode.apply(undefined, units.subarray(0, count) as unknown as number[])
  }
  return key
}

const foldUnit = (unit: number): number => {
  const known = folded[unit] ?? SPACE
  if (known !== 65_535) return known
  const plain = foldSign(String.fromCharCode(unit))
  folded[unit] = plain
  return plain
}

const foldSign = (sign: string): number => {
  const base = sign
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace('đ', 'd')
  // A mark that stands alone belongs to the letter before it: it must not part a word.
  if (base === '' && MARKS.test(sign)) return 0
  return /^[\p{L}\p{N}]/u.test(base) ? base.charCodeAt(0) : SPACE
}

const WORD_BREAK = '[^\\p{L}\\p{N}]+'
const escape = (word: string): string => [...word].map((letter) => `${letter}\u0000*`).join('')

const BEFORE = 60
const AFTER = 140

/**
 * The first place where the words stand, side by side if they do, with what is around it; null where they do not.
 * `together`: only side by side, for the beginning of a text whose rest may have a better place.
 */
export const findSnippet = (text: string, query: string, together = false): Snippet | null => {
  const words = split(query).slice(0, 20)
  if (words.length === 0) return null
  const phrase = new RegExp(`(?<![\\p{L}\\p{N}])${words.map(escape).join(WORD_BREAK)}`, 'u')
  const first = findFirst(text, phrase) ?? (together ? undefined : findFirst(text, anyOf(words)))
  if (!first) return null
  const start = wordStart(text, Math.max(0, first.start - BEFORE))
  const end = Math.min(text.length, Math.max(first.end, start + BEFORE + AFTER))
  const piece = toAlignedKey(text.slice(start, end))
  const marks: Span[] = []
  const all = phrase.test(piece) ? new RegExp(phrase.source, 'gu') : new RegExp(anyOf(words).source, 'gu')
  for (const match of piece.matchAll(all))
    marks.push({ start: match.index, end: match.index + match[0].length })
  return { text: text.slice(start, end), start, marks }
}

/** Texts are folded piece by piece, because most hits stand near the beginning; pieces overlap by more than a query. */
const PIECE = 4000
const OVERLAP = 600

const findFirst = (text: string, pattern: RegExp): Span | undefined => {
  for (let at = 0; at < text.length; at += PIECE - OVERLAP) {
    const match = pattern.exec(toAlignedKey(text.slice(at, at + PIECE)))
    // A word that begins before the piece does not begin in it.
    if (match && (match.index > 0 || at === 0)) {
      return { start: at + match.index, end: at + match.index + match[0].length }
    }
  }
  return undefined
}

const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escape).join('|')})(?![\\p{L}\\p{N}])`, 'u')

/** Not in the middle of a word. */
const wordStart = (text: string, at: number): number => {
  if (at === 0) return 0
  const space = text.slice(at, at + 20).search(/\s/u)
  return space === -1 ? at : at + space + 1
}
