import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'

/** Who has to do what, by the path of the item. */
const leadsAt = (body: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(openPlan(body).tasks.map(({ path, lead }) => [path, lead]))

describe('a title over one sentence that says who', () => {
  it('names the step, and the sentence its doer behind what it rests on', () => {
    const leads = leadsAt(`I. TRÌNH TỰ
1. Bước 1: Lập danh mục hồ chứa.
Trên cơ sở đề nghị của Ủy ban nhân dân các xã, Sở Xây dựng lập danh mục hồ chứa xuống cấp.
2. Bước 2: Công khai danh mục.
Sau khi danh mục được duyệt, người dân được xem tại nhà văn hóa.`)
    expect(leads).toEqual({ 'I.1': ['Sở Xây dựng'], 'I.2': [] })
  })

  it('names several, and the sentence which of them', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ, Sở Nội vụ
Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Nội vụ tập huấn cho cán bộ thôn.
2. Sở Y tế, Sở Tài chính
Công an tỉnh cung cấp số liệu để các sở tổng hợp.`)
    expect(leads['I.1']).toEqual(['Sở Khoa học và Công nghệ'])
    expect(leads['I.2']).toEqual(['Sở Y tế', 'Sở Tài chính'])
  })

  it('names nobody in particular', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Đối với các tổ chức khác
Đề nghị Hội Nông dân tỉnh, Hội Phụ nữ tỉnh... vận động hội viên góp ngày công.
2. Các trường học khác
Chuẩn bị chỗ trú cho học sinh, Sở Y tế cấp thuốc.`)
    expect(leads).toEqual({ 'I.1': ['Hội Nông dân tỉnh', 'Hội Phụ nữ tỉnh'], 'I.2': ['Các trường học khác'] })
  })

  it('is a request to names of which the last is a group', () => {
    const leads = leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Đề nghị Hội Nông dân tỉnh và các tổ chức chính trị - xã hội trực thuộc
- Vận động hội viên góp ngày công làm đường.`)
    expect(leads['I.1.-1']).toEqual(['Hội Nông dân tỉnh', 'các tổ chức chính trị - xã hội trực thuộc'])
  })
})

describe('a title that says with whom', () => {
  it('leaves the lead to the agency above it, the names of its items work along', () => {
    const { tasks } = openPlan(`I. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh
a) Chủ trì, phối hợp với:
- Sở Y tế và các đơn vị có liên quan diễn tập cứu nạn.
- Sở Xây dựng rà soát lối thoát nạn của chợ.
b) Phân công như sau:
- Sở Tài chính bố trí kinh phí diễn tập trong dự toán năm.`)
    const who = Object.fromEntries(tasks.map(({ path, lead, partners }) => [path, [lead, partners]]))
    expect(who['I.1.a.-1']).toEqual([['Công an tỉnh'], ['Sở Y tế', 'các đơn vị có liên quan']])
    expect(who['I.1.a.-2']).toEqual([['Công an tỉnh'], ['Sở Xây dựng']])
    expect(who['I.1.b.-1']?.[0]).toEqual(['Sở Tài chính'])
  })
})

describe('an order handed on before the items', () => {
  it('gives them to whom it asks, not to who asks', () => {
    const leads = leadsAt(`I. VỀ BẾN ĐÒ
Để giữ an toàn mùa lũ, Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã thực hiện các nhiệm vụ sau:
- Kiểm tra áo phao trên từng đò.
II. VỀ CẦU TREO
Để giữ an toàn mùa lũ, Sở Xây dựng thực hiện các nhiệm vụ sau:
- Kiểm tra dây cáp của từng cầu.`)
    expect(leads['I.-1']).toEqual(['Giám đốc các sở', 'Chủ tịch Ủy ban nhân dân các xã'])
    expect(leads['II.-1']).toEqual(['Sở Xây dựng'])
  })
})

describe('items below a colon that are no duties of their own', () => {
  it('say what a thing must be, or who is entitled', () => {
    const leads = leadsAt(`I. NỘI DUNG
1. Về mức hỗ trợ
a) Nhà xây mới phải bảo đảm các yêu cầu sau đây:
- Nền cứng, khung cứng và mái cứng.
- Diện tích sử dụng từ ba mươi mét vuông trở lên.
b) Xác định đối tượng được hỗ trợ: hộ nghèo có nhà ở thuộc một trong các trường hợp sau:
- Nhà ở bị sập đổ hoàn toàn sau bão.
2. Sở Xây dựng thực hiện các yêu cầu sau:
- Thiết kế ba mẫu nhà để người dân lựa chọn.
- Hướng dẫn thợ địa phương thi công.`)
    expect(Object.keys(leads)).toEqual(['I.2.-1', 'I.2.-2'])
  })

  it('are papers and works of the one duty above them', () => {
    const leads = leadsAt(`I. PHÂN CÔNG
