import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fallsWithin, formatPartialDate, parsePartialDate } from './partial-date.ts'

describe('a date known in part', () => {
  it.each([
    ['2024-06-30', '30/06/2024'],
    ['2024-06', 'tháng 6/2024'],
    ['2026-Q2', 'quý II/2026'],
    ['2030', 'năm 2030'],
    ['2025-11-20/2025-12-03', 'từ 20/11/2025 đến 03/12/2025'],
  ])('%s is written %s and read back', (value, words) => {
    expect(formatPartialDate(value)).toBe(words)
    expect(parsePartialDate(words)).toBe(value)
  })
  it.each([
    ['30/6/2024', '2024-06-30'],
    ['30.6.2024', '2024-06-30'],
    [' Ngày 30/6/2024 ', '2024-06-30'],
    ['6/2024', '2024-06'],
    ['tháng 6 năm 2024', '2024-06'],
    ['quý 4 năm 2026', '2026-Q4'],
    ['2026-02-28', '2026-02-28'],
    ['1/2026 - 3/2026', '2026-01/2026-03'],
  ])('%j is taken for %s', (typed, value) => {
    expect(parsePartialDate(typed)).toBe(value)
  })
  it.each([
    '',
    '31/4/2024',
    '29/2/2025',
    '32/1/2024',
    '13/2024',
    '0/2024',
    'quý V/2026',
    'mai',
    '3/2026 - 1/2026',
    '1 - 2 - 3',
    '99',
  ])('%j is refused', (typed) => {
    expect(parsePartialDate(typed)).toBeUndefined()
  })
  it('comes back from its own words, whatever the day', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const value = date.toISOString().slice(0, 10)
        expect(parsePartialDate(formatPartialDate(value))).toBe(value)
        expect(parsePartialDate(formatPartialDate(value.slice(0, 7)))).toBe(value.slice(0, 7))
      }),
    )
  })
})

describe('the days that a date concerns', () => {
  // The reporting month 12/2026.
  const within = (value: string) => fallsWithin(value, '2026-11-15', '2026-12-14')
  it.each([
    '2026-11-15',
    '2026-12-14',
    '2026-11',
    '2026-11-20/2026-12-03',
    '2026-01-01/2026-12-31',
    '2026-10/2026-11',
    '2026-Q4/2027-Q1',
  ])('%s lies in the reporting month', (value) => expect(within(value)).toBe(true))
  it.each(['2026-11-14', '2026-12-15', '2026-12', '2026', '2026-Q4', '2025-12-01', '2026-01-01/2026-11-14'])(
    '%s does not',
    (value) => expect(within(value)).toBe(false),
  )
  it('a month ends with its last day, in leap years too', () => {
    expect(fallsWithin('2028-02', '2028-02-29', '2028-02-29')).toBe(true)
    expect(fallsWithin('2026-02', '2026-02-28', '2026-02-28')).toBe(true)
    expect(fallsWithin('2026', '2026-12-15', '2027-01-14')).toBe(true)
    expect(fallsWithin('2026-Q2', '2026-06-15', '2026-07-14')).toBe(true)
  })
})
