import { noAgencies, type AgencyLookup } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

/** A plan of a province that does not exist, around the body given. */
export const toPlan = (body: string, year = 2030): string => `ỦY BAN NHÂN DÂN
TỈNH MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND
Mẫu, ngày 05 tháng 01 năm ${year}

KẾ HOẠCH
Phát triển dịch vụ năm ${year}

Trong những năm qua, chất lượng dịch vụ trên địa bàn tỉnh có nhiều chuyển biến, được người dân và doanh nghiệp ghi nhận; tuy nhiên việc phối hợp giữa các cơ quan ở một số nơi còn chậm, hạ tầng chưa đồng bộ. Để khắc phục những hạn chế nêu trên, Ủy ban nhân dân tỉnh ban hành Kế hoạch với những nội dung như sau:

${body}

Nơi nhận:
- Các sở, ngành;
- Lưu: VT.
`

/** That plan, read. */
export const openPlan = (body: string, agencies: AgencyLookup = noAgencies) =>
  readDocument({ text: toPlan(body), agencies })
