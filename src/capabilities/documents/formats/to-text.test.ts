import fs from 'node:fs'
import path from 'node:path'
import { makeOle } from '#platform/server/files/testing.ts'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeDoc } from './doc-testing.ts'
import { isRefusal, refusalCodes, type RefusalCode } from './extracted-text.ts'
import { makePdf } from './pdf-testing.ts'
import { listShared, makeDocx, p, SAMPLE } from './testing.ts'
import { toText } from './to-text.ts'

const lines = SAMPLE.trimEnd().split('\n')
const docx = makeDocx({ body: lines.map((line) => p(line)).join('') })
const html = strToU8(
  `<!doctype html><html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
)
const pdf = makePdf([lines])
const words = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

describe('the same plan in every dress', () => {
  it.each([
    ['ke-hoach.txt', strToU8(SAMPLE), 'txt'],
    ['ke-hoach.md', strToU8(SAMPLE), 'md'],
    ['ke-hoach.html', html, 'html'],
    ['ke-hoach.docx', docx, 'docx'],
    ['ke-hoach.doc', makeDoc(lines.slice(0, 14).map((text) => ({ text }))), 'doc'],
    ['ke-hoach.pdf', pdf, 'pdf'],
  ])('%s', async (name, bytes, format) => {
    const result = await toText(bytes, name)
    expect(isRefusal(result) ? result : result.format).toBe(format)
    const expected = format === 'doc' ? lines.slice(0, 14).join(' ') : SAMPLE
    expect('text' in result && words(result.text)).toBe(words(expected))
    expect('notes' in result && result.notes).toEqual([])
  })

  it.each([
    ['a Word document named .pdf', docx, 'x.pdf', 'docx'],
    ['a page named .doc, as old systems export', html, 'x.doc', 'html'],
    ['a PDF without an ending', pdf, 'x', 'pdf'],
    ['a page named .md', html, 'x.md', 'html'],
    ['text full of marks named .txt', strToU8(`# A\n\n**${SAMPLE}**\n`), 'x.txt', 'txt'],
    ['markdown with some tags', strToU8(`${SAMPLE}\n<br><br><p>a</p><sup>1</sup>`), 'x.md', 'md'],
  ])('is known by its bytes: %s', async (_what, bytes, name, format) => {
    expect((await toText(bytes, name)).format).toBe(format)
    expect(isRefusal(await toText(bytes, name))).toBe(false)
  })

  it('keeps the letters of a text exactly as they are', async () => {
    const odd = `\t${SAMPLE.normalize('NFD')}\r\n  cuối \u00a0\n`
    expect(await toText(strToU8(odd), 'x.txt')).toMatchObject({ text: odd })
  })
})

const plain = SAMPLE.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
const refused: readonly (readonly [what: string, bytes: Uint8Array, code: RefusalCode])[] = [
  ['an empty file', new Uint8Array(0), 'formats.empty'],
  ['a file of blanks', strToU8(' \n\t\n'), 'formats.no-text'],
  ['a document without a word', makeDocx({ body: p('') }), 'formats.no-text'],
  ['a page without a word', strToU8('<html><body><img src="x"></body></html>'), 'formats.no-text'],
  ['a bomb', makeDocx({ body: p('x'), more: { 'word/a': new Uint8Array(20_000_000) } }), 'formats.zip-bomb'],
  [
    'a path that leads outside',
    makeDocx({ body: p('x'), more: { '../../a': new Uint8Array(2) } }),
    'formats.unsafe-archive',
  ],
  [
    'a Word document with a password',
    makeOle({ EncryptedPackage: new Uint8Array(9), EncryptionInfo: new Uint8Array(9) }),
    'formats.encrypted-office',
  ],
  [
    'an old Word file with a password',
    makeDoc([{ text: 'x' }], { encrypted: true }),
    'formats.encrypted-office',
  ],
  ['a PDF with a password', makePdf([lines], { encrypted: true }), 'formats.encrypted-pdf'],
  ['a broken PDF', pdf.subarray(0, 40), 'formats.broken-pdf'],
  ['a broken Word document', docx.subarray(0, docx.byteLength - 30), 'formats.broken-docx'],
  ['a broken old Word file', makeOle({ WordDocument: new Uint8Array(3000) }), 'formats.broken-doc'],
  ['a scan', makePdf([], { pictures: 2 }), 'formats.scan'],
  ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), 'formats.image'],
  [
    'a workbook',
    zipSync({ '[Content_Types].xml': strToU8('<T/>'), 'xl/workbook.xml': strToU8('<w/>') }),
    'formats.spreadsheet',
  ],
  ['an archive', zipSync({ 'a.txt': strToU8(SAMPLE) }), 'formats.archive'],
  ['an old workbook', makeOle({ Workbook: new Uint8Array(9) }), 'formats.unknown'],
  ['RTF', strToU8('{\\rtf1 x}'), 'formats.rtf'],
  ['bytes without a meaning', Uint8Array.from({ length: 999 }, (_, i) => (i * 89) % 256), 'formats.unknown'],
  ['letters that fell out', strToU8(SAMPLE.replaceAll(/[ạảãàáậẩẫầấặệểễềếịỉ]/giu, ' ')), 'formats.garbled'],
  [
    'letters that fell out of a Word document',
    makeDocx({ body: p(SAMPLE.replaceAll(/[ạảãàáậẩẫầấặệểễềếịỉ]/giu, '\ufffd')) }),
    'formats.garbled',
  ],
  ['Vietnamese without its marks', strToU8(plain), 'formats.garbled'],
  [
    'an encoding that nothing explains',
    Uint8Array.from(strToU8(SAMPLE), (byte) => (byte > 127 ? 0xff : byte)),
    'formats.encoding',
  ],
]

