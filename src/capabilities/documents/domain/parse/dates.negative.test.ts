import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listDates } from './dates.ts'

describe('an impossible day is said, never corrected', () => {
  test.each(['ngày 31/4/2025', 'ngày 32 tháng 4 năm 2025', '128/8/2025', 'tháng 13/2024', 'ngày 29/02/2025'])(
    '%s',
    (text) => {
      const [date] = listDates(text)
      expect(date).toMatchObject({ impossible: true, value: null })
    },
  )
})

describe('what is no date stays none', () => {
  test.each([
    'Nghị định số 46/2017/NĐ-CP',
    'số 11/2024',
    'chi 1.200.000 đồng',
    'hỗ trợ 2000 người',
    'đạt 5% trở lên',
    'Km3+700 đến Km18',
    'trực 24/24',
    'lần thứ Tư trong lịch sử',
    'mức độ 4',
  ])('%s', (text) => {
    expect(listDates(text).filter((d) => d.value !== null)).toEqual([])
  })

  test('an anniversary is two days, not a span', () => {
    expect(listDates('(03/02/1930 - 03/02/2025)').map((d) => d.value)).toEqual(['1930-02-03', '2025-02-03'])
  })
})

test('no text makes it throw or point outside', () => {
  const word = fc.constantFrom(
    'ngày',
    'tháng',
    'năm',
    'quý',
    'II',
    '12',
    '/',
    '2025',
    'hằng',
    ' ',
    '-',
    'đến',
    'h',
    '00',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((w) => w.join(' ')),
        fc.array(word).map((w) => w.join('')),
      ),
      (text) => {
        for (const date of listDates(text)) {
          expect(date.start).toBeGreaterThanOrEqual(0)
          expect(date.end).toBeLessThanOrEqual(text.length)
          expect(date.end).toBeGreaterThan(date.start)
        }
      },
    ),
  )
})
