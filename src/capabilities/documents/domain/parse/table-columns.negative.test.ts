import { describe, expect, it } from 'vitest'
import { readPlan } from './plan-testing.ts'

const read = (head: string, ...rows: readonly string[]) => {
  const { tables, tasks, targets } = readPlan({
    annex: `PHỤ LỤC\n\n${head}\n${head.replace(/[^|]+/gu, '---')}\n${rows.join('\n')}`,
  })
  return {
    kind: tables[0]?.kind,
    leads: tasks.filter(({ path }) => path.startsWith('PL')).map(({ lead }) => lead[0]),
    values: targets.filter(({ path }) => path.startsWith('PL')).map(({ value }) => value),
  }
}

describe('what is no table of targets', () => {
  it('bodies below `Đơn vị` lead', () => {
    const table = read(
      '| TT | Chỉ tiêu | Đơn vị |',
      '| 1 | Tỷ lệ xã có điểm sơ cứu đạt 80% | Sở Y tế |',
      '| 2 | Tỷ lệ cầu yếu được sửa đạt 60% | Sở Xây dựng |',
    )
    expect(table.leads).toEqual(['Sở Y tế', 'Sở Xây dựng'])
  })

  it('the result of a task is no value where nothing is counted', () => {
    const table = read(
      '| TT | Nhiệm vụ | Đơn vị | Kết quả |',
      '| 1 | Sửa cầu yếu | Sở Xây dựng | Cầu được sửa xong |',
      '| 2 | Trực cấp cứu | Sở Y tế | Báo cáo |',
    )
    expect(table).toEqual({ kind: 'assignment', leads: ['Sở Xây dựng', 'Sở Y tế'], values: [] })
  })

  it('things bought and their price', () => {
    const table = read(
      '| TT | Nội dung | Đơn vị tính | Số lượng | Đơn giá |',
      '| 1 | Đèn tín hiệu | bộ | 12 | 4.000.000 |',
      '| 2 | Biển báo | chiếc | 40 | 900.000 |',
    )
    expect(table).toMatchObject({ leads: [], values: [] })
  })

  it('figures of years gone by', () => {
    const table = read(
      '| TT | Chỉ tiêu | ĐVT | Năm 2024 | Năm 2025 |',
      '| 1 | Số người chết | người | 120 | 98 |',
    )
    expect(table.values).toEqual([])
  })

  it('whoever leads a task is no watcher', () => {
    const table = read(
      '| TT | Nội dung | Cơ quan chủ trì theo dõi | Thời gian |',
      '| 1 | Tình hình ùn tắc tại cửa khẩu | Công an tỉnh | Hằng tuần |',
    )
    expect(table.leads).toEqual(['Công an tỉnh'])
  })
})
