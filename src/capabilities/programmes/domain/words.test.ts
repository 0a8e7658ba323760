import { describe, expect, it } from 'vitest'
import { isPartialDate } from './due.ts'
import { toComparison, toFrequencies, toRecurrence } from './words.ts'

describe('codes in the words of the offices', () => {
  it.each([
    ['>=', 90, 'từ 90 trở lên'],
    ['<=', 5.5, 'không quá 5,5'],
    ['=', 1234567, '1.234.567'],
    ['>', 0, 'trên 0'],
    ['<', -3, 'dưới -3'],
    ['range', [5, 10], '5 - 10'],
    ['=', null, ''],
  ] as const)('%s %j is %j', (comparator, value, expected) => {
    expect(toComparison(comparator, value === null || typeof value === 'number' ? value : [...value])).toBe(
      expected,
    )
  })

  it.each([
    ['yearly 11-30', 'ngày 30/11 hằng năm'],
    ['yearly', 'hằng năm'],
    ['monthly 18', 'ngày 18 hằng tháng'],
    ['quarterly', 'hằng quý'],
    ['every 6 months', '6 tháng một lần'],
    ['weekly fri 15:00', '15:00 thứ Sáu hằng tuần'],
    ['daily 09:00,16:00', '09:00, 16:00 hằng ngày'],
    ['thỉnh thoảng', 'thỉnh thoảng'],
    [null, ''],
  ])('%j is %j', (text, expected) => expect(toRecurrence(text)).toBe(expected))

  it('joins rhythms', () => expect(toFrequencies(['monthly', 'on event'])).toBe('hằng tháng, đột xuất'))
})

describe('a due day', () => {
  it.each(['2026', '2026-Q2', '2026-06', '2026-06-30', '2026-06-01/2026-06-30'])('%s is one', (text) =>
    expect(isPartialDate(text)).toBe(true),
  )
  it.each(['', '30/6/2026', '2026-06-31', '2026-Q0', '2026-06-01/', 'sớm'])('%j is none', (text) =>
    expect(isPartialDate(text)).toBe(false),
  )
})
