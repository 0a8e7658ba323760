import { makeOle } from '#platform/server/files/testing.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDoc } from './doc.ts'
import { makeDoc } from './doc-testing.ts'
import { isRefusal, refusalCodes } from './extracted-text.ts'

const read = (bytes: Uint8Array): string => {
  const result = fromDoc(bytes)
  return isRefusal(result) ? result.code : result.text
}

const whole = makeDoc(
  [{ text: 'MỤC ĐÍCH', list: 1 }, { text: 'TT', ends: 'cell' }, { text: '', ends: 'row' }, { text: 'Hết' }],
  { levels: [{ format: 0, text: '\u0000.' }], footnotes: '\x02 chú\r' },
)

describe('an old Word file that is refused', () => {
  it.each([
    ['encrypted', makeDoc([{ text: 'x' }], { encrypted: true }), 'formats.encrypted-office'],
    ['of Word 95', makeDoc([{ text: 'x' }], { version: 0x68 }), 'formats.broken-doc'],
    ['without its main stream', makeOle({ '1Table': new Uint8Array(10) }), 'formats.broken-doc'],
    [
      'without its table stream',
      makeOle({ WordDocument: Uint8Array.of(0xec, 0xa5, 0xc1, 0) }),
      'formats.broken-doc',
    ],
    [
      'with a main stream of zeros',
      makeOle({ WordDocument: new Uint8Array(5000), '0Table': new Uint8Array(10) }),
      'formats.broken-doc',
    ],
    ['cut in the middle', whole.subarray(0, whole.byteLength >> 1), 'formats.broken-doc'],
    ['that is none', new Uint8Array(2000), 'formats.broken-doc'],
    ['that is empty', new Uint8Array(0), 'formats.broken-doc'],
  ])('%s', (_what, bytes, code) => {
    expect(read(bytes)).toBe(code)
  })

  it('whose piece lies outside the stream', () => {
    const bytes = whole.slice()
    // The table stream begins with the piece table; its piece now claims 2^24 characters.
    const at = bytes.findIndex(
      (_, i) => bytes[i] === 2 && bytes[i + 1] === 16 && bytes[i + 5] === 0 && bytes[i + 2] === 0,
    )
    bytes[at + 12] = 1
    expect(read(bytes)).toBe('formats.broken-doc')
  })
})

describe('any damage to an old Word file', () => {
  it('gives a text or a refusal, in bounded time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 10 }),
        (changes) => {
          const bytes = whole.slice()
          for (const [at, value] of changes) bytes[at] = value
          const result = fromDoc(bytes)
          expect(
            isRefusal(result) ? refusalCodes.includes(result.code) : result.text.length < 1_000_000,
          ).toBe(true)
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('in the header, byte by byte', () => {
    for (let at = 0; at < 512; at++) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const bytes = whole.slice()
        bytes[at] = value
        expect(read(bytes)).toBeTypeOf('string')
      }
    }
  })
})
