import { describe, expect, it } from 'vitest'
import { isPartialDate } from './due.ts'
import { toComparison } from './words.ts'

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
})

describe('a due day', () => {
  it.each(['2026', '2026-Q2', '2026-06', '2026-06-30', '2026-06-01/2026-06-30'])('%s is one', (text) =>
    expect(isPartialDate(text)).toBe(true),
  )
  it.each(['', '30/6/2026', '2026-06-31', '2026-Q0', '2026-06-01/', 'sớm'])('%j is none', (text) =>
    expect(isPartialDate(text)).toBe(false),
  )
})
