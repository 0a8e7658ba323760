import { findHead, type AgencyKind } from './agency-heads.ts'
import { predicateAt, readAgencyName } from './agency-names.ts'
import { FIELDS } from './agency-vocabulary.ts'
import { lowerFirst, matchEnd, singleSpaced, wordsAt } from './words.ts'

/** One body of a group, with the name that it has alone. */
interface Branch {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly kind: AgencyKind
}

/** Kinds of bodies that are named together before a colon, as one of them is written. */
const KINDS =
  '[Tt]ập đoàn(?: [Kk]inh tế)?|[Tt]ổng [Cc]ông ty|[Tt]ổng [Cc]ục|[Cc]ông ty|[Cc]ục|[Cc]hi cục|[Vv]ụ|[Vv]iện|[Tt]rung tâm|[Hh]ội|[Hh]iệp hội|[Ll]iên đoàn|[Bb]an|[Bb]an [Qq]uản lý(?: [Dd]ự án)?|[Bb]ệnh viện|[Tt]rường(?: [Đđ]ại học| [Cc]ao đẳng)?|[Pp]hòng|[Đđ]ài|[Bb]áo|[Nn]gân hàng|[Đđ]ảng ủy|[Tt]ỉnh ủy|[Tt]hành ủy|[Tt]hành đoàn|[Cc]hi nhánh|[Nn]gành|[Đđ]ồn [Bb]iên phòng|[Hh]ạt [Kk]iểm lâm|[Tt]rạm [Yy] tế(?: xã| phường)?|Công an (?:xã|phường|đặc khu|huyện)|Đại sứ quán(?: Việt Nam)?(?: tại)?|[Tt]ỉnh|[Xx]ã|[Pp]hường|[Hh]uyện|[Đđ]ặc khu'

/** `các hội`, `Giám đốc các Trung tâm`, `Các Tập đoàn, Tổng công ty`: who, and of what kinds. */
const GROUP = new RegExp(
  `^(|.+ )[Cc]ác (${KINDS})(?:(?:,| và|/| -) (?:các )?(${KINDS}|thành phố))?(?: (?:chuyên môn|trực thuộc|đặc thù|của tỉnh|cấp tỉnh|nhà nước|[Nn]hà nước))?$`,
  'u',
)

/** Organisations of the people are named by whom they unite: `các đoàn thể: Nông dân, Phụ nữ`. */
const OF_THE_PEOPLE =
  /^(?:Nông dân|Phụ nữ|Liên hiệp Phụ nữ|Cựu chiến binh|Chữ thập đỏ|Người cao tuổi|Khuyến học|Cựu giáo chức)/u
/** Groups of any kind: their members open with a kind of their own. */
const ANY_GROUP =
  /(?:đoàn thể|tổ chức chính trị(?: -|-)? ?xã hội|tổ chức hội|hội quần chúng|hội, đoàn thể|hội đoàn thể|cơ quan|đơn vị|doanh nghiệp|ban, ngành)$/u

/** The five cities that are provinces of their own, and the capital. */
const CITIES = /^(?:Hà Nội|Hải Phòng|Huế|Đà Nẵng|Hồ Chí Minh|Cần Thơ)/u

/** Of the firms of the state these are groups; the others are corporations. */
const GROUPS =
  /^(?:Điện lực|Dầu khí|Than|Công nghiệp Than|Xăng dầu|Hóa chất|Công nghiệp Cao su|Cao su|Dệt may|Bưu chính|Viễn thông|Công nghiệp - Viễn thông|Bảo Việt)/u

const fieldAt = wordsAt(FIELDS)
const separatorAt = /\s*(?:[,;]\s*(?:và\s+)?|(?:và|cùng)(?![\p{L}\p{M}])\s*)/uy
/** Semicolons between members leave the commas to their names. */
const SEMICOLONS = /^[^.;:]{3,80};\s*\p{Lu}/u
/** The colon, also behind `tại`, `tại các nước` and `dự án`, with which the kind goes on. */
const colonAt = /\s*(?:tại(?: các nước)?\s*|dự án\s*)?:\s*/uy

/**
 * `các hội: Nông dân, Phụ nữ, Cựu chiến binh`, `các Tập đoàn, Tổng công ty: Điện lực Việt Nam, Dầu khí Việt Nam`:
 * each member gets the name that it has alone. Undefined where what follows is no list of names.
 */
export const readBranches = (
  raw: string,
  text: string,
  name: { readonly start: number; readonly end: number },
): { readonly agencies: readonly Branch[]; readonly end: number } | undefined => {
  const colon = matchEnd(colonAt, text, name.end)
  if (colon < 0) return undefined
  const label = text.slice(name.start, name.end)
  const group = GROUP.exec(label)
  if (group ? isUnclear(group) : !ANY_GROUP.test(label)) return undefined
  if (isPredicate(text, colon)) return undefined
  const more = /^ (?:tại|dự án)/u.exec(text.slice(name.end, colon))?.[0] ?? ''
  const sign = SEMICOLONS.test(text.slice(colon, colon + 90)) ? ';' : ','
  const agencies: Branch[] = []
  let pos = colon
  for (let guard = 0; guard < 80; guard++) {
    const branch = readBranch(raw, text, pos, { group, more, sign })
    if (!branch) break
    agencies.push(agencies.length === 0 ? { ...branch, start: name.start } : branch)
    const next = matchEnd(separatorAt, text, branch.end)
    if (next < 0 || !/\p{Lu}/u.test(text[next] ?? '')) break
    pos = next
  }
  const last = agencies.at(-1)
  return last && agencies.length > 1 && ends(text, last.end) ? { agencies, end: last.end } : undefined
}

