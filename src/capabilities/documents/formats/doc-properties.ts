import { listSprms, PAIR, type Bytes, type DocFile } from './doc-file.ts'

/** Properties of a run of bytes of the main stream; sorted by place, found by halving. */
interface Run<T> {
  readonly start: number
  readonly end: number
  readonly value: T
}

export interface ParagraphProperties {
  /** The paragraph ends a row of a table. */
  readonly endsRow: boolean
  readonly inTable: boolean
  /** The list, counted from one; 0 none. */
  readonly list: number
  readonly level: number
}

export interface CharacterProperties {
  /** Deleted under tracked changes, or hidden. */
  readonly unseen: boolean
  readonly caps: boolean
}

export type At<T> = (place: number) => T

const PLAIN: ParagraphProperties = { endsRow: false, inTable: false, list: 0, level: 0 }
const SEEN: CharacterProperties = { unseen: false, caps: false }

const PAGE = 512

/** Pages of formatting that a table of places names. */
const listPages = (file: DocFile, pair: number): number[] => {
  const { start, size } = file.range(pair)
  const count = Math.max(0, Math.floor((size - 4) / 8))
  const pages: number[] = []
  for (let i = 0; i < count; i++) {
    const page = (file.table.u32(start + (count + 1) * 4 + i * 4) & 0x3fffff) * PAGE
    if (page + PAGE <= file.main.length) pages.push(page)
  }
  return pages
}

const finder = <T>(runs: Run<T>[], fallback: T): At<T> => {
  const sorted = runs.toSorted((a, b) => a.start - b.start)
  return (place) => {
    let [low, high] = [0, sorted.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = sorted[middle]
      if (!run) break
      if (place < run.start) high = middle - 1
      else if (place >= run.end) low = middle + 1
      else return run.value
    }
    return fallback
  }
}

/** Paragraph properties by place in the main stream ([MS-DOC] 2.9.179). */
export const toParagraphProperties = (file: DocFile): At<ParagraphProperties> => {
  const { main } = file
  const runs: Run<ParagraphProperties>[] = []
  for (const page of listPages(file, PAIR.papx)) {
    const count = main.u8(page + PAGE - 1)
    for (let i = 0; i < count; i++) {
      const offset = page + main.u8(page + (count + 1) * 4 + i * 13) * 2
      const half = main.u8(offset)
      const [from, size] = half === 0 ? [offset + 2, main.u8(offset + 1) * 2] : [offset + 1, half * 2 - 1]
      runs.push({
        start: main.u32(page + i * 4),
        end: main.u32(page + i * 4 + 4),
        value: toParagraph(main, from + 2, from + size),
      })
    }
  }
  return finder(runs, PLAIN)
}

const toParagraph = (main: Bytes, start: number, end: number): ParagraphProperties => {
  let { endsRow, inTable, list, level } = PLAIN
  for (const { code, at } of listSprms(main, start, Math.min(end, main.length))) {
    if (code === 0x2416) inTable = main.u8(at) !== 0
    else if (code === 0x2417) endsRow = main.u8(at) !== 0
    else if (code === 0x260a) level = main.u8(at)
    else if (code === 0x460b) list = main.u16(at)
  }
  return { endsRow, inTable, list, level }
}

/** Character properties by place in the main stream ([MS-DOC] 2.9.34). */
export const toCharacterProperties = (file: DocFile): At<CharacterProperties> => {
  const { main } = file
  const runs: Run<CharacterProperties>[] = []
  for (const page of listPages(file, PAIR.chpx)) {
    const count = main.u8(page + PAGE - 1)
    for (let i = 0; i < count; i++) {
      const offset = main.u8(page + (count + 1) * 4 + i) * 2
      if (offset === 0) continue
      const size = main.u8(page + offset)
      const value = toCharacter(main, page + offset + 1, Math.min(page + offset + 1 + size, main.length))
      if (value.unseen || value.caps)
        runs.push({ start: main.u32(page + i * 4), end: main.u32(page + i * 4 + 4), value })
    }
  }
  return finder(runs, SEEN)
}

const toCharacter = (main: Bytes, start: number, end: number): CharacterProperties => {
  let { unseen, caps } = SEEN
  for (const { code, at } of listSprms(main, start, end)) {
    if (code === 0x0800 || code === 0x083c) unseen ||= main.u8(at) === 1
    else if (code === 0x083b) caps = main.u8(at) === 1
  }
  return { unseen, caps }
}
