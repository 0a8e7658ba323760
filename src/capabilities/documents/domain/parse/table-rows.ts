import { joinCells } from './join-lines.ts'
import { toColumnRole, type ColumnRole } from './table-columns.ts'
import type { Block, RawTable } from './types.ts'
import { foldText } from './words.ts'

type Row = readonly Block[]

/**
 * The rows of a table as they were meant: without the line that numbers the columns and heads printed again on a new
 * page, and with what a page break tore off put back into its row.
 *
 * @example listRows(table, toColumns(table))
 */
export const listRows = (table: RawTable, columns: readonly ColumnRole[]): readonly Row[] => {
  const head = table.header.map(keyOf).join('|')
  const rows = alignRows(table, columns).filter(
    (row, i) => !isColumnNumbers(row, i === 0) && row.map(keyOf).join('|') !== head,
  )
  return columns[0] === 'number' ? joinTorn(rows, columns) : rows
}

/**
 * A head of two rows as one: below `Mục tiêu` stand `Năm 2030` and `Năm 2045`, below `Phân công` who leads and who
 * works along. The second row names columns and nothing else, and says nothing below those that have their name.
 */
export const joinHeads = (table: RawTable): RawTable => {
  const [second, ...rows] = table.rows
  if (!second || rows.length === 0 || second.length !== table.header.length) return table
  const further = second.map((cell, i) =>
    keyOf(cell) === keyOf(table.header[i] as Block) ? undefined : cell,
  )
  const named = further.flatMap((cell) =>
    cell && cell.text.trim() !== '' && !BEGINS.test(cell.text) ? [toColumnRole(cell.text)] : [],
  )
  const kept =
    (keyOf(table.header[0] as Block) !== '' && (further[0]?.text ?? '') === '') || further[0] === undefined
  if (!kept || named.length < 2 || !named.every((role) => BELOW.includes(role))) return table
  return { ...table, header: table.header.map((cell, i) => joinCells(cell, further[i])), rows }
}

/** Beside the day by which something is done stands the day on which it begins. */
const BEGINS = /^\s*(?:bắt đầu|khởi công)\s*$/iu

const BELOW: readonly ColumnRole[] = ['value', 'lead', 'partner', 'time', 'output', 'unit']

const keyOf = (cell: Block): string => foldText(cell.text).toLowerCase().replace(/\s+/gu, ' ').trim()

/** `(1) (2) (3)` or `A B 1 2 3` below the names of the columns; without brackets only as the first row. */
const isColumnNumbers = (row: Row, isFirst: boolean): boolean => {
  const cells = row.map((cell) => cell.text.trim()).filter((text) => text !== '')
  const mark = isFirst
    ? /^[([]?(?:\d{1,2}|\p{Lu})[)\]]?(?:\s?=.*)?$/u
    : /^[([](?:\d{1,2}|\p{Lu})[)\]](?:\s?=.*)?$/u
  if (cells.length < 3 || cells.length < row.length - 1 || !cells.every((text) => mark.test(text)))
    return false
  const counts = cells
    .map((text) => Number.parseInt(text.replace(/^[([]/u, ''), 10))
    .filter((n) => !Number.isNaN(n))
  return counts.every((count, i) => count === i + (counts[0] ?? 0)) && (counts[0] ?? 1) <= 2
}

/** A row without a number of which every cell goes on with the cell above it is the rest of that row. */
const joinTorn = (rows: readonly Row[], columns: readonly ColumnRole[]): readonly Row[] => {
  const joined: Row[] = []
  let parts = 0
  for (const row of rows) {
    const above = joined.at(-1)
    if (above && parts < MOST_PARTS && isTorn(row, above, columns)) {
      parts++
      joined[joined.length - 1] = [
        ...above.map((cell, i) => joinCells(cell, row[i])),
        ...row.slice(above.length),
      ]
    } else {
      joined.push(row)
      parts = 0
    }
  }
  return joined
}

/** More pages than a row goes over: a bound for texts that only look like torn rows. */
const MOST_PARTS = 12

const isTorn = (row: Row, above: Row, columns: readonly ColumnRole[]): boolean => {
  if (row[0]?.text.trim() !== '' || !COUNTED.test(above[0]?.text.trim() ?? '')) return false
  // Whoever has a time or a doer of his own is a row of his own that shares the number of the one above.
  const filled = row.flatMap((cell, i) => (cell.text.trim() === '' ? [] : [i]))
  const own = filled.some((i) => columns[i] === 'time' || columns[i] === 'value')
  return filled.length > 0 && !own && filled.every((i) => goesOn(row[i], above[i], columns[i]))
}

/** A row with a figure is one of those that count; a Roman number or a capital letter opens a group. */
export const isCounted = (cell: Block | undefined): boolean => COUNTED.test(cell?.text.trim() ?? '')
export const isGroupNumber = (cell: Block | undefined): boolean => GROUP.test(cell?.text.trim() ?? '')

const GROUP = /^(?:[IVX]{1,5}|[A-ZĐ])[.)]?$/u
const COUNTED = /^\d{1,3}(?:\.\d{1,2}){0,2}[.)]?$/u

/** Words that a name goes on after. */
const DANGLES = /(?:^|\s)(?:và|của|các|với|cho|Bộ|Ban|Sở|Ủy|Uỷ|Hội|Công|Văn|Cơ)$/u

const goesOn = (cell: Block | undefined, above: Block | undefined, role: ColumnRole | undefined): boolean => {
  const before = above?.text.trim() ?? ''
  const text = cell?.text.trim() ?? ''
  if (DANGLES.test(before)) return true
  if (/^\p{Ll}/u.test(text)) return role !== 'lead' || before !== ''
  return role !== 'lead' && /[;,:(-]$/u.test(before)
}

const NUMBER = /^(?:\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,2}|[IVX]{1,5}|[A-Z])[.)]?$/u

/**
 * Rows whose cells slipped (a merged group row shifts what follows) are cut anew at the numbers of the
 * first column. Tables without numbers, or whose rows all fit, stay as they are.
 */
export const alignRows = (table: RawTable, columns: readonly ColumnRole[]): readonly (readonly Block[])[] => {
  const width = columns.length
  const fits = table.rows.every((row) => row.length === width || row.length === 0)
  if (fits || columns[0] !== 'number' || width < 3) return table.rows
  const cells = table.rows.flat()
  const rows: Block[][] = []
  for (const [i, cell] of cells.entries()) {
    const next = cells[i + 1]?.text.trim() ?? ''
    if (NUMBER.test(cell.text.trim()) && /\p{L}{2}.*\p{L}{2}/u.test(next)) rows.push([cell])
    else rows.at(-1)?.push(cell)
  }
  return rows.map((row) => row.slice(0, Math.max(width, lastFilled(row, width))))
}

const lastFilled = (row: readonly Block[], width: number): number => {
  const at = row.findLastIndex((cell) => cell.text.trim() !== '')
  return Math.min(at + 1, width)
}
