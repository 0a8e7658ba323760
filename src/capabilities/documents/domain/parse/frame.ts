import { searchKey } from '#kernel/vietnamese.ts'
import { findMarker } from './markers.ts'
import { measureLayout } from './paragraphs.ts'
import { isPrintedPost, SIGNING_POSTS } from './signing.ts'
import type { Attachment, Frame, Layout, Line } from './types.ts'

/** Names of types as titles print them, the longer before the shorter. */
export const TITLES =
  'KẾ HOẠCH|CHỈ THỊ|QUYẾT ĐỊNH|CÔNG ĐIỆN|THÔNG BÁO|NGHỊ QUYẾT|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN|PHÁT ĐỘNG|KẾT LUẬN|BÁO CÁO|TỜ TRÌNH|CÔNG VĂN|QUY CHẾ|QUY ĐỊNH|LUẬT|BỘ LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|THÔNG TƯ|LỜI KÊU GỌI|HỢP ĐỒNG|BIÊN BẢN|GIẤY MỜI|CHIẾN LƯỢC|LỆNH|ĐIỀU LỆ|DỰ ÁN|BẢN GHI NHỚ|THỎA THUẬN|QUY TRÌNH|ĐƠN'

const TITLE = new RegExp(`^(?:DỰ THẢO\\s+)?(?:${TITLES})(?=$|[\\s:(])`, 'u')
/** `KẾ HOẠCH Bảo đảm an toàn giao thông`: type and subject on one line. */
const TITLE_MIXED = new RegExp(`^(?:${TITLES})\\s+\\p{L}\\p{Ll}.*[^.;:]$`, 'u')
/** Fonts that drew small letters as capitals left titles in small letters: a line of its own below the head. */
const TITLE_ALONE = new RegExp(`^(?:${TITLES})$`, 'iu')
const TITLE_LOW =
  /^(?:Kế hoạch|Chỉ thị|Quyết định|Công điện|Thông báo|Nghị quyết|Chương trình|Đề án|Phương án|Hướng dẫn|Phát động|Kết luận)(?=\s)/u
/** The name of the nation or of the Party over the right column, perhaps broken over two lines. */
const NATION =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ)(?: XÃ)?\**$|ĐẢNG CỘNG(?: SẢN)?\**$|(?:^|\s{3,}|\|\s?)Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam\**(?:$|\s?\|)/u

/** The words of a line, without the bars of a table and the doubled spaces that letter-spacing leaves. */
export const wordsOf = ({ text }: Line): string =>
  // Most lines are their words already: an expression would look at each of their signs.
  text.includes('|') || text.includes('\t') || text.includes('  ')
    ? text.replace(/[|\t]/gu, ' ').replace(/\s+/gu, ' ').trim()
    : text.trim()

/** A title of capitals alone, whatever a scanner did to its marks: `CHÍ THỊ`. */
const isWornTitle = (text: string): boolean => {
  if (text.length > 24 || !/^[\p{Lu}\s]+$/u.test(text)) return false
  return PLAIN_TITLES.has(searchKey(text))
}

/** `ĐẾN Số: _¬ CHỈ THỊ`: the stamp of the incoming register stands left of the title, and the scanner read both as one line. */
const STAMPED_TITLE = new RegExp(`^[^.;]{2,40}[^\\p{L}\\s]\\s+(?=(?:${TITLES})$)`, 'u')

/** Where the title begins behind a stamp on its line; 0 where there is none. */
export const stampLength = (words: string): number => STAMPED_TITLE.exec(words)?.[0].length ?? 0

const PLAIN_TITLES = new Set(TITLES.split('|').map(searchKey))

const BARE_TITLE = new RegExp(`^(?:${TITLES})\\s*$`, 'u')

