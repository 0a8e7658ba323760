import { toOldToneMarks } from '#kernel/vietnamese.ts'

/** One letter, mark or digit of a Vietnamese word, for expressions with the `u` flag. */
export const LETTER = '[\\p{L}\\p{M}\\p{N}]'

/**
 * The text in the one spelling in which rules are written: older tone marks, one kind of dash, quote
 * and space. The length stays, so offsets stay true.
 */
export const foldText = (text: string): string =>
  toOldToneMarks(text)
    .replace(/[–—−‐‑]/gu, '-')
    .replace(/[“”„‟]/gu, '"')
    .replace(/[\u00a0\t\n\r]/gu, ' ')

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\&]/gu, '\\$&').replaceAll('\\&', '&')

/** `a|b|c` for a list of words, longer ones first so that the longest wins. */
export const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|')

/** An expression that matches one of the words exactly at `lastIndex`, as a whole word. */
export const wordsAt = (words: readonly string[]): RegExp =>
  new RegExp(`(?:${oneOf(words)})(?!${LETTER})`, 'uy')

/** Where the match of a sticky expression ends, or -1. */
export const matchEnd = (sticky: RegExp, text: string, at: number): number => {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : -1
}

/** True at the start of a word: the sign before is no letter. */
const LETTER_BEFORE = new RegExp(LETTER, 'u')
export const isWordStart = (text: string, at: number): boolean =>
  at <= 0 || !LETTER_BEFORE.test(text[at - 1] ?? ' ')
