import { describe, expect, test } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

/** Forms of telegrams and conclusion notices, and of lists below headings, as offices print them. */

const read = (text: string) => readDocument({ text, agencies: noAgencies })
const tasksOf = (text: string) => read(text).tasks.map(({ path, lead }) => `${path}: ${lead.join('; ')}`)

const HEAD = (number: string, title: string): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: ${number}\nMẫu Sơn, ngày 03 tháng 02 năm 2026\n\n${title}\n\n`
const FOOT = '\n\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu'

describe('telegrams', () => {
  const TELEGRAM = `${HEAD('2/CĐ-UBND', 'CÔNG ĐIỆN\n\nVề ứng phó mưa lớn trên các tuyến đường')}Ủy ban nhân dân tỉnh yêu cầu:

1. Giám đốc các Sở: Xây dựng, Y tế, Công Thương và các sở, ngành có liên quan; Bí thư huyện ủy, thành ủy và Chủ tịch Ủy ban nhân dân các xã, phường nêu trên theo chức năng, nhiệm vụ:

a) Chỉ đạo trực ban 24/24 giờ trong suốt đợt mưa lớn.

b) Bố trí người gác tại ngầm tràn, đường bị ngập sâu.

2. Chủ tịch Ủy ban nhân dân các xã, phường trong vùng mưa lớn tập trung chỉ đạo sơ tán dân khỏi nơi sạt lở.${FOOT}`

  test('a post at the head of several bodies, after a colon and with the place where it applies', () => {
    const many =
      'Giám đốc Sở Xây dựng; Giám đốc Sở Y tế; Giám đốc Sở Công Thương; các sở, ngành có liên quan; Bí thư huyện ủy, thành ủy; Chủ tịch Ủy ban nhân dân các xã, phường nêu trên'
    expect(tasksOf(TELEGRAM)).toEqual([
      `1.a: ${many}`,
      `1.b: ${many}`,
      '2: Chủ tịch Ủy ban nhân dân các xã, phường trong vùng mưa lớn',
    ])
  })
})

describe('conclusion notices', () => {
  const NOTICE = `${HEAD('3/TB-UBND', 'THÔNG BÁO\n\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh tại buổi làm việc với xã Mẫu Hạ')}I. NHIỆM VỤ TRONG THỜI GIAN TỚI

Để hoàn thành mục tiêu tăng trưởng kinh tế 8% của tỉnh, xã Mẫu Hạ và các cơ quan cần tập trung.

1. Rà soát các điểm sạt lở trên tuyến đường liên xã từ nay đến hết năm 2026.

II. VỀ KIẾN NGHỊ CỦA XÃ

1. Về kiến nghị sửa chữa cầu; nâng cấp đường gom:

Sở Xây dựng khẩn trương khảo sát cầu, lập dự toán sửa chữa trình Ủy ban nhân dân tỉnh.

Sở Tài chính khẩn trương cân đối nguồn vốn sửa chữa cầu, báo cáo Ủy ban nhân dân tỉnh.

2. Về đề nghị hướng dẫn xếp loại trường an toàn giao thông:

Giao Sở Giáo dục và Đào tạo hoàn thiện bộ tiêu chí, trình Ủy ban nhân dân tỉnh trước ngày 31/3/2026.

Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan biết, thực hiện./.${FOOT}`

  test('the paragraphs below a matter answer it, also the last one before the closing', () => {
    expect(tasksOf(NOTICE).filter((line) => line.startsWith('II'))).toEqual([
      'II.1: Sở Xây dựng',
      'II.1: Sở Tài chính',
      'II.2: Sở Giáo dục và Đào tạo',
    ])
  })

  test('the aim that is to be reached, and until when work goes on', () => {
    const { targets, deadlines } = read(NOTICE)
    expect(targets.map(({ indicator, value, unit }) => [indicator, value, unit])).toEqual([
      ['tăng trưởng kinh tế', 8, '%'],
    ])
    expect(deadlines.map(({ path, kind, on }) => [path, kind, on])).toEqual([
      ['I.1', 'period', '2026'],
      ['II.2', 'report', '2026-03-31'],
    ])
  })
})

describe('plans', () => {
  const plan = (body: string): string =>
    `${HEAD('4/KH-UBND', 'KẾ HOẠCH\n\nBảo đảm an toàn giao thông năm 2026')}${body}${FOOT}`

  test('lines of who does it belong to the items above them, group by group', () => {
    const text = plan(`I. NHIỆM VỤ

