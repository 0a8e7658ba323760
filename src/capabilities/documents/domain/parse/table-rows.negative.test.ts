import { describe, expect, it } from 'vitest'
import { readPlan } from './plan-testing.ts'

const tasksOf = (head: string, ...rows: readonly string[]) =>
  readPlan({
    annex: `PHỤ LỤC\n\n${head}\n${head.replace(/[^|]+/gu, '---')}\n${rows.join('\n')}`,
  }).tasks.filter(({ path }) => path.startsWith('PL'))
const HEAD = '| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |'
const FIRST = '| 1 | Kẻ vạch sơn đường | Sở Xây dựng | Công an tỉnh | Tháng 5/2026 |'

describe('rows that stay rows', () => {
  it('figures that do not count the columns', () => {
    const { targets } = readPlan({
      annex: `PHỤ LỤC\n\n| TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2027 |\n|---|---|---|---|---|
| 1 | Xã có điểm sơ cứu | xã | 40 | 60 |\n| 2 | 3 | 4 | 9 | 5 |`,
    })
    expect(targets.filter(({ path }) => path === 'PL.1').map(({ value }) => value)).toEqual([40, 60])
  })

  it.each([
    ['a doer of its own', '|  | Sơn gờ giảm tốc | Sở Y tế |  |  |'],
    ['a time of its own', '|  | sơn gờ giảm tốc |  |  | Tháng 7/2026 |'],
    ['a doer in small letters over a full sentence', '|  | Sơn gờ giảm tốc | các xã ven đường |  |  |'],
  ])('a row without a number that has %s', (_, row) => {
    expect(tasksOf(HEAD, FIRST, row).map(({ path }) => path)).toEqual(['PL.1', 'PL.2'])
  })

  it('a Roman number does not make a group of a row with its lead', () => {
    expect(
      tasksOf(HEAD, '| I | Kẻ vạch sơn | Sở Xây dựng |  |  |', '| II | Lắp đèn | Công an tỉnh |  |  |'),
    ).toHaveLength(2)
  })

  it('a heading without a number is not torn off the row above', () => {
    const tasks = tasksOf(HEAD, FIRST, '|  | Công tác tuyên truyền |  |  |  |')
    expect(tasks.map(({ text }) => text)).toEqual(['Kẻ vạch sơn đường'])
  })

  it('a first row without a number that names work is no second head', () => {
    const tasks = tasksOf(
      '| TT | Nhiệm vụ | Cơ quan chủ trì | Sản phẩm |',
      '|  | Kẻ vạch sơn | Sở Xây dựng | Kế hoạch |',
      '| 1 | Lắp đèn | Công an tỉnh | Báo cáo |',
    )
    expect(tasks.map(({ lead }) => lead)).toEqual([['Sở Xây dựng'], ['Công an tỉnh']])
  })
})
