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
