import { opensPredicate } from './agencies.ts'
import { joinLines } from './join-lines.ts'
import { findMarker } from './markers.ts'
import type { Block, Layout, Line } from './types.ts'
import { foldText, lowerFirst } from './words.ts'

/** The habit of a source shows in its first lines. */
const SAMPLE_LINES = 400

/** Measures the source: its wrapping, its blank lines, its indents. */
export const measureLayout = (lines: readonly Line[]): Layout => {
  const texts = lines.filter((line) => line.kind === 'text' && line.text.length > 20)
  const lengths = texts.map((line) => line.text.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? Infinity
  let apart = 0
  let broken = 0
  for (let i = 0; i + 2 < lines.length; i++) {
    const [line, blank, next] = [lines[i], lines[i + 1], lines[i + 2]]
    if (line?.kind !== 'text' || blank?.kind !== 'blank' || next?.kind !== 'text') continue
    apart++
    if (startsLow(next.text) && !ended(line.text)) broken++
  }
  const items = sampleLines(lines).filter((line) => findMarker(line.text) !== undefined)
  const spaced = items.filter((line) => lines[line.index - 1]?.kind !== 'text').length
  const deep = texts.filter((line) => line.indent >= 3 && line.indent <= 14).length
  return {
    width: width > 170 ? Infinity : width,
    opening: measureOpening(lines, width),
    blanksCount: apart < 8 || broken / apart < 0.3,
    apart: items.length > 5 && spaced >= items.length * 0.85 && apart > 0 && broken / apart < 0.3,
    indented: deep > 3 && deep < texts.length * 0.7,
  }
}

/** The first lines of items, where the next line goes on in small letters: as long as they were made to be. */
const measureOpening = (lines: readonly Line[], width: number): number => {
  const cut: number[] = []
  for (let i = 0; i + 1 < lines.length && cut.length < SAMPLE_LINES; i++) {
    const [line, next] = [lines[i], lines[i + 1]]
    if (line?.kind !== 'text' || next?.kind !== 'text' || !startsLow(next.text) || ended(line.text)) continue
    if (findMarker(line.text) !== undefined || lines[i - 1]?.kind === 'blank') cut.push(line.text.length)
  }
  cut.sort((a, b) => a - b)
  const at = (share: number): number => cut[Math.floor((cut.length - 1) * share)] ?? Infinity
  return cut.length >= 5 && at(0.8) - at(0.2) <= 14 && at(0.5) < width * 0.8 ? at(0.5) : Infinity
}

/** The first lines of text. The list of recipients is always set close: it says nothing of the habit of the body. */
const sampleLines = (lines: readonly Line[]): readonly Line[] => {
  const sample: Line[] = []
  let inside = false
  for (const line of lines) {
    if (sample.length === SAMPLE_LINES) break
    if (/^(?:Nơi nhận|NƠI NHẬN)/u.test(line.text)) inside = true
    else if (/^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|PHỤ LỤC|Phụ lục|I\.)/u.test(line.text)) inside = false
    if (!inside && line.kind === 'text' && line.text.length > 20) sample.push(line)
  }
  return sample
}

const LOW = /^[\p{Ll},;.)%”]/u
const startsLow = (text: string): boolean => LOW.test(text)

