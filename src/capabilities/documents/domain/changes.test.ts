import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutlineNode } from '../contract.ts'
import { compareClauses, listClauses, type Clause } from './changes.ts'
import { diffWords } from './word-diff.ts'
import { likeness, toWordBag } from './text-likeness.ts'

const clauses = (...lines: readonly (readonly [string, string])[]): Clause[] =>
  lines.map(([path, text]) => ({ path, text, span: { start: 0, end: text.length } }))
const glance = (before: Clause[], after: Clause[]): string[] =>
  compareClauses(before, after).changes.map(
    (change) => `${change.kind} ${change.before?.path ?? '-'} ${change.after?.path ?? '-'}`,
  )

const old = clauses(
  ['I', 'Mục đích, yêu cầu'],
  ['I.1', 'Công an tỉnh tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ'],
  ['I.2', 'Sở Xây dựng rà soát, xử lý các điểm đen tai nạn giao thông'],
  ['I.3', 'Sở Y tế tổ chức trực cấp cứu trong các dịp lễ, tết'],
)

describe('what an amended plan changed', () => {
  it('is nothing when nothing changed', () => {
    expect(compareClauses(old, old)).toEqual({ unchanged: 4, changes: [] })
  })

  it('is a change where the words at one place changed', () => {
    const after = clauses(
      ['I', 'Mục đích, yêu cầu'],
      ['I.1', 'Công an tỉnh tăng cường tuần tra, kiểm soát trên các tuyến đường tỉnh'],
      ['I.2', 'Sở Xây dựng rà soát, xử lý các điểm đen tai nạn giao thông'],
      ['I.3', 'Sở Y tế tổ chức trực cấp cứu trong các dịp lễ, tết'],
    )
    const { unchanged, changes } = compareClauses(old, after)
    expect(unchanged).toBe(3)
    expect(changes[0]?.words.filter((word) => word.kind !== 'same')).toEqual([
      { kind: 'removed', text: 'quốc lộ' },
      { kind: 'added', text: 'đường tỉnh' },
    ])
  })

  it('knows a clause that only got another number', () => {
    const after = clauses(
      ['I', 'Mục đích, yêu cầu'],
      ['I.1', 'Sở Tư pháp tập huấn cho cán bộ cấp xã'],
      ['I.2', 'Công an tỉnh tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ'],
      ['I.3', 'Sở Xây dựng rà soát, xử lý các điểm đen tai nạn giao thông'],
      ['I.4', 'Sở Y tế tổ chức trực cấp cứu trong các dịp lễ, tết'],
    )
    expect(glance(old, after)).toEqual(['added - I.1', 'moved I.1 I.2', 'moved I.2 I.3', 'moved I.3 I.4'])
  })

  it('takes a text of other words at the same place for another clause', () => {
    const after = [...old.slice(0, 3), ...clauses(['I.3', 'Báo Mẫu mở chuyên mục hằng tuần'])]
    expect(glance(old, after)).toEqual(['added - I.3', 'removed I.3 -'])
  })

  it('uses each clause once, and forgets none', () => {
    const word = fc.constantFrom('tuần', 'tra', 'điểm', 'đen', 'cấp', 'cứu', 'biển', 'báo')
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const plan = fc
      .array(text, { maxLength: 12 })
      .map((list) => clauses(...list.map((t, i) => [`I.${i + 1}`, t] as const)))
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const { unchanged, changes } = compareClauses(before, after)
        const count = (kind: string): number => changes.filter((change) => change.kind === kind).length
        const both = unchanged + count('changed') + count('moved')
        expect(both + count('added')).toBe(after.length)
        expect(both + count('removed')).toBe(before.length)
      }),
    )
  })
})

describe('word by word', () => {
  it('gives both texts back', () => {
    const words = fc.array(fc.constantFrom('một', 'hai', 'ba', ',', '80%', 'đường'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')]
        const parts = diffWords(before, after)
        const side = (left: string): string =>
          parts.map(({ kind, text }) => (kind === 'same' || kind === left ? text : '')).join('')
        expect(side('removed')).toBe(before)
        expect(side('added')).toBe(after)
      }),
    )
  })

  it('marks the number that changed', () => {
    expect(diffWords('đạt 80% số xã', 'đạt 90% số xã')).toEqual([
      { kind: 'same', text: 'đạt ' },
      { kind: 'removed', text: '80' },
      { kind: 'added', text: '90' },
      { kind: 'same', text: '% số xã' },
    ])
  })
})

describe('clauses of an outline', () => {
  const node = (
    path: string,
    marker: string,
    start: number,
    end: number,
    children: OutlineNode[] = [],
  ): OutlineNode => ({
    path,
    marker,
    heading: '',
    span: { start, end },
    children,
  })

  it('have their own words, without marker and without those of the clauses below', () => {
    const text = 'I. NHIỆM VỤ\n1. Tuần\ntra đêm'
    expect(listClauses(text, [node('I', 'I.', 0, 27, [node('I.1', '1.', 12, 27)])])).toEqual([
      { path: 'I', text: 'NHIỆM VỤ', span: { start: 0, end: 12 } },
      { path: 'I.1', text: 'Tuần tra đêm', span: { start: 12, end: 27 } },
    ])
  })
})

describe('likeness', () => {
  it.each([
    ['tuần tra đêm', 'Tuần tra, đêm', 1],
    ['tuần tra', 'cấp cứu', 0],
    ['', '', 1],
    ['', 'x', 0],
  ])('of “%s” and “%s” is %d', (a, b, expected) => {
    expect(likeness(toWordBag(a), toWordBag(b))).toBe(expected)
  })
})
