import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { atDuty, planText, readPlan } from './plan-testing.ts'

describe('an order of a few words', () => {
  it.each([
    ['Yêu cầu các đơn vị báo cáo.', 'các đơn vị'],
    ['Yêu cầu các đơn vị báo cáo kết quả thực hiện.', 'các đơn vị'],
    ['Đề nghị các sở, ngành phối hợp.', 'các sở, ngành'],
    ['Yêu cầu Ủy ban nhân dân các xã, phường tổ chức thực hiện.', 'Ủy ban nhân dân các xã, phường'],
  ])('%s', (line, lead) => {
    expect(atDuty(readPlan({ duties: [line] }).tasks).map((task) => task.lead)).toEqual([[lead]])
  })

  it('is a duty as a section of its own', () => {
    const text = planText({}).replace('II. NHIỆM VỤ', 'III. Sở Y tế bố trí xe cứu thương.\n\nIV. NHIỆM VỤ')
    expect(readDocument({ text, agencies: noAgencies }).tasks[0]).toMatchObject({
      path: 'III',
      lead: ['Sở Y tế'],
    })
  })
})

describe('what is asked of the work itself orders nobody', () => {
  it.each([
    'Yêu cầu: nội dung tuyên truyền ngắn gọn, dễ hiểu.',
    'Yêu cầu chung',
    'Yêu cầu các nội dung tuyên truyền ngắn gọn, dễ hiểu.',
  ])('%s', (line) => {
    expect(atDuty(readPlan({ duties: [line] }).tasks)).toEqual([])
  })

  it('nor do requirements below aims and requirements', () => {
    const text = planText({})
      .replace('I. MỤC TIÊU', 'I. MỤC ĐÍCH, YÊU CẦU')
      .replace(
        '2. Không để xảy ra ùn tắc giao thông kéo dài.',
        '2. Yêu cầu các đơn vị triển khai nghiêm túc, hiệu quả.',
      )
    const paths = readDocument({ text, agencies: noAgencies }).tasks.map(({ path }) => path)
    expect(paths).toEqual(['II.1', 'II.2'])
  })
})
