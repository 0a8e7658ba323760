import { describe, expect, it } from 'vitest'
import { capitaliseNames, mendIssuer } from './worn-names.ts'

describe('an issuer worn down by a scanner', () => {
  it.each([
    ['Ủy bannhândân tinh quáảng ngãi', 'Quảng Ngãi', 'Ủy ban nhân dân tỉnh Quảng Ngãi'],
    ['Ủy ban nhân dân tĩnh quang ngaài', 'Quảng Ngãi', 'Ủy ban nhân dân tỉnh Quảng Ngãi'],
    ['Uy ban nhan dán xã Bình Mâu', 'Bình Mẫu', 'Ủy ban nhân dân xã Bình Mẫu'],
  ])('%s', (printed, place, name) => {
    expect(mendIssuer(printed, place)).toBe(name)
  })

  it.each([
    ['Sở Xây dựng tỉnh Mẫu', 'Mẫu Sơn'],
    ['Ủy ban nhân dân tỉnh Mẫu', 'Bình Sơn'],
    ['Ủy ban nhân dân tỉnh Lạng Sơn', null],
    ['Công an tỉnh Mẫu', 'Mẫu'],
    ['Hội đồng nhân dân tỉnh Mẫu', 'Mẫu Sơn'],
    ['Ủy ban nhân dân Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
    ['Ủy ban nhân dân tỉnh Hà Giang', 'Hà Tĩnh'],
    ['', 'Mẫu'],
  ])('another name stays: %s', (printed, place) => {
    expect(mendIssuer(printed, place)).toBe(printed)
  })
})

describe('the capitals of a name that stood in capitals', () => {
  it.each([
    ['Phòng cảnh sát giao thông Công an tỉnh Mẫu', 'Mẫu Sơn', 'Phòng Cảnh sát giao thông Công an tỉnh Mẫu'],
    ['Cục đường bộ Việt Nam', 'Hà Nội', 'Cục Đường bộ Việt Nam'],
    ['Ban Tuyên giáo và dân vận', 'Mẫu', 'Ban Tuyên giáo và Dân vận'],
    ['Trường THPT bình mẫu', 'Bình Mẫu', 'Trường THPT Bình Mẫu'],
    ['Ủy ban nhân dân tỉnh Mẫu', 'Mẫu Sơn', 'Ủy ban nhân dân tỉnh Mẫu'],
    ['Ban Thường trực Ủy ban Mặt trận', null, 'Ban Thường trực Ủy ban Mặt trận'],
  ])('%s', (issuer, place, name) => {
    expect(capitaliseNames(issuer, place)).toBe(name)
  })
})
