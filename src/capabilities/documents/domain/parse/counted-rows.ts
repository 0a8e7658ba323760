import type { Block } from './types.ts'

type Row = readonly Block[]

const FIRST = /^(?:TT|STT|Số\s?TT|Số thứ tự)$/iu
const ROMAN = /^[IVX]{1,5}[.)]?$/u
const COUNT = /^(\d{1,3})[.)]?$/u

/**
 * Cuts the cells of a flattened table into rows where its first column counts. An empty cell ends each row,
 * but may also be just an empty cell; the number after it tells. A cell that spans several rows leaves the
 * later ones without their number, and shorter: they follow as rows of their own, their first cell empty.
 * Undefined where the first column does not count, or counts too little to be believed.
 */
export const cutByNumbers = (cells: Row, width: number): readonly Row[] | undefined => {
  if (width < 3 || !FIRST.test(cells[0]?.text.trim() ?? '')) return undefined
  const starts = listStarts(cells, width)
  if (starts.length < 2 || starts[0] !== width + 1) return undefined
  const rows: Row[] = [cells.slice(0, width)]
  for (const [i, start] of starts.entries()) {
    // Before the next row stands the empty cell that ends this one.
    const stop = starts[i + 1] === undefined ? cells.length : (starts[i + 1] as number) - 1
    rows.push(...cutSpanning(cells.slice(start, stop), width))
  }
  return rows.map((row) => pad(row, width))
}

/** Where a number before words counts on behind an empty cell, or stands just a whole row after the last. */
const listStarts = (cells: Row, width: number): number[] => {
  const starts: number[] = []
  let last = 0
  for (let i = width + 1; i < cells.length; i++) {
    if (!/\p{L}{2}.*\p{L}{2}/su.test(cells[i + 1]?.text ?? '')) continue
    const text = cells[i]?.text.trim() ?? ''
    const count = Number(COUNT.exec(text)?.[1] ?? NaN)
    const isNext = ROMAN.test(text) || count === last + 1 || count === 1
    const isDue = !Number.isNaN(count) && i === (starts.at(-1) ?? 0) + width + 1
    if (!isDue && !(isNext && cells[i - 1]?.text === '')) continue
    if (!Number.isNaN(count)) last = count
    starts.push(i)
  }
  return starts
}

/** What is longer than a row is the row and those that share its number. */
const cutSpanning = (cells: Row, width: number): Row[] => {
  const filled = cells.findLastIndex((cell) => cell.text !== '') + 1
  const rows: Row[] = []
  for (let at = 0; at < filled;) {
    const head: Row = at === 0 ? [] : [NOTHING]
    const room = width - head.length
    const window = cells.slice(at, at + room + 1)
    const end = filled - at <= room ? filled - at : window.findLastIndex((cell) => cell.text === '')
    // No end in sight: the row went wrong, and what follows it cannot be told apart.
    if (end + head.length < 2) return [...rows, [...head, ...window.slice(0, room)]]
    rows.push([...head, ...window.slice(0, end)])
    at += end + 1
  }
  return rows
}

const NOTHING: Block = {
  text: '',
  map: new Int32Array(0),
  ends: undefined,
  firstLine: 0,
  lastLine: 0,
  bold: false,
  headingLevel: 0,
}

const pad = (row: Row, width: number): Row =>
  row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => NOTHING)]
