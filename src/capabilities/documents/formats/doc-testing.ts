import { makeOle } from '#platform/server/files/testing.ts'

/** Writes a small Word 97 file by hand: FIB, one piece, one page of paragraph properties, one list table. */

export interface DocParagraph {
  readonly text: string
  /** The list, counted from one, and the level in it. */
  readonly list?: number
  readonly level?: number
  readonly inTable?: boolean
  /** Ends with a cell mark; `row` ends the row as well. */
  readonly ends?: 'cell' | 'row'
}

export interface DocLevel {
  /** 0 decimal, 1 roman, 4 letters, 23 bullet. */
  readonly format: number
  /** `\u0000` stands for the number of the first level. */
  readonly text: string
}

export interface DocOptions {
  readonly levels?: readonly DocLevel[]
  readonly encrypted?: boolean
  /** 0xc1 is Word 97; Word 95 has 0x68. */
  readonly version?: number
  /** One byte a character, in windows-1252. */
  readonly narrow?: boolean
  /** Footnotes, text boxes: characters after the body. */
  readonly footnotes?: string
}

const TEXT = 0x800
const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255]
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)]

export const makeDoc = (paragraphs: readonly DocParagraph[], options: DocOptions = {}): Uint8Array => {
  const { levels = [], encrypted = false, version = 0xc1, narrow = false, footnotes = '' } = options
  const marks = paragraphs.map((one) => one.text + (one.ends === undefined ? '\r' : '\x07'))
  const text = marks.join('') + footnotes
  const width = narrow ? 1 : 2
  const size = text.length * width
  const page = Math.ceil((TEXT + size) / 512)
  const main = new Uint8Array((page + 1) * 512)
  const view = new DataView(main.buffer)
  for (let i = 0; i < text.length; i++) {
    if (narrow) main[TEXT + i] = text.charCodeAt(i)
    else view.setUint16(TEXT + i * 2, text.charCodeAt(i), true)
  }

  const clx = [
    2,
    ...u32(16),
    ...u32(0),
    ...u32(text.length),
    ...u16(0),
    ...u32(narrow ? (TEXT * 2) | 0x40000000 : TEXT),
    ...u16(0),
  ]
  const places = [...u32(TEXT), ...u32(TEXT + size), ...u32(page)]
  const lists = levels.length === 0 ? [] : [...u16(1), ...u32(7), ...Array<number>(24).fill(0)]
  const forms = Array.from({ length: levels.length === 0 ? 0 : 9 }, (_, i) =>
    toLevel(levels[i] ?? { format: 255, text: '' }),
  )
  const overrides =
    levels.length === 0 ? [] : [...u32(1), ...u32(7), ...Array<number>(12).fill(0), ...u32(0xffffffff)]
  const table = [...clx, ...places, ...lists, ...forms.flat(), ...overrides]

  view.setUint16(0, 0xa5ec, true)
  view.setUint16(2, version, true)
  view.setUint16(0x0a, 0x0200 | (encrypted ? 0x0100 : 0), true)
  view.setUint32(0x4c, text.length - footnotes.length, true)
  view.setUint32(0x50, footnotes.length, true)
  const pair = (at: number, start: number, length: number): void => {
    view.setUint32(at, start, true)
    view.setUint32(at + 4, length, true)
  }
  pair(0x1a2, 0, clx.length)
  pair(0x102, clx.length, places.length)
  pair(0x2e2, clx.length + places.length, lists.length)
  pair(0x2ea, clx.length + places.length + lists.length + forms.flat().length, overrides.length)
  writeProperties(main, page * 512, paragraphs, marks, width)
  return makeOle({ WordDocument: main, '1Table': Uint8Array.from(table) })
}

const toLevel = ({ format, text }: DocLevel): number[] => [
  ...u32(1),
  format,
  ...Array<number>(23).fill(0),
  ...u16(text.length),
  ...[...text].flatMap((sign) => u16(sign.charCodeAt(0))),
]

const writeProperties = (
  main: Uint8Array,
  page: number,
  paragraphs: readonly DocParagraph[],
  marks: readonly string[],
  width: number,
): void => {
  const view = new DataView(main.buffer)
  const count = paragraphs.length
  let place = TEXT
  let free = 510
  for (const [i, { list, level, inTable, ends }] of paragraphs.entries()) {
    view.setUint32(page + i * 4, place, true)
    place += (marks[i] ?? '').length * width
    const sprms = [
      ...(level === undefined ? [] : [...u16(0x260a), level]),
      ...(list === undefined ? [] : [...u16(0x460b), ...u16(list)]),
      ...(inTable === true || ends !== undefined ? [...u16(0x2416), 1] : []),
      ...(ends === 'row' ? [...u16(0x2417), 1] : []),
    ]
    const properties = [0, 0, ...sprms]
    if (properties.length % 2 === 0) properties.push(0)
    const half = (properties.length + 1) / 2
    free = (free - properties.length - 1) & ~1
    main[page + (count + 1) * 4 + i * 13] = free / 2
    main.set([half, ...properties], page + free)
  }
  view.setUint32(page + count * 4, place, true)
  main[page + 511] = count
  if (free < (count + 1) * 4 + count * 13) throw new Error('too many paragraphs for one page')
}
