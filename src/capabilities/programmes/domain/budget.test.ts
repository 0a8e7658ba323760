import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDong, formatDong, MOST_DONG, readDong, toDecimals } from './budget-amount.ts'
import {
  addSums,
  BUDGET_SOURCES,
  MONEY_KINDS,
  shareOut,
  sumEntries,
  tellMark,
  toMarks,
  toSection,
  type MoneyEntry,
} from './budget.ts'

describe('an amount', () => {
  it.each([
    [1_234_567_890, '1.234.567.890', '1.234,56789'],
    [1_500_000_000, '1.500.000.000', '1.500'],
    [999, '999', '0,000999'],
    [0, '0', '0'],
    [-2_500_000, '-2.500.000', '-2,5'],
    [MOST_DONG, '100.000.000.000.000', '100.000.000'],
  ])('%d is written in đồng and in millions', (amount, dong, million) => {
    expect([formatDong(amount), formatDong(amount, 'million')]).toEqual([dong, million])
  })

  it('has the decimals of its column', () => {
    expect(toDecimals([1_500_000, 2_000_000, 1_250_000], 'million')).toBe(2)
    expect(formatDong(1_500_000, 'million', 2)).toBe('1,50')
    expect(toDecimals([1_500_001], 'dong')).toBe(0)
  })

  it('is read as it was written, in either unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MOST_DONG, max: MOST_DONG }), (amount) => {
        expect(readDong(formatDong(amount))).toBe(amount)
        expect(readDong(formatDong(amount, 'million'), 'million')).toBe(amount)
      }),
    )
  })

  it('is never added through a fraction, nor beyond what is exact', () => {
    expect(addDong([MOST_DONG, -1, 1])).toBe(MOST_DONG)
    expect(() => addDong([0.5])).toThrow(RangeError)
    expect(() => addDong(Array.from({ length: 91 }, () => MOST_DONG))).toThrow(RangeError)
  })
})

const entry = fc.record<MoneyEntry>({
  kind: fc.constantFrom(...MONEY_KINDS),
  amount: fc.integer({ min: -1_000_000_000, max: 1_000_000_000_000 }),
})
const lines = fc.array(
  fc
    .record({
      agency: fc.constantFrom('', 'so-a', 'so-b', 'so-c'),
      source: fc.constantFrom(...BUDGET_SOURCES),
      place: fc.constantFrom('', 'I.1', 'I.2', 'II', 'III.2.a'),
      entries: fc.array(entry, { maxLength: 8 }),
    })
    .map(({ entries, ...line }) => ({ ...line, sums: sumEntries(entries) })),
)

describe('sums', () => {
  it('come to one total, whatever they are added up by', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const total = addSums(all.map(({ sums }) => sums))
        for (const keyOf of [
          (line: (typeof all)[number]) => line.agency,
          (line: (typeof all)[number]) => line.source,
          (line: (typeof all)[number]) => toSection(line.place),
        ]) {
          const shares = shareOut(all, keyOf)
          expect(addSums(shares.map(({ sums }) => sums))).toEqual(total)
          expect(shares.reduce((sum, share) => sum + share.lines, 0)).toBe(all.length)
          expect(new Set(shares.map(({ key }) => key)).size).toBe(shares.length)
        }
      }),
    )
  })

  it('do not depend on the order of the entries', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(sumEntries(entries.toReversed())).toEqual(sumEntries(entries))
      }),
    )
  })

  it('forget an entry that was taken back', () => {
    const estimate = { kind: 'estimate' as const, amount: 5_000_000 }
    expect(sumEntries([estimate, { ...estimate, amount: -5_000_000 }])).toEqual(sumEntries([]))
  })
})

describe('marks', () => {
  it.each([
    [{ estimate: 10, allocated: 12, spent: 11 }, ['allocated-over-estimate'], ['Cấp vượt dự toán 2 đồng']],
    [{ estimate: 10, allocated: 5, spent: 6 }, ['spent-over-allocated'], ['Chi vượt số đã cấp 1 đồng']],
    [
      { estimate: 0, allocated: 0, spent: 7 },
      ['spent-over-allocated', 'no-estimate'],
      ['Chi vượt số đã cấp 7 đồng', 'Chưa có dự toán'],
    ],
  ])('%j say what to look at', (sums, marks, words) => {
    expect(toMarks(sums)).toEqual(marks)
    expect(toMarks(sums).map((mark) => tellMark(mark, sums))).toEqual(words)
  })

  it.each([
    { estimate: 10, allocated: 10, spent: 10 },
    { estimate: 10, allocated: 0, spent: 0 },
    { estimate: 0, allocated: 0, spent: 0 },
  ])('%j have nothing to say', (sums) => {
    expect(toMarks(sums)).toEqual([])
  })
})
