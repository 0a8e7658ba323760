import { describe, expect, it } from 'vitest'
import { readHeadingNames, sharesOut } from './heading-names.ts'

describe('a title that names nobody', () => {
  it.each([
    'Công tác tuyên truyền, phổ biến pháp luật',
    'Phòng ngừa, ngăn chặn vi phạm',
    'Báo cáo kết quả thực hiện',
    'Tổ chức tuần tra, kiểm soát',
    'Ban hành kế hoạch chi tiết',
    'Sở Xây dựng chủ trì, phối hợp với các sở rà soát điểm đen',
    'Công an tỉnh phải báo cáo trước ngày 15 hằng tháng',
    'Sở Y tế: bảo đảm cấp cứu',
    'Sở Tư pháp. Sở Nội vụ',
    '',
    '   ',
    'Sở',
    `Sở ${'Xây dựng '.repeat(40)}`,
  ])('%s', (title) => {
    expect(readHeadingNames(title)).toEqual([])
  })

  it.each(['MỤC ĐÍCH, YÊU CẦU', 'Nội dung tuyên truyền', 'Kinh phí thực hiện', ''])(
    '%s does not share the work out',
    (heading) => {
      expect(sharesOut(heading)).toBe(false)
    },
  )
})
