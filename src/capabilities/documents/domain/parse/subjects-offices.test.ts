import { describe, expect, it } from 'vitest'
import { findSubject } from './subjects.ts'

/** Who is told, in the ways in which offices of all levels write it. */
const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  [
    'Phòng Kinh tế, Hạ tầng và Đô thị phường tham mưu UBND phường',
    ['Phòng Kinh tế, Hạ tầng và Đô thị phường'],
  ],
  ['Văn phòng HĐND và UBND xã có trách nhiệm đôn đốc', ['Văn phòng HĐND và UBND xã']],
  [
    'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã chủ trì',
    ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã'],
  ],
  ['Trung tâm Phục vụ hành chính công phường tiếp nhận hồ sơ', ['Trung tâm Phục vụ hành chính công phường']],
  ['Trung tâm Dịch vụ tổng hợp xã tuyên truyền trên loa', ['Trung tâm Dịch vụ tổng hợp xã']],
  ['Thuế cơ sở 3 tỉnh Mẫu: Tuyên truyền chính sách', ['Thuế cơ sở 3 tỉnh Mẫu']],
  ['Thống kê tỉnh cung cấp số liệu', ['Thống kê tỉnh']],
  ['Hải quan khu vực VI tăng cường kiểm soát', ['Hải quan khu vực VI']],
  ['Kho bạc Nhà nước Khu vực XII kiểm soát chi', ['Kho bạc Nhà nước Khu vực XII']],
  ['Khu Quản lý đường bộ I sửa chữa mặt đường', ['Khu Quản lý đường bộ I']],
  ['Đồn Biên phòng cửa khẩu Bình Mẫu tuyên truyền', ['Đồn Biên phòng cửa khẩu Bình Mẫu']],
  ['VNPT, Viettel và MobiFone Mẫu bảo đảm thông tin', ['VNPT', 'Viettel', 'MobiFone Mẫu']],
  [
    'Bí thư Chi bộ, Trưởng thôn, Trưởng ban công tác Mặt trận các thôn vận động',
    ['Bí thư Chi bộ', 'Trưởng thôn', 'Trưởng ban công tác Mặt trận các thôn'],
  ],
  ['Tổ trưởng tổ dân phố nhắc nhở người dân', ['Tổ trưởng tổ dân phố']],
  ['Trách nhiệm của các thành viên Ban Chỉ đạo', ['các thành viên Ban Chỉ đạo']],
  ['Đối với Sở Y tế: Chỉ đạo các bệnh viện', ['Sở Y tế']],
  [
    'Đối với cơ quan quản lý, sử dụng cán bộ làm đối ngoại:',
    ['cơ quan quản lý, sử dụng cán bộ làm đối ngoại'],
  ],
  [
    'Các ông (bà): Chánh Văn phòng UBND xã, Trưởng phòng Kinh tế căn cứ nhiệm vụ',
    ['Chánh Văn phòng UBND xã', 'Trưởng phòng Kinh tế'],
  ],
  [
    'Phân công đồng chí Nguyễn Văn A - Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo',
    ['đồng chí Nguyễn Văn A - Phó Chủ tịch UBND tỉnh'],
  ],
  [
    'Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung',
    ['Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban'],
  ],
  [
    'Đề nghị Ủy ban Mặt trận, các tổ chức hội: Hội Nông dân, Hội Liên hiệp Phụ nữ, Hội Cựu chiến binh phối hợp vận động',
    ['Ủy ban Mặt trận', 'Hội Nông dân', 'Hội Liên hiệp Phụ nữ', 'Hội Cựu chiến binh'],
  ],
  [
    'Văn phòng Đăng ký đất đai và các Chi nhánh trực thuộc có trách nhiệm',
    ['Văn phòng Đăng ký đất đai', 'các Chi nhánh trực thuộc'],
  ],
  ['Các nhà đầu tư BOT, đơn vị quản lý đường bộ duy trì', ['Các nhà đầu tư BOT', 'đơn vị quản lý đường bộ']],
]

const NOBODY: readonly string[] = [
  'Đối với khiếu nại về danh sách cử tri: Hướng dẫn công dân',
  'Đối với tuyến đường sắt: kiểm tra lối đi tự mở',
  'Bà con nhân dân phấn khởi',
  'Bộ phận giả được cấp cho người khuyết tật',
  'Trách nhiệm với cộng đồng được nâng lên',
]

describe('subjects of duties', () => {
  it.each(SENTENCES)('%s', (sentence, names) => {
    expect(findSubject(sentence)?.agencies.map((agency) => agency.name)).toEqual(names)
  })

  it.each(NOBODY)('names nobody: %s', (sentence) => {
    expect(findSubject(sentence)).toBeUndefined()
  })
})
