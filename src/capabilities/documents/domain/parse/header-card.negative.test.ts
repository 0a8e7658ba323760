import { describe, expect, test } from 'vitest'
import { BODY, card, head } from './card-testing.ts'

describe('what is no card, or not for it to say', () => {
  test('one such word alone is no card, and a bare province is no issuer', () => {
    expect(head(`${card([['Ngày ban hành', '03/02/2026']])}${BODY}`).issuedOn).toBeNull()
    const { issuer } = head(
      `${card([
        ['Số hiệu', '17/BATGT-VP'],
        ['Loại văn bản', 'Công văn'],
        ['Nơi ban hành', 'Tỉnh Mẫu'],
      ])}${BODY}`,
    )
    expect(issuer).not.toBe('Tỉnh Mẫu')
  })

  test('the printed head wins', () => {
    const printed = 'ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: 99/UBND-KT\nMẫu Sơn, ngày 05 tháng 02 năm 2026\n\n'
    const text = `${card([
      ['Số hiệu', '17/BATGT-VP'],
      ['Loại văn bản', 'Công văn'],
      ['Người ký', 'Nguyễn Văn Mẫu'],
    ])}${printed}${BODY}`
    expect([head(text).number, head(text).issuedOn]).toEqual(['99/UBND-KT', '2026-02-05'])
  })
})
