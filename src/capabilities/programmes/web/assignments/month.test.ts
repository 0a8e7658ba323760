import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import { parseMonth, shiftMonth, stepDay, toMonthDays, toWeeks, writeMonth } from './month.ts'

const november = { year: 2026, month: 11 }

describe('a month of the calendar', () => {
  it('is read and written as the address has it', () => {
    expect(parseMonth('2026-11')).toEqual(november)
    expect(writeMonth(november)).toBe('2026-11')
  })

  it('goes on over the end of the year', () => {
    expect(shiftMonth(november, 2)).toEqual({ year: 2027, month: 1 })
    expect(shiftMonth({ year: 2027, month: 1 }, -1)).toEqual({ year: 2026, month: 12 })
  })

  it('has the days that it has', () => {
    expect(toMonthDays(november)).toHaveLength(30)
    expect(toMonthDays({ year: 2028, month: 2 }).at(-1)).toBe('2028-02-29')
  })

  it('stands in weeks from Monday to Sunday', () => {
    // 1 November 2026 is a Sunday, 30 November a Monday.
    const weeks = toWeeks(november)
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
    expect(weeks[5]?.[0]).toBe('2026-11-30')
    expect(weeks.every((week) => week.length === 7)).toBe(true)
  })

  it('is walked by arrow keys', () => {
    const day = '2026-11-30' as PlainDate
    expect(stepDay(day, 'ArrowRight')).toBe('2026-12-01')
    expect(stepDay(day, 'ArrowUp')).toBe('2026-11-23')
    expect(stepDay(day, 'Enter')).toBeUndefined()
  })
})
