import { describe, expect, it } from 'vitest'
import { listWordNumbers, toWordNumber } from './number-words.ts'
import { atAim, atDuty, readPlan } from './plan-testing.ts'

describe('toWordNumber', () => {
  it.each([
    ['năm', 5],
    ['mười', 10],
    ['mười lăm', 15],
    ['hai mươi', 20],
    ['ba mươi lăm', 35],
    ['một trăm', 100],
    ['một trăm linh năm', 105],
    ['hai trăm ba mươi tư', 234],
  ])('%s is %d', (words, value) => {
    expect(toWordNumber(words)).toBe(value)
  })
})

describe('listWordNumbers', () => {
  it.each([
    ['một trăm phần trăm học sinh ký cam kết', 100, '%'],
    ['giảm một nửa số điểm đen', 50, '%'],
    ['kéo giảm hai phần ba số lối đi tự mở', 66.7, '%'],
    ['tăng gấp đôi so với năm trước', 2, 'lần'],
    ['mỗi xã có ít nhất một mô hình tự quản', 1, undefined],
  ])('%s', (text, value, unit) => {
    expect(listWordNumbers(text)).toMatchObject([{ value, unit }])
  })
})

const aim = (line: string) =>
  atAim(readPlan({ aims: [line] }).targets).map(({ indicator, comparator, value, unit }) => [
    indicator,
    comparator,
    value,
    unit,
  ])

describe('targets in words', () => {
  it.each([
    [
      'Một trăm phần trăm (100%) cơ sở giáo dục ký cam kết bảo đảm an toàn giao thông.',
      ['cơ sở giáo dục ký cam kết bảo đảm an toàn giao thông', '=', 100, '%'],
    ],
    ['Giảm một nửa số điểm đen tai nạn giao thông.', ['số điểm đen tai nạn giao thông', '=', 50, '%']],
    ['Số camera giám sát tăng gấp đôi so với năm 2025.', ['Số camera giám sát', '=', 2, 'lần']],
    ['Hoàn thành 02 (hai) dự án cải tạo nút giao.', ['Hoàn thành dự án cải tạo nút giao', '=', 2, 'dự án']],
    ['Xóa bỏ ít nhất ba điểm đen.', ['Xóa bỏ điểm đen', '>=', 3, 'điểm đen']],
    [
      'Tối thiểu chín mươi phần trăm người dân đội mũ bảo hiểm.',
      ['người dân đội mũ bảo hiểm', '>=', 90, '%'],
    ],
  ])('%s', (line, expected) => {
    expect(aim(line)).toEqual([expected])
  })

  it('is aimed at among duties as well', () => {
    const { targets } = readPlan({
      duties: ['Công an tỉnh phấn đấu giảm một nửa số vụ tai nạn trên Quốc lộ 1 so với năm 2025.'],
    })
    expect(atDuty(targets)).toMatchObject([{ value: 50, unit: '%', direction: 'decrease', baseline: 2025 }])
  })
})
