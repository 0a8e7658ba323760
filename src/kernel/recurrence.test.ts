import { describe, expect, it } from 'vitest'
import { formatRecurrence, formatRecurrences, formatWhen, recursWithin } from './recurrence.ts'

describe('a recurrence in words', () => {
  it.each([
    ['daily', 'hằng ngày'],
    ['daily 09:00,16:00', '09:00, 16:00 hằng ngày'],
    ['weekly fri 15:00', '15:00 thứ Sáu hằng tuần'],
    ['weekly sun', 'Chủ nhật hằng tuần'],
    ['weekly', 'hằng tuần'],
    ['monthly 18', 'ngày 18 hằng tháng'],
    ['monthly 5', 'ngày 05 hằng tháng'],
    ['quarterly', 'hằng quý'],
    ['quarterly 25', 'ngày 25 tháng cuối quý'],
    ['yearly', 'hằng năm'],
    ['yearly 11-30', 'ngày 30/11 hằng năm'],
    ['yearly 12', 'tháng 12 hằng năm'],
    ['every 6 months', '06 tháng một lần'],
    ['every 3 months', '03 tháng một lần'],
    ['every 10 days', '10 ngày một lần'],
    ['every 9 months', '09 tháng'],
    ['once', 'một lần'],
    ['on event', 'đột xuất'],
  ])('%s → %s', (value, words) => expect(formatRecurrence(value)).toBe(words))

  it.each(['', 'khi có yêu cầu', 'every', 'every 6', 'thỉnh thoảng'])('%j stays as it is', (value) =>
    expect(formatRecurrence(value)).toBe(value),
  )

  it('stands in one line with others', () => {
    expect(formatRecurrences(['monthly', 'on event'])).toBe('hằng tháng, đột xuất')
    expect(formatRecurrences([])).toBe('')
  })
})

describe('when a duty is due', () => {
  it.each([
    ['2026-06-30', null, '30/06/2026'],
    [null, 'monthly 5', 'ngày 05 hằng tháng'],
    ['2026', 'quarterly', 'năm 2026; hằng quý'],
    [null, null, ''],
  ])('%j and %j', (date, recurrence, words) => expect(formatWhen(date, recurrence)).toBe(words))
})

describe('a recurrence in a reporting month', () => {
  const within = (recurrence: string) => recursWithin(recurrence, '2026-12-15', '2027-01-14')
  it.each(['daily', 'daily 09:00,16:00', 'weekly fri 15:00', 'monthly 18', 'yearly 12-20', 'yearly 01-05'])(
    '%s comes round',
    (recurrence) => expect(within(recurrence)).toBe(true),
  )
  it.each(['yearly 11-30', 'yearly', 'on event', 'once', 'quarterly', 'every 6 months'])(
    '%s has no day in it that anybody could name',
    (recurrence) => expect(within(recurrence)).toBe(false),
  )
})
