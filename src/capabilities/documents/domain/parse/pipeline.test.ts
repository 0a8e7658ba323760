import { describe, expect, test } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { SAMPLE } from './sample-plan.test-data.ts'

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
