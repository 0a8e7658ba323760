import { describe, expect, it } from 'vitest'
import type { Citation } from '../contract.ts'
import { noAgencies } from './agency-lookup.ts'
import { readAmending } from './amending-reading.ts'
import { findAmendment } from './amendment.ts'
import { amendmentText, basePlan } from './amendment-testing.ts'

const citation: Citation = {
  type: 'kế hoạch',
  number: '15/KH-UBND',
  issuedOn: '2026-01-20',
  issuer: null,
  spans: [],
  rule: 'typed-number',
  certainty: 'stated',
}
const find = (subject: string, text = '') => {
  const { document } = readAmending({ text: '', agencies: noAgencies })
  return findAmendment({ document: { ...document, subject }, citations: [citation] }, text)
}

describe('a document that amends another', () => {
  it.each([
    'Sửa đổi, bổ sung một số nội dung của Kế hoạch số 15/KH-UBND ngày 20/01/2026',
    'Về việc sửa đổi, bổ sung một số điều của Kế hoạch số 15/KH-UBND',
    'Sửa đổi khoản 2 Mục III Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2026',
    'Điều chỉnh, bổ sung Kế hoạch số 15/KH-UBND',
    'V/v bãi bỏ một số nội dung tại Kế hoạch số 15/KH-UBND',
    'Gia hạn thời gian thực hiện Kế hoạch số 15/KH-UBND',
  ])('names parts: %s', (subject) => {
    const found = find(subject)
    expect(found?.scope).toBe('parts')
    expect(found?.citations).toEqual([citation])
  })

  it('takes the place of the whole when it says so', () => {
    expect(find('Thay thế Kế hoạch số 15/KH-UBND ngày 20/01/2026')?.scope).toBe('whole')
    const said = 'Kế hoạch này thay thế Kế hoạch số 15/KH-UBND ngày 20/01/2026 của UBND tỉnh.'
    expect(find('Bảo đảm trật tự, an toàn giao thông', said)?.scope).toBe('whole')
  })

  it.each([
    'Triển khai thi hành Luật sửa đổi, bổ sung một số điều của Luật Đường bộ',
    'Thực hiện Kế hoạch số 15/KH-UBND',
    'Bãi bỏ Kế hoạch số 15/KH-UBND ngày 20/01/2026',
    'Bãi bỏ toàn bộ Quyết định số 33/2018/QĐ-UBND',
    'Bổ sung nhân lực y tế cho tuyến xã',
    'Điều chỉnh tổ chức giao thông dịp Tết',
    'Bảo đảm trật tự, an toàn giao thông năm 2026',
    'Sửa đổi, bổ sung một số điều của Nghị định số 15/2026/NĐ-CP',
  ])('is not this one: %s', (subject) => expect(find(subject)).toBeUndefined())

  it('does not take another plan for the one that it names', () =>
    expect(find('Sửa đổi Kế hoạch số 99/KH-UBND')?.citations).toEqual([]))
})

describe('the reading of an amendment', () => {
  const read = (lines: readonly string[]) =>
    readAmending({ text: amendmentText(lines), agencies: noAgencies })

  it('reads the new words of a clause as the clause will stand', () => {
    const { tasks, refused } = read([
      '1. Sửa đổi khoản 2 Mục III như sau:',
      '“2. Sở Xây dựng chủ trì rà soát các điểm đen; hoàn thành trước ngày 30/9/2026.”',
      '2. Bãi bỏ khoản 4 Mục III.',
      '3. Các nội dung khác của Kế hoạch số 15/KH-UBND không thay đổi.',
    ])
    expect(refused).toBeNull()
    expect(tasks.map(({ path, lead, due }) => ({ path, lead, due }))).toEqual([
      { path: '1', lead: ['Sở Xây dựng'], due: '2026-09-30' },
    ])
    expect(tasks[0]?.text).toMatch(/^Sở Xây dựng chủ trì rà soát các điểm đen/u)
  })

  it('points into the text that was sent', () => {
    const lines = ['1. Sửa đổi khoản 2 Mục III như sau:', '“2. Sở Y tế tổ chức trực cấp cứu.”']
    const { tasks } = read(lines)
    const span = tasks[0]?.span ?? { start: 0, end: 0 }
    expect(amendmentText(lines).slice(span.start, span.end)).toContain('Sở Y tế tổ chức trực cấp cứu.')
  })

  it('takes one that only ends clauses for a document to be followed', () => {
    const { refused, tasks } = read(['1. Bãi bỏ khoản 4 Mục III.'])
    expect(refused).toBeNull()
    expect(tasks).toEqual([])
  })

  it('leaves every other document as it was read', () => {
    const input = { text: basePlan, agencies: noAgencies }
    expect(readAmending(input).tasks.length).toBe(3)
  })
})
