import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noAgencies } from './agency-lookup.ts'
import { readAmending } from './amending-reading.ts'
import { listAmendingSentences } from './amending-sentences.ts'
import { findAmendment } from './amendment.ts'
import { amendmentText } from './amendment-testing.ts'

/** Pieces of amendments, whole and broken, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    '1. Sửa đổi, bổ sung khoản 2 Mục III như sau:',
    '“2. Sở Xây dựng chủ trì rà soát các điểm đen trước ngày 30/9/2026.”',
    '“5. Sở Tư pháp tập huấn',
    'b) Bãi bỏ điểm b, c khoản 1 và khoản 4 Mục III.',
    'Điều 2. Khoản 3 Mục IV được sửa đổi như sau:',
    'Thay thế cụm từ “a” bằng cụm từ “b” tại khoản 2 Mục III.',
    '3. Bổ sung khoản 5 vào sau khoản 4 Mục III như sau:',
    'II. TỔ CHỨC THỰC HIỆN',
    '”',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

it('is read whatever it holds, and points into itself', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (lines) => {
      const text = amendmentText(lines)
      const inside = ({ start, end }: { start: number; end: number }): boolean =>
        start >= 0 && start <= end && end <= text.length
      const read = readAmending({ text, agencies: noAgencies })
      const spans = [read.tasks, read.targets, read.deadlines, read.reporting, read.triggers]
        .flat()
        .map((one) => one.span)
      expect(spans.every(inside)).toBe(true)
      for (const { span, content, clauses } of findAmendment(read, text)?.sentences ?? []) {
        expect(inside(span) && (content === undefined || inside(content))).toBe(true)
        expect(clauses.every((named) => named.length > 0)).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

it('takes time as its length does', () => {
  const clause =
    '1. Sửa đổi khoản 2 Mục III như sau:\n“2. Sở Y tế trực cấp cứu.”\n2. Bãi bỏ khoản 4 Mục III.\n'
  const many = listAmendingSentences(clause.repeat(2_000))
  expect(many).toHaveLength(4_000)
  expect(listAmendingSentences(`Sửa đổi ${'khoản '.repeat(20_000)}`)).toEqual([])
})
