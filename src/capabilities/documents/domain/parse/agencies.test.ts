import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { findAgencies, isLiaison, readAgencyList, splitAgencies } from './agencies.ts'

describe('a list of agencies is cut between its members, never inside a name', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Sở Văn hóa, Thể thao và Du lịch', ['Sở Văn hóa, Thể thao và Du lịch']],
    ['Sở Lao động - Thương binh và Xã hội, Sở Y tế', ['Sở Lao động - Thương binh và Xã hội', 'Sở Y tế']],
    ['Sở Nông nghiệp và Môi trường và Sở Tài chính', ['Sở Nông nghiệp và Môi trường', 'Sở Tài chính']],
    ['Các sở, ban, ngành; UBND các huyện, thành phố', ['Các sở, ban, ngành', 'UBND các huyện, thành phố']],
    ['UBND các xã, phường, thị trấn', ['UBND các xã, phường, thị trấn']],
    ['Báo Mẫu, Đài Phát thanh và Truyền hình tỉnh', ['Báo Mẫu', 'Đài Phát thanh và Truyền hình tỉnh']],
    [
      'Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
      ['Bộ Chỉ huy Quân sự tỉnh', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh'],
    ],
    ['Đề nghị Tòa án nhân dân tỉnh', ['Tòa án nhân dân tỉnh']],
    ['Tổ công tác liên ngành 12 (thành lập theo Quyết định số 3)', ['Tổ công tác liên ngành 12']],
    ['Sở Khoa học và Công nghệ Sở Công Thương', ['Sở Khoa học và Công nghệ', 'Sở Công Thương']],
    [
      'các Bộ: Quốc phòng, Công an, Nông nghiệp và Môi trường',
      ['Bộ Quốc phòng', 'Bộ Công an', 'Bộ Nông nghiệp và Môi trường'],
    ],
    ['Giám đốc/Thủ trưởng các sở, ban, ngành', ['Giám đốc/Thủ trưởng các sở, ban, ngành']],
    ['Sở Xây dựng/các công ty quản lý đường bộ', ['Sở Xây dựng', 'các công ty quản lý đường bộ']],
    [
      'Thủ trưởng các sở, ban, ngành tỉnh; Chủ tịch UBND các xã, phường',
      ['Thủ trưởng các sở, ban, ngành tỉnh', 'Chủ tịch UBND các xã, phường'],
    ],
    [
      'Uỷ ban MTTQ Việt Nam tỉnh, các tổ chức chính trị - xã hội',
      ['Uỷ ban MTTQ Việt Nam tỉnh', 'các tổ chức chính trị - xã hội'],
    ],
    ['Trung tâm Dịch vụ việc làm tỉnh', ['Trung tâm Dịch vụ việc làm tỉnh']],
    [
      'Ban Quản lý các khu công nghệ cao và khu công nghiệp, Sở Xây dựng',
      ['Ban Quản lý các khu công nghệ cao và khu công nghiệp', 'Sở Xây dựng'],
    ],
    [
      'Đồng chí Phó Chủ tịch, phụ trách lĩnh vực Văn hóa và Xã hội',
      ['Đồng chí Phó Chủ tịch, phụ trách lĩnh vực Văn hóa và Xã hội'],
    ],
  ]
  it.each(cases)('%s', (text, names) => {
    expect(splitAgencies(text)).toEqual(names)
  })
})

describe('a name ends where its predicate begins', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    [
      'Sở Tài chính và UBND các xã, phường bố trí ngân sách',
      ['Sở Tài chính', 'UBND các xã, phường'],
      'bố trí',
    ],
    ['Sở Y tế kiềm chế dịch bệnh', ['Sở Y tế'], 'kiềm chế'],
    ['Công an tỉnh tăng cường tuần tra', ['Công an tỉnh'], 'tăng cường'],
    ['Giao Văn phòng chủ trì, phối hợp với các phòng', ['Văn phòng'], 'chủ trì'],
    ['Ban An toàn giao thông tỉnh Mẫu tham mưu', ['Ban An toàn giao thông tỉnh Mẫu'], 'tham mưu'],
  ]
  it.each(cases)('%s', (text, names, next) => {
    const list = readAgencyList(text)
    expect(list.agencies.map((agency) => agency.name)).toEqual(names)
    expect(text.slice(list.end).trim().startsWith(next)).toBe(true)
  })
})

describe('words that open like an agency and are none', () => {
  it.each([
    'Báo cáo kết quả thực hiện',
    'Ban hành văn bản chỉ đạo',
    'Tổ chức hội nghị tổng kết',
    'Hội nghị sơ kết sáu tháng',
    'Phòng, chống thiên tai',
    'Trường hợp cần thiết',
    'Bộ tiêu chí đánh giá',
    'Đoàn kết nội bộ',
    'Thanh tra, kiểm tra hoạt động vận tải',
    'Cơ quan phối hợp: các sở',
    'Quỹ đất công',
    'tăng cường tuyên truyền',
    '',
    '1234',
  ])('%s', (text) => {
    expect(readAgencyList(text).agencies).toEqual([])
  })
})

describe('phrases that name nobody', () => {
  it('are told from groups that have members', () => {
    expect(isLiaison('các cơ quan, đơn vị có liên quan')).toBe(true)
    expect(isLiaison('các sở, ban, ngành tỉnh')).toBe(false)
  })
})

it('finds names in running text and never reads outside it', () => {
  const names = findAgencies('Phối hợp với Sở Xây dựng rà soát; tham mưu UBND tỉnh ban hành quy định').map(
    (a) => a.name,
  )
  expect(names).toEqual(['Sở Xây dựng', 'UBND tỉnh'])
})

it('takes any text without a throw, and every mention lies inside the text', () => {
  const word = fc.constantFrom(
    'Sở',
    'các',
    'sở,',
    'ban,',
    'UBND',
    'và',
    ',',
    ';',
    'Y tế',
    'tỉnh',
    '(',
    ')',
    ':',
    'phường',
    'Đề nghị',
    '-',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(word).map((w) => w.join(' ')),
      ),
      (text) => {
        for (const { start, end } of [...findAgencies(text), ...readAgencyList(text).agencies]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThanOrEqual(end)
        }
        splitAgencies(text)
      },
    ),
  )
})
