import { searchKey } from '#kernel/vietnamese.ts'
import { findTypeAtStart, TYPE_NAMES } from './document-types.ts'
import { stampLength, wordsOf } from './frame.ts'
import { joinLines } from './join-lines.ts'
import { isAllCapitals, toSentenceCase } from './letter-case.ts'
import type { Block, Frame, Line } from './types.ts'

/** Keeps where a field was read, by which rule. */
type Note = (
  field: string,
  piece: Block | Line,
  start: number,
  end: number,
  rule: string,
  inferred?: boolean,
) => void

/** The names that the text itself writes; gathered only when capitals must be read. */
type Names = () => ReadonlyMap<string, string>

/** Leaves out "(Kèm theo …)" under a title, up to its closing bracket. */
const outsideRemark = (): ((line: Line) => boolean) => {
  let inside = false
  return (line) => {
    const words = wordsOf(line)
    const opens = /^\(?\s?(?:Ban hành\s)?[Kk]èm theo/u.test(words)
    const was = inside || opens
    inside =
      was && words.includes('(') !== words.includes(')')
        ? !words.includes(')')
        : inside && !words.includes(')')
    return !was
  }
}

interface Title {
  readonly type: string | undefined
  readonly subject: string | null
}

/** `THÔNG BÁO KẾT LUẬN CỦA …`: nobody's notice is "of" somebody, so the conclusion belongs to the subject. */
const NOTICE_OF_CONCLUSION = /^(thông báo)\skết luận\s(?:của|tại)\s/iu

/** The name of the type and what follows it up to the body. */
export const readTitle = (lines: readonly Line[], frame: Frame, names: Names, note: Note): Title => {
  if (frame.titleLine === undefined) return { type: undefined, subject: null }
  const titleLines = lines
    .slice(frame.titleLine, frame.bodyStart)
    .filter((line) => line.kind === 'text' || line.kind === 'row')
    .filter(outsideRemark())
  const block = joinLines(titleLines)
  const words = block.text.replace(/^[|\s]+/u, (skipped) => ' '.repeat(skipped.length))
  const first = wordsOf(titleLines[0] as Line)
  const stamp = stampLength(first)
  const from = stamp > 0 ? Math.max(0, words.indexOf(first.slice(stamp))) : words.search(/\S/u)
  const whole = findTypeAtStart(words.slice(from))
  const short = NOTICE_OF_CONCLUSION.exec(words.slice(from))?.[1]
  const found =
    (whole && short !== undefined
      ? { ...whole, length: short.length }
      : whole && runsOn(titleLines, from + whole.length)
        ? findTypeAtStart(first.trim())
        : whole) ?? findWornType(first)
  const typeEnd = from + (found?.length ?? 0)
  if (found) note('type', block, from, typeEnd, 'title')
  const rest = words.slice(typeEnd).replace(/[|]/gu, ' ')
  const start = typeEnd + Math.max(0, rest.search(/[\p{L}\d“"(]/u))
  const printed = words
    .slice(start)
    .replace(/\s\(\s?(?:Ban hành\s)?[Kk]èm theo.*$/u, '')
    .replace(/[\s|*_-]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (printed === '') return { type: found?.type, subject: null }
  note('subject', block, start, block.text.length, 'title')
  return { type: found?.type, subject: toSubject(printed, names) }
}

/** `V/v tăng cường quản lý …` below the number of a letter, up to whom it is sent to or a blank line (Decree 30/2020, appendix I). */
export const readLetterSubject = (lines: readonly Line[], names: Names, note: Note): string | null => {
  const cellOf = (line: Line): string =>
    (line.kind === 'row' ? wordsOf(line) : (line.text.split(/\s{3,}|\t/u)[0] ?? '')).trim()
  const first = lines.findIndex((line) => /^[(*_]*(?:V\/v|Về việc)[\s:]/u.test(cellOf(line)))
  if (first === -1) return null
  const rest = lines
    .slice(first)
    .findIndex(
      (line, i) =>
        i > 0 &&
        (line.kind === 'blank' || line.kind === 'rule' || /^(?:Kính gửi|Số\s?:)/u.test(cellOf(line))),
    )
  const own = lines
    .slice(first, rest === -1 ? first + 6 : first + rest)
    .filter(({ kind }) => kind !== 'noise')
  const printed = own
    .map(cellOf)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .replace(/[\s)*_]+$/u, '')
  const line = own[0]
  // What runs on for longer is the letter itself.
  if (!line || printed.length > 400) return null
  note('subject', line, 0, line.text.length, 'letter-subject')
  return toSubject(printed, names)
}

/** The name of a type ends with its line; `THÔNG BÁO` over `Kết luận của …` or `KẾT LUẬN CỦA …` runs on into the subject. */
const runsOn = (lines: readonly Line[], end: number): boolean => {
  const ends = lines
    .slice(0, 3)
    .map((_, n) => joinLines(lines.slice(0, n + 1)).text.replace(/[\s|*:]+$/u, '').length)
  return end > (ends[0] ?? 0) && !ends.includes(end)
}

/** `CHÍ THỊ`: a title whose marks the scanner read wrong still names its type. */
const findWornType = (line: string): { type: string; length: number } | undefined => {
  const type = TYPE_NAMES.find(([name]) => searchKey(name) === searchKey(line))?.[1]
  return type === undefined ? undefined : { type, length: line.length }
}

/** `CHỈ THỊ` over `CỦA BAN THƯỜNG VỤ TỈNH ỦY`: who speaks stands between the type and the subject. */
const BY_WHOM =
  /^(?:của|CỦA) (?:\p{L}+ ){2,9}?(?=(?:[Vv]ề|VỀ|V\/v|[Tt]hực hiện|THỰC HIỆN|[Tt]riển khai|TRIỂN KHAI) )/u
/** A title in capitals that runs on in small letters: `KẾT LUẬN` over `của Ban Thường vụ …`. */
const CAPITAL_START = /^\p{Lu}{2,}(?: \p{Lu}+)+(?= [\p{Ll}V])/u

/** Without "Về việc", in the case of running text, the first letter a capital. */
const toSubject = (printed: string, names: Names): string => {
  // What stands before "Về việc" in the line of the subject is a stamp that the scanner read as letters.
  const plain = printed
    .replace(/^.{1,70}?(?<![\p{L}])(?=Về việc\s\p{Ll})/u, '')
    .replace(/^\S*\d\S*[\s-]+(?=Về \p{Ll})/u, '')
    .replace(/^\((.*)\)$/u, '$1')
    // `THỦ` + `TƯỚNG CHÍNH PHỦ điện:` below the subject of a telegram, broken in the midst of who sends it.
    .replace(/(?<!PHÒNG) THỦ$/u, '')
    .replace(/\s*\((?:[Dd]ự thảo|DỰ THẢO)[^()]*\)$/u, '')
    .replace(/^(?:LIÊN NGÀNH|LIÊN TỊCH|PHỐI HỢP) (?=V)/u, '')
    .replace(BY_WHOM, '')
    .replace(/^[^\p{L}“"(]*(?:V[eêềẻ]\s?việc|V\/v|Về)\s*:?\s*/iu, '')
  const cased = isAllCapitals(plain) ? toSentenceCase(plain, names()) : plain
  const opening = CAPITAL_START.exec(cased)?.[0]
  if (opening !== undefined) {
    const rest = cased.slice(opening.length).replace(/^ Về (?=\p{Ll})/u, ' về ')
    return `${toSentenceCase(opening, names())}${rest}`.replace(/[.;:,]$/u, '')
  }
  return (cased.charAt(0).toUpperCase() + cased.slice(1)).replace(/[.;:,]$/u, '')
}
