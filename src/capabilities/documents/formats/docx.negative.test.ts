import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fromDocx } from './docx.ts'
import { isRefusal, refusalCodes } from './extracted-text.ts'
import { makeDocx, p, SAMPLE } from './testing.ts'

const read = (bytes: Uint8Array): string => {
  const result = fromDocx(bytes)
  return isRefusal(result) ? result.code : result.text
}

const whole = makeDocx({
  body: SAMPLE.split('\n')
    .map((line) => p(line))
    .join(''),
})
const withPart = (name: string, text: string): Uint8Array =>
  makeDocx({ body: p('x'), more: { [name]: strToU8(text) } })

/** Words that hardly shrink, so that the ratio of the container stays ordinary. */
const noise = Array.from({ length: 12_000 }, (_, i) =>
  createHash('sha256').update(`${i}`).digest('hex'),
).join(' ')

describe('a Word document that is refused', () => {
  const lol =
    '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document><w:body>&b;</w:body></w:document>'

  it.each([
    ['an entity bomb', withPart('word/document.xml', lol), 'formats.unsafe-archive'],
    [
      'a document type that names a file outside',
      withPart('word/document.xml', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'),
      'formats.unsafe-archive',
    ],
    ['an entity bomb in a neighbour', withPart('word/numbering.xml', lol), 'formats.unsafe-archive'],
    [
      'elements nested without end',
      withPart('word/document.xml', '<a>'.repeat(5000)),
      'formats.unsafe-archive',
    ],
    ['a part with a path outside', withPart('../x.xml', '<x/>'), 'formats.unsafe-archive'],
    [
      'a bomb beside the text',
      makeDocx({ body: p('x'), more: { 'word/media/a.bin': new Uint8Array(30_000_000) } }),
      'formats.zip-bomb',
    ],
    [
      'a small file that unfolds into millions of elements',
      makeDocx({ body: `${p(noise)}${'<a/>'.repeat(2_500_000)}` }),
      'formats.zip-bomb',
    ],
    [
      'XML cut in the middle',
      withPart('word/document.xml', '<w:document><w:body><w:p>'),
      'formats.broken-docx',
    ],
    ['XML whose elements cross', withPart('word/document.xml', '<a><b></a></b>'), 'formats.broken-docx'],
    ['XML with a wild attribute', withPart('word/document.xml', '<a b=c></a>'), 'formats.broken-docx'],
    ['no XML', withPart('word/document.xml', 'Kế hoạch'), 'formats.broken-docx'],
    ['another document without a body', withPart('word/document.xml', '<x/>'), 'formats.broken-docx'],
    [
      'no main part',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/x.xml': strToU8('<x/>') }),
      'formats.broken-docx',
    ],
    ['the first half of a file', whole.subarray(0, whole.byteLength >> 1), 'formats.broken-docx'],
    ['no file at all', new Uint8Array(0), 'formats.broken-docx'],
  ])('%s', (_what, bytes, code) => {
    expect(read(bytes)).toBe(code)
  })

  it('says in Vietnamese what is wrong and what to do', () => {
    const result = fromDocx(whole.subarray(0, 100))
    expect(result).toEqual({
      format: 'docx',
      code: 'formats.broken-docx',
      reason: 'Tệp Word (.docx) hỏng hoặc tải về chưa đủ.',
      action: 'Tải lại tệp từ nơi gửi, mở thử bằng Word rồi gửi lại.',
    })
  })
})

describe('a strange Word document that is read', () => {
  it('styles that are their own parents', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    expect(read(makeDocx({ body: p('x', '<w:pStyle w:val="A"/>'), styles })).trim()).toBe('x')
  })

  it('a footnote that cites itself, and one that is not there', () => {
    const mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const footnotes = `<w:footnote w:id="1"><w:p>${mark}<w:r><w:t>chú</w:t></w:r></w:p></w:footnote>`
    const body = `<w:p>${mark}<w:r><w:footnoteReference w:id="99"/></w:r></w:p>`
    expect(read(makeDocx({ body, footnotes })).trim()).toBe('[1][2]\n\n[1] chú')
  })

  it('a cell over a million columns', () => {
    const body = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>${p('A')}</w:tc></w:tr><w:tr><w:tc>${p('B')}</w:tc><w:tc>${p('C')}</w:tc></w:tr></w:tbl>`
    expect(read(makeDocx({ body })).length).toBeLessThan(2000)
  })

  it('a list whose level is out of all order', () => {
    const numPr = '<w:numPr><w:ilvl w:val="-7"/><w:numId w:val="1"/></w:numPr>'
    const numbering =
      '<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    expect(read(makeDocx({ body: p('x', numPr), numbering })).trim()).toBe('x')
  })
})

describe('any damage', () => {
  it('to the container gives a text or a refusal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = whole.slice()
          for (const [at, value] of changes) bytes[at] = value
          const result = fromDocx(bytes)
          expect(isRefusal(result) ? refusalCodes.includes(result.code) : result.text.length > 0).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('to the XML gives a text or a refusal', () => {
    const xml = `<w:document xmlns:w="w"><w:body>${p('Một', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}<w:tbl><w:tr><w:tc>${p('A')}</w:tc></w:tr></w:tbl></w:body></w:document>`
    fc.assert(
      fc.property(fc.nat(xml.length), fc.nat(12), fc.string({ maxLength: 6 }), (at, cut, insert) => {
        const damaged = xml.slice(0, at) + insert + xml.slice(at + cut)
        expect(read(withPart('word/document.xml', damaged))).toBeTypeOf('string')
      }),
      { numRuns: 500 },
    )
  })
})
