import { toWordLines } from './page-layout.ts'
import type { PlacedWord } from './page-words.ts'
import { toRegions, type Grid, type Region } from './rule-grid.ts'
import { DITTO, type Cell } from './table-text.ts'

/** A row of a table: as many cells as the table has columns. */
export type RuledRow = readonly Cell[]

const EMPTY: Cell = { paragraphs: [], columns: 1, rows: 1 }

const wordsOf = (cell: Cell | undefined): string => (cell?.paragraphs ?? []).join(' ')

/** The middle of a word lies in the box of the grid. */
export const isInside = (word: PlacedWord, { columns, rows }: Grid): boolean => {
  const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2]
  return x > (columns[0] ?? 0) && x < (columns.at(-1) ?? 0) && y > (rows[0] ?? 0) && y < (rows.at(-1) ?? 0)
}

/** The rows of a grid with its words in them; a cell over several rows is at the first, the others say so. */
export const toRuledRows = (grid: Grid, words: readonly PlacedWord[]): RuledRow[] => {
  const regions = toRegions(grid)
  const wide = grid.columns.length - 1
  const rows: Cell[][] = Array.from({ length: grid.rows.length - 1 }, () =>
    Array.from({ length: wide }, () => EMPTY),
  )
  const byRegion = shareWords(grid, regions, words)
  for (const region of regions) {
    const own = byRegion.get(region) ?? []
    const inner = (grid.columns[region.column + region.columns] ?? 0) - (grid.columns[region.column] ?? 0)
    const paragraphs = toParagraphs(own, inner)
    const put = (row: number, cell: Cell): void => {
      const cells = rows[row]
      if (cells) cells[region.column] = cell
    }
    put(region.row, { ...EMPTY, paragraphs })
    // The number of a row that others share stands once: they are parts of that row.
    if (paragraphs.length === 0 || region.column === 0) continue
    for (let i = 1; i < region.rows; i++) put(region.row + i, { ...EMPTY, paragraphs: [DITTO] })
  }
  return foldHeader(rows, regions).filter((row) =>
    row.some((cell) => cell.paragraphs.length > 0 && wordsOf(cell) !== DITTO),
  )
}

const shareWords = (
  grid: Grid,
  regions: readonly Region[],
  words: readonly PlacedWord[],
): ReadonlyMap<Region, PlacedWord[]> => {
  const wide = grid.columns.length - 1
  const atSquare = new Map<number, Region>()
  for (const region of regions)
    for (let row = region.row; row < region.row + region.rows; row++)
      for (let column = region.column; column < region.column + region.columns; column++)
        atSquare.set(row * wide + column, region)
  const shared = new Map<Region, PlacedWord[]>()
  for (const word of words) {
    const row = grid.rows.findLastIndex((place) => place < (word.top + word.bottom) / 2)
    const column = grid.columns.findLastIndex((place) => place < (word.left + word.right) / 2)
    const region = atSquare.get(row * wide + column)
    if (!region) continue
    const own = shared.get(region)
    if (own) own.push(word)
    else shared.set(region, [word])
  }
  return shared
}

/** What Word leaves free at both sides of a cell. */
const PADDING = 10
const ITEM = /^(?:[-–+•*▪◦\uf0b7]|\(?(?:\d{1,2}|[a-zđ])[.)])$/u

/** The words of a cell: a line that ends early, an item, a gap begin a new paragraph. */
const toParagraphs = (words: readonly PlacedWord[], width: number): string[] => {
  const paragraphs: string[] = []
  const lines = toWordLines(words)
  for (const [i, line] of lines.entries()) {
    const text = toText(line.words)
    const above = lines[i - 1]
    const [first] = line.words
    if (!above || !first) paragraphs.push(text)
    else {
      const used = (above.words.at(-1)?.right ?? 0) - (above.words[0]?.left ?? 0)
      const wouldFit = used + (first.right - first.left) * 1.1 + line.height * 0.5 < width - PADDING
      const isApart = line.bottom - above.bottom > above.height * 1.6
      const isOpen = /[,–-]$|(?:^|\s)(?:và|của|các|với|cho|theo|trong|về)$/u.test(paragraphs.at(-1) ?? '')
      const isEnded = wouldFit && !isOpen && /^[^\p{Ll}]/u.test(text)
      if (isEnded || isApart || (ITEM.test(first.text) && line.words.length > 1)) paragraphs.push(text)
      else paragraphs.push(joinBroken(paragraphs.pop() ?? '', text))
    }
  }
  return paragraphs
}

