import type { Line } from './types.ts'

/** The right head without its marks, so that a scanner's slips in them do not matter. */
const RIGHT_HEAD =
  /\s*(?:C[O0]NG H[O0]A|XA H[O0]I CH|CHU NGHIA VI|^VIET NAM$|^C[O0]NG$|^H[O0]A(?: XA|$)|[DĐ][o0]c [lIL]ap|DANG CONG SAN).*$/u

/** Each letter without its marks; the length stays. */
const withoutMarks = (text: string): string => {
  let out = ''
  for (const sign of text) out += sign === 'Đ' ? 'D' : sign === 'đ' ? 'd' : sign.normalize('NFD').charAt(0)
  return out
}

const cutRightHead = (text: string): string => {
  const match = RIGHT_HEAD.exec(withoutMarks(text))
  return match ? text.slice(0, match.index) : text
}
const NUMBER_LINE = /^\s*(?:Số|SỐ|Sổ|Sô)\s?(?:hiệu)?\s?[:./;]|^Số\s+\d/u

/** The lines of the left head: who stands above and who issues. */
export const listIssuerLines = (lines: readonly Line[]): string[] => {
  const names: string[] = []
  let stopped = false
  const inSmall = lines.some((line) => /Cộng h(?:òa|oà) xã hội chủ nghĩa/u.test(line.text))
  for (const line of lines) {
    if (line.kind === 'blank' || line.kind === 'noise' || line.kind === 'rule' || line.kind === 'pipe')
      continue
    const cells = line.kind === 'row' ? line.text.split(/[|\t]/u) : line.text.split(/\s{3,}|\t/u)
    // One line of the left head, its two halves set apart: `ỦY BAN NHÂN DÂN        TỈNH MẪU`.
    if (BODY_ALONE.test(cells[0]?.trim() ?? '') && PLACE_ALONE.test(cells[1]?.trim() ?? ''))
      cells.splice(0, 2, `${cells[0]?.trim() ?? ''} ${cells[1]?.trim() ?? ''}`)
    // The left head is the first column; what stands right of it belongs to the nation or to chance.
    for (const cell of cells.filter((c) => c.trim() !== '').slice(0, 1)) {
      const text = cell.replace(/\s+/gu, ' ').trim()
      if (NUMBER_LINE.test(text) || /^(?:I|A|1|Điều 1)\s?[.:]/u.test(text)) stopped = true
      const beforeNumber = text.split(/\s(?=Số\s?:)/u)[0] ?? ''
      const whole = NUMBER_LINE.test(text) ? '' : beforeNumber
      const isRest = /^VIỆT NAM$/u.test(whole) && /(?:MTTQ|TỔ QUỐC|ĐOÀN)$/u.test(names.at(-1) ?? '')
      const left = (isRest ? whole : cutRightHead(whole)).replace(/^[^\p{L}]+|[^\p{L}\d)]+$/gu, '').trim()
      if (left === '' || stopped || isRightHead(text, left) || NOT_AGENCY.test(left)) continue
      if (isPieceOfNation(left) && !isRest) continue
      if (!/\p{Ll}{2}/u.test(left) && /\p{Lu}{2}/u.test(left) && left.length < 90) names.push(left)
      // A head in small letters: the font drew them as capitals.
      else if (inSmall && SMALL_AGENCY.test(left) && left.length < 60) names.push(left.toUpperCase())
    }
  }
  return names
}

const BODY_ALONE = /^(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN)$/u
const PLACE_ALONE = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU) \p{Lu}[\p{Lu} ]{1,40}$/u

const SMALL_AGENCY =
  /^(?:(?:ủy|uỷ) ban|ubnd|hội đồng|sở|ban|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|công an|phòng|trường|chi cục|cục|bộ|hội|trung tâm)(?!\p{L})/iu

/** `HỘI CHỦ NGHĨA VIỆT NAM`: the right head broken over lines in a narrow cell. */
const isPieceOfNation = (text: string): boolean => {
  const plain = withoutMarks(text).replace(/\s+/gu, ' ')
  return (
    plain.length > 2 &&
    [' CONG HOA XA HOI CHU NGHIA VIET NAM ', ' DANG CONG SAN VIET NAM '].some((name) =>
      name.includes(` ${plain} `),
    )
  )
}

const isRightHead = (text: string, left: string): boolean =>
  left.length < 3 && RIGHT_HEAD.test(withoutMarks(text))

