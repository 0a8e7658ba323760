import type { PlacedWord } from './page-words.ts'

/** A line of a page: pieces that stand at one height. */
export interface LineOfWords {
  readonly bottom: number
  readonly height: number
  readonly words: PlacedWord[]
}

/** Words on lines, top to bottom, each line left to right. */
export const toWordLines = (words: readonly PlacedWord[]): readonly LineOfWords[] => {
  const lines: LineOfWords[] = []
  for (const word of words) {
    const { bottom } = word
    const height = word.bottom - word.top
    const line = lines.findLast(
      (one) => Math.abs(one.bottom - bottom) < Math.max(2, Math.min(one.height, height) * 0.4),
    )
    if (line) line.words.push(word)
    else lines.push({ bottom, height, words: [word] })
  }
  for (const line of lines) line.words.sort((a, b) => a.left - b.left)
  return lines.toSorted((a, b) => a.bottom - b.bottom)
}

/** Words as a page of text: columns held apart by spaces, much as `pdftotext -layout` does. */
export const layOut = (words: readonly PlacedWord[]): string => {
  const left = words.reduce((least, word) => Math.min(least, word.left), Number.MAX_VALUE)
  const lines = toWordLines(words)
  return lines
    .map((line, i) => {
      const above = lines[i - 1]
      // A gap of more than a line and a half reads as an empty line.
      const apart = above && line.bottom - above.bottom > above.height * 1.9 ? '\n' : ''
      return apart + toLine(line.words, left)
    })
    .join('\n')
}

const toLine = (words: readonly PlacedWord[], left: number): string => {
  let text = ''
  let end = left
  for (const word of words) {
    const width = word.right - word.left
    const letter = word.text.length > 0 && width > 0 ? width / word.text.length : 5
    const gap = word.left - end
    if (text === '') text += ' '.repeat(Math.min(80, Math.max(0, Math.round(gap / letter))))
    else if (gap > letter * 3) text += ' '.repeat(Math.min(60, Math.round(gap / letter)))
    else if (gap > letter * 0.25 && !/\s$/u.test(text) && !/^\s/u.test(word.text)) text += ' '
    text += word.text
    end = word.right
  }
  return text.replace(/\s+$/u, '')
}