/** Words with a space between, but where a library cut one word in two. */
const toText = (words: readonly PlacedWord[]): string => {
  let text = ''
  for (const [i, word] of words.entries()) {
    const gap = word.left - (words[i - 1]?.right ?? -Infinity)
    text += (i > 0 && gap > (word.bottom - word.top) * 0.08 ? ' ' : '') + word.text
  }
  return text
}

/** A number of a document may be broken behind its hyphen or stroke. */
const joinBroken = (above: string, text: string): string =>
  /[\p{L}\d][-/]$/u.test(above) && /^[\p{Lu}\d]/u.test(text) ? above + text : `${above} ${text}`

/** A header of several rows becomes one: what stands over several columns is said in each. */
const foldHeader = (rows: readonly RuledRow[], regions: readonly Region[]): RuledRow[] => {
  const top = regions.filter((region) => region.row === 0)
  const high = top.reduce((most, region) => Math.max(most, region.rows), 1)
  const isFolded = high > 1 && high < 4 && top.some((region) => region.columns > 1 && region.rows < high)
  if (!isFolded) return [...rows]
  const wide = rows[0]?.length ?? 0
  const header = Array.from({ length: wide }, (_, column): Cell => {
    const names: string[] = []
    for (let row = 0; row < high; row++) {
      const region = regions.find(
        (one) =>
          one.row <= row &&
          row < one.row + one.rows &&
          one.column <= column &&
          column < one.column + one.columns,
      )
      if (!region || region.row !== row) continue
      const name = wordsOf(rows[row]?.[region.column])
      if (name !== '' && name !== DITTO) names.push(name)
    }
    return names.length === 0 ? EMPTY : { ...EMPTY, paragraphs: [names.join(' - ')] }
  })
  return [header, ...rows.slice(high)]
}

/** The rows of the next page put to those before: without the header again, a broken row mended. */
export const joinPages = (before: readonly RuledRow[], next: readonly RuledRow[]): RuledRow[] => {
  const isSame = (a: RuledRow, b: RuledRow | undefined): boolean =>
    b !== undefined && a.every((cell, i) => wordsOf(cell) === wordsOf(b[i]))
  let start = 0
  while (start < next.length && isSame(next[start] as RuledRow, before[start])) start++
  const [first, ...rest] = next.slice(start)
  if (!first) return [...before]
  const last = before.at(-1)
  if (last && before.length > 1 && isRest(first, last, rest[0])) {
    const whole = last.map((cell, i) => goOn(cell, first[i] ?? EMPTY))
    return [...before.slice(0, -1), whole, ...rest]
  }
  return [...before, first, ...rest]
}

/** A row that the page's end broke: it has no number, and goes on amid a sentence, or has no name either. */
const isRest = (row: RuledRow, above: RuledRow, below: RuledRow | undefined): boolean => {
  if (wordsOf(row[0]) !== '') return false
  const isNameless = row.length > 2 && wordsOf(row[1]) === '' && wordsOf(above[1]) !== ''
  if (isNameless && (!below || wordsOf(below[0]) !== '')) return true
  return row.some((cell, i) => {
    const open = wordsOf(above[i])
    return /^\p{Ll}/u.test(wordsOf(cell)) && open !== '' && open !== DITTO && !/[.;:]$/u.test(open)
  })
}

const goOn = (cell: Cell, more: Cell): Cell => {
  if (more.paragraphs.length === 0 || wordsOf(more) === DITTO) return cell
  if (cell.paragraphs.length === 0) return more
  const [first = '', ...others] = more.paragraphs
  const isOpen = /^\p{Ll}|^\d/u.test(first) && !/[.;:]$/u.test(wordsOf(cell))
  return isOpen
    ? {
        ...cell,
        paragraphs: [...cell.paragraphs.slice(0, -1), `${cell.paragraphs.at(-1) ?? ''} ${first}`, ...others],
      }
    : { ...cell, paragraphs: [...cell.paragraphs, ...more.paragraphs] }
}
