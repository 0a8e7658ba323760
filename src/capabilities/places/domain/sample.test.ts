import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, formatPlainDate, parsePlainDate } from '#kernel/plain-date.ts'
import { fillSample } from './sample.ts'
import { day } from './testing.ts'

const on = day('2026-11-21')

describe('a template on the day of installation', () => {
  it.each([
    ['{{date:+0}}', '21/11/2026'],
    ['{{date:-320}}', '05/01/2026'],
    ['{{long:-320}}', 'ngày 05 tháng 01 năm 2026'],
    ['{{year-1}}/{{year}}/{{year+1}}', '2025/2026/2027'],
    ['{{month:+2}}', '01/2027'],
    ['{{month:-11}}', '12/2025'],
    ['{{day:30/6}}', '30/6/2026'],
    ['{{day:15/12,-1}}', '15/12/2025'],
    ['Số 11/KH-UBND {{ year }}', 'Số 11/KH-UBND 2026'],
    ['không có ngoặc', 'không có ngoặc'],
  ])('%s → %s', (template, text) => {
    expect(fillSample(template, on)).toBe(text)
  })

  it.each([
    '{{day:31/4}}',
    '{{day:29/2}}',
    '{{tomorrow}}',
    '{{date:}}',
    '{{date:abc}}',
    '{{}}',
    '{{year*2}}',
  ])('refuses %s instead of printing something near', (template) => {
    expect(() => fillSample(`Ngày ${template}`, on)).toThrow('không hiểu')
  })

  it('prints any day within reach as the calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), (count) => {
        const text = fillSample(`{{date:${count}}}`, on)
        const [dd, mm, yyyy] = text.split('/')
        expect(parsePlainDate(`${yyyy}-${mm}-${dd}`)).toBe(addDays(on, count))
        expect(text).toBe(formatPlainDate(addDays(on, count)))
      }),
    )
  })
})
