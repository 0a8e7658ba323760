import { describe, expect, it } from 'vitest'
import { planText, readPlan } from './plan-testing.ts'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

const kindsOf = (lines: Parameters<typeof readPlan>[0]): readonly string[] =>
  readPlan(lines).findings.map(({ kind }) => kind)

describe('a careful clerk raises nothing', () => {
  it('in a sound plan', () => {
    expect(kindsOf({})).toEqual([])
  })

  it.each([
    [
      'one document cited twice with one date',
      'Sở Y tế thực hiện Chỉ thị số 10/CT-TTg ngày 19/4/2023; rà soát kết quả Chỉ thị số 10/CT-TTg ngày 19/4/2023.',
    ],
    ['a document of the day before', 'Sở Y tế thực hiện Công văn số 9/UBND-KT ngày 02/02/2026.'],
    ['the 29th of February of a leap year', 'Sở Y tế hoàn thành trước ngày 29/02/2028.'],
    ['a deadline on the day of signing', 'Sở Y tế gửi danh sách trong ngày 03/02/2026.'],
  ])('at %s', (_what, duty) => {
    expect(kindsOf({ duties: [duty] })).toEqual([])
  })

  it('at a promised annex that is there', () => {
    const annex =
      'PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n| TT | Nhiệm vụ | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Xử lý điểm đen | Sở Xây dựng |'
    expect(
      kindsOf({ duties: ['Sở Xây dựng thực hiện theo Phụ lục kèm theo Kế hoạch này.'], annex }),
    ).not.toContain('missing-annex')
  })

  it('at numbers that begin anew under another heading', () => {
    const kinds = readDocument({ text: planText({}), agencies: noAgencies }).findings.map(({ kind }) => kind)
    expect(kinds).not.toContain('duplicated-section-number')
    expect(kinds).not.toContain('skipped-section-number')
  })

  it('at two aims for two years', () => {
    const aims = [
      'Đến năm 2027, giảm 10% số người chết so với năm 2025.',
      'Đến năm 2030, giảm 20% số người chết so với năm 2025.',
    ]
    expect(kindsOf({ aims })).not.toContain('contradictory-targets')
  })
})
