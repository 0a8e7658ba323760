import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReportPeriod, shiftReportPeriod, toReportPeriod } from './period.ts'

describe('the administrative reporting month', () => {
  it.each([
    ['2026-11-21', '2026-12', '2026-11-15', '2026-12-14'],
    ['2026-11-14', '2026-11', '2026-10-15', '2026-11-14'],
    ['2026-11-15', '2026-12', '2026-11-15', '2026-12-14'],
    // The year turns on 15 December.
    ['2026-12-14', '2026-12', '2026-11-15', '2026-12-14'],
    ['2026-12-15', '2027-01', '2026-12-15', '2027-01-14'],
    ['2027-01-01', '2027-01', '2026-12-15', '2027-01-14'],
  ])('%s lies in %s', (day, id, from, to) => {
    expect(toReportPeriod(day)).toMatchObject({ id, from, to })
  })

  it('prints the month of its end', () => {
    expect(toReportPeriod('2021-09-01').label).toBe('Tháng 09/2021')
  })

  it('refuses what is no period', () => {
    for (const wrong of ['', '2026', '2026-00', '2026-13', '2026-1', 'kỳ 11', undefined])
      expect(parseReportPeriod(wrong)).toBeUndefined()
  })

  it('leaves no gap and no overlap between neighbours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const period = parseReportPeriod(`${year}-${String(month).padStart(2, '0')}`)
        const next = period && shiftReportPeriod(period, 1)
        expect(period?.to.slice(0, 8)).toBe(next?.from.slice(0, 8))
        expect([period?.to.slice(8), next?.from.slice(8)]).toEqual(['14', '15'])
        expect(next && shiftReportPeriod(next, -1)).toEqual(period)
      }),
    )
  })
})
