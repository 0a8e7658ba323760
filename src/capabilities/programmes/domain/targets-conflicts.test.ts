import { describe, expect, it } from 'vitest'
import {
  indicatorKey,
  listContradictions,
  listDifferentLevels,
  type StatedTarget,
} from './targets-conflicts.ts'

let count = 0
const stated = (over: Partial<StatedTarget['target']>, years: readonly number[] = [2026]): StatedTarget => ({
  target: {
    id: `t${++count}`,
    programme: 'tinh',
    path: 'II.1',
    spans: [{ start: count * 100, end: count * 100 + 20 }],
    indicator: 'Số người chết do TNGT',
    comparator: '>=',
    value: 5,
    unit: '%',
    direction: 'decrease',
    ...over,
  },
  years,
})
const finding = (targets: readonly StatedTarget[], paths: readonly string[]) => ({
  kind: 'contradictory-targets' as const,
  message: 'Chỉ tiêu có hai giá trị khác nhau.',
  paths: [...paths],
  spans: targets.flatMap(({ target }) => target.spans),
})

describe('the same indicator', () => {
  it('is known in other words', () => {
    const key = indicatorKey('Số người chết do TNGT')
    expect(indicatorKey('số người chết vì tai nạn giao thông trên địa bàn tỉnh')).toBe(key)
  })

  it('is not known where a word tells another thing', () => {
    const key = indicatorKey('Số người chết do TNGT')
    expect(indicatorKey('Số người bị thương do TNGT')).not.toBe(key)
    expect(indicatorKey('Số vụ TNGT')).not.toBe(key)
  })
})

describe('targets stand together', () => {
  it('which one plan states twice, as the reader found', () => {
    const two = [stated({ path: 'II.2' }), stated({ path: 'V.9.a', value: 10 })]
    const other = stated({ path: 'II.2', indicator: 'Ùn tắc giao thông' })
    const [group, ...more] = listContradictions([finding(two, ['II.2', 'V.9.a'])], [...two, other])
    expect(group).toMatchObject({ kind: 'contradiction', targets: two.map(({ target }) => target.id) })
    expect(more).toEqual([])
  })

  it('which several plans of a year state at different levels', () => {
    const mine = stated({})
    const theirs = stated({ programme: 'xa', indicator: 'Số người chết vì tai nạn giao thông', value: 10 })
    expect(listDifferentLevels([mine, theirs])).toEqual([
      {
        kind: 'levels',
        indicator: 'Số người chết do TNGT',
        message: 'Chỉ tiêu “Số người chết do TNGT” năm 2026 có mức khác nhau trong 2 kế hoạch.',
        targets: [mine.target.id, theirs.target.id],
      },
    ])
  })

  it('once, though the plans share several years', () => {
    const years = [2026, 2027]
    expect(
      listDifferentLevels([stated({}, years), stated({ programme: 'xa', value: 8 }, years)]),
    ).toHaveLength(1)
  })
})

describe('targets do not stand together', () => {
  it.each<[string, StatedTarget[]]>([
    ['at the same level', [stated({}), stated({ programme: 'xa' })]],
    ['of different years', [stated({}), stated({ programme: 'xa', value: 8 }, [2027])]],
    ['of one plan', [stated({}), stated({ value: 8 })]],
    ['in other units', [stated({}), stated({ programme: 'xa', value: 8, unit: 'người' })]],
    ['that rise and fall', [stated({}), stated({ programme: 'xa', direction: 'increase', value: 8 })]],
    ['of another thing', [stated({}), stated({ programme: 'xa', indicator: 'Số vụ TNGT', value: 8 })]],
  ])('%s', (_, targets) => {
    expect(listDifferentLevels(targets)).toEqual([])
  })

  it('when a finding is of another kind, or only one of them is left', () => {
    const [one, two] = [stated({ path: 'II.2' }), stated({ path: 'V.9.a' })]
    const about = finding([one, two], ['II.2', 'V.9.a'])
    expect(listContradictions([{ ...about, kind: 'task-without-lead' }], [one, two])).toEqual([])
    expect(listContradictions([about], [one])).toEqual([])
  })
})
