import { formatPeriodId, toPeriod, type Period, type PeriodKind } from '#kernel/period.ts'
import { applyChange, keepsTo, withoutDust, type Goal, type TargetWay } from './targets-goal.ts'

/** The figures that count now, by the id of their period. */
export type TargetFigures = ReadonlyMap<string, number>

/** The first and the last year of the plan. */
export interface PlanYears {
  readonly first: number
  readonly last: number
}

/** One period on the way to a goal. */
export interface PathPoint {
  readonly period: Period
  /** The figure of the period itself. */
  readonly actual: number | null
  /** What it comes to by then: added up since the beginning, or as it stands; null where a figure before is missing. */
  readonly reached: number | null
  /** The same of the year compared with. */
  readonly base: number | null
  /** Where the path is by then. */
  readonly wanted: number | null
  /** What the whole year, or the whole plan, asks for. */
  readonly goal: number | null
  /** Everything known since the beginning, gaps or not. */
  readonly known: number
}

export const yearKindOf = (rhythm: PeriodKind): PeriodKind =>
  rhythm.startsWith('administrative') ? 'administrative-year' : 'year'

/** The periods of a kind in a year, in their order. */
export const listPeriodsOf = (kind: PeriodKind, year: number): readonly Period[] => {
  const periods: Period[] = []
  for (let index = 1; ; index++) {
    const period = toPeriod(kind, year, index)
    if (!period) return periods
    periods.push(period)
  }
}

const yearsOf = ({ first, last }: PlanYears): number[] =>
  Array.from({ length: Math.max(0, last - first) + 1 }, (_, i) => first + i)

interface Reader {
  readonly of: (period: Period) => number | null
  /** The figure of a whole year, if it was given as one. */
  readonly ofYear: (year: number) => number | null
}

const toReader = (figures: TargetFigures, rhythm: PeriodKind): Reader => ({
  of: (period) => figures.get(formatPeriodId(period)) ?? null,
  ofYear: (year) => {
    const whole = toPeriod(yearKindOf(rhythm), year, 1)
    return whole === undefined ? null : (figures.get(formatPeriodId(whole)) ?? null)
  },
})

interface Reaching {
  readonly period: Period
  readonly actual: number | null
  readonly reached: number | null
  readonly known: number
}

type Begun = Pick<Reaching, 'known'> & { readonly sum: number; readonly isWhole: boolean }

/** What the figures of some years come to, period after period. A figure of a whole year closes that year. */
const reach = (years: readonly number[], { rhythm, measure }: TargetWay, read: Reader): Reaching[] => {
  const list: Reaching[] = []
  let sum = 0
  let known = 0
  let isWhole = true
  for (const year of years) {
    const begun: Begun = { sum, known, isWhole }
    const periods = listPeriodsOf(rhythm, year)
    for (const [i, period] of periods.entries()) {
      const actual = read.of(period)
      isWhole &&= actual !== null
      sum = withoutDust(sum + (actual ?? 0))
      known = withoutDust(known + (actual ?? 0))
      const whole = i === periods.length - 1 ? read.ofYear(year) : null
      if (whole !== null) {
        sum = withoutDust(begun.sum + whole)
        known = Math.max(known, withoutDust(begun.known + whole))
        isWhole = begun.isWhole
      }
      const standing = whole ?? actual
      const reached = measure === 'latest' ? standing : isWhole ? sum : null
      list.push({ period, actual, reached, known: measure === 'latest' ? (standing ?? 0) : known })
    }
  }
  return list
}

/** What a year came to; null while that is not known. */
const totalOf = (year: number, way: TargetWay, read: Reader): number | null => {
  const whole = read.ofYear(year)
  if (whole !== null) return whole
  const reached = reach([year], way, read).map((one) => one.reached)
  return way.measure === 'sum' ? (reached.at(-1) ?? null) : (reached.findLast((one) => one !== null) ?? null)
}

/**
 * The way to a goal, period after period: a straight line from where things stood to where they shall stand. Of things
 * that add up, the allowance of a year is shared over its periods as the year compared with ran, month by month, or
 * evenly while its months are not known.
 */
export const toPath = (
  goal: Goal,
  way: TargetWay,
  years: PlanYears,
  figures: TargetFigures,
): readonly PathPoint[] => {
  const read = toReader(figures, way.rhythm)
  switch (goal.kind) {
    case 'words':
      return []
    case 'level':
      return toLevelPath(goal, way, years, read)
    case 'change':
      return yearsOf(years).flatMap((year) => toYearOfChange(goal, way, { ...years, year }, read))
    default: {
      const never: never = goal
      return never
    }
  }
}

const toLevelPath = (
  goal: Goal & { kind: 'level' },
  way: TargetWay,
  years: PlanYears,
  read: Reader,
): PathPoint[] => {
  const reaching = reach(yearsOf(years), way, read)
  const start = way.measure === 'sum' ? 0 : totalOf(years.first - 1, way, read)
  return reaching.map((one, i) => {
    const share = (i + 1) / reaching.length
    return { ...one, base: null, wanted: toLevelAt(goal, start, share), goal: goal.value }
  })
}

const toLevelAt = (
  { side, value }: Goal & { kind: 'level' },
  start: number | null,
  share: number,
): number | null => {
  // Without a beginning there is no line: a limit holds all the time, a level to be reached only at the end.
  if (start === null) return side === 'ceiling' || share === 1 ? value : null
  // Who began beyond the level has only to keep it. Things that add up begin at nothing.
  if (start !== 0 && keepsTo(side, start, value)) return value
  return withoutDust(start + (value - start) * share)
}

const toYearOfChange = (
  goal: Goal & { kind: 'change' },
  way: TargetWay,
  { year, last }: PlanYears & { readonly year: number },
  read: Reader,
): PathPoint[] => {
  const baseYear = goal.baseYear ?? year - 1
  const span = goal.baseYear === null ? 1 : Math.max(1, last - baseYear)
  const done = Math.min(span, Math.max(0, year - baseYear))
  const total = totalOf(baseYear, way, read)
  const wholeChange = total === null ? null : applyChange(goal, total) - total
  const levelAt = (steps: number): number | null =>
    total === null || wholeChange === null ? null : withoutDust(total + (wholeChange * steps) / span)
  const reaching = reach([year], way, read)
  const before = reach([baseYear], way, read)
  const wantedYear = levelAt(done)
  return reaching.map((one, i) => {
    const base = before[i]?.reached ?? null
    const even = (i + 1) / reaching.length
    const wanted =
      way.measure === 'latest'
        ? levelAt(Math.max(0, done - 1) + even)
        : wantedYear === null
          ? // The same months of the year before are enough to compare with, even while its end is not known.
            base !== null && goal.isPercent && span === 1
            ? applyChange(goal, base)
            : null
          : withoutDust(wantedYear * toShare(base, total, even, i === reaching.length - 1))
    return { ...one, base, wanted, goal: wantedYear }
  })
}

const toShare = (base: number | null, total: number | null, even: number, isLast: boolean): number =>
  isLast || base === null || total === null || total <= 0 ? even : Math.min(1, base / total)
