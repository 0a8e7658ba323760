import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gatherCitations, listMentions } from './citations.ts'
import { toPiece } from './mapped-text.ts'

const cite = (text: string, own: string | null = null) =>
  gatherCitations([toPiece(text)], own).map((c) => [c.type, c.number, c.issuedOn])

describe('what cites nothing', () => {
  test.each([
    'theo quy định của Luật Ngân sách nhà nước và các văn bản hướng dẫn hiện hành năm 2024',
    'Luật Đường bộ và Luật Trật tự, an toàn giao thông đường bộ được Quốc hội thông qua',
    'Km3+700 đến Km18, QL.4B, ĐT.245',
    'Mẫu số 01/BC-ATGT kèm theo',
    'theo QCVN 41:2019/BGTVT',
    'đơn giá 66.7/2025 đồng, mục 3.2/CT-UBND',
    'giảm 5-10% số vụ',
    'trực 24/24h, phủ sóng 4G/5G',
    'Kế hoạch số /KH-UBND ngày tháng năm 2025',
    'nghỉ 30/4-01/5',
    'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII',
    'Quyết định này có hiệu lực từ ngày ký',
    'tổ số1 và tổ số2, họp cùng ngày',
    'Mẫu số1/BC-ATGT kèm theo',
  ])('%s', (text) => {
    expect(cite(text)).toEqual([])
  })

  test('the document itself', () => {
    expect(cite('(Kèm theo Kế hoạch số 12/KH-UBND ngày 03/02/2026)', '12/KH-UBND')).toEqual([])
  })

  // The day of another event, of another office's doing, of a law that is not named.
  test.each([
    ['Công văn số 71/BYT-DP của Bộ Y tế; Sở Y tế họp ngày 03/6/2025', [['công văn', '71/BYT-DP', null]]],
    [
      'Công văn số 71/BYT-DP của Bộ Y tế (gửi Sở Y tế trước khi các huyện nhận được báo cáo) ngày 03/6/2025',
      [['công văn', '71/BYT-DP', null]],
    ],
    ['Luật Hòa giải được Quốc hội thông qua', []],
    ['Kế hoạch số 9/KH-UBND - UBND tỉnh yêu cầu cùng ngày', [['kế hoạch', '9/KH-UBND', null]]],
    ['Luật này được Chính phủ trình ngày 20/6/2013', []],
  ])('no day for %s', (text, expected) => {
    expect(cite(text)).toEqual(expected)
  })

  test('an impossible day is no day', () => {
    expect(cite('Chỉ thị số 3/CT-TTg ngày 31/4/2025')).toEqual([['chỉ thị', '3/CT-TTg', null]])
  })

  test('the same number of two days is two documents', () => {
    expect(
      cite('Nghị quyết số 59-NQ/TW ngày 24/01/2025; Nghị quyết số 59-NQ/TW ngày 24/01/2024'),
    ).toHaveLength(2)
  })
})

test('mentions stay inside the text and in order', () => {
  const part = constantFrom(
    'Luật',
    ' ',
    'số ',
    '12',
    '/',
    '-',
    'NQ',
    'CP',
    'QĐ-TTg',
    ' ngày ',
    '1/2/2025',
    ' và ',
    ',',
    'Kế hoạch ',
    'năm 2025',
  )
  assert(
    property(
      array(part, { maxLength: 40 }).map((p) => p.join('')),
      (text) => {
        for (const mention of listMentions(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(0)
          expect(mention.end).toBeLessThanOrEqual(text.length)
          expect(mention.end).toBeGreaterThan(mention.start)
        }
      },
    ),
  )
})
