import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCharged, findSubject } from './subjects.ts'

const names = (text: string) => findSubject(text)?.agencies.map((agency) => agency.name)

describe('the subject of a sentence', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Sở Y tế có trách nhiệm kiểm tra.', ['Sở Y tế']],
    [
      'Sở Nông nghiệp và Môi trường, Công an tỉnh: Tăng cường tuần tra.',
      ['Sở Nông nghiệp và Môi trường', 'Công an tỉnh'],
    ],
    ['Giám đốc Sở Y tế (Trưởng ban) chủ động phân công.', ['Giám đốc Sở Y tế']],
    ['Căn cứ Kế hoạch này, UBND các xã xây dựng kế hoạch cụ thể.', ['UBND các xã']],
    ['Trách nhiệm của các sở, ban, ngành', ['các sở, ban, ngành']],
    ['Các cơ sở nuôi trồng thủy sản: Thực hiện khai báo.', ['Các cơ sở nuôi trồng thủy sản']],
    ['VNPT Mẫu chủ động phối hợp với Sở Y tế.', ['VNPT Mẫu']],
    [
      'Đồng chí Nguyễn Văn Mẫu, Phó Giám đốc Sở: Phụ trách chung.',
      ['Đồng chí Nguyễn Văn Mẫu, Phó Giám đốc Sở'],
    ],
    ['Chính phủ trân trọng đề nghị Hội Nông dân tỉnh vận động hội viên.', ['Hội Nông dân tỉnh']],
    ['BCĐ giảm nghèo xã chủ trì rà soát.', ['BCĐ giảm nghèo xã']],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})

describe('sentences without a subject', () => {
  it.each([
    'Tăng cường tuyên truyền trên Báo Mẫu.',
    'Nâng cao chất lượng dịch vụ do Sở Y tế cung cấp.',
    'Kết quả thực hiện năm 2030.',
    'Bộ tiêu chí đánh giá được cập nhật.',
    'Báo cáo kết quả trước ngày 15/12.',
    'Hội nghị tổng kết phải tiết kiệm.',
    '',
    ':',
  ])('%s', (text) => {
    expect(findSubject(text)).toBeUndefined()
  })

  it('a bare noun within a list after a comma is no subject', () => {
    const text = 'Căn cứ vào nhiệm vụ của cơ quan, đơn vị, địa phương xây dựng kế hoạch.'
    expect(names(text)).not.toEqual(['đơn vị, địa phương'])
  })
})

describe('who is charged later', () => {
  it('an order and closing brackets', () => {
    expect(findCharged('Rà soát quy chế. Giao Sở Tư pháp chủ trì.')?.agencies[0]?.name).toBe('Sở Tư pháp')
    expect(findCharged('Ban hành danh mục (Sở Y tế chủ trì).')?.agencies[0]?.name).toBe('Sở Y tế')
  })

  it('an abbreviation in brackets charges nobody', () => {
    expect(findCharged('Gửi kết quả về Sở Khoa học và Công nghệ (Sở KHCN).')).toBeUndefined()
    expect(findCharged('Trồng cây (Quý II).')).toBeUndefined()
  })
})

it('never throws, and ends inside the text', () => {
  const word = fc.constantFrom(
    'Sở',
    'Y tế',
    'UBND',
    'các',
    'xã',
    ',',
    'và',
    ':',
    '(',
    ')',
    'chủ trì',
    'Giao',
    'Căn cứ',
    '-',
    'tỉnh',
    '.',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }), (words) => {
      const text = words.join(' ')
      const found = findSubject(text)
      findCharged(text)
      return (
        found === undefined || (found.end <= text.length && found.agencies.every((a) => a.start <= a.end))
      )
    }),
  )
})
