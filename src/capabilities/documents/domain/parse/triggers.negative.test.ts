import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

describe('a sentence without a condition is no trigger', () => {
  it.each([
    'Công an tỉnh xử lý nghiêm các trường hợp vi phạm nồng độ cồn.',
    'Sở Văn hóa, Thể thao và Du lịch đổi mới nội dung tuyên truyền đối với thanh niên.',
    'Đối với công tác tuyên truyền, Sở Văn hóa, Thể thao và Du lịch đổi mới nội dung.',
    'Sở Giáo dục và Đào tạo hướng dẫn học sinh kỹ năng khi tham gia giao thông.',
    'Sở Y tế duy trì trực cấp cứu 24/24 giờ.',
  ])('%s', (duty) => {
    expect(atDuty(readPlan({ duties: [duty] }).triggers)).toEqual([])
  })

  it('the sound plan has none', () => {
    expect(readPlan({}).triggers).toEqual([])
  })
})
