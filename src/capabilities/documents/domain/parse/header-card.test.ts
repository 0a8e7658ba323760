import { describe, expect, test } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

const head = (text: string) => readDocument({ text, agencies: noAgencies }).document

const BODY = `**Kính gửi:** Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã, phường.

Ban An toàn giao thông tỉnh yêu cầu Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã, phường khẩn trương thực hiện các nội dung sau:

1. Rà soát các điểm sạt lở trên tuyến đường do mình quản lý, cắm biển cảnh báo.

2. Bố trí lực lượng trực tại ngầm tràn trong những ngày mưa lớn.

3. Báo cáo kết quả về Ban An toàn giao thông tỉnh trước ngày 28/02/2026.

**Nơi nhận:**
- Như trên;
- Lưu: VT.

**KT. TRƯỞNG BAN**
**PHÓ TRƯỞNG BAN**
Nguyễn Văn Mẫu
`
const card = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([label, value]) => `**${label}:**\n|\n${value}\n|\n|\n`).join('')

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
