import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'
import { findRecipient } from './recipients.ts'
import { findCondition } from './triggers.ts'

const read = (item: string) =>
  openPlan(`I. TỔ CHỨC THỰC HIỆN\n1. ${item}\n2. Sở Nội vụ phối hợp thực hiện.`).reporting.map((r) => [
    r.frequency,
    r.from,
    r.to,
  ])

describe('reporting', () => {
  const cases: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
    ['Sở Y tế định kỳ hằng quý báo cáo UBND tỉnh.', [[['quarterly'], 'Sở Y tế', 'UBND tỉnh']]],
    ['Sở Y tế báo cáo kết quả về Sở Nội vụ trước ngày 30/11/2030.', [[['once'], 'Sở Y tế', 'Sở Nội vụ']]],
    [
      'Sở Y tế định kỳ 6 tháng, hằng năm báo cáo UBND tỉnh kết quả thực hiện.',
      [[['every 6 months', 'yearly'], 'Sở Y tế', 'UBND tỉnh']],
    ],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    'Sở Y tế xây dựng mẫu báo cáo thống nhất.',
    'Sở Y tế tập huấn báo cáo viên.',
    'Sở Y tế lập ngân sách hằng năm.',
  ])('no report: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('to whom', () => {
  it.each([
    ['báo cáo UBND tỉnh những khó khăn, vướng mắc', 'UBND tỉnh'],
    ['báo cáo ngay Sở Y tế', 'Sở Y tế'],
    ['gửi về Ban Quản lý các khu công nghiệp để tổng hợp', 'Ban Quản lý các khu công nghiệp'],
    ['báo cáo Tỉnh ủy, UBND tỉnh kết quả', 'Tỉnh ủy, UBND tỉnh'],
    ['báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 20', 'UBND tỉnh (qua Sở Nội vụ)'],
    ['báo cáo cấp có thẩm quyền xem xét', 'cấp có thẩm quyền'],
    ['báo cáo kết quả thực hiện', null],
    ['Sở Y tế kiểm tra tại UBND xã', null],
  ])('%s', (text, to) => {
    expect(findRecipient(text)).toBe(to)
  })
})

describe('conditions', () => {
  it.each([
    [
      'Đối với các xã để xảy ra cháy rừng: Chủ tịch UBND xã phải giải trình.',
      'Đối với các xã để xảy ra cháy rừng',
    ],
    [
      'Khi xảy ra sự cố nghiêm trọng, cơ quan chủ trì phải có mặt tại hiện trường.',
      'Khi xảy ra sự cố nghiêm trọng',
    ],
  ])('%s', (text, when) => {
    expect(findCondition(text)?.when).toBe(when)
  })

  it.each([
    'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo UBND tỉnh.',
    'Đối với người cao tuổi: thực hiện chính sách hiện hành.',
    'Khi cần, mời chuyên gia tham gia.',
    'Kiểm tra định kỳ các cơ sở.',
  ])('no condition: %s', (text) => {
    expect(findCondition(text)).toBeUndefined()
  })
})
