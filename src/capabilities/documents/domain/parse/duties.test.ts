import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { openPlan } from './fictional-plan.test-data.ts'
import { readDocument } from './pipeline.ts'

const read = (body: string) => openPlan(body).tasks.map((task) => [task.path, task.lead])

describe('duties in their less common places', () => {
  it('the articles of a decision: one duty a paragraph, and no formula', () => {
    expect(
      read(`Điều 1. Phê duyệt phương án kèm theo Quyết định này.

Điều 2. Trung tâm Phục vụ hành chính công chủ trì bảo đảm điều kiện kỹ thuật của hệ thống.

Sở Xây dựng, Thuế tỉnh có trách nhiệm tuân thủ quy trình được phê duyệt.

Điều 3. Quyết định này có hiệu lực kể từ ngày ký.

Điều 4. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này.`),
    ).toEqual([
      ['Điều 2', ['Trung tâm Phục vụ hành chính công']],
      ['Điều 2', ['Sở Xây dựng', 'Thuế tỉnh']],
    ])
  })

  it('a heading that names its doer in its midst', () => {
    expect(
      read(`I. NỘI DUNG THỰC HIỆN
1. Tiếp nhận và xử lý đơn thư khiếu nại, tố cáo Ban Thường trực Ủy ban MTTQ xã thực hiện quy trình sau, cụ thể:
- Chuyển đơn đến Ủy ban bầu cử xã.
- Hướng dẫn công dân gửi đơn đúng nơi.`),
    ).toEqual([
      ['I.1.-1', ['Ban Thường trực Ủy ban MTTQ xã']],
      ['I.1.-2', ['Ban Thường trực Ủy ban MTTQ xã']],
    ])
  })

  it('the contents of one duty are no duties of their own', () => {
    expect(
      read(`I. NỘI DUNG CHỦ YẾU CỦA KẾ HOẠCH

Các sở, ban, ngành tỉnh và UBND các xã, phường xây dựng báo cáo đánh giá kết quả thực hiện kế hoạch.

Các nội dung cần tập trung đánh giá bao gồm:

1. Tình hình huy động và sử dụng các nguồn vốn.

2. Năng lực sản xuất mới tăng thêm trong kỳ.`).map(([path]) => path),
    ).toEqual(['I'])
  })

  it('a label of contents makes each of its items a duty of the activity', () => {
    expect(
      read(`I. NỘI DUNG
1. Tổ chức hỗ trợ thi hành Luật
- Các nội dung hỗ trợ thi hành bao gồm:
+ Hướng dẫn áp dụng các văn bản.
+ Tiếp nhận và xử lý các kiến nghị.
- Cơ quan thực hiện: Sở Tư pháp và các sở, ngành có liên quan.`),
    ).toEqual([
      ['I.1.-1.+1', ['Sở Tư pháp', 'các sở, ngành có liên quan']],
      ['I.1.-1.+2', ['Sở Tư pháp', 'các sở, ngành có liên quan']],
    ])
  })
})

describe('no duties', () => {
  it('a section on money names who pays, and obliges elsewhere', () => {
    expect(
      read(`I. KINH PHÍ THỰC HIỆN
1. Kinh phí thực hiện Kế hoạch do ngân sách nhà nước bảo đảm.
2. Sở Tài chính chủ trì tổng hợp, trình cấp có thẩm quyền bố trí kinh phí.`),
    ).toEqual([])
  })

  it('slogans', () => {
    expect(
      read(`I. KHẨU HIỆU TUYÊN TRUYỀN
1. Đã uống rượu, bia thì không lái xe!
2. An toàn giao thông là hạnh phúc của mọi nhà!`),
    ).toEqual([])
  })
})

const HEAD = `ỦY BAN NHÂN DÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MẪU                              Độc lập - Tự do - Hạnh phúc
Số: 07/CĐ-UBND                     Mẫu Sơn, ngày 20 tháng 01 năm 2026

CÔNG ĐIỆN
Về việc bảo đảm trật tự, an toàn giao thông dịp Tết Nguyên đán
`
const FOOT = `
Nơi nhận:
- Như trên;
- Lưu: VT.
                                        KT. CHỦ TỊCH
                                        PHÓ CHỦ TỊCH

                                        Nguyễn Văn Mẫu
`

describe('a telegram without any marker', () => {
  const read = (body: string) => readDocument({ text: `${HEAD}\n${body}\n${FOOT}`, agencies: noAgencies })

  it('gives each paragraph after the order as a duty of whom it names', () => {
    const { refused, tasks } = read(`Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành tập trung thực hiện:

Công an tỉnh tăng cường tuần tra, kiểm soát; hoàn thành kế hoạch trước ngày 25/01/2026.

Sở Y tế bảo đảm trực cấp cứu 24/24 giờ.

Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Công điện này.`)
    expect(refused).toBeNull()
    expect(tasks.map(({ path, lead, due }) => [path, lead, due])).toEqual([
      ['(closing)', ['Công an tỉnh'], '2026-01-25'],
      ['(closing)', ['Sở Y tế'], null],
      ['(closing)', ['Văn phòng UBND tỉnh'], null],
    ])
  })

  it('stays refused where nobody is told anything', () => {
    const { refused, tasks } = read(`Thời gian qua, tình hình trật tự, an toàn giao thông được giữ vững.

Số vụ tai nạn giảm so với cùng kỳ.`)
    expect(refused).not.toBeNull()
    expect(tasks).toEqual([])
  })
})
