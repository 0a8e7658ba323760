import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'

/** Who has to do what, by the path of the item. */
const leadsAt = (body: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(openPlan(body).tasks.map(({ path, lead }) => [path, lead]))

describe('who does it stands behind a dash at the end', () => {
  it('as the last words of the item', () => {
    const leads = leadsAt(`I. NỘI DUNG SINH HOẠT
1. Phân tích đề thi tốt nghiệp năm 2030 (môn Địa lý) – Trường THPT Hoa Ban thực hiện.
2. Tham luận “Kinh nghiệm phụ đạo học sinh” - Trường THPT Núi Xanh hỗ trợ thực hiện.`)
    expect(leads).toEqual({ 'I.1': ['Trường THPT Hoa Ban'], 'I.2': ['Trường THPT Núi Xanh'] })
  })

  it('but a dash within a name names nobody', () => {
    const leads = leadsAt(`I. NHIỆM VỤ
1. Tuyên truyền Luật Trật tự - An toàn giao thông đến từng hộ gia đình.
2. Sở Y tế kiểm tra.`)
    expect(leads['I.1']).toEqual([])
  })
})

describe('a heading that lists departments without their head', () => {
  it('gives each its head back, and its items to all of them', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Đối với các Sở: Kế hoạch và Đầu tư, Xây dựng, Công thương; Ủy ban nhân dân các huyện, thị xã Hải An và thành phố Mẫu:
a) Khi lập quy hoạch phải đảm bảo tính đồng bộ giữa các công trình.
b) Ủy ban nhân dân các huyện, thị xã Hải An và thành phố Mẫu quản lý chặt chẽ việc xây dựng trên địa bàn.
2. Sở Y tế kiểm tra.`)
    const districts = 'Ủy ban nhân dân các huyện, thị xã Hải An và thành phố Mẫu'
    expect(leads['I.1.a']).toEqual(['Sở Kế hoạch và Đầu tư', 'Sở Xây dựng', 'Sở Công thương', districts])
    expect(leads['I.1.b']).toEqual([districts])
  })
})

describe('a heading that says what the bodies are, not who', () => {
  it('leaves the naming to the sentence below it', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Cơ quan đăng ký kinh doanh:
Sở Kế hoạch và Đầu tư, Ủy ban nhân dân các huyện khi cấp giấy chứng nhận phải căn cứ quy hoạch mạng lưới.
2. Sở Y tế kiểm tra.`)
    expect(leads['I.1']).toEqual(['Sở Kế hoạch và Đầu tư', 'Ủy ban nhân dân các huyện'])
  })
})

