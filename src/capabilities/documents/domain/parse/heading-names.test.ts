import { describe, expect, it } from 'vitest'
import { readHeadingNames, sharesOut } from './heading-names.ts'

describe('a title that names who has the duties below it', () => {
  it.each([
    [
      'Tổ đảng ở Thường trực Ủy ban Quốc phòng và An ninh',
      ['Tổ đảng ở Thường trực Ủy ban Quốc phòng và An ninh'],
    ],
    [
      'Tổ đảng ở Thường trực Ủy ban Tài chính, Ngân sách',
      ['Tổ đảng ở Thường trực Ủy ban Tài chính, Ngân sách'],
    ],
    ['Phòng Quản lý vận tải, phương tiện và người lái:', ['Phòng Quản lý vận tải, phương tiện và người lái']],
    ['Sở Tài chính, Kho bạc Nhà nước khu vực', ['Sở Tài chính', 'Kho bạc Nhà nước khu vực']],
    ['Sở Lao động - Thương binh và Xã hội - thường trực kế hoạch:', ['Sở Lao động - Thương binh và Xã hội']],
    ['Công ty Cổ phần Công nghệ Tin học Mẫu Việt Nam', ['Công ty Cổ phần Công nghệ Tin học Mẫu Việt Nam']],
  ])('%s', (title, names) => {
    expect(readHeadingNames(title)).toEqual(names)
  })

  it.each([
    'PHÂN CÔNG NHIỆM VỤ',
    'Tổ chức thực hiện',
    'Trách nhiệm của các cơ quan, đơn vị',
    'Phân công thực hiện',
  ])('%s shares the work out', (heading) => {
    expect(sharesOut(heading)).toBe(true)
  })
})
