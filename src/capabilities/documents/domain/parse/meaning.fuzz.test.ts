import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAgencyList, splitAgencies } from './agencies.ts'
import { toPlan } from './fictional-plan.test-data.ts'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { findCondition } from './triggers.ts'
import { findRecipient } from './recipients.ts'

const WORDS = [
  'I.',
  'II.',
  '1.',
  '2.',
  '1.1.',
  'a)',
  '-',
  '+',
  '\n',
  '\n\n',
  'MỤC TIÊU',
  'NHIỆM VỤ',
  'TỔ CHỨC THỰC HIỆN',
  'Sở Y tế',
  'UBND các xã, phường',
  'Công an tỉnh',
  'chủ trì',
  'phối hợp với',
  'Giao',
  'Đề nghị',
  'Cơ quan chủ trì:',
  'Thời gian:',
  'trước ngày 30/6/2030',
  'ngày 31/02/2030',
  'hằng tháng',
  'định kỳ',
  'báo cáo',
  'UBND tỉnh',
  '100%',
  'từ 5% - 10%',
  'đạt',
  'giảm',
  'không để xảy ra',
  'tai nạn',
  'so với năm 2029',
  'Khi xảy ra',
  'Đối với',
  ':',
  ';',
  ',',
  '.',
  '(',
  ')',
  '|',
  '| STT | Nội dung | Cơ quan chủ trì |',
  '|---|---|---|',
  '| 1 | Kiểm tra | Sở Y tế |',
  'Quyết định số 12/QĐ-UBND ngày 03/02/2029',
  'Phụ lục kèm theo',
  'phần đấu',
  '–',
  'của của',
  '2.305 nhà',
  '15 tỷ đồng',
] as const

const soup = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    ),
    { maxLength: 120 },
  )
  .map((words) => words.join(' '))

interface Spanned {
  readonly span: { readonly start: number; readonly end: number }
}

describe('any text', () => {
  it('is read without an error, and every span lies inside it', () => {
    fc.assert(
      fc.property(soup, (body) => {
        const text = toPlan(body)
        const read = readDocument({ text, agencies: noAgencies })
        const all: readonly Spanned[] = [
          ...read.tasks,
          ...read.targets,
          ...read.deadlines,
          ...read.reporting,
          ...read.triggers,
          ...read.tables,
          ...read.findings.flatMap((f) => f.spans.map((span) => ({ span }))),
        ]
        for (const { span } of all) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('reads the same twice', () => {
    fc.assert(
      fc.property(soup, (body) => {
        const text = toPlan(body)
        expect(readDocument({ text, agencies: noAgencies })).toEqual(
          readDocument({ text, agencies: noAgencies }),
        )
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('keeps the small readers calm', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'grapheme' })), (text) => {
        readAgencyList(text)
        splitAgencies(text)
        findCondition(text)
        findRecipient(text)
      }),
    )
  })
})
