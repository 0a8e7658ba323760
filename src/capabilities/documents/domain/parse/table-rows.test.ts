import { describe, expect, it } from 'vitest'
import { readPlan } from './plan-testing.ts'

const rowsOf = (head: string, ...rows: readonly string[]) => {
  const read = readPlan({
    annex: `PHỤ LỤC\n\n${head}\n${head.replace(/[^|]+/gu, '---')}\n${rows.join('\n')}`,
  })
  const inAnnex = <T extends { readonly path: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ path }) => path.startsWith('PL'))
  return { ...read, tasks: inAnnex(read.tasks), deadlines: inAnnex(read.deadlines) }
}
const HEAD = '| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |'
const paths = (tasks: readonly { readonly path: string; readonly lead: readonly string[] }[]) =>
  tasks.map(({ path, lead }) => `${path} ${lead.join(', ')}`)

describe('what is no row of its own', () => {
  it.each([
    ['figures in brackets', '|  | (1) | (2) | (3) | (4) |'],
    ['all in brackets', '| (1) | (2) | (3) | (4) | (5) |'],
    ['letters and figures', '| A | B | 1 | 2 | 3 |'],
    ['bare figures', '| 1 | 2 | 3 | 4 | 5 |'],
    ['the head once more', HEAD],
  ])('the numbers of the columns: %s', (_, numbers) => {
    const { tasks } = rowsOf(
      HEAD,
      numbers,
      '| 1 | Kẻ vạch sơn đường | Sở Xây dựng | Công an tỉnh | Tháng 5/2026 |',
      '| 2 | Lắp đèn tín hiệu | Công an tỉnh |  | Tháng 6/2026 |',
    )
    expect(paths(tasks)).toEqual(['PL.1 Sở Xây dựng', 'PL.2 Công an tỉnh'])
  })

  it('a row that a page break tore off goes back into its row', () => {
    const { tasks } = rowsOf(
      HEAD,
      '| 1 | Rà soát (1) cầu treo; (2) bến đò; | Sở Xây dựng |  | Tháng 5/2026 |',
      '|  | (3) đường ngang dân sinh; (4) ngầm tràn. |  |  |  |',
      '| 2 | Tổ chức trực cấp cứu tại các trạm y tế ven quốc lộ | Sở Y tế | Công an tỉnh, Sở |  |',
      '|  | lộ và báo cáo hằng tuần |  | Xây dựng và ủy ban xã |  |',
      '| 3 | Lắp đèn tín hiệu | Công an tỉnh |  | Tháng 6/2026 |',
    )
    expect(paths(tasks)).toEqual(['PL.1 Sở Xây dựng', 'PL.2 Sở Y tế', 'PL.3 Công an tỉnh'])
    expect(tasks[0]?.text).toBe('Rà soát (1) cầu treo; (2) bến đò; (3) đường ngang dân sinh; (4) ngầm tràn.')
  })

  it('a group keeps its place when words of the row above stand in it', () => {
    const { tasks } = rowsOf(
      HEAD,
      '| I | Tuyên truyền |  |  |  |',
      '| 1 | In tờ rơi | Sở Tư pháp |  | 2026 và những năm tiếp theo |',
      '| II | Hạ tầng |  |  | những năm tiếp theo |',
      '| 2 | Kẻ vạch sơn đường | Sở Xây dựng |  | Tháng 5/2026 |',
    )
    expect(paths(tasks)).toEqual(['PL.1 Sở Tư pháp', 'PL.2 Sở Xây dựng'])
  })
})

describe('the time of a row', () => {
  it('goes on from a year', () => {
    const { tasks, deadlines } = rowsOf(
      HEAD,
      '| 1 | In tờ rơi | Sở Tư pháp |  | 2026 và những năm tiếp theo |',
    )
    expect(deadlines.map(({ kind, on }) => [kind, on])).toEqual([['start', '2026']])
    expect(tasks.map(({ due }) => due)).toEqual([null])
  })
})

describe('a timetable of inspections', () => {
  const { tasks, deadlines, tables } = rowsOf(
    '| STT | Đơn vị được kiểm tra | Thời gian kiểm tra |',
    '| I | Các sở |  |',
    '| 1 | Sở Y tế | Từ tháng 3 đến tháng 9/2026 |',
    '| 2 | Sở Tư pháp | Tháng 7/2026 |',
    '| II | Các xã |  |',
    '| 1 | Xã Mẫu Thượng | Tháng 8/2026 |',
  )

  it('gives nobody a duty, and its months count through the groups', () => {
    expect(tables.map(({ kind }) => kind)).toEqual(['schedule'])
    expect(tasks).toEqual([])
    expect(deadlines.map(({ path, on }) => [path, on])).toEqual([
      ['PL.1', '2026-03/2026-09'],
      ['PL.2', '2026-07'],
      ['PL.3', '2026-08'],
    ])
  })
})

describe('a result that is measured', () => {
  it('is a target of its row', () => {
    const { targets } = rowsOf(
      '| TT | Nhiệm vụ | Cơ quan chủ trì | Kết quả |',
      '| 1 | Tập huấn lái xe | Sở Xây dựng | 100% lái xe buýt được tập huấn |',
    )
    expect(targets.filter(({ path }) => path === 'PL.1').map(({ value, unit }) => [value, unit])).toEqual([
      [100, '%'],
    ])
  })
})
