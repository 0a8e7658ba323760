import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { atAim, atDuty, readPlan } from './plan-testing.ts'
import { findSubject } from './subjects.ts'

/** Telegrams that a body sends to its own offices, and what their items and those of plans hold. */

const telegram = (body: string) =>
  readDocument({
    text: `SỞ XÂY DỰNG TỈNH MẪU\nSố: 9/CĐ-SXD\nMẫu Sơn, ngày 03 tháng 02 năm 2026\n\nCÔNG ĐIỆN\nVề việc ứng phó mưa lớn trên các tuyến đường tỉnh\n${body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\nNguyễn Văn Mẫu`,
    agencies: noAgencies,
  })
const leadsOf = (body: string) => telegram(body).tasks.map(({ path, lead }) => `${path}: ${lead.join('; ')}`)
const agenciesOf = (text: string) => findSubject(text)?.agencies.map(({ name }) => name)
const duty = (line: string) => readPlan({ duties: [line] })

describe('who sends a telegram', () => {
  const items =
    '\n1. Tổ chức trực 24/24 giờ tại các ngầm tràn bị ngập sâu.\n2. Ban Bảo trì đường bộ chuẩn bị vật tư dự phòng tại chỗ.'
  it('stands below its subject and begins its body', () => {
    const read = telegram(
      `SỞ XÂY DỰNG điện:\n- Ban Bảo trì đường bộ;\n- Bến xe Mẫu.\nSở Xây dựng yêu cầu các đơn vị:${items}`,
    )
    expect(read.document.subject).toBe('Ứng phó mưa lớn trên các tuyến đường tỉnh')
    expect(read.tasks.map(({ lead }) => lead)).toEqual([['các đơn vị'], ['Ban Bảo trì đường bộ']])
  })
  it('the cut name of the Prime Minister is no part of the subject', () => {
    const cut = `CHÍNH PHỦ\nSố: 9/CĐ-TTg\nHà Nội, ngày 03 tháng 02 năm 2026\n\nCÔNG ĐIỆN\nVỀ VIỆC TẬP TRUNG ỨNG PHÓ MƯA LỚN THỦ\nTƯỚNG CHÍNH PHỦ điện:\n- Bộ Xây dựng.\nThủ tướng Chính phủ yêu cầu:\n1. Bộ Xây dựng tổ chức trực tại các ngầm tràn.\n2. Bộ Công an phân luồng từ xa.`
    expect(readDocument({ text: cut, agencies: noAgencies }).document.subject).toBe(
      'Tập trung ứng phó mưa lớn',
    )
    const kept = cut.replace('MƯA LỚN THỦ', 'TRONG KHU VỰC PHÒNG THỦ')
    expect(readDocument({ text: kept, agencies: noAgencies }).document.subject).toMatch(/phòng thủ$/iu)
  })
})

describe('what items hold', () => {
  it('figures that are asked for are one duty', () => {
    const asked =
      '1. Chủ tịch Ủy ban nhân dân các xã rà soát, báo cáo cụ thể về một số nội dung sau:\n- Số cầu, cống bị hư hỏng;\n- Tổng kinh phí cần để sửa chữa.\n2. Ban Bảo trì đường bộ chuẩn bị vật tư.'
    expect(leadsOf(asked)).toEqual(['1: Chủ tịch Ủy ban nhân dân các xã', '2: Ban Bảo trì đường bộ'])
    const works = asked
      .replace('Số cầu, cống bị hư hỏng', 'Cắm biển báo tại ngầm')
      .replace('Tổng kinh phí cần để sửa chữa', 'Bố trí người gác tại ngầm tràn')
    expect(leadsOf(works).map((line) => line.split(':')[0])).toEqual(['1.-1', '1.-2', '2'])
  })
  it('paragraphs that tell other bodies are duties of theirs', () => {
    const first =
      '1. Ủy ban nhân dân các xã phát động ngay phong trào sửa đường giao thông nông thôn trong mùa khô.'
    const others =
      '\n\nSở Nông nghiệp và Môi trường hướng dẫn các xã khơi thông rãnh thoát nước trước ngày 05/12/2026.\n\nCác tổ chức tiếp tục vận động nhân dân hiến đất.\n\nSở Tài chính đã cấp đủ kinh phí sửa chữa các cầu treo dân sinh trong năm trước.'
    const second = '\n\n2. Ban Bảo trì đường bộ chuẩn bị vật tư.'
    expect(leadsOf(`\n${first}${others}${second}`)).toEqual([
      '1: Ủy ban nhân dân các xã',
      '1: Sở Nông nghiệp và Môi trường',
      '2: Ban Bảo trì đường bộ',
    ])
  })
})

