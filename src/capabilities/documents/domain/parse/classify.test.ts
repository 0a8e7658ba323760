import { describe, expect, test } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

const refusal = (text: string) => readDocument({ text, agencies: noAgencies }).refused?.code ?? null

const HEAD = (number: string): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: ${number}\nMẫu Sơn, ngày 03 tháng 02 năm 2026\n\n`
const FOOT = '\n\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu'
const DUTIES = `I. NHIỆM VỤ

1. Công an tỉnh chủ trì, phối hợp với Sở Xây dựng tăng cường tuần tra, kiểm soát trên các tuyến đường trọng điểm của tỉnh.

2. Sở Xây dựng rà soát, xử lý dứt điểm các điểm đen, báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2026.

II. TỔ CHỨC THỰC HIỆN

1. Sở Y tế tổ chức cấp cứu kịp thời nạn nhân tai nạn giao thông.
`

describe('documents that assign work, whatever their type', () => {
  test.each([
    ['a plan', `${HEAD('1/KH-UBND')}KẾ HOẠCH\n\nBảo đảm an toàn giao thông\n\n${DUTIES}${FOOT}`],
    ['a directive', `${HEAD('1/CT-UBND')}CHỈ THỊ\n\nVề tăng cường an toàn giao thông\n\n${DUTIES}${FOOT}`],
    ['a telegram', `${HEAD('1/CĐ-UBND')}CÔNG ĐIỆN\n\nVề ứng phó mưa lũ\n\n${DUTIES}${FOOT}`],
    [
      'a conclusion',
      `${HEAD('1/TB-UBND')}THÔNG BÁO\n\nKết luận của Chủ tịch tại cuộc họp\n\n${DUTIES}${FOOT}`,
    ],
    ['a campaign', `${HEAD('1/PĐ-UBND')}PHÁT ĐỘNG\n\nPhong trào thi đua năm 2026\n\n${DUTIES}${FOOT}`],
    [
      'a decision with its plan',
      `${HEAD('1/QĐ-UBND')}QUYẾT ĐỊNH\n\nBan hành Kế hoạch an toàn giao thông\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n\nĐiều 2. Quyết định có hiệu lực từ ngày ký.${FOOT}\n\nKẾ HOẠCH\n\nBảo đảm an toàn giao thông\n\n(Kèm theo Quyết định số 1/QĐ-UBND)\n\n${DUTIES}`,
    ],
    ['the duties of a plan whose first page is missing', DUTIES.repeat(2)],
    [
      'a page without its title that orders',
      `Ủy ban nhân dân tỉnh yêu cầu các sở, ngành, địa phương tập trung thực hiện các nội dung sau:\n\n1. Công an tỉnh tăng cường tuần tra, kiểm soát trên các tuyến đường trọng điểm của tỉnh, xử lý nghiêm vi phạm nồng độ cồn.\n\n2. Sở Xây dựng rà soát, xử lý dứt điểm các điểm đen trước ngày 30/6/2026.\n\n3. Sở Y tế bố trí trực cấp cứu, chuẩn bị thuốc và phương tiện, không để nạn nhân tai nạn giao thông phải chờ đợi.\n`,
    ],
  ])('%s', (_, text) => {
    expect(refusal(text)).toBeNull()
  })
})
