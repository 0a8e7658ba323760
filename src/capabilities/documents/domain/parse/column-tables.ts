import { joinCells, joinLines } from './join-lines.ts'
import { slicePiece } from './mapped-text.ts'
import type { FlatTable } from './flat-tables.ts'
import type { Block, Line } from './types.ts'
import { listMatches } from './words.ts'

/**
 * A table that `pdftotext -layout` draws with spaces. Columns are where many words begin after a gap; a row is
 * what stands around its number, between blank lines, or from one number to the next.
 */
export const listColumnTables = (lines: readonly Line[]): FlatTable[] => {
  const tables: FlatTable[] = []
  const starts = lines.flatMap((line, i) => (line.kind === 'text' && FIRST.test(line.text) ? [i] : []))
  let done = -1
  for (const start of starts.slice(0, MOST_TABLES)) {
    if (start < done) continue
    const end = findEnd(lines, start)
    const top = findTop(lines, start)
    const table = readTable(lines.slice(top, end))
    if (table) {
      tables.push(table)
      done = end
    }
  }
  return tables
}

/** More tables than any annex has: a bound for texts that only look like them. */
const MOST_TABLES = 20

const FIRST = /^(?:TT|STT|Số\s?TT)(?:\s|$)/iu
const HEADER = /nội dung|nhiệm vụ|chủ trì|thực hiện|thời gian|chỉ tiêu|đơn vị|cơ quan|sản phẩm|công việc/iu

/** The header's words may begin a few lines above its "TT". */
const findTop = (lines: readonly Line[], start: number): number => {
  let top = start
  while (top > 0 && start - top < 4 && lines[top - 1]?.kind === 'text' && (lines[top - 1]?.indent ?? 0) > 20)
    top--
  return top
}

const isFoot = (text: string): boolean => /^(?:Nơi nhận|TM\.|KT\.|PHỤ LỤC|Phụ lục|Ghi chú)/u.test(text)

const findEnd = (lines: readonly Line[], start: number): number => {
  for (let i = start + 1; i < lines.length; i++) if (isFoot(lines[i]?.text ?? '')) return i
  return lines.length
}

/** A run of words with the column at which it stands on the page. */
interface Token {
  readonly line: Line
  readonly at: number
  readonly from: number
  readonly to: number
}

const toTokens = (line: Line): Token[] =>
  listMatches(line.text, /\S+(?:\s\S+)*/gu).map((match) => ({
    line,
    at: line.indent + match.index,
    from: match.index,
    to: match.index + match[0].length,
  }))

const readTable = (all: readonly Line[]): FlatTable | undefined => {
  const lines = withRowNumbers(all)
  const found = findColumns(lines.filter((line) => line.kind === 'text'))
  if (found.length < 3 || found.length > 14) return undefined
  const groups = toGroups(lines, found)
  // A column that the header does not name is the ragged edge of another.
  const named = toCells(groups[0] ?? [], found)
  const columns = found.filter((_, i) => i === 0 || named[i]?.text !== '')
  if (columns.length < 3) return undefined
  const [header, ...rows] = groups.map((group) => toCells(group, columns))
  const rest = mergeRows(rows)
  const numbered = rest.filter((cells) => NUMBER.test(cells[0]?.text ?? ''))
  if (!header || numbered.length < 2 || numbered.length * 2 < rest.length) return undefined
  return HEADER.test(header.map((cell) => cell.text).join(' ')) ? { header, rows: rest } : undefined
}

/** A row's number alone on its line looks like a page number; counting on from the last tells it. */
const withRowNumbers = (lines: readonly Line[]): Line[] => {
  let last = 0
  return lines.map((line) => {
    const value = Number(/^(\d{1,3})(?:\s|[.)]|$)/u.exec(line.text)?.[1] ?? NaN)
    if (line.kind === 'noise' && value !== last + 1) return line
    if (value === last + 1 || value === 1) last = value
    return line.kind === 'noise' ? { ...line, kind: 'text' } : line
  })
}

