import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

const count = (line: string) => atDuty(readPlan({ duties: [line] }).tasks).length

describe('readOrdinals parts nothing', () => {
  it.each([
    'Sở Giáo dục và Đào tạo tổ chức tuyên truyền, vì hai lẽ: thứ nhất, nhận thức của học sinh còn hạn chế; thứ hai, nhiều phụ huynh giao xe cho con.',
    'Sở Xây dựng chuẩn bị nội dung trình kỳ họp thứ nhất, thứ hai của Hội đồng nhân dân tỉnh.',
    'Công an tỉnh tuần tra vào ngày thứ hai, thứ ba hằng tuần trên các tuyến trọng điểm.',
    'Sở Y tế sơ kết lần thứ hai, báo cáo Ủy ban nhân dân tỉnh.',
  ])('%s', (line) => {
    expect(count(line)).toBe(1)
  })
})
