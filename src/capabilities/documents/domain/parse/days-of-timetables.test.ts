import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'

const deadlinesOf = (body: string) => openPlan(body).deadlines.map(({ path, on }) => [path, on])
const table = (...times: readonly string[]): string => `I. NỘI DUNG
1. Sở Y tế tổ chức các buổi đối thoại theo lịch sau:

| TT | Nội dung | Cơ quan thực hiện | Thời gian (năm 2030) |
| --- | --- | --- | --- |
${times.map((time, i) => `| ${i + 1} | Giải đáp vướng mắc của người dân lần thứ ${i + 1} | Sở Nội vụ | ${time} |`).join('\n')}
`

describe('a day without a year in a timetable', () => {
  it('is of the one year of the plan', () =>
    expect(deadlinesOf(table('Từ 20 giờ 15 phút ngày 23 tháng 1', 'Ngày 13/3', '14/4/2030'))).toEqual([
      ['I.1.B1', '2030-01-23'],
      ['I.1.B2', '2030-03-13'],
      ['I.1.B3', '2030-04-14'],
    ]))

  it('is none where the calendar has no such day', () =>
    expect(deadlinesOf(table('Ngày 31/4', 'Ngày 30/02'))).toEqual([]))

  it('binds nobody in a sentence that sets no limit', () =>
    expect(
      deadlinesOf('I. NỘI DUNG\n1. Sở Y tế tuyên truyền hưởng ứng Ngày pháp luật ngày 9/11 đến người dân.'),
    ).toEqual([]))
})
