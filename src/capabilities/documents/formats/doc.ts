import { OleBroken } from '#platform/server/files/ole.ts'
import { DocBroken, openDoc, PAIR, type DocFile } from './doc-file.ts'
import { toDocNumbering } from './doc-numbering.ts'
import { toCharacterProperties, toParagraphProperties, type ParagraphProperties } from './doc-properties.ts'
import { joinMarker } from './list-counter.ts'
import { refuse, type ExtractedText, type FormatRefusal } from './extracted-text.ts'
import { toUnicode } from './letters.ts'
import { toText, type Cell, type Piece } from './table-text.ts'
import { toLetter1252 } from './windows-1252.ts'

/** A binary Word file of 1997 to 2003 ([MS-DOC]): text, tables, automatic numbers, footnotes, text boxes. */
export const fromDoc = (bytes: Uint8Array): ExtractedText | FormatRefusal => {
  try {
    const file = openDoc(bytes)
    if (file.tooOld) return refuse('doc', 'formats.broken-doc')
    if (file.encrypted) return refuse('doc', 'formats.encrypted-office')
    const { text, note } = toUnicode(toText(readBody(file)))
    return { format: 'doc', text: text.replaceAll('\u00ad', ''), notes: note === undefined ? [] : [note] }
  } catch (error) {
    if (error instanceof DocBroken || error instanceof OleBroken) return refuse('doc', 'formats.broken-doc')
    throw error
  }
}

/** A stretch of characters as it lies in the main stream. */
interface StoredPiece {
  readonly from: number
  readonly to: number
  readonly place: number
  /** One byte a character (windows-1252), or two. */
  readonly narrow: boolean
}

const NARROW = 0x40000000

/** The table of pieces ([MS-DOC] 2.9.38): in which order stretches of the main stream make the text. */
const listPieces = (file: DocFile): StoredPiece[] => {
  const { start, size } = file.range(PAIR.clx)
  const { table } = file
  let at = start
  while (at < start + size && table.u8(at) === 1) at += 3 + table.u16(at + 1)
  if (at >= start + size || table.u8(at) !== 2) throw new DocBroken('no table of pieces')
  const count = Math.floor((table.u32(at + 1) - 4) / 12)
  const first = at + 5
  const pieces: StoredPiece[] = []
  let length = 0
  for (let i = 0; i < count; i++) {
    const from = table.u32(first + i * 4)
    const to = table.u32(first + i * 4 + 4)
    const raw = table.u32(first + (count + 1) * 4 + i * 8 + 2)
    const narrow = (raw & NARROW) !== 0
    const place = narrow ? (raw & ~NARROW) / 2 : raw
    if (to < from || place + (to - from) * (narrow ? 1 : 2) > file.main.length)
      throw new DocBroken('a piece lies outside')
    pieces.push({ from, to, place, narrow })
    length += to - from
    // Pieces take turns in the stream; a table that shows the same bytes many times over is made to harm.
    if (length > file.main.length) throw new DocBroken('more text than bytes')
  }
  return pieces
}

interface Sign {
  readonly letter: string
  readonly place: number
}

const signsOf = function* (
  file: DocFile,
  pieces: readonly StoredPiece[],
  from: number,
  to: number,
): Generator<Sign> {
  for (const piece of pieces) {
    for (let cp = Math.max(from, piece.from); cp < Math.min(to, piece.to); cp++) {
      const step = cp - piece.from
      const place = piece.place + step * (piece.narrow ? 1 : 2)
      const code = piece.narrow ? file.main.u8(place) : file.main.u16(place)
      const letter = piece.narrow ? toLetter1252(code) : String.fromCharCode(code)
      yield { letter, place }
    }
  }
}

const readBody = (file: DocFile): Piece[] => {
  const stored = listPieces(file)
  const { body, footnotes, heads, comments, endnotes, boxes } = file.lengths
  const paragraphAt = toParagraphProperties(file)
  const characterAt = toCharacterProperties(file)
  const numbering = toDocNumbering(file)
  const notes = { next: 1 }

  const readStory = (from: number, to: number, noteMark: () => string): Piece[] => {
    const builder = new StoryBuilder((properties) =>
      properties.list === 0 ? '' : numbering.next(String(properties.list), properties.level),
    )
    const fields = new Fields()
    for (const { letter, place } of signsOf(file, stored, from, to)) {
      if (letter === '\r' || letter === '\x07') {
        builder.end(letter === '\x07', paragraphAt(place))
        continue
      }
      const { unseen, caps } = characterAt(place)
      if (unseen || !fields.shows(letter)) continue
      const shown = letter === '\x02' ? noteMark() : (SIGNS[letter] ?? letter)
      builder.add(caps ? shown.toUpperCase() : shown)
    }
    return builder.finish()
  }

  const pieces = readStory(0, body, () => (footnotes > 0 ? `[${notes.next++}]` : ''))
  let at = body
  if (footnotes > 0) {
    let number = 1
    for (const piece of readStory(at, at + footnotes, () => `[${number++}] `)) pieces.push(piece)
  }
  at += footnotes + heads + comments + endnotes
  if (boxes > 0) for (const piece of readStory(at, at + boxes, () => '')) pieces.push(piece)
  return pieces
}

/** Signs of Word's own inside a text. */
const SIGNS: Readonly<Record<string, string>> = {
  '\x01': '',
  '\x05': '',
  '\x08': '',
  '\x0b': '\n',
  '\x0c': '\f',
  '\x1e': '-',
  '\x1f': '',
  '\x00': '',
}

/** Fields: what stands between begin and separator is a command, between separator and end what it shows. */
class Fields {
  private readonly open: boolean[] = []

  shows(letter: string): boolean {
    if (letter === '\x13') this.open.push(false)
    else if (letter === '\x14' && this.open.length > 0) this.open[this.open.length - 1] = true
    else if (letter === '\x15') this.open.pop()
    else return this.open.every(Boolean)
    return false
  }
}

/** Paragraphs, cells and rows out of a stream of signs. */
class StoryBuilder {
  private readonly pieces: Piece[] = []
  private readonly markerOf: (properties: ParagraphProperties) => string
  private line = ''
  private cell: string[] = []
  private row: Cell[] = []
  private rows: Cell[][] = []

  constructor(markerOf: (properties: ParagraphProperties) => string) {
    this.markerOf = markerOf
  }

  add(text: string): void {
    this.line += text
  }

  end(isCellMark: boolean, properties: ParagraphProperties): void {
    const text = this.line
    this.line = ''
    if (isCellMark && properties.endsRow) {
      if (this.row.length > 0) this.rows.push(this.row)
      this.row = []
      return
    }
    const whole = joinMarker(this.markerOf(properties), text)
    if (isCellMark) {
      this.row.push({ paragraphs: [...this.cell, whole].filter((one) => one !== ''), columns: 1, rows: 1 })
      this.cell = []
    } else if (properties.inTable) {
      if (whole !== '') this.cell.push(whole)
    } else {
      this.endTable()
      this.pieces.push({ kind: 'line', text: '' }, { kind: 'line', text: whole })
    }
  }

  finish(): Piece[] {
    this.endTable()
    if (this.line.trim() !== '') this.pieces.push({ kind: 'line', text: this.line })
    return this.pieces
  }

  private endTable(): void {
    // What a broken row left open is not lost: it stands as lines.
    for (const text of [...this.row.flatMap((cell) => cell.paragraphs), ...this.cell])
      this.pieces.push({ kind: 'line', text })
    this.row = []
    this.cell = []
    if (this.rows.length > 0) this.pieces.push({ kind: 'table', rows: this.rows })
    this.rows = []
  }
}
