import type { Rule } from './pdf-rules.ts'

/** Cells held apart by drawn lines. */
export interface Grid {
  /** Where the columns begin, and where the last one ends. */
  readonly columns: readonly number[]
  /** Where the rows begin, and where the last one ends. */
  readonly rows: readonly number[]
  readonly levels: readonly Side[]
  readonly uprights: readonly Side[]
}

/** A line along one axis: where it stands on the other, from where to where it goes. */
interface Side {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A cell of a grid, which may reach over several columns and rows. */
export interface Region {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** Lines that stand closer are one line drawn in pieces. */
const SAME = 2
/** Corners may miss each other by so much. */
const TOUCH = 3
/** No column of words is narrower, no row lower. */
const LEAST_WIDTH = 6
const LEAST_HEIGHT = 4
/** More than a page of tables has. */
const MOST_SIDES = 1_500
/** Squared paper is no table. */
const MOST_COLUMNS = 60
const MOST_ROWS = 300

/** The grids of a page, top to bottom: lines that touch, at least two columns wide. */
export const findGrids = (rules: readonly Rule[]): Grid[] => {
  const isLevel = (rule: Rule): boolean => rule.right - rule.left >= rule.bottom - rule.top
  const levels = joinSides(
    rules.filter(isLevel).map((r) => ({ at: (r.top + r.bottom) / 2, from: r.left, to: r.right })),
  )
  const uprights = joinSides(
    rules
      .filter((rule) => !isLevel(rule))
      .map((r) => ({ at: (r.left + r.right) / 2, from: r.top, to: r.bottom })),
  )
  if (levels.length + uprights.length > MOST_SIDES) return []
  return groupTouching(levels, uprights)
    .map((group) => ({
      ...group,
      columns: toPlaces(group.uprights, LEAST_WIDTH),
      rows: toPlaces(group.levels, LEAST_HEIGHT),
    }))
    .filter(({ columns, rows }) => columns.length > 2 && rows.length > 1)
    .filter(({ columns, rows }) => columns.length <= MOST_COLUMNS && rows.length <= MOST_ROWS)
    .toSorted((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
}

/** Pieces of one line become one. */
const joinSides = (all: readonly Side[]): Side[] => {
  const joined: Side[] = []
  let near: Side[] = []
  const flush = (): void => {
    let open: Side | undefined
    for (const side of near.toSorted((a, b) => a.from - b.from)) {
      if (open && side.from <= open.to + TOUCH) open = { ...open, to: Math.max(open.to, side.to) }
      else {
        if (open) joined.push(open)
        open = side
      }
    }
    if (open) joined.push(open)
    near = []
  }
  for (const side of all.toSorted((a, b) => a.at - b.at)) {
    if (near[0] && side.at - near[0].at > SAME) flush()
    near.push(side)
  }
  flush()
  return joined
}

const isTouching = (level: Side, upright: Side): boolean =>
  level.from - TOUCH <= upright.at &&
  upright.at <= level.to + TOUCH &&
  upright.from - TOUCH <= level.at &&
  level.at <= upright.to + TOUCH

const groupTouching = (
  levels: readonly Side[],
  uprights: readonly Side[],
): { levels: Side[]; uprights: Side[] }[] => {
  const groups: { levels: Side[]; uprights: Side[] }[] = []
  const isSeen = new Set<Side>()
  for (const start of uprights) {
    if (isSeen.has(start)) continue
    const group: { levels: Side[]; uprights: Side[] } = { levels: [], uprights: [] }
    const open: { side: Side; isLevel: boolean }[] = [{ side: start, isLevel: false }]
    isSeen.add(start)
    for (let next = open.pop(); next; next = open.pop()) {
      const { side, isLevel } = next
      ;(isLevel ? group.levels : group.uprights).push(side)
      for (const other of isLevel ? uprights : levels) {
        if (isSeen.has(other) || !(isLevel ? isTouching(side, other) : isTouching(other, side))) continue
        isSeen.add(other)
        open.push({ side: other, isLevel: !isLevel })
      }
    }
    groups.push(group)
  }
  return groups
}

const toPlaces = (sides: readonly Side[], least: number): number[] => {
  const places: number[] = []
  for (const { at } of sides.toSorted((a, b) => a.at - b.at))
    if (places.length === 0 || at - (places.at(-1) ?? 0) >= least) places.push(at)
  return places
}

/** Whether a line stands between two cells, asked at the middle of their common side. */
const isHeldApart = (sides: readonly Side[], at: number, middle: number, least: number): boolean =>
  sides.some((side) => Math.abs(side.at - at) < least && side.from <= middle && middle <= side.to)

/** The cells of a grid: squares with no line between them are one. */
export const toRegions = ({ columns, rows, levels, uprights }: Grid): Region[] => {
  const wide = columns.length - 1
  const high = rows.length - 1
  const owner = Array.from({ length: wide * high }, (_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (owner[at] !== at) at = owner[at] ?? at
    return at
  }
  const join = (a: number, b: number): void => {
    const [one, other] = [find(a), find(b)]
    owner[Math.max(one, other)] = Math.min(one, other)
  }
  const mid = (places: readonly number[], i: number): number => ((places[i] ?? 0) + (places[i + 1] ?? 0)) / 2
  for (let row = 0; row < high; row++)
    for (let column = 0; column < wide; column++) {
      const own = row * wide + column
      const [x, y] = [mid(columns, column), mid(rows, row)]
      if (column + 1 < wide && !isHeldApart(uprights, columns[column + 1] ?? 0, y, LEAST_WIDTH))
        join(own, own + 1)
      if (row + 1 < high && !isHeldApart(levels, rows[row + 1] ?? 0, x, LEAST_HEIGHT)) join(own, own + wide)
    }
  const regions = new Map<number, { row: number; column: number; lastRow: number; lastColumn: number }>()
  for (let i = 0; i < owner.length; i++) {
    const [row, column] = [Math.floor(i / wide), i % wide]
    const known = regions.get(find(i))
    if (!known) regions.set(find(i), { row, column, lastRow: row, lastColumn: column })
    else {
      known.column = Math.min(known.column, column)
      known.lastRow = Math.max(known.lastRow, row)
      known.lastColumn = Math.max(known.lastColumn, column)
    }
  }
  return [...regions.values()].map(({ row, column, lastRow, lastColumn }) => ({
    row,
    column,
    rows: lastRow - row + 1,
    columns: lastColumn - column + 1,
  }))
}
