import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

const dates = (line: string) =>
  atDuty(readPlan({ duties: [line] }).deadlines).map(({ kind, on, certainty }) => [kind, on, certainty])

describe('a span without a year', () => {
  it.each([
    ['Công an tỉnh mở đợt cao điểm xử lý nồng độ cồn từ ngày 15/5 đến 30/6.', '2026-05-15/2026-06-30'],
    ['Sở Xây dựng kiểm tra các bến thủy nội địa từ tháng 5 đến tháng 9.', '2026-05/2026-09'],
    ['Công an tỉnh tuần tra ban đêm từ ngày 20 đến ngày 30 tháng 4.', '2026-04-20/2026-04-30'],
    ['Ủy ban nhân dân các xã dọn dẹp hành lang từ ngày 01 đến 15 tháng 8.', '2026-08-01/2026-08-15'],
    ['Sở Tài chính thẩm định dự toán từ quý II đến quý III.', '2026-Q2/2026-Q3'],
    // Over the turn of the year the second end lies in the next one.
    ['Công an tỉnh ra quân tuần tra từ 20/12 đến 05/01 năm sau.', '2026-12-20/2027-01-05'],
  ])('%s', (line, on) => {
    expect(dates(line)).toEqual([['period', on, 'inferred']])
  })

  it('is one time on a line of time', () => {
    expect(dates('Tổ chức đợt cao điểm.\n\nThời gian: từ ngày 15/3 đến ngày 15/4.')).toEqual([
      ['period', '2026-03-15/2026-04-15', 'inferred'],
    ])
  })
})