describe('an opening paragraph that is itself a duty', () => {
  it('is one, with the agency that it orders', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Giao Sở Y tế là cơ quan đầu mối, chủ trì, hướng dẫn thực hiện Đề án phòng bệnh mùa hè trên địa bàn tỉnh đến hết năm học; tổ chức thực hiện các nhiệm vụ sau:
- Đôn đốc các đơn vị trực thuộc trực cấp cứu.
- Tổng hợp kết quả của các huyện.
2. Công an tỉnh tuần tra.`)
    expect(leads['I.1']).toEqual(['Sở Y tế'])
    expect(leads['I.1.-2']).toEqual(['Sở Y tế'])
  })

  it('that ends with one agency apart gives the items to that one', () => {
    const leads = leadsAt(`I. PHÂN CÔNG CHUẨN BỊ
1. Đối với Ủy ban nhân dân cấp xã, các trường
Đề nghị Ủy ban nhân dân cấp xã chỉ đạo các trường chuẩn bị đầy đủ báo cáo. Riêng Ủy ban nhân dân phường Hoa Ban cử đại diện dự họp và chỉ đạo:
- Cử cán bộ tiếp đón Đoàn kiểm tra.
- Chuẩn bị địa điểm làm việc.
Các trường trung học phổ thông tại Phụ lục I: Chuẩn bị báo cáo và cử người làm việc với Đoàn kiểm tra.
2. Sở Y tế kiểm tra.`)
    expect(leads['I.1.-1']).toEqual(['Ủy ban nhân dân phường Hoa Ban'])
    const at = openPlan(`I. PHÂN CÔNG CHUẨN BỊ
1. Đối với Ủy ban nhân dân cấp xã, các trường
Đề nghị Ủy ban nhân dân cấp xã chỉ đạo các trường chuẩn bị đầy đủ báo cáo. Riêng Ủy ban nhân dân phường Hoa Ban cử đại diện dự họp và chỉ đạo:
- Cử cán bộ tiếp đón Đoàn kiểm tra.
- Chuẩn bị địa điểm làm việc.
Các trường trung học phổ thông tại Phụ lục I: Chuẩn bị báo cáo và cử người làm việc với Đoàn kiểm tra.
2. Sở Y tế kiểm tra.`).tasks.filter(({ path }) => path === 'I.1')
    expect(at.map(({ lead }) => lead[0])).toEqual([
      'Ủy ban nhân dân cấp xã',
      expect.stringMatching(/^Các trường trung học phổ thông/u),
    ])
  })

  it('that only announces is none', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
Chủ trì thực hiện các nhiệm vụ sau:
- Trực cấp cứu trong các ngày nghỉ.
- Kiểm tra thuốc dự trữ.
2. Công an tỉnh tuần tra.`)
    expect(leads['I.1']).toBeUndefined()
    expect(leads['I.1.-1']).toEqual(['Sở Y tế'])
  })
})

describe('names that offices use', () => {
  it.each([
    ['Chủ đầu tư bố trí biển báo tại nơi thi công.', ['Chủ đầu tư']],
    ['Chủ các mạng căn cứ quy định để đề xuất phương án ngầm hóa.', ['Chủ các mạng']],
    [
      'Các chủ hồ chứa nước thủy lợi, thủy điện tổ chức trực ban, thực hiện nghiêm túc quy trình vận hành.',
      ['Các chủ hồ chứa nước thủy lợi, thủy điện'],
    ],
    [
      'Vụ trưởng Vụ Pháp luật dân sự - kinh tế có trách nhiệm theo dõi việc thực hiện.',
      ['Vụ trưởng Vụ Pháp luật dân sự - kinh tế'],
    ],
    [
      'Tổ chức pháp chế thuộc Bộ, cơ quan ngang Bộ và cơ quan thuộc Chính phủ có trách nhiệm theo dõi.',
      ['Tổ chức pháp chế thuộc Bộ, cơ quan ngang Bộ và cơ quan thuộc Chính phủ'],
    ],
    [
      'Các Bộ, cơ quan liên quan theo chức năng nghiên cứu kỹ kiến nghị của tỉnh.',
      ['Các Bộ, cơ quan liên quan'],
    ],
  ])('%s', (sentence, lead) => {
    expect(leadsAt(`I. NHIỆM VỤ\n1. ${sentence}\n2. Sở Y tế kiểm tra.`)['I.1']).toEqual(lead)
  })

  it('are not cut where the line ends', () => {
    const leads = leadsAt(`I. NHIỆM VỤ
1. Đài Truyền hình Việt Nam, Đài Tiếng nói Việt
Nam, Thông tấn xã Việt Nam kịp thời thông tin về tình hình mưa lũ và công tác chỉ đạo
ứng phó của các cơ quan chức năng, tăng cường phổ biến kỹ năng cho người dân vùng lũ.
2. Sở Y tế kiểm tra.`)
    expect(leads['I.1']).toEqual([
      'Đài Truyền hình Việt Nam',
      'Đài Tiếng nói Việt Nam',
      'Thông tấn xã Việt Nam',
    ])
  })
})

