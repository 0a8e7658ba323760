import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { LetterText, LetterWords } from './letter-text.ts'
import { draftReminderLetter, type ReminderRequest } from './reminder-letter.ts'
import { DIRECTIVE, lateDuties, lateDuty, PLAN, reminderOf, SENDER } from './reminder-testing.ts'

const draft = (request: ReminderRequest): LetterText => {
  const result = draftReminderLetter(request)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const toPlain = (words: LetterWords): string =>
  typeof words === 'string' ? words : words.map(({ text }) => text).join('')
const linesOf = ({ body }: LetterText): string[] =>
  body.map((block) => (block.kind === 'paragraph' ? toPlain(block.words) : `[${block.rows.length} hàng]`))

describe('a letter that reminds of one duty', () => {
  const letter = draft(reminderOf([lateDuty(5, { order: 'Rà soát các điểm đen.' })]))

  it('says what it is about, on what ground, what is late, what is wanted', () => {
    expect(letter.subject).toBe('đôn đốc thực hiện nhiệm vụ tại Kế hoạch số 46/KH-BATGT')
    expect(linesOf(letter)).toEqual([
      'Thực hiện Kế hoạch số 46/KH-BATGT ngày 15/01/2026 của Ban An toàn giao thông tỉnh Mẫu, qua theo dõi của Văn phòng Ban An toàn giao thông tỉnh Mẫu, tính đến ngày 22/11/2026, Sở Xây dựng tỉnh Mẫu còn 01 nhiệm vụ đã quá hạn nhưng chưa hoàn thành, cụ thể như sau:',
      'Nhiệm vụ tại điểm a khoản 2 mục III: “Rà soát các điểm đen”.',
      'Thời hạn hoàn thành: 17/11/2026; đã quá hạn 05 ngày. Tình trạng: đang thực hiện; chưa có báo cáo.',
      'Để bảo đảm tiến độ chung, Văn phòng Ban An toàn giao thông tỉnh Mẫu đề nghị Sở Xây dựng tỉnh Mẫu:',
      '- Tập trung chỉ đạo, hoàn thành dứt điểm nhiệm vụ nêu trên; báo cáo kết quả thực hiện kèm tài liệu minh chứng về Văn phòng Ban An toàn giao thông tỉnh Mẫu chậm nhất ngày 05/12/2026 để tổng hợp, báo cáo Trưởng Ban An toàn giao thông tỉnh.',
      '- Trường hợp chưa thể hoàn thành trong thời gian nêu trên, báo cáo rõ nguyên nhân, khó khăn, vướng mắc, trách nhiệm của tập thể, cá nhân có liên quan; đề xuất giải pháp và cam kết thời hạn hoàn thành.',
      'Đầu mối trao đổi thông tin: đồng chí Trần Thị Lan, chuyên viên, điện thoại 0299.3.812.345.',
      'Đề nghị Sở Xây dựng tỉnh Mẫu quan tâm, phối hợp thực hiện./.',
    ])
  })

  it('goes to the agency, leaves number and day to the register and names who gets it', () => {
    expect(letter.addressees).toEqual(['Sở Xây dựng tỉnh Mẫu'])
    expect(letter.kind).toBeNull()
    expect(letter.number).toBeNull()
    expect(letter.date).toEqual({ year: 2026, month: null, day: null })
    expect(letter.recipients).toEqual([
      'Như trên',
      'Trưởng Ban ATGT tỉnh (để b/c)',
      'Lãnh đạo Văn phòng',
      'Lưu: VT, TH',
    ])
    expect(letter.signature).toEqual(SENDER.signature)
    expect(letter.annexes).toEqual([])
  })

  it('puts in the day where it is known', () => {
    const signedOn = '2026-11-24' as PlainDate
    expect(draft(reminderOf([lateDuty(5)], { signedOn })).date).toEqual({ year: 2026, month: 11, day: 24 })
  })

  it('shows the day to answer in bold and the order in italics', () => {
    const pieces = letter.body.flatMap((block) =>
      block.kind === 'paragraph' && typeof block.words !== 'string' ? block.words : [],
    )
    expect(pieces.find(({ text }) => text.includes('05/12/2026'))?.bold).toBe(true)
    expect(pieces.find(({ text }) => text.startsWith('“'))?.italics).toBe(true)
  })
})

describe('a letter that reminds of several duties', () => {
  it('numbers up to three of them, the latest first', () => {
    const lines = linesOf(
      draft(reminderOf([lateDuty(3), lateDuty(30), lateDuty(7, { clause: 'khoản 1 mục IV' })])),
    )
    expect(lines[0]).toMatch(/còn 03 nhiệm vụ đã quá hạn .*, cụ thể như sau:$/u)
    expect(
      lines.filter((line) => /^\d\. Nhiệm vụ tại/u.test(line)).map((line) => line.split(':')[0]),
    ).toEqual([
      '1. Nhiệm vụ tại điểm a khoản 2 mục III',
      '2. Nhiệm vụ tại khoản 1 mục IV',
      '3. Nhiệm vụ tại điểm a khoản 2 mục III',
    ])
    expect(
      lines.filter((line) => line.startsWith('Thời hạn')).map((line) => /quá hạn (\d+)/u.exec(line)?.[1]),
    ).toEqual(['30', '07', '03'])
    expect(lines.find((line) => line.startsWith('- Tập trung'))).toContain('03 nhiệm vụ nêu trên')
    expect(lines.find((line) => line.startsWith('- Đối với'))).toContain('nhiệm vụ chưa thể hoàn thành')
  })

  it('names the document of each where there are two', () => {
    const letter = draft(reminderOf([lateDuty(9), lateDuty(3, { document: DIRECTIVE })]))
    expect(letter.subject).toBe(
      'đôn đốc thực hiện nhiệm vụ tại Kế hoạch số 46/KH-BATGT và Chỉ thị số 05/CT-UBND',
    )
    const lines = linesOf(letter)
    expect(lines[0]).toContain(
      'Thực hiện Kế hoạch số 46/KH-BATGT ngày 15/01/2026 của Ban An toàn giao thông tỉnh Mẫu và Chỉ thị số 05/CT-UBND ngày 02/03/2026 của Chủ tịch Ủy ban nhân dân tỉnh Mẫu,',
    )
    expect(lines[1]).toMatch(/^1\. Nhiệm vụ tại điểm a khoản 2 mục III Kế hoạch số 46\/KH-BATGT: /u)
    expect(lines[3]).toMatch(/^2\. Nhiệm vụ tại điểm a khoản 2 mục III Chỉ thị số 05\/CT-UBND: /u)
  })

  it('names no document in the subject from three on, and none in the first sentence from four on', () => {
    const of = (count: number) =>
      draft(
        reminderOf(
          Array.from({ length: count }, (_, i) =>
            lateDuty(i + 2, { document: { ...PLAN, number: `${i + 1}/KH-BATGT` } }),
          ),
        ),
      )
    expect(of(3).subject).toBe(
      'đôn đốc thực hiện các nhiệm vụ bảo đảm trật tự, an toàn giao thông đã quá hạn',
    )
    expect(linesOf(of(3))[0]).toContain('Kế hoạch số 1/KH-BATGT ngày 15/01/2026')
    expect(linesOf(of(4))[0]).toMatch(
      /^Thực hiện các văn bản giao nhiệm vụ bảo đảm trật tự, an toàn giao thông, qua/u,
    )
  })

  it.each([
    [4, 4],
    [8, 8],
  ])('sets %i of them in a table of the body', (count, rows) => {
    const letter = draft(reminderOf(lateDuties(count)))
    expect(linesOf(letter)[1]).toBe(`[${rows} hàng]`)
    expect(letter.annexes).toEqual([])
  })

  it('sets more of them in an annex on its side', () => {
    const letter = draft(reminderOf(lateDuties(25)))
    expect(linesOf(letter)[0]).toMatch(
      /còn 25 nhiệm vụ đã quá hạn nhưng chưa hoàn thành, quá hạn lâu nhất 171 ngày \(chi tiết tại Phụ lục kèm theo\)\.$/u,
    )
    expect(linesOf(letter).some((line) => line.startsWith('['))).toBe(false)
    const [annex] = letter.annexes
    expect(annex).toMatchObject({
      title: 'Danh mục nhiệm vụ quá hạn của Sở Xây dựng tỉnh Mẫu',
      landscape: true,
    })
    const [table] = annex?.body ?? []
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.columns.map(({ title }) => title)).toEqual([
      'TT',
      'Nhiệm vụ (trích nguyên văn)',
      'Căn cứ',
      'Thời hạn',
      'Số ngày quá hạn',
      'Tình trạng',
    ])
    expect(table.rows).toHaveLength(25)
    expect(table.rows[0]).toEqual([
      '1',
      '“Chủ trì, phối hợp với Công an tỉnh kiểm tra, khắc phục bất cập về tổ chức giao thông tại các nút giao trên đường tỉnh 901 đoạn Km12+300 - Km27+900”',
      'Khoản 7 mục I Chỉ thị số 05/CT-UBND',
      '04/06/2026',
      '171',
      'Đang thực hiện, đạt 40%; chưa có báo cáo',
    ])
    expect(table.rows[24]?.[4]).toBe('03')
  })
})

