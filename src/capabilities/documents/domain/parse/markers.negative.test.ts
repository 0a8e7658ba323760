import { describe, expect, test } from 'vitest'
import { findMarker, toRomanValue } from './markers.ts'

describe('what only looks like a marker', () => {
  test.each([
    '15/12/2025 để tổng hợp',
    '5% trở lên về số vụ',
    '2.305 nhà ở hư hỏng',
    '1.200.000 đồng',
    '46/2017/NĐ-CP của Chính phủ',
    '31/CT-TTg ngày 21/12/2023',
    '23-CT/TW của Ban Bí thư',
    '2025. Ban An toàn giao thông',
    '- 2025, tầm nhìn đến năm 2030',
    '+07:00',
    'Điều lệ Đảng',
    'Điều 1 của Luật',
    'Một số nhiệm vụ',
    'XIV của Đảng',
    'VX',
    'văn phòng',
  ])('%s', (text) => {
    expect(findMarker(text)).toBeUndefined()
  })

  test('letters that are no roman number', () => {
    expect(['IIX', 'VX', 'IC', ''].map(toRomanValue)).toEqual([undefined, undefined, undefined, undefined])
  })
})
