import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import type { LateDuty, OrderingDocument } from './late-duty.ts'
import type { ReminderRequest, ReminderSender } from './reminder-letter.ts'

/** Letters of the fictional province, for the tests that write, print and send them. */

export const PLAN: OrderingDocument = {
  type: 'Kế hoạch',
  number: '46/KH-BATGT',
  issuedOn: '2026-01-15',
  issuer: 'Ban An toàn giao thông tỉnh Mẫu',
}

export const DIRECTIVE: OrderingDocument = {
  type: 'Chỉ thị',
  number: '05/CT-UBND',
  issuedOn: '2026-03-02',
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Mẫu',
}

export const SENDER: ReminderSender = {
  governingBody: 'Ban An toàn giao thông\ntỉnh Mẫu',
  issuingBody: 'Văn phòng',
  symbol: 'VPATGT-TH',
  place: 'Mẫu',
  name: 'Văn phòng Ban An toàn giao thông tỉnh Mẫu',
  manner: 'ask',
  superior: 'Trưởng Ban An toàn giao thông tỉnh',
  contact: 'đồng chí Trần Thị Lan, chuyên viên, điện thoại 0299.3.812.345',
  signature: { authority: [], title: 'Chánh Văn phòng', name: 'Nguyễn Văn Bình' },
}

export const TODAY = '2026-11-22' as PlainDate

/** A duty that is so many days late on {@link TODAY}. */
export const lateDuty = (daysLate: number, changes: Partial<LateDuty> = {}): LateDuty => {
  const due = addDays(TODAY, -daysLate)
  return {
    id: `viec-${daysLate}`,
    document: PLAN,
    clause: 'điểm a khoản 2 mục III',
    order:
      'Rà soát, lập danh mục các điểm hay xảy ra tai nạn giao thông trên các tuyến quốc lộ, đường tỉnh; đề xuất biện pháp khắc phục, báo cáo Ủy ban nhân dân tỉnh;',
    due,
    firstDue: due,
    daysLate,
    state: 'accepted',
    opened: true,
    percent: null,
    lastReport: null,
    ...changes,
  }
}

const ORDERS = [
  'Chủ trì, phối hợp với Công an tỉnh kiểm tra, khắc phục bất cập về tổ chức giao thông tại các nút giao trên đường tỉnh 901 đoạn Km12+300 - Km27+900.',
  'Xóa bỏ các lối đi tự mở qua đường sắt trên địa bàn; thu hẹp lối đi tự mở có chiều rộng từ 3 m trở lên.',
  'Bổ sung biển báo hiệu, vạch sơn, gờ giảm tốc tại khu vực cổng trường học.',
  'Công khai danh sách đơn vị kinh doanh vận tải có phương tiện vi phạm tốc độ từ 05 lần/1.000 km trở lên trong tháng, kết quả xử lý thu hồi phù hiệu, biển hiệu.',
] as const
const SECTIONS = ['I', 'II', 'III', 'IV'] as const

/** A list of so many late duties of two documents, as an agency far behind has it. */
export const lateDuties = (count: number): LateDuty[] =>
  Array.from({ length: count }, (_, i) =>
    lateDuty(3 + i * 7, {
      id: `viec-${i + 1}`,
      order: ORDERS[i % ORDERS.length] ?? ORDERS[0],
      clause: `khoản ${(i % 9) + 1} mục ${SECTIONS[i % SECTIONS.length]}`,
      document: i % 5 === 4 ? DIRECTIVE : PLAN,
      ...(i % 3 === 0 ? { percent: 40 + (i % 6) * 10 } : {}),
      ...(i % 4 === 1
        ? {
            lastReport: {
              on: '2026-10-05' as PlainDate,
              words: 'Đã khảo sát hiện trường, đang lập hồ sơ thiết kế bản vẽ thi công.',
            },
          }
        : {}),
      ...(i % 7 === 2 ? { state: 'assigned' as const, opened: false } : {}),
    }),
  )

/** The request for these duties; whatever a test is about is changed. */
export const reminderOf = (
  duties: readonly LateDuty[],
  changes: Partial<ReminderRequest> = {},
): ReminderRequest => ({
  sender: SENDER,
  agency: { code: 'so-xay-dung', name: 'Sở Xây dựng tỉnh Mẫu' },
  duties,
  on: TODAY,
  signedOn: null,
  answerBy: '2026-12-05' as PlainDate,
  copies: ['Trưởng Ban ATGT tỉnh (để b/c)', 'Lãnh đạo Văn phòng'],
  kept: 'VT, TH',
  ...changes,
})
