import { describe, expect, it } from 'vitest'
import { atAim, atDuty, readPlan } from './plan-testing.ts'

const falls = (aim: string) =>
  atAim(readPlan({ aims: [aim] }).targets).filter(({ rule }) => rule === 'target.without-figure')

describe('a fall that nobody aims at is none', () => {
  it.each([
    'Tăng cường tuyên truyền an toàn giao thông so với năm 2025.',
    'Hiện nay số vụ tai nạn giảm so với năm 2025.',
    'Tăng trưởng vận tải ổn định so với năm 2025.',
  ])('%s', (aim) => {
    expect(falls(aim)).toEqual([])
  })
})

describe('a ban for people is no figure of nought', () => {
  it.each([
    'Công an tỉnh xử lý người không có giấy phép lái xe.',
    'Sở Xây dựng bố trí nhân lực, không để công việc chậm trễ.',
    'Sở Y tế phối hợp nhịp nhàng, không có khó khăn nào phải chờ.',
  ])('%s', (duty) => {
    expect(atDuty(readPlan({ duties: [duty] }).targets)).toEqual([])
  })
})
