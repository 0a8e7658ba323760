import { describe, expect, it } from 'vitest'
import { toUnicode } from './letters.ts'
import { decodeText } from './text-bytes.ts'
import { SAMPLE } from './testing.ts'
import { decode1252 } from './windows-1252.ts'

/** As files of the years before Unicode have it, written down by hand. */
const tcvn3 = [
  ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['Uû ban nh©n d©n tØnh MÉu', 'Uỷ ban nhân dân tỉnh Mẫu'],
  [
    'KÕ ho¹ch b¶o ®¶m trËt tù, an toµn giao th«ng n¨m 2009',
    'Kế hoạch bảo đảm trật tự, an toàn giao thông năm 2009',
  ],
  [
    'C¸c së, ban, ngµnh vµ ñy ban nh©n d©n c¸c huyÖn, thÞ x·',
    'Các sở, ban, ngành và ủy ban nhân dân các huyện, thị xã',
  ],
  ['phèi hîp thùc hiÖn nghiªm tóc, ®óng thêi h¹n', 'phối hợp thực hiện nghiêm túc, đúng thời hạn'],
  ['kh¾c phôc bÊt cËp, tuÇn tra, xö lý vi ph¹m', 'khắc phục bất cập, tuần tra, xử lý vi phạm'],
  ['ch\u00ad\u00acng tr×nh, ®\u00adêng bé, nh\u00ad vËy', 'chương trình, đường bộ, như vậy'],
  [
    'hµng n¨m, quý, hai lÇn; ng\u00adêi ®øng ®Çu chÞu tr¸ch nhiÖm',
    'hàng năm, quý, hai lần; người đứng đầu chịu trách nhiệm',
  ],
] as const

