import { formatPeriod, type Period, type PeriodKind } from '#kernel/period.ts'
import type { Goal, GoalReading, Measure, TargetState, TargetVerdict } from './targets-goal.ts'
import type { PathPoint } from './targets-path.ts'

/** The words in which targets are spoken of. */

export const targetStateWords: Readonly<Record<TargetState, string>> = {
  reached: 'Đạt',
  'on-track': 'Đúng tiến độ',
  'off-track': 'Chưa theo tiến độ',
  missed: 'Không đạt',
  unknown: 'Chưa đánh giá được',
}

export const measureWords: Readonly<Record<Measure, string>> = {
  sum: 'Cộng dồn các kỳ',
  latest: 'Lấy số liệu kỳ gần nhất',
}

export const readingWords: Readonly<Record<GoalReading, string>> = {
  level: 'Mức phải đạt',
  change: 'Mức tăng, giảm so với năm gốc',
}

export const rhythmWords: Readonly<Record<PeriodKind, string>> = {
  'administrative-month': 'Tháng hành chính (từ ngày 15 đến ngày 14)',
  'administrative-quarter': 'Quý theo kỳ hành chính',
  'administrative-half': '6 tháng theo kỳ hành chính',
  'administrative-year': 'Năm theo kỳ hành chính',
  month: 'Tháng dương lịch',
  quarter: 'Quý dương lịch',
  half: '6 tháng dương lịch',
  year: 'Năm dương lịch',
  'police-week': 'Tuần (từ thứ Năm đến thứ Tư)',
}

/** `tháng 3/2026`: the name of a period without its days. */
export const toPeriodName = (period: Period): string => formatPeriod(period).replace(/ \([^)]*\)$/u, '')

/** `1234.5` → `1.234,5`; two places are enough to read. */
export const sayNumber = (value: number): string => {
  const [whole = '', fraction] = String(Math.round(Math.abs(value) * 100) / 100).split('.')
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/gu, '$&.')
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** A figure with its unit. A change in per cent is of things that the target names, not of per cents. */
const say = (value: number, unit: string | null): string =>
  unit === null
    ? sayNumber(value)
    : unit.startsWith('%')
      ? `${sayNumber(value)}${unit}`
      : `${sayNumber(value)} ${unit}`

/** The unit of the figures themselves. */
export const figureUnit = (goal: Goal, unit: string | null): string | null =>
  goal.kind === 'change' && goal.isPercent ? null : unit

interface Told {
  readonly goal: Exclude<Goal, { kind: 'words' }>
  readonly measure: Measure
  readonly unit: string | null
  readonly state: TargetState
  readonly point: PathPoint
  readonly reached: number
  readonly wanted: number | null
  readonly isFinal: boolean
  readonly missing: number
}

const sayMissing = (missing: number): string =>
  missing === 0 ? '' : ` (chưa có số liệu ${missing} kỳ sau đó)`

/** Why a target with a number stands as it does. */
export const tellNumbers = (told: Told): string => {
  const { goal, measure, state, point, reached, wanted, isFinal, missing } = told
  const unit = figureUnit(goal, told.unit)
  const where = `${measure === 'sum' ? 'Lũy kế đến hết' : 'Số liệu'} ${toPeriodName(point.period)} là ${say(reached, unit)}`
  const level = wanted ?? reached
  const gap = say(Math.abs(reached - level), unit)
  const isWhole = state === 'reached' || state === 'missed'
  const name =
    goal.side === 'ceiling'
      ? isWhole
        ? goal.kind === 'level'
          ? 'mức tối đa'
          : 'mức khống chế cả năm'
        : 'mức khống chế đến thời điểm này'
      : isWhole
        ? 'mức phải đạt'
        : 'mức phải đạt đến thời điểm này'
  const compared =
    Math.abs(reached - level) < 0.005
      ? `bằng ${name} ${say(level, unit)}`
      : reached > level
        ? `cao hơn ${name} ${say(level, unit)} (chênh ${gap})`
        : `thấp hơn ${name} ${say(level, unit)} (chênh ${gap})`
  const early = state === 'missed' && !isFinal ? ', không còn khả năng đạt' : ''
  return `${where}, ${compared}${early}${sayMissing(missing)}.`
}

/** Why a target with a number cannot be judged. */
export const tellUnknown = (
  goal: Exclude<Goal, { kind: 'words' }>,
  measure: Measure,
  unit: string | null,
  path: readonly PathPoint[],
  point: PathPoint | undefined,
): string => {
  const gap = path.find((one) => one.actual === null)
  if (point === undefined) {
    if (path.every((one) => one.actual === null)) return 'Chưa có số liệu thực hiện trong kỳ kế hoạch.'
    return `Thiếu số liệu ${gap ? toPeriodName(gap.period) : 'kỳ đầu'} nên chưa cộng dồn được.`
  }
  const stands = `${measure === 'sum' ? 'Lũy kế đến hết' : 'Số liệu'} ${toPeriodName(point.period)} là ${say(point.reached ?? 0, figureUnit(goal, unit))}`
  const baseYear =
    goal.kind === 'change' ? (goal.baseYear ?? point.period.year - 1) : (path[0]?.period.year ?? 1) - 1
  return `${stands}; chưa có số liệu năm ${baseYear} để so sánh.`
}

/** Why a goal without a number stands as it does. */
export const tellWords = (last: TargetVerdict | undefined, state: TargetState, isOver: boolean): string => {
  if (last === undefined) return 'Chỉ tiêu không nêu con số và chưa được nhận xét đạt hay chưa đạt.'
  const said = `Nhận xét ${toPeriodName(last.period)}: ${last.isMet ? 'đạt' : 'chưa đạt'}`
  if (state === 'missed') return `${said} khi hết kỳ kế hoạch.`
  return isOver ? `${said}; chưa có nhận xét cuối kỳ kế hoạch.` : `${said}.`
}
