import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPeriodId, toPeriod, type PeriodKind } from '#kernel/period.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { assessPath, assessWords } from './targets-assess.ts'
import {
  keepsTo,
  toDefaultWay,
  toGoal,
  type Goal,
  type TargetLevel,
  type TargetVerdict,
  type TargetWay,
} from './targets-goal.ts'
import { listPeriodsOf, toPath, type PlanYears } from './targets-path.ts'

const TODAY = '2026-11-21' as PlainDate
const target = (over: Partial<TargetLevel>): TargetLevel => ({
  comparator: '>=',
  value: 5,
  unit: '%',
  direction: null,
  baseline: null,
  ...over,
})
/** "Phấn đấu giảm ít nhất 5% số người chết so với năm 2025". */
const fewerDeaths = target({ direction: 'decrease', baseline: 2025 })
const months: TargetWay = { rhythm: 'administrative-month', measure: 'sum', reading: null }
const YEAR: PlanYears = { first: 2026, last: 2026 }

/** Figures of the first months of a year, and others by the id of their period. */
const figures = (year: number, values: readonly number[], others: Readonly<Record<string, number>> = {}) =>
  new Map([
    ...listPeriodsOf('administrative-month', year).flatMap((period, i): [string, number][] =>
      values[i] === undefined ? [] : [[formatPeriodId(period), values[i]]],
    ),
    ...Object.entries(others),
  ])

type Numbered = Exclude<Goal, { kind: 'words' }>
const judge = (
  level: TargetLevel,
  known: ReadonlyMap<string, number>,
  { way = toDefaultWay(level), years = YEAR, today = TODAY } = {},
) => {
  const goal = toGoal(level, way.reading) as Numbered
  return assessPath(goal, way.measure, level.unit, toPath(goal, way, years, known), today)
}

describe('the path of a change', () => {
  it('is the allowance of the year, shared evenly while only the total of the year before is known', () => {
    // 120 deaths in 2025: 114 are allowed in 2026, 9.5 a month.
    const path = toPath(toGoal(fewerDeaths), months, YEAR, new Map([['administrative-year:2025', 120]]))
    expect(path).toHaveLength(12)
    expect(path.map((point) => point.wanted)).toEqual([
      9.5, 19, 28.5, 38, 47.5, 57, 66.5, 76, 85.5, 95, 104.5, 114,
    ])
    expect(path[2]?.period).toMatchObject({ from: '2026-02-15', to: '2026-03-14' })
  })

  it('follows the months of the year before when they are known: so với cùng kỳ', () => {
    const before = [20, 10, 10, 10, 10, 10, 10, 10, 10, 10, 5, 5]
    const path = toPath(toGoal(fewerDeaths), months, YEAR, figures(2025, before))
    // 95 % of 20, of 30, of 40 …
    expect(path.slice(0, 3).map((point) => point.wanted)).toEqual([19, 28.5, 38])
    expect(path.at(-1)?.wanted).toBe(114)
    expect(path.map((point) => point.base).slice(0, 2)).toEqual([20, 30])
  })

  it('compares the same months even while the end of the year before is not known', () => {
    const known = new Map([...figures(2025, [10, 10]), ...figures(2026, [9, 9])])
    expect(judge(fewerDeaths, known)).toMatchObject({ state: 'on-track', reached: 18, wanted: 19 })
  })

  it('goes down step by step when the plan has several years', () => {
    // 10 % less than in 2025 by 2030, on 100: 98, 96, 94, 92, 90.
    const level = target({ value: 10, direction: 'decrease', baseline: 2025 })
    const years = { first: 2026, last: 2030 }
    const path = toPath(toGoal(level), months, years, new Map([['administrative-year:2025', 100]]))
    const ends = path.filter((point) => point.period.index === 12).map((point) => point.wanted)
    expect(ends).toEqual([98, 96, 94, 92, 90])
  })
})