const vni = [
  ['COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['UÛY BAN NHAÂN DAÂN TÆNH MAÃU', 'ỦY BAN NHÂN DÂN TỈNH MẪU'],
  [
    'Keá hoaïch baûo ñaûm traät töï, an toaøn giao thoâng naêm 2009',
    'Kế hoạch bảo đảm trật tự, an toàn giao thông năm 2009',
  ],
  [
    'Caùc sôû, ban, ngaønh phoái hôïp thöïc hieän nghieâm tuùc',
    'Các sở, ban, ngành phối hợp thực hiện nghiêm túc',
  ],
  ['khaéc phuïc baát caäp, tuaàn tra, xöû lyù vi phaïm', 'khắc phục bất cập, tuần tra, xử lý vi phạm'],
  ['chöông trình, ñöôøng boä, ngöôøi ñöùng ñaàu, tyû leä', 'chương trình, đường bộ, người đứng đầu, tỷ lệ'],
  [
    'thò xaõ, huyeän, xaõ; giöõ gìn, nghæ ngôi, kyõ thuaät',
    'thị xã, huyện, xã; giữ gìn, nghỉ ngơi, kỹ thuật',
  ],
] as const

const joined = (pairs: readonly (readonly [string, string])[], side: 0 | 1): string =>
  pairs.map((pair) => pair[side]).join('\n')

describe('old letter sets become Unicode', () => {
  it.each([
    ['TCVN3', tcvn3],
    ['VNI', vni],
  ] as const)('%s, letter by letter', (name, pairs) => {
    const { text, note } = toUnicode(joined(pairs, 0))
    expect(text.split('\n')).toEqual(pairs.map(([, right]) => right))
    expect(note).toContain(name)
  })

  it('line by line, when a file mixes fonts', () => {
    const mixed = `${joined(tcvn3, 0)}\nQuyết định của Ủy ban nhân dân tỉnh về việc giao chỉ tiêu\n${joined(tcvn3, 0)}`
    expect(toUnicode(mixed).text.split('\n')[tcvn3.length]).toBe(
      'Quyết định của Ủy ban nhân dân tỉnh về việc giao chỉ tiêu',
    )
  })

  it('UTF-8 that was read as windows-1252 goes back', () => {
    const twice = decode1252(new TextEncoder().encode(SAMPLE))
    expect(twice.split('\n')[0]).toBe('á»¦Y BAN NHÃ‚N DÃ‚N Tá»ˆNH MáºªU')
    expect(toUnicode(twice).text).toBe(SAMPLE)
  })
})

describe('what is no old letter set stays as it is', () => {
  it.each([
    ['sound text', SAMPLE],
    ['its decomposed form', SAMPLE.normalize('NFD')],
    [
      'another language',
      'Ce règlement a été adopté à Genève; la sécurité routière était déjà évoquée à l’époque. '.repeat(5),
    ],
    ['damage that no set explains', SAMPLE.replaceAll(/[ạảãàáậấầệếề]/giu, '\ufffd')],
    ['nothing', ''],
    ['one odd word', `${SAMPLE} Köln và Málaga là các thành phố ở châu Âu`],
  ])('%s', (_what, text) => {
    expect(toUnicode(text)).toEqual({ text, note: undefined })
  })
})

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
/** windows-1258 keeps shapes in the letter and writes tones after it. */
const to1258 = (text: string): Uint8Array => {
  const table = new Map(
    Array.from(
      { length: 256 },
      (_, i) => [new TextDecoder('windows-1258').decode(Uint8Array.of(i)), i] as const,
    ),
  )
  const spread = [...text].flatMap((letter) => {
    if (table.has(letter)) return [letter]
    const marks = letter.normalize('NFD')
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(marks)?.[0] ?? ''
    return [marks.replace(tone, '').normalize('NFC'), tone]
  })
  return Uint8Array.from(spread, (sign) => table.get(sign) ?? 63)
}

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(SAMPLE)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${SAMPLE}`)],
    ['UTF-16, low byte first', Uint8Array.from(Buffer.from(`\ufeff${SAMPLE}`, 'utf16le'))],
    ['UTF-16, high byte first', Uint8Array.from(Buffer.from(`\ufeff${SAMPLE}`, 'utf16le').swap16())],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from(SAMPLE, 'utf16le'))],
    ['UTF-16 without a mark, high byte first', Uint8Array.from(Buffer.from(SAMPLE, 'utf16le').swap16())],
    ['windows-1258', to1258(SAMPLE)],
  ])('%s', (_name, bytes) => {
    expect(decodeText(bytes).text).toBe(SAMPLE)
  })

  it('windows-1252 has its quotes and dashes', () => {
    expect(decode1252(Uint8Array.of(0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x80, 0x85, 0xea))).toBe('“A” – €…ê')
  })

  it('keeps letters and marks apart when they came apart', () => {
    const spread = SAMPLE.normalize('NFD')
    expect(decodeText(new TextEncoder().encode(spread)).text).toBe(spread)
  })

  it.each([
    ['TCVN3', tcvn3],
    ['VNI', vni],
  ] as const)('%s in single bytes is converted, and said', (name, pairs) => {
    const { text, notes } = decodeText(latin1(joined(pairs, 0)))
    expect(text).toBe(joined(pairs, 1))
    expect(notes.join()).toContain(name)
  })

  it('a file cut in the middle of a letter loses that letter only, and says so', () => {
    const bytes = new TextEncoder().encode(SAMPLE)
    const cut = bytes.subarray(0, bytes.lastIndexOf(0xe1) + 1)
    const { text, notes } = decodeText(cut)
    expect(text?.startsWith(SAMPLE.slice(0, 900))).toBe(true)
    expect(notes).toEqual(['Có 1 chỗ trong tệp không đọc được chữ.'])
  })

  it.each([
    ['bytes of no letters', Uint8Array.from({ length: 900 }, (_, i) => 0x80 + ((i * 37) % 128))],
    [
      'a text of another alphabet in single bytes',
      latin1('ëîâåðøåíñòâîâàíèå ñèñòåìû îðãàíèçàöèè äâèæåíèÿ '.repeat(6)),
    ],
    ['Vietnamese with every marked byte replaced', latin1(SAMPLE.replaceAll(/[^ -~\n]/gu, '\u00ff'))],
  ])('is refused when nothing fits: %s', (_what, bytes) => {
    expect(decodeText(bytes).text).toBeUndefined()
  })
})
