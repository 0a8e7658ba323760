import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import { toLetterPackage, type LetterAttachment } from '../domain/letter-package.ts'
import { draftReminderLetter } from '../domain/reminder-letter.ts'
import { DIRECTIVE, lateDuty, reminderOf } from '../domain/reminder-testing.ts'

const FILE: LetterAttachment = {
  name: 'cong-van.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: 12_257,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
}

const request = reminderOf(
  [
    lateDuty(5, { id: '0193a5f0-7c11-7e4e-9d0e-6f2b8c1d4e5f', order: 'Rà soát các điểm đen.' }),
    lateDuty(12, {
      id: '0193a5f0-8a20-7b1c-8f3d-1a2b3c4d5e6f',
      clause: 'khoản 1',
      document: DIRECTIVE,
      order: 'Xóa bỏ các lối đi tự mở.',
    }),
  ],
  { signedOn: '2026-11-23' as PlainDate },
)
const draft = draftReminderLetter(request)
if (!draft.ok) throw new Error('no letter')

describe('the package for the e-office', () => {
  it('is what its page describes', () => {
    const page = fs.readFileSync('docs/goi-cong-van.md', 'utf8')
    const shown: unknown = JSON.parse(/```json\n([\s\S]*?)```/u.exec(page)?.[1] ?? '')
    expect(toLetterPackage(request, draft.value, [FILE])).toEqual({ ok: true, value: shown })
  })

  it('names each of its fields on that page', () => {
    const page = fs.readFileSync('docs/goi-cong-van.md', 'utf8')
    const made = toLetterPackage(request, draft.value, [FILE])
    const fields = made.ok ? Object.keys(made.value) : []
    expect(fields.length).toBeGreaterThan(10)
    expect(fields.filter((field) => !page.includes(`| \`${field}\``))).toEqual([])
  })

  it('says of a letter that is not signed yet that it has no day', () => {
    const made = toLetterPackage({ ...request, signedOn: null }, draft.value, [FILE])
    expect(made).toMatchObject({ ok: true, value: { issuedOn: null, number: null } })
  })

  it.each<[string, string[], LetterAttachment[]]>([
    ['without a file', ['no-attachments'], []],
    ['with two files of one name', ['same-name'], [FILE, { ...FILE, name: 'cong-van.docx' }]],
    ['with a name that leads outside', ['bad-name'], [{ ...FILE, name: '../cong-van.docx' }]],
    ['with two dots in a name', ['bad-name'], [{ ...FILE, name: 'cong..van' }]],
    ['with a name that not every system unpacks', ['bad-name'], [{ ...FILE, name: 'Công văn.docx' }]],
    ['with a nameless file', ['bad-name'], [{ ...FILE, name: '' }]],
    ['with half a sum', ['bad-sha256'], [{ ...FILE, sha256: FILE.sha256.slice(0, 32) }]],
    ['with a sum in capitals', ['bad-sha256'], [{ ...FILE, sha256: FILE.sha256.toUpperCase() }]],
    ['with an empty file', ['empty-file'], [{ ...FILE, bytes: 0 }]],
    ['with part of a byte', ['empty-file'], [{ ...FILE, bytes: 1.5 }]],
  ])('is not made %s', (_what, faults, files) => {
    expect(toLetterPackage(request, draft.value, files)).toEqual({ ok: false, error: faults })
  })
})
