import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isRefusal } from './extracted-text.ts'
import { makePdf } from './pdf-testing.ts'
import { makeDocx, p } from './testing.ts'
import { toText } from './to-text.ts'

const MANY = 300_000
const page = (inside: string): Uint8Array => strToU8(`<html><body>${inside}</body></html>`)
const row = (cells: string): string => `<w:tr>${cells}</w:tr>`
const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`

/** Each would keep a careless reader busy for hours: their cost must grow with their size and no faster. */
const hostile: readonly (readonly [what: string, name: string, bytes: Uint8Array])[] = [
  ['elements in each other', 'x.html', page(`${'<div>'.repeat(MANY)}an toàn`)],
  ['blanks that no pattern may look at twice', 'x.html', page(`<p>${'\u00a0'.repeat(MANY)}x</p>`)],
  ['braces that never close', 'x.html', page(`<p>${'{'.repeat(MANY)}</p>`)],
  [
    'formats that every paragraph takes up again',
    'x.html',
    page(Array.from({ length: 3000 }, (_, i) => `<font c${i}=1>`).join('') + '<p>x'.repeat(20_000)),
  ],
  ['angles', 'x.html', page('<'.repeat(MANY))],
  ['comments that never close', 'x.html', strToU8('<!--'.repeat(MANY))],
  [
    'cells over all the others',
    'x.html',
    page(`<table>${'<tr><td colspan=60 rowspan=60000>x'.repeat(5000)}</table>`),
  ],
  ['a word without an end', 'x.txt', strToU8('ươA'.repeat(MANY))],
  ['words that fail at their last letter', 'x.txt', strToU8(`${'a'.repeat(200)}Ấ `.repeat(2000))],
  ['quotation marks', 'x.txt', strToU8(`${'»'.repeat(MANY)}a`)],
  ['stars', 'x.md', strToU8(`${'*'.repeat(MANY)}a`)],
  ['a line without an end in a PDF', 'x.pdf', makePdf([['a'.repeat(MANY)]])],
  [
    'one row of very many cells',
    'x.docx',
    makeDocx({ body: `<w:tbl>${row(cell('a').repeat(5000))}${row(cell('b')).repeat(5000)}</w:tbl>` }),
  ],
  ['colons and blanks', 'x.docx', makeDocx({ body: p(`${':'.repeat(1000)}${' '.repeat(MANY)}x`) })],
]

describe('a file that is made to take for ever', () => {
  it.each(hostile)('ends with a text no larger than itself, or a refusal: %s', async (_what, name, bytes) => {
    const result = await toText(bytes, name)
    const size = isRefusal(result) ? 0 : result.text.length
    // A packed document may unfold, a page of cells may gain its bars; neither without bound.
    expect(size).toBeLessThan(Math.max(bytes.byteLength * 8, 3_000_000))
  })
})
