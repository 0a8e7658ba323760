import { describe, expect, test } from 'vitest'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'
import { listTables } from './raw-tables.ts'

const count = (text: string): number => listTables(toLines(normalise(text)), [], 'PL').length

/** Each cell on a line of its own between lone bars, two bars where a row ends. */
const bars = (rows: string): string =>
  `|\n${rows
    .split('\n')
    .map((row) =>
      row
        .split(' / ')
        .map((cell) => (cell.trim() === '' ? '|\n' : `${cell}\n|\n`))
        .join(''),
    )
    .join('|\n')}`

describe('what is no table', () => {
  test.each([
    ['running text', 'Sở Xây dựng rà soát điểm đen.\nCông an tỉnh tuần tra.'],
    ['a tab after a marker', '1.\tSở Xây dựng rà soát.\n2.\tCông an tỉnh tuần tra.'],
    [
      'the two columns of a head',
      '|\n**UBND TỈNH MẪU**\n|\n**CỘNG HÒA XÃ HỘI**\n|\n|\nSố: 1/KH\n|\nMẫu Sơn\n|\n',
    ],
    ['a single row', '| a | b |'],
    ['a header without rows', '| a | b |\n|---|---|'],
    ['numbers alone on lines', 'TT\n1\n2\n3'],
    [
      'columns of a signature',
      'Nơi nhận:                 TM. ỦY BAN NHÂN DÂN\n- Các sở;                    CHỦ TỊCH\n- Lưu: VT.                   Nguyễn Văn Mẫu',
    ],
    ['bars in a formula', 'tỷ lệ |x| nhỏ'],
  ])('%s', (_, text) => {
    expect(count(text)).toBe(0)
  })

  test('a number of things in a cell opens no row', () => {
    const text = bars(`TT / Việc / Chủ trì / Ghi chú / Số lượng / Đơn vị tính
1 / Lắp biển báo / Sở Xây dựng /  / 40 / biển báo các loại
2 / Tuần tra đêm / Công an tỉnh /  / 9 / tổ công tác`)
    const rows = listTables(toLines(normalise(text)), [], 'PL').flatMap((t) => t.rows)
    expect(rows.map((row) => [row[0]?.text, row[4]?.text])).toEqual([
      ['1', '40'],
      ['2', '9'],
    ])
  })

  test('a table that lost its numbers, however long, is cut without falling over', () => {
    const lost = Array.from({ length: 30_000 }, () => 'Lắp biển báo').join('\n')
    const text = bars(`TT / Việc / Chủ trì\n1 / Sửa cầu / Sở Xây dựng\n2 / Sơn kẻ / Sở Xây dựng\n${lost}`)
    const rows = listTables(toLines(normalise(text)), [], 'PL').flatMap((t) => t.rows)
    expect(rows.every((row) => row.length === 3)).toBe(true)
  })

  test('a torn table makes no row of nothing', () => {
    const text = '|\na\n|\nb\n|\nc\n|\n|\n|\n|\n|\n|\n1\n|\n2\n|\n3\n|\n'
    const rows = listTables(toLines(normalise(text)), [], 'PL').flatMap((t) => t.rows)
    expect(rows.every((row) => row.some((cell) => cell.text !== ''))).toBe(true)
  })
})
