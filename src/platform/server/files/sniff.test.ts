import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { OleBroken, openOle } from './ole.ts'
import { sniff, type Sniffed } from './sniff.ts'
import { makeOle } from './testing.ts'

const utf16 = (text: string, mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(bytes)
}

const plan = 'KẾ HOẠCH\nBảo đảm trật tự, an toàn giao thông năm 2026\n\nI. MỤC ĐÍCH\n1. Giảm tai nạn.\n'
const office = (folder: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [`${folder}/x.xml`]: strToU8('<x/>') })

const cases: readonly (readonly [what: string, bytes: Uint8Array, kind: Sniffed])[] = [
  ['nothing', new Uint8Array(0), 'empty'],
  ['a PDF', strToU8('%PDF-1.4\n…'), 'pdf'],
  ['a PDF after a few bytes of something else', strToU8('\r\n\r\n%PDF-1.7\n'), 'pdf'],
  ['a Word document', office('word'), 'docx'],
  ['a workbook', office('xl'), 'xlsx'],
  ['another container', zipSync({ 'plan.txt': strToU8(plan) }), 'zip'],
  ['a container of Word without its list of types', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'zip'],
  ['an old Word file', makeOle({ WordDocument: new Uint8Array(10) }), 'doc'],
  ['an encrypted Word document', makeOle({ EncryptedPackage: new Uint8Array(10) }), 'encrypted-office'],
  ['an old workbook', makeOle({ Workbook: new Uint8Array(10) }), 'ole'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0), 'png'],
  ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0), 'jpg'],
  ['RTF', strToU8('{\\rtf1\\ansi}'), 'rtf'],
  ['a page', strToU8(`<!DOCTYPE html><html><body>${plan}</body></html>`), 'html'],
  ['a page after a comment', strToU8(`<!-- saved -->\n<HTML>${plan}</HTML>`), 'html'],
  ['a fragment of a page', strToU8('<div><p>Kế hoạch</p><p>Một</p><br><p>Hai</p></div>'), 'html'],
  ['markdown', strToU8(`# Kế hoạch\n\n${plan}\n\n**Nơi nhận:**\n`), 'md'],
  ['text', strToU8(plan), 'txt'],
  ['text with a few signs that look like tags', strToU8(`${plan} a < b và c > d`), 'txt'],
  ['UTF-16 with its mark', utf16(plan, true), 'txt'],
  ['UTF-16 without it', utf16(plan, false), 'txt'],
  ['an old letter set', Uint8Array.from(Buffer.from('KÕ ho¹ch b¶o ®¶m trËt tù', 'latin1')), 'txt'],
  ['bytes without a meaning', Uint8Array.from({ length: 600 }, (_, i) => (i * 89 + 13) % 256), 'unknown'],
  ['a program', strToU8('\x7fELF\x02\x01\x01\0\0\0\0'), 'unknown'],
]

describe('what the bytes say they are', () => {
  it.each(cases)('%s', (_what, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind)
  })

  it('is said of any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        expect(sniff(bytes)).toBeTypeOf('string')
      }),
    )
  })

  it('is said of any damage to a container without failing', () => {
    for (const whole of [office('word'), makeOle({ WordDocument: new Uint8Array(6000) })]) {
      fc.assert(
        fc.property(fc.nat(whole.byteLength - 1), fc.nat(255), fc.nat(whole.byteLength), (at, value, end) => {
          const bytes = whole.slice(0, Math.max(end, 1))
          bytes[at % bytes.byteLength] = value
          expect(sniff(bytes)).toBeTypeOf('string')
        }),
      )
    }
  })
})

describe('a compound file', () => {
  it('gives its streams', () => {
    const body = Uint8Array.from({ length: 5000 }, (_, i) => i % 251)
    const ole = openOle(makeOle({ WordDocument: body, '1Table': strToU8('table') }))
    expect(ole.names).toEqual(['Root Entry', 'WordDocument', '1Table'])
    expect(ole.findStream('WordDocument')).toEqual(body)
    expect(new TextDecoder().decode(ole.findStream('1Table')?.subarray(0, 5))).toBe('table')
    expect(ole.findStream('none')).toBeUndefined()
  })

  it('whose chain goes round is refused, not followed for ever', () => {
    const bytes = makeOle({ WordDocument: new Uint8Array(5000) })
    // The last sector of the stream points back at its first.
    const view = new DataView(bytes.buffer)
    for (let i = 0; i < 128; i++)
      if (i > 1 && view.getUint32(512 + i * 4, true) === 0xfffffffe) view.setUint32(512 + i * 4, 2, true)
    expect(() => openOle(bytes).findStream('WordDocument')).toThrow(OleBroken)
  })

  it.each([
    ['a sector size that nobody uses', 30, 20],
    ['a directory that lies outside', 49, 0x7f],
    ['a table that lies outside', 77, 0x7f],
  ])('%s', (_what, at, value) => {
    const bytes = makeOle({ WordDocument: new Uint8Array(10) })
    bytes[at] = value
    expect(() => openOle(bytes)).toThrow(OleBroken)
  })

  it('that claims more tables than the file has bytes is refused', () => {
    const bytes = makeOle({ WordDocument: new Uint8Array(10) })
    new DataView(bytes.buffer).setUint32(44, 0x7fffffff, true)
    expect(() => openOle(bytes)).toThrow(OleBroken)
  })
})