const isTitle = (text: string): boolean => {
  if (isWornTitle(text)) return true
  if (text.length > 260 || !TITLE.test(text) || text.endsWith(':')) return false
  return !/\p{Ll}{2,}.*\p{Ll}{2,}/u.test(text.replace(/\(.*$/u, '')) || BARE_TITLE.test(text)
}

/** Cuts the document into head, body, foot and what is attached. */
export const toFrame = (lines: readonly Line[], layout: Layout = measureLayout(lines)): Frame => {
  const nation = lines.findIndex((line, i) => i < 400 && line.kind !== 'noise' && NATION.test(line.text))
  const titleLine = findTitle(lines, nation)
  const headStart = findHeadStart(lines, nation, titleLine)
  const bodyStart = findBodyStart(lines, titleLine, headStart, layout)
  const bodyEnd = findFoot(lines, bodyStart)
  const end = findChrome(lines, bodyEnd)
  const attachments = listAttachments(lines.slice(0, end), bodyEnd)
  const footEnd = attachments[0]?.start ?? end
  return { headStart, titleLine, bodyStart, bodyEnd: Math.min(bodyEnd, footEnd), footEnd, attachments }
}

const CHROME =
  /THƯ VIỆN PHÁP LUẬT|LuatVietnam|Thuvienphapluat|Bản dịch này thuộc|[Cc]hính sách bảo mật|Điều khoản sử dụng|[Qq]uý khách|^Copyright|©|^Đăng nhập|^Văn bản liên quan|^Tin liên quan|^Bình luận/u

/** What a web site prints below the document. */
const findChrome = (lines: readonly Line[], bodyEnd: number): number => {
  for (let i = bodyEnd; i < lines.length; i++) {
    const line = lines[i]
    if (line && line.kind !== 'blank' && CHROME.test(line.text)) return i
  }
  return lines.length
}

const findTitle = (lines: readonly Line[], nation: number): number | undefined => {
  const from = Math.max(nation, 0)
  let first: number | undefined
  let mixed: number | undefined
  let small: number | undefined
  for (let i = 0; i < Math.min(lines.length, from + 120); i++) {
    const line = lines[i]
    if (!line || (line.kind !== 'text' && line.kind !== 'row')) continue
    const words = wordsOf(line)
    if (i >= from && isTitle(words)) return i
    if (i < from && isTitle(words)) first ??= i
    else if (TITLE_MIXED.test(words) && words.length < 320) mixed ??= i
    else if (nation !== -1 && i > nation && i < nation + 20 && TITLE_ALONE.test(words)) small ??= i
    // A title cannot come after the first section.
    if (i > from && /^(?:I|1)\s?\.\s/u.test(words)) break
  }
  if (mixed !== undefined || small !== undefined) return mixed ?? small
  if (first !== undefined) return first
  const stamped = lines.findIndex(
    (line, i) => i > nation && nation !== -1 && i < nation + 20 && stampLength(wordsOf(line)) > 0,
  )
  if (stamped !== -1) return stamped
  const start = lines.findIndex((line) => line.kind === 'text')
  return start !== -1 && nation === -1 && TITLE_LOW.test(lines[start]?.text ?? '') ? start : undefined
}

/** The head begins a few lines before the name of the nation, or before the number, or at the title. */
const findHeadStart = (lines: readonly Line[], nation: number, title: number | undefined): number => {
  const anchor = nation !== -1 && (title === undefined || nation < title) ? nation : undefined
  if (anchor === undefined) {
    const number = lines.findIndex(
      (line, i) => (title === undefined || i < title) && i < 60 && /^Số\s?:/u.test(wordsOf(line)),
    )
    return number !== -1 ? Math.max(0, number - 4) : 0
  }
  let start = anchor
  for (let i = anchor - 1, seen = 0; i >= 0 && seen < 8; i--) {
    const line = lines[i]
    if (
      !line ||
      line.kind === 'blank' ||
      line.kind === 'noise' ||
      line.kind === 'rule' ||
      line.kind === 'pipe'
    )
      continue
    const words = wordsOf(line)
    if (/\p{Ll}{3}/u.test(words) && !/^Số\s?:|ngày/u.test(words)) break
    start = i
    seen++
  }
  return start
}

const OPENS_BODY =
  /^(?:Căn cứ|Thực hiện|Nhằm|Để|Trong|Thi hành|Theo|Năm|Trên cơ sở|Ngày|Thời gian|Triển khai Quyết|Tiếp tục thực hiện|Kính gửi|Qua|Hiện nay|Vừa qua|Tại|Sau|Thời gian qua|Phát huy|Những năm|QUYẾT ĐỊNH:|CHÍNH PHỦ$|THỦ TƯỚNG CHÍNH PHỦ(?:\s*(?:điện|ĐIỆN).*)?$|CHỦ TỊCH|(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|GIÁM ĐỐC|QUỐC HỘI|\p{Lu}[\p{L} ,-]{3,80} (?:điện|ĐIỆN)\s?:)/u

/** The first line after the subject: a base, an aim, an item, or a sentence of its own. */
const findBodyStart = (
  lines: readonly Line[],
  title: number | undefined,
  headStart: number,
  layout: Layout,
): number => {
  if (title === undefined) return headStart
  const own = wordsOf(lines[title] as Line)
  // A title that already says its subject.
  let taken = own.split(' ').length > 4 ? 1 : 0
  if (taken > 0 && /\p{Ll}{2}/u.test(own) && !/^\p{Ll}/u.test(lines[title + 1]?.text ?? '')) return title + 1
  let length = 0
  let capitals = taken > 0
  for (let i = title + 1; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    if (line.kind === 'noise' || line.kind === 'blank') continue
    if (line.kind === 'rule' || line.kind === 'pipe') {
      if (taken > 0) return i + 1
      continue
    }
    const words = wordsOf(line)
    if (OPENS_BODY.test(words) && !(taken === 0 && /^(?:Triển khai|Thực hiện|Thi hành)\s/u.test(words)))
      return i
    // A title may have no subject at all.
    if (isItemStart(words)) return i
    if (taken > 0) {
      if (words.length > 200) return i
      // Subject in capitals, then running text.
      if (capitals && /\p{Ll}{2}/u.test(words) && words.length > 40 && !/^(?:[Vv]ề|V\/v) /u.test(words))
        return i
      const apart = lines[i - 1]?.kind === 'blank' && (layout.blanksCount || lines[i - 2]?.kind === 'blank')
      if (apart && !goesOnTitle(lines, i, title)) return i
    }
    capitals = taken === 0 ? isAllCapitals(words) : capitals && isAllCapitals(words)
    taken++
    length += words.length
    if (taken > 12 || length > 900) return i
  }
  return lines.length
}

const isAllCapitals = (words: string): boolean => !/\p{Ll}{2}/u.test(words)

/** An item, not the rest of a title: `XIII CỦA ĐẢNG` and `2026 - 2030` only look like one. */
const isItemStart = (words: string): boolean => {
  const marker = findMarker(words)
  if (!marker || marker.kind === 'dash' || marker.kind === 'plus' || marker.kind === 'bullet') return false
  return marker.value === 1 && /[.:)/-]/u.test(marker.printed)
}

/** A subject may go on after a blank line only in the same capitals, or with a small letter. */
const goesOnTitle = (lines: readonly Line[], i: number, title: number): boolean => {
  const words = wordsOf(lines[i] as Line)
  const previous = lines.slice(title + 1, i).findLast((line) => line.kind === 'text' || line.kind === 'row')
  if (!previous) return true
  const capitals = (text: string): boolean => !/\p{Ll}{2}/u.test(text)
  if (/^\p{Ll}/u.test(words) || isLastOfTitle(lines, i, previous)) return true
  if (/^(?:và|V\/v|\(|năm|giai đoạn)/iu.test(words) && words.length < 100 && !words.endsWith(':')) return true
  return capitals(previous.text) && capitals(words) && !isItemStart(words)
}

/** Word set each line of a subject as a paragraph: a short one that nothing ends, above the grounds, a rule or its rest. */
const isLastOfTitle = (lines: readonly Line[], i: number, previous: Line): boolean => {
  const words = wordsOf(lines[i] as Line)
  if (words.length > 90 || /[.:;,”]$/u.test(words) || /[.:;”]$/u.test(previous.text)) return false
  // A subject in capitals never runs on in small letters: what follows it is the body.
  if (findMarker(words) || previous.text.length < 20 || isAllCapitals(previous.text) || isAllCapitals(words))
    return false
  const next = lines.slice(i + 1, i + 5).find((line) => line.kind !== 'blank' && line.kind !== 'noise')
  if (!next || next.kind === 'pipe' || next.kind === 'row') return false
  const runsOn =
    lines[i + 1]?.kind === 'blank' &&
    next.kind === 'text' &&
    /^\p{Ll}/u.test(next.text) &&
    next.text.length < 100
  return runsOn || next.kind === 'rule' || OPENS_BODY.test(wordsOf(next))
}

const RECIPIENTS = /^(?:\*\s*)?(?:Nơi nhận|NƠI NHẬN|Nơi nhân|Noi nhận|Nơi gửi)\s?[:.;]?/u
const AUTHORITY = /^(?:TM|T\/M|T\.M|KT|K\.T|TL|TUQ|T\.L)\s?[.,]?\s?(?:\p{Lu}{2,}|[\p{Lu} ]{5,})/u
/** Where the scanner lost "Nơi nhận": the run of short items that ends with "Lưu: VT". */
const findFiling = (lines: readonly Line[], bodyStart: number): number => {
  const filing = lines.findLastIndex((line) => /^[-~+]?\s?Lưu\s?:?\s?V[TĂ]/u.test(line.text))
  if (filing <= bodyStart) return lines.length
  let start = filing
  for (let i = filing - 1; i > bodyStart; i--) {
    const line = lines[i]
    if (!line || line.kind !== 'text') continue
    if (!/^[-~+]/u.test(line.text) || line.text.length > 90 || line.text.endsWith('.')) break
    start = i
  }
  return filing - start >= 3 ? start : lines.length
}

/** A post alone, or two signatories side by side. */
const isSigningLine = (line: Line): boolean => {
  if (isPrintedPost(wordsOf(line))) return true
  const columns = line.text.split(/\s{3,}|[|\t]/u).filter((column) => column.trim() !== '')
  return (
    columns.length === 2 && columns.every((column) => !/\p{Ll}/u.test(column) && SIGNS_AT_END.test(column))
  )
}
const SIGNS_AT_END = new RegExp(`(?<!\\p{L})(?:${SIGNING_POSTS})(?: \\p{Lu}+){0,4}$`, 'u')

/** "Nơi nhận", "TM. …" or the signer's post: the first after the body began that is not a heading. */
const findFoot = (lines: readonly Line[], bodyStart: number): number => {
  for (let i = bodyStart; i < lines.length; i++) {
    const line = lines[i]
    if (
      !line ||
      line.kind === 'blank' ||
      line.kind === 'noise' ||
      line.kind === 'rule' ||
      line.kind === 'pipe'
    )
      continue
    const code = line.text.charCodeAt(0)
    // Cheap first: only these letters and bars can open a foot.
    if (
      !(
        code === 78 ||
        code === 84 ||
        code === 75 ||
        code === 81 ||
        code === 124 ||
        (code >= 65 && code <= 86) ||
        code > 127
      )
    )
      continue
    // A cell with breaks in it leaves its bar on the first line: `| Nơi nhận:`.
    const words = line.kind === 'row' || line.text.startsWith('|') ? wordsOf(line) : line.text
    if (RECIPIENTS.test(words) || AUTHORITY.test(words)) return i
    if (i > bodyStart + 12 && isSigningLine(line)) return i
    if (
      i > bodyStart + 6 &&
      isAnnexTitle(words) &&
      (lines[i - 1]?.kind !== 'text' || /\.\s?\/\s?\.?$/u.test(lines[i - 1]?.text ?? ''))
    )
      return i
  }
  return findFiling(lines, bodyStart)
}

const ANNEX =
  /^(?:(?:PHỤ LỤC|BIỂU MẪU|MẪU BIỂU|MẪU SỐ|BIỂU SỐ|DANH MỤC KÈM THEO|DANH SÁCH GỬI)(?:\s|$|:)|(?:Phụ lục|Biểu mẫu|Mẫu biểu|Mẫu số|Biểu)(?:\s(?:số\s)?(?:[IVX]+|\d{1,2}|[A-Z]))?\s?[.:]?$)/u
const isAnnexTitle = (words: string): boolean => words.length < 160 && ANNEX.test(words)
const ISSUED_WITH = /^\(?\s?(?:(?:Ban hành\s)?(?:K|k)èm theo|Ban hành theo)\s|^\(Phụ lục/u
/** `THỰC HIỆN CÔNG TÁC … NĂM 2023 (Kèm theo Quyết định số …)`: on the line of the subject. */
const ISSUED_AT_END = /\(\s?(?:(?:Ban hành\s)?(?:K|k)èm theo|Ban hành theo) [^()]{10,260}\)\.?$/u
/** What is issued for work under a name of its own instead of that of a type: `NỘI DUNG PHONG TRÀO THI ĐUA NĂM 2026`. */
const NAMED_PLAN =
  /^(?:NỘI DUNG|PHONG TRÀO|NHIỆM VỤ|CÁC NHIỆM VỤ|MỘT SỐ NHIỆM VỤ|LỘ TRÌNH|GIẢI PHÁP)\s[^\p{Ll}]{8,}$/u

const LIST_TITLE = /^(?:DANH MỤC|DANH SÁCH|BẢNG|BIỂU)(?:\s[^\p{Ll}]*)?$/u

/** Whether the document itself speaks of what is titled so: it is what its articles issue. */
const isNamedBefore = (lines: readonly Line[], bodyEnd: number, title: string): boolean => {
  const key = searchKey(title)
  return lines.slice(0, bodyEnd).some((line) => line.kind === 'text' && searchKey(line.text).includes(key))
}

/** A plan after the signature that does not say with what it is issued: its title, then its first section. */
const findBarePlan = (lines: readonly Line[], bodyEnd: number): number | undefined => {
  const title = lines.findIndex(
    (line, i) =>
      i > bodyEnd &&
      /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|ĐỀ ÁN|PHƯƠNG ÁN)$/u.test(wordsOf(line)),
  )
  if (title === -1) return undefined
  const hasSection = lines.slice(title, title + 80).some((line) => /^I\s?[.-]/u.test(wordsOf(line)))
  return hasSection ? title : undefined
}

/** After the foot: each annex and each plan that the document issues. */
const listAttachments = (lines: readonly Line[], bodyEnd: number): Attachment[] => {
  const starts: { kind: Attachment['kind']; start: number }[] = []
  let recent: number[] = []
  let inFoot = true
  for (let i = bodyEnd; i < lines.length; i++) {
    const line = lines[i]
    if (
      !line ||
      line.kind === 'blank' ||
      line.kind === 'noise' ||
      line.kind === 'rule' ||
      line.kind === 'pipe'
    )
      continue
    const words = wordsOf(line)
    if (i > bodyEnd || isAnnexTitle(words)) {
      if (isAnnexTitle(words)) {
        starts.push({ kind: 'annex', start: i })
        inFoot = false
        recent = []
        continue
      }
      const atEnd = !/\p{Ll}{3}/u.test(words.replace(/\(.*$/u, '')) && ISSUED_AT_END.test(words)
      if (atEnd) recent.push(i)
      if (atEnd || ISSUED_WITH.test(words)) {
        // Right after the title of an annex it says where that annex belongs.
        const last = starts.at(-1)
        if (last?.kind === 'annex' && recent.length < 8 && !inFoot && recent.every((n) => n > last.start)) {
          recent = []
          continue
        }
        const title =
          recent.find((n) => isTitle(wordsOf(lines[n] as Line))) ??
          recent.find((n) => {
            const name = wordsOf(lines[n] as Line)
            return NAMED_PLAN.test(name) && isNamedBefore(lines, bodyEnd, name)
          })
        // Behind a plan that was issued, only what calls itself a list is issued beside it.
        const list = inFoot ? recent[0] : recent.find((n) => LIST_TITLE.test(wordsOf(lines[n] as Line)))
        if (title !== undefined) starts.push({ kind: 'plan', start: title })
        else if (list !== undefined) starts.push({ kind: 'annex', start: list })
        recent = []
        inFoot = false
        continue
      }
    }
    recent.push(i)
    if (recent.length > 8) recent.shift()
  }
  const plan = starts.some(({ kind }) => kind === 'plan') ? undefined : findBarePlan(lines, bodyEnd)
  if (plan !== undefined && plan < (starts[0]?.start ?? Infinity))
    starts.unshift({ kind: 'plan', start: plan })
  return starts.map((s, n) => ({ ...s, end: starts[n + 1]?.start ?? lines.length }))
}
