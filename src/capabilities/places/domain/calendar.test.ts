import { describe, expect, it } from 'vitest'
import { checkCalendar, isDayOff, type WorkCalendar } from './calendar.ts'
import { day } from './testing.ts'

/** The year 2025 as announced. */
const year2025: WorkCalendar = {
  year: 2025,
  source: 'Thông báo 6150/TB-BLĐTBXH',
  holidays: [
    { name: 'Tết Dương lịch', from: day('2025-01-01'), to: day('2025-01-01') },
    { name: 'Tết Nguyên đán Ất Tỵ', from: day('2025-01-25'), to: day('2025-02-02') },
    { name: 'Giỗ Tổ Hùng Vương', from: day('2025-04-05'), to: day('2025-04-07') },
    { name: 'Ngày Chiến thắng và Ngày Quốc tế lao động', from: day('2025-04-30'), to: day('2025-05-04') },
    { name: 'Quốc khánh', from: day('2025-08-30'), to: day('2025-09-02') },
  ],
  makeUpDays: [{ on: day('2025-04-26'), insteadOf: day('2025-05-02') }],
}

describe('days off', () => {
  it.each([
    ['2025-01-01', true],
    ['2025-01-02', false],
    ['2025-01-04', true],
    ['2025-01-24', false],
    ['2025-01-25', true],
    ['2025-02-02', true],
    ['2025-02-03', false],
    // A Saturday on which offices work, and the Friday given for it.
    ['2025-04-26', false],
    ['2025-05-02', true],
    ['2025-05-05', false],
  ])('%s: %s', (on, off) => {
    expect(isDayOff(day(on), year2025)).toBe(off)
  })
})

describe('days of a year that nobody has entered', () => {
  it.each(['2024-12-31', '2026-01-01', '2026-01-03', '2026-09-02'])('%s: nothing is known', (on) => {
    expect(isDayOff(day(on), year2025)).toBeUndefined()
  })
  it('but for the holiday that runs across New Year', () => {
    const across = { name: 'Tết Dương lịch', from: day('2024-12-31'), to: day('2025-01-01') }
    const holidays = [across, ...year2025.holidays.slice(1)]
    expect(isDayOff(day('2024-12-31'), { ...year2025, holidays })).toBe(true)
  })
})

describe('a calendar that can be used', () => {
  it('has nothing to say', () => {
    expect(checkCalendar(year2025)).toEqual([])
    expect(checkCalendar({ ...year2025, holidays: [], makeUpDays: [] })).toEqual([])
  })
})

describe('a calendar that cannot be used', () => {
  const holiday = (from: string, to: string, name = 'Lễ') => ({ name, from: day(from), to: day(to) })
  const makeUp = (on: string, insteadOf: string) => ({ on: day(on), insteadOf: day(insteadOf) })
  it.each([
    ['không có ngày 2025-02-30', { holidays: [holiday('2025-02-28', '2025-02-30')] }],
    ['kết thúc trước', { holidays: [holiday('2025-09-03', '2025-09-01')] }],
    ['không nằm trong năm 2025', { holidays: [holiday('2026-01-01', '2026-01-01')] }],
    ['dài bất thường', { holidays: [holiday('2025-01-01', '2025-03-01')] }],
    [
      'trùng ngày nhau',
      { holidays: [holiday('2025-01-25', '2025-02-02'), holiday('2025-02-02', '2025-02-03')] },
    ],
    [
      'trùng ngày nhau',
      { holidays: [holiday('2025-01-27', '2025-01-28'), holiday('2025-01-25', '2025-02-02')] },
    ],
    ['không phải thứ Bảy hay Chủ nhật', { makeUpDays: [makeUp('2025-04-25', '2025-05-02')] }],
    ['đã là ngày nghỉ hằng tuần', { makeUpDays: [makeUp('2025-04-26', '2025-05-03')] }],
    ['nằm trong kỳ nghỉ', { makeUpDays: [makeUp('2025-05-03', '2025-05-02')] }],
    ['không nằm trong kỳ nghỉ nào', { makeUpDays: [makeUp('2025-04-26', '2025-05-09')] }],
    [
      'bị ghi hai lần',
      { makeUpDays: [makeUp('2025-04-26', '2025-05-02'), makeUp('2025-04-26', '2025-05-01')] },
    ],
  ])('says: %s', (words, change) => {
    expect(checkCalendar({ ...year2025, ...change }).join(' ')).toContain(words)
  })
})
