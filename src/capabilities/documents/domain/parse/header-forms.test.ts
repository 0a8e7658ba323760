import { describe, expect, test } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { findNumber } from './header-number.ts'
import { readDocument } from './pipeline.ts'

/** Heads of other offices and other years than those of `header.test.ts`. */
const BODY = `Thực hiện nhiệm vụ được giao, cơ quan ban hành văn bản với nội dung như sau:

I. MỤC ĐÍCH

1. Nâng cao chất lượng công tác trên địa bàn.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Nghiệp vụ tham mưu, tổ chức kiểm tra các đơn vị trực thuộc.

2. Các đơn vị báo cáo kết quả trước ngày 15/12/2026.
`

const read = (head: string) => readDocument({ text: `${head}\n\n${BODY}`, agencies: noAgencies }).document

/** An ordinary head of a province around the title. */
const titled = (title: string, number = '12/KH-UBND') =>
  read(`ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN HÀ                 Độc lập - Tự do - Hạnh phúc
Số: ${number}             Sơn Hà, ngày 05 tháng 3 năm 2026

${title}`)

describe('heads', () => {
  test.each([
    ['CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM', 'ỦY BAN NHÂN\nDÂN\nTỈNH SƠN HÀ', 'Ủy ban nhân dân tỉnh Sơn Hà'],
    ['ĐẢNG CỘNG\nSẢN VIỆT NAM', 'TỈNH ỦY SƠN HÀ\n*', 'Tỉnh ủy Sơn Hà'],
  ])('the name of the nation or the Party broken in a narrow cell: %j', (right, left, issuer) => {
    const head = `|\n${left}\n|\n${right}\n|\n|\nSố: 7-KH/TU\n|\n*Sơn Hà,\nngày 01 tháng 12 năm 2025*\n|\n\nKẾ HOẠCH\n\nCHUYỂN ĐỔI SỐ\n`
    expect(read(head)).toMatchObject({ issuer, issuedOn: '2025-12-01', place: 'Sơn Hà' })
  })

  test('small letters that a font drew as capitals', () => {
    const head = `Uỷ ban nhân dân            Cộng hoà xã hội chủ nghĩa Việt Nam
Tỉnh Sơn Hà                   Độc lập - Tự do - Hạnh phúc
Số: 15/2007/CT-UBND           Sơn Hà, ngày 12 tháng 6 năm 2007

Chỉ thị
Về việc tăng cường phòng, chống dịch trên địa bàn
`
    expect(read(head)).toMatchObject({
      type: 'chỉ thị',
      issuer: 'Ủy ban nhân dân tỉnh Sơn Hà',
      subject: 'Tăng cường phòng, chống dịch trên địa bàn',
      issuedOn: '2007-06-12',
    })
  })

  test('number and date on one line, the day in figures', () => {
    const head = `SỞ Y TẾ TỈNH SƠN HÀ - CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 15/KH-SYT - Sơn Hà, ngày 12/6/2024

KẾ HOẠCH
Phòng, chống sốt rét
`
    expect(read(head)).toMatchObject({
      number: '15/KH-SYT',
      issuedOn: '2024-06-12',
      place: 'Sơn Hà',
      issuer: 'Sở Y tế tỉnh Sơn Hà',
    })
  })

  test('a telegram says the hour before the day', () => {
    const head =
      'Số: 5/CĐ-UBND\nSơn Hà, hồi 15 giờ 30 phút, ngày 01 tháng 4 năm 2026\n\nCÔNG ĐIỆN\nVề việc ứng phó mưa lũ\n'
    expect(read(head)).toMatchObject({ issuedOn: '2026-04-01', place: 'Sơn Hà' })
    expect(read(head.replace('hồi 15 giờ 30 phút', '15h30')).issuedOn).toBe('2026-04-01')
  })

  test.each([
    ['ngày   /6/2024', '2024-06'],
    ['ngày 31/6/2024', '2024-06'],
    ['ngày …/…/2024', '2024'],
  ])('no more of %s than it says', (printed, issuedOn) => {
    expect(read(`Số:    /KH-SYT\nSơn Hà, ${printed}\n\nKẾ HOẠCH\nPhòng, chống sốt rét\n`).issuedOn).toBe(
      issuedOn,
    )
  })

  test('a place in a title of small letters completes the issuer', () => {
    const { document } = readDocument({
      text: `Chỉ thị về việc giữ gìn vệ sinh đường phố trên địa bàn tỉnh sơn hà\n\nUỷ ban nhân dân tỉnh chỉ thị:\n\n1. Sở Xây dựng kiểm tra các tuyến phố hằng tuần và xử lý vi phạm.\n\n2. Công an tỉnh tuần tra, xử lý người vứt rác ra lòng đường.`,
      agencies: noAgencies,
    })
    expect(document.issuer).toBe('Ủy ban nhân dân tỉnh Sơn Hà')
  })

  test('words that are no place complete nothing', () => {
    const { document } = readDocument({
      text: `Chỉ thị về việc giữ gìn vệ sinh đường phố trong tỉnh năm nay\n\nUỷ ban nhân dân tỉnh chỉ thị:\n\n1. Sở Xây dựng kiểm tra các tuyến phố hằng tuần và xử lý vi phạm.\n\n2. Công an tỉnh tuần tra, xử lý người vứt rác ra lòng đường.`,
      agencies: noAgencies,
    })
    expect(document.issuer).toBe('Ủy ban nhân dân tỉnh')
  })

  test('a number in the name of the issuer is not that of the document', () => {
    expect(findNumber('ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 12 Độc lập - Tự do Số: 45/KH-ĐKT')?.value).toBe(
      '45/KH-ĐKT',
    )
    expect(findNumber('ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 12 Độc lập - Tự do')).toBeUndefined()
  })

  test('a dash before a place belongs to no number', () => {
    expect(findNumber('Số: 15/KH-UBND - Sơn Hà')?.value).toBe('15/KH-UBND')
    expect(findNumber('Số: 15/KH - UBND Sơn Hà')?.value).toBe('15/KH-UBND')
  })
})

