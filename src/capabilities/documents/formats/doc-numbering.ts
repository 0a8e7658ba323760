import { PAIR, type Bytes, type DocFile } from './doc-file.ts'
import { createNumbering, type Level, type List, type Numbering } from './list-counter.ts'

const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}
const SUFFIXES = ['tab', 'space', 'nothing']
const MOST_LISTS = 4_000

/** The lists of an old Word file ([MS-DOC] 2.9.131 LSTF, 2.9.149 LVL, 2.9.130 LFO). */
export const toDocNumbering = (file: DocFile): Numbering => {
  const abstracts = new Map<string, Map<number, Level>>()
  const { start, size } = file.range(PAIR.lists)
  const { table } = file
  if (size >= 2) {
    const count = Math.min(table.u16(start), MOST_LISTS)
    // The levels follow the table that the header names, one list after another.
    let at = start + size
    for (let i = 0; i < count; i++) {
      const place = start + 2 + i * 28
      const isSimple = (table.u8(place + 26) & 1) === 1
      const levels = new Map<number, Level>()
      for (let level = 0; level < (isSimple ? 1 : 9); level++) {
        const read = readLevel(table, at)
        levels.set(level, read.level)
        at = read.end
      }
      abstracts.set(String(table.i32(place)), levels)
    }
  }
  return createNumbering(abstracts, listLists(file))
}

const readLevel = (table: Bytes, at: number): { level: Level; end: number } => {
  const restartLimit = table.u8(at + 26)
  const neverRestarts = (table.u8(at + 5) & 0x08) !== 0
  const text = at + 28 + table.u8(at + 24) + table.u8(at + 25)
  const length = table.u16(text)
  let words = ''
  for (let i = 0; i < length; i++) {
    const code = table.u16(text + 2 + i * 2)
    words += code < 9 ? `%${code + 1}` : String.fromCharCode(code)
  }
  const level: Level = {
    start: table.i32(at),
    format: FORMATS[table.u8(at + 4)] ?? 'decimal',
    text: words,
    suffix: SUFFIXES[table.u8(at + 15)] ?? 'tab',
    legal: (table.u8(at + 5) & 0x04) !== 0,
    restart: neverRestarts ? restartLimit : undefined,
    style: undefined,
  }
  return { level, end: text + 2 + length * 2 }
}

const listLists = (file: DocFile): Map<string, List> => {
  const lists = new Map<string, List>()
  const { start, size } = file.range(PAIR.overrides)
  const { table } = file
  if (size < 4) return lists
  const count = Math.min(table.u32(start), MOST_LISTS)
  let at = start + 4 + count * 16
  for (let i = 0; i < count; i++) {
    const place = start + 4 + i * 16
    const overrides = new Map<number, { start: number | undefined; level: Level | undefined }>()
    at += 4
    for (let k = 0; k < table.u8(place + 12); k++) {
      const flags = table.u32(at + 4)
      const begin = table.i32(at)
      at += 8
      let level: Level | undefined
      if ((flags & 0x20) !== 0) {
        const read = readLevel(table, at)
        level = read.level
        at = read.end
      }
      overrides.set(flags & 0x0f, {
        start: (flags & 0x10) === 0 ? undefined : (level?.start ?? begin),
        level,
      })
    }
    lists.set(String(i + 1), { abstractId: String(table.i32(place)), overrides })
  }
  return lists
}