/** `các xã, phường: Hòa An, Tân Lập`: nobody could tell which of them are wards. */
const isUnclear = ([, , first = '', second]: RegExpExecArray): boolean =>
  second !== undefined &&
  (second === 'thành phố' ? first.toLowerCase() !== 'tỉnh' : /^\p{Ll}/u.test(capital(first)))

interface List {
  readonly group: RegExpExecArray | null
  /** What the kind goes on with: ` tại`, ` dự án`. */
  readonly more: string
  /** What parts the members. */
  readonly sign: string
}

const readBranch = (raw: string, text: string, at: number, list: List): Branch | undefined => {
  if (!/\p{Lu}/u.test(text[at] ?? '')) return undefined
  const [, post = '', first = '', second] = list.group ?? []
  const rest = text.slice(at, at + 90)
  const kind = list.group ? toKind(first, second, rest) : OF_THE_PEOPLE.test(rest) ? 'Hội' : undefined
  const own = isWhole(post, kind, rest) && findHead(text, at) ? readAgencyName(text, at) : undefined
  if (own?.kind === 'body') return { ...own, name: singleSpaced(raw.slice(own.start, own.end)) }
  const end = kind === undefined ? -1 : readEnd(text, at, kind, list.sign)
  if (kind === undefined || end < 0) return undefined
  const person = post.trim() !== ''
  const printed = `${post}${kind}${list.more} ${raw.slice(at, end)}`
  return { name: singleSpaced(printed), start: at, end, kind: person ? 'post' : 'body' }
}

/** A member that opens like a body has its kind in its name, but for firms and for `Liên hiệp Phụ nữ`. */
const isWhole = (post: string, kind: string | undefined, rest: string): boolean => {
  if (kind === undefined) return true
  if (post !== '') return false
  if (/^(?:Tập đoàn|Tổng công ty)/u.test(kind)) return /^(?:Tập đoàn|Tổng|Công ty|Ngân hàng)/u.test(rest)
  return !(kind === 'Hội' ? /^Liên hiệp /u : BARE).test(rest)
}

/** Names that a kind opens as often as not. */
const BARE = /^(?:Hải quan|Thuế|Thống kê|Kiểm lâm|Điện lực|Cảng|Cảnh sát)/u

/** Which of two kinds a member is; of places the cities are known, of firms the groups. */
const toKind = (first: string, second: string | undefined, rest: string): string => {
  if (second === undefined) return capital(first)
  if (second === 'thành phố') return CITIES.test(rest) ? 'thành phố' : capital(first)
  return capital(/^tập đoàn/iu.test(first) && !GROUPS.test(rest) ? second : first)
}

/** Kinds of bodies are written with a capital, kinds of places and branches of work without. */
const capital = (kind: string): string =>
  /^(?:ngành|tỉnh|xã|phường|huyện|đặc khu)$/iu.test(kind)
    ? kind.toLowerCase()
    : kind.slice(0, 1).toUpperCase() + kind.slice(1)

/** A member ends at the sign that parts it from the next; the last is read as if its kind stood before it. */
const readEnd = (text: string, at: number, kind: string, sign: string): number => {
  const field = matchEnd(fieldAt, text, at)
  const limit = at + findStop(text.slice(at, at + 160), sign)
  if (field > limit) return field
  if (NEXT.test(text.slice(limit, limit + 8)) && limit > at) return limit
  const head = /^\p{Ll}/u.test(kind) ? 'UBND ' : 'Hội '
  const named = readAgencyName(`${head}${text.slice(at, limit)}`, 0)
  return named ? Math.max(at, at + named.end - head.length) : -1
}

const NEXT = /^(?:[,;](?:\s*và)?|\s+và)\s+\p{Lu}/u

/** `và` parts the last two members only: with a comma behind, it stands within a name. */
const findStop = (rest: string, sign: string): number => {
  const stop = rest.search(sign === ';' ? /[;:.()]/u : /[,;:.()]/u)
  const end = stop < 0 ? rest.length : stop
  const joined = sign === ';' ? -1 : rest.search(/\svà\s/u)
  return joined < 0 || joined > end || /^,\s*\p{Lu}/u.test(rest.slice(end)) ? end : joined
}

const isPredicate = (text: string, at: number): boolean =>
  matchEnd(predicateAt, lowerFirst(text.slice(at, at + 30)), 0) >= 0 && matchEnd(fieldAt, text, at) < 0

const ends = (text: string, at: number): boolean => {
  const rest = text.slice(at, at + 60).trimStart()
  return rest === '' || /^[.;:()]|^,\s*\p{Ll}/u.test(rest) || matchEnd(predicateAt, lowerFirst(rest), 0) >= 0
}
