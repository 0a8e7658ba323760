import { listColumnTables } from './column-tables.ts'
import type { FlatTable } from './flat-tables.ts'
import { toColumnRole } from './table-columns.ts'
import type { Line } from './types.ts'

/** A table drawn with blanks among the items of a body, and the lines that it takes. */
export interface BodyColumns {
  readonly table: FlatTable
  /** Indices of its first line and of the line behind its last. */
  readonly from: number
  readonly to: number
}

const FIRST = /^(?:TT|STT|Số\s?TT)\s{2,}\S/iu
const GAP = /\S\s{2,}\S/u

/**
 * Tables of assignments that `pdftotext -layout` draws among the items. In a body columns may be anything, so only a
 * head that names the work, who leads it and a further column opens one; it ends where a line runs over its columns.
 */
export const listBodyColumns = (lines: readonly Line[]): readonly BodyColumns[] => {
  const found: BodyColumns[] = []
  let done = -1
  for (const [i, line] of lines.entries()) {
    if (i < done || line.kind !== 'text' || !FIRST.test(line.text)) continue
    const to = findEnd(lines, i)
    const top = lines[i - 1]?.kind === 'text' && isHeadPart(lines[i - 1] as Line) ? i - 1 : i
    const [table] = listColumnTables(lines.slice(top, to))
    if (!table || !isAssignment(table)) continue
    found.push({ table, from: line.index - (i - top), to: (lines[to - 1] ?? line).index + 1 })
    done = to
  }
  return found
}

const isHeadPart = (line: Line): boolean => line.indent > 20 && GAP.test(line.text)

const isAssignment = ({ header }: FlatTable): boolean => {
  const roles = header.map((cell) => toColumnRole(cell.text))
  return (
    roles.includes('content') &&
    roles.includes('lead') &&
    (roles.includes('time') || roles.includes('partner'))
  )
}

/** The first line behind the head that is one run of words from the margin over several columns, or a heading. */
const findEnd = (lines: readonly Line[], head: number): number => {
  const starts = columnStarts(lines[head] as Line)
  const [, content = 0, lead = Infinity] = starts
  let last = head
  for (let i = head + 1; i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.kind !== 'text') {
      if (line.kind === 'rule') break
      continue
    }
    const numbered = /^\d{1,3}[.)]?\s{2,}\S/u.test(line.text)
    const inColumns = line.indent >= content - 2 || GAP.test(line.text)
    const runsOver =
      !GAP.test(line.text) && line.indent + line.text.length > lead + 2 && line.indent < lead - 3
    const isNumberAlone = /^\d{1,3}[.)]?$/u.test(line.text)
    if (!numbered && !isNumberAlone && (!inColumns || runsOver)) break
    if (/^(?:Nơi nhận|TM\.|KT\.|[IVX]{1,5}\.\s)/u.test(line.text)) break
    last = i
  }
  return last + 1
}

/** Where the names of the head begin on the page. */
const columnStarts = (line: Line): readonly number[] => {
  const starts: number[] = []
  const words = /\S+(?:\s\S+)*/gu
  for (let match = words.exec(line.text); match; match = words.exec(line.text))
    starts.push(line.indent + match.index)
  return starts
}
