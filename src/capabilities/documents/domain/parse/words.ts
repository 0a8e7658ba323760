import { toOldToneMarks } from '#kernel/vietnamese.ts'
import { repairSlips } from './slip-repair.ts'

/** One letter, mark or digit of a Vietnamese word, for expressions with the `u` flag. */
export const LETTER = '[\\p{L}\\p{M}\\p{N}]'

/** The first letter small, as a verb stands inside a sentence. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/**
 * A function of a text that remembers its latest answers: several stages ask the same of one paragraph.
 * What it remembers is bounded and never changes an answer.
 */
export const remember = <T>(
  answer: (text: string) => T,
  limit = 4000,
  answers = new Map<string, T>(),
): ((text: string) => T) => {
  return (text) => {
    const before = answers.get(text)
    if (before !== undefined || answers.has(text)) return before as T
    const now = answer(text)
    if (answers.size >= limit) answers.clear()
    answers.set(text, now)
    return now
  }
}

/** What is remembered of the texts of the document that is being read. */
const texts: Map<string, unknown>[] = []

/** {@link remember} for passages of a document: {@link emptyMemory} lets go of them when it has been read. */
export const rememberPassage = <T>(answer: (text: string) => T, limit = 4000): ((text: string) => T) => {
  const answers = new Map<string, T>()
  texts.push(answers)
  return remember(answer, limit, answers)
}

/** Nothing of a document stays in memory once it has been read, least of all of one that is secret. */
export const emptyMemory = (): void => texts.forEach((answers) => answers.clear())

/**
 * All matches of a global expression, from the start of the text. `matchAll` would copy the expression for each
 * text, and the long ones cost more to copy than to look for.
 */
export const listMatches = (text: string, expression: RegExp): RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push(match)
    // Behind an empty match the search would stand still.
    if (match[0] === '') expression.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return found
}

/** Runs of blanks and breaks as one blank; most texts have none, and asking is cheaper than replacing each blank. */
export const singleSpaced = (text: string): string =>
  text.includes('  ') || /[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ') : text

const ODD_SIGNS = /[–—−‐‑“”„‟\u00a0\t\n\r]/gu
const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
}

/**
 * The text in the one spelling in which rules are written: older tone marks, one kind of dash, quote
 * and space. The length stays, so offsets stay true.
 */
export const foldPlain = rememberPassage((text: string): string =>
  toOldToneMarks(text).replace(ODD_SIGNS, (sign) => PLAIN_SIGNS[sign] ?? ' '),
)

/** A comma that a scanner took for a full stop: `UBND các huyện. thành phố, các cơ quan`. */
const WORN_COMMA = /\.(?<=\p{Ll}{3}\.)(?= \p{Ll}{2,}[\p{Ll} ]*,)/gu

/** {@link foldPlain} with the commonest slips of a scanner read as what they are. The length stays. */
export const foldText = rememberPassage((text: string): string =>
  repairSlips(foldPlain(text)).replace(WORN_COMMA, ','),
)

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