describe('names', () => {
  it.each([
    ['Cơ quan thanh tra khẩn trương hoàn thành việc thanh tra.', ['Cơ quan thanh tra']],
    ['Cục Kết cấu hạ tầng xây dựng tham mưu phương án.', ['Cục Kết cấu hạ tầng xây dựng']],
    ['Cục Kinh tế - Quản lý đầu tư xây dựng', ['Cục Kinh tế - Quản lý đầu tư xây dựng']],
    [
      'Viện Nghiên cứu phát triển Thành phố phối hợp thu thập số liệu.',
      ['Viện Nghiên cứu phát triển Thành phố'],
    ],
    [
      'Ủy ban nhân dân các xã, phường và các cơ quan thanh tra căn cứ nhiệm vụ triển khai.',
      ['Ủy ban nhân dân các xã, phường', 'các cơ quan thanh tra'],
    ],
    [
      'Ủy ban nhân dân xã, phường, đặc khu Sở Tài chính',
      ['Ủy ban nhân dân xã, phường, đặc khu', 'Sở Tài chính'],
    ],
    [
      'Trong quá trình thực hiện nếu có vướng mắc đề nghị các cơ quan phản ánh; trường hợp vượt thẩm quyền, Sở Nội vụ báo cáo.',
      ['các cơ quan'],
    ],
  ])('%s', (text, names) => {
    expect(agenciesOf(text)).toEqual(names)
  })
  it.each([
    ['Sở Y tế xây dựng phương án cấp cứu.', ['Sở Y tế']],
    ['Sở Tài chính đầu tư phần mềm quản lý.', ['Sở Tài chính']],
  ])('a verb and what it does: %s', (text, names) => {
    expect(agenciesOf(text)).toEqual(names)
  })
  it('whoever leads together with others has them as partners', () => {
    const partnersOf = (line: string) => atDuty(duty(line).tasks).map(({ partners }) => partners)
    expect(partnersOf('Sở Tài chính chủ trì cùng Sở Xây dựng rà soát nguồn vốn sửa đường.')).toEqual([
      ['Sở Xây dựng'],
    ])
    expect(partnersOf('Sở Tài chính chủ trì rà soát nguồn vốn, cùng lúc sửa quy chế.')).toEqual([[]])
  })
})

describe('figures and days that bind nobody', () => {
  it('the name of a drive in quotes', () => {
    const named = 'Sở Nội vụ khen thưởng trong phong trào thi đua “500 ngày hoàn thành 3.000 km cao tốc”.'
    expect(atDuty(duty(named).targets)).toEqual([])
    const aimed =
      'Sở Xây dựng phấn đấu hoàn thành 3.000 km cao tốc theo phương châm “làm đến đâu chắc đến đó”.'
    expect(atDuty(duty(aimed).targets)).toHaveLength(1)
  })
  it('where things must not stand', () => {
    expect(
      atDuty(duty('Sở Xây dựng không để máy móc, thiết bị ở những vị trí có nguy cơ sạt lở.').targets),
    ).toEqual([])
    expect(atDuty(duty('Sở Xây dựng không để xảy ra ùn tắc tại các khu vực thi công.').targets)).toHaveLength(
      1,
    )
  })
  it('the day as of which something is counted', () => {
    const datesOf = (line: string) => atDuty(duty(line).deadlines).map(({ on }) => on)
    expect(datesOf('Sở Tài chính kiểm kê tài sản tại thời điểm 0h00 ngày 01/01/2027.')).toEqual([])
    expect(datesOf('Sở Tài chính kiểm kê xong tài sản trước ngày 01/01/2027.')).toEqual(['2027-01-01'])
  })
  it('a period that opens an aim', () => {
    const on = (line: string) => atAim(readPlan({ aims: [line] }).deadlines).map((d) => d.on)
    expect(on('Trong giai đoạn 2026 - 2030 phấn đấu có ít nhất 10% xe buýt điện.')).toEqual(['2026/2030'])
    expect(on('Chương trình giai đoạn 2026 - 2030 có ít nhất 10% xe buýt điện.')).toEqual([])
  })
})

