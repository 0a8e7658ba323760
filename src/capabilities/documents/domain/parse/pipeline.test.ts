import { array, check, constantFrom, integer, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OutlineNode, Span, Structure } from '../../contract.ts'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

const SAMPLE = `ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỈNH MẪU                   Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND            Mẫu Sơn, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Bảo đảm an toàn giao thông năm 2026

Thực hiện Chỉ thị số 23-CT/TW ngày 25/5/2023 của Ban Bí thư; Ủy ban nhân dân tỉnh ban hành Kế hoạch với chủ đề “Đường an toàn” như sau:

I. MỤC TIÊU
1. Giảm từ 5% trở lên số vụ, số người chết so với năm 2025.
2. Không để xảy ra ùn tắc kéo dài.

II. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh
- Chủ trì, phối hợp với Sở Xây dựng tuần tra trên các tuyến quốc lộ.
- Báo cáo kết quả trước ngày 15/12/2026; định kỳ hằng tháng, quý gửi Ban An toàn giao thông tỉnh.
2. UBND các xã, phường: tuyên truyền đến từng hộ dân trước ngày 30/6/2026.

Yêu cầu các đơn vị nghiêm túc thực hiện./.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
|----|----------|-----------------|-----------|
| 1 | Xử lý điểm đen | Sở Xây dựng | Quý II/2026 |
| 2 | Lắp biển báo | Sở Xây dựng | 30/9/2026 |
`

const listSpans = (structure: Structure): Span[] => {
  const nodes = (list: readonly OutlineNode[]): Span[] => list.flatMap((n) => [n.span, ...nodes(n.children)])
  return [
    ...Object.values(structure.headerSpans).map((h) => h.span),
    ...nodes(structure.outline),
    ...structure.citations.flatMap((c) => c.spans),
    ...structure.findings.flatMap((f) => f.spans),
    ...[
      ...structure.tasks,
      ...structure.targets,
      ...structure.deadlines,
      ...structure.reporting,
      ...structure.triggers,
      ...structure.tables,
    ].map((v) => v.span),
  ]
}

const isInside = (text: string): boolean =>
  listSpans(readDocument({ text, agencies: noAgencies })).every(
    (span) => span.start >= 0 && span.end >= span.start && span.end <= text.length,
  )

describe('a plan from head to annex', () => {
  const read = readDocument({ text: SAMPLE, agencies: noAgencies })

  test('its parts', () => {
    expect(read.refused).toBeNull()
    expect(read.document).toMatchObject({
      number: '12/KH-UBND',
      theme: 'Đường an toàn',
      recipients: ['Các sở, ban, ngành', 'Lưu: VT'],
    })
    expect(read.outline.map((n) => [n.path, n.marker, n.heading])).toEqual([
      ['I', 'I.', 'MỤC TIÊU'],
      ['II', 'II.', 'TỔ CHỨC THỰC HIỆN'],
    ])
    expect(read.citations.map((c) => c.number)).toEqual(['23-CT/TW'])
  })

  test('spans show the words in the text', () => {
    const node = read.outline[1]?.children[0]?.children[1]
    expect(SAMPLE.slice(node?.span.start, node?.span.end)).toMatch(/^- Báo cáo kết quả .* tỉnh\.$/u)
    const number = read.headerSpans['number']
    expect(SAMPLE.slice(number?.span.start, number?.span.end)).toBe('Số: 12/KH-UBND')
  })

  test('the same text in decomposed letters reads the same, its spans in its own offsets', () => {
    const decomposed = SAMPLE.normalize('NFD')
    const other = readDocument({ text: decomposed, agencies: noAgencies })
    expect(other.document).toEqual(read.document)
    expect(other.citations.map((c) => c.number)).toEqual(['23-CT/TW'])
    const span = other.citations[0]?.spans[0]
    expect(decomposed.slice(span?.start, span?.end).normalize('NFC')).toBe(
      'Chỉ thị số 23-CT/TW ngày 25/5/2023',
    )
  })

  test('both line ends read the same', () => {
    expect(readDocument({ text: SAMPLE.replaceAll('\n', '\r\n'), agencies: noAgencies }).document).toEqual(
      read.document,
    )
  })
})

describe('no input makes it throw or point outside the text', () => {
  test('anything', () => {
    const outcome = check(property(oneof(string(), string({ unit: 'binary' })), isInside), { numRuns: 200 })
    expect(outcome.counterexample).toBeNull()
  })

  test('pieces of documents in any order', () => {
    const piece = constantFrom(
      ...SAMPLE.split('\n'),
      'I.',
      '1.',
      'a)',
      '(1)',
      '- ',
      '+ ',
      'Điều 1.',
      'Phụ lục',
      '|',
      '| a | b |',
      '1.1.',
      '**',
      '<sup>1</sup>',
      '\u0301',
      '',
      ' ',
    )
    const glue = constantFrom('\n', ' ', '\n\n', '')
    const outcome = check(
      property(array(piece, { maxLength: 60 }), glue, (pieces, between) => isInside(pieces.join(between))),
      { numRuns: 200 },
    )
    expect(outcome.counterexample).toBeNull()
  })

  test('a document with characters cut out and put in', () => {
    const cut = integer({ min: 0, max: SAMPLE.length })
    const outcome = check(
      property(cut, cut, string({ maxLength: 6 }), (a, b, put) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        return isInside(SAMPLE.slice(0, from) + put + SAMPLE.slice(to))
      }),
      { numRuns: 300 },
    )
    expect(outcome.counterexample).toBeNull()
  })
})
