import { describe, expect, it } from 'vitest'
import { readPlan } from './plan-testing.ts'

const targetsOf = (...rows: readonly string[]) =>
  readPlan({
    annex: `PHỤ LỤC\nCHỈ TIÊU\n\n| TT | Chỉ tiêu | Đơn vị tính | Năm 2026 |\n|---|---|---|---|\n${rows.join('\n')}`,
  }).targets.filter(({ path }) => path.startsWith('PL'))

describe('a row without an aim gives no figure', () => {
  it.each([
    ['an empty cell', '| 1 | Tỷ lệ xã có điểm sơ cứu | % |  |'],
    ['a dash', '| 1 | Tỷ lệ xã có điểm sơ cứu | % | - |'],
    ['dots', '| 1 | Tỷ lệ xã có điểm sơ cứu | % | ... |'],
    ['a heading', '| I | AN TOÀN GIAO THÔNG |  |  |'],
  ])('%s', (_what, row) => {
    expect(targetsOf(row).filter(({ value }) => value !== null)).toEqual([])
  })

  it('the number of the row is no figure', () => {
    const values = targetsOf('| 7 | Tỷ lệ xã có điểm sơ cứu | % | 80 |').map(({ value }) => value)
    expect(values).not.toContain(7)
  })
})

describe('an annex that hands out the targets of the plan', () => {
  const read = readPlan({
    aims: ['Tỷ lệ người dân có sổ sức khỏe điện tử đạt 95%.'],
    annex: `PHỤ LỤC\nPHÂN CÔNG CHỈ TIÊU\n\n| TT | Chỉ tiêu | Cơ quan chủ trì |\n|---|---|---|
| 1 | Tỷ lệ người dân có sổ sức khỏe điện tử đạt 95% | Sở Y tế |
| 2 | Tỷ lệ người dân có sổ sức khỏe điện tử tại xã vùng cao đạt 60% | Công an tỉnh |`,
  })

  it('states no target a second time, and keeps the one that is new', () => {
    expect(read.targets.slice(2).map(({ path, value }) => [path, value])).toEqual([
      ['I.3', 95],
      ['PL.2', 60],
    ])
  })

  it('each row is the duty of whoever it names', () => {
    const rows = read.tasks.filter(({ path }) => path.startsWith('PL'))
    expect(rows.map(({ path, lead }) => [path, lead])).toEqual([
      ['PL.1', ['Sở Y tế']],
      ['PL.2', ['Công an tỉnh']],
    ])
  })
})