describe('the path of a level', () => {
  it('is the straight line from where things stood to where they shall stand', () => {
    // From 86 % in 2025 to 98 % at the end of 2026: one per cent a month.
    const level = target({ value: 98 })
    const way = toDefaultWay(level)
    const path = toPath(toGoal(level), way, YEAR, new Map([['administrative-year:2025', 86]]))
    expect(way.measure).toBe('latest')
    expect(path.map((point) => point.wanted).slice(0, 2)).toEqual([87, 88])
    expect(path.at(-1)?.wanted).toBe(98)
  })

  it('begins at nothing for what adds up', () => {
    const level = target({ value: 6, unit: 'lối đi' })
    const path = toPath(toGoal(level), toDefaultWay(level), YEAR, new Map())
    expect(path.map((point) => point.wanted).slice(0, 2)).toEqual([0.5, 1])
  })

  it('is no line without a beginning: only the end is known', () => {
    const level = target({ value: 98 })
    const wanted = toPath(toGoal(level), toDefaultWay(level), YEAR, new Map()).map((point) => point.wanted)
    expect(wanted).toEqual([...Array.from({ length: 11 }, () => null), 98])
  })

  it('holds a limit all the time', () => {
    const level = target({ comparator: '=', value: 0, unit: 'vụ' })
    const path = toPath(toGoal(level), toDefaultWay(level), YEAR, new Map())
    expect(new Set(path.map((point) => point.wanted))).toEqual(new Set([0]))
  })
})

describe('a target stands', () => {
  const last = { 'administrative-year:2025': 120 }
  it.each([
    // 9.5 allowed a month.
    ['on track', [9, 9, 9], 'on-track'],
    ['exactly on its path', [19, 0], 'on-track'],
    ['off track', [12, 12], 'off-track'],
    ['missed as soon as more has happened than the year allows', [60, 60], 'missed'],
    ['reached at the end', Array.from({ length: 12 }, () => 9.5), 'reached'],
    ['missed at the end', Array.from({ length: 12 }, () => 9.6), 'missed'],
    ['nowhere without figures', [], 'unknown'],
  ])('%s', (_, values, state) => {
    expect(judge(fewerDeaths, figures(2026, values, last)).state).toBe(state)
  })

  it('nowhere without the year compared with', () => {
    const { state, why } = judge(fewerDeaths, figures(2026, [9, 9]))
    expect([state, why]).toEqual([
      'unknown',
      'Lũy kế đến hết tháng 2/2026 là 18; chưa có số liệu năm 2025 để so sánh.',
    ])
  })

  it('where its last whole sum stands, when a month is missing', () => {
    const known = figures(2026, [9, 9], { ...last, 'administrative-month:2026-M04': 50 })
    expect(judge(fewerDeaths, known)).toMatchObject({ state: 'on-track', reached: 18 })
  })

  it('says why in one sentence', () => {
    expect(judge(fewerDeaths, figures(2026, [12, 12], last)).why).toBe(
      'Lũy kế đến hết tháng 2/2026 là 24, cao hơn mức khống chế đến thời điểm này 19 (chênh 5) (chưa có số liệu 9 kỳ sau đó).',
    )
    const none = target({ comparator: '=', value: 0, unit: 'vụ' })
    expect(judge(none, figures(2026, [0, 1])).why).toBe(
      'Lũy kế đến hết tháng 2/2026 là 1 vụ, cao hơn mức tối đa 0 vụ (chênh 1 vụ), không còn khả năng đạt (chưa có số liệu 9 kỳ sau đó).',
    )
  })

  it('reached before the end when what adds up is there', () => {
    const level = target({ value: 6, unit: 'lối đi' })
    expect(judge(level, figures(2026, [2, 4])).state).toBe('reached')
    // "Trên 6" is not met by 6.
    expect(judge({ ...level, comparator: '>' }, figures(2026, [2, 4])).state).toBe('on-track')
  })

  it('only on track while a share may still fall', () => {
    const level = target({ value: 98 })
    expect(judge(level, figures(2026, [99])).state).toBe('on-track')
    expect(judge(level, figures(2026, [95])).state).toBe('unknown')
    expect(judge(level, new Map([['administrative-year:2026', 97.9]])).state).toBe('missed')
    expect(judge(level, new Map([['administrative-year:2026', 98]])).state).toBe('reached')
  })
})

