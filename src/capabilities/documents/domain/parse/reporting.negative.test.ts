import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

describe('the word báo without a duty to report', () => {
  it.each([
    'Báo Mẫu, Đài Phát thanh và Truyền hình tỉnh tăng thời lượng tin, bài hằng tháng.',
    'Sở Xây dựng bổ sung biển báo hiệu đường bộ hằng năm.',
    'Sở Tư pháp bồi dưỡng đội ngũ báo cáo viên pháp luật hằng năm.',
    'Sở Y tế khắc phục tồn tại nêu tại Báo cáo số 12/BC-UBND ngày 03/02/2025.',
    'Sở Khoa học và Công nghệ thử nghiệm hệ thống cảnh báo sớm hằng quý.',
    'Sở Giáo dục và Đào tạo thông báo lịch học cho phụ huynh hằng tuần.',
  ])('%s', (duty) => {
    expect(atDuty(readPlan({ duties: [duty] }).reporting)).toEqual([])
  })

  it('the aims hold no duty to report', () => {
    expect(atAimReporting('Báo cáo hằng tháng đạt tỷ lệ đúng hạn 100%.')).toEqual([])
  })
})

const atAimReporting = (aim: string): readonly unknown[] =>
  readPlan({ aims: [aim] }).reporting.filter(({ path }) => path.startsWith('I.'))
