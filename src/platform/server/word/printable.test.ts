import { describe, expect, it } from 'vitest'
import { toPieceLines, toPrintableLine, toPrintableLines } from './printable.ts'

describe('words as they can be printed', () => {
  it.each<[string, string, string[]]>([
    ['composes letters', 'Đôn đô\u0301c thu\u031b\u0323c hie\u0323\u0302n', ['Đôn đốc thực hiện']],
    ['keeps what XML must escape', `"A" & <B> 'C'`, [`"A" & <B> 'C'`]],
    ['drops control characters', 'a\u0000b\u0007c\u001bd\u007fe', ['abcde']],
    ['drops halves of letters', `a\ud800b\udc00c`, ['abc']],
    ['keeps whole ones', '𝒜', ['𝒜']],
    ['drops what is no character', 'a\ufffeb\uffffc\u{1fffe}d', ['abcd']],
    ['drops marks that turn the order of reading', 'a\u202eb\u2066c\u200fd', ['abcd']],
    ['takes any end of a line for one', 'a\r\nb\rc\u2028d\u0085e', ['a', 'b', 'c', 'd', 'e']],
    ['leaves no empty line', '\n\n a \n\u0000\n b\n', ['a', 'b']],
    ['takes a tabulator for a space', 'a\tb', ['a b']],
    ['finds nothing in nothing', '', []],
  ])('%s', (_what, text, lines) => {
    expect(toPrintableLines(text)).toEqual(lines)
  })

  it('is one line where only one can stand', () => {
    expect(toPrintableLine(' Ban An toàn giao thông\ntỉnh Mẫu ')).toBe('Ban An toàn giao thông tỉnh Mẫu')
  })

  it('goes on to stand out behind a line break', () => {
    expect(toPieceLines([{ text: 'Hạn: ' }, { text: '05/12\n2026', bold: true }, { text: '.' }])).toEqual([
      [{ text: 'Hạn: ' }, { text: '05/12', bold: true }],
      [{ text: '2026', bold: true }, { text: '.' }],
    ])
  })

  it('keeps the spaces between pieces', () => {
    expect(
      toPieceLines([{ text: 'chậm nhất ' }, { text: 'ngày' }])
        .flat()
        .map(({ text }) => text),
    ).toEqual(['chậm nhất ', 'ngày'])
  })
})
