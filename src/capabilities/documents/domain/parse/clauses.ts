import { listMatches } from './words.ts'

/** A stretch of a text by its offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Sentences of a folded text: cut at a full stop before a capital, and at semicolons when asked. */
export const listSentences = (text: string, atSemicolons: boolean): readonly Stretch[] => {
  const cuts = atSemicolons
    ? /[.!?]["')\]]*\s+(?=["'(]?[\p{Lu}\d-])|;\s*/gu
    : /[.!?]["')\]]*\s+(?=["'(]?[\p{Lu}\d-])/gu
  const found: Stretch[] = []
  let start = 0
  for (const match of listMatches(text, cuts)) {
    if (match[0][0] === '.' && isAbbreviation(text, match.index)) continue
    const end = match.index + match[0].length
    if (text.slice(start, match.index).trim() !== '') found.push({ start, end: match.index + 1 })
    start = end
  }
  if (text.slice(start).trim() !== '') found.push({ start, end: text.length })
  return found
}

/** `TP. Hà Nội`, `Nguyễn V. An`, `1. Tên`: a full stop inside a name or after a number ends no sentence. */
const isAbbreviation = (text: string, at: number): boolean =>
  /(?:^|[\s(])(?:TP|TT|GS|TS|PGS|ThS|BS|KS|Tp|Tx|Đ\/c|\p{Lu}|\d{1,2})$/u.test(
    text.slice(Math.max(0, at - 6), at),
  )

/** The sentence that holds an offset. */
export const sentenceAt = (sentences: readonly Stretch[], at: number): Stretch | undefined =>
  sentences.find((sentence) => at >= sentence.start && at < sentence.end)

/** Stretches blanked out with spaces, so that what they hold is not read twice. Offsets stay. */
export const blankOut = (text: string, stretches: readonly Stretch[]): string => {
  let out = ''
  let last = 0
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (start < last) continue
    out += text.slice(last, start) + ' '.repeat(Math.max(0, end - start))
    last = Math.max(last, end)
  }
  return out + text.slice(last)
}
