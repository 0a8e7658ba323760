import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { atAim, atDuty, readPlan } from './plan-testing.ts'
import { findCharged, findSubject } from './subjects.ts'

/** How notices of conclusions say who does what: beside praise, behind long matters, by the names of places. */

const notice = (body: string) =>
  readDocument({
    text: `VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH MẪU\nSố: 8/TB-VP\nMẫu Sơn, ngày 03 tháng 02 năm 2026\n\nTHÔNG BÁO\n\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh tại buổi làm việc với thành phố Mẫu Hạ\n\n${body}\n\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n\nCHÁNH VĂN PHÒNG\nNguyễn Văn Mẫu`,
    agencies: noAgencies,
  })
const leadsOf = (body: string) => notice(body).tasks.map(({ path, lead }) => `${path}: ${lead.join('; ')}`)
const agenciesOf = (text: string) => findSubject(text)?.agencies.map(({ name }) => name)

const ASKED = '1. Sở Xây dựng rà soát các nút giao nguy hiểm trên quốc lộ, báo cáo Ủy ban nhân dân tỉnh.'

describe('the end of a notice', () => {
  it.each([
    'Văn phòng Ủy ban nhân dân tỉnh xin trân trọng thông báo./.',
    'Văn phòng Ủy ban nhân dân tỉnh trân trọng thông báo để các cơ quan biết, thực hiện./.',
    'Văn phòng Ủy ban nhân dân tỉnh xin thông báo để các cơ quan biết, thực hiện./.',
  ])('is no duty: %s', (closing) => {
    expect(leadsOf(`I. NHIỆM VỤ\n\n${ASKED}\n\n${closing}`)).toEqual(['I.1: Sở Xây dựng'])
  })
})

describe('praise and then work under one heading', () => {
  const praise = (announcement: string): string =>
    `I. ĐÁNH GIÁ CHUNG\n\nThành phố đã có nhiều cố gắng trong bảo đảm trật tự, an toàn giao thông.\n\n${announcement}\n\n1. Tăng cường tuần tra trên các tuyến đường trọng điểm vào giờ cao điểm.\n\n2. Thành phố chủ động kiện toàn lực lượng thanh tra giao thông.\n\nII. KIẾN NGHỊ\n\n${ASKED}`
  it('the items below the order are duties', () => {
    const order =
      'Thời gian tới, thành phố Mẫu Hạ cần tập trung thực hiện tốt một số nhiệm vụ, giải pháp sau đây:'
    expect(leadsOf(praise(order))).toEqual(['I.1: thành phố Mẫu Hạ', 'I.2: Thành phố', 'II.1: Sở Xây dựng'])
  })
  it.each([
    'Thành phố đã thực hiện tốt các nhiệm vụ sau:',
    'Tuy nhiên, thành phố cần thấy rõ những hạn chế sau:',
    'Kết quả cụ thể như sau:',
  ])('the items below %s are none', (announcement) => {
    expect(leadsOf(praise(announcement))).toEqual(['II.1: Sở Xây dựng'])
  })
  it('praise holds no aim', () => {
    const praised = 'Đánh giá cao kết quả của Sở Xây dựng, góp phần đạt mục tiêu giảm trên 8% số vụ.'
    expect(atDuty(readPlan({ duties: [praised] }).targets)).toEqual([])
    expect(atDuty(readPlan({ duties: ['Sở Xây dựng phấn đấu giảm trên 8% số vụ.'] }).targets)).toHaveLength(1)
  })
})

describe('who answers a matter told at length before a colon', () => {
  it.each([
    [
      'Về đề nghị bố trí vốn còn thiếu (khoảng 1.250 tỷ đồng) cho tuyến tránh: Sở Tài chính rà soát, đề xuất.',
      ['Sở Tài chính'],
    ],
    [
      'Về đề nghị các sở sớm ban hành hướng dẫn; hoàn thiện quy trình cấp phép; rút ngắn thời gian: Sở Xây dựng cần tiếp tục rà soát.',
      ['Sở Xây dựng'],
    ],
    [
      'Về bến xe mới: với vai trò là chủ đầu tư, Công ty Vận tải Mẫu chủ động làm việc.',
      ['Công ty Vận tải Mẫu'],
    ],
    ['Về việc hỗ trợ 20 xe cứu thương: Tỉnh căn cứ quy định hiện hành sắp xếp, bố trí xe.', ['Tỉnh']],
  ])('%s', (text, names) => {
    expect(agenciesOf(text)).toEqual(names)
  })
  it('a matter that ends with its sentence has no answer', () => {
    expect(
      agenciesOf('Về đề nghị mở rộng đường. Kinh phí: ngân sách tỉnh và vốn huy động hợp pháp.'),
    ).toBeUndefined()
  })
})

