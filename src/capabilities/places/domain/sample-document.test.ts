import { describe, expect, it } from 'vitest'
import { isSampleHeading, toSampleParts, toSampleText } from './sample-document.ts'

const source = `@left ỦY BAN NHÂN DÂN | TỈNH MẪU
@right CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Mẫu, ngày 01 tháng 02 năm 2026
@title KẾ HOẠCH | Thử

I. MỤC TIÊU
- Một việc.
@mystery không mất
@recipients Nơi nhận: | - Lưu: VT.
@sign CHỦ TỊCH |  | Lò Minh Khang
@page
| TT | Việc |
|---|---|
| 1 | Đi |
| 2 | Về |
`

describe('the source of a sample', () => {
  it('becomes parts in their order, and nothing is lost', () => {
    expect(toSampleParts(source)).toEqual([
      {
        kind: 'letterhead',
        left: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'],
        right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Mẫu, ngày 01 tháng 02 năm 2026'],
      },
      { kind: 'title', lines: ['KẾ HOẠCH', 'Thử'] },
      { kind: 'paragraph', text: 'I. MỤC TIÊU' },
      { kind: 'paragraph', text: '- Một việc.' },
      { kind: 'paragraph', text: '@mystery không mất' },
      { kind: 'foot', recipients: ['Nơi nhận:', '- Lưu: VT.'], sign: ['CHỦ TỊCH', '', 'Lò Minh Khang'] },
      { kind: 'page' },
      {
        kind: 'table',
        rows: [
          ['TT', 'Việc'],
          ['1', 'Đi'],
          ['2', 'Về'],
        ],
      },
    ])
  })

  it('is printed as text from top to bottom', () => {
    const text = toSampleText(toSampleParts(source))
    expect(text).toMatch(/^ỦY BAN NHÂN DÂN\nTỈNH MẪU\nCỘNG HÒA/u)
    expect(text).toContain('| 2 | Về |')
  })

  it.each([
    ['IV. TỔ CHỨC THỰC HIỆN', true],
    ['1. Sở Xây dựng', true],
    ['1. Xử lý dứt điểm 08 điểm đen.', false],
    ['- Sở Xây dựng', false],
  ])('“%s” is a heading: %s', (text, expected) => {
    expect(isSampleHeading(text)).toBe(expected)
  })
})
