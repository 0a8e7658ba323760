import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

/** The head of a text as the reader has it. */
export const head = (text: string) => readDocument({ text, agencies: noAgencies }).document

/** A letter without its printed head. */
export const BODY = `**Kính gửi:** Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã, phường.

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
/** A card as collections of law set it: label, stroke, value. */
export const card = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([label, value]) => `**${label}:**\n|\n${value}\n|\n|\n`).join('')
