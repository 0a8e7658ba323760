import { describe, expect, it } from 'vitest'
import { task } from './review-testing.ts'
import { checkValue, isPartialDate, isRecurrence } from './value-check.ts'
import type { TargetValue } from './review-api.ts'

describe('a day as far as it is known', () => {
  it.each(['2030', '2026-Q2', '2024-06', '2024-06-30', '2024-02-29', '2025-11-20/2025-12-03', '2026/2030'])(
    '%s is one',
    (text) => expect(isPartialDate(text)).toBe(true),
  )
  it.each([
    '',
    '30/6/2026',
    '2026-02-29',
    '2026-04-31',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-6-1',
    '2026-12-03/2026-11-20',
    '2026/',
    '2026/2027/2028',
    'quý II',
  ])('%s is none', (text) => expect(isPartialDate(text)).toBe(false))
})

describe('a rhythm', () => {
  it.each([
    'yearly 11-30',
    'yearly',
    'monthly 18',
    'monthly',
    'quarterly',
    'every 6 months',
    'weekly fri 15:00',
    'weekly',
    'daily 09:00,16:00',
    'yearly 02-29',
  ])('%s is one', (text) => expect(isRecurrence(text)).toBe(true))
  it.each([
    '',
    'yearly 30-11',
    'yearly 02-30',
    'monthly 32',
    'monthly 0',
    'every 0 months',
    'weekly xyz',
    'daily 25:00',
    'hằng tháng',
    'monthly 18 x',
  ])('%s is none', (text) => expect(isRecurrence(text)).toBe(false))
})

describe('a value that a person typed', () => {
  const target = (change: Partial<TargetValue>): TargetValue => ({
    kind: 'target',
    indicator: 'số người chết',
    comparator: '>=',
    value: 5,
    unit: '%',
    direction: 'decrease',
    baseline: 2025,
    ...change,
  })

  it('may keep what the reader said, however strange', () => {
    const strange = task('x', { due: 'quý II/2026' })
    expect(checkValue({ ...strange, output: 'báo cáo' }, strange)).toEqual([])
    expect(checkValue(task('x', { due: 'quý III/2026' }), strange)).toHaveLength(1)
  })

  it.each<[Partial<TargetValue>, number]>([
    [{}, 0],
    [{ value: null }, 0],
    [{ comparator: 'range', value: [5, 10] }, 0],
    [{ comparator: 'range', value: [10, 5] }, 1],
    [{ comparator: 'range', value: 5 }, 1],
    [{ value: [5, 10] }, 1],
  ])('a target with %j has %i faults', (change, count) => {
    expect(checkValue(target(change), undefined)).toHaveLength(count)
  })
})