describe('small things of print', () => {
  it('a line of time without a marker speaks of its item', () => {
    const [deadline] = duty(
      'Sở Nội vụ\n\n- Tổ chức tập huấn cho cán bộ các xã.\n\nThời gian hoàn thành: trước ngày 31/5/2026.',
    ).deadlines.filter(({ path }) => path === 'II.3.-1')
    expect(deadline?.what).toBe('Tổ chức tập huấn cho cán bộ các xã')
  })
  it('Cyrillic letters in a number', () => {
    const numbersOf = (line: string) => duty(line).citations.map(({ number }) => number)
    expect(
      numbersOf(
        'Sở Tài chính thực hiện Công văn số 16/BТС-XD ngày 22/10/2025 và Công văn số 16/BTC-XD ngày 22/10/2025.',
      ),
    ).toEqual(['16/BTC-XD'])
    expect(numbersOf('Sở Tài chính thực hiện Công văn số 16/BTC-XD ngày 22/10/2025.')).toEqual(['16/BTC-XD'])
  })
  it('a word that looks like a numeral', () => {
    const subject = (title: string) =>
      readDocument({
        text: `ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: 5/KH-UBND\nMẫu Sơn, ngày 03 tháng 02 năm 2026\n\nKẾ HOẠCH\n${title}\n\n1. Sở Xây dựng rà soát các điểm đen.\n\n2. Sở Y tế bố trí tổ cấp cứu.`,
        agencies: noAgencies,
      }).document.subject
    expect(subject('XỬ LÝ VI PHẠM THUỘC PHẠM VI QUẢN LÝ THEO CHỈ THỊ SỐ 5/CT-TTG')).toBe(
      'Xử lý vi phạm thuộc phạm vi quản lý theo chỉ thị số 5/CT-TTg',
    )
    expect(subject('BẦU CỬ ĐẠI BIỂU QUỐC HỘI KHÓA VI')).toMatch(/khóa VI$/u)
  })
})

describe('titles and names of later finds', () => {
  const head = 'ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: 5/KH-UBND\nMẫu Sơn, ngày 03 tháng 02 năm 2026\n\nKẾ HOẠCH\n'
  const read = (text: string) => readDocument({ text: `${head}${text}`, agencies: noAgencies })
  it('a subject in capitals does not run on into wrapped lines of the body', () => {
    const body = `PHÁT TRIỂN BẾN XE\n\nNăm qua các bến xe trên địa bàn tỉnh có nhiều chuyển biến, song vẫn còn bến cóc ở\nngoại ô. Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n1. Sở Xây dựng rà soát các bến xe.\n\n2. Công an tỉnh xử lý bến cóc.`
    expect(read(body).document.subject).toBe('Phát triển bến xe')
  })
  it('a word before a comma is as common as without it', () => {
    const body =
      'CHI TRẢ TRỢ GIÚP XÃ HỘI, HƯU TRÍ XÃ HỘI\n\n1. Sở Y tế chi trả trợ cấp.\n\n2. Sở Nội vụ theo dõi.'
    expect(read(body).document.subject).toBe('Chi trả trợ giúp xã hội, hưu trí xã hội')
  })
  it.each([
    ['Căn cứ kết quả chấm điểm, Hội đồng thi đua họp xét các xã, phường.', ['Hội đồng thi đua']],
    ['Công an tỉnh thi đua lập thành tích chào mừng.', ['Công an tỉnh']],
    ['Đề nghị các tổ chức cung cấp dịch vụ chi trả', ['các tổ chức cung cấp dịch vụ chi trả']],
    ['Các đơn vị quản lý bến xe', ['Các đơn vị quản lý bến xe']],
    ['Các đơn vị cung cấp số liệu về bến xe.', ['Các đơn vị']],
  ])('%s', (text, names) => {
    expect(agenciesOf(text)).toEqual(names)
  })
})

