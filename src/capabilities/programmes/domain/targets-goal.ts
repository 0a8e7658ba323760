import type { Period, PeriodKind } from '#kernel/period.ts'
import type { Target } from '../contract.ts'

/** What a target says, without where it stands. */
export type TargetLevel = Pick<Target, 'comparator' | 'value' | 'unit' | 'direction' | 'baseline'>

/** Whether figures of periods add up over a year (crashes), or each says how things stand (a share of vehicles). */
export const MEASURES = ['sum', 'latest'] as const
export type Measure = (typeof MEASURES)[number]

/** Whether the number is the level itself or the change against an earlier year. */
export const GOAL_READINGS = ['level', 'change'] as const
export type GoalReading = (typeof GOAL_READINGS)[number]

/** How figures are taken for a target: by which periods, and how they come to one. */
export interface TargetWay {
  readonly rhythm: PeriodKind
  readonly measure: Measure
  /** A person's word against the form of the sentence; null: as it reads. */
  readonly reading: GoalReading | null
}

/** From which side the wanted level is kept: at least so much, or at most. */
export type GoalSide = 'floor' | 'ceiling'

/** What is to be reached: a goal without a number is judged by words. */
export type Goal =
  | { readonly kind: 'words' }
  | {
      readonly kind: 'level'
      readonly side: GoalSide
      readonly value: number
      /** The level itself is not enough: "trên 90%". */
      readonly isStrict: boolean
    }
  | {
      readonly kind: 'change'
      readonly side: GoalSide
      readonly way: 'increase' | 'decrease'
      readonly value: number
      readonly isPercent: boolean
      readonly isStrict: boolean
      /** The year compared with; null: each year with the one before (so với cùng kỳ). */
      readonly baseYear: number | null
    }

/**
 * The goal of a target. A range is met from its nearer end on. `=` asks for that much: more is no fault, but of `= 0`
 * ("không để xảy ra") nothing may happen. "Giảm xuống dưới 8%" is a level; "giảm ít nhất 5%" is a change.
 */
export const toGoal = (target: TargetLevel, reading: GoalReading | null = null): Goal => {
  const { comparator, value, unit, direction, baseline } = target
  if (value === null) return { kind: 'words' }
  const isUpper = comparator === '<' || comparator === '<='
  const isStrict = comparator === '<' || comparator === '>'
  const [near, far] = Array.isArray(value) ? [value[0] ?? 0, value[1] ?? 0] : [value, value]
  const asRead: GoalReading = direction === null || (direction === 'decrease' && isUpper) ? 'level' : 'change'
  if (direction !== null && (reading ?? asRead) === 'change')
    return {
      kind: 'change',
      side: direction === 'decrease' || isUpper ? 'ceiling' : 'floor',
      way: direction,
      value: near,
      isPercent: unit?.startsWith('%') ?? false,
      isStrict,
      baseYear: baseline,
    }
  const isCeiling = isUpper || direction === 'decrease' || (comparator === '=' && near === 0)
  return isCeiling
    ? { kind: 'level', side: 'ceiling', value: far, isStrict }
    : { kind: 'level', side: 'floor', value: near, isStrict }
}

/** How a target stands. */
export const TARGET_STATES = ['reached', 'on-track', 'off-track', 'missed', 'unknown'] as const
export type TargetState = (typeof TARGET_STATES)[number]

/** What was said of a goal without a number for a period. */
export interface TargetVerdict {
  readonly period: Period
  readonly isMet: boolean
}

/** Units in which things stand rather than add up. */
const STANDING_UNITS = new Set(['%', 'bậc', 'phút', 'giờ', 'ngày'])

/** How figures come to one unless somebody decides: shares and times stand, counts add up. */
export const toMeasure = (target: TargetLevel): Measure => {
  const goal = toGoal(target)
  if (goal.kind === 'words') return 'latest'
  if (goal.kind === 'change' && goal.isPercent) return 'sum'
  const { unit } = target
  if (unit === null) return goal.side === 'ceiling' ? 'sum' : 'latest'
  return STANDING_UNITS.has(unit) || unit.includes('/') ? 'latest' : 'sum'
}

/** The way of a target about which nobody has decided: months of the committee's own calendar. */
export const toDefaultWay = (target: TargetLevel): TargetWay => ({
  rhythm: 'administrative-month',
  measure: toMeasure(target),
  reading: null,
})

/** Sums of decimal figures carry dust of the binary form: it never decides. */
export const withoutDust = (value: number): number => Math.round(value * 1e6) / 1e6

/** What a change makes of the level of the base. */
export const applyChange = (goal: Goal & { kind: 'change' }, base: number): number => {
  const sign = goal.way === 'decrease' ? -1 : 1
  return withoutDust(goal.isPercent ? (base * (100 + sign * goal.value)) / 100 : base + sign * goal.value)
}

/** Whether a figure keeps to a level from its side. */
export const keepsTo = (side: GoalSide, actual: number, wanted: number, isStrict = false): boolean => {
  const over = withoutDust(actual - wanted)
  if (over === 0) return !isStrict
  return side === 'floor' ? over > 0 : over < 0
}