describe('an opening that hands an order on', () => {
  it('gives the items to whoever hands it on', () => {
    const leads = leadsAt(`I. NHIỆM VỤ
1. Bảo đảm an sinh xã hội
Bộ Tài chính chỉ đạo Bảo hiểm xã hội Việt Nam:
a) Chi trả gộp lương hưu cho người dân vùng lũ.
b) Khẩn trương cấp lại thẻ bảo hiểm y tế.
2. Sở Y tế kiểm tra.`)
    expect([leads['I.1.a'], leads['I.1.b']]).toEqual([['Bộ Tài chính'], ['Bộ Tài chính']])
  })

  it('a person with a charge is one name, and the charge ends where the duty begins', () => {
    const leads = leadsAt(`I. NHIỆM VỤ
1. Đồng chí Giám đốc Sở Y tế, Phó Giám đốc Sở Y tế phụ trách lĩnh vực tiếp tục bám sát tình hình thực tế.
2. Sở Y tế kiểm tra.`)
    expect(leads['I.1']?.at(-1)).toMatch(/phụ trách lĩnh vực$/u)
  })

  it('`Trách nhiệm của …` needs no colon', () => {
    const leads = leadsAt(`I. NHIỆM VỤ
1. Trách nhiệm của đối tượng thực hiện kiểm kê
- Chuẩn bị hồ sơ, tài liệu về tài sản.
- Báo cáo kết quả kiểm kê.
2. Sở Y tế kiểm tra.`)
    expect(leads['I.1.-1']).toEqual(['đối tượng thực hiện kiểm kê'])
  })
})