describe('a goal without a number', () => {
  const said = (index: number, isMet: boolean): TargetVerdict => ({
    period: toPeriod('administrative-month', 2026, index)!,
    isMet,
  })
  const until = '2026-12-14' as PlainDate
  it.each<[string, TargetVerdict[]]>([
    ['unknown', []],
    ['on-track', [said(3, false), said(4, true)]],
    ['off-track', [said(4, false), said(3, true)]],
    ['reached', [said(12, true)]],
    ['missed', [said(12, false)]],
  ])('is %s by what was said of it', (state, verdicts) => {
    expect(assessWords(verdicts, until, TODAY).state).toBe(state)
  })
})

const levels = fc.record<TargetLevel>({
  comparator: fc.constantFrom('=', '>=', '<=', '>', '<', 'range'),
  value: fc.integer({ min: 0, max: 100 }),
  unit: fc.constantFrom('%', 'vụ', null),
  direction: fc.constantFrom('increase', 'decrease', null),
  baseline: fc.constantFrom(2025, null),
})
const ways = fc.record<TargetWay>({
  rhythm: fc.constantFrom<PeriodKind>(
    'administrative-month',
    'month',
    'quarter',
    'administrative-quarter',
    'half',
  ),
  measure: fc.constantFrom('sum', 'latest'),
  reading: fc.constant(null),
})
const series = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 12 })

describe('whatever the figures', () => {
  const lay = (rhythm: PeriodKind, year: number, values: readonly number[]): [string, number][] =>
    listPeriodsOf(rhythm, year).flatMap((period, i) =>
      values[i] === undefined ? [] : [[formatPeriodId(period), values[i]]],
    )

  it('a target is never both: on track means that it keeps to its path, off track that it does not', () => {
    fc.assert(
      fc.property(levels, ways, series, series, (level, way, before, now) => {
        const known = new Map([...lay(way.rhythm, 2025, before), ...lay(way.rhythm, 2026, now)])
        const goal = toGoal(level) as Numbered
        const { state, reached, wanted } = judge(level, known, { way })
        if (reached === null || wanted === null) return
        const keeps = keepsTo(goal.side, reached, wanted)
        const isTrue = state === 'off-track' ? !keeps : keeps || (state !== 'on-track' && state !== 'reached')
        expect(isTrue).toBe(true)
      }),
    )
  })

  it('one more never helps against a limit and never harms what is to be reached', () => {
    const rank = { missed: 0, 'off-track': 1, unknown: 2, 'on-track': 3, reached: 4 }
    fc.assert(
      fc.property(levels, ways, series, fc.nat(11), (level, way, now, at) => {
        const place = Math.min(at, now.length - 1)
        const more = now.map((value, i) => (i === place ? value + 7 : value))
        const base = lay(
          way.rhythm,
          2025,
          Array.from({ length: 12 }, () => 20),
        )
        const side = (toGoal(level) as Numbered).side
        const [less, greater] = [now, more].map(
          (values) => rank[judge(level, new Map([...base, ...lay(way.rhythm, 2026, values)]), { way }).state],
        )
        const [worse, better] = side === 'ceiling' ? [greater, less] : [less, greater]
        expect(worse).toBeLessThanOrEqual(better ?? 0)
      }),
    )
  })

  it('the path of a change ends at what the year asks for', () => {
    const changes = levels.filter((level) => level.direction !== null && toGoal(level).kind === 'change')
    fc.assert(
      fc.property(changes, ways, series, (level, way, before) => {
        const path = toPath(toGoal(level), way, YEAR, new Map(lay(way.rhythm, 2025, before)))
        const end = path.at(-1)
        fc.pre(end !== undefined && end.goal !== null)
        expect(end?.wanted).toBe(end?.goal)
      }),
    )
  })
})
