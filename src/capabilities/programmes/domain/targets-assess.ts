import type { Period } from '#kernel/period.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { keepsTo, type Goal, type Measure, type TargetState, type TargetVerdict } from './targets-goal.ts'
import type { PathPoint } from './targets-path.ts'
import { tellNumbers, tellUnknown, tellWords } from './targets-words.ts'

/** How a target stands and why, in one sentence. */
export interface Assessment {
  readonly state: TargetState
  readonly why: string
  /** The last period that could be judged. */
  readonly at: Period | null
  readonly reached: number | null
  readonly wanted: number | null
  /** Periods that have ended since without a figure. */
  readonly missing: number
}

/** Judges a goal with a number by its path, at the last period that has figures. */
export const assessPath = (
  goal: Exclude<Goal, { kind: 'words' }>,
  measure: Measure,
  unit: string | null,
  path: readonly PathPoint[],
  today: PlainDate,
): Assessment => {
  const at = path.findLastIndex((point) => point.reached !== null)
  const missing = path.filter((point, i) => i > at && point.period.to < today && point.actual === null).length
  const point = path[at]
  const isFinal = at === path.length - 1
  const state = point === undefined ? toStateOfKnown(goal, measure, path) : toState(goal, measure, path, at)
  const judged = point ?? path.findLast((one) => one.actual !== null)
  if (state === 'unknown' || judged === undefined)
    return {
      state: 'unknown',
      why: tellUnknown(goal, measure, unit, path, point),
      at: judged?.period ?? null,
      reached: point?.reached ?? null,
      wanted: point?.wanted ?? null,
      missing,
    }
  const reached = judged.reached ?? judged.known
  // What was broken or reached for good is told against the whole, what is under way against the path.
  const isOfWhole = state === 'reached' || state === 'missed'
  const wanted = isOfWhole ? judged.goal : (judged.wanted ?? judged.goal)
  return {
    state,
    why: tellNumbers({ goal, measure, unit, state, point: judged, reached, wanted, isFinal, missing }),
    at: judged.period,
    reached,
    wanted: judged.wanted ?? judged.goal,
    missing,
  }
}

/** Figures with a gap before them: only that too much is already known can be said. */
const toStateOfKnown = (
  goal: Exclude<Goal, { kind: 'words' }>,
  measure: Measure,
  path: readonly PathPoint[],
): TargetState => (isBroken(goal, measure, path) ? 'missed' : 'unknown')

/** More has happened than the year, or the plan, allows at all. */
const isBroken = (
  goal: Exclude<Goal, { kind: 'words' }>,
  measure: Measure,
  path: readonly PathPoint[],
): boolean => {
  const last = path.findLast((one) => one.actual !== null)
  if (measure !== 'sum' || goal.side !== 'ceiling' || !last || last.goal === null) return false
  return last.period.year === path.at(-1)?.period.year || goal.kind === 'level'
    ? !keepsTo('ceiling', last.known, last.goal, goal.isStrict && last.goal > 0)
    : false
}

const toState = (
  goal: Exclude<Goal, { kind: 'words' }>,
  measure: Measure,
  path: readonly PathPoint[],
  at: number,
): TargetState => {
  const { reached, wanted, goal: whole, period } = path[at] as PathPoint
  if (reached === null) return 'unknown'
  if (isBroken(goal, measure, path)) return 'missed'
  const isStrict = goal.isStrict && whole !== 0
  if (at === path.length - 1) {
    const level = whole ?? wanted
    if (level === null) return 'unknown'
    return keepsTo(goal.side, reached, level, isStrict) ? 'reached' : 'missed'
  }
  const isLastYear = goal.kind === 'level' || period.year === path.at(-1)?.period.year
  // What adds up is never taken away again.
  if (measure === 'sum' && goal.side === 'floor' && isLastYear && whole !== null)
    if (keepsTo('floor', reached, whole, isStrict)) return 'reached'
  const level = wanted ?? (whole !== null && keepsTo(goal.side, reached, whole, isStrict) ? whole : null)
  if (level === null) return 'unknown'
  return keepsTo(goal.side, reached, level) ? 'on-track' : 'off-track'
}

/** Judges a goal without a number by what was last said of it; `until` is the last day of the plan's last period. */
export const assessWords = (
  verdicts: readonly TargetVerdict[],
  until: PlainDate,
  today: PlainDate,
): Assessment => {
  const last = [...verdicts].sort((a, b) => (a.period.to < b.period.to ? -1 : 1)).at(-1)
  const isFinal = last !== undefined && last.period.to >= until
  const state: TargetState =
    last === undefined
      ? 'unknown'
      : last.isMet
        ? isFinal
          ? 'reached'
          : 'on-track'
        : isFinal
          ? 'missed'
          : 'off-track'
  const isOver = today > until && !isFinal
  return {
    state,
    why: tellWords(last, state, isOver),
    at: last?.period ?? null,
    reached: null,
    wanted: null,
    missing: 0,
  }
}
