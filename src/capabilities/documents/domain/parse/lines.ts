import { FOOTNOTE_MARK } from './normalise.ts'
import { joinSetApart } from './set-apart.ts'
import type { Line, NormalText } from './types.ts'

/** Cuts the cleaned text into lines and says what each line is. */
export const toLines = (normal: NormalText): Line[] => {
  const lines: Line[] = []
  const { text } = normal
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const stop = found === -1 ? text.length : found
    lines.push(joinSetApart(toLine(normal, start, stop, lines.length)))
    start = stop + 1
  }
  return markFrontMatter(markStamps(markFootnotes(markPageNumbers(joinLoneSigns(lines)))))
}

const HEADING = /^(#{1,6})\s+/u
const QUOTE = /^>\s?/u

const toLine = (normal: NormalText, start: number, stop: number, index: number): Line => {
  const { text } = normal
  let from = start
  let indent = 0
  while (from < stop && isSpace(text.charCodeAt(from))) {
    indent += text.charCodeAt(from) === 9 ? 4 : 1
    from++
  }
  while (stop > from && isSpace(text.charCodeAt(stop - 1))) stop--
  let headingLevel = 0
  const first = text.charCodeAt(from)
  if (first === 35) {
    const match = HEADING.exec(text.slice(from, Math.min(stop, from + 12)))
    if (match) {
      headingLevel = (match[1] ?? '').length
      from += match[0].length
    } else if (/^#+$/u.test(text.slice(from, stop))) from = stop
  } else if (first === 62) from += (QUOTE.exec(text.slice(from, from + 2)) ?? [''])[0].length
  const body = text.slice(from, stop)
  return {
    index,
    text: body,
    map: normal.map.subarray(from, stop),
    ends: normal.ends?.subarray(from, stop),
    kind: toKind(body),
    headingLevel,
    bold: stop > from && normal.bold[from] === 1 && normal.bold[stop - 1] === 1,
    indent,
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 9

const RULE = /^(?:[-_=*~.·…\s]{3,}|[_\-=~]{2,}|\*{1,3})$/u
const DIVIDER = /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/u

const toKind = (text: string): Line['kind'] => {
  if (text === '') return 'blank'
  const first = text.charCodeAt(0)
  if (first === FOOTNOTE_MARK.charCodeAt(0)) return 'footnote'
  if (text === '|') return 'pipe'
  if (first === 124 && (text.endsWith('|') || text.indexOf('|', 1) > 0))
    return DIVIDER.test(text) ? 'rule' : 'row'
  if (text.includes('\t') && isTabbedRow(text)) return 'row'
  if ((first < 48 || first === 61 || first === 95 || first === 126 || first === 0x2026) && RULE.test(text))
    return 'rule'
  return 'text'
}

/** Tabs hold cells apart; a single tab after a marker or in a sentence is only a space. */
const isTabbedRow = (text: string): boolean => {
  const cells = text.split(/\t+/u).filter((cell) => cell.trim() !== '')
  if (cells.length > 2) return true
  const [first = '', second = ''] = cells
  if (cells.length < 2 || /^(?:[-+•*]|\(?[\p{L}\d.]{1,8}[.)/:])$/u.test(first.trim())) return false
  return first.length < 80 && second.length < 80
}

/** A dash alone on its line, its item on the next: the web page put them in two boxes. */
const joinLoneSigns = (lines: readonly Line[]): Line[] => {
  const joined = [...lines]
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if ((line.text !== '-' && line.text !== '+') || line.kind !== 'text' || next?.kind !== 'text') continue
    if (i > 0 && lines[i - 1]?.kind !== 'blank') continue
    joined[i] = { ...line, text: '', map: line.map.subarray(0, 0), ends: undefined, kind: 'blank' }
    joined[i + 1] = prefix(line, next)
  }
  return joined
}

/** The sign and a space before the words of the next line; both map to where the sign stands. */
const prefix = (sign: Line, line: Line): Line => {
  const at = sign.map[0] ?? 0
  const size = line.text.length + 2
  const map = new Int32Array(size)
  map.set([at, at])
  map.set(line.map, 2)
  if (!sign.ends && !line.ends) return { ...line, text: `${sign.text} ${line.text}`, map }
  const ends = new Int32Array(size)
  ends.set([at + 1, at + 1])
  for (let i = 0; i < line.text.length; i++) ends[i + 2] = line.ends?.[i] ?? (line.map[i] ?? 0) + 1
  return { ...line, text: `${sign.text} ${line.text}`, map, ends }
}

const PAGE_NUMBER = /^(?:-\s?)?(?:trang\s)?\d{1,3}(?:\s?\/\s?\d{1,3})?(?:\s?-)?$/iu
/** `--- Trang 3 ---`, `--- PAGE BREAK ---`: what a converter writes between two pages. */
const PAGE_BREAK = /^-{3,}\s?\p{L}[^-]{1,40}-{3,}$/u
const GAZETTE = /^CÔNG BÁO\s?\/\s?Số|^CÔNG BÁO NƯỚC/u

/** A number alone on its line, the head that a gazette prints on each page. */
const markPageNumbers = (lines: readonly Line[]): Line[] =>
  lines.map((line) => {
    if (line.kind !== 'text' || line.text.length > 60) return line
    const first = line.text.charCodeAt(0)
    const isNoise =
      ((first < 58 || first === 116 || first === 84) && PAGE_NUMBER.test(line.text)) ||
      (first === 45 && PAGE_BREAK.test(line.text)) ||
      GAZETTE.test(line.text)
    return isNoise ? { ...line, kind: 'noise' } : line
  })

const NOTE = /^\[\d{1,3}\](?!\()/u

/** A footnote is its first line and what follows it, up to a blank line. */
const markFootnotes = (lines: readonly Line[]): Line[] => {
  let inside = false
  return lines.map((line, i) => {
    const opens = line.kind === 'text' && NOTE.test(line.text) && lines[i - 1]?.kind !== 'text'
    if (opens) {
      inside = true
      return { ...line, kind: 'footnote' }
    }
    if (line.kind === 'footnote') inside = true
    else if (line.kind !== 'text') inside = false
    else if (inside) return { ...line, kind: 'footnote' }
    return line
  })
}

const STAMP = /^(?:Ký bởi|Người ký|Ký điện tử bởi|Digitally signed|Signed by)\s?:/iu
const STAMP_MORE =
  /^(?:Cơ quan|Email|E-mail|Ngày ký|Thời gian ký|Giờ ký|Chức vụ|Tổ chức|Người ký|Ký bởi|Date)\s?:|^\d{2}[-./]\d{2}[-./]\d{4} \d{2}:\d{2}|^\d{2}:\d{2}:\d{2} ?[+-]\d{2}:?\d{2}/iu

/** The stamp of a digital signature: its first line, and its further lines while they look like one. */
const markStamps = (lines: readonly Line[]): Line[] => {
  let inside = 0
  return lines.map((line) => {
    if (line.kind === 'blank') return line
    if (line.kind === 'text' && line.text.length < 120) {
      if (STAMP.test(line.text)) inside = 4
      else if (inside > 0 && STAMP_MORE.test(line.text)) inside = 3
      else if (inside > 0) {
        inside = 0
        return line
      }
      if (inside > 0) return { ...line, kind: 'noise' }
    }
    inside = 0
    return line
  })
}

/** `---` … `---` at the very start: facts about the file, not the document. */
const markFrontMatter = (lines: readonly Line[]): Line[] => {
  const first = lines.findIndex((line) => line.kind !== 'blank')
  if (first === -1 || lines[first]?.text !== '---') return [...lines]
  let close = -1
  for (let i = first + 1; i < Math.min(lines.length, first + 60); i++) {
    const line = lines[i]
    if (line?.text === '---') {
      close = i
      break
    }
    if (line?.kind === 'text' && !/^[\p{L}\d_ -]{1,40}:|^- /u.test(line.text)) return [...lines]
  }
  return close === -1
    ? [...lines]
    : lines.map((line, i) => (i <= close && i >= first ? { ...line, kind: 'noise' } : line))
}
