import { describe, expect, it } from 'vitest'
import { planText, readPlan } from './plan-testing.ts'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

const pathsOf = (lines: Parameters<typeof readPlan>[0]): readonly string[] =>
  readPlan(lines).tasks.map(({ path }) => path)

describe('what assigns nothing is no task', () => {
  it('neither heads, grounds, aims nor recipients assign', () => {
    const grounds =
      'Căn cứ Luật Trật tự, an toàn giao thông đường bộ ngày 27/6/2024; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:'
    expect(pathsOf({ grounds })).toEqual(['II.1', 'II.2'])
  })

  it.each(['Giảm 10% số vụ tai nạn liên quan học sinh.', 'Phấn đấu 100% xã có điểm sơ cứu.'])(
    'an aim: %s',
    (aim) => {
      expect(pathsOf({ aims: [aim] }).filter((path) => path.startsWith('I.'))).toEqual([])
    },
  )

  it('what was done last year is not asked for', () => {
    const text = planText({}).replace(
      'I. MỤC TIÊU',
      'I. TÌNH HÌNH\n\n1. Năm 2025, Công an tỉnh đã xử lý 1.200 trường hợp vi phạm.\n\n2. Sở Xây dựng đã sửa chữa 35 km đường.\n\nI. MỤC TIÊU',
    )
    const { tasks } = readDocument({ text, agencies: noAgencies })
    expect(tasks.filter(({ text: said }) => /đã (?:xử lý|sửa chữa)/u.test(said))).toEqual([])
  })
})

describe('a lead is somebody', () => {
  it.each(['Tăng cường tuần tra ban đêm trên các tuyến quốc lộ.', 'Phòng ngừa tai nạn tại các nút giao.'])(
    'nobody leads when nobody is named: %s',
    (duty) => {
      const task = readPlan({ duties: [duty] }).tasks.find(({ path }) => path === 'II.3')
      expect(task?.lead ?? []).toEqual([])
    },
  )
})