describe('names at the end of a line and of a title', () => {
  it.each([
    [
      'Đề nghị các doanh nghiệp sản xuất, chế biến và xuất khẩu hàng hóa',
      ['các doanh nghiệp sản xuất, chế biến và xuất khẩu hàng hóa'],
    ],
    [
      'Trung tâm Xúc tiến đầu tư, thương mại và du lịch tổ chức hội chợ.',
      ['Trung tâm Xúc tiến đầu tư, thương mại và du lịch'],
    ],
    ['Báo và phát thanh, truyền hình Mẫu xây dựng phóng sự.', ['Báo và phát thanh, truyền hình Mẫu']],
    ['Sở Nông nghiệp và Môi trường Khẩn trương chia sẻ dữ liệu.', ['Sở Nông nghiệp và Môi trường']],
  ])('%s', (text, names) => {
    expect(agenciesOf(text)).toEqual(names)
  })
  it('a bare name at the end is no duty', () => {
    const items =
      '\n1. Ban Bảo trì đường bộ chuẩn bị vật tư dự phòng tại chỗ.\n2. Đội Thanh tra giao thông kiểm tra các ngầm tràn.\n3. Phòng Kế hoạch cân đối kinh phí sửa chữa các tuyến đường.\n\n'
    expect(leadsOf(`${items}Ban Thanh tra tổng hợp`)).toHaveLength(3)
    expect(leadsOf(`${items}Ban Thanh tra tổng hợp báo cáo của các đội trước ngày 05/12/2026.`)).toHaveLength(
      4,
    )
  })
})

describe('figures, years and periods that plans state', () => {
  it('a year by which an area is reached is a horizon', () => {
    const on = (line: string) => atAim(readPlan({ aims: [line] }).deadlines).map((d) => d.on)
    expect(on('Diện tích rừng trồng mới toàn tỉnh đến năm 2030 đạt 1.700 ha.')).toHaveLength(1)
    expect(on('Thực hiện Kế hoạch phát triển rừng đến năm 2030 đạt 1.700 ha.')).toEqual([])
  })
  it('the days from which figures are counted bind nobody', () => {
    const on = (line: string) => atDuty(duty(line).deadlines).map((d) => d.on)
    const period = 'tính từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 12 năm 2026'
    expect(on(`Sở Xây dựng thống kê các vụ tai nạn; số liệu báo cáo ${period}.`)).toEqual([])
    expect(on(`Sở Xây dựng gửi số liệu báo cáo ${period} trước ngày 20/12/2026.`)).toEqual(['2026-12-20'])
  })
  it('people kept from something are no target', () => {
    const targets = (line: string) => atDuty(duty(line).targets)
    expect(targets('Công an tỉnh vận động tài xế, không để họ lái xe khi đã uống rượu.')).toEqual([])
    expect(targets('Công an tỉnh tuần tra, không để xảy ra đua xe trái phép.')).toHaveLength(1)
  })
  it('how things went is no list of names', () => {
    const lines = (rest: string) => agenciesOf(`Sở Xây dựng, ${rest}: bố trí người trực tại các ngầm tràn.`)
    expect(lines('cầu treo đã đạt chuẩn') ?? []).not.toContain('cầu treo đã đạt chuẩn')
    expect(lines('Ban Bảo trì đường bộ')).toEqual(['Sở Xây dựng', 'Ban Bảo trì đường bộ'])
  })
  it.each([
    ['Các ngân hàng thương mại cổ phần bố trí máy rút tiền.', ['Các ngân hàng thương mại cổ phần']],
    ['Các ngân hàng thương mại bố trí máy rút tiền.', ['Các ngân hàng thương mại']],
  ])('%s', (text, names) => {
    expect(agenciesOf(text)).toEqual(names)
  })
})