describe('what obliges nobody', () => {
  it.each([
    ['NỘI DUNG', 'Phấn đấu có ít nhất 70% số người hưởng trợ cấp nhận tiền qua tài khoản.'],
    ['NỘI DUNG', 'Đến năm 2032, 100% trẻ em được lập hồ sơ sức khỏe.'],
    ['CÁCH THỨC XẾP HẠNG', 'Địa phương có thành tích xuất sắc được cộng điểm thi đua.'],
    ['NỘI DUNG HỘI NGHỊ', 'Hội nghị cử Chủ tọa và Thư ký hội nghị theo quy định của pháp luật.'],
    ['NỘI DUNG HỘI NGHỊ', 'Kết quả thỏa thuận tại hội nghị hiệp thương lần thứ nhất.'],
    ['NỘI DUNG HỘI NGHỊ', 'Trường hợp không thỏa thuận được thì hội nghị quyết định biểu quyết.'],
    ['BẢN TIN SINH HOẠT, TẬP TRUNG VÀO CÁC NHÓM NỘI DUNG', 'Phổ biến nghị quyết, chỉ thị mới của cấp trên.'],
    ['HIỆN TRẠNG', 'Các khu công nghiệp đã lấp đầy trên tám mươi phần trăm diện tích.'],
  ])('%s: %s', (heading, item) => {
    const leads = leadsAt(`I. ${heading}\n1. ${item}\nII. NHIỆM VỤ\n1. Sở Y tế kiểm tra.`)
    expect(leads['I.1']).toBeUndefined()
  })

  it('the formula by which a body asks its own people to carry the plan out', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế kiểm tra.
2. Ban Thường trực Ủy ban Mặt trận Tổ quốc xã yêu cầu các đồng chí trong cơ quan triển khai, thực hiện nghiêm túc kế hoạch này.`)
    expect(leads['I.2']).toBeUndefined()
  })

  it('what goes on after a semicolon names no doer', () => {
    const leads = leadsAt(`I. NHIỆM VỤ
1. Thực hiện đa dạng hóa các hình thức tập huấn cho lực lượng phòng, chống thiên tai; các cá nhân, tổ chức trực tiếp thực hiện.
2. Sở Y tế kiểm tra.`)
    expect(leads['I.1']).toEqual([])
  })
})

describe('a report whose contents are listed', () => {
  it('is one duty', () => {
    const leads = leadsAt(`I. CHẾ ĐỘ BÁO CÁO
1. Báo cáo hằng tháng
Yêu cầu Ủy ban nhân dân các xã báo cáo số liệu định kỳ hằng tháng bao gồm:
(1). Tổng số gói thầu trong kỳ;
(2). Tỷ lệ tiết kiệm trong đấu thầu.
2. Sở Y tế kiểm tra.`)
    expect(Object.keys(leads)).toEqual(['I.1', 'I.2'])
  })

  it('but items that tell what to do are duties each', () => {
    const leads = leadsAt(`I. NHIỆM VỤ
1. Công tác kiểm tra
Yêu cầu Ủy ban nhân dân các xã thực hiện các nội dung sau:
(1). Kiểm tra các bến khách ngang sông;
(2). Xử lý các trường hợp chở quá số người quy định.
2. Sở Y tế kiểm tra.`)
    expect(leads['I.1.(1)']).toEqual(['Ủy ban nhân dân các xã'])
  })

  it('regulations to be studied are contents too', () => {
    const leads = leadsAt(`I. NHIỆM VỤ
1. Nghiên cứu, quán triệt và thực hiện nghiêm túc quy định pháp luật:
- Luật Đường bộ năm 2024.
- Nghị định số 165/2024/NĐ-CP ngày 26/12/2024 của Chính phủ.
2. Sở Y tế kiểm tra.`)
    expect(Object.keys(leads)).toEqual(['I.1', 'I.2'])
  })
})

describe('sections of another kind that oblige somebody', () => {
  it('because a body is told to carry out what follows', () => {
    const leads = leadsAt(`I. MỤC TIÊU
1. Các hoạt động chính
Căn cứ tình hình thực tế, các cơ quan, đơn vị phối hợp thực hiện các hoạt động sau:
- Tổ chức lễ phát động.
- Treo khẩu hiệu trên các tuyến phố.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế kiểm tra.`)
    expect(leads['I.1.-2']).toEqual(['các cơ quan, đơn vị'])
  })

  it('lists of projects and of means do not', () => {
    const leads = leadsAt(`I. NỘI DUNG
1. Danh mục các dự án ưu tiên đầu tư
- Xây dựng, nâng cấp các thiết chế văn hóa.
2. Nguồn lực để thực hiện quy hoạch
- Vốn ngoài ngân sách huy động từ xã hội.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế kiểm tra.`)
    expect(Object.keys(leads)).toEqual(['II.1'])
  })
})

describe('the end of a directive', () => {
  it('that charges one body with watching over it is that body’s duty', () => {
    const tasks = openPlan(`I. NHIỆM VỤ
1. Công an tỉnh tuần tra.
2. Sở Y tế
a) Kiểm tra các cơ sở sản xuất thuốc trên địa bàn tỉnh theo quy định;
b) Đẩy mạnh thẩm định kế hoạch phòng ngừa sự cố của các cơ sở y tế.
Cục Hóa chất có trách nhiệm theo dõi, đôn đốc và định kỳ báo cáo tình hình thực hiện Kế hoạch này.`).tasks
    expect(tasks.at(-1)?.path).toBe('(closing)')
    expect(tasks.at(-1)?.lead).toEqual(['Cục Hóa chất'])
  })

  it('whose second sentence charges somebody', () => {
    const tasks = openPlan(`I. NHIỆM VỤ
1. Công an tỉnh tuần tra.
2. Sở Y tế kiểm tra các cơ sở.
Ủy ban nhân dân tỉnh yêu cầu các sở, ngành nghiêm túc thực hiện những nội dung trên. Giao Bảo hiểm xã hội tỉnh theo dõi, tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh.`).tasks
    expect(tasks.at(-1)?.lead).toEqual(['Bảo hiểm xã hội tỉnh'])
  })
})

describe('bodies named by what they are charged with', () => {
  it.each([
    [
      'Cơ quan được giao chủ trì soạn thảo văn bản có trách nhiệm lấy ý kiến của các ngành.',
      ['Cơ quan được giao chủ trì soạn thảo văn bản'],
    ],
    ['Cơ quan đăng ký đầu tư có trách nhiệm công khai thủ tục.', ['Cơ quan đăng ký đầu tư']],
    [
      'Giao người đứng đầu các cơ quan chuyên môn cập nhật dữ liệu hằng ngày.',
      ['người đứng đầu các cơ quan chuyên môn'],
    ],
    ['Các ngành, các cấp chủ động bố trí lực lượng trực.', ['Các ngành, các cấp']],
    ['Cơ quan quản lý: Sở Xây dựng tỉnh Mẫu hướng dẫn các huyện lập phương án.', ['Sở Xây dựng tỉnh Mẫu']],
    [
      'Viện Khoa học Khí tượng và Biến đổi khí hậu nghiên cứu phương pháp kiểm kê.',
      ['Viện Khoa học Khí tượng và Biến đổi khí hậu'],
    ],
    ['Tỉnh tiếp tục rà soát, tháo gỡ khó khăn cho các dự án.', ['Tỉnh']],
    ['Nhà trường chuẩn bị hội trường và tài liệu.', ['Nhà trường']],
  ])('%s', (sentence, lead) => {
    expect(leadsAt(`I. NHIỆM VỤ\n1. ${sentence}\n2. Sở Y tế kiểm tra.`)['I.1']).toEqual(lead)
  })

  it.each([
    'Cơ quan chủ trì: Sở Y tế.',
    'Tỉnh lộ 435 được sửa chữa trong năm.',
    'Bộ phận không nhỏ người dân còn chủ quan.',
  ])('but not: %s', (sentence) => {
    const leads = leadsAt(`I. NHIỆM VỤ\n1. ${sentence}\n2. Sở Y tế kiểm tra.`)['I.1'] ?? []
    expect(leads.filter((name) => /^(?:Cơ quan|Tỉnh|Bộ)/u.test(name))).toEqual([])
  })

  it('in the heading of what each of them watches over', () => {
    const leads = leadsAt(`I. NỘI DUNG GIÁM SÁT, ĐÁNH GIÁ
1. Nội dung giám sát
- Nội dung giám sát của chủ chương trình
+ Theo dõi tiến độ thực hiện các dự án thành phần.
+ Kiểm tra việc sử dụng vốn của từng dự án.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế kiểm tra.`)
    expect(leads['I.1.-1.+1']).toEqual(['chủ chương trình'])
  })
})

describe('stages', () => {
  const stages = (first: string, second: string, third: string) =>
    leadsAt(`I. LỘ TRÌNH THỰC HIỆN
1. Giai đoạn 2031 - 2033
- ${first}
- ${second}
- ${third}
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế kiểm tra.`)

  it('made of works hold duties', () => {
    const leads = stages(
      'Rà soát, bổ sung, hoàn thiện các chính sách hỗ trợ đổi mới công nghệ của tỉnh.',
      'Xây dựng và vận hành cơ sở dữ liệu trong các ngành nông nghiệp, công nghiệp.',
      'Hướng dẫn doanh nghiệp, hợp tác xã đầu tư công nghệ mới vào sản xuất, kinh doanh.',
    )
    expect(Object.keys(leads)).toEqual(['I.1.-1', 'I.1.-2', 'I.1.-3', 'II.1'])
  })

  it('made of dates and conditions do not', () => {
    const leads = stages(
      'Từ ngày 01/3 đến ngày 31/3: đợt 1.',
      'Tháng 4 hằng năm: đợt 2.',
      'Tháng 12: tổng kết.',
    )
    expect(Object.keys(leads)).toEqual(['II.1'])
  })
})

describe('who does it behind a time', () => {
  it('is read after a quarter, a year or a month that opens the sentence', () => {
    const leads = leadsAt(`I. TIẾN ĐỘ THỰC HIỆN
1. Quý I/2031, các cơ quan, đơn vị, địa phương đánh giá kết quả thực hiện phong trào.
2. Năm 2031, Sở Y tế tổ chức kiểm tra các cơ sở khám bệnh trên địa bàn.
3. Năm học mới bắt đầu từ ngày 05 tháng 9, học sinh đến trường an toàn.`)
    expect(leads['I.1']).toEqual(['các cơ quan, đơn vị, địa phương'])
    expect(leads['I.2']).toEqual(['Sở Y tế'])
    expect(leads['I.3']).not.toEqual(['Sở Y tế'])
  })
})

describe('two posts of one body', () => {
  it('are one name, two posts of two bodies are two', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Thủ trưởng, Lãnh đạo các đơn vị chủ động triển khai nhiệm vụ được phân công.
2. Giám đốc/Thủ trưởng các sở, ban, ngành chịu trách nhiệm về tiến độ.
3. Giám đốc Sở Y tế, Chủ tịch Ủy ban nhân dân các xã tổ chức kiểm tra.
4. Các Bộ, cơ quan, địa phương dự Hội nghị đúng thành phần được mời.`)
    expect(leads).toEqual({
      'I.1': ['Thủ trưởng, Lãnh đạo các đơn vị'],
      'I.2': ['Giám đốc/Thủ trưởng các sở, ban, ngành'],
      'I.3': ['Giám đốc Sở Y tế', 'Chủ tịch Ủy ban nhân dân các xã'],
      'I.4': ['Các Bộ, cơ quan, địa phương'],
    })
  })
})

