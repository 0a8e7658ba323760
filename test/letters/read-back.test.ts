import { describe, expect, it } from 'vitest'
import { noAgencies } from '#capabilities/documents/domain/agency-lookup.ts'
import { readDocument } from '#capabilities/documents/domain/parse/pipeline.ts'
import { fromDocx } from '#capabilities/documents/formats/docx.ts'
import { isRefusal } from '#capabilities/documents/formats/extracted-text.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { draftReminderLetter } from '#capabilities/programmes/domain/reminder-letter.ts'
import { lateDuties, reminderOf } from '#capabilities/programmes/domain/reminder-testing.ts'
import { writeOfficialLetter } from '#platform/server/word/official-letter.ts'

/** Whoever gets the letter may have Bình An too: its reader must see in it what the office meant. */
describe('a reminder that comes in as a document', () => {
  it('is read as the letter that it is', async () => {
    const draft = draftReminderLetter(reminderOf(lateDuties(2), { signedOn: '2026-11-23' as PlainDate }))
    if (!draft.ok) throw new Error('no letter')
    const file = fromDocx(await writeOfficialLetter({ ...draft.value, number: '215' }))
    if (isRefusal(file)) throw new Error(file.reason)
    const read = readDocument({ text: file.text, agencies: noAgencies })
    expect(read.document).toMatchObject({
      type: 'công văn',
      number: '215/VPATGT-TH',
      issuedOn: '2026-11-23',
      place: 'Mẫu',
      issuer: 'Văn phòng Ban An toàn giao thông tỉnh Mẫu',
      subject: 'Đôn đốc thực hiện nhiệm vụ tại Kế hoạch số 46/KH-BATGT',
      signatory: { name: 'Nguyễn Văn Bình', title: 'Chánh Văn phòng' },
    })
    expect(read.citations.map(({ number, issuedOn }) => [number, issuedOn])).toEqual([
      ['46/KH-BATGT', '2026-01-15'],
    ])
    expect(read.outline.map(({ marker, heading }) => [marker, heading])).toEqual([
      ['1.', 'Nhiệm vụ tại khoản 2 mục II'],
      ['2.', 'Nhiệm vụ tại khoản 1 mục I'],
    ])
  })
})