describe('who is told, by the place', () => {
  it.each([
    [
      'Thành phố Mẫu Hạ và các tỉnh An Hải, Bình Sơn đẩy nhanh tiến độ giải phóng mặt bằng.',
      ['Thành phố Mẫu Hạ', 'các tỉnh An Hải, Bình Sơn'],
    ],
    ['Thành phố Mẫu Hạ, tỉnh An Hải đẩy nhanh việc lựa chọn nhà thầu.', ['Thành phố Mẫu Hạ', 'tỉnh An Hải']],
    ['Tỉnh An Hải xem xét mở thêm tuyến xe buýt nội tỉnh.', ['Tỉnh An Hải']],
    [
      'Thứ nhất, các sở, ban, ngành, địa phương chủ động giải quyết công việc.',
      ['các sở, ban, ngành, địa phương'],
    ],
    [
      'Phân công các đồng chí Phó Thủ tướng Chính phủ tiếp tục theo dõi công việc.',
      ['các đồng chí Phó Thủ tướng Chính phủ'],
    ],
    ['Các cơ quan truyền thông, báo chí tiếp tục bám sát địa bàn.', ['Các cơ quan truyền thông, báo chí']],
    [
      'Các Bộ, cơ quan: Tài chính, Xây dựng, Y tế nghiên cứu các kiến nghị.',
      ['Bộ Tài chính', 'Bộ Xây dựng', 'Bộ Y tế'],
    ],
    [
      'Sở Xây dựng, cơ quan chủ quản các dự án đang thi công tiếp tục chỉ đạo nhà thầu.',
      ['Sở Xây dựng', 'cơ quan chủ quản các dự án đang thi công'],
    ],
  ])('%s', (text, names) => {
    expect(agenciesOf(text)).toEqual(names)
  })
  it.each([
    'Thứ hai, trên tinh thần đoàn kết, mỗi người làm tốt việc của mình.',
    'Tỉnh lộ 12 đi qua ba xã vùng cao.',
    'Thành phố Mẫu Hạ có 12 phường và 3 xã.',
  ])('nobody: %s', (text) => {
    expect(agenciesOf(text)).toBeUndefined()
  })
  it('whoever must, behind the reasons', () => {
    const charged = (text: string) => findCharged(text)?.agencies.map(({ name }) => name)
    const late =
      'Khối lượng còn lại rất lớn. Với ý nghĩa đó, yêu cầu các sở, ban, ngành cần khẩn trương đẩy nhanh tiến độ.'
    expect(charged(late)).toEqual(['các sở, ban, ngành'])
    expect(charged('Bảo đảm chất lượng, yêu cầu các hạng mục đạt chuẩn.')).toBeUndefined()
  })
  it('all who are asked before the items lead those that name nobody', () => {
    const items =
      'III. NHIỆM VỤ\n\nThời gian còn lại rất ngắn; do vậy, yêu cầu các sở, ban, ngành:\n\n1. Rà soát các điểm đen trên quốc lộ.\n\n2. Sở Y tế bố trí các tổ cấp cứu lưu động.'
    expect(leadsOf(items)).toEqual(['III.1: các sở, ban, ngành', 'III.2: Sở Y tế'])
    const bare = items.replace('yêu cầu các sở, ban, ngành:', 'cần làm ngay các việc:')
    expect(leadsOf(bare)).toEqual(['III.1: ', 'III.2: Sở Y tế'])
  })
})

