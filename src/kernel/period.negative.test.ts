import { describe, expect, it } from 'vitest'
import { listPeriods, parsePeriodId, samePeriodLastYear, toPeriod, type Period } from './period.ts'
import type { PlainDate } from './plain-date.ts'

describe('no period', () => {
  it.each([
    '',
    'month:2026-M13',
    'month:2026-M00',
    'month:2026-M3',
    'month:2026-Q1',
    'quarter:2026-Q5',
    'half:2026-H3',
    'year:2026-M01',
    'year:26',
    'police-week:2026-W54',
    'police-week:2026-W1',
    'tuần:2026-W01',
    'month:2026-M03 ',
    'Month:2026-M03',
  ])('is read from %j', (text) => expect(parsePeriodId(text)).toBeUndefined())

  it.each([
    ['month', 2026, 13],
    ['month', 2026, 0],
    ['quarter', 2026, 1.5],
    ['year', 2026, 2],
    ['administrative-half', 2026, 3],
    ['police-week', 2026, 54],
    ['month', 2026.5, 1],
    ['month', 0, 1],
    ['month', 10_000, 1],
  ] as const)('is the %s of %d with number %d', (kind, year, index) =>
    expect(toPeriod(kind, year, index)).toBeUndefined(),
  )

  it('is listed where the end lies before the beginning', () =>
    expect(listPeriods('month', '2026-03-01' as PlainDate, '2026-02-28' as PlainDate)).toEqual([]))

  it('answers to a 53rd week in a year of 52', () => {
    // 2025 has 53 Wednesdays, 2024 has 52.
    const week = toPeriod('police-week', 2025, 53) as Period
    expect(week.to).toBe('2025-12-31')
    expect(samePeriodLastYear(week)).toBeUndefined()
  })
})
