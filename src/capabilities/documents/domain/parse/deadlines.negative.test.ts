import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

describe('a date that binds nobody is no deadline', () => {
  it.each([
    'Sở Y tế tiếp tục thực hiện Kế hoạch số 5/KH-UBND ngày 12/3/2025 của Ủy ban nhân dân tỉnh.',
    'Sở Y tế tuyên truyền Luật Trật tự, an toàn giao thông đường bộ năm 2024.',
    'Sở Y tế phân tích số người chết tăng so với cùng kỳ năm 2025.',
    'Sở Y tế công bố số điện thoại 0205.3812.345 và 113.',
    'Sở Xây dựng sửa chữa Quốc lộ 4A đoạn Km 12/5 đến Km 15/8.',
    'Sở Y tế tham mưu Kế hoạch thực hiện giai đoạn 2031 - 2035 của ngành.',
    'Sở Y tế tổng kết công tác trong năm 2026.',
    'Năm 2031: 1.300.000.000đ.',
    'Giai đoạn 2031 - 2033: 12.000 triệu đồng.',
    'Sở Y tế bố trí 02 xe cấp cứu, 30/65 xã có điểm sơ cứu.',
  ])('%s', (duty) => {
    expect(atDuty(readPlan({ duties: [duty] }).deadlines)).toEqual([])
  })
})

describe('a day that no calendar has', () => {
  it.each(['31/4/2026', '30/02/2026', '32/5/2026', '15/13/2026'])('%s is no deadline', (day) => {
    const plan = readPlan({ duties: [`Sở Y tế hoàn thành việc rà soát trước ngày ${day}.`] })
    expect(atDuty(plan.deadlines).filter(({ on }) => on !== null && /-\d\d-\d\d$/u.test(on))).toEqual([])
    expect(plan.tasks.find(({ path }) => path === 'II.3')?.due ?? null).toBeNull()
  })

  it.each(['31/4/2026', '30/02/2026'])('%s is said', (day) => {
    const plan = readPlan({ duties: [`Sở Y tế hoàn thành việc rà soát trước ngày ${day}.`] })
    expect(plan.findings.map(({ kind }) => kind)).toContain('impossible-date')
  })
})
