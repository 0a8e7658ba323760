import { describe, expect, test } from 'vitest'
import { findMarker, toRomanValue } from './markers.ts'

const read = (text: string) => {
  const marker = findMarker(text)
  return marker && [marker.kind, marker.label, text.slice(marker.end)]
}

describe('a line opens with its marker', () => {
  test.each([
    ['I. MỤC ĐÍCH', ['roman', 'I', 'MỤC ĐÍCH']],
    ['IV- TỔ CHỨC', ['roman', 'IV', 'TỔ CHỨC']],
    ['Ii. tổ chức', ['roman', 'II', 'tổ chức']],
    ['lI. NHIỆM VỤ CHUNG', ['roman', 'II', 'NHIỆM VỤ CHUNG']],
    ['V1. KINH PHÍ', ['roman', 'VI', 'KINH PHÍ']],
    ['(i) Tuần tra', ['paren', '(i)', 'Tuần tra']],
    ['1- Mục đích', ['arabic', '1', 'Mục đích']],
    ['1.1- Giám sát', ['decimal', '1.1', 'Giám sát']],
    ['a- Xây dựng', ['letter', 'a', 'Xây dựng']],
    ['I . Nội dung', ['roman', 'I', 'Nội dung']],
    ['V/ KINH PHÍ', ['roman', 'V', 'KINH PHÍ']],
    ['A. NHỮNG NỘI DUNG', ['letter-upper', 'A', 'NHỮNG NỘI DUNG']],
    ['Phần thứ nhất. QUAN ĐIỂM', ['part', 'Phần thứ nhất', 'QUAN ĐIỂM']],
    ['Điều 1. Ban hành', ['article', 'Điều 1', 'Ban hành']],
    ['1. Sở Y tế', ['arabic', '1', 'Sở Y tế']],
    ['1 . Sở Y tế', ['arabic', '1', 'Sở Y tế']],
    ['01. Sở Y tế', ['arabic', '1', 'Sở Y tế']],
    ['1 Mục đích', ['arabic', '1', 'Mục đích']],
    ['1.2. Áp dụng', ['decimal', '1.2', 'Áp dụng']],
    ['2.1.a. Lập danh sách', ['letter', 'a', 'Lập danh sách']],
    ['3.2.đ) Lập danh sách', ['letter', 'đ', 'Lập danh sách']],
    ['2.1.am nhạc', ['decimal', '2.1', 'am nhạc']],
    ['1.2.3 Áp dụng', ['decimal', '1.2.3', 'Áp dụng']],
    ['đ) Vận tải', ['letter', 'đ', 'Vận tải']],
    ['a. Vận tải', ['letter', 'a', 'Vận tải']],
    ['(1) Hội Nông dân', ['paren', '(1)', 'Hội Nông dân']],
    ['2) Hội Nông dân', ['arabic-paren', '2', 'Hội Nông dân']],
    ['- Tham mưu', ['dash', '', 'Tham mưu']],
    ['+ Phối hợp', ['plus', '', 'Phối hợp']],
    ['• Phối hợp', ['bullet', '•', 'Phối hợp']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('roman numerals have their value', () => {
    expect(['I', 'IV', 'IX', 'XIV', 'XXXIX'].map(toRomanValue)).toEqual([1, 4, 9, 14, 39])
  })
})