describe('titles', () => {
  test.each([
    // The conclusion is what is announced, however the lines are broken.
    [
      'THÔNG BÁO\nKẾT\nLUẬN CỦA PHÓ CHỦ TỊCH LÊ VĂN MẪU TẠI BUỔI LÀM VIỆC',
      'thông báo',
      'Kết luận của Phó Chủ tịch Lê Văn Mẫu tại buổi làm việc',
    ],
    [
      'THÔNG BÁO KẾT LUẬN\ncủa Ban Thường vụ về công tác quý II',
      'thông báo',
      'Kết luận của Ban Thường vụ về công tác quý II',
    ],
    [
      'THÔNG BÁO\nKết luận của Giám đốc Sở tại cuộc họp giao ban',
      'thông báo',
      'Kết luận của Giám đốc Sở tại cuộc họp giao ban',
    ],
    // Who speaks between the type and the subject.
    [
      'CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nVề tăng cường sự lãnh đạo của Đảng đối với công tác y tế',
      'chỉ thị',
      'Tăng cường sự lãnh đạo của Đảng đối với công tác y tế',
    ],
    ['KẾ HOẠCH LIÊN NGÀNH\nVề công tác y tế trường học', 'kế hoạch', 'Công tác y tế trường học'],
    [
      'KẾ HOẠCH TUYÊN TRUYỀN\nVề chuyển đổi số trong nông nghiệp',
      'kế hoạch',
      'Tuyên truyền về chuyển đổi số trong nông nghiệp',
    ],
    ['KẾ HOẠCH\nRà soát, xử lý tài sản công\n(Dự thảo)', 'kế hoạch', 'Rà soát, xử lý tài sản công'],
    // A compound name of a type ends with its line, or it is none.
    [
      'CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết Đại hội',
      'chương trình hành động',
      'Thực hiện Nghị quyết Đại hội',
    ],
    ['KẾ HOẠCH\nHÀNH ĐỘNG QUỐC GIA VỀ NƯỚC SẠCH', 'kế hoạch', 'Hành động quốc gia về nước sạch'],
  ])('%j', (title, type, subject) => {
    const header = titled(title, '12/UBND')
    expect([header.type, header.subject?.toLowerCase()]).toEqual([type, subject.toLowerCase()])
    expect(header.subject?.slice(0, 4)).toBe(subject.slice(0, 4))
  })

  test('the number tells a joint programme, never another type', () => {
    expect(titled('CHƯƠNG TRÌNH\nPhối hợp công tác năm 2026', '3/CTrPH-CA-MTTQ').type).toBe(
      'chương trình phối hợp',
    )
    expect(titled('KẾ HOẠCH\nPhối hợp công tác năm 2026', '3/CTrPH-CA-MTTQ').type).toBe('kế hoạch')
  })
})

describe('without a head the opening says who issues', () => {
  const issuerOf = (opening: string) =>
    readDocument({
      text: `Chỉ thị về tăng cường quản lý bến đò\n${opening}\nI. NHIỆM VỤ\n1. Sở Y tế trực cấp cứu tại các bến đò trên địa bàn tỉnh Sơn Hà.\n2. Công an tỉnh tuần tra trên sông.\n`,
      agencies: noAgencies,
    }).document.issuer

  test('the body that orders, not those in the plural whom it orders', () => {
    const opening =
      'Để giữ an toàn mùa lũ, Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở và Chủ tịch Ủy ban nhân dân các huyện phối hợp triển khai thực hiện các nhiệm vụ sau đây:'
    expect(issuerOf(opening)).toBe('Ủy ban nhân dân tỉnh Sơn Hà')
  })

  test('nobody where only bodies in the plural act', () => {
    const opening = 'Trong những năm qua, Ủy ban nhân dân các huyện triển khai nhiều biện pháp.'
    expect(issuerOf(opening)).toBeNull()
  })
})
