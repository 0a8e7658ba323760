import { describe, expect, test } from 'vitest'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'
import { listTables } from './raw-tables.ts'
import type { RawTable } from './types.ts'

const tables = (text: string): RawTable[] => listTables(toLines(normalise(text)), [], 'PL')
const words = (table: RawTable | undefined): string[][] =>
  [table?.header ?? [], ...(table?.rows ?? [])].map((row) => row.map((cell) => cell.text))

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

describe('a table, however the text gives it', () => {
  test('bars of markdown', () => {
    expect(
      words(tables('| TT | Việc | Cơ quan |\n|---|---|---|\n| 1 | Sửa đường | Sở Xây dựng |')[0]),
    ).toEqual([
      ['TT', 'Việc', 'Cơ quan'],
      ['1', 'Sửa đường', 'Sở Xây dựng'],
    ])
  })

  test('tabs', () => {
    expect(words(tables('TT\tViệc\tCơ quan\n1\tSửa đường\tSở Xây dựng')[0])).toEqual([
      ['TT', 'Việc', 'Cơ quan'],
      ['1', 'Sửa đường', 'Sở Xây dựng'],
    ])
  })

  test('cells on lines of their own between lone bars', () => {
    const text =
      '|\n**TT**\n|\n**Việc**\n|\n**Cơ quan**\n|\n|\n1\n|\nSửa đường,\nlắp biển\n|\nSở Xây dựng\n|\n|\n2\n|\nTuần tra\n|\nCông an tỉnh\n|\n'
    expect(words(tables(text)[0])).toEqual([
      ['TT', 'Việc', 'Cơ quan'],
      ['1', 'Sửa đường, lắp biển', 'Sở Xây dựng'],
      ['2', 'Tuần tra', 'Công an tỉnh'],
    ])
  })

  test('a cell that spans rows leaves the second without its number', () => {
    const text = bars(`TT / Việc / Chủ trì / Phối hợp / Nguồn vốn
I / Cầu và đường
1 / Sửa cầu treo / Sở Xây dựng / Sở Tài chính / Ngân sách tỉnh
Lắp biển báo / Công an tỉnh
2 / Sơn kẻ đường / Sở Xây dựng / Công an tỉnh
3 / Tuần tra đêm / Công an tỉnh /  / Không có`)
    expect(words(tables(text)[0])).toEqual([
      ['TT', 'Việc', 'Chủ trì', 'Phối hợp', 'Nguồn vốn'],
      ['I', 'Cầu và đường', '', '', ''],
      ['1', 'Sửa cầu treo', 'Sở Xây dựng', 'Sở Tài chính', 'Ngân sách tỉnh'],
      ['', 'Lắp biển báo', 'Công an tỉnh', '', ''],
      ['2', 'Sơn kẻ đường', 'Sở Xây dựng', 'Công an tỉnh', ''],
      ['3', 'Tuần tra đêm', 'Công an tỉnh', '', 'Không có'],
    ])
  })

  test('cells below each other, as gazettes give them', () => {
    const text =
      'TT\nNội dung, nhiệm vụ\nCơ quan chủ\ntrì\nCơ quan\nphối hợp\nThời gian\n' +
      'I\nAn toàn giao thông\n' +
      '1\nRà soát điểm đen trên các\ntuyến đường.\nSở Xây dựng\nCông an tỉnh,\ncác sở\nQuý II\nnăm 2026\n' +
      '2\nTuần tra ban đêm.\nCông an tỉnh\nUBND các\nxã, phường\nThường xuyên'
    expect(words(tables(text)[0])).toEqual([
      ['TT', 'Nội dung, nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian'],
      ['I', 'An toàn giao thông', '', '', ''],
      [
        '1',
        'Rà soát điểm đen trên các tuyến đường.',
        'Sở Xây dựng',
        'Công an tỉnh, các sở',
        'Quý II năm 2026',
      ],
      ['2', 'Tuần tra ban đêm.', 'Công an tỉnh', 'UBND các xã, phường', 'Thường xuyên'],
    ])
  })

  test('columns drawn with spaces, a row torn by a page', () => {
    const text = [
      '                                        Cơ quan            Thời gian',
      'TT   Nội dung nhiệm vụ                  chủ trì            hoàn thành',
      '',
      '1    Rà soát điểm đen trên các          Sở Xây dựng        Quý II/2026',
      '     tuyến đường tỉnh',
      '',
      '2    Tuần tra ban đêm trên quốc         Công an tỉnh       Thường',
      '     lộ và đường tỉnh                                      xuyên',
      '',
      '                                                                   7',
      '',
      '3    Cấp cứu nạn nhân                   Sở Y tế            Năm 2026',
    ].join('\n')
    expect(words(tables(text)[0])).toEqual([
      ['TT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
      ['1', 'Rà soát điểm đen trên các tuyến đường tỉnh', 'Sở Xây dựng', 'Quý II/2026'],
      ['2', 'Tuần tra ban đêm trên quốc lộ và đường tỉnh', 'Công an tỉnh', 'Thường xuyên'],
      ['3', 'Cấp cứu nạn nhân', 'Sở Y tế', 'Năm 2026'],
    ])
  })

  test('its span holds all cells', () => {
    const text = 'x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\ny'
    const span = tables(text)[0]?.span
    expect(text.slice(span?.start, span?.end)).toBe('a | b |\n|---|---|\n| 1 | 2')
  })
})
