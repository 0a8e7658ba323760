import type { Structure } from '../../contract.ts'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

/** What a test puts into the plan: lines of its aims, of its duties, after its body. */
export interface PlanLines {
  readonly grounds?: string
  readonly aims?: readonly string[]
  readonly duties?: readonly string[]
  readonly annex?: string
}

/** A sound plan of tỉnh Mẫu around these lines. Aims stand from I.3 on, duties from II.3 on. */
export const planText = ({
  grounds = '',
  aims = [],
  duties = [],
  annex = '',
}: PlanLines): string => `ỦY BAN NHÂN DÂN
TỈNH MẪU

Số: 12/KH-UBND

Mẫu Sơn, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông năm 2026

${grounds === '' ? 'Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:' : grounds}

I. MỤC TIÊU

1. Giảm ít nhất 5% số người chết vì tai nạn giao thông so với năm 2025.

2. Không để xảy ra ùn tắc giao thông kéo dài.

${aims.map((line, i) => `${i + 3}. ${line}\n\n`).join('')}II. NHIỆM VỤ

1. Công an tỉnh chủ trì, phối hợp với Sở Xây dựng tăng cường tuần tra, kiểm soát trên các tuyến đường trọng điểm.

2. Sở Xây dựng rà soát, xử lý dứt điểm các điểm hay xảy ra tai nạn, hoàn thành trước ngày 30/6/2026.

${duties.map((line, i) => `${i + 3}. ${line}\n\n`).join('')}Nơi nhận:
- Công an tỉnh;
- Sở Xây dựng;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu
${annex === '' ? '' : `\n${annex}\n`}`

/** That plan, read. */
export const readPlan = (lines: PlanLines): Structure =>
  readDocument({ text: planText(lines), agencies: noAgencies })

/** What of a list stands at the first line that the test put in. */
export const atAim = <T extends { readonly path: string }>(list: readonly T[]): readonly T[] =>
  list.filter(({ path }) => path === 'I.3' || path.startsWith('I.3.'))
export const atDuty = <T extends { readonly path: string }>(list: readonly T[]): readonly T[] =>
  list.filter(({ path }) => path === 'II.3' || path.startsWith('II.3.'))
