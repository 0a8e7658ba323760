import type { ColumnRole } from './table-columns.ts'
import type { Block } from './types.ts'
import { foldText } from './words.ts'

type Row = readonly Block[]

/** `″`, `nt` (như trên): as in the row above. The reader of PDF prints it below a cell that reaches over rows. */
const DITTO = /^(?:[″〃"”]|-?\s?nt\s?-?)$/iu

const isDitto = (cell: Block): boolean => DITTO.test(cell.text.trim())

/** Rows in which a cell that says "the same" is the cell above it. */
export const withDittos = (rows: readonly Row[]): readonly Row[] => {
  let above: Row = []
  return rows.map((row) => {
    above = row.map((cell, i) => (isDitto(cell) ? (above[i] ?? cell) : cell))
    return above
  })
}

/**
 * Whether a row without a number only says something for the numbered rows below it: it sends to them (`Theo từng
 * mốc thời hạn dưới đây`), or nobody leads it and its cells reach into them.
 */
export const isGroupOfRows = (i: number, rows: readonly Row[], columns: readonly ColumnRole[]): boolean => {
  const [row, below] = [rows[i], rows[i + 1]]
  if (columns[0] !== 'number' || row?.[0]?.text !== '' || !below || below[0]?.text === '') return false
  const textOf = (role: ColumnRole): string => row[columns.indexOf(role)]?.text ?? ''
  if (/(?:dưới|sau) đây/u.test(foldText(textOf('time')))) return true
  return textOf('lead') === '' && below.some((cell, at) => columns[at] !== 'other' && isDitto(cell))
}
