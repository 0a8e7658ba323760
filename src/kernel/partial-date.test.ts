import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPartialDate, formatRecurrence, parsePartialDate } from './partial-date.ts'

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

describe('a recurrence in words', () => {
  it.each([
    ['daily', 'hằng ngày'],
    ['daily 09:00,16:00', '09:00, 16:00 hằng ngày'],
    ['weekly fri 15:00', '15:00 thứ Sáu hằng tuần'],
    ['weekly', 'hằng tuần'],
    ['monthly 18', 'ngày 18 hằng tháng'],
    ['quarterly', 'hằng quý'],
    ['yearly 11-30', 'ngày 30/11 hằng năm'],
    ['every 6 months', '06 tháng một lần'],
    ['khi có yêu cầu', 'khi có yêu cầu'],
  ])('%s → %s', (value, words) => {
    expect(formatRecurrence(value)).toBe(words)
  })
})