/** What a page break cut off goes back to its row. */
const mergeRows = (rows: readonly (readonly Block[])[]): (readonly Block[])[] => {
  const merged: (readonly Block[])[] = []
  for (const cells of rows) {
    const before = merged.at(-1)
    const filled = cells.filter((cell) => cell.text !== '')
    const isRest =
      cells[0]?.text === '' &&
      (filled.length > 1 ||
        /^\p{Ll}/u.test(filled[0]?.text ?? '') ||
        /^[IVX]+\.?$/u.test(before?.[0]?.text ?? ''))
    if (before && isRest) merged[merged.length - 1] = before.map((cell, i) => joinCells(cell, cells[i]))
    else if (filled.length > 0) merged.push(cells)
  }
  return merged
}

const NUMBER = /^(?:\d{1,3}|[IVX]{1,5}|[a-zđ])\s?[.)]?$/u
const NEAR = 3

/** Where words begin after a gap on many lines. */
const findColumns = (rows: readonly Line[]): number[] => {
  const counts = new Map<number, number>()
  for (const row of rows)
    for (const token of toTokens(row))
      if (token.at < 400) counts.set(token.at, (counts.get(token.at) ?? 0) + 1)
  const least = Math.max(3, rows.length * 0.12)
  const columns: number[] = []
  const places = [...counts.keys()].sort((a, b) => a - b)
  for (let i = 0; i < places.length;) {
    // Starts that stand close together are one column; it begins at the leftmost.
    let j = i
    let sum = 0
    while (j < places.length && (places[j] ?? 0) - (places[i] ?? 0) <= NEAR)
      sum += counts.get(places[j++] ?? 0) ?? 0
    if (sum >= least || i === 0) columns.push(places[i] ?? 0)
    i = j
  }
  return columns
}

/** Header first, then one group a row. */
const toGroups = (lines: readonly Line[], columns: readonly number[]): Line[][] => {
  const apart: Line[][] = []
  let open: Line[] = []
  for (const line of lines) {
    if (line.kind === 'text') open.push(line)
    else if (line.kind === 'blank' && open.length > 0) {
      apart.push(open)
      open = []
    }
  }
  if (open.length > 0) apart.push(open)
  const numbers = (group: readonly Line[]): number => group.filter((line) => isNumbered(line, columns)).length
  const single = apart.slice(1).filter((group) => numbers(group) === 1).length
  // The first row may follow its head without a blank line.
  const [head = [], ...others] = apart
  if (apart.length > 2 && single >= (apart.length - 1) * 0.7) return [...byNumbers(head, columns), ...others]
  return byNumbers(
    lines.filter((line) => line.kind === 'text'),
    columns,
  )
}

/** The line's first words are a number in the first column. */
const isNumbered = (line: Line, columns: readonly number[]): boolean => {
  const first = /^\S+/u.exec(line.text)?.[0] ?? ''
  return NUMBER.test(first) && line.indent < (columns[1] ?? Infinity)
}

const byNumbers = (rows: readonly Line[], columns: readonly number[]): Line[][] => {
  const groups: Line[][] = [[]]
  for (const line of rows) {
    if (isNumbered(line, columns)) groups.push([])
    groups.at(-1)?.push(line)
  }
  return groups
}

const toCells = (group: readonly Line[], columns: readonly number[]): readonly Block[] => {
  const cells: Line[][] = columns.map(() => [])
  for (const line of group)
    for (const token of toTokens(line).flatMap((t) => splitToken(t, columns))) {
      const column = columnOf(token.at, columns)
      cells[column]?.push(slicePiece(line, token.from, token.to))
    }
  return cells.map((parts) => joinLines(parts))
}

const columnOf = (at: number, columns: readonly number[]): number => {
  let column = 0
  for (const [i, start] of columns.entries()) if (at >= start - 1) column = i
  return column
}

/** Two full cells may touch with a single space: cut at the space beside the next column's start. */
const splitToken = (token: Token, columns: readonly number[]): Token[] => {
  const next = columns.find(
    (start) => start > token.at + NEAR && start < token.at + token.to - token.from - 1,
  )
  if (next === undefined) return [token]
  const text = token.line.text
  const wanted = token.from + (next - token.at)
  for (let shift = 0; shift <= NEAR; shift++) {
    for (const cut of [wanted - 1 - shift, wanted - 1 + shift]) {
      if (cut <= token.from || cut >= token.to || text.charAt(cut) !== ' ') continue
      const rest = { ...token, from: cut + 1, at: token.at + (cut + 1 - token.from) }
      return [{ ...token, to: cut }, ...splitToken(rest, columns)]
    }
  }
  return [token]
}
