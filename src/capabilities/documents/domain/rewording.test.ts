import { describe, expect, it } from 'vitest'
import { listAmendingSentences } from './amending-sentences.ts'
import { resolveSentences, type EarlierItem } from './amended-parts.ts'
import { task } from './review-testing.ts'
import type { ProposalValue } from './review-api.ts'
import { decideRewordings, readRewording, rewordingReasons } from './rewording.ts'

describe('the words that a sentence changes', () => {
  it.each([
    [
      'Thay thế cụm từ “Sở Giao thông vận tải” bằng cụm từ “Sở Xây dựng” tại khoản 2 Mục III',
      { from: 'Sở Giao thông vận tải', to: 'Sở Xây dựng', everywhere: false },
    ],
    [
      'Thay cụm từ "hằng tháng" thành "hằng quý" tại điểm b khoản 1 Mục II',
      { from: 'hằng tháng', to: 'hằng quý', everywhere: false },
    ],
    ['Bỏ cụm từ “hằng tháng” tại khoản 2 Mục III', { from: 'hằng tháng', to: '', everywhere: false }],
    [
      'Bổ sung cụm từ “, Sở Y tế” vào sau cụm từ “Công an tỉnh” tại khoản 1 Mục III',
      { from: 'Công an tỉnh', to: 'Công an tỉnh, Sở Y tế', everywhere: false },
    ],
    [
      'Bổ sung cụm từ “Phòng” vào trước cụm từ “Cảnh sát giao thông” tại khoản 1 Mục III',
      { from: 'Cảnh sát giao thông', to: 'Phòng Cảnh sát giao thông', everywhere: false },
    ],
    [
      'Thay thế cụm từ “Sở Nội vụ” bằng cụm từ “Sở Tư pháp” tại toàn bộ Kế hoạch',
      { from: 'Sở Nội vụ', to: 'Sở Tư pháp', everywhere: true },
    ],
  ])('%s', (sentence, expected) => expect(readRewording(sentence)).toEqual(expected))

  it.each([
    'Thay thế các cụm từ “a”, “b” bằng các cụm từ “c”, “d” tại khoản 2 Mục III',
    'Thay thế cụm từ “a” tại khoản 2 Mục III',
    'Bổ sung cụm từ “a” tại khoản 2 Mục III',
    'Sửa đổi khoản 2 Mục III',
  ])('are not guessed: %s', (sentence) => expect(readRewording(sentence)).toBeUndefined())
})

const item = (id: string, place: string, value: ProposalValue): EarlierItem => ({
  id,
  document: 'plan',
  path: place,
  place,
  continues: null,
  value,
})
const sections = ['I', 'III', 'III.1', 'III.2', 'III.2.a', 'III.2.b']
const outline = sections.map((path) => ({ path, heading: '', depth: path.split('.').length }))
const plan = [
  item(
    '1',
    'III.1',
    task('Sở Y tế trực cấp cứu; Sở Y tế báo cáo hằng tháng.', { lead: [{ printed: 'Sở Y tế' }] }),
  ),
  item(
    '2',
    'III.2.a',
    task('Sở Giao thông vận tải rà soát.', { lead: [{ printed: 'Sở Giao thông vận tải' }] }),
  ),
  item(
    '3',
    'III.2.b',
    task('Sở Tài chính bố trí kinh phí trước ngày 30/6/2026.', { lead: [], due: '2026-06-30' }),
  ),
  item('4', 'III.2.b', {
    kind: 'deadline',
    deadline: 'due',
    on: '2026-06-30',
    recurrence: null,
    what: 'bố trí kinh phí',
    who: [{ printed: 'Sở Tài chính', code: 'so-tai-chinh' }],
  }),
]
const decide = (sentence: string) => {
  const clauses = resolveSentences(listAmendingSentences(sentence), {
    outline,
    places: plan.map((one) => one.place),
  })
  const { clauses: told, items } = decideRewordings(clauses, plan)
  return { told: told.map(({ verb, targets, reason }) => ({ verb, targets, reason })), items }
}

