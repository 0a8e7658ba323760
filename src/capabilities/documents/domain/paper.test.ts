import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPaper, toRuns } from './paper.ts'
import { toPiece } from './parse/mapped-text.ts'

const sample = [
  'ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'TỈNH MẪU                     Độc lập - Tự do - Hạnh phúc',
  '',
  'Số: 12/KH-UBND            Tỉnh Mẫu, ngày 05 tháng 01 năm 2026',
  '',
  'KẾ HOẠCH',
  'Bảo đảm trật tự, an toàn giao thông năm 2026',
  '',
  'Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung',
  'chủ yếu như sau:',
  '',
  'I. MỤC TIÊU',
  '1. Giảm ít nhất 5% số người chết vì tai nạn giao',
  'thông so với năm 2025.',
  '',
  '2',
  '',
  '- Sở Xây dựng chủ trì rà soát điểm đen.',
  '',
  '| STT | Nhiệm vụ | Chủ trì |',
  '|---|---|---|',
  '| 1 | Xóa điểm đen | Sở Xây dựng |',
  '',
  'Nơi nhận:                        TM. ỦY BAN NHÂN DÂN',
  '- Như trên;                      CHỦ TỊCH',
].join('\n')

describe('a document as paper', () => {
  const blocks = toPaper(sample)
  const textOf = (start: string) => blocks.find((block) => block.piece.text.startsWith(start))

  it('makes paragraphs whole again and leaves page numbers out', () => {
    expect(textOf('1. Giảm')?.piece.text).toBe(
      '1. Giảm ít nhất 5% số người chết vì tai nạn giao thông so với năm 2025.',
    )
    expect(blocks.some((block) => block.piece.text === '2')).toBe(false)
  })
  it('tells title, headings and items apart', () => {
    expect(textOf('KẾ HOẠCH')?.kind).toBe('title')
    expect(textOf('I. MỤC TIÊU')).toMatchObject({ kind: 'heading', depth: 0 })
    expect(textOf('1. Giảm')).toMatchObject({ kind: 'item', depth: 1 })
    expect(textOf('- Sở Xây dựng')).toMatchObject({ kind: 'item', depth: 3 })
  })
  it('cuts rows into cells and drops the drawn line', () => {
    const rows = blocks.filter((block) => block.kind === 'row')
    expect(rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['STT', 'Nhiệm vụ', 'Chủ trì'],
      ['1', 'Xóa điểm đen', 'Sở Xây dựng'],
    ])
  })
  it('knows where each sign stood', () => {
    for (const { piece } of blocks) {
      const solid = [...piece.text].every((sign, i) => sign === ' ' || sample[piece.map[i] ?? -1] === sign)
      expect(solid).toBe(true)
    }
  })
  it('gives every word of a text without title too', () => {
    expect(
      toPaper('Một đoạn thường.\nĐoạn nữa.')
        .map((block) => block.piece.text)
        .join(' '),
    ).toContain('Đoạn nữa.')
  })
})

describe('runs', () => {
  it('begin and end where marks do, overlaps included', () => {
    const piece = toPiece('giảm 5% số vụ', 100)
    const marks = [
      { id: 'a', spans: [{ start: 100, end: 107 }] },
      { id: 'b', spans: [{ start: 105, end: 113 }] },
    ]
    expect(toRuns(piece, marks)).toEqual([
      { text: 'giảm ', marks: ['a'] },
      { text: '5%', marks: ['a', 'b'] },
      { text: ' số vụ', marks: ['b'] },
    ])
  })
  it('leave a piece whole that no mark touches', () => {
    expect(toRuns(toPiece('abc'), [{ id: 'a', spans: [{ start: 3, end: 9 }] }])).toEqual([
      { text: 'abc', marks: [] },
    ])
    expect(toRuns(toPiece(''), [])).toEqual([])
  })
  it('lose no sign, whatever the marks', () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 5 }), (text, spans) => {
        const marks = spans.map((one, i) => ({ id: String(i), spans: [one] }))
        expect(
          toRuns(toPiece(text), marks)
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
  it('and paper never throw on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => Array.isArray(toPaper(text))),
    )
  })
})
