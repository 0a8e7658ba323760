import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDocx } from '#capabilities/documents/formats/docx.ts'
import { isRefusal } from '#capabilities/documents/formats/extracted-text.ts'
import { draftReminderLetter } from '#capabilities/programmes/domain/reminder-letter.ts'
import { lateDuty, reminderOf } from '#capabilities/programmes/domain/reminder-testing.ts'
import { writeOfficialLetter } from '#platform/server/word/official-letter.ts'
import { toPrintableLines } from '#platform/server/word/printable.ts'
import { sampleLetter } from '#platform/server/word/testing.ts'
import { linesOf, openDocx } from './docx-parts.ts'

/** What people paste, what machines garble, what attackers try. */
const PIECES = [
  'Rà soát ',
  'hie\u0323\u0302n tra\u0323ng đươ\u0300ng bo\u0323\u0302',
  '&',
  '<w:t>',
  ']]>',
  '&#0;',
  '&amp;',
  '"',
  "'",
  '“”',
  '%',
  '${x}',
  '\u0000',
  '\u0008',
  '\u001f',
  '\u007f',
  '\u0085',
  '\ud800',
  '\udfff',
  '\ufffe',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\n',
  '\r\n',
  '\t',
  '   ',
  '𝒜🚧',
  'Km'.repeat(500),
  '\u00a0',
  '中文',
] as const

const oddText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(''))
/** With a letter in it: a part without one is refused, and that is tested beside the writer. */
const someText = oddText.map((text) => `${text}đ`)

describe('words of any kind', () => {
  it('come out of every part of a letter as they went in, but for what cannot be printed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someText, { minLength: 10, maxLength: 10 }), async (words) => {
        const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = words
        const letter = sampleLetter({
          governingBody: a,
          place: b,
          subject: c,
          addressees: [d, e],
          body: [
            { kind: 'paragraph', words: f },
            { kind: 'heading', level: 2, words: [{ text: g, italics: true }] },
            {
              kind: 'table',
              columns: [
                { title: 'TT', share: 1, align: 'right' },
                { title: 'Việc', share: 3, align: 'left' },
              ],
              rows: [[h, '']],
            },
          ],
          recipients: [i],
          signature: { authority: [], title: 'Trưởng ban', name: j },
        })
        const bytes = await writeOfficialLetter(letter)
        const lines = linesOf(openDocx(bytes).part('word/document.xml'))
        const line = (text: string): string => toPrintableLines(text).join(' ')
        const trimmed = lines.map((one) => one.trim())
        for (const expected of [
          `V/v ${line(c)}`,
          `- ${line(d)};`,
          `- ${line(e)}.`,
          ...toPrintableLines(f),
          `1. ${toPrintableLines(g)[0]}`.trim(),
          ...toPrintableLines(h),
          `- ${line(i)}.`,
          line(j),
        ])
          expect(trimmed.map((one) => one.replace(/\s+/gu, ' '))).toContain(expected.replace(/\s+/gu, ' '))
        expect(trimmed.some((one) => one.startsWith(line(b)))).toBe(true)
        // A long name is parted before its place.
        const named = line(a.toLocaleUpperCase('vi')).replace(/\s+/gu, ' ')
        expect(trimmed.join(' ').replace(/\s+/gu, ' ').startsWith(named)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('leave a reminder that the product itself can read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ order: someText, clause: fc.option(someText), words: someText }), {
          minLength: 1,
          maxLength: 12,
        }),
        async (duties) => {
          const draft = draftReminderLetter(
            reminderOf(
              duties.map(({ order, clause, words }, i) =>
                lateDuty(i + 1, { order, clause, lastReport: { on: lateDuty(1).due, words } }),
              ),
            ),
          )
          if (!draft.ok) throw new Error(JSON.stringify(draft.error))
          const read = fromDocx(await writeOfficialLetter(draft.value))
          if (isRefusal(read)) throw new Error(read.reason)
          expect(read.text).toContain('đôn đốc thực hiện nhiệm vụ tại Kế hoạch số 46/KH-BATGT')
          expect(read.text).toContain('chậm nhất ngày 05/12/2026')
        },
      ),
      { numRuns: 20 },
    )
  })

  it('may be very many', async () => {
    // Numbers that differ: a text of one word a thousand times packs so well that a reader takes it for a bomb.
    const numbers = (i: number, count: number): number[] =>
      Array.from({ length: count }, (_, k) => ((i * 7919 + k) * 104_729) % 1_000_003)
    const duties = Array.from({ length: 200 }, (_, i) =>
      lateDuty(i + 1, { order: `Việc ${numbers(i, 300).join(' ')} ${numbers(i + 1, 1_000).join('')}` }),
    )
    const draft = draftReminderLetter(reminderOf(duties))
    if (!draft.ok) throw new Error('no letter')
    const bytes = await writeOfficialLetter(draft.value)
    const lines = new Set(linesOf(openDocx(bytes).part('word/document.xml')))
    expect(duties.filter(({ order }) => !lines.has(`“${order}”`))).toEqual([])
  })
})
