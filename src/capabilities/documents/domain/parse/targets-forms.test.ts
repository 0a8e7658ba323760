import { describe, expect, it } from 'vitest'
import { readPlan } from './plan-testing.ts'

const targetsOf = (line: string) =>
  readPlan({ aims: [line] })
    .targets.filter(({ path }) => path === 'I.3')
    .map(({ comparator, value, unit }) => [comparator, value, unit])

/** Aims as plans of provinces and communes word them. */
const AIMS: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
  ['Sản lượng lương thực bình quân 2,1 triệu tấn/năm.', [['=', 2.1, 'triệu tấn/năm']]],
  ['Kim ngạch xuất khẩu gấp 2 lần năm 2010.', [['=', 2, 'lần']]],
  [
    'Tỷ lệ lao động qua đào tạo đạt 60% (trong đó đào tạo nghề đạt 40%).',
    [
      ['=', 60, '%'],
      ['=', 40, '%'],
    ],
  ],
  ['Diện tích nhà ở đô thị bình quân đầu người 15m2.', [['=', 15, 'm2']]],
  ['Số bác sĩ trên một vạn dân đạt 11,5.', [['=', 11.5, null]]],
  [
    'Xóa 05 điểm đen, 12 điểm tiềm ẩn tai nạn giao thông.',
    [
      ['=', 5, 'điểm đen'],
      ['=', 12, 'điểm tiềm ẩn'],
    ],
  ],
  ['Phấn đấu đến hết năm 2025 có 70/74 xã đạt chuẩn nông thôn mới.', [['=', 70, 'xã']]],
  ['Giảm từ 5% đến 10% số vụ so với năm 2024.', [['range', [5, 10], '%']]],
  ['85% trở lên hộ gia đình đạt danh hiệu Gia đình văn hóa.', [['>=', 85, '%']]],
  [
    'Xử lý dứt điểm 08 điểm đen và 15 điểm tiềm ẩn tai nạn giao thông.',
    [
      ['=', 8, 'điểm đen'],
      ['=', 15, 'điểm tiềm ẩn'],
    ],
  ],
  ['Thời gian xe cấp cứu tới hiện trường không quá 30 phút.', [['<=', 30, 'phút']]],
  ['Không để phát sinh lối đi tự mở mới.', [['=', 0, null]]],
  ['Có ≥ 30% doanh nghiệp nhỏ và vừa ứng dụng công nghệ số.', [['>=', 30, '%']]],
  ['Tỷ lệ hộ nghèo ≤ 2%.', [['<=', 2, '%']]],
  ['Tăng thu ngân sách (phấn đấu giải ngân đạt 100% kế hoạch vốn).', [['=', 100, '%']]],
  ['Tỷ suất sinh ở tuổi vị thành niên giảm từ 23 ca xuống 18 ca.', [['=', 18, 'ca']]],
  ['Mỗi khu phố có 1-2 Tổ liên gia an toàn.', [['range', [1, 2], 'Tổ liên gia']]],
  ['Mỗi quận xây dựng ít nhất 5 tuyến phố văn minh.', [['>=', 5, 'tuyến phố']]],
  [
    'Phấn đấu giảm 20% điểm đen, không phát sinh điểm mới.',
    [
      ['=', 20, '%'],
      ['=', 0, null],
    ],
  ],
  ['Không xảy ra tai nạn đặc biệt nghiêm trọng.', [['=', 0, 'vụ']]],
  ['Không còn cơ sở sử dụng song song hai hệ thống.', [['=', 0, null]]],
  ['Thu ngân sách trên địa bàn đạt 12.500 tỷ đồng.', [['=', 12500, 'tỷ đồng']]],
]

const NONE: readonly string[] = [
  'Hiện nay tỷ lệ lao động qua đào tạo đạt 52% (trong đó đào tạo nghề đạt 31%).',
  'Thực hiện Kế hoạch số 70/KH-UBND của Ủy ban nhân dân tỉnh.',
  'Nâng cao chất lượng phục vụ theo Điểm 5 của Nghị quyết.',
  'Họp giao ban trong 30 phút đầu giờ.',
  'Không có cơ sở để đánh giá.',
  'Tổ chức 3 tổ chức đoàn thể cùng ký cam kết.',
]

describe('forms in which aims are stated', () => {
  it.each(AIMS)('%s', (line, targets) => {
    expect(targetsOf(line)).toEqual(targets)
  })

  it('are named by what is made, and end where what must not happen begins', () => {
    const named = readPlan({
      aims: [
        'Mỗi quận xây dựng ít nhất 5 tuyến phố văn minh.',
        'Giảm 20% điểm đen, không phát sinh điểm mới.',
      ],
    }).targets.map(({ indicator }) => indicator)
    expect(named).toEqual(
      expect.arrayContaining([expect.stringContaining('tuyến phố văn minh'), 'điểm đen', 'điểm mới']),
    )
  })

  it.each(NONE)('no figure is aimed at: %s', (line) => {
    expect(targetsOf(line)).toEqual([])
  })
})

describe('how many things a duty is to make', () => {
  const ofDuty = (duty: string) =>
    readPlan({ duties: [duty] })
      .targets.filter(({ path }) => path === 'II.3')
      .map(({ comparator, value, unit }) => [comparator, value, unit])

  it('is aimed at where a least number is said', () => {
    expect(ofDuty('Sở Xây dựng thiết kế tối thiểu 03 mẫu nhà, kèm theo dự toán.')).toEqual([
      ['>=', 3, 'mẫu nhà'],
    ])
  })

  it.each([
    'Sở Xây dựng tổ chức ít nhất 02 lần kiểm tra trong năm.',
    'Sở Y tế xây dựng ít nhất 04 tin, bài mỗi tháng.',
    'Sở Y tế đã thành lập ít nhất 05 tổ y tế thôn.',
    'Sở Xây dựng thiết kế 03 mẫu nhà theo yêu cầu của hộ dân.',
  ])('but no occasion, no past, no plain number: %s', (duty) => {
    expect(ofDuty(duty)).toEqual([])
  })
})