const NOT_AGENCY =
  /^(?:(?:CÁC )?(?:THÔNG TIN )?(?:VĂN BẢN|NỘI DUNG)(?: .*)?|TOÀN VĂN|TRANG CHỦ|HỎA TỐC|HOẢ TỐC|KHẨN|THƯỢNG KHẨN|MẬT|DỰ THẢO|BẢN SAO)$/u

const AGENCY =
  /(?:(?:Ủy|Uỷ) ban (?:nhân dân|Nhân dân|MTTQ|Mặt trận)|UBND|Ban (?:An toàn giao thông|ATGT|Thường trực|Thường vụ|Chỉ đạo|Chấp hành|Dân vận|Tuyên giáo|Quản lý)|Sở \p{Lu}|Thủ tướng Chính phủ|Chính phủ|Bộ \p{Lu}|Công an (?:tỉnh|thành phố)|Tỉnh ủy|Đảng ủy|Đảng đoàn|Tiểu ban|Liên đoàn|Hội \p{Lu}|Chi cục|Cục \p{Lu})/u
/**
 * Who issues, from the sentence that opens the document: "… Ủy ban nhân dân tỉnh ban hành Kế hoạch …".
 * The last agency that acts is the one; those before are cited.
 */
export const findIssuerInOpening = (opening: readonly string[]): string | undefined => {
  let found: string | undefined
  for (const text of opening) {
    const pattern = new RegExp(AGENCY.source, 'gu')
    for (const match of text.matchAll(pattern)) {
      if (text.charAt(match.index - 1) === '(') continue
      const rest = text.slice(match.index, match.index + 130)
      // Bodies in the plural are told to act; one body issues.
      if (/^(?:(?:Ủy|Uỷ) ban nhân dân|UBND) (?:các|cấp)(?!\p{L})/u.test(rest)) continue
      const acted = toActor(rest, match[0].length)
      if (acted !== undefined) found = acted
    }
  }
  return found
}

const toActor = (rest: string, head: number): string | undefined => {
  const after = rest.slice(head)
  const verb = /(?:xây dựng|ban hành|phát động|đề ra|chỉ thị|yêu cầu|triển khai|kêu gọi)(?=\s|:|$)/u.exec(
    after,
  )
  if (!verb) return undefined
  const name = rest.slice(0, head + verb.index).trim()
  if (
    /[;:.“"]|, \p{Ll}| (?:về|của|số|ngày|năm|với|theo|để|là|đã|cho|tại|trong) /u.test(name) ||
    name.length > 90
  )
    return undefined
  return name.replace(/,$/u, '')
}

/** Verbs that begin with a capital after "tỉnh" when a title follows: "Ủy ban nhân dân tỉnh Phát động …". */
const NO_PLACE =
  /^(?:Ủy|Uỷ|Ban|Sở|Hội|UBND|HĐND|Đảng|Đoàn|Nhà|Trung|Phát|Triển|Thực|Tăng|Về|Căn|Đẩy|Công|Tổ|Kế|Chương|Quy)(?:\s|$)/u

/** The province, city or commune that the document speaks of most; names of two words before those of one. */
export const findLocality = (text: string, kind: string): string | undefined => {
  const counts = new Map<string, number>()
  const pattern = new RegExp(`(?:${kind})\\s(\\p{Lu}\\p{L}+(?:[\\s-]\\p{Lu}\\p{L}+){0,3})`, 'gu')
  for (const [, printed] of text.slice(0, 80_000).matchAll(pattern)) {
    const name = printed?.replace(/\s+/gu, ' ')
    if (name !== undefined && !NO_PLACE.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const weight = ([name, count]: readonly [string, number]): number =>
    (/[ -]/u.test(name) ? 10_000 : 0) + count
  return [...counts].sort((a, b) => weight(b) - weight(a))[0]?.[0]
}

/** A title in small letters ends with its place: `… trên địa bàn tỉnh sơn hà`. */
export const findSmallLocality = (text: string, kind: string): string | undefined => {
  const title = text.trimStart().split('\n', 1)[0] ?? ''
  const name = new RegExp(`\\s${kind}\\s(\\p{Ll}+\\s\\p{Ll}+)[\\s.]*$`, 'u').exec(title)?.[1]
  if (name === undefined || /(?:^|\s)(?:ta|này|năm|và|về|trong|giai|đến|theo|các|có|là)(?:\s|$)/u.test(name))
    return undefined
  return name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