1. Tuyên truyền, phổ biến pháp luật

- Tổ chức tuyên truyền tại các chợ, bến xe trong tỉnh.

- Phát tờ rơi về tốc độ cho lái xe khách.

Đơn vị thực hiện: Sở Xây dựng.

- Tổ chức tuyên truyền lưu động về nồng độ cồn.

Đơn vị thực hiện: Công an tỉnh.`)
    expect(tasksOf(text)).toEqual(['I.1.-1: Sở Xây dựng', 'I.1.-2: Sở Xây dựng', 'I.1.-3: Công an tỉnh'])
  })

  test('examples behind "như:" are no duties of their own', () => {
    const text = plan(`I. NHIỆM VỤ

1. Nền tảng điều hành giao thông

Nghiên cứu, triển khai các nền tảng số hỗ trợ điều hành giao thông thông minh của tỉnh như:

- Hệ thống giám sát bến xe.

- Hệ thống thu phí không dừng.

2. Sở Xây dựng sơn lại vạch kẻ đường trên các tuyến tỉnh lộ.`)
    expect(tasksOf(text)).toEqual(['I.1: ', 'I.2: Sở Xây dựng'])
  })

  test('a heading that ends in "số" does not swallow the numbered heading below it', () => {
    const text = plan(`I. NHIỆM VỤ

1. Phát triển nền tảng, ứng dụng
số

1.1. Ứng dụng bản đồ số trong quản lý biển báo

Sở Xây dựng lập bản đồ số biển báo của toàn tỉnh.

1.2. Ứng dụng camera

Công an tỉnh lắp camera tại các nút giao.`)
    expect(tasksOf(text)).toEqual(['I.1.1: Sở Xây dựng', 'I.1.2: Công an tỉnh'])
  })

  test('to examine, to approve and to ask in time are work', () => {
    const text = plan(`I. Trách nhiệm của Sở Xây dựng

- Xem xét, điều chỉnh tốc độ tối đa trên các tuyến tỉnh lộ.

- Phê duyệt kế hoạch kiểm tra của các đơn vị quản lý đường.

- Trường hợp cần lực lượng khác phối hợp thì chủ động có văn bản đề nghị.

- Trường hợp vi phạm thì bị xử lý theo quy định của pháp luật.`)
    expect(tasksOf(text)).toEqual(['I.-1: Sở Xây dựng', 'I.-2: Sở Xây dựng', 'I.-3: Sở Xây dựng'])
  })

  test('a share of communes without a black spot is one aim, not also a nought', () => {
    const { targets } = read(
      plan(`I. MỤC TIÊU

1. Ít nhất 95% xã, phường không để phát sinh điểm đen mới.

2. Không để xảy ra tai nạn đặc biệt nghiêm trọng.

II. NHIỆM VỤ

1. Sở Xây dựng sơn lại vạch kẻ đường trên các tuyến tỉnh lộ.`),
    )
    expect(targets.map(({ path, comparator, value }) => [path, comparator, value])).toEqual([
      ['I.1', '>=', 95],
      ['I.2', '=', 0],
    ])
  })

  test('those who are told by a sentence before the items, and a heading in capitals', () => {
    const text = plan(`I. NÂNG CAO TRÁCH NHIỆM

Thủ trưởng các sở, ngành; Chủ tịch Ủy ban nhân dân các xã có trách nhiệm:

1. Quán triệt quy định về nồng độ cồn đến từng công chức.

2. Kiểm tra việc đội mũ bảo hiểm trong cơ quan.

II. TRÁCH NHIỆM CỦA SỞ XÂY DỰNG

1. Rà soát biển báo hạn chế tốc độ.

2. Sơn lại vạch kẻ đường.`)
    const heads = 'Thủ trưởng các sở, ngành; Chủ tịch Ủy ban nhân dân các xã'
    expect(tasksOf(text)).toEqual([
      `I.1: ${heads}`,
      `I.2: ${heads}`,
      'II.1: Sở Xây dựng',
      'II.2: Sở Xây dựng',
    ])
  })

  test('the doer behind "thì", behind a long matter, beside its standing office, and firms at the end of a list', () => {
    const text = plan(`I. NHIỆM VỤ