describe('dates and figures', () => {
  const datesOf = (line: string) => atDuty(readPlan({ duties: [line] }).deadlines).map(({ on }) => on)
  it('a day behind `dịp`', () => {
    expect(datesOf('Sở Xây dựng đăng ký công trình khánh thành dịp 19 tháng 12 năm 2026.')).toEqual([
      '2026-12-19',
    ])
    expect(datesOf('Sở Xây dựng mở 12 tháng 12 đợt kiểm tra.')).toEqual([])
  })
  it.each([
    ['Tỷ lệ tử vong do tai nạn giao thông dưới 4/100.000 dân.', [['<', 4, '/100.000 dân']]],
    ['Giảm số người chết xuống còn 8,5 người/100.000 dân.', [['=', 8.5, 'người/100.000 dân']]],
    ['Giữ tỷ số giới tính khi sinh ở mức 107 bé trai/100 bé gái.', [['=', 107, 'bé trai/100 bé gái']]],
    ['Triển khai Đề án theo Thông báo 4/100.', []],
    ['Cung cấp dịch vụ công ở mức độ 4.', []],
  ])('%s', (line, goals) => {
    const { targets } = readPlan({ aims: [line] })
    expect(atAim(targets).map(({ comparator, value, unit }) => [comparator, value, unit])).toEqual(goals)
  })
  it('the number of an aim is no part of what it measures', () => {
    const indicatorOf = (line: string) => atAim(readPlan({ aims: [line] }).targets).map((t) => t.indicator)
    expect(indicatorOf('Chỉ tiêu 2: Năm 2026 đạt 60% người dân được phổ biến luật.')).toEqual([
      'người dân được phổ biến luật',
    ])
    expect(indicatorOf('Tỷ lệ nữ lái xe trong tổng số lái xe đạt 20%.')).toEqual([
      'Tỷ lệ nữ lái xe trong tổng số lái xe',
    ])
  })
})

describe('reports and those who work along', () => {
  const duty = 'Các xã gửi báo cáo kết quả thực hiện Tháng hành động về Sở Nội vụ trước ngày 16/12/2026.'
  it('a month of action is no monthly report', () => {
    expect(atDuty(readPlan({ duties: [duty] }).reporting).map((r) => r.frequency)).toEqual([['once']])
    const monthly = duty.replace('kết quả thực hiện Tháng hành động', 'kết quả thực hiện tháng')
    expect(atDuty(readPlan({ duties: [monthly] }).reporting)[0]?.frequency).toContain('monthly')
  })
  it('how often is no part of the name of the office', () => {
    const weekly = 'Công an tỉnh báo cáo Chủ tịch Ủy ban nhân dân tỉnh hằng tuần về kết quả xử lý.'
    expect(atDuty(readPlan({ duties: [weekly] }).reporting).map((r) => r.to)).toEqual([
      'Chủ tịch Ủy ban nhân dân tỉnh',
    ])
    const bank = 'Sở Tài chính hằng quý báo cáo Ngân hàng Nhà nước Việt Nam.'
    expect(atDuty(readPlan({ duties: [bank] }).reporting).map((r) => r.to)).toEqual([
      'Ngân hàng Nhà nước Việt Nam',
    ])
  })
  it('the line of who does it names who works along', () => {
    const partnersOf = (line: string) =>
      notice(
        `I. NHIỆM VỤ\n\n1. Tổ chức lễ phát động\n\n- Nội dung: Tổ chức lễ phát động ra quân.\n\n- ${line}\n\n2${ASKED.slice(1)}`,
      )
        .tasks.filter(({ path }) => path === 'I.1')
        .map(({ lead, partners }) => [lead, partners])
    expect(partnersOf('Cơ quan thực hiện: Sở Xây dựng chủ trì, phối hợp với Công an tỉnh.')).toEqual([
      [['Sở Xây dựng'], ['Công an tỉnh']],
    ])
    expect(partnersOf('Cơ quan thực hiện: Sở Xây dựng.')).toEqual([[['Sở Xây dựng'], []]])
  })
  it('what somebody has done is no duty', () => {
    expect(
      atDuty(readPlan({ duties: ['Sở Xây dựng đã chủ trì sửa chữa 12 điểm đen trên quốc lộ.'] }).tasks),
    ).toEqual([])
    const given = 'Các sở đã được giao nhiệm vụ khẩn trương sửa chữa 12 điểm đen trên quốc lộ.'
    expect(atDuty(readPlan({ duties: [given] }).tasks)).toHaveLength(1)
  })
})
