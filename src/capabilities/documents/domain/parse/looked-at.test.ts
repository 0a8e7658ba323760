import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'

const tasksOf = (body: string) =>
  openPlan(body).tasks.map(({ path, lead }) => `${path} ${lead.join(', ')}`.trim())
const END = '\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện kế hoạch này.'

describe('a plan of inspection', () => {
  it('topics under `Nội dung kiểm tra` and ways of looking are no tasks', () => {
    expect(
      tasksOf(`I. NỘI DUNG TRỌNG TÂM KIỂM TRA
Kiểm tra việc thực hiện các nhiệm vụ bảo trì đường bộ; tập trung vào những nội dung sau:
1. Quản lý và bảo trì mặt đường
a) Việc lập và lưu giữ sổ tuần đường của đơn vị.
b) Công tác vá sửa mặt đường trước mùa mưa; việc nghiệm thu.
2. Xây dựng và vận hành trạm cân
a) Việc hiệu chuẩn thiết bị cân theo định kỳ.
b) Kết quả xử lý xe quá tải trong quý.
II. PHƯƠNG PHÁP KIỂM TRA
1. Kiểm tra hồ sơ, tài liệu có liên quan của đơn vị.
2. Trao đổi, thảo luận những vấn đề phát hiện qua kiểm tra.${END}`),
    ).toEqual(['III.1 Sở Nội vụ'])
  })

  it('means are no tasks, and persons lead what they are charged with', () => {
    expect(
      tasksOf(`I. PHÂN CÔNG NHIỆM VỤ
1. Ông. Trần Văn Mẫu - Trưởng đoàn: Phụ trách chung, chủ trì các buổi làm việc.
2. Bà Lê Thị Mẫu - Thư ký đoàn: Tổng hợp, dự thảo báo cáo kết quả kiểm tra.
II. DỰ KIẾN CÁC NGUỒN LỰC CHO HOẠT ĐỘNG KIỂM TRA
1. Phương tiện cho hoạt động kiểm tra: Xe ô tô 7 chỗ do Văn phòng Sở Xây dựng bố trí.${END}`),
    ).toEqual(['I.1 Ông Trần Văn Mẫu - Trưởng đoàn', 'I.2 Bà Lê Thị Mẫu - Thư ký đoàn', 'III.1 Sở Nội vụ'])
  })

  it('whoever the chairman hands the inspection to leads it', () => {
    expect(
      tasksOf(`I. ĐOÀN KIỂM TRA
1. Chủ tịch UBND tỉnh giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh tổ chức kiểm tra các trạm cân.${END}`),
    ).toEqual(['I.1 Sở Xây dựng', 'III.1 Sở Nội vụ'])
  })
})

describe('a work with its ends', () => {
  it('is one task', () => {
    expect(
      tasksOf(`I. NHIỆM VỤ
1. Sửa đổi quy định về phí sử dụng bến xe và các quy định có liên quan để:
- Tháo gỡ khó khăn cho đơn vị vận tải tại các xã vùng cao;
- Đơn giản hóa thủ tục cấp phù hiệu.${END}`),
    ).toEqual(['I.1', 'III.1 Sở Nội vụ'])
  })
})
