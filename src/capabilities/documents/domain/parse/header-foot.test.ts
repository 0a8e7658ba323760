import { describe, expect, test } from 'vitest'
import { readFoot } from './header-foot.ts'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'

const foot = (text: string) => {
  const { name, title, authority, recipients } = readFoot(toLines(normalise(text)))
  return [name?.value, title?.value, authority?.value, recipients.map((r) => r.value)]
}

/** The signature right of two recipients, each line of it on a line of its own. */
const beside = (...signature: string[]): string =>
  ['Nơi nhận:', '- Như trên;', '- Lưu: VT.', '', '', '']
    .map((left, i) => `${left.padEnd(40)}${signature[i] ?? ''}`)
    .join('\n')
const BESIDE = ['Như trên', 'Lưu: VT']

describe('who signs', () => {
  test.each([
    [['KT. BỘ TRƯỞNG,', 'CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM'], 'Phó Chủ nhiệm', 'KT. Bộ trưởng, Chủ nhiệm'],
    [['KT. BỘ TRƯỞNG, CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM'], 'Phó Chủ nhiệm', 'KT. Bộ trưởng, Chủ nhiệm'],
    [
      ['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'],
      'Phó Chánh Văn phòng',
      'TL. Chủ tịch; KT. Chánh Văn phòng',
    ],
    [['TUQ. CHỦ TỊCH', 'GIÁM ĐỐC SỞ NỘI VỤ'], 'Giám đốc Sở Nội vụ', 'TUQ. Chủ tịch'],
    [['K/T CHÁNH', 'VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'], 'Phó Chánh Văn phòng', 'K/T Chánh Văn phòng'],
    [['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'], 'Phó Trưởng ban', 'K/T Trưởng ban'],
    [['KT/ CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], 'Phó Chủ tịch', 'KT. Chủ tịch'],
    [['THỪA LỆNH CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'], 'Chánh Văn phòng', 'TL. Chủ tịch'],
    [['Tm. Ủy ban nhân dân', 'Kt. Chủ tịch', 'Phó chủ tịch'], 'Phó Chủ tịch', 'TM. UBND; KT. Chủ tịch'],
    [
      ['TM. ỦY BAN MTTQ VIỆT NAM', 'XÃ BẢN MẪU', 'CHỦ TỊCH'],
      'Chủ tịch',
      'TM. Ủy ban MTTQ Việt Nam xã Bản Mẫu',
    ],
    [['KT. TỔNG GIÁM ĐỐC', 'PHÓ TỔNG GIÁM ĐỐC'], 'Phó Tổng Giám đốc', 'KT. Tổng Giám đốc'],
    // The office that he holds besides stands below the post by which he signs.
    [['TRƯỞNG BAN', 'PHÓ CHỦ TỊCH UBND TỈNH'], 'Trưởng ban', undefined],
    [['Q. GIÁM ĐỐC'], 'Q. Giám đốc', undefined],
    [['TỔNG CỤC TRƯỞNG'], 'Tổng cục trưởng', undefined],
    [['TRƯỞNG THÔN'], 'Trưởng thôn', undefined],
  ])('%j', (lines, title, authority) =>
    expect(foot(beside(...lines, '(Đã ký)', 'Lê Văn Mẫu'))).toEqual(['Lê Văn Mẫu', title, authority, BESIDE]),
  )

  test.each([
    ['Đã ký: Lê Văn Mẫu', 'Lê Văn Mẫu'],
    ['ThS. BS. Lê Văn Mẫu', 'Lê Văn Mẫu'],
    ['BSCKII. Vi Thị Mẫu', 'Vi Thị Mẫu'],
    ['Thượng tá Lê Văn Mẫu', 'Lê Văn Mẫu'],
    ["H' Linh Niê", "H' Linh Niê"],
    ['Y Thanh Hà Niê Kđăm', 'Y Thanh Hà Niê Kđăm'],
    ['GIÀNG A MẪU', 'Giàng A Mẫu'],
  ])('the name in %s', (printed, name) =>
    expect(foot(beside('CHỦ TỊCH', printed))).toEqual([name, 'Chủ tịch', undefined, BESIDE]),
  )

  test('recipients and signature in one paragraph', () =>
    expect(foot('Nơi nhận: - Như trên; - Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Lê Văn Mẫu')).toEqual([
      'Lê Văn Mẫu',
      'Phó Chủ tịch',
      'KT. Chủ tịch',
      BESIDE,
    ]))

  test('two organs and a post in one cell', () =>
    expect(foot('|\nTM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn Mẫu\n|')).toEqual([
      'Lê Văn Mẫu',
      'Phó Chủ tịch',
      'TM. UBND; KT. Chủ tịch',
      [],
    ]))

  test('breaks inside the cells of a table', () =>
    expect(
      foot(
        '| Nơi nhận:<br>- Như trên;<br>- Lưu: VT. | KT. TRƯỞNG PHÒNG<br>PHÓ TRƯỞNG PHÒNG<br><br>Lê Thị Mẫu |\n|---|---|',
      ),
    ).toEqual(['Lê Thị Mẫu', 'Phó Trưởng phòng', 'KT. Trưởng phòng', BESIDE]))

  test('who approves stands beside who signs', () =>
    expect(
      foot('DUYỆT CỦA HIỆU TRƯỞNG          TỔ TRƯỞNG\n   (Đã ký)    (Đã ký)\n Lê Thị Mẫu       Trần Văn Ví'),
    ).toEqual(['Trần Văn Ví', 'Tổ trưởng', undefined, []]))

  test('of two signatories the first', () =>
    expect(
      foot(
        ' GIÁM ĐỐC SỞ Y TẾ            GIÁM ĐỐC CÔNG AN TỈNH\n   (Đã ký)    (Đã ký)\n Lê Thị Mẫu       Phạm Văn Mẫu',
      ),
    ).toEqual(['Lê Thị Mẫu', 'Giám đốc Sở Y tế', undefined, []]))
})

describe('to whom it goes', () => {
  test('items without a sign before them', () =>
    expect(foot('Nơi nhận:\nNhư trên;\nCác sở, ban, ngành;\nLưu: VT.\nCHỦ TỊCH\nLê Văn Mẫu')).toEqual([
      'Lê Văn Mẫu',
      'Chủ tịch',
      undefined,
      ['Như trên', 'Các sở, ban, ngành', 'Lưu: VT'],
    ]))

  test('items in one line', () =>
    expect(foot('Nơi nhận: Như trên; UBND tỉnh (b/c); Lưu: VT.\nCHỦ TỊCH\nLê Văn Mẫu')[3]).toEqual([
      'Như trên',
      'UBND tỉnh',
      'Lưu: VT',
    ]))
})
