import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { planText } from './plan-testing.ts'

const read = (lines: string) =>
  readDocument({
    text: planText({ duties: [`Sở Xây dựng theo dõi số liệu:\n\n${lines}`] }),
    agencies: noAgencies,
  })

describe('listBodyColumns sees no table of assignments in', () => {
  it.each([
    [
      'columns of figures',
      `STT   Tuyến đường          Số vụ     Số người chết
 1    Quốc lộ 1            12        5
 2    Quốc lộ 4B           9         3
 3    Đường tỉnh 236       4         1`,
    ],
    [
      'a list of names',
      `STT   Họ và tên            Chức vụ             Điện thoại
 1    Nguyễn Văn Mẫu       Trưởng phòng        0900
 2    Trần Thị Mẫu         Phó Trưởng phòng    0901`,
    ],
    ['a head without rows', 'STT   Nội dung công việc      Cơ quan chủ trì      Thời gian'],
    [
      'running text with wide blanks',
      'TT   điều hành   giao thông   chủ trì   phối hợp với các đơn vị quản lý đường bộ trên địa bàn tỉnh.',
    ],
  ])('%s', (_what, lines) => {
    expect(read(lines).tasks.filter(({ path }) => path.includes('.B'))).toEqual([])
  })
})
