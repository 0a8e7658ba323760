import { describe, expect, it } from 'vitest'
import { isRefusal } from './extracted-text.ts'
import { toPdfRunByLibrary } from './pdf-library.ts'
import { drawTable, makePdf, type DrawnPage } from './pdf-testing.ts'
import { fromPdf } from './pdf.ts'
import { withTables } from './pdf-tables.ts'
import { SAMPLE } from './testing.ts'

const before = SAMPLE.split('\n').slice(0, 12)
const textOf = async (...drawn: readonly DrawnPage[]): Promise<string> => {
  const result = await fromPdf(makePdf([before], { drawn }), [toPdfRunByLibrary])
  return isRefusal(result) ? result.code : result.text
}
const HEADER = ['TT', 'Nội dung', 'Đơn vị chủ trì']
const COLUMNS = [20, 45, 300, 500]

describe('what is no table stays as it is laid out', () => {
  it('words under one another without lines', async () => {
    const { words } = drawTable(COLUMNS, 800, [HEADER, ['1', 'Lắp đèn', 'Sở Xây dựng']])
    expect(await textOf({ words, lines: [] })).not.toContain('|')
  })

  it('lines under words, and a frame around a page', async () => {
    const { words } = drawTable(COLUMNS, 800, [HEADER, ['1', 'Lắp đèn', 'Sở Xây dựng']])
    const lines = [
      [20, 780, 200, 780],
      [10, 10, 590, 10],
      [10, 830, 590, 830],
      [10, 10, 10, 830],
      [590, 10, 590, 830],
    ] as const
    expect(await textOf({ words, lines })).not.toContain('|')
  })

  it('words on squared paper', async () => {
    const { words } = drawTable(COLUMNS, 800, [HEADER, ['1', 'Lắp đèn', 'Sở Xây dựng']])
    const lines = Array.from({ length: 80 }, (_, i) => [
      [10 + i * 7, 10, 10 + i * 7, 830] as const,
      [10, 10 + i * 10, 590, 10 + i * 10] as const,
    ]).flat()
    expect(await textOf({ words, lines })).not.toContain('|')
  })

  it('a box with one word', async () => {
    const box = drawTable([20, 100, 200], 700, [['HỎA TỐC', '']])
    const page = { words: [...box.words, [20, 800, 'TT   Nội dung   Thời gian'] as const], lines: box.lines }
    expect(await textOf(page)).not.toContain('|')
  })
})

describe('two tables stay two', () => {
  it('where words stand between them', async () => {
    const first = drawTable(COLUMNS, 800, [HEADER, ['1', 'Lắp đèn', 'Sở Xây dựng']])
    const second = drawTable(COLUMNS, 800, [HEADER, ['1', 'Tập huấn', 'Sở Y tế']])
    const text = await textOf(first, {
      ...second,
      words: [...second.words, [40, 820, 'Phụ lục hai'] as const],
    })
    expect(text.match(/^\| TT/gmu)).toHaveLength(2)
  })

  it('where the columns are others', async () => {
    const first = drawTable(COLUMNS, 800, [HEADER, ['1', 'Lắp đèn', 'Sở Xây dựng']])
    const second = drawTable([20, 60, 200, 500], 800, [HEADER, ['1', 'Tập huấn', 'Sở Y tế']])
    expect((await textOf(first, second)).match(/^\| TT/gmu)).toHaveLength(2)
  })
})

it('bytes that no library opens leave the text as it is', async () => {
  const text = 'TT   Nội dung   Đơn vị chủ trì\n1   Lắp đèn   Sở Xây dựng\n'
  const words = [{ page: 1, width: 595, height: 842, words: [] }]
  expect(await withTables(new TextEncoder().encode('%PDF-1.7 nonsense'), text, words)).toBe(text)
})
