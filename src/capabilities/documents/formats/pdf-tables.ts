import { layOut } from './page-layout.ts'
import { isTablePage, type PageWords, type PlacedWord } from './page-words.ts'
import { openRules, type PageRules } from './pdf-rules.ts'
import { findGrids, type Grid } from './rule-grid.ts'
import { isInside, joinPages, toRuledRows, type RuledRow } from './ruled-table.ts'
import { toTableText } from './table-text.ts'

/** Milliseconds after which the rest of the pages stay as laid out: a document late is worse than a table less. */
const MOST_TIME = 15_000

/** A table as far as its pages have been read. */
interface Table {
  readonly columns: readonly number[]
  rows: readonly RuledRow[]
}

/**
 * The text of a PDF with its drawn tables as tables: a row on a line, bars between the cells. Lines tell which
 * words stand in one cell, however they are spread over the page; a table goes on over pages. Pages without
 * such a table stay as they are laid out, and so does all where pdf.js cannot open the file.
 */
export const withTables = async (
  bytes: Uint8Array,
  text: string,
  words: readonly PageWords[],
): Promise<string> => {
  const pages = text.split('\f')
  const byPage = new Map(words.map((page) => [page.page, page]))
  if (!pages.some((page, i) => isTablePage(page) && byPage.has(i + 1))) return text
  const until = performance.now() + MOST_TIME
  const drawn = await openRules(bytes)
  if (!drawn) return text
  try {
    const output: (string | Table)[] = []
    let open: Table | undefined
    for (const [i, page] of pages.entries()) {
      if (i > 0) output.push('\f')
      const placed = byPage.get(i + 1)
      const isWanted = (open !== undefined || isTablePage(page)) && performance.now() < until
      const rules = placed && isWanted ? await drawn.ofPage(i + 1) : undefined
      const slots = placed && rules ? toSlots(placed, rules) : []
      if (slots.length === 0) {
        output.push(page)
        open = isNumberAlone(page) ? open : undefined
      }
      for (const slot of slots) {
        const found = slot.grid && toTable(slot.grid, slot.words, open)
        if (found && found !== open) output.push(found)
        else if (!found) output.push(`${layOut(slot.words)}\n`)
        open = found ?? (isNumberAlone(layOut(slot.words)) ? open : undefined)
      }
    }
    return output.map((part) => (typeof part === 'string' ? part : toTableText(part.rows))).join('')
  } finally {
    await drawn.close()
  }
}

/** What stands on a page from top to bottom: words, and grids with the words in them. */
interface Slot {
  readonly grid: Grid | undefined
  readonly words: readonly PlacedWord[]
}

/** Undrawn, or drawn on another sheet than the words: no slots. */
const toSlots = (placed: PageWords, { width, height, rules }: PageRules): Slot[] => {
  if (Math.abs(placed.width - width) > 1 || Math.abs(placed.height - height) > 1) return []
  const slots: Slot[] = []
  let rest = placed.words
  for (const grid of findGrids(rules)) {
    const top = grid.rows[0] ?? 0
    const inside = rest.filter((word) => isInside(word, grid))
    if (inside.length === 0) continue
    const isAbove = (word: PlacedWord): boolean => !isInside(word, grid) && word.bottom <= top + 2
    const above = rest.filter(isAbove)
    if (above.length > 0) slots.push({ grid: undefined, words: above })
    slots.push({ grid, words: inside })
    rest = rest.filter((word) => !isAbove(word) && !isInside(word, grid))
  }
  if (slots.length > 0 && rest.length > 0) slots.push({ grid: undefined, words: rest })
  return slots
}

/** What a page prints of itself between the halves of a table. */
const isNumberAlone = (text: string): boolean =>
  text.length < 300 &&
  text.split('\n').every((line) => /^[\s\d./–-]{0,200}$|^\s*(?:trang\s\d|CÔNG BÁO)/iu.test(line))

/** The table of a grid: the one that is open, if it goes on here; undefined for a box that is no table. */
const toTable = (grid: Grid, words: readonly PlacedWord[], open: Table | undefined): Table | undefined => {
  if (open && isFitting(grid.columns, open.columns)) {
    open.rows = joinPages(open.rows, toRuledRows({ ...grid, columns: open.columns }, words))
    return open
  }
  const rows = toRuledRows(grid, words)
  const filled = rows[0]?.filter((cell) => cell.paragraphs.length > 0).length ?? 0
  return filled > 1 ? { columns: grid.columns, rows } : undefined
}

/** As far as the same column may wander from page to page. */
const SAME_COLUMN = 6

const isFitting = (own: readonly number[], open: readonly number[]): boolean => {
  const isNear = (a = 0, b = 0): boolean => Math.abs(a - b) <= SAME_COLUMN
  return (
    isNear(own[0], open[0]) &&
    isNear(own.at(-1), open.at(-1)) &&
    own.every((place) => open.some((other) => isNear(place, other)))
  )
}
