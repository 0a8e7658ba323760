import { describe, expect, it } from 'vitest'
import type { RaisedFinding, ResolvedParty } from '../contract.ts'
import type { ItemContent } from './item.ts'
import { knowParties, settleFindings } from './known-agencies.ts'

const unknown = (printed: string): ResolvedParty => ({
  printed,
  kind: 'unknown',
  code: null,
  name: null,
  members: [],
})
const ferry: ResolvedParty = {
  printed: 'Chi cục Đò Ngang',
  kind: 'agency',
  code: 'so-xay-dung',
  name: 'Sở Xây dựng',
  members: ['so-xay-dung'],
}
const find = (printed: string) => (printed === ferry.printed ? ferry : undefined)
const finding = (printed: string, code: string | null = null): RaisedFinding => ({
  kind: 'agency-unknown',
  message: `Cơ quan “${printed}” chưa có trong danh mục cơ quan của tỉnh.`,
  paths: ['III.1'],
  spans: [],
  agency: { printed, code, name: code },
})

describe('who an item names', () => {
  const task: ItemContent = {
    kind: 'task',
    text: 'Kiểm tra bến khách ngang sông',
    lead: [unknown(ferry.printed), unknown('Hội Đò Dọc')],
    partners: [{ ...ferry, code: 'cong-an-tinh', name: 'Công an tỉnh', members: ['cong-an-tinh'] }],
    due: null,
    recurrence: null,
    output: null,
  }

  it('is known from the day on which the register knows the name, and only then', () => {
    expect(knowParties(task, find)).toEqual({ ...task, lead: [ferry, unknown('Hội Đò Dọc')] })
  })

  it('stays as a person or the register decided it before', () => {
    expect(knowParties({ ...task, lead: [] }, find)).toEqual({ ...task, lead: [] })
  })

  it('is the very same item when nobody new is known', () => {
    const other = { ...task, lead: [unknown('Hội Đò Dọc')] }
    expect(knowParties(other, find)).toBe(other)
    const target: ItemContent = { kind: 'trigger', when: 'Chi cục Đò Ngang', must: 'họp' }
    expect(knowParties(target, find)).toBe(target)
  })

  it('is known in deadlines and reports as well', () => {
    const report: ItemContent = { kind: 'reporting', frequency: ['monthly'], from: task.lead, to: null }
    expect(knowParties(report, find)).toMatchObject({ from: [ferry, { code: null }] })
    const deadline: ItemContent = {
      kind: 'deadline',
      deadline: { kind: 'due', on: '2026-08-31', recurrence: null, what: 'Kiểm tra', who: task.lead },
    }
    expect(knowParties(deadline, find)).toMatchObject({ deadline: { who: [ferry, { code: null }] } })
  })
})

describe('a finding about an unknown agency', () => {
  it('says who it is once the register knows', () => {
    expect(settleFindings([finding(ferry.printed), finding('Hội Đò Dọc')], find)).toEqual([
      {
        ...finding(ferry.printed),
        agency: { printed: ferry.printed, code: 'so-xay-dung', name: 'Sở Xây dựng' },
      },
      finding('Hội Đò Dọc'),
    ])
  })

  it('is left alone when it is settled, when nobody knows, and when it is about something else', () => {
    const others: RaisedFinding[] = [
      finding(ferry.printed, 'cong-an-tinh'),
      finding('Hội Đò Dọc'),
      { kind: 'missing-annex', message: 'Thiếu phụ lục.', paths: [], spans: [] },
    ]
    expect(settleFindings(others, find)).toBe(others)
  })
})
