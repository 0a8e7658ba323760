import { describe, expect, test } from 'vitest'
import { BODY, card, head } from './card-testing.ts'

describe('the card that a collection of law sets above a document', () => {
  test('fills a head that the page has lost', () => {
    const text = `${card([
      ['Số hiệu', '17/BATGT-VP'],
      ['Loại văn bản', 'Công văn'],
      ['Nơi ban hành', 'Ban An toàn giao thông tỉnh Mẫu'],
      ['Người ký', 'Nguyễn Văn Mẫu'],
      ['Ngày ban hành', '03/02/2026'],
      ['Ngày hiệu lực', 'Đã biết'],
    ])}${BODY}`
    const found = head(text)
    expect([found.type, found.number, found.issuedOn, found.issuer]).toEqual([
      'công văn',
      '17/BATGT-VP',
      '2026-02-03',
      'Ban An toàn giao thông tỉnh Mẫu',
    ])
  })
})
