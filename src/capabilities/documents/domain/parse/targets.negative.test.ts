import { describe, expect, it } from 'vitest'
import { atAim, atDuty, readPlan } from './plan-testing.ts'

describe('a number that nobody aims at is no target', () => {
  it.each([
    'Công an tỉnh kiểm tra xe khách từ 16 chỗ trở lên.',
    'Sở Xây dựng sửa chữa mặt đường Quốc lộ 4B đoạn Km 12 đến Km 15.',
    'Sở Giáo dục và Đào tạo hướng dẫn trẻ em dưới 10 tuổi ngồi ghế sau.',
    'Công an tỉnh xử lý người điều khiển xe có nồng độ cồn trên 0,25 mg/lít khí thở.',
    'Sở Tư pháp phổ biến Nghị định số 168/2024/NĐ-CP.',
    'Sở Y tế trực cấp cứu 24/24 giờ, đường dây nóng 115.',
    'Công an tỉnh tổ chức họp dân khi có ít nhất 50% số cử tri được triệu tập tham dự, biểu quyết tán thành.',
  ])('%s', (duty) => {
    expect(atDuty(readPlan({ duties: [duty] }).targets)).toEqual([])
  })
})

describe('among the aims', () => {
  it.each([
    'Tiếp tục thực hiện Chỉ thị số 10/CT-TTg ngày 19/4/2023 của Thủ tướng Chính phủ.',
    'Bám sát Chiến lược quốc gia giai đoạn 2021 - 2030.',
  ])('a citation sets no figure: %s', (aim) => {
    expect(atAim(readPlan({ aims: [aim] }).targets).filter(({ value }) => value !== null)).toEqual([])
  })
})
