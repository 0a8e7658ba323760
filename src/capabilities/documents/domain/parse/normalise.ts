import type { NormalText } from './types.ts'

/** Stands where a footnote's mark opened a line; the line stage takes the footnote out of the flow. */
export const FOOTNOTE_MARK = '\u{E000}'

const SPACES = new Set([0xa0, 0x1680, 0x202f, 0x205f, 0x3000])
const DROPPED = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff])
const DASHES = new Set([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xf02d, 0x2500])
const BREAKS = new Set([0x0b, 0x0c, 0x85, 0x2028, 0x2029])
const SINGLES: ReadonlyMap<number, string> = new Map([
  [0xab, '“'],
  [0xbb, '”'],
  [0x201e, '“'],
  [0x201f, '“'],
  [0x2018, "'"],
  [0x2019, "'"],
  [0xd0, 'Đ'],
  [0x189, 'Đ'],
  [0xf0, 'đ'],
  [0xf0b7, '•'],
  [0xf0a7, '•'],
  [0xf0d8, '•'],
  [0xf0fc, '•'],
])
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ndash: '-',
  mdash: '-',
}

/**
 * 2 for signs that need no look: letters, digits, most punctuation; 1 for the blank, which needs none behind them.
 * The others are decided one by one.
 */
const PLAIN = new Uint8Array(0x10000).fill(2)

const isMark = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) || (code >= 0x1ab0 && code <= 0x1aff) || code === 0x20d0

for (let code = 0; code < PLAIN.length; code++) {
  const special =
    code < 64
      ? !(code >= 48 && code <= 57) && code !== 45 && code !== 34 && code !== 39
      : code === 92 ||
        code === 95 ||
        BREAKS.has(code) ||
        SPACES.has(code) ||
        DROPPED.has(code) ||
        isMark(code)
  if (special || DASHES.has(code) || SINGLES.has(code)) PLAIN[code] = 0
  if ((code >= 0x2000 && code <= 0x200a) || (code >= 0xff01 && code <= 0xff5e)) PLAIN[code] = 0
}
PLAIN[32] = 1

const LETTER = /\p{L}/u
const isLetter = (sign: string): boolean => LETTER.test(sign)

/** Words joined by `_`, as corpora of segmented Vietnamese have them. */
const looksSegmented = (text: string): boolean => {
  const sample = text.slice(0, 6000)
  if (!sample.includes('_')) return false
  const joined = sample.match(/\p{L}_\p{L}/gu)?.length ?? 0
  return joined > 15 && joined * 60 > sample.length
}

/**
 * NFC; one kind of space, dash and quote; markup of markdown and HTML taken away; segmented words
 * separated. Letters are never corrected. Each sign keeps the place where it stood.
 */
