import { describe, expect, it } from 'vitest'
import { readDay, writeDay } from './day-text.ts'

describe('a typed day', () => {
  it.each([
    ['21/11/2026', '2026-11-21'],
    ['1/3/2026', '2026-03-01'],
    ['01-03-2026', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['29/02/2028', '2028-02-29'],
    ['21112026', '2026-11-21'],
    [' 5 / 6 / 2026 ', '2026-06-05'],
    ['2026-11-21', '2026-11-21'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toEqual({ kind: 'day', day })
  })

  it.each(['31/04/2026', '29/02/2026', '00/01/2026', '13/13/2026'])('%s is in no calendar', (text) => {
    expect(readDay(text)).toMatchObject({ kind: 'wrong', message: expect.stringContaining(text) })
  })

  it.each(['5/3/26', 'hôm nay', '2026', '5 tháng 3 năm 2026', '1/2/3/2026'])(
    '%s is not in the form',
    (text) => {
      expect(readDay(text).kind).toBe('wrong')
    },
  )

  it('is empty when nothing is typed, and written back as offices write', () => {
    expect(readDay('  ').kind).toBe('empty')
    expect(writeDay('2026-03-05')).toBe('05/03/2026')
    expect(writeDay(undefined)).toBe('')
    expect(writeDay('2026-02-30')).toBe('')
  })
})
