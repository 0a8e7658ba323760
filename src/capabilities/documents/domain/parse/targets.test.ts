import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { toPiece } from './mapped-text.ts'
import { readPiece } from './targets.ts'

const read = (text: string, aims = true) =>
  readPiece(toPiece(text), 'II.1', aims, []).map((t) => [
    t.comparator,
    t.value,
    t.unit,
    t.direction,
    t.baseline,
  ])

describe('a goal with a figure', () => {
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    ['Tỷ lệ giải ngân đạt 100%', [['=', 100, '%', null, null]]],
    ['Phấn đấu tối thiểu 60% xã đạt chuẩn', [['>=', 60, '%', null, null]]],
    ['Tỷ lệ hồ sơ trực tuyến đạt trên 80%', [['>', 80, '%', null, null]]],
    ['Giảm số vụ tai nạn từ 5% trở lên', [['>=', 5, '%', 'decrease', null]]],
    ['Kéo giảm từ 5% - 10% số vụ so với năm 2023', [['range', [5, 10], '%', 'decrease', 2023]]],
    ['Phấn đấu 30% - 40% công chức được bồi dưỡng', [['range', [30, 40], '%', null, null]]],
    ['Diện tích trồng mới: trên 2.000 ha', [['>', 2000, 'ha', null, null]]],
    ['Tỷ suất sinh đạt 2,1 con/phụ nữ', [['=', 2.1, 'con/phụ nữ', null, null]]],
    ['Tăng thêm ít nhất 20% số nhóm trẻ', [['>=', 20, '%', 'increase', null]]],
    ['100% xã có tối thiểu 1 trạm y tế', [['=', 100, '%', null, null]]],
    ['Chỉ số sản xuất tăng bình quân 12%/năm', [['=', 12, '%/năm', 'increase', null]]],
    [
      'Phấn đấu 100% công chức hoàn thành nhiệm vụ; từ 95% hoàn thành tốt trở lên, trong đó có từ 5% trở lên xuất sắc',
      [
        ['=', 100, '%', null, null],
        ['>=', 95, '%', null, null],
        ['>=', 5, '%', null, null],
      ],
    ],
    ['Thí điểm tại tối thiểu 2 dự án trong khu công nghiệp', [['>=', 2, 'dự án', null, null]]],
  ]
  it.each(cases)('%s', (text, goals) => {
    expect(read(text)).toEqual(goals)
  })
})

describe('a goal without a figure', () => {
  it('falls or rises against a year', () => {
    expect(read('Kiềm chế và kéo giảm tai nạn giao thông so với năm 2024')).toEqual([
      ['<', null, null, 'decrease', 2024],
    ])
  })
  it('must never happen', () => {
    expect(read('Không để xảy ra ùn tắc giao thông kéo dài', false)).toEqual([['=', 0, 'vụ', null, null]])
    expect(read('Không có thủ tục nào bị chậm hạn')).toEqual([['=', 0, 'thủ tục', null, null]])
  })
})

describe('figures that are no goals', () => {
  it.each([
    'Hiện nay, toàn tỉnh có khoảng 180 trạm, trong đó có 22 trạm 5G',
    'Trong 5 năm qua tỷ lệ hộ nghèo đã đạt được kết quả tốt',
    'Khử khuẩn bằng dung dịch clo 70% theo hướng dẫn',
    'Lấy mẫu 01 vị trí tại 15 điểm, tần suất 2 lần/tháng',
    'Thực hiện Đề án 06 và Kế hoạch số 12/KH-UBND ngày 01/02/2024',
    'Hỗ trợ 60 triệu đồng/hộ khi xây mới',
    'Ứng trực 24/24 giờ, cấp độ 4',
    'Khen thưởng không quá 05 cá nhân',
    'Trẻ em từ 06 tháng đến 36 tháng tuổi',
    'Nếu để xảy ra vi phạm thì xử lý nghiêm',
    'Không để kéo dài, gây lãng phí',
    'Quốc lộ 4B đoạn Km3+700 đến Km18',
  ])('%s', (text) => {
    expect(read(text, false)).toEqual([])
  })
})

it('keeps every span inside the text and never throws', () => {
  const word = fc.constantFrom(
    'phấn đấu',
    'đạt',
    '100%',
    'từ',
    '5',
    '-',
    '10%',
    'trở lên',
    ',',
    ';',
    '.',
    'xã',
    'giảm',
    '2.000',
    'ha',
    'không để xảy ra',
    'so với năm 2024',
    '(',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(word).map((w) => w.join(' ')),
      ),
      (text) => {
        for (const { span } of readPiece(toPiece(text), 'I', true, [])) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
        }
      },
    ),
  )
})

describe('outside a section of aims', () => {
  it('what is built in a number stated behind a colon is aimed at', () => {
    expect(read('+ Lắp đặt mới trạm thu phát: 58 trạm', false)).toEqual([['=', 58, 'trạm', null, null]])
  })

  it('`không để` is a nought wherever it stands', () => {
    expect(read('Cảnh báo, không để người dân đi vào khu vực nguy hiểm', false)).toEqual([
      ['=', 0, 'người', null, null],
    ])
  })

  it.each([
    'Bố trí nhân lực, không để công việc dồn lại',
    'Danh sách gồm: 58 trạm',
    'Họp tại phòng: 12 tầng 3',
  ])('nothing is aimed at: %s', (text) => {
    expect(read(text, false)).toEqual([])
  })
})
