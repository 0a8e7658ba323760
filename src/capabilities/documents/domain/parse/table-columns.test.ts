import { describe, expect, it } from 'vitest'
import { readPlan } from './plan-testing.ts'

const read = (head: string, ...rows: readonly string[]) => {
  const { tables, tasks, targets, deadlines, findings } = readPlan({
    annex: `PHỤ LỤC\n\n${head}\n${head.replace(/[^|]+/gu, '---')}\n${rows.join('\n')}`,
  })
  return {
    kind: tables[0]?.kind,
    tasks: tasks.filter(({ path }) => path.startsWith('PL')),
    targets: targets.filter(({ path }) => path.startsWith('PL')),
    deadlines: deadlines.filter(({ path }) => path.startsWith('PL')),
    findings,
  }
}

describe('a table of targets with who watches them', () => {
  const { kind, tasks, targets, deadlines, findings } = read(
    '| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì theo dõi, đánh giá |',
    '| I | Đến năm 2030 |  |  |  |',
    '| 1 | Năng lực cứu hộ trên quốc lộ | Thứ bậc | Đạt mức khá của vùng | Công an tỉnh |',
    '| 2 | Xếp hạng an toàn đường bộ của tỉnh | Thứ bậc | ≤ 3 Miền Bắc; ≤ 10 Cả nước | Công an tỉnh |',
    '| 3 | Chỉ tiêu về cấp cứu |  |  |  |',
    '| 3.1 | Tỉ lệ xã có xe cứu thương tốc độ trên 80 km/h | % | 100% | Sở Y tế |',
    '| 3.2 | Trạm cấp cứu xây mới | Trạm | 40 - 50 | Sở Y tế |',
    '| 4 | Chi cho biển báo trong ngân sách giao thông | % ngân sách | ≥ 3% và tăng dần mỗi năm | Sở Tài chính |',
    '| II | Đến năm 2045 |  |  |  |',
    '| 5 | Trạm cấp cứu xây mới | Trạm | ≥ 90 | Sở Y tế |',
  )

  it('gives targets and no tasks', () => {
    expect(kind).toBe('targets')
    expect(tasks).toEqual([])
    expect(targets.map((t) => [t.path, t.indicator, t.comparator, t.value, t.unit])).toEqual([
      ['PL.1', 'Năng lực cứu hộ trên quốc lộ (đến năm 2030)', '=', null, 'Thứ bậc'],
      ['PL.2', 'Xếp hạng an toàn đường bộ của tỉnh Miền Bắc (đến năm 2030)', '<=', 3, 'Thứ bậc'],
      ['PL.2', 'Xếp hạng an toàn đường bộ của tỉnh Cả nước (đến năm 2030)', '<=', 10, 'Thứ bậc'],
      ['PL.4', 'Tỉ lệ xã có xe cứu thương tốc độ trên 80 km/h (đến năm 2030)', '=', 100, '%'],
      ['PL.5', 'Trạm cấp cứu xây mới (đến năm 2030)', 'range', [40, 50], 'Trạm'],
      ['PL.6', 'Chi cho biển báo trong ngân sách giao thông (đến năm 2030)', '>=', 3, '% ngân sách'],
      ['PL.7', 'Trạm cấp cứu xây mới (đến năm 2045)', '>=', 90, 'Trạm'],
    ])
  })

  it('its groups set the years, and one aim for two years is no contradiction', () => {
    expect(deadlines.map(({ path, kind: of, on }) => [path, of, on])).toEqual([
      ['PL', 'horizon', '2030'],
      ['PL', 'horizon', '2045'],
    ])
    expect(findings.filter(({ kind: of }) => of === 'contradictory-targets')).toEqual([])
  })
})

describe('columns of years', () => {
  it('each has its own target; years gone by are what was reached', () => {
    const { targets } = read(
      '| TT | Chỉ tiêu | ĐVT | Năm 2025 | Mục tiêu năm 2026 | Đến năm 2030 |',
      '| 1 | Xã có điểm sơ cứu | xã | 20 | 40 | 60 |',
    )
    expect(targets.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['Xã có điểm sơ cứu (mục tiêu năm 2026)', 40],
      ['Xã có điểm sơ cứu (đến năm 2030)', 60],
    ])
  })
})

describe('a head of two rows', () => {
  it.each([
    ['cells left empty', '| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu |  |', '|  |  |  | Năm 2026 | Năm 2030 |'],
    [
      'cells said again',
      '| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu | Mục tiêu |',
      '| TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Đến năm 2030 |',
    ],
    ['names joined', '| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu - Năm 2026 | Mục tiêu - Năm 2030 |', ''],
  ])('years below what is aimed at: %s', (_, head, second) => {
    const { targets } = read(
      head,
      ...(second === '' ? [] : [second]),
      '| 1 | Xã có điểm sơ cứu | xã | 40 | 60 |',
      '| 2 | Cầu yếu được sửa | cầu | 5 | 9 |',
    )
    expect(targets.map(({ path, value }) => [path, value])).toEqual([
      ['PL.1', 40],
      ['PL.1', 60],
      ['PL.2', 5],
      ['PL.2', 9],
    ])
  })

  it('who leads and who works along below who is charged', () => {
    const { kind, tasks } = read(
      '| TT | Nhiệm vụ | Phân công thực hiện |  | Thời gian |',
      '|  |  | Cơ quan chủ trì | Cơ quan phối hợp |  |',
      '| 1 | Sửa cầu yếu | Sở Xây dựng | Công an tỉnh | Tháng 5/2026 |',
    )
    expect(kind).toBe('assignment')
    expect(tasks.map(({ path, lead, partners }) => [path, lead, partners])).toEqual([
      ['PL.1', ['Sở Xây dựng'], ['Công an tỉnh']],
    ])
  })

  it('when it begins and by when it is done below the time', () => {
    const { tasks } = read(
      '| STT | Nội dung công việc | Phân công |  | Thời gian |  |',
      '|  |  | Đơn vị chủ trì | Đơn vị phối hợp | Bắt đầu | Hoàn thành |',
      '| 1 | Sửa cầu yếu | Sở Xây dựng | Công an tỉnh | 3/2026 | 5/2026 |',
    )
    expect(tasks.map(({ path, lead, due }) => [path, lead, due])).toEqual([
      ['PL.1', ['Sở Xây dựng'], '2026-05'],
    ])
  })

  it('and a first row that says what is to be done is no second row of the head', () => {
    const { tasks } = read(
      '| STT | Nội dung công việc | Đơn vị chủ trì | Thời gian |',
      '|  | Bắt đầu thi công cầu | Sở Xây dựng | 5/2026 |',
      '| 2 | Sửa biển báo | Sở Xây dựng | 6/2026 |',
    )
    expect(tasks.map(({ text }) => text)).toContain('Bắt đầu thi công cầu')
  })
})
