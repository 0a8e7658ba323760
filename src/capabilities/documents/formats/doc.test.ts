import { describe, expect, it } from 'vitest'
import { fromDoc } from './doc.ts'
import { makeDoc } from './doc-testing.ts'
import { isRefusal } from './extracted-text.ts'

const linesOf = (bytes: Uint8Array): string[] => {
  const result = fromDoc(bytes)
  return isRefusal(result) ? [result.code] : result.text.split('\n').filter((line) => line !== '')
}

describe('an old Word file', () => {
  it('gives its paragraphs', () => {
    const bytes = makeDoc([
      { text: 'KẾ HOẠCH' },
      { text: 'Bảo đảm trật tự' },
      { text: '' },
      { text: 'I. MỤC ĐÍCH' },
    ])
    expect(linesOf(bytes)).toEqual(['KẾ HOẠCH', 'Bảo đảm trật tự', 'I. MỤC ĐÍCH'])
  })

  it('gives the numbers that Word wrote by itself', () => {
    const levels = [
      { format: 1, text: '\u0000.' },
      { format: 0, text: '\u0001.' },
      { format: 4, text: '\u0002)' },
      { format: 23, text: '-' },
    ]
    const bytes = makeDoc(
      [
        { text: 'MỤC ĐÍCH', list: 1 },
        { text: 'Chung', list: 1, level: 1 },
        { text: 'Một', list: 1, level: 2 },
        { text: 'Hai', list: 1, level: 2 },
        { text: 'ý nhỏ', list: 1, level: 3 },
        { text: 'Không số' },
        { text: 'NHIỆM VỤ', list: 1 },
        { text: 'Sở Y tế', list: 1, level: 1 },
      ],
      { levels },
    )
    expect(linesOf(bytes)).toEqual([
      'I. MỤC ĐÍCH',
      '1. Chung',
      'a) Một',
      'b) Hai',
      '- ý nhỏ',
      'Không số',
      'II. NHIỆM VỤ',
      '1. Sở Y tế',
    ])
  })

  it('gives its tables as rows', () => {
    const bytes = makeDoc([
      { text: 'Phân công' },
      { text: 'TT', ends: 'cell' },
      { text: 'Nhiệm vụ', ends: 'cell' },
      { text: '', ends: 'row' },
      { text: '1', ends: 'cell' },
      { text: 'Rà soát', inTable: true },
      { text: 'điểm đen', ends: 'cell' },
      { text: '', ends: 'row' },
      { text: 'Nơi nhận' },
    ])
    expect(linesOf(bytes)).toEqual([
      'Phân công',
      '| TT | Nhiệm vụ |',
      '| --- | --- |',
      '| 1 | Rà soát điểm đen |',
      'Nơi nhận',
    ])
  })

  it('shows what fields show, not what they ask', () => {
    const text = 'Trang \x13 PAGE \x143\x15 của \x13 HYPERLINK "x" \x14\x13 REF \x14phụ lục\x15\x15'
    expect(linesOf(makeDoc([{ text }]))).toEqual(['Trang 3 của phụ lục'])
  })

  it('puts footnotes at the end under their marks', () => {
    const bytes = makeDoc([{ text: 'Theo quy định\x02 của tỉnh' }], { footnotes: '\x02 Nghị định số 30\r' })
    expect(linesOf(bytes)).toEqual(['Theo quy định[1] của tỉnh', '[1]  Nghị định số 30'])
  })

  it('turns the letters of an old font', () => {
    const coded = 'C¸c së, ban, ngµnh vµ ñy ban nh©n d©n c¸c x· phèi hîp thùc hiÖn nghiªm tóc.'
    expect(linesOf(makeDoc([{ text: coded }, { text: coded }], { narrow: true }))[0]).toBe(
      'Các sở, ban, ngành và ủy ban nhân dân các xã phối hợp thực hiện nghiêm túc.',
    )
  })

  it('reads signs of windows in single bytes', () => {
    expect(linesOf(makeDoc([{ text: '\x93A\x94 \x96 B\x85' }], { narrow: true }))).toEqual(['“A” – B…'])
  })
})
