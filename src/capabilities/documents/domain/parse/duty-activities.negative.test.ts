import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

describe('the lines of an activity are not activities themselves', () => {
  const activity = [
    'Tổ chức hội thi tìm hiểu luật',
    '- Cơ quan chủ trì: Sở Tư pháp.',
    '- Cơ quan phối hợp: Sở Giáo dục và Đào tạo.',
    '- Thời gian: trước ngày 30/9/2026.',
  ].join('\n\n')

  it('who, with whom and when belong to one task', () => {
    const tasks = atDuty(readPlan({ duties: [activity] }).tasks)
    expect(tasks).toHaveLength(1)
    expect(tasks[0]).toMatchObject({
      path: 'II.3',
      lead: ['Sở Tư pháp'],
      partners: ['Sở Giáo dục và Đào tạo'],
      due: '2026-09-30',
    })
  })

  it('an empty line names nobody', () => {
    const silent = [
      'Tổ chức hội thi tìm hiểu luật',
      '- Cơ quan chủ trì: Sở Tư pháp.',
      '- Cơ quan phối hợp:',
    ].join('\n\n')
    expect(atDuty(readPlan({ duties: [silent] }).tasks)[0]?.partners).toEqual([])
  })

  it('an impossible day is no date', () => {
    const tasks = atDuty(readPlan({ duties: [activity.replace('30/9/2026', '31/9/2026')] }).tasks)
    expect(tasks.map(({ due }) => due)).toEqual([null])
  })
})
