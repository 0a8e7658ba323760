import { describe, expect, it } from 'vitest'
import { toTableText, type Cell } from './table-text.ts'

const cell = (text: string, rows = 1): Cell => ({ paragraphs: [text], columns: 1, rows })
const below: Cell = { paragraphs: [], columns: 1, rows: 1, goesOn: true }
const lines = (rows: readonly (readonly Cell[])[]): string[] =>
  toTableText(rows)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .filter((line) => !line.startsWith('| ---'))

const HEAD = [cell('TT'), cell('Nội dung'), cell('Chủ trì'), cell('Thời gian')]

describe('a cell over several rows', () => {
  it('is said to be the same in each row that it reaches', () => {
    expect(
      lines([
        HEAD,
        [cell('1'), cell('Rà soát'), cell('Sở Xây dựng', 2), cell('Quý II/2026', 3)],
        [cell('2'), cell('Sửa chữa')],
        [cell('3'), cell('Kiểm tra'), cell('Công an tỉnh')],
      ]),
    ).toEqual([
      '| TT | Nội dung | Chủ trì | Thời gian |',
      '| 1 | Rà soát | Sở Xây dựng | Quý II/2026 |',
      '| 2 | Sửa chữa | ″ | ″ |',
      '| 3 | Kiểm tra | Công an tỉnh | ″ |',
    ])
  })

  it('is the same where the container names it at each row', () => {
    expect(
      lines([
        HEAD,
        [cell('1'), cell('Rà soát'), cell('Sở Xây dựng'), cell('Quý II/2026')],
        [cell('2'), cell('Sửa chữa'), below, below],
        [cell('3'), cell('Kiểm tra'), below, cell('Quý III/2026')],
      ]).slice(1),
    ).toEqual([
      '| 1 | Rà soát | Sở Xây dựng | Quý II/2026 |',
      '| 2 | Sửa chữa | ″ | ″ |',
      '| 3 | Kiểm tra | ″ | Quý III/2026 |',
    ])
  })

  it('is printed once when it is the number of a row, a name of the head, or empty', () => {
    expect(
      lines([
        [cell('TT', 2), cell('Nội dung', 2), cell('Phân công'), cell('Thời gian', 2)],
        [cell('Chủ trì')],
        [cell('1', 2), cell('Rà soát'), cell('Sở Xây dựng'), cell('', 2)],
        [cell('Sửa chữa'), cell('Sở Xây dựng')],
      ]),
    ).toEqual([
      '| TT | Nội dung | Phân công | Thời gian |',
      '|  |  | Chủ trì |  |',
      '| 1 | Rà soát | Sở Xây dựng |  |',
      '|  | Sửa chữa | Sở Xây dựng |  |',
    ])
  })
})
