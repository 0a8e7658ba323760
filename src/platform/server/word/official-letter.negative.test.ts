import { describe, expect, it } from 'vitest'
import { LetterRefused, listLetterFaults, type LetterFault } from './letter-faults.ts'
import type { LetterBlock, OfficialLetter } from './letter.ts'
import { writeOfficialLetter } from './official-letter.ts'
import { sampleLetter } from './testing.ts'

const BLANK = ' \u00a0\t\u200e\u0000'
const column = (title: string | null, share = 1) => ({ title, share, align: 'left' as const })
const table = (changes: Partial<Extract<LetterBlock, { kind: 'table' }>>): LetterBlock => ({
  kind: 'table',
  columns: [column('TT'), column('Nhiệm vụ')],
  rows: [['1', 'Rà soát']],
  ...changes,
})
const paragraph = (words: string): LetterBlock => ({ kind: 'paragraph', words })

describe('a document without a part that every official document has is not written', () => {
  it.each<[string, LetterFault, Partial<OfficialLetter>]>([
    ['no issuing body', 'issuing-body', { issuingBody: '' }],
    ['an issuing body of control characters', 'issuing-body', { issuingBody: BLANK }],
    ['an issuer without a name for sentences', 'issuing-body', { issuerName: '\n' }],
    ['no symbol', 'symbol', { symbol: ' ' }],
    ['no place', 'place', { place: '' }],
    ['30 February', 'date', { date: { year: 2026, month: 2, day: 30 } }],
    ['a month 13', 'date', { date: { year: 2026, month: 13, day: null } }],
    ['a day without its month', 'date', { date: { year: 2026, month: null, day: 5 } }],
    ['half a day', 'date', { date: { year: 2026, month: 5, day: 1.5 } }],
    ['a year that is none', 'date', { date: { year: Number.NaN, month: null, day: null } }],
    ['a type without a name', 'kind', { kind: BLANK }],
    ['no subject', 'subject', { subject: '' }],
    ['a letter to nobody', 'addressees', { addressees: [] }],
    ['a nameless addressee', 'addressees', { addressees: ['Công an tỉnh Mẫu', ''] }],
    ['no body', 'body', { body: [] }],
    ['a body of blank paragraphs', 'body', { body: [paragraph(''), paragraph(BLANK)] }],
    ['a body of blank pieces', 'body', { body: [{ kind: 'paragraph', words: [{ text: ' ' }] }] }],
    ['nobody who gets it', 'recipients', { recipients: [] }],
    ['a nameless recipient', 'recipients', { recipients: ['Như trên', ' '] }],
    ['a signature without a title', 'signature', { signature: { authority: [], title: '', name: 'An' } }],
    ['a blank authority', 'signature', { signature: { authority: [''], title: 'Trưởng ban', name: null } }],
    ['a table without columns', 'table', { body: [table({ columns: [], rows: [[]] })] }],
    ['a table without rows', 'table', { body: [table({ rows: [] })] }],
    ['a row that is too short', 'table', { body: [table({ rows: [['1', 'a'], ['2']] })] }],
    ['a row that is too long', 'table', { body: [table({ rows: [['1', 'a', 'b']] })] }],
    ['a column of no width', 'table', { body: [table({ columns: [column('TT', 0), column('B')] })] }],
    [
      'a column of endless width',
      'table',
      { body: [table({ columns: [column('TT', Infinity), column('B')] })] },
    ],
    [
      'a column whose width is no number',
      'table',
      { body: [table({ columns: [column('TT', Number.NaN), column('B')] })] },
    ],
    ['headings of some columns only', 'table', { body: [table({ columns: [column('TT'), column(null)] })] }],
    [
      'an annex without a title',
      'annex',
      { annexes: [{ title: '', landscape: false, body: [paragraph('a')] }] },
    ],
    ['an annex without a body', 'annex', { annexes: [{ title: 'Danh mục', landscape: true, body: [] }] }],
  ])('%s', async (_what, fault, changes) => {
    const letter = sampleLetter(changes)
    expect(listLetterFaults(letter)).toEqual([fault])
    await expect(writeOfficialLetter(letter)).rejects.toThrow(LetterRefused)
  })

  it('names everything that is wrong at once', () => {
    expect(listLetterFaults(sampleLetter({ place: '', subject: '', recipients: [] }))).toEqual([
      'place',
      'subject',
      'recipients',
    ])
  })

  it('of a table in an annex too', () => {
    const annexes = [{ title: 'Danh mục', landscape: false, body: [table({ rows: [['1']] })] }]
    expect(listLetterFaults(sampleLetter({ annexes }))).toEqual(['table'])
  })
})

describe('what may be missing', () => {
  it.each<[string, Partial<OfficialLetter>]>([
    ['the governing body', { governingBody: null }],
    ['the name of whoever signs', { signature: { authority: [], title: 'Trưởng ban', name: null } }],
    ['the addressees of a report', { kind: 'Báo cáo', addressees: [] }],
    ['the headings of a table', { body: [table({ columns: [column(null), column(null)] })] }],
  ])('%s', (_what, changes) => {
    expect(listLetterFaults(sampleLetter(changes))).toEqual([])
  })
})
