import { describe, expect, it } from 'vitest'
import { isGarbled, isSuspect, isUnmarked, toHealth } from './garbled.ts'
import { toSyllableKind } from './syllable.ts'
import { SAMPLE } from './testing.ts'

describe('a Vietnamese syllable', () => {
  it.each(
    'ủy ban nhân dân tỉnh nghệ an quyết định giếng gì gìn giữ quý quốc khuya khuỷu nguyễn thuở huơ yêu yến ngoằn ngoèo nghiêng xoong oách tuyệt uống ước ưu ủy uỷ hòa hoà thúy thuý đường sắt mười ươn quạnh quờ chuếnh choáng khuếch'.split(
      ' ',
    ),
  )('%s is sound', (word) => {
    expect(toSyllableKind(word)).toBe('sound')
    expect(toSyllableKind(word.toUpperCase())).toBe('sound')
    expect(toSyllableKind(word.normalize('NFD'))).toBe('sound')
  })

  it.each('cac tap mat thuc tiêc khach sach chup'.split(' '))('%s lacks only its tone', (word) => {
    expect(toSyllableKind(word)).toBe('bare')
  })

  it.each('tnh ngh bc càc tàp thưc3 ươnh ếng uâk ngg xyz strong ủũ qang cốc̀ tướhg kếp̣hoạch'.split(' '))(
    '%s is none',
    (word) => {
      expect(toSyllableKind(word)).toBe('impossible')
    },
  )
})

describe('sound text', () => {
  it('is not called damaged', () => {
    const health = toHealth(SAMPLE)
    expect(health.words).toBeGreaterThan(180)
    expect(health.broken).toBe(0)
    expect([isGarbled(health), isSuspect(health), isUnmarked(health)]).toEqual([false, false, false])
  })

  it('may be taken apart into letters and marks', () => {
    expect(toHealth(SAMPLE.normalize('NFD')).broken).toBe(0)
  })

  it.each([
    [
      'abbreviations',
      'UBND, HĐND, ATGT, CSGT, QĐ-TTg, NĐ-CP, BCĐ, KT-XH, TNGT của tỉnh, huyện, xã đều được ghi rõ trong quy định',
    ],
    [
      'markers and initials',
      'a) Mục tiêu; b) Nhiệm vụ; d. Giải pháp; I. Chung; II. Riêng; Trần Văn B. và bà Lê Thị C ở thôn Đông',
    ],
    [
      'measures and addresses',
      'dài 12 km, nặng 30 kg, https://tinhmau.gov.vn, ngày 05/6, 8h30, 50% số vụ, Km 12+300 của quốc lộ 1A',
    ],
    [
      'quotation marks and signs',
      '«An toàn giao thông là hạnh phúc của mọi nhà» – khẩu hiệu; 30°C; ±5%; §2 của quy chế phối hợp',
    ],
    [
      'foreign names',
      'Ngân hàng ADB tài trợ dự án World Bank, công ty Hyundai Engineering lập báo cáo theo chuẩn ISO cho thành phố',
    ],
    [
      'soft hyphens',
      'Kế hoạch bảo đảm trật\u00ad tự an toàn giao\u00adthông trên địa bàn tỉnh Mẫu năm nay và các năm sau',
    ],
  ])('with %s is not called damaged', (_what, text) => {
    expect(isGarbled(toHealth(text))).toBe(false)
  })

  it('in another language is not called damaged Vietnamese', () => {
    const english =
      'The committee shall report every quarter on the number of crashes, the people killed and the measures taken by each agency. '
    const health = toHealth(english.repeat(4))
    expect([isGarbled(health), isUnmarked(health), isSuspect(health)]).toEqual([false, false, false])
  })

  it('may have a slip here and there', () => {
    const slipped = SAMPLE.replace('trật tự', 'trậtt tự').replace('nghiêm', 'nghiẽmm')
    expect(isGarbled(toHealth(slipped))).toBe(false)
  })
})

describe('a short text', () => {
  it.each(['', ' ', '1. 2. 3.', 'Kế hoạch', 'KH 27', 'OK'])('%j is not called damaged', (text) => {
    expect(isGarbled(toHealth(text))).toBe(false)
  })
})
