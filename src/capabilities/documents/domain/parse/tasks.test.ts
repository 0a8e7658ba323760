import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'

const read = (body: string) =>
  openPlan(body).tasks.map((t) => [t.path, t.lead, t.partners, t.due, t.recurrence])

describe('who leads and who works along', () => {
  it('a heading that is an agency leads each item below it', () => {
    expect(
      read(`I. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa, Thể thao và Du lịch
- Tổ chức tuyên truyền về dịch vụ.
- Phối hợp với Báo Mẫu, Công an tỉnh mở chuyên mục trước ngày 30/6/2030.`),
    ).toEqual([
      ['I.1.-1', ['Sở Văn hóa, Thể thao và Du lịch'], [], null, null],
      ['I.1.-2', ['Sở Văn hóa, Thể thao và Du lịch'], ['Báo Mẫu', 'Công an tỉnh'], '2030-06-30', null],
    ])
  })

  it('a heading that lists agencies gives every one of them the lead', () => {
    expect(
      read(`I. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành; UBND các xã, phường
- Quán triệt Kế hoạch đến cán bộ.
- Bố trí kinh phí thực hiện.`).map((t) => t[1]),
    ).toEqual([
      ['Các sở, ban, ngành', 'UBND các xã, phường'],
      ['Các sở, ban, ngành', 'UBND các xã, phường'],
    ])
  })

  it('a subject at the head of an item', () => {
    expect(
      read(`I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế chủ trì, phối hợp với Sở Tài chính tham mưu bố trí kinh phí.
2. Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động nhân dân.
3. Giám đốc Sở Nội vụ (cơ quan thường trực) chủ động theo dõi, đôn đốc.
4. Giao Sở Tư pháp rà soát các quy định.`),
    ).toEqual([
      ['I.1', ['Sở Y tế'], ['Sở Tài chính'], null, null],
      ['I.2', ['Ủy ban MTTQ Việt Nam tỉnh', 'các tổ chức chính trị - xã hội'], [], null, null],
      ['I.3', ['Giám đốc Sở Nội vụ'], [], null, null],
      ['I.4', ['Sở Tư pháp'], [], null, null],
    ])
  })

  it('the addressees of the opening lead the items that name nobody', () => {
    expect(
      read(`Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở, Chủ tịch UBND các xã, phường thực hiện các nhiệm vụ sau:
1. Rà soát các điểm có nguy cơ sạt lở.
2. Công an tỉnh tổ chức tuần tra.`).map((t) => t[1]),
    ).toEqual([['Giám đốc các sở', 'Chủ tịch UBND các xã, phường'], ['Công an tỉnh']])
  })

  it('lines that say who, with whom, when and what make one activity', () => {
    const plan = openPlan(`I. NHIỆM VỤ
1. Tổ chức hội nghị tập huấn
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: Sở Tài chính; UBND các xã, phường.
- Thời gian thực hiện: Quý II/2030.
- Sản phẩm: Báo cáo kết quả.
2. Xây dựng tài liệu
- Đơn vị thực hiện: Văn phòng UBND tỉnh; đơn vị phối hợp: Báo Mẫu.
- Thời gian: Hằng tháng.`)
    expect(plan.tasks.map((t) => [t.path, t.lead, t.partners, t.due, t.recurrence, t.output])).toEqual([
      ['I.1', ['Sở Nội vụ'], ['Sở Tài chính', 'UBND các xã, phường'], '2030-Q2', null, 'Báo cáo kết quả'],
      ['I.2', ['Văn phòng UBND tỉnh'], ['Báo Mẫu'], null, 'monthly', null],
    ])
  })

  it('labels and orders inside the words of the item', () => {
    expect(
      read(`I. NHIỆM VỤ
1. Xây dựng dữ liệu dùng chung (Đơn vị chủ trì: Sở Y tế; đơn vị phối hợp: Công an tỉnh; thời gian: Quý III/2030).
2. Sửa đổi quy chế quản lý. Giao Sở Tư pháp chủ trì thực hiện.
3. Ban hành danh mục thủ tục (Văn phòng UBND tỉnh).`),
    ).toEqual([
      ['I.1', ['Sở Y tế'], ['Công an tỉnh'], '2030-Q3', null],
      ['I.2', ['Sở Tư pháp'], [], null, null],
      ['I.3', ['Văn phòng UBND tỉnh'], [], null, null],
    ])
  })

  it('a short heading, its sentence below, and the responsibility of somebody', () => {
    expect(
      read(`I. NHIỆM VỤ
1. Phát triển hạ tầng
Sở Khoa học và Công nghệ chủ trì triển khai trước ngày 31/12/2030.
2. Trách nhiệm của UBND cấp xã
- Bố trí nhân lực.`),
    ).toEqual([
      ['I.1', ['Sở Khoa học và Công nghệ'], [], '2030-12-31', null],
      ['I.2.-1', ['UBND cấp xã'], [], null, null],
    ])
  })

  it('the closing that charges one agency', () => {
    const tasks = openPlan(`I. NHIỆM VỤ
1. Sở Y tế kiểm tra việc thực hiện.

Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.`).tasks
    expect(tasks.at(-1)).toMatchObject({ path: '(closing)', lead: ['Sở Nội vụ'] })
  })
})

describe('what is no task, and who does not lead', () => {
  it('purposes, requirements, aims and money', () => {
    expect(
      read(`I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của người dân.
2. Việc triển khai bảo đảm kịp thời.
II. MỤC TIÊU
1. Tỷ lệ hài lòng đạt trên 90%.
III. KINH PHÍ
1. Nguồn ngân sách tỉnh theo phân cấp.
IV. TỔ CHỨC THỰC HIỆN
1. Sở Y tế tổ chức thực hiện.`).map((t) => t[0]),
    ).toEqual(['IV.1'])
  })

  it('headings with items of their own', () => {
    expect(
      read(`I. NHIỆM VỤ
1. Công tác tuyên truyền
a) Mở chuyên trang.
b) Phát tờ rơi.`).map((t) => t[0]),
    ).toEqual(['I.1.a', 'I.1.b'])
  })

  it('an agency that is only spoken of does not lead', () => {
    const tasks = read(`I. NHIỆM VỤ
1. Thực hiện hướng dẫn của Sở Y tế về tiêm chủng.
2. Tổ chức kiểm tra theo chỉ đạo của UBND tỉnh.`)
    expect(tasks.map((t) => t[1])).toEqual([[], []])
  })

  it('a partner is not named twice as lead and partner', () => {
    const [task] = openPlan(`I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế phối hợp với Sở Y tế, Sở Tài chính kiểm tra.`).tasks
    expect(task?.partners).toEqual(['Sở Tài chính'])
  })

  it('lines of money or place are no partners', () => {
    const [task] = openPlan(`I. NHIỆM VỤ
1. Tổ chức hội nghị
- Cơ quan chủ trì: Sở Nội vụ.
- Địa điểm: Hội trường UBND tỉnh.
- Kinh phí: Ngân sách tỉnh.`).tasks
    expect(task).toMatchObject({ lead: ['Sở Nội vụ'], partners: [], due: null })
  })

  it('the order that everybody carries out the plan is a formula', () => {
    const tasks = openPlan(`I. NHIỆM VỤ
1. Sở Y tế kiểm tra việc thực hiện.

Yêu cầu các sở, ban, ngành nghiêm túc triển khai thực hiện./.`).tasks
    expect(tasks.map((t) => t.path)).toEqual(['I.1'])
  })
})