describe('a change of words', () => {
  it('reaches the text and the name in the clause that it names, and nothing else', () => {
    const { told, items } = decide(
      '1. Thay thế cụm từ “Sở Giao thông vận tải” bằng cụm từ “Sở Xây dựng” tại khoản 2 Mục III.',
    )
    expect(told).toEqual([{ verb: 'reword', targets: ['III.2.a'], reason: null }])
    expect(items).toMatchObject([{ id: '2', value: task('Sở Xây dựng rà soát.') }])
  })

  it('moves the day that was read from the words, and keeps who was chosen', () => {
    const { items } = decide(
      '1. Thay cụm từ “trước ngày 30/6/2026” bằng cụm từ “trước ngày 30 tháng 9 năm 2026” tại điểm b khoản 2 Mục III.',
    )
    expect(items).toMatchObject([
      {
        id: '3',
        value: { text: 'Sở Tài chính bố trí kinh phí trước ngày 30 tháng 9 năm 2026.', due: '2026-09-30' },
      },
      { id: '4', value: { on: '2026-09-30', who: [{ printed: 'Sở Tài chính', code: 'so-tai-chinh' }] } },
    ])
  })

  it('reaches every place when the sentence says so', () => {
    const { told, items } = decide(
      '1. Thay thế cụm từ “Sở Y tế” bằng cụm từ “Trung tâm Y tế” tại toàn bộ khoản 1 Mục III.',
    )
    expect(told).toMatchObject([{ verb: 'reword' }])
    expect(items).toMatchObject([
      {
        value: {
          text: 'Trung tâm Y tế trực cấp cứu; Trung tâm Y tế báo cáo hằng tháng.',
          lead: [{ printed: 'Trung tâm Y tế' }],
        },
      },
    ])
  })

  it('reaches the whole plan when it names no clause', () => {
    const { told } = decide('1. Thay thế cụm từ “Sở Tài chính” bằng cụm từ “Sở Nội vụ” tại toàn bộ Kế hoạch.')
    expect(told).toEqual([{ verb: 'reword', targets: ['III.2.b'], reason: null }])
  })

  it('strikes words out and leaves a whole sentence', () => {
    const struck = decide('1. Bỏ cụm từ “trực cấp cứu” tại khoản 1 Mục III.')
    expect(struck.items).toMatchObject([{ value: { text: 'Sở Y tế; Sở Y tế báo cáo hằng tháng.' } }])
  })

  it('sees what the sentence before it changed', () => {
    const { items } = decide(
      '1. Thay thế cụm từ “Sở Giao thông vận tải” bằng cụm từ “Sở Xây dựng” tại khoản 2 Mục III.\n2. Thay thế cụm từ “Sở Xây dựng rà soát” bằng cụm từ “Sở Xây dựng kiểm tra” tại khoản 2 Mục III.',
    )
    expect(items).toMatchObject([{ id: '2', value: { text: 'Sở Xây dựng kiểm tra.' } }])
  })

  it.each([
    ['stand twice', '“Sở Y tế” bằng cụm từ “Trung tâm Y tế” tại khoản 1 Mục III', 'severalTimes'],
    ['are not there', '“Sở Nội vụ” bằng cụm từ “Sở Tư pháp” tại khoản 1 Mục III', 'noWords'],
    ['are only part of a word', '“rà so” bằng cụm từ “kiểm tra” tại khoản 2 Mục III', 'noWords'],
    ['stand in no clause of the plan', '“Sở Y tế” bằng cụm từ “Sở Tư pháp” tại khoản 9 Mục III', 'noClause'],
    [
      'are of a day that cannot be moved',
      '“30/6/2026” bằng cụm từ “hết năm nay” tại khoản 2 Mục III',
      'figures',
    ],
    ['are more than one pair', '“a”, “b” bằng cụm từ “c” tại khoản 2 Mục III', 'unclear'],
  ] as const)('is left to a person, with the reason, when the words %s', (_, rest, reason) => {
    const { told, items } = decide(`1. Thay thế cụm từ ${rest}.`)
    expect(told).toMatchObject([{ verb: 'note', reason: rewordingReasons[reason] }])
    expect(items).toEqual([])
  })
})
