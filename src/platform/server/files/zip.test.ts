import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { OFFICE_LIMITS, openZip, ZipRefused, type ZipLimits } from './zip.ts'

const faultOf = (bytes: Uint8Array, part?: string, limits: ZipLimits = OFFICE_LIMITS): string => {
  try {
    const zip = openZip(bytes, limits)
    if (part !== undefined) zip.findPart(part)
    return 'no refusal'
  } catch (error) {
    return error instanceof ZipRefused ? error.fault : String(error)
  }
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const patched = (bytes: Uint8Array, at: number, ...values: number[]): Uint8Array => {
  const copy = bytes.slice()
  copy.set(values, at)
  return copy
}
/** Where the first directory entry begins. */
const centralOf = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at < bytes.byteLength - 4; at++) if (view.getUint32(at, true) === 0x02014b50) return at
  throw new Error('no directory')
}

const small = zipSync({ 'a.xml': strToU8('<a>Kế hoạch</a>'), 'b/c.txt': [strToU8('stored'), { level: 0 }] })

describe('a sound container', () => {
  it('gives its parts, packed or stored', () => {
    const zip = openZip(small)
    expect(zip.entries.map((entry) => entry.name)).toEqual(['a.xml', 'b/c.txt'])
    expect(textOf(zip.findPart('a.xml'))).toBe('<a>Kế hoạch</a>')
    expect(textOf(zip.findPart('b/c.txt'))).toBe('stored')
    expect(zip.findPart('none')).toBeUndefined()
    expect(zip.has('a.xml')).toBe(true)
  })

  it('may be empty, and may hold an empty part', () => {
    expect(openZip(zipSync({})).entries).toEqual([])
    expect(openZip(zipSync({ e: new Uint8Array(0) })).findPart('e')).toEqual(new Uint8Array(0))
  })

  it('may shrink XML as well as XML shrinks', () => {
    const xml = strToU8('<w:p><w:r><w:t>Sở Xây dựng chủ trì</w:t></w:r></w:p>'.repeat(200) + Math.PI)
    expect(openZip(zipSync({ x: xml })).findPart('x')).toEqual(xml)
  })
})

describe('a bomb', () => {
  const zeros = (megabytes: number): Uint8Array => zipSync({ bomb: new Uint8Array(megabytes * 1024 * 1024) })

  it('is known by its ratio before it is inflated', () => {
    expect(faultOf(zeros(5))).toBe('bomb')
  })

  it('is known by the size of one part, and of all', () => {
    const limits = { ...OFFICE_LIMITS, ratio: 10_000, partBytes: 1024 * 1024 }
    expect(faultOf(zeros(2), undefined, limits)).toBe('bomb')
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`p${i}`, new Uint8Array(200_000)])),
    )
    expect(faultOf(many, undefined, { ...OFFICE_LIMITS, totalBytes: 1_000_000 })).toBe('bomb')
    expect(faultOf(many)).toBe('no refusal')
  })

  it('is known by the number of its parts', () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`p${i}`, strToU8('x')])))
    expect(faultOf(many, undefined, { ...OFFICE_LIMITS, entries: 49 })).toBe('bomb')
  })

  it('that lies about its size is stopped where its promise ends', () => {
    const bytes = zipSync({ lie: new Uint8Array(900_000) })
    const at = centralOf(bytes)
    // The directory now promises ten bytes.
    expect(faultOf(patched(bytes, at + 24, 10, 0, 0, 0), 'lie')).toBe('bomb')
  })

  it('that lets parts share their bytes is refused', () => {
    const bytes = zipSync({ a: strToU8('x'.repeat(500)), b: strToU8('y'.repeat(500)) })
    const first = centralOf(bytes)
    const second = first + 46 + 1
    // The second part now points at the first one's bytes.
    expect(faultOf(patched(bytes, second + 42, 0, 0, 0, 0))).toBe('bomb')
  })
})

describe('a path that leads outside', () => {
  it.each(['../x', '/etc/passwd', 'a/../../x', 'C:/x', 'c:x', 'a\\b', '\\\\server\\x', 'a/..', '..'])(
    '%s',
    (name) => {
      expect(faultOf(zipSync({ [name]: strToU8('x') }))).toBe('unsafe-path')
    },
  )

  it.each(['a..b', 'word/document.xml', '...', 'a/.rels', '_rels/.rels'])('%s is none', (name) => {
    expect(faultOf(zipSync({ [name]: strToU8('x') }))).toBe('no refusal')
  })
})

describe('a container that is broken', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['other bytes', strToU8('this is no container at all')],
    ['cut at the end', small.subarray(0, small.byteLength - 10)],
    ['cut in the middle', small.subarray(0, small.byteLength >> 1)],
    ['cut at the start', small.subarray(40)],
  ])('%s', (_what, bytes) => {
    expect(faultOf(bytes)).toBe('broken')
  })

  it('a checksum that fails', () => {
    const at = small.findIndex((_, i) => textOf(small.subarray(i, i + 6)) === 'stored')
    expect(faultOf(patched(small, at, 0x53), 'b/c.txt')).toBe('broken')
  })

  it('an encrypted part', () => {
    const bytes = zipSync({ a: strToU8('x') })
    expect(faultOf(patched(bytes, centralOf(bytes) + 8, 1, 0))).toBe('encrypted')
  })

  it('a method that nobody speaks', () => {
    const bytes = zipSync({ a: strToU8('x') })
    expect(faultOf(patched(bytes, centralOf(bytes) + 10, 99, 0), 'a')).toBe('unsupported')
  })

  it('never makes the reader fail otherwise, whatever byte is changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(small.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const bytes = small.slice()
          for (const [at, value] of changes) bytes[at] = value
          try {
            const zip = openZip(bytes)
            for (const { name } of zip.entries) zip.findPart(name)
          } catch (error) {
            if (!(error instanceof ZipRefused)) throw error
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
