/**
 * Tables as the reader sees them, whatever container they came in: a table of data is one line a row with bars
 * between the cells and a rule under the first row; a table that only places words on the page (the head with
 * the name of the nation, the foot with the signature) is its cells one after another.
 */

/** A cell: its paragraphs, and how far it reaches. */
export interface Cell {
  readonly paragraphs: readonly string[]
  /** Columns that it covers; the further ones are printed empty, so that columns stay under each other. */
  readonly columns: number
  /** Rows that it covers, for containers that say so at the first one. */
  readonly rows: number
  /** It goes on with the cell above it, for containers that say so at each row. */
  readonly goesOn?: true
}

/** What a document is made of before it is text. */
export type Piece =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }

const MOST_SPAN = 60

/** Stands in the rows below a cell that reaches over several: the same again. */
export const DITTO = '″'

/** Lines of text out of pieces. */
export const toText = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (piece.kind === 'line' ? tidyLine(piece.text) : toTableText(piece.rows)))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '')
    .concat('\n')

/** Spaces at the ends carry nothing; a tab after a marker is the marker's space. */
const tidyLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const bare = trimBlanks(line)
      const marked = bare
        .replace(/^([-–+•*◦▪]|\(?[\p{L}\d.]{1,8}[.)/:])\t+/u, '$1 ')
        .replace(/: *\t+(?!\p{Lu}{2})/gu, ': ')
      // In running text a tab is a wide space; between short columns it holds them apart.
      return marked.length > 160 ? marked.replaceAll('\t', ' ') : marked
    })
    .join('\n')

/** By hand, because a pattern for blanks at the end looks at every blank in the middle again and again. */
const trimBlanks = (line: string): string => {
  const isBlank = (at: number): boolean => ' \t\u00a0'.includes(line.charAt(at))
  let [start, end] = [0, line.length]
  while (start < end && isBlank(start)) start++
  while (end > start && isBlank(end - 1)) end--
  return line.slice(start, end)
}

const wordsOf = (cell: Cell): string => cell.paragraphs.join('\n').trim()

const PLACING =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|(?:^|\n)\s*(?:Nơi nhận|NƠI NHẬN)|(?:^|\n)\s*(?:TM|KT|TL|TUQ)\s?\./u

const isPlacing = (rows: readonly (readonly Cell[])[]): boolean => {
  const filled = rows.map((row) => row.filter((cell) => wordsOf(cell) !== ''))
  if (filled.every((row) => row.length <= 1)) return true
  if (rows.length > 6) return false
  const words = filled.flat().map(wordsOf)
  if (words.some((text) => PLACING.test(text))) return true
  // One row of cells with paragraphs in them is two columns of text, not a record.
  return rows.length === 1 && filled.flat().some((cell) => cell.paragraphs.length > 2)
}

/** The lines of a table; one that only places words on the page is its cells one after another. */
export const toTableText = (rows: readonly (readonly Cell[])[]): string => {
  const kept = rows.filter((row) => row.some((cell) => wordsOf(cell) !== ''))
  if (kept.length === 0) return ''
  if (isPlacing(kept)) {
    const cells = kept.flatMap((row) => row.map(wordsOf).filter((text) => text !== ''))
    return `\n${cells.map(tidyLine).join('\n\n')}\n`
  }
  const grid = toGrid(kept)
  // A freak row does not stretch all the others.
  const width = Math.min(
    MOST_SPAN,
    grid.reduce((most, row) => Math.max(most, row.length), 0),
  )
  const lines = grid.map(
    (row) => `| ${Array.from({ length: Math.max(width, row.length) }, (_, i) => row[i] ?? '').join(' | ')} |`,
  )
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`)
  return `\n${lines.join('\n')}\n`
}

/** Every cell at its place: below one that reaches over several rows stands that it is the same. */
const toGrid = (rows: readonly (readonly Cell[])[]): string[][] => {
  const open: number[] = []
  const grid: string[][] = []
  for (const row of rows) {
    const line: string[] = []
    const skipCovered = (): void => {
      while ((open[line.length] ?? 0) > 0) {
        open[line.length] = (open[line.length] ?? 0) - 1
        line.push(sameAs(grid, line.length))
      }
    }
    for (const cell of row) {
      skipCovered()
      for (let i = 0; i < Math.min(cell.columns, MOST_SPAN); i++) {
        open[line.length] = Math.max(0, cell.rows - 1)
        line.push(i > 0 ? '' : cell.goesOn ? sameAs(grid, line.length) : toCellText(cell))
      }
    }
    skipCovered()
    grid.push(line)
  }
  return grid
}

/** The number of a row that others share stands once, and so does a name in the head of the table. */
const sameAs = (grid: readonly (readonly string[])[], column: number): string => {
  const above = grid.length > 1 ? (grid.at(-1)?.[column] ?? '') : ''
  return above === '' || (column === 0 && NUMBER.test(above)) ? '' : DITTO
}
const NUMBER = /^[([]?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|\p{L})[.)\]]{0,2}$/u

const ENDED = /[.;:,]$/u
const ITEM = /^(?:[-–+•*]|\(?\d{1,2}[.)]|[a-zđ][).]|\p{Lu}\p{Ll})/u

/** The paragraphs of a cell on one line; items without an end of their own get a semicolon between them. */
const toCellText = (cell: Cell): string => {
  let text = ''
  for (const paragraph of cell.paragraphs) {
    const words = paragraph.replace(/\s+/gu, ' ').replaceAll('|', '¦').trim()
    if (words === '') continue
    if (text === '') text = words
    else text += (ENDED.test(text) || !ITEM.test(words) ? ' ' : '; ') + words
  }
  return text
}