describe('a duty that no document gave', () => {
  const spoken = lateDuty(5, { document: null, clause: null, order: 'Kiểm tra bến xe trước Tết.' })

  it('is said to be given directly', () => {
    const letter = draft(reminderOf([spoken]))
    expect(letter.subject).toBe(
      'đôn đốc thực hiện các nhiệm vụ bảo đảm trật tự, an toàn giao thông đã quá hạn',
    )
    expect(linesOf(letter)[0]).toMatch(
      /^Qua theo dõi của Văn phòng Ban An toàn giao thông tỉnh Mẫu, tính đến ngày 22\/11\/2026, Sở/u,
    )
    expect(linesOf(letter)[1]).toBe('Nhiệm vụ được giao trực tiếp: “Kiểm tra bến xe trước Tết”.')
  })

  it('stands beside those of documents, which are named then', () => {
    const letter = draft(reminderOf([lateDuty(9), spoken]))
    expect(letter.subject).not.toContain('46/KH-BATGT')
    expect(linesOf(letter)[0]).toMatch(/^Thực hiện Kế hoạch số 46\/KH-BATGT ngày 15\/01\/2026 /u)
    expect(linesOf(letter)[1]).toContain('tại điểm a khoản 2 mục III Kế hoạch số 46/KH-BATGT:')
  })

  it('has its ground in the table', () => {
    const [, table] = draft(reminderOf([spoken, ...[1, 2, 3].map((days) => lateDuty(days))])).body
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map((row) => row[2])).toEqual([
      'Giao trực tiếp',
      ...Array(3).fill('Điểm a khoản 2 mục III Kế hoạch số 46/KH-BATGT'),
    ])
  })
})

