import { describe, expect, it } from 'vitest'
import { isRecurrence } from '../value-check.ts'
import { datesOf, rhythmOf, spreadRecurrence } from './known-dates.ts'
import { readPlan } from './plan-testing.ts'

describe('several days of one recurrence', () => {
  it.each([
    ['yearly 06-10,12-10', ['yearly 06-10', 'yearly 12-10']],
    ['monthly 5,20', ['monthly 5', 'monthly 20']],
    ['yearly 11-30', ['yearly 11-30']],
    ['daily 09:00,16:00', ['daily 09:00,16:00']],
    ['monthly,quarterly', ['monthly,quarterly']],
  ])('%s', (recurrence, spread) => {
    expect(spreadRecurrence(recurrence)).toEqual(spread)
  })

  it.each([
    ['trước ngày 10/6 và ngày 10/12 hằng năm', 'yearly 12-10'],
    ['định kỳ hằng tháng, quý, năm', 'monthly'],
    ['trước ngày 15 tháng cuối quý', 'quarterly 15'],
  ])('%s is one rhythm for a task', (text, rhythm) => {
    const [mention] = datesOf(text)
    expect(mention && rhythmOf(mention)).toBe(rhythm)
  })

  it('the first month of a quarter is not its last', () => {
    expect(datesOf('vào ngày 05 tháng đầu của quý').map((mention) => mention.recurrence)).toEqual([null])
  })

  it('are a deadline each, in a sentence as in a cell, in the forms of the contract', () => {
    const words = 'Báo cáo kết quả trước ngày 10/6 và ngày 10/12 hằng năm'
    const { deadlines, tasks } = readPlan({
      duties: [`Sở Nội vụ ${words.toLowerCase()}.`],
      annex: `PHỤ LỤC\nPHÂN CÔNG\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|
| 1 | Báo cáo kết quả thực hiện | Sở Nội vụ | Trước ngày 10/6 và ngày 10/12 hằng năm |`,
    })
    const at = (path: string) => deadlines.filter((one) => one.path === path).map((one) => one.recurrence)
    expect(at('II.3')).toEqual(['yearly 06-10', 'yearly 12-10'])
    expect(at('PL.1')).toEqual(['yearly 06-10', 'yearly 12-10'])
    for (const one of [...deadlines, ...tasks])
      expect(one.recurrence === null || isRecurrence(one.recurrence)).toBe(true)
  })
})