export const normalise = (original: string): NormalText => {
  const out = new Writer(original)
  const segmented = looksSegmented(original)
  // Between segmented words a blank may have to go.
  const least = segmented ? 2 : 1
  let bold = false
  let lineStart = true
  let i = 0
  const size = original.length
  while (i < size) {
    const code = original.charCodeAt(i)
    // The common case first: a run of signs without a second meaning is taken over whole.
    if (PLAIN[code] === 2) {
      let stop = i + 1
      while (stop < size && (PLAIN[original.charCodeAt(stop)] ?? 0) >= least) stop++
      out.putRun(i, stop, bold)
      lineStart = false
      i = stop
      continue
    }
    if (code === 10 || code === 13 || BREAKS.has(code)) {
      if (!(code === 13 && original.charCodeAt(i + 1) === 10)) {
        if (lineStart) bold = false
        out.put(10, i, i + 1, false)
        lineStart = true
      }
      i++
      continue
    }
    if (code === 32 || code === 9 || SPACES.has(code) || (code >= 0x2000 && code <= 0x200a)) {
      if (!(segmented && out.last === 40)) out.put(code === 9 ? 9 : 32, i, i + 1, bold)
      i++
      continue
    }
    if (isMark(code)) {
      out.compose(code, i)
      i++
      continue
    }
    if (DROPPED.has(code)) {
      i++
      continue
    }
    if (code === 42) {
      const run = runOf(original, i, 42)
      if (isBullet(original, i, run, lineStart) || isNoteStar(original, i, run)) {
        out.put(42, i, i + 1, bold)
        lineStart = false
      } else if (run === 2 || run === 3 || (run > 3 && run % 4 !== 0)) {
        bold = !bold
        // A line that holds nothing but an opening `**` is no blank line: what it opens goes on below.
        lineStart = false
      }
      i += run
      continue
    }
    if (code === 95) {
      const run = runOf(original, i, 95)
      const between = isLetter(original.charAt(i - 1)) && isLetter(original.charAt(i + run))
      if (run === 1 && segmented && between) out.put(32, i, i + 1, bold)
      else if (run !== 2) for (let k = 0; k < run; k++) out.put(95, i + k, i + k + 1, bold)
      i += run
      lineStart = false
      continue
    }
    if (code === 60) {
      const tag = readTag(original, i)
      if (tag) {
        if (tag.name === 'br' || tag.name === 'p' || tag.name === 'div') {
          out.put(10, i, i + 1, false)
          lineStart = true
        } else if (tag.name === 'b' || tag.name === 'strong') bold = !tag.closing
        else if (tag.name === 'sup' && !tag.closing) {
          const note = readNoteMark(original, tag.end)
          if (note !== undefined && !isUnit(out)) {
            if (lineStart) out.putString(FOOTNOTE_MARK, i, note, false)
            i = note
            lineStart = false
            continue
          }
        }
        i = tag.end
        continue
      }
    }
    if (code === 38) {
      const entity = readEntity(original, i)
      if (entity) {
        out.putString(entity.sign, i, entity.end, bold)
        i = entity.end
        lineStart = false
        continue
      }
    }
    if (code === 92 && '-.*_#()[]+!|>~'.includes(original.charAt(i + 1)) && i + 1 < size) {
      i++
      out.put(original.charCodeAt(i), i - 1, i + 1, bold)
      lineStart = false
      i++
      continue
    }
    const single = SINGLES.get(code)
    if (single !== undefined) out.putString(single, i, i + 1, bold)
    else if (DASHES.has(code)) out.put(45, i, i + 1, bold)
    else if (code >= 0xff01 && code <= 0xff5e) out.put(code - 0xfee0, i, i + 1, bold)
    else {
      if (segmented && code < 64 && ',.;:)!?%/'.includes(String.fromCharCode(code))) out.dropSpace()
      out.put(code, i, i + 1, bold)
      if (segmented && code === 47 && original.charCodeAt(i + 1) === 32) i++
    }
    lineStart = false
    i++
  }
  return out.finish()
}

const runOf = (text: string, from: number, code: number): number => {
  let i = from
  while (text.charCodeAt(i) === code) i++
  return i - from
}

/** `* Nội dung`: a star of its own at the start of a line is an item, not markup. */
const isBullet = (text: string, i: number, run: number, lineStart: boolean): boolean =>
  run === 1 && lineStart && /^[ \t]{1,4}[\p{L}\d"“(]/u.test(text.slice(i + 1, i + 7))

/** `(*)`: the mark of a note. */
const isNoteStar = (text: string, i: number, run: number): boolean =>
  text.charAt(i - 1) === '(' && text.charAt(i + run) === ')'

/** `m<sup>2</sup>`, `km<sup>2</sup>`: a power, not a footnote. */
const isUnit = (out: Writer): boolean => /(?:^|[^\p{L}])(?:m|km|cm|dm|10)$/u.test(out.tail(4))

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly end: number
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,14})(?:\s[^<>\n]{0,300})?\/?>|<!--[^<>]{0,300}-->/uy

const readTag = (text: string, i: number): Tag | undefined => {
  TAG.lastIndex = i
  const match = TAG.exec(text)
  if (!match) return undefined
  return { name: (match[2] ?? '').toLowerCase(), closing: match[1] === '/', end: i + match[0].length }
}

const NOTE_MARK = /\s{0,3}[[(]?\d{1,3}[\])]?\s{0,3}<\/sup>/uy

/** The end of `1</sup>` when the raised sign is a footnote's number. */
const readNoteMark = (text: string, i: number): number | undefined => {
  NOTE_MARK.lastIndex = i
  const match = NOTE_MARK.exec(text)
  return match ? i + match[0].length : undefined
}

