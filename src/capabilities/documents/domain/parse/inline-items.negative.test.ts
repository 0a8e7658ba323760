import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

const paths = (line: string) => atDuty(readPlan({ duties: [line] }).tasks).map(({ path }) => path)

describe('withInlineItems leaves one duty', () => {
  it.each([
    'Công an tỉnh tổng hợp báo cáo gồm: (1) Tình hình tai nạn giao thông; (2) Kết quả xử lý vi phạm; (3) Kiến nghị, đề xuất.',
    'Công an tỉnh tăng cường tuần tra, xử lý nghiêm các hành vi: (1) vi phạm nồng độ cồn; (2) chở hàng quá tải trọng; (3) chạy quá tốc độ quy định.',
    'Sở Tài chính bố trí kinh phí từ: (1) nguồn xử phạt vi phạm hành chính; (2) nguồn sự nghiệp giao thông.',
    'Sở Giáo dục và Đào tạo đưa nội dung an toàn giao thông vào chương trình học nhằm: (1) nâng cao ý thức của học sinh; (2) giảm số vụ tai nạn liên quan đến học sinh.',
    'Các cơ quan, đơn vị thực hiện phương châm: (1) rõ người, (2) rõ việc, (3) rõ thời gian.',
    'Sở Xây dựng sửa chữa các tuyến (1) và (2) nêu tại Báo cáo số 15/BC-SXD; hoàn thành trước ngày 30/6/2026.',
  ])('%s', (line) => {
    expect(paths(line)).toEqual(['II.3'])
  })

  it('does not make duties of what is aimed at', () => {
    const { tasks } = readPlan({
      aims: ['Phấn đấu: (1) xây dựng 100 km đường nông thôn; (2) lắp đặt 50 camera giám sát giao thông.'],
    })
    expect(tasks.map(({ path }) => path)).toEqual(['II.1', 'II.2'])
  })
})
