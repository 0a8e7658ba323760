import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, listOccurrences, toWorkingDay, type OfficeCalendar } from './occurrence.ts'
import { addDays, dayOfWeek, fromDayNumber, toDayNumber, type PlainDate } from './plain-date.ts'

const day = (text: string): PlainDate => text as PlainDate
const dues = (recurrence: string, from: string, to: string, calendar: OfficeCalendar = 'administrative') =>
  listOccurrences(recurrence, day(from), day(to), calendar).map(({ due }) => due as string)

describe('the days of a recurring duty', () => {
  it.each<[string, OfficeCalendar, string[]]>([
    ['monthly', 'administrative', ['2026-01-14', '2026-02-14', '2026-03-14']],
    ['monthly', 'calendar', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['monthly 18', 'administrative', ['2026-01-18', '2026-02-18', '2026-03-18']],
    ['monthly 31', 'calendar', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['monthly 30', 'calendar', ['2026-01-30', '2026-02-28', '2026-03-30']],
    ['quarterly', 'administrative', ['2026-03-14']],
    ['quarterly', 'calendar', ['2026-03-31']],
    ['quarterly 25', 'administrative', ['2026-03-25']],
    ['every 2 months', 'calendar', ['2026-02-28']],
    ['weekly', 'calendar', dues('weekly fri', '2026-01-01', '2026-03-31')],
  ])('%s by the %s calendar in the first quarter', (recurrence, calendar, wanted) =>
    expect(dues(recurrence, '2026-01-01', '2026-03-31', calendar)).toEqual(wanted),
  )

  it.each<[string, OfficeCalendar, string[]]>([
    ['every 6 months', 'administrative', ['2026-06-14', '2026-12-14']],
    ['every 6 months', 'calendar', ['2026-06-30', '2026-12-31']],
    // The report on the first nine months of a year.
    ['every 9 months', 'administrative', ['2026-09-14']],
    ['yearly', 'administrative', ['2026-12-14']],
    ['yearly', 'calendar', ['2026-12-31']],
    ['yearly 11-30', 'administrative', ['2026-11-30']],
    ['yearly 12', 'administrative', ['2026-12-31']],
  ])('%s by the %s calendar in a year', (recurrence, calendar, wanted) =>
    expect(dues(recurrence, '2026-01-01', '2026-12-31', calendar)).toEqual(wanted),
  )

  it('takes the last day of February for the 29th in common years', () =>
    expect(dues('yearly 02-29', '2023-01-01', '2025-12-31')).toEqual([
      '2023-02-28',
      '2024-02-29',
      '2025-02-28',
    ]))

  it('counts weeks and days from the first', () => {
    // 5 January 2026 is a Monday.
    expect(dues('weekly mon', '2026-01-01', '2026-01-20')).toEqual(['2026-01-05', '2026-01-12', '2026-01-19'])
    expect(dues('weekly fri 15:00', '2026-01-01', '2026-01-10')).toEqual(['2026-01-02', '2026-01-09'])
    expect(dues('every 10 days', '2026-01-01', '2026-01-31')).toEqual([
      '2026-01-01',
      '2026-01-11',
      '2026-01-21',
      '2026-01-31',
    ])
    expect(dues('daily 09:00,16:00', '2026-01-30', '2026-02-01')).toHaveLength(3)
    expect(dues('every 2 years', '2026-01-01', '2030-12-31')).toEqual([
      '2026-12-14',
      '2028-12-14',
      '2030-12-14',
    ])
  })

  it.each<[string, string, OfficeCalendar, string]>([
    // Decree 09/2019, article 12: closed on the 14th, reported after it.
    ['monthly 18', '2026-03-18', 'administrative', '2026-03-14'],
    ['monthly 15', '2026-03-15', 'administrative', '2026-03-14'],
    ['monthly 12', '2026-03-12', 'administrative', '2026-03-14'],
    ['monthly 5', '2026-03-05', 'administrative', '2026-02-14'],
    ['monthly 28', '2026-03-28', 'calendar', '2026-03-31'],
    ['monthly 5', '2026-03-05', 'calendar', '2026-02-28'],
    ['quarterly 25', '2026-03-25', 'administrative', '2026-03-14'],
    ['quarterly 10', '2026-06-10', 'calendar', '2026-06-30'],
    ['yearly 11-30', '2026-11-30', 'administrative', '2026-12-14'],
    ['every 6 months', '2026-06-14', 'administrative', '2026-06-14'],
  ])('%s: what is due on %s answers by the %s calendar for the period to %s', (rhythm, at, calendar, to) =>
    expect(listOccurrences(rhythm, day(at), day(at), calendar)[0]?.period?.to).toBe(to),
  )

  it.each(['once', 'on event', '', 'every', 'every 3', 'every x months', 'weekly sau', 'thỉnh thoảng'])(
    '%j has none',
    (recurrence) => expect(dues(recurrence, '2026-01-01', '2026-12-31')).toEqual([]),
  )

  it('has none where the end lies before the beginning', () =>
    expect(dues('daily', '2026-02-01', '2026-01-31')).toEqual([]))
})

describe('recounted day by day', () => {
  const FROM = toDayNumber(day('2019-12-01'))
  const isLast = (at: PlainDate): boolean => addDays(at, 1).endsWith('-01')
  /** What a clerk with a calendar on the wall would tick. */
  const ticks: readonly (readonly [string, (at: PlainDate) => boolean])[] = [
    ['daily', () => true],
    ['weekly wed', (at) => dayOfWeek(at) === 3],
    ['monthly', (at) => at.endsWith('-14')],
    ['monthly 18', (at) => at.endsWith('-18')],
    ['monthly 31', isLast],
    ['quarterly', (at) => /-(?:03|06|09|12)-14$/u.test(at)],
    ['quarterly 31', (at) => /-(?:03|06|09|12)-/u.test(at) && isLast(at)],
    ['every 4 months', (at) => /-(?:04|08|12)-14$/u.test(at)],
    ['every 6 months', (at) => /-(?:06|12)-14$/u.test(at)],
    ['yearly 06-20', (at) => at.endsWith('-06-20')],
    ['yearly 02', (at) => at.slice(5, 7) === '02' && isLast(at)],
    ['yearly', (at) => at.endsWith('-12-14')],
  ]
  it('every rhythm falls on the days that a clerk would tick, and on no other', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...ticks),
        fc.integer({ min: FROM, max: FROM + 3000 }).map(fromDayNumber),
        fc.integer({ min: 0, max: 900 }),
        ([recurrence, ticked], from, length) => {
          const days = Array.from({ length: length + 1 }, (_, i) => addDays(from, i))
          const found = listOccurrences(recurrence, from, addDays(from, length), 'administrative')
          expect(found.map(({ due }) => due)).toEqual(days.filter(ticked))
        },
      ),
      { numRuns: 200 },
    ))
})

describe('working days', () => {
  const weekend = (at: PlainDate): boolean => dayOfWeek(at) >= 6
  it('move a term that ends on a day off to the first day of work', () => {
    // 21 November 2026 is a Saturday.
    expect(toWorkingDay(day('2026-11-21'), weekend)).toBe('2026-11-23')
    expect(toWorkingDay(day('2026-11-20'), weekend)).toBe('2026-11-20')
  })
  it('leave the day where no day is worked', () =>
    expect(toWorkingDay(day('2026-11-21'), () => true)).toBe('2026-11-21'))
  it('are counted without the first', () => {
    expect(addWorkingDays(day('2026-11-20'), 1, weekend)).toBe('2026-11-23')
    expect(addWorkingDays(day('2026-11-20'), 5, weekend)).toBe('2026-11-27')
    expect(addWorkingDays(day('2026-11-23'), -1, weekend)).toBe('2026-11-20')
    expect(addWorkingDays(day('2026-11-21'), 0, weekend)).toBe('2026-11-21')
  })
})
