import { describe, expect, it } from 'vitest'
import { listAmendingSentences } from './amending-sentences.ts'

const read = (text: string) =>
  listAmendingSentences(text).map(({ verb, clauses, content }) => ({
    verb,
    clauses: clauses.map((named) => named.join('.')),
    content: content && text.slice(content.start, content.end).trim(),
  }))

describe('a sentence that amends', () => {
  it('gives the clause and the quoted words', () => {
    const text =
      '1. Sửa đổi, bổ sung khoản 2 Mục III như sau:\n“2. Sở Xây dựng rà soát.”\n2. Bãi bỏ khoản 4 Mục III.'
    expect(read(text)).toEqual([
      { verb: 'replace', clauses: ['III.2'], content: '2. Sở Xây dựng rà soát.' },
      { verb: 'end', clauses: ['III.4'], content: undefined },
    ])
  })

  it('is understood with the clause in front and without quotation', () => {
    const text =
      'Điều 1. Sửa đổi một số nội dung của Kế hoạch số 15/KH-UBND như sau:\n1. Khoản 2 Mục III được sửa đổi, bổ sung như sau:\n2. Sở Xây dựng rà soát.\n2. Bãi bỏ điểm b khoản 1 Mục II.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.'
    expect(read(text)).toEqual([
      { verb: 'replace', clauses: ['III.2'], content: '2. Sở Xây dựng rà soát.' },
      { verb: 'end', clauses: ['II.1.b'], content: undefined },
    ])
  })

  it('ends its new words where the next article of the amending document begins', () => {
    const text =
      '1. Sửa đổi khoản 2 Mục III như sau:\nSở Xây dựng rà soát.\nĐiều 2. Hiệu lực\nSở Y tế báo cáo.'
    expect(read(text)[0]?.content).toBe('Sở Xây dựng rà soát.')
  })

  it('adds to a section, after a clause or at its end', () => {
    expect(read('Bổ sung khoản 5 vào sau khoản 4 Mục III như sau:\n“5. Sở Tư pháp tập huấn.”')).toEqual([
      { verb: 'add', clauses: ['5', 'III.4'], content: '5. Sở Tư pháp tập huấn.' },
    ])
    expect(read('3. Bổ sung Mục VI như sau:\n“VI. KINH PHÍ”')[0]).toMatchObject({
      verb: 'add',
      clauses: ['VI'],
    })
  })

  it('stands under a title that names the section', () => {
    const text =
      '1. Sửa đổi, bổ sung một số khoản tại Mục III như sau:\na) Sửa đổi khoản 2 như sau:\n“2. Mới.”\nb) Bãi bỏ khoản 4.\n2. Bãi bỏ khoản 1 Mục IV.'
    expect(read(text).map(({ clauses }) => clauses[0])).toEqual(['III.2', 'III.4', 'IV.1'])
  })
})

describe('what a person must do by hand', () => {
  it.each([
    [
      'single words',
      '1. Thay thế cụm từ “Sở Giao thông vận tải” bằng cụm từ “Sở Xây dựng” tại khoản 2 Mục III.',
    ],
    ['words struck out of a clause', '1. Bỏ cụm từ “hằng tháng” tại khoản 2 Mục III.'],
    ['a sentence of a clause', '1. Bãi bỏ câu thứ hai khoản 2 Mục III.'],
    ['some of what a clause says', '1. Bãi bỏ một số nội dung tại khoản 2 Mục III.'],
    ['two things at once', '1. Sửa đổi khoản 2 và bãi bỏ khoản 4 Mục III.'],
  ])('%s', (_, text) => expect(read(text).map(({ verb }) => verb)).toEqual(['note']))

  it.each([
    [
      'the day of a clause',
      '1. Điều chỉnh thời hạn hoàn thành tại khoản 2 Mục III như sau: trước ngày 30/9/2026.',
    ],
    ['some of a section', '1. Sửa đổi một số nội dung tại Mục III như sau:\n“Sở Y tế trực cấp cứu.”'],
  ])('%s never replaces the whole', (_, text) =>
    expect(read(text).map(({ verb }) => verb)).toEqual(['revise']),
  )
})

describe('a sentence that amends nothing', () => {
  it.each([
    '1. Sửa đổi, bổ sung quy chế phối hợp giữa các sở, ngành.',
    '- Bổ sung nhân lực cho trạm y tế cấp xã.',
    '2. Điều chỉnh tổ chức giao thông tại các nút có nguy cơ cao.',
    'Sở Xây dựng đề xuất bãi bỏ khoản 2 Mục III của Quy định.',
  ])('%s', (text) => expect(read(text)).toEqual([]))
})