1. Ủy ban nhân dân xã
a) Lập hồ sơ hoàn công cho từng hộ gia đình được hỗ trợ, bao gồm:
- Đơn của hộ gia đình có xác nhận của thôn;
- Biên bản nghiệm thu phần móng.
b) Tổ chức thực hiện các việc sau đây trên địa bàn xã:
- Đơn vị thi công được chọn qua đấu thầu, xã giám sát.
- Vận động nhân dân góp ngày công.`)
    expect(Object.keys(leads)).toEqual(['I.1.a', 'I.1.b.-1', 'I.1.b.-2'])
  })
})

describe('private persons who have a duty', () => {
  it('are named before "có trách nhiệm"', () => {
    const leads = leadsAt(`I. VỀ BẾN ĐÒ
1. Chủ bến, thuyền trưởng và người lái đò có trách nhiệm nhắc khách mặc áo phao.
2. Người dân và du khách được đi đò miễn phí trong ba ngày hội.`)
    expect(leads['I.1']).toEqual(['Chủ bến', 'thuyền trưởng', 'người lái đò'])
    expect(leads['I.2']).not.toContain('du khách')
  })
})

describe('what a plan says beside its work', () => {
  it('who answers when something fails, where money is found, when it enters into force', () => {
    const leads = leadsAt(`I. CƠ CHẾ PHỐI HỢP
1. Trường hợp chậm gửi số liệu, đơn vị chịu trách nhiệm giải trình trước Ủy ban nhân dân tỉnh.
2. Trường hợp có lũ lớn, Sở Y tế trực cấp cứu suốt ngày đêm tại các bến.
II. PHƯƠNG ÁN HUY ĐỘNG KINH PHÍ
- Lồng ghép vào kế hoạch đầu tư công trung hạn của tỉnh.
III. HIỆU LỰC THI HÀNH
Kế hoạch này thay thế Kế hoạch năm trước của Ủy ban nhân dân tỉnh.
Yêu cầu Thủ trưởng các sở, Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm thực hiện nghiêm Kế hoạch này.`)
    expect(leads).toEqual({ 'I.2': ['Sở Y tế'] })
  })
})

describe('a bold title cut within a name', () => {
  const page = (first: string, second: string) => `**I. TỔ CHỨC
THỰC HIỆN**

**1. ${first}
${second}

- Chủ trì sửa chữa các cầu treo dân sinh đã
xuống cấp trên địa bàn các xã vùng cao, báo cáo
kết quả để Ủy ban nhân dân tỉnh xem xét.

- Lắp đặt biển báo tải trọng ở hai đầu cầu và
kiểm tra dây cáp trước mùa mưa lũ hằng năm.`

  it('goes on where a note in plain letters ends its line', () => {
    expect(leadsAt(page('Sở', 'Xây dựng **(cơ quan chủ trì)'))['I.1.-1']).toEqual(['Sở Xây dựng'])
  })

  it('ends where its last word may end a title', () => {
    const body = page('Sở Xây dựng**', 'Thực hiện các nhiệm vụ dưới đây:')
    expect(leadsAt(body)['I.1.-1']).toEqual(['Sở Xây dựng'])
  })
})

describe('requirements on a matter', () => {
  it('hold the duty of a body that is named with what it does, and no other', () => {
    const leads = leadsAt(`I. NỘI DUNG
1. Yêu cầu về kỹ thuật
a) Sở Xây dựng nghiên cứu, thiết kế ba mẫu nhà phù hợp với phong tục của từng địa phương.
b) Nhà ở phải bền chắc và tránh được gió bão.
c) Các cơ quan, đơn vị chủ động bám sát yêu cầu về kỹ thuật khi tổ chức thực hiện.
2. Sở Tài chính bố trí kinh phí thực hiện.`)
    expect(leads).toEqual({ 'I.1.a': ['Sở Xây dựng'], 'I.2': ['Sở Tài chính'] })
  })
})