describe('a refusal', () => {
  it.each(refused)('%s', async (_what, bytes, code) => {
    const result = await toText(bytes, 'ke-hoach')
    expect(result).toMatchObject({ code })
    expect(isRefusal(result) && result.reason).toMatch(/^\p{Lu}[^!]+\.$/u)
    expect(isRefusal(result) && result.action).toMatch(/^\p{Lu}[^!]+\.$/u)
  })

  it('of a scan says so in the agreed words', async () => {
    expect(await toText(makePdf([], { pictures: 1 }), 'x.pdf')).toMatchObject({
      reason: expect.stringContaining('bản chụp, chưa có lớp chữ') as string,
    })
  })

  it('of a file that is too large comes before anything is read', async () => {
    expect(await toText(new Uint8Array(100 * 1024 * 1024 + 1).fill(97), 'x.txt')).toMatchObject({
      code: 'formats.too-large',
    })
  })

  it('of a PDF that keeps Poppler too long says so', async () => {
    expect(await toText(pdf, 'x.pdf', { kind: 'overrun' })).toMatchObject({ code: 'formats.overrun' })
  })

  it('is tried here for every code', () => {
    // Memory is bounded where a file is read in a process of its own.
    const tried = new Set<string>(['formats.too-large', 'formats.overrun', 'formats.out-of-memory'])
    for (const [, , code] of refused) tried.add(code)
    expect(refusalCodes.filter((code) => !tried.has(code))).toEqual([])
  })
})

/** A text or a refusal, whatever came in. */
const isOutcome = async (bytes: Uint8Array): Promise<boolean> => {
  const result = await toText(bytes, 'x')
  return isRefusal(result) ? refusalCodes.includes(result.code) : result.text.length > 0
}

describe('whatever comes in', () => {
  it('random bytes give a text or a refusal', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), isOutcome), { numRuns: 300 })
  })

  it('random letters give a text or a refusal', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 2000 })
    await fc.assert(
      fc.asyncProperty(text, (letters) => isOutcome(strToU8(letters))),
      { numRuns: 300 },
    )
  })

  it.each([
    ['html', html, 150],
    ['docx', docx, 150],
    ['pdf', pdf, 25],
  ] as const)('a damaged %s gives a text or a refusal', async (_what, whole, numRuns) => {
    const change = fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 20 }),
        fc.nat(whole.byteLength),
        (changes, cut) => {
          const bytes = whole.slice(0, cut % 3 === 0 ? cut : whole.byteLength)
          for (const [at, value] of changes) if (at < bytes.byteLength) bytes[at] = value
          return isOutcome(bytes)
        },
      ),
      { numRuns },
    )
  })
})

/** Real files, where they are at hand. Which of them are scans, their description says. */
const shared = [...listShared('corpus'), ...listShared('documents')]
const isScan = (file: string): boolean => file.endsWith('.pdf') && !path.basename(file).startsWith('040')
/** Two texts of one document agree when they have nearly the same words, whatever their lines. */
const sharedWords = (a: string, b: string): number => {
  const bag = (text: string): string[] =>
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of bag(a)) counts.set(word, (counts.get(word) ?? 0) + 1)
  let same = 0
  for (const word of bag(b)) {
    const left = counts.get(word) ?? 0
    if (left > 0) same++
    counts.set(word, left - 1)
  }
  return same / Math.max(bag(a).length, bag(b).length)
}

describe(`real files (${shared.length} at hand)`, () => {
  it('are read, and scans are refused as scans', { timeout: 240_000 }, async () => {
    const wrong: string[] = []
    for (const file of shared) {
      const result = await toText(new Uint8Array(fs.readFileSync(file)), path.basename(file))
      const name = path.basename(file)
      if (isScan(file)) {
        if (!isRefusal(result) || result.code !== 'formats.scan') wrong.push(`${name} is no scan`)
      } else if (isRefusal(result)) wrong.push(`${name}: ${result.code}`)
      else {
        if (result.format !== path.extname(file).slice(1)) wrong.push(`${name} is ${result.format}`)
        if (result.text.length < 500) wrong.push(`${name}: ${result.text.length} letters`)
        if (/[\u0000-\u0008\ufffd]/u.test(result.text)) wrong.push(`${name} has strange signs`) // oxlint-disable-line no-control-regex -- they are what is looked for
      }
    }
    expect(wrong).toEqual([])
  })

  it('say the same as the texts beside them', { timeout: 60_000 }, async () => {
    const wrong: string[] = []
    for (const file of shared) {
      const twin = shared.find(
        (one) => /\.(?:antiword|layout)\.txt$/u.test(one) && one.startsWith(file.replace(/\.[a-z]+$/u, '.')),
      )
      if (twin === undefined || twin === file) continue
      const result = await toText(new Uint8Array(fs.readFileSync(file)), path.basename(file))
      const agreement = isRefusal(result) ? 0 : sharedWords(result.text, fs.readFileSync(twin, 'utf8'))
      if (agreement < 0.98) wrong.push(`${path.basename(file)}: ${agreement.toFixed(3)}`)
    }
    expect(wrong).toEqual([])
  })
})