const ENTITY = /&(?:#(\d{2,5})|#x([0-9a-fA-F]{2,4})|([a-z]{2,5}));/uy

const readEntity = (text: string, i: number): { sign: string; end: number } | undefined => {
  ENTITY.lastIndex = i
  const match = ENTITY.exec(text)
  if (!match) return undefined
  const [whole, decimal, hex, name] = match
  const sign =
    name !== undefined
      ? ENTITIES[name]
      : String.fromCharCode(decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '20', 16))
  return sign === undefined || sign.length !== 1 ? undefined : { sign, end: i + whole.length }
}

/**
 * Grows the text and its map side by side. Signs that stay as they are are taken over in runs, so that
 * the text is put together from few pieces.
 */
class Writer {
  private readonly original: string
  private readonly parts: string[] = []
  private runStart = 0
  private runEnd = 0
  private readonly map: Int32Array
  private readonly boldAt: Uint8Array
  private ends: Int32Array | undefined
  private size = 0
  last = 0

  constructor(original: string) {
    this.original = original
    this.map = new Int32Array(original.length + 1)
    this.boldAt = new Uint8Array(original.length + 1)
  }

  put(code: number, start: number, end: number, bold: boolean): void {
    const at = this.size++
    if (end - start === 1 && this.original.charCodeAt(start) === code) {
      if (start !== this.runEnd) {
        this.flush()
        this.runStart = start
      }
      this.runEnd = end
    } else {
      this.flush()
      this.parts.push(String.fromCharCode(code))
    }
    this.map[at] = start
    if (bold) this.boldAt[at] = 1
    if (end - start !== 1) this.allEnds()
    if (this.ends) this.ends[at] = end
    this.last = code
  }

  /** Signs that stay as they are. */
  putRun(start: number, end: number, bold: boolean): void {
    if (start !== this.runEnd) {
      this.flush()
      this.runStart = start
    }
    this.runEnd = end
    const at = this.size
    for (let i = start; i < end; i++) this.map[at + i - start] = i
    if (bold) this.boldAt.fill(1, at, at + end - start)
    if (this.ends) for (let i = start; i < end; i++) this.ends[at + i - start] = i + 1
    this.size = at + end - start
    this.last = this.original.charCodeAt(end - 1)
  }

  putString(sign: string, start: number, end: number, bold: boolean): void {
    this.put(sign.charCodeAt(0), start, end, bold)
  }

  /** A combining mark joins the letter before it when Unicode has the pair as one. */
  compose(mark: number, at: number): void {
    if (this.size === 0) return
    const joined = (String.fromCharCode(this.last) + String.fromCharCode(mark)).normalize('NFC')
    this.allEnds()
    const ends = this.ends as Int32Array
    if (joined.length === 1) {
      this.dropLast()
      this.parts.push(joined)
      this.last = joined.charCodeAt(0)
      ends[this.size - 1] = at + 1
    } else this.put(mark, at, at + 1, this.boldAt[this.size - 1] === 1)
  }

  dropSpace(): void {
    if (this.last !== 32 || this.size === 0) return
    this.dropLast()
    this.size--
    this.last = this.tail(1).charCodeAt(0) || 0
  }

  tail(length: number): string {
    const run = this.original.slice(Math.max(this.runStart, this.runEnd - length), this.runEnd)
    return run.length >= length ? run : ((this.parts.at(-1) ?? '') + run).slice(-length)
  }

  finish(): NormalText {
    this.flush()
    return {
      text: this.parts.join(''),
      map: this.map.subarray(0, this.size),
      ends: this.ends?.subarray(0, this.size),
      bold: this.boldAt.subarray(0, this.size),
    }
  }

  private flush(): void {
    if (this.runEnd > this.runStart) this.parts.push(this.original.slice(this.runStart, this.runEnd))
    this.runStart = this.runEnd = 0
  }

  /** Takes the last sign away from the pieces; the flush leaves it alone in the last of them. */
  private dropLast(): void {
    this.flush()
    const piece = this.parts.pop() ?? ''
    if (piece.length > 1) this.parts.push(piece.slice(0, -1))
  }

  private allEnds(): void {
    if (this.ends) return
    this.ends = new Int32Array(this.map.length)
    for (let i = 0; i < this.size; i++) this.ends[i] = (this.map[i] ?? 0) + 1
  }
}