1. Đối với tuyến đường do xã quản lý thì Ủy ban nhân dân xã có trách nhiệm dọn dẹp đất đá sạt lở.

2. Về dự án sửa chữa cầu Mẫu trên tuyến tỉnh lộ số 1 qua địa bàn xã Mẫu Hạ và xã Mẫu Thượng trong mùa mưa bão: Sở Xây dựng khẩn trương hoàn thành.

3. Giao Sở Nội vụ - Cơ quan Thường trực Hội đồng Thi đua đôn đốc các cơ quan gửi hồ sơ.

4. Nếu có vướng mắc, các cơ quan, đơn vị, doanh nghiệp phản hồi về Sở Xây dựng để xem xét.

5. Cơ quan thẩm định văn bản (Sở Tư pháp, Phòng Tư pháp) phải thẩm định đúng thời hạn.

6. Tổng giám đốc các tập đoàn, tổng công ty trên địa bàn tỉnh chỉ đạo bảo đảm an toàn xe đưa đón công nhân.`)
    expect(tasksOf(text)).toEqual([
      'I.1: Ủy ban nhân dân xã',
      'I.2: Sở Xây dựng',
      'I.3: Sở Nội vụ',
      'I.4: các cơ quan, đơn vị, doanh nghiệp',
      'I.5: Cơ quan thẩm định văn bản',
      'I.6: Tổng giám đốc các tập đoàn, tổng công ty trên địa bàn tỉnh',
    ])
  })

  test('years that close or open a duty, and the year until when its heading works', () => {
    const text = plan(`I. MỘT SỐ GIẢI PHÁP TRỌNG TÂM TỪ NAY ĐẾN NĂM 2028

1. Năm 2027, hoàn thành việc lắp camera tại các nút giao.

2. Hoàn thành việc cắm biển tốc độ trên đường liên xã (trong năm 2026).

3. Xử lý dứt điểm các điểm đen trước năm 2029.

II. TRÌNH TỰ TỔ CHỨC HỘI NGHỊ

1. Chủ trì tuyên bố lý do, giới thiệu đại biểu.

2. Thư ký hội nghị đọc báo cáo.`)
    const { deadlines, tasks } = read(text)
    expect(deadlines.map(({ path, kind, on }) => [path, kind, on])).toEqual([
      ['I', 'horizon', '2028'],
      ['I.1', 'due', '2027'],
      ['I.2', 'due', '2026'],
      ['I.3', 'due', '2029'],
    ])
    expect(tasks.map(({ path }) => path)).toEqual(['I.1', 'I.2', 'I.3'])
  })

  test('what an inspection looks at is no further duty', () => {
    const text = plan(`I. NỘI DUNG KIỂM TRA

1. Kiểm tra việc tổ chức giao thông tại cổng trường

- Việc cắm biển báo, sơn vạch kẻ đường.

- Việc bố trí người hướng dẫn giờ tan học.

- Bảo đảm chỗ đỗ xe của phụ huynh.

2. Kiểm tra công tác tuyên truyền của các xã, phường.`)
    expect(tasksOf(text)[0]).toBe('I.1: ')
    expect(tasksOf(text).filter((line) => line.startsWith('I.1.'))).toEqual([])
  })

  test('firms of two kinds are one group, and a request below an order to all names its own', () => {
    const text = plan(`I. NHIỆM VỤ

1. Các doanh nghiệp vận tải khách và vận tải hàng trên địa bàn tỉnh:

a) Lắp thiết bị giám sát hành trình trên xe.

b) Tổ chức khám sức khỏe cho lái xe hằng năm.

2. Yêu cầu các sở, ngành tập trung thực hiện một số nhiệm vụ như sau:

(1) Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc xóa điểm đen.

(2) Rà soát biển báo trên các tuyến tỉnh lộ.`)
    const firms = 'Các doanh nghiệp vận tải khách và vận tải hàng trên địa bàn tỉnh'
    expect(tasksOf(text)).toEqual([
      `I.1.a: ${firms}`,
      `I.1.b: ${firms}`,
      'I.2.(1): Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      'I.2.(2): các sở, ngành',
    ])
  })
})
