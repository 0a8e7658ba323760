import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { repairSlips } from './slip-repair.ts'

describe('slips of a scanner are read as what they are', () => {
  it.each([
    ['các cơ quan, tô chức, đon vị', 'các cơ quan, tổ chức, đơn vị'],
    ['UBND các huyện, thành phô', 'UBND các huyện, thành phố'],
    ['Giám đôc Công an tỉnh triên khai Kê hoạch', 'Giám đốc Công an tỉnh triển khai Kế hoạch'],
    ['CHỦ TICH ỦY BAN NHÂN DẤN', 'CHỦ TỊCH ỦY BAN NHÂN DÂN'],
    ['đây mạnh tuyên truyên', 'đẩy mạnh tuyên truyền'],
  ])('%s', (printed, read) => {
    expect(repairSlips(printed)).toBe(read)
  })

  it.each([
    'Sở Xây dựng chủ trì, phối hợp với các sở, ngành thực hiện.',
    'Thứ trưởng Bộ Xây dựng',
    'có quan điểm rõ ràng, mỗi trường một kế hoạch',
    'tại chính quyền địa phương',
    '',
  ])('what is spelt well stays: %s', (text) => {
    expect(repairSlips(text)).toBe(text)
  })

  it('no text changes its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(repairSlips(text)).toHaveLength(text.length)
      }),
    )
  })
})
