import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatPeriod,
  formatPeriodId,
  healthDayOf,
  listPeriods,
  nextPeriod,
  parsePeriodId,
  PERIOD_KINDS,
  periodOf,
  previousPeriod,
  samePeriodLastYear,
  toPeriod,
  yearToDate,
  type Period,
  type PeriodKind,
} from './period.ts'
import { addDays, fromDayNumber, toDayNumber, type PlainDate } from './plain-date.ts'

const day = (text: string): PlainDate => text as PlainDate
const of = (kind: PeriodKind, text: string): Period => periodOf(kind, day(text))
const FROM = toDayNumber(day('1990-01-01'))
const TO = toDayNumber(day('2090-12-31'))
const anyDay = fc.integer({ min: FROM, max: TO }).map(fromDayNumber)
const anyKind = fc.constantFrom(...PERIOD_KINDS)

describe('a period of the offices', () => {
  // As published: Lạng Sơn's report 112/BC-BATGT of 2021, the national six months of 2024, months of statistics.
  it.each<[PeriodKind, string, string, string]>([
    ['administrative-month', '2021-09-14', '2021-08-15', '2021-09-14'],
    ['administrative-month', '2021-09-15', '2021-09-15', '2021-10-14'],
    ['administrative-half', '2024-06-14', '2023-12-15', '2024-06-14'],
    ['administrative-half', '2024-06-15', '2024-06-15', '2024-12-14'],
    ['administrative-quarter', '2026-01-01', '2025-12-15', '2026-03-14'],
    ['administrative-year', '2025-12-15', '2025-12-15', '2026-12-14'],
    ['administrative-year', '2025-12-14', '2024-12-15', '2025-12-14'],
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['quarter', '2026-06-30', '2026-04-01', '2026-06-30'],
    ['half', '2026-07-01', '2026-07-01', '2026-12-31'],
    ['year', '2026-12-31', '2026-01-01', '2026-12-31'],
    // 19 November 2026 is a Thursday.
    ['police-week', '2026-11-19', '2026-11-19', '2026-11-25'],
    ['police-week', '2026-11-25', '2026-11-19', '2026-11-25'],
    ['police-week', '2026-11-26', '2026-11-26', '2026-12-02'],
  ])('%s of %s: from %s to %s', (kind, at, from, to) => expect(of(kind, at)).toMatchObject({ from, to }))

  it('belongs to the year that it is counted to', () => {
    expect(of('administrative-month', '2025-12-15')).toMatchObject({ year: 2026, index: 1 })
    expect(of('administrative-year', '2025-12-15').year).toBe(2026)
    // 31 December 2026 is a Thursday; its week ends on Wednesday 6 January 2027.
    expect(of('police-week', '2026-12-31')).toMatchObject({ year: 2027, index: 1 })
  })

  it('says its days where offices differ', () => {
    expect(formatPeriod(of('administrative-month', '2026-03-01'))).toBe(
      'tháng 3/2026 (từ 15/02/2026 đến 14/3/2026)',
    )
    expect(formatPeriod(of('administrative-half', '2024-01-01'))).toBe(
      '06 tháng đầu năm 2024 (từ 15/12/2023 đến 14/6/2024)',
    )
    expect(formatPeriod(of('quarter', '2026-05-01'))).toBe('quý II/2026')
    expect(formatPeriod(of('half', '2026-08-01'))).toBe('06 tháng cuối năm 2026')
    expect(formatPeriod(of('administrative-quarter', '2026-12-14'))).toBe(
      'quý IV/2026 (từ 15/9/2026 đến 14/12/2026)',
    )
    expect(formatPeriod(of('year', '2026-05-01'))).toBe('năm 2026')
    expect(formatPeriod(of('police-week', '2026-01-07'))).toBe('tuần 01/2026 (từ 01/01/2026 đến 07/01/2026)')
  })

  it('has the same period a year before, and a sum since the year began', () => {
    const month = of('administrative-month', '2026-03-01')
    expect(samePeriodLastYear(month)).toMatchObject({ from: '2025-02-15', to: '2025-03-14' })
    expect(yearToDate(month)).toEqual({ from: '2025-12-15', to: '2026-03-14' })
    expect(yearToDate(of('month', '2026-03-01'))).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  })

  it('counts a health day from seven to seven', () => {
    const holiday = { name: 'Tết', from: day('2026-02-14'), to: day('2026-02-22') }
    // 06:59 and 07:00 in Vietnam.
    expect(healthDayOf(holiday, '2026-02-13T23:59:00.000Z')).toBeUndefined()
    expect(healthDayOf(holiday, '2026-02-14T00:00:00.000Z')).toBe('2026-02-14')
    expect(healthDayOf(holiday, '2026-02-22T23:59:59.999Z')).toBe('2026-02-22')
    expect(healthDayOf(holiday, '2026-02-23T00:00:00.000Z')).toBeUndefined()
  })
})

describe('periods of one kind', () => {
  it('hold the day that they are asked for', () =>
    fc.assert(
      fc.property(anyKind, anyDay, (kind, at) => {
        const { from, to } = periodOf(kind, at)
        expect(from <= at && at <= to).toBe(true)
      }),
    ))

  it('leave no gap and never overlap', () =>
    fc.assert(
      fc.property(anyKind, anyDay, (kind, at) => {
        const period = periodOf(kind, at)
        const next = nextPeriod(period)
        expect(next.from).toBe(addDays(period.to, 1))
        expect(previousPeriod(next)).toEqual(period)
        for (const inside of [period.from, period.to]) expect(periodOf(kind, inside)).toEqual(period)
      }),
    ))

  it('are counted from 1 in their year, and each year begins where the one before ended', () =>
    fc.assert(
      fc.property(anyKind, fc.integer({ min: 1990, max: 2090 }), (kind, year) => {
        let period = toPeriod(kind, year, 1) as Period
        for (let index = 1; period.year === year; index++, period = nextPeriod(period))
          expect(period).toEqual(toPeriod(kind, year, index))
        expect(period).toEqual(toPeriod(kind, year + 1, 1))
      }),
    ))

  it('are listed whole and in order', () =>
    fc.assert(
      fc.property(anyKind, anyDay, fc.integer({ min: 0, max: 800 }), (kind, from, length) => {
        const to = addDays(from, length)
        const periods = listPeriods(kind, from, to)
        expect(periods[0]).toEqual(periodOf(kind, from))
        expect(periods.at(-1)).toEqual(periodOf(kind, to))
        for (const [i, period] of periods.slice(1).entries())
          expect(period.from).toBe(addDays(periods[i]?.to as PlainDate, 1))
      }),
    ))

  it('are read back as they are kept', () =>
    fc.assert(
      fc.property(anyKind, anyDay, (kind, at) => {
        const period = periodOf(kind, at)
        expect(parsePeriodId(formatPeriodId(period))).toEqual(period)
      }),
    ))
})
