import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

/** Lines of a scanner gone wild or of somebody who means ill: read in the time of their length, not of its square. */
const HEAD = `ỦY BAN NHÂN DÂN TỈNH MẪU
Số: 12/KH-UBND
Mẫu, ngày 3 tháng 2 năm 2026

KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông năm 2026

I. NHIỆM VỤ
1. Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra, hoàn thành trước ngày 30/6/2026.
`
const LENGTH = 100_000

describe('a line without end', () => {
  it.each([
    ['dashes', '- '],
    ['dots', '. '],
    ['commas', ', '],
    ['brackets', '((a) '],
    ['numbers', '1 '],
    ['short words', 'x y '],
    ['marks of quotation', '“a '],
    ['shares', '5% '],
    ['bars', '| '],
    ['doubled words', 'và '],
    ['group words', 'các '],
    ['group words that report', 'các ', 'Báo cáo '],
    ['worn words', 'tô chức '],
    ['commas after a condition', ', ', 'Khi '],
  ])('of %s ends within the patience of a test', (_what, unit, start = 'Sở Y tế ') => {
    const line = `2. ${start}${unit.repeat(LENGTH / unit.length)}xong.`
    const failed: string[] = []
    const structure = readDocument({
      text: `${HEAD}${line}\n3. Công an tỉnh kiểm tra nồng độ cồn trên các tuyến đường.\n`,
      agencies: noAgencies,
      onFailure: (stage) => failed.push(stage),
    })
    expect(failed).toEqual([])
    expect(structure.outline.flatMap((part) => part.children.map(({ path }) => path))).toContain('I.3')
  })
})