describe('names of bodies after 2025', () => {
  it('are read whole: numbered boards, the merged press, friends abroad, wards one by one', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Ban Quản lý dự án đầu tư xây dựng số 1:
- Khẩn trương thi công các hạng mục còn lại.
2. Đề nghị Cơ quan Báo và Phát thanh, Truyền hình Sơn Hà
- Tăng cường tin bài về an toàn giao thông.
3. Liên hiệp các tổ chức hữu nghị tỉnh Sơn Hà vận động nguồn lực cho chương trình.
4. UBND các phường: Hòa An, Tân Lập –
Núi Xanh và UBND xã Bãi Bồi.
- Chuẩn bị địa điểm tổ chức lễ ra quân.
5. Đối với hạng mục cầu vượt: Giao Ban Quản lý dự án đầu tư xây dựng số 2 chủ trì, phối hợp Sở Y tế giải phóng mặt bằng.`)
    expect(leads).toEqual({
      'I.1.-1': ['Ban Quản lý dự án đầu tư xây dựng số 1'],
      'I.2.-1': ['Cơ quan Báo và Phát thanh, Truyền hình Sơn Hà'],
      'I.3': ['Liên hiệp các tổ chức hữu nghị tỉnh Sơn Hà'],
      'I.4.-1': ['UBND phường Hòa An', 'UBND phường Tân Lập - Núi Xanh', 'UBND xã Bãi Bồi'],
      'I.5': ['Ban Quản lý dự án đầu tư xây dựng số 2'],
    })
  })

  it('a group before a colon stays a group where no names follow', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. UBND các xã, phường:
- Chuẩn bị địa điểm tổ chức lễ ra quân.
2. Sở Xây dựng thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh.`)
    expect(leads).toEqual({ 'I.1.-1': ['UBND các xã, phường'], 'I.2': ['Sở Xây dựng'] })
  })
})

describe('a sentence that works with somebody', () => {
  it('is a duty of its own before the dashes', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ
Phối hợp chặt chẽ với Sở Văn hóa và Thể thao mời các cơ quan đại diện, tổ chức quốc tế tham gia ngày hội của tỉnh năm 2030.
- Tổng hợp kết quả các chuyến thăm.
2. Sở Y tế trực cấp cứu.`)
    expect(Object.keys(leads)).toEqual(['I.1', 'I.1.-1', 'I.2'])
  })
})
