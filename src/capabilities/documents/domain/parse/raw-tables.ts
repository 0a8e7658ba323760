import { cutByNumbers } from './counted-rows.ts'
import { listColumnTables } from './column-tables.ts'
import { listFlatTables, type FlatTable } from './flat-tables.ts'
import { joinLines } from './join-lines.ts'
import { slicePiece } from './mapped-text.ts'
import type { Block, Line, RawTable, Section } from './types.ts'

/** The tables of a range of lines; each knows the section that it stands in. */
export const listTables = (
  lines: readonly Line[],
  sections: readonly Section[],
  annexPath: string,
): RawTable[] => {
  const ruled = [...listPipeRows(lines), ...listLonePipeRows(lines)]
  // Without bars only an annex is surely a table; in the body, columns may be anything.
  const flat =
    ruled.length > 0 || annexPath === '' ? [] : listDrawn(lines).map((t): Row[] => [t.header, ...t.rows])
  return [...ruled, ...flat].flatMap((group) => {
    const table = toTable(group, sections, annexPath)
    return table ? [table] : []
  })
}

type Row = readonly Block[]

/** Tables without bars: drawn with spaces, or given cell below cell. */
const listDrawn = (lines: readonly Line[]): FlatTable[] => {
  const drawn = listColumnTables(lines)
  return drawn.length > 0 ? drawn : listFlatTables(lines)
}

/** `| a | b |` or cells between tabs, on lines one after another. */
const listPipeRows = (lines: readonly Line[]): Row[][] => {
  const groups: Row[][] = []
  let open: Row[] = []
  for (const line of lines) {
    if (line.kind === 'row') open.push(toCells(line))
    else if (line.kind !== 'rule' && line.kind !== 'noise' && open.length > 0) {
      groups.push(open)
      open = []
    }
  }
  if (open.length > 0) groups.push(open)
  return groups.filter((group) => group.length > 1)
}

const toCells = (line: Line): Row => {
  const cells: Block[] = []
  const { text } = line
  const bar = text.includes('|') ? '|' : '\t'
  let start = text.startsWith('|') ? 1 : 0
  while (start <= text.length) {
    const found = text.indexOf(bar, start)
    const stop = found === -1 ? text.length : found
    if (found !== -1 || stop > start) cells.push(toCell(line, start, stop))
    start = stop + 1
  }
  return cells
}

const toCell = (line: Line, start: number, stop: number): Block => {
  let [from, to] = [start, stop]
  while (from < to && line.text.charAt(from) === ' ') from++
  while (to > from && line.text.charAt(to - 1) === ' ') to--
  return joinLines([slicePiece(line, from, to)])
}

/**
 * Cells on lines of their own with a lone `|` between them. The row ends where two bars meet; the first
 * row tells how many cells a row has, and a row that went wrong ends at the next two bars.
 */
const listLonePipeRows = (lines: readonly Line[]): Row[][] => {
  const groups: Row[][] = []
  let cells: Block[] = []
  let words: Line[] = []
  let inside = false
  let blanks = 0
  const flushCell = (): void => {
    cells.push(words.length > 0 ? joinLines(words) : emptyCell())
    words = []
  }
  for (const line of lines) {
    if (line.kind === 'pipe') {
      if (inside) flushCell()
      inside = true
      blanks = 0
    } else if (!inside) continue
    else if (line.kind === 'blank') {
      blanks++
      if (blanks > 1 && words.length === 0) {
        groups.push(toRows(cells))
        cells = []
        inside = false
      }
    } else if (blanks > 1 || (words.length === 0 && blanks > 0)) {
      groups.push(toRows(cells))
      cells = []
      words = []
      inside = false
    } else words.push(line)
  }
  if (cells.length > 0) groups.push(toRows(cells))
  return groups.filter((group) => group.length > 1 && (group[0]?.length ?? 0) > 2)
}

const emptyCell = (): Block => ({
  text: '',
  map: new Int32Array(0),
  ends: undefined,
  firstLine: 0,
  lastLine: 0,
  bold: false,
  headingLevel: 0,
})

/** The first empty cell ends the first row; from then on rows are cut where they count, or by that width. */
const toRows = (cells: readonly Block[]): Row[] => {
  const width = cells.findIndex((cell) => cell.text === '')
  if (width < 2) return []
  const counted = cutByNumbers(cells, width)
  if (counted) return counted.filter((row) => row.some((cell) => cell.text !== ''))
  const rows: Row[] = []
  let start = 0
  while (start < cells.length) {
    let stop = start + width
    // A merged cell makes a row shorter or longer: the row then ends at the next empty cell.
    if (stop < cells.length && cells[stop]?.text !== '') {
      const near = cells.slice(stop, stop + 4).findIndex((cell) => cell.text === '')
      stop = near === -1 ? stop : stop + near
    }
    rows.push(cells.slice(start, stop))
    start = stop + 1
  }
  return rows.filter((row) => row.some((cell) => cell.text !== ''))
}

/** A table drawn with blanks among the items of the body. */
export const toBodyTable = (drawn: FlatTable, sections: readonly Section[]): readonly RawTable[] => {
  const table = toTable([drawn.header, ...drawn.rows], sections, '')
  return table ? [table] : []
}

const toTable = (
  rows: readonly Row[],
  sections: readonly Section[],
  annexPath: string,
): RawTable | undefined => {
  const [header, ...rest] = rows
  const cells = rows.flat().filter((cell) => cell.map.length > 0)
  const start = cells[0]?.map[0]
  const end = cells.at(-1)?.map.at(-1)
  if (!header || start === undefined || end === undefined || rest.length === 0) return undefined
  const path = annexPath === '' ? pathAt(sections, start) : annexPath
  return { path, header, rows: rest, span: { start, end: end + 1 } }
}

/** The deepest section whose span holds the place, or the last one that began before it. */
const pathAt = (sections: readonly Section[], place: number): string => {
  let found = ''
  let level: readonly Section[] = sections
  for (;;) {
    const holder = level.findLast((section) => section.span.start <= place)
    if (!holder) return found
    found = holder.path
    level = holder.children
  }
}
