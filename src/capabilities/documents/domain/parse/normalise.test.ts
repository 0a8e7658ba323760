import { describe, expect, test } from 'vitest'
import { toSpan } from './mapped-text.ts'
import { normalise } from './normalise.ts'

/** What the original says where the clean text says `words`. */
const originalOf = (original: string, words: string): string => {
  const normal = normalise(original)
  const at = normal.text.indexOf(words)
  const { start, end } = toSpan(normal, at, at + words.length)
  return original.slice(start, end)
}

describe('the text is cleaned once, at the door', () => {
  test.each([
    ['letters with combining marks become one sign', 'Ke\u0302\u0301 hoa\u0323ch', 'Kế hoạch'],
    ['every space is one space', 'a\u00a0b\u2003c', 'a b c'],
    ['every dash is one dash', '2021\u20132025 \u2014 x', '2021-2025 - x'],
    ['signs without width go', 'ban\u200b hành\ufeff', 'ban hành'],
    ['bold and italics of markdown go', '**1.** *Mục đích:* x', '1. Mục đích: x'],
    ['three stars go', '***Nơi nhận:***', 'Nơi nhận:'],
    ['a mark of a footnote goes', '2021-2025<sup>1</sup>, triển khai', '2021-2025, triển khai'],
    ['a power stays', '1.200 m<sup>2</sup>', '1.200 m2'],
    ['tags and entities go', '<b>Số:</b>&nbsp;12/KH-UBND', 'Số: 12/KH-UBND'],
    ['escapes of markdown go', '\\- Điều 1\\.', '- Điều 1.'],
    ['the eth of old fonts is Đ', 'Ðiều 1.', 'Điều 1.'],
    ['line ends are one kind', 'a\r\nb\rc', 'a\nb\nc'],
  ])('%s', (_, original, clean) => {
    expect(normalise(original).text).toBe(clean)
  })

  test('words joined by an underscore come apart when the text is segmented', () => {
    const line = 'Uỷ_ban nhân_dân thành_phố tổ_chức thực_hiện nhiệm_vụ , chỉ_đạo CT / TW . '
    expect(normalise(line.repeat(4)).text).toContain(
      'nhân dân thành phố tổ chức thực hiện nhiệm vụ, chỉ đạo CT/TW.',
    )
  })

  test('the map leads back to the original signs', () => {
    expect(originalOf('**Sở** Xây d\u01b0\u0323ng ban', 'Xây dựng')).toBe('Xây d\u01b0\u0323ng')
    expect(originalOf('a &amp; b', 'a & b')).toBe('a &amp; b')
  })

  test('bold is remembered', () => {
    const normal = normalise('**Sở** Y tế')
    expect([...normal.bold]).toEqual([1, 1, 0, 0, 0, 0, 0])
  })
})
