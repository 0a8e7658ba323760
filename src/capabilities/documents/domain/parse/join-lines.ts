import type { Block, Line, MappedText } from './types.ts'

/** Lines as one paragraph: one space between, none after a hyphen break, runs of spaces collapsed. */
export const joinLines = (lines: readonly Line[]): Block => {
  const [only] = lines
  return toBlock(lines, only && lines.length === 1 && !hasRuns(only.text) ? only : joinPieces(lines))
}

/** Two halves of a cell that a page break had parted, each letter still knowing where it stood. */
export const joinCells = (a: Block, b: Block | undefined): Block => {
  if (!b || b.text === '') return a
  return a.text === '' ? b : { ...a, ...joinPieces([a, b]), lastLine: b.lastLine }
}

const joinPieces = (lines: readonly MappedText[]): MappedText => {
  let size = 0
  for (const line of lines) size += line.text.length + 1
  const map = new Int32Array(size)
  const withEnds = lines.some((line) => line.ends !== undefined)
  const ends = withEnds ? new Int32Array(size) : undefined
  const pieces: string[] = []
  let at = 0
  for (const [n, line] of lines.entries()) {
    // Asked of the line before, never of the growing text: that would be read again for every line.
    if (n > 0 && !isHyphenBreak(lines[n - 1]?.text ?? '', line.text)) {
      const previous = map[at - 1] ?? 0
      map[at] = previous
      if (ends) ends[at] = ends[at - 1] ?? previous + 1
      at++
      pieces.push(' ')
    }
    const [piece, used] = collapse(line, map, ends, at)
    pieces.push(piece)
    at += used
  }
  return { text: pieces.join(''), map: map.subarray(0, at), ends: ends?.subarray(0, at) }
}

const toBlock = (lines: readonly Line[], { text, map, ends }: MappedText): Block => {
  const first = lines[0]
  return {
    text,
    map,
    ends,
    firstLine: first?.index ?? 0,
    lastLine: lines.at(-1)?.index ?? 0,
    bold: first?.bold ?? false,
    headingLevel: first?.headingLevel ?? 0,
  }
}

/** Blanks that become one; most lines have none and are taken over as they are. */
const hasRuns = (text: string): boolean => text.includes('  ') || text.includes('\t')

/** `11/CtrPH-` + `BCA-BGDĐT`: the hyphen belongs to the number, nothing goes between. */
const isHyphenBreak = (text: string, next: string): boolean =>
  /[\p{L}\d][-/]$/u.test(text.slice(-2)) && /^[\p{Lu}\d]/u.test(next)

/** Copies a line into the map; runs of spaces become one. */
const collapse = (
  line: MappedText,
  map: Int32Array,
  ends: Int32Array | undefined,
  at: number,
): readonly [string, number] => {
  if (!hasRuns(line.text)) {
    map.set(line.map, at)
    if (ends)
      for (let i = 0; i < line.text.length; i++) ends[at + i] = line.ends?.[i] ?? (line.map[i] ?? 0) + 1
    return [line.text, line.text.length]
  }
  let text = ''
  let used = 0
  let space = false
  for (let i = 0; i < line.text.length; i++) {
    const sign = line.text.charAt(i)
    const isSpace = sign === ' ' || sign === '\t'
    if (isSpace && space) continue
    text += isSpace ? ' ' : sign
    map[at + used] = line.map[i] ?? 0
    if (ends) ends[at + used] = line.ends?.[i] ?? (line.map[i] ?? 0) + 1
    used++
    space = isSpace
  }
  return [text, used]
}
