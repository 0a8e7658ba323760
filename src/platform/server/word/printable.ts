import type { LetterPiece, LetterWords } from './letter.ts'

// oxlint-disable-next-line no-control-regex -- these two end lines too
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\u000b\u000c]/gu
/** What XML cannot hold, and marks that show a text in another order than it is written. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/gu

/** The lines of a text as they can be printed: composed letters, no control characters, no empty line. */
export const toPrintableLines = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replace(UNPRINTABLE, '').trim())
    .filter((line) => line !== '')

/** The same as one line. */
export const toPrintableLine = (text: string): string => toPrintableLines(text).join(' ')

/** The lines of words in pieces; what stands out goes on to stand out behind a line break. */
export const toPieceLines = (words: LetterWords): LetterPiece[][] => {
  const lines: LetterPiece[][] = [[]]
  for (const piece of typeof words === 'string' ? [{ text: words }] : words) {
    const parts = piece.text.normalize('NFC').replace(LINE_ENDS, '\n').split('\n')
    for (const [i, part] of parts.entries()) {
      if (i > 0) lines.push([])
      const text = part.replaceAll('\t', ' ').replace(UNPRINTABLE, '')
      if (text !== '') lines.at(-1)?.push({ ...piece, text })
    }
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''))
}
