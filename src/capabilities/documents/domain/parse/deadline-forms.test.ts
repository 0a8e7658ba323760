import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'

/** The dates of the first of two duties: kind, day, rhythm. The plan is of early 2030. */
const read = (item: string, heading = 'TỔ CHỨC THỰC HIỆN') =>
  openPlan(`I. ${heading}\n1. ${item}\n2. Sở Nội vụ phối hợp thực hiện.`).deadlines.map((d) => [
    d.kind,
    d.on,
    d.recurrence,
  ])

describe('years in the last brackets of an item', () => {
  it.each([
    ['Số hóa bản đồ ngập lụt của tỉnh (2030 - 2032).', [['period', '2030/2032', null]]],
    ['Kết nối trạm đo mưa với Trung ương (giai đoạn 2031 - 2033);', [['period', '2031/2033', null]]],
    ['Đào tạo nhân lực vận hành (xuyên suốt 2030 - 2035).', [['period', '2030/2035', null]]],
    ['Mở rộng vùng cảnh báo (2032 trở đi).', [['start', '2032', null]]],
  ])('%s', (item, dates) => {
    expect(read(item)).toEqual(dates)
  })

  it.each([
    'Sở Y tế tham gia Chương trình nước sạch (2030 - 2032).',
    'Sở Y tế rà soát các dự án nước sạch (2030 - 2032) và trạm y tế.',
    'Sở Y tế phổ biến Nghị quyết của Hội đồng nhân dân nhiệm kỳ (2026 - 2031).',
  ])('but not in or behind a name: %s', (item) => {
    expect(read(item)).toEqual([])
  })
})

describe('the year by which a share is reached', () => {
  it.each([
    ['Phấn đấu đạt 20% xã, phường không ma túy ngay trong năm 2030.', ['2030']],
    ['Đôn đốc các xã đạt mục tiêu ít nhất 50% hộ dùng nước sạch vào năm 2032.', ['2032']],
    ['Xây dựng lộ trình đến năm 2033, đảm bảo ít nhất 70% xã có trạm cấp nước.', ['2033']],
    ['Sở Y tế theo dõi; đến năm 2034 đạt 100% trạm y tế có bác sĩ.', ['2034']],
  ])('%s', (item, years) => {
    const found = read(item)
    expect(found.map(([kind, on]) => [kind, on])).toEqual(years.map((year) => ['horizon', year]))
  })

  it.each([
    'Sở Y tế phân tích nguyên nhân chỉ đạt 75% kế hoạch của năm 2027.',
    'Sở Y tế duy trì kết quả đạt 80% hộ dùng nước sạch trong năm 2028.',
    'Sở Y tế phấn đấu giải ngân đạt 100% kế hoạch vốn năm 2030.',
    'Sở Y tế góp phần đạt mục tiêu tăng trưởng 8% năm 2030 của cả nước.',
    'Sở Y tế tuyên truyền Luật Phòng bệnh năm 2031.',
  ])('no share, or a year gone by: %s', (item) => {
    expect(read(item)).toEqual([])
  })
})

describe('words that only end like a verb', () => {
  it('a programme of each quarter is not handed in within the year', () => {
    expect(read('Sở Y tế phân kỳ chương trình công tác từng quý trong năm 2031.')).toEqual([])
    expect(read('Sở Y tế trình đề án nước sạch trong năm 2031.')).toEqual([['due', '2031', null]])
  })
})

describe('a day that says who is meant', () => {
  const before = (day: string) =>
    openPlan(`I. ĐỐI TƯỢNG ÁP DỤNG
1. Hộ có đăng ký thường trú trước ngày ${day} tại nhà bị hư hỏng.
2. Hộ nghèo theo chuẩn của tỉnh.
II. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng thiết kế ba mẫu nhà.`).deadlines.map(({ on }) => on)

  it('binds nobody when it has gone by; a day to come stays', () => {
    expect(before('15/6/2029')).toEqual([])
    expect(before('15/6/2031')).toEqual(['2031-06-15'])
  })
})
