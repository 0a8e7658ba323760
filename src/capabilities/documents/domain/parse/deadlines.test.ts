import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'

const read = (item: string, heading = 'TỔ CHỨC THỰC HIỆN') =>
  openPlan(`I. ${heading}\n1. ${item}\n2. Sở Nội vụ phối hợp thực hiện.`).deadlines.map((d) => [
    d.kind,
    d.on,
    d.recurrence,
  ])

describe('dates that bind', () => {
  const cases: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
    ['Sở Y tế hoàn thành trước ngày 30/6/2030.', [['due', '2030-06-30', null]]],
    ['Sở Y tế gửi báo cáo về UBND tỉnh trước ngày 15 tháng 12 năm 2030.', [['report', '2030-12-15', null]]],
    ['Sở Y tế trình phê duyệt đề án trong quý III/2030.', [['due', '2030-Q3', null]]],
    ['Sở Y tế kiểm tra trong tháng 10/2030.', [['month', '2030-10', null]]],
    ['Sở Y tế tuần tra từ ngày 15/11/2030 đến ngày 15/02/2031.', [['period', '2030-11-15/2031-02-15', null]]],
    ['Sở Y tế báo cáo UBND tỉnh trước ngày 30/11 hằng năm.', [['report', null, 'yearly 11-30']]],
    ['Sở Y tế báo cáo UBND tỉnh trước ngày 18 hằng tháng.', [['report', null, 'monthly 18']]],
    [
      'Sở Y tế định kỳ 6 tháng, năm báo cáo UBND tỉnh trước ngày 20/6 và 20/12.',
      [
        ['report', null, 'yearly 06-20'],
        ['report', null, 'yearly 12-20'],
      ],
    ],
    ['Sở Y tế gửi danh sách trước ngày 10/3.', [['report', '2030-03-10', null]]],
    ['Sở Y tế điều tra hiện trạng, thực hiện từ năm 2031 đến năm 2033.', [['period', '2031/2033', null]]],
    [
      'Sở Y tế tổ chức sơ kết Chương trình vào năm 2032, tổng kết trong quý IV năm 2035.',
      [
        ['due', '2032', null],
        ['due', '2035-Q4', null],
      ],
    ],
    ['Trong giai đoạn 2031 - 2033, bảo đảm xây dựng các trạm y tế.', [['period', '2031/2033', null]]],
    ['Sở Y tế theo dõi; hết năm 2032, tổ chức tổng kết, đánh giá.', [['due', '2032', null]]],
    ['Từ năm 2032 trở đi, đưa nội dung vào chương trình giảng dạy.', [['start', '2032', null]]],
    ['Giai đoạn 2031 - 2033: giao rừng cho các hộ gia đình.', [['period', '2031/2033', null]]],
    [
      'Sở Y tế gửi báo cáo giữa kỳ thực hiện Kế hoạch (năm 2033) về Ủy ban nhân dân tỉnh.',
      [['report', '2033', null]],
    ],
    ['Năm 2032: Rà soát, tổng kết hệ thống văn bản.', [['due', '2032', null]]],
    ['Giải quyết căn bản hồ sơ đề nghị hỗ trợ còn tồn đọng vào năm 2032.', [['due', '2032', null]]],
    [
      'Đến năm 2032, phấn đấu đạt 100% hộ có nước sạch, năm 2031 đạt 99%.',
      [
        ['horizon', '2032', null],
        ['horizon', '2031', null],
      ],
    ],
    ['Đến năm 2032, 100% trẻ em được lập hồ sơ sức khỏe.', [['horizon', '2032', null]]],
    [
      'Chủ đầu tư đẩy nhanh tiến độ, hoàn thành đưa dự án vào vận hành trong năm 2031.',
      [['due', '2031', null]],
    ],
    [
      'Sở Y tế ban hành chính sách, phấn đấu đến năm 2033 thu hút 50 chuyên gia.',
      [['horizon', '2033', null]],
    ],
    [
      'Sở Y tế kiểm tra vào tháng 4 và tháng 8 năm 2030.',
      [
        ['month', '2030-04', null],
        ['month', '2030-08', null],
      ],
    ],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('lines of time', () => {
    const plan = openPlan(`I. NHIỆM VỤ
1. Tập huấn
- Cơ quan chủ trì: Sở Y tế.
- Thời gian thực hiện: Từ năm 2030 đến năm 2032.
2. Kiểm tra
- Cơ quan chủ trì: Thanh tra tỉnh.
- Thời gian: Quý IV/2030 và Quý I/2031.`)
    expect(plan.deadlines.map((d) => [d.kind, d.on, d.who])).toEqual([
      ['period', '2030/2032', ['Sở Y tế']],
      ['period', '2030-Q4/2031-Q1', ['Thanh tra tỉnh']],
    ])
  })

  it('the horizon of an aim', () => {
    const plan = openPlan(
      'I. MỤC TIÊU\n1. Đến năm 2035, tỷ lệ đô thị hóa đạt 50%.\nII. NHIỆM VỤ\n1. Sở Xây dựng rà soát quy hoạch.\n2. Sở Y tế kiểm tra.',
    )
    expect(plan.deadlines.map((d) => [d.kind, d.on])).toEqual([['horizon', '2035']])
  })
})

describe('dates that bind nobody', () => {
  it.each([
    'Sở Y tế thực hiện Quyết định số 12/QĐ-UBND ngày 03/02/2029 của UBND tỉnh.',
    'Sở Y tế tổ chức kỷ niệm 80 năm ngày thành lập (02/9/1945 - 02/9/2025).',
    'Sở Y tế triển khai Chương trình phát triển giai đoạn 2026 - 2030.',
    'Sở Y tế khắc phục hạn chế đã nêu ngày 10/10/2028.',
    'Sở Y tế báo cáo UBND tỉnh hằng tháng.',
    'Sở Y tế sửa lỗi ngày 31/02/2030.',
    'Sở Y tế mở thầu theo Luật năm 2023.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})