const END = /[.;:!?…]["”')]*$|\.\/\.?$/u
/** The last sign alone says no for most lines. */
const MAY_END = new Set('.;:!?…"”\')/')
const ended = (text: string): boolean => MAY_END.has(text.at(-1) ?? '') && END.test(text)

const UPPER_WORDS = /\p{Lu}{2,}[^\p{L}]+\p{Lu}{2,}|^\p{Lu}{4,}$/u
/** Set in capitals: a title or a heading. */
export const isCapitals = (text: string): boolean => {
  if (text.length < 4 || text.length > 260) return false
  const plain = text.replace(/\([^()]*\)/gu, '')
  return !/\p{Ll}{2}/u.test(plain) && UPPER_WORDS.test(plain)
}

/** Words after which a sentence must go on: an item cannot start there, a heading cannot end there. */
const GOES_ON =
  /(?:^|[\s(])(?:của|và|số|các|với|theo|tại|về|do|là|được|ngày|tháng|cho|trên|đến|từ|trong|để|bởi|những|một|khi|có|không|hoặc|giữa|nhằm|bằng|ở|Điều|điều|khoản|điểm|mục|Luật|việc|quý|lần|thứ|khóa|khoá|Km|km|như|vào|đã|sẽ|tới|hết|năm|gồm|cùng|này|tỉnh|huyện|xã|Bộ|Sở|Ban|Số|Quý|Năm|Ngày|Tháng|Chủ tịch),?$|,$/u

/** The text ends where its sentence cannot. No such word is longer than these last letters. */
export const mustGoOn = (text: string): boolean => GOES_ON.test(text.slice(-12))

const LABEL_ONLY =
  /(?:ngày|tháng|năm|số|Số|Điều|điều|khoản|điểm|mục|quý|đến|Km|km|lần|thứ|khóa|khoá|từ|tầng|cấp|hơn|gồm|khoảng|trên|dưới|độ|bậc|loại|nhóm|hạng)$/u

/** What stands after a dash within a name: "Thi đua - Khen thưởng", "Thăng Long - Hà Nội". */
const SECOND_HALF =
  /^(?:Thương binh|Khen thưởng|Thống kê|Truyền hình|Tổng hợp|Du lịch|Xã hội|Tài chính|Tài_chính|Phó|Trưởng|Chủ tịch|Trung Quốc|Ngân sách|Hành chính|Pháp chế|Kế toán|Kế hoạch hóa|Môi trường|Đầu tư|Ngày hội)(?=[\s,.;)]|$)|^(?!Sở|Ban|Bộ|Hội|Ủy|Uỷ|Công|Đoàn|Văn|Các|UBND|Báo|Đài)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u

/** A line cut before its number; a short heading that ends in such a word is no cut line. */
const isCut = (previous: string): boolean =>
  LABEL_ONLY.test(previous.slice(-12)) && (previous.length > 40 || findMarker(previous) === undefined)

const blankOrEnded = (previous: string, blank: boolean): boolean => blank || ended(previous)

/** Does the line open an item? The line before tells a list from the rest of a sentence. */
export const opensItem = (
  line: Line,
  before: Line | undefined,
  blank: boolean,
  width = Infinity,
  apart = false,
): boolean => {
  const marker = findMarker(line.text)
  if (!marker) return false
  const rest = line.text.slice(marker.end)
  if (!before || before.kind !== 'text') return true
  const previous = before.text
  switch (marker.kind) {
    case 'dash':
    case 'bullet':
    case 'plus':
      if (/^-\p{Lu}/u.test(line.text) && /\d\/\p{Lu}[\p{L}\d]*$/u.test(previous)) return false
      if (blank || ended(previous) || line.bold) return true
      // Between paragraphs set apart, a line under a full one that has not ended goes on with it.
      if (apart && previous.length >= width * 0.9 && !opensPredicate(lowerFirst(foldText(rest)))) return false
      // A full line that has not ended: its dash stood between words.
      if (previous.length >= width * 0.96 && !isCapitals(previous) && SECOND_HALF.test(rest)) return false
      return !/^[\p{Ll}\d]/u.test(rest) || previous.length < 50
    case 'arabic': {
      if (/^\d{1,3}\s+\p{Lu}/u.test(line.text)) return line.bold || line.headingLevel > 0
      if (/^\d{1,3}:\d/u.test(line.text)) return false
      if (!blank && isCut(previous)) return false
      return rest === '' || /^["“'(\p{Lu}]/u.test(rest) || ended(previous)
    }
    case 'decimal':
      return (
        (blank || !isCut(previous)) &&
        (rest === '' || /^["“'(\p{Lu}]/u.test(rest) || (ended(previous) && marker.printed.endsWith('.')))
      )
    case 'letter':
    case 'arabic-paren':
    case 'paren':
      if (!blank && /(?:điểm|khoản|mục|Điều|điều)$/u.test(previous)) return false
      return blank || ended(previous) || !startsLow(rest)
    case 'letter-upper':
      return rest === '' ? blank : isCapitals(rest) || line.bold || ended(previous)
    case 'roman':
      if (rest !== '' && blankOrEnded(previous, blank) && /[.)/]/u.test(marker.printed) && rest.length < 120)
        return true
      // Texts cut into words by a machine keep one capital of a number alone: `Iv.`, `Ii.`.
      if (/^[IVX][ivx]/u.test(marker.printed) && blankOrEnded(previous, blank)) return true
      return rest === '' || /^["“'(\p{Lu}]/u.test(rest)
    default:
      return true
  }
}

const FOOT = /^(?:Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH GỬI)|^(?:TM|T\/M|KT|TL|TUQ|Q|T\.M|K\.T)\s?\.?\s?\p{Lu}{3}/u

/** The paragraphs of a range of lines. Rows of tables, rules and footnotes stand outside. */
export const toParagraphs = (lines: readonly Line[], layout: Layout): Block[] => {
  const blocks: Block[] = []
  let open: Line[] = []
  let blanks = 0
  let walled = false
  let turned = false
  const close = (): void => {
    if (open.length > 0) blocks.push(joinLines(open))
    open = []
  }
  for (const line of lines) {
    if (line.kind === 'blank') blanks++
    else if (line.kind === 'noise') turned = true
    else if (line.kind === 'rule' || line.kind === 'pipe' || line.kind === 'row') walled = true
    else if (line.kind === 'text') {
      const last = open.at(-1)
      // The blank lines around the end of a page part nothing: a sentence runs on over it.
      const apart = turned && last && runsOver(last, layout) ? 0 : blanks
      if (last && !(goesOn(open, last, line, apart, layout) && (!walled || acrossRule(last, line)))) close()
      open.push(line)
      blanks = 0
      walled = false
      turned = false
    }
  }
  close()
  return blocks
}

/** A full line that has not ended. */
const runsOver = (last: Line, layout: Layout): boolean =>
  layout.width !== Infinity && !ended(last.text) && last.text.length >= layout.width * 0.72

/** A footnote's rule may cut a sentence in two. */
const acrossRule = (last: Line, next: Line): boolean => !ended(last.text) && /^\p{Ll}/u.test(next.text)

const goesOn = (open: readonly Line[], last: Line, next: Line, blanks: number, layout: Layout): boolean => {
  if (opensItem(next, last, blanks > 0 && layout.blanksCount, layout.width, layout.apart)) return false
  if (FOOT.test(next.text) || FOOT.test(last.text)) return false
  if (open.length === 1 && last.text.length < 24 && markerOnly(last.text)) return blanks < 3
  if (next.headingLevel > 0 || last.headingLevel > 0)
    return next.headingLevel === 0 && startsLow(next.text) && !ended(last.text)
  const low = startsLow(next.text)
  const full = ended(last.text)
  if (!full && /[\p{L}\d] ?-$/u.test(last.text) && /^[\p{Lu}\d]/u.test(next.text))
    return blanks < 4 || /\d\/?\p{L}*[-/]$/u.test(last.text)
  if (blanks > 0 && layout.blanksCount)
    return !full && (low || (/^\d/u.test(next.text) && mustGoOn(last.text)))
  if (blanks > 3) return low && !full
  const cut = mustGoOn(last.text) || isCutName(last.text, next.text)
  if (layout.width === Infinity) return !full && (low || (cut && blanks === 0))
  return goesOnWrapped(open, last, next, layout, low, full)
}

const markerOnly = (text: string): boolean => findMarker(text)?.end === text.length

/** Capitals and running text never share a paragraph. */
const changesCase = (open: readonly Line[], last: Line, next: Line): boolean => {
  const low = (text: string): boolean => /\p{Ll}{2}/u.test(text)
  if (isCapitals(last.text) && low(next.text)) return last.text.length > 9 || isCapitals(open[0]?.text ?? '')
  return low(last.text) && isCapitals(next.text) && next.text.length > 9
}

/** An item's only line that had room for the next word: a heading, what follows is its text. */
const isHeadingLine = (last: Line, next: Line, width: number): boolean => {
  const word = /^\S+/u.exec(next.text)?.[0].length ?? 0
  if (last.text.length + 1 + word > width * 0.93 || !/^["“]?\p{Lu}/u.test(next.text)) return false
  const kind = findMarker(last.text)?.kind
  return kind === 'roman' || kind === 'arabic' || kind === 'letter-upper' || kind === 'decimal'
}

/** `4. Ủy ban Mặt trận Tổ quốc Việt` + `Nam tiếp tục vận động …`, where all items have such a short first line. */
const wasCutEarly = (last: Line, next: Line, { opening }: Layout): boolean => {
  const word = /^\S+/u.exec(next.text)?.[0].length ?? 0
  if (last.text.length > opening + 6 || last.text.length + 1 + word <= opening - 4) return false
  if (last.bold !== next.bold || isCapitals(last.text) || ended(last.text)) return false
  return !opensPredicate(lowerFirst(foldText(next.text)))
}

/** `… Đài Tiếng nói Việt` + `Nam, Thông tấn xã …`: a list of names cut in the midst of one. */
const isCutName = (last: string, next: string): boolean =>
  !ended(last) &&
  (/^\p{Lu}[\p{L}\p{M}]*,/u.test(next) ||
    (/(?:Thủ tướng|Văn phòng|Thanh tra)$/u.test(last) && next.startsWith('Chính phủ')) ||
    (last.endsWith(' Việt') && next.startsWith('Nam ')))

/** `Căn cứ Luật Tổ chức` + `Chính phủ ngày …;`: grounds end with their sign. */
const BASIS = /^(?:Căn cứ|Theo đề nghị|Xét đề nghị)(?= \p{L})/u

const goesOnWrapped = (
  open: readonly Line[],
  last: Line,
  next: Line,
  layout: Layout,
  low: boolean,
  full: boolean,
): boolean => {
  if (!low && changesCase(open, last, next)) return false
  if (low) return true
  if (last.bold && !full && (next.bold || mustGoOn(last.text))) return true
  if (last.bold !== next.bold && (open[0]?.bold === true || (next.bold && full))) return false
  if (layout.indented && next.indent >= last.indent + 3 && (full || last.text.length < layout.width * 0.8))
    return false
  if (mustGoOn(last.text) || isCutName(last.text, next.text)) return true
  if (!full && open.length === 1 && BASIS.test(last.text) && !BASIS.test(next.text)) return true
  if (layout.apart) return !full || last.text.length >= layout.width * 0.6
  const length = last.text.length
  if (last.text.endsWith(':')) return false
  if (full) return length >= layout.width * 0.92 && !layout.indented && !layout.blanksCount
  if (open.length === 1 && wasCutEarly(last, next, layout)) return true
  if (open.length === 1 && !full && isHeadingLine(last, next, layout.width)) return false
  if (length >= layout.width * 0.72) return true
  const heads = open.length === 1 && (findMarker(last.text) !== undefined || length < layout.width * 0.5)
  return layout.blanksCount && !layout.indented ? !heads || /^\d/u.test(next.text) : /^\d/u.test(next.text)
}
