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

describe('others are refused with their reason', () => {
  test.each([
    ['secret', `TỐI MẬT\n${HEAD('1/KH-UBND')}KẾ HOẠCH\n\nBảo vệ\n\n${DUTIES}${FOOT}`],
    ['too-short', 'KẾ HOẠCH\n\nI. MỤC ĐÍCH'],
    [
      'law',
      `${HEAD('1/2026/NĐ-CP')}NGHỊ ĐỊNH\n\nQuy định chi tiết Luật Mẫu\n\nĐiều 1. Phạm vi điều chỉnh\n\n${'Nghị định này quy định chi tiết một số điều của Luật Mẫu. '.repeat(8)}${FOOT}`,
    ],
    [
      'law',
      `${HEAD('9/2026/QĐ-UBND')}QUYẾT ĐỊNH\n\nBãi bỏ Quyết định số 3/2018/QĐ-UBND\n\n${'Điều 1. Bãi bỏ toàn bộ Quyết định của Ủy ban nhân dân tỉnh Mẫu.\n\n'.repeat(6)}${FOOT}`,
    ],
    [
      'report',
      `${HEAD('1/BC-UBND')}BÁO CÁO\n\nKết quả công tác năm 2025\n\n${'Trong năm, tỉnh đã tổ chức nhiều hoạt động. '.repeat(10)}${FOOT}`,
    ],
    [
      'letter',
      `${HEAD('1/UBND-KT')}V/v góp ý dự thảo\n\nKính gửi: Sở Xây dựng\n\n${'Ủy ban nhân dân tỉnh nhận được văn bản của Sở và có ý kiến. '.repeat(8)}${FOOT}`,
    ],
    [
      'contract',
      `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nHỢP ĐỒNG\n\nMua bán vật tư\n\n${'Bên A giao cho Bên B vật tư theo phụ lục. '.repeat(12)}`,
    ],
    [
      'regulation',
      `${HEAD('5/QĐ-UBND')}QUYẾT ĐỊNH\n\nBan hành Quy chế hoạt động của Ban Chỉ đạo Chương trình mục tiêu\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động.\n\n${DUTIES}${FOOT}`,
    ],
    [
      'regulation',
      `${HEAD('6/QĐ-UBND')}QUYẾT ĐỊNH\n\nCông bố danh mục thủ tục hành chính lĩnh vực đường bộ\n\nĐiều 1. Công bố kèm theo Quyết định này danh mục thủ tục hành chính.\n\n${DUTIES}${FOOT}`,
    ],
    [
      'no-work',
      `${HEAD('7/TB-SXD')}THÔNG BÁO\n\nKết quả kỳ thi sát hạch lái xe\n\n1. Sở Xây dựng thông báo kết quả kỳ thi sát hạch lái xe ngày 12 tháng 01 năm 2026 như sau đây để các học viên được biết.\n\n2. Học viên nhận giấy phép tại Trung tâm sát hạch số 1 trong giờ hành chính, mang theo giấy tờ tùy thân.${FOOT}`,
    ],
    [
      'letter',
      `${HEAD('12/SXD-QLVT')}V/v hướng dẫn cấp phù hiệu\n\nKính gửi: Công ty TNHH Vận tải Mẫu.\n\nSở Xây dựng nhận được công văn số 05/VTM ngày 12/01/2026 của Công ty về cấp phù hiệu xe hợp đồng. Về vấn đề này, Sở Xây dựng có ý kiến như sau:\n\n1. Công ty nộp hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh.\n\n2. Sở Xây dựng cấp phù hiệu trong 02 ngày làm việc.\n\n3. Công ty niêm yết phù hiệu trên kính xe.${FOOT}`,
    ],
    [
      'untitled',
      `# Sở Xây dựng (tỉnh Mẫu)\n\n**Sở Xây dựng tỉnh Mẫu** là cơ quan chuyên môn được thành lập năm 1992, trụ sở đặt tại phường Mẫu Sơn, gồm bảy phòng và hai chi cục trực thuộc.\n\n## Nhiệm vụ\n\n1. Chủ trì, phối hợp với Công an tỉnh tổ chức giao thông trên các tuyến đường của tỉnh.\n\n2. Sở Xây dựng phối hợp với Sở Y tế trình Ủy ban nhân dân tỉnh quy hoạch mạng lưới đường bộ.\n\n## Lịch sử\n\n1. Năm 1992: tách từ Sở Giao thông cũ.\n\n2. Năm 2008: nhận thêm nhiệm vụ đăng kiểm.\n`,
    ],
    [
      'untitled',
      `Ba nhóm giải pháp của ngành đường bộ\n\nNgành đường bộ có ba nhóm giải pháp, theo tài liệu giới thiệu của ngành.\n\n1. Nhóm thứ nhất: Công an tỉnh phối hợp với Sở Xây dựng tăng cường tuần tra trên các tuyến đường.\n\n2. Nhóm thứ hai: Sở Y tế tổ chức cấp cứu kịp thời nạn nhân tai nạn giao thông.\n\n3. Nhóm thứ ba: Sở Giáo dục và Đào tạo tuyên truyền trong trường học về an toàn giao thông.\n`,
    ],
    ['not-vietnamese', 'The committee shall publish the plan for road safety every year. '.repeat(10)],
    ['garbled', 'ñy ban nh©n d©n tØnh ban hµnh kÕ ho¹ch b¶o ®¶m trËt tù an toµn giao th«ng. '.repeat(10)],
  ])('%s', (code, text) => {
    expect(refusal(text)).toBe(code)
  })

  test('the reason says what to do, in Vietnamese', () => {
    const { refused } = readDocument({ text: 'ngắn', agencies: noAgencies })
    expect(refused?.reason).toMatch(/kiểm tra lại tệp/u)
  })

  test('a secret document keeps nothing', () => {
    const read = readDocument({
      text: `MẬT\n${HEAD('1/KH-UBND')}KẾ HOẠCH\n\nBảo vệ\n\n${DUTIES}${FOOT}`,
      agencies: noAgencies,
    })
    expect(read.document.number).toBeNull()
    expect([read.outline, read.citations, read.tasks, read.deadlines]).toEqual([[], [], [], []])
  })

  test('a plan that speaks of secrecy is not secret', () => {
    const text = `${HEAD('1/KH-UBND')}KẾ HOẠCH\n\nBảo đảm an toàn giao thông\n\nThực hiện công tác bảo vệ bí mật nhà nước, tài liệu mật.\n\n${DUTIES}${FOOT}`
    expect(refusal(text)).toBeNull()
  })
})
