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
