import { describe, expect, it } from 'vitest'
import { readPlan } from './plan-testing.ts'

const table = (columns: string, ...rows: readonly string[]): string =>
  `PHỤ LỤC\n\n${columns}\n${columns.replace(/[^|]+/gu, '---')}\n${rows.join('\n')}`

const rowsOf = (annex: string) => {
  const { tasks, targets, deadlines } = readPlan({ annex })
  const inAnnex = <T extends { readonly path: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ path }) => path.startsWith('PL'))
  return { tasks: inAnnex(tasks), targets: inAnnex(targets), deadlines: inAnnex(deadlines) }
}

const ASSIGNMENT = '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |'

describe('a table that assigns nothing', () => {
  it.each([
    ['of people', table('| TT | Họ và tên | Chức vụ |', '| 1 | Nguyễn Văn Mẫu | Trưởng phòng |')],
    ['of figures', table('| TT | Năm | Số vụ |', '| 1 | 2024 | 120 |', '| 2 | 2025 | 98 |')],
    ['without rows', table(ASSIGNMENT)],
  ])('%s gives no task', (_what, annex) => {
    expect(rowsOf(annex).tasks).toEqual([])
  })
})

describe('within a table of assignment', () => {
  it('an empty row gives no task', () => {
    const annex = table(ASSIGNMENT, '| 1 | Xử lý điểm đen | Sở Xây dựng | 30/9/2026 |', '|  |  |  |  |')
    expect(rowsOf(annex).tasks).toHaveLength(1)
  })

  it('a heading of rows gives no task', () => {
    const annex = table(
      ASSIGNMENT,
      '| I | CÔNG TÁC TUYÊN TRUYỀN |  |  |',
      '| 1 | In tờ rơi | Sở Tư pháp | 30/9/2026 |',
    )
    expect(rowsOf(annex).tasks.map(({ lead }) => lead)).toEqual([['Sở Tư pháp']])
  })

  it('an empty cell gives no date', () => {
    const [task] = rowsOf(table(ASSIGNMENT, '| 1 | Xử lý điểm đen | Sở Xây dựng |  |')).tasks
    expect(task).toMatchObject({ lead: ['Sở Xây dựng'], due: null })
  })

  it('an impossible day is no deadline', () => {
    const { deadlines } = rowsOf(table(ASSIGNMENT, '| 1 | Xử lý điểm đen | Sở Xây dựng | 31/9/2026 |'))
    expect(deadlines.filter(({ on }) => on === '2026-09-30' || on === '2026-10-01')).toEqual([])
  })

  it.each([
    ['a paper', 'Kế hoạch năm 2026'],
    ['papers counted', '02 báo cáo'],
    ['a paper of a number', 'Quyết định số 15/QĐ-UBND, Đề án 06'],
    ['a rhythm', 'Báo cáo 6 tháng, hằng năm'],
    ['a day', 'Văn bản ban hành trước ngày 30/9/2026'],
    ['a duration', 'Báo cáo trong 15 ngày làm việc'],
    ['a state', 'Khoảng 4,2 triệu hồ sơ hiện có'],
  ])('%s that is to come gives no target', (_what, output) => {
    const columns = '| TT | Nhiệm vụ | Cơ quan chủ trì | Sản phẩm |'
    expect(rowsOf(table(columns, `| 1 | Rà soát hồ sơ | Sở Xây dựng | ${output} |`)).targets).toEqual([])
  })

  it('a ditto under nothing says nothing, and is no body', () => {
    const annex = table(ASSIGNMENT, '| 1 | Xử lý điểm đen | ″ | ″ |', '| 2 | In tờ rơi | Sở Tư pháp | ″ |')
    const { tasks, deadlines } = rowsOf(annex)
    expect(tasks.flatMap(({ lead }) => lead)).toEqual(['Sở Tư pháp'])
    expect(deadlines).toEqual([])
  })

  it('a row without a number but with a body of its own stays a row', () => {
    const annex = table(
      ASSIGNMENT,
      '| 1 | Xử lý điểm đen | Sở Xây dựng | 30/9/2026 |',
      '|  | Cắm biển tạm | Công an tỉnh |  |',
      '| 2 | In tờ rơi | Sở Tư pháp | ″ |',
    )
    expect(rowsOf(annex).tasks).toHaveLength(3)
  })
})
