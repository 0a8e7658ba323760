import { describe, expect, it } from 'vitest'
import { findAgencies, readAgencyList, splitAgencies } from './agencies.ts'

/** Everyday words that open like the name of an agency and name none. */
const WORDS = [
  'Ban hành kèm theo Quyết định này',
  'Ban đêm cần giảm tốc độ',
  'Bộ luật Hình sự quy định',
  'Bộ phận lái xe phải được kiểm định',
  'Sở hữu trí tuệ là một quyền',
  'Hội nghị sơ kết đã diễn ra',
  'Hội thi tìm hiểu luật',
  'Trường hợp vi phạm bị xử lý',
  'Phòng cháy hơn chữa cháy',
  'Phòng ngừa tai nạn từ xa',
  'Đoàn xe chở hàng siêu trường',
  'Đoàn kết toàn dân',
  'Báo hiệu đường bộ phải rõ',
  'Báo cáo kết quả hằng tháng',
  'Tòa nhà cao tầng',
  'Viện phí của nạn nhân',
]

describe('a word that only opens like an agency', () => {
  it.each(WORDS)('names none: %s', (text) => {
    expect(findAgencies(text)).toEqual([])
    expect(readAgencyList(text).agencies).toEqual([])
  })

  it.each(WORDS)('names none within a sentence: %s', (text) => {
    expect(findAgencies(`Theo đó, ${text.charAt(0).toLowerCase()}${text.slice(1)}.`)).toEqual([])
  })
})

describe('a cell that names nobody', () => {
  it.each(['', '   ', '-', '...', '12', '; ;'])('%j gives no agency', (cell) => {
    expect(splitAgencies(cell)).toEqual([])
  })
})
