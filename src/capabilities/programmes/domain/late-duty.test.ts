import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import { ASSIGNMENT_STATES } from './assignment.ts'
import {
  findDutyFault,
  findOnlyDocument,
  listDocuments,
  sortByLateness,
  toCount,
  toDueWords,
  toPlace,
  toQuotedOrder,
  toShortName,
  toStanding,
} from './late-duty.ts'
import { DIRECTIVE, lateDuty, PLAN, TODAY } from './reminder-testing.ts'

describe('counts in the words of the offices', () => {
  it.each([
    [1, '01'],
    [9, '09'],
    [10, '10'],
    [145, '145'],
    [1200, '1.200'],
  ])('%i is %s', (value, words) => expect(toCount(value)).toBe(words))
})

describe('where a late duty stands', () => {
  const report = { on: '2026-10-05' as PlainDate, words: 'Đã khảo sát,\nđang lập hồ sơ.' }
  it.each([
    [
      'nobody has looked',
      { state: 'assigned', opened: false },
      'chưa mở xem, chưa tiếp nhận; chưa có báo cáo',
    ],
    ['seen, not taken on', { state: 'assigned' }, 'đã xem, chưa tiếp nhận; chưa có báo cáo'],
    ['at work', {}, 'đang thực hiện; chưa có báo cáo'],
    [
      'at work, reported',
      { percent: 60, lastReport: report },
      'đang thực hiện, đạt 60%; báo cáo gần nhất ngày 05/10/2026: “Đã khảo sát, đang lập hồ sơ”',
    ],
    ['returned', { state: 'returned' }, 'đã báo cáo, bị trả lại để bổ sung; chưa có báo cáo'],
    ['refused', { state: 'refused' }, 'đề nghị không nhận, chờ xem xét; chưa có báo cáo'],
    ['with its head', { state: 'awaiting-approval' }, 'chờ lãnh đạo cơ quan duyệt kết quả; chưa có báo cáo'],
  ] as const)('%s', (_what, changes, words) => {
    expect(toStanding(lateDuty(5, changes))).toBe(words)
  })

  it('tells a long report in part, whole words only', () => {
    const words = toStanding(
      lateDuty(5, { lastReport: { ...report, words: 'Kết quả rất dài. '.repeat(40) } }),
    )
    expect(words.length).toBeLessThan(300)
    expect(words).toMatch(/(?:Kết|quả|rất|dài\.) …”$/u)
  })

  it('cuts one endless word', () => {
    const words = toStanding(lateDuty(5, { lastReport: { ...report, words: 'dài'.repeat(400) } }))
    expect(words).toMatch(/dài …”$/u)
  })
})

describe('what was ordered, where and by when', () => {
  it.each([
    ['Rà soát các điểm đen;', '“Rà soát các điểm đen”'],
    ['  Rà soát các điểm đen ./.', '“Rà soát các điểm đen”'],
    ['Báo cáo "kết quả" trước 15/12.', '“Báo cáo "kết quả" trước 15/12”'],
    ['a) Rà soát;\nb) Khắc phục.', '“a) Rà soát;\nb) Khắc phục”'],
    ['.;,', '“”'],
  ])('%j is quoted as %j', (order, words) => {
    expect(toQuotedOrder(lateDuty(5, { order }))).toBe(words)
  })

  it.each([
    [{}, 'điểm a khoản 2 mục III Kế hoạch số 46/KH-BATGT'],
    [{ clause: null }, 'Kế hoạch số 46/KH-BATGT'],
    [
      { document: { ...PLAN, number: null } },
      'điểm a khoản 2 mục III Kế hoạch ngày 15/01/2026 của Ban An toàn giao thông tỉnh Mẫu',
    ],
    [{ document: null }, undefined],
  ])('%j stands in %s', (changes, place) => {
    expect(toPlace(lateDuty(5, changes))).toBe(place)
  })

  it('names a document by its type and number', () => {
    expect(toShortName(DIRECTIVE)).toBe('Chỉ thị số 05/CT-UBND')
  })

  it('says that a day was put off', () => {
    expect(toDueWords(lateDuty(5))).toBe('17/11/2026')
    expect(toDueWords(lateDuty(5, { firstDue: '2026-10-31' as PlainDate }))).toBe(
      '17/11/2026 (gia hạn từ 31/10/2026)',
    )
  })

  it('finds the one document that gave everything, or none', () => {
    expect(findOnlyDocument([lateDuty(2), lateDuty(3, { document: { ...PLAN } })])).toEqual(PLAN)
    expect(findOnlyDocument([lateDuty(2), lateDuty(3, { document: DIRECTIVE })])).toBeUndefined()
    expect(findOnlyDocument([lateDuty(2), lateDuty(3, { document: null })])).toBeUndefined()
    expect(findOnlyDocument([lateDuty(3, { document: null })])).toBeUndefined()
  })

  it('lists each document once and the latest duty first', () => {
    const duties = [lateDuty(2, { document: DIRECTIVE }), lateDuty(9), lateDuty(5, { document: { ...PLAN } })]
    expect(listDocuments(duties)).toEqual([DIRECTIVE, PLAN])
    expect(sortByLateness(duties).map(({ daysLate }) => daysLate)).toEqual([9, 5, 2])
  })
})

describe('a duty that no reminder is sent for', () => {
  const inNone = ['unassigned', 'awaiting-verification', 'verified', 'closed', 'withdrawn', 'not-applicable']
  it.each(ASSIGNMENT_STATES)('%s', (state) => {
    expect(findDutyFault(lateDuty(5, { state }), TODAY)).toBe(inNone.includes(state) ? 'not-open' : undefined)
  })

  it.each([
    ['no order', 'no-order', { order: ' \n; ' }],
    ['due on that day', 'not-late', { due: TODAY, daysLate: 0 }],
    ['due after that day', 'not-late', { due: '2026-12-01' as PlainDate }],
    ['late by more days than have passed', 'not-late', { daysLate: 6 }],
    ['late by half a day', 'not-late', { daysLate: 0.5 }],
    ['late by nothing that can be counted', 'not-late', { daysLate: Number.NaN }],
  ] as const)('%s', (_what, fault, changes) => {
    expect(findDutyFault(lateDuty(5, changes), TODAY)).toBe(fault)
  })
})
