import { openOle } from '#platform/server/files/ole.ts'

/** The bounds-checked view that the readers of old Word files share. Reading outside throws `DocBroken`. */
export class DocBroken extends Error {}

export class Bytes {
  readonly length: number
  private readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.length = bytes.byteLength
  }

  u8(at: number): number {
    return this.view.getUint8(this.check(at, 1))
  }

  u16(at: number): number {
    return this.view.getUint16(this.check(at, 2), true)
  }

  u32(at: number): number {
    return this.view.getUint32(this.check(at, 4), true)
  }

  i32(at: number): number {
    return this.view.getInt32(this.check(at, 4), true)
  }

  private check(at: number, size: number): number {
    if (at < 0 || at + size > this.length) throw new DocBroken(`${at} lies outside ${this.length}`)
    return at
  }
}

/** An old Word file taken apart ([MS-DOC]): the main stream, the table stream, and where things are. */
export interface DocFile {
  readonly main: Bytes
  readonly table: Bytes
  readonly encrypted: boolean
  /** Word 6 and 95 lay their files out differently. */
  readonly tooOld: boolean
  /** Lengths in characters: body, footnotes, page heads, comments, endnotes, text boxes. */
  readonly lengths: {
    readonly body: number
    readonly footnotes: number
    readonly heads: number
    readonly comments: number
    readonly endnotes: number
    readonly boxes: number
  }
  /** Place and size in the table stream by the place of the pair in the header. */
  readonly range: (at: number) => { readonly start: number; readonly size: number }
}

/** Places of pairs in the header ([MS-DOC] 2.5.6). */
export const PAIR = { chpx: 0xfa, papx: 0x102, clx: 0x1a2, lists: 0x2e2, overrides: 0x2ea } as const

const WORD_97 = 0xc1

export const openDoc = (bytes: Uint8Array): DocFile => {
  const ole = openOle(bytes)
  const stream = ole.findStream('WordDocument')
  if (!stream) throw new DocBroken('no main stream')
  const main = new Bytes(stream)
  if (main.u16(0) !== 0xa5ec) throw new DocBroken('no Word file')
  const flags = main.u16(0x0a)
  const table = ole.findStream((flags & 0x0200) !== 0 ? '1Table' : '0Table')
  const tooOld = main.u16(2) < WORD_97
  if (!table && !tooOld) throw new DocBroken('no table stream')
  return {
    main,
    table: new Bytes(table ?? new Uint8Array(0)),
    encrypted: (flags & 0x0100) !== 0,
    tooOld,
    lengths: {
      body: main.u32(0x4c),
      footnotes: main.u32(0x50),
      heads: main.u32(0x54),
      comments: main.u32(0x5c),
      endnotes: main.u32(0x60),
      boxes: main.u32(0x64),
    },
    range: (at) => ({ start: main.u32(at), size: main.u32(at + 4) }),
  }
}

/** One property change: its code and where its operand stands. */
export interface Sprm {
  readonly code: number
  readonly at: number
}

/** The property changes between two places ([MS-DOC] 2.2.5.1). Stops at the first that does not fit. */
export const listSprms = (bytes: Bytes, start: number, end: number): Sprm[] => {
  const found: Sprm[] = []
  let at = start
  while (at + 3 <= end) {
    const code = bytes.u16(at)
    found.push({ code, at: at + 2 })
    at += 2 + operandSize(bytes, code, at + 2)
  }
  return found
}

const T_DEF_TABLE = 0xd608
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3]

const operandSize = (bytes: Bytes, code: number, at: number): number => {
  const kind = code >> 13
  if (kind !== 6) return SIZES[kind] ?? 1
  return code === T_DEF_TABLE ? bytes.u16(at) + 1 : bytes.u8(at) + 1
}