describe('who reminds', () => {
  it('orders where it stands above', () => {
    const lines = linesOf(draft(reminderOf([lateDuty(5)], { sender: { ...SENDER, manner: 'order' } })))
    expect(lines.find((line) => line.startsWith('Để bảo đảm'))).toContain('yêu cầu Sở Xây dựng tỉnh Mẫu:')
    expect(lines.at(-1)).toBe('Yêu cầu Sở Xây dựng tỉnh Mẫu nghiêm túc thực hiện./.')
  })

  it('leaves out whom to call and whom to tell where nobody is named', () => {
    const sender = { ...SENDER, contact: null, superior: null }
    const lines = linesOf(draft(reminderOf([lateDuty(5)], { sender })))
    expect(lines.some((line) => line.startsWith('Đầu mối'))).toBe(false)
    expect(lines.find((line) => line.startsWith('- Tập'))).toMatch(/05\/12\/2026 để tổng hợp\.$/u)
  })
})

describe('no letter is drafted', () => {
  it.each([
    ['of nothing', reminderOf([]), [{ kind: 'no-duties' }]],
    [
      'of a duty that is done or not late',
      reminderOf([lateDuty(5, { state: 'verified' }), lateDuty(4), lateDuty(3, { daysLate: 0 })]),
      [
        { kind: 'not-open', duty: 'viec-5' },
        { kind: 'not-late', duty: 'viec-3' },
      ],
    ],
    [
      'that wants an answer on its own day',
      reminderOf([lateDuty(5)], { answerBy: '2026-11-22' as PlainDate }),
      [{ kind: 'answer-too-early' }],
    ],
    [
      'that wants an answer before it is signed',
      reminderOf([lateDuty(5)], { signedOn: '2026-12-10' as PlainDate }),
      [{ kind: 'answer-too-early' }],
    ],
  ])('%s', (_what, request, faults) => {
    expect(draftReminderLetter(request)).toEqual({ ok: false, error: faults })
  })
})
