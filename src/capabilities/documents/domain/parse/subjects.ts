import {
  findAgencies,
  isLiaison,
  opensPredicate,
  readAgencyList,
  splitAgencies,
  type AgencyMention,
} from './agencies.ts'
import { foldText, listMatches, lowerFirst, rememberPassage } from './words.ts'

/** Who a sentence obliges: the agencies that stand before its predicate. */
export interface Subject {
  readonly agencies: readonly AgencyMention[]
  /** Where the predicate begins. */
  readonly end: number
  /** `start`: the sentence opens with it; `order`: after Giao, Yêu cầu, Đề nghị; `later`: after an adverbial or a label. */
  readonly place: 'start' | 'order' | 'request' | 'later'
}

const STRONG =
  /(?<![\p{L}\p{M}])(?:có trách nhiệm|chịu trách nhiệm|phải|cần|chủ động|căn cứ|khẩn trương|nghiêm túc|tăng cường|theo chức năng|tập trung|tiếp tục)(?![\p{L}\p{M}])/u
const ADVERBIAL =
  /^(?:Căn cứ|Trên cơ sở|Để|Nhằm|Trong (?:quá trình|thời gian|phạm vi)|Theo|Hằng|Hàng|Định kỳ|Khi|Nếu|Trường hợp|Tùy|Thời gian tới|Trước|Ngay|Sau|Đối với|Ngoài|Bên cạnh|Từ|Đến|Quá trình|Đồng thời|Cùng với|Thực hiện|Quý (?:[IV]{1,3}|\d)|(?:Đầu|Cuối) (?:năm|quý)|Tháng \d{1,2}|Năm \d{4}|Với (?:vai trò|tinh thần|trách nhiệm))(?![\p{L}])/u

/** The subject of a sentence or paragraph; undefined when nobody is named before the predicate. */
export const findSubject = rememberPassage((printed: string): Subject | undefined => {
  // `Ông. Nguyễn Văn Mẫu - Trưởng đoàn:`: the full stop ends nothing.
  const raw = printed.replace(/^(\s*(?:[-+*]\s*)?)(Ông|Bà)\.(?=\s\p{Lu})/u, '$1 $2')
  const text = foldText(raw)
  const order = /^\s*(?:[-+*]\s*)?(Giao|Phân công|Yêu cầu|(?:Kính )?[Đđ]ề nghị)\s+/u.exec(text)
  const place = order ? (/đề nghị/iu.test(order[1] ?? '') ? 'request' : 'order') : 'start'
  const owner =
    /^\s*(?:[-+*]\s*)?(?:(?:Trách nhiệm|Nhiệm vụ|Nội dung (?:giám sát|kiểm tra|đánh giá|thực hiện|công việc))(?: cụ thể| chung)? (?:của|đối với)|Đối với) /u.exec(
      text,
    )
  if (owner) {
    const list = readAgencyList(raw, owner[0].length)
    const opens = (list.agencies[0]?.start ?? text.length) <= owner[0].length
    if (opens && /^\s*(?::|\.?\s*$)/u.test(text.slice(list.end))) return { ...list, place: 'start' }
    const titled = readOwner(raw, text, owner[0].length)
    if (titled) return titled
  }
  const charged = readByCharge(raw, text)
  if (charged) return charged
  const read = readAt(raw, text, 0, place, order !== null)
  // `Cơ quan đăng ký kinh doanh:` says what the bodies below are, it is no body itself.
  const named = read && isWhatItIs(text, read) ? findLater(raw, text) : undefined
  if (named) return { ...named, place: 'start' }
  const first = read?.agencies.every(({ name }) => /^Cơ quan$/iu.test(name)) ? undefined : read
  if (first) return isTopic(text, first) ? (findLater(raw, text) ?? first) : first
  return findLater(raw, text)
})

const BY_CHARGE =
  /^[\s\-+*]*((?:[Cc]ác )?(?:[Cc]ơ quan|[Đđ]ơn vị) (?:được giao|chủ trì|thẩm định|thẩm tra|soạn thảo|phối hợp|có thẩm quyền)[^.:;,]{0,100}?|(?:[Cc]ác )?[Cc]ơ quan đăng ký [^.:;,]{3,100}?(?=\s+(?:có|chịu) trách nhiệm))(?=(?:\s+\([^()]{3,160}\))?\s+(?:có trách nhiệm|chịu trách nhiệm|phải|cần|chủ động|căn cứ|khẩn trương|nghiêm túc)(?![\p{L}\p{M}])|\s*:?\s*$)/u

/** `Cơ quan được giao chủ trì soạn thảo có trách nhiệm …`: named by the charge, not by a name. */
const readByCharge = (raw: string, text: string): Subject | undefined => {
  const match = BY_CHARGE.exec(text)
  if (!match?.[1] || match[1].split(' ').length < 4) return undefined
  const start = match[0].length - match[1].length
  const end = match[0].length
  const name = raw.slice(start, end).replace(/\s+/gu, ' ').trim()
  return { agencies: [{ name, start, end, kind: 'group' }], end: skipAside(text, end), place: 'start' }
}

/** `Đối với cơ quan quản lý, sử dụng cán bộ:` names a group that the vocabulary does not know to its end. */
const readOwner = (raw: string, text: string, at: number): Subject | undefined => {
  const rest =
    /^(?:các )?(?:cơ quan|đơn vị|doanh nghiệp|địa phương|chủ đầu tư|nhà thầu|chủ chương trình|chủ dự án|hộ|tổ chức|đối tượng)(?![\p{L}\p{M}])[^.;:]{0,110}(?=:|\s*$)/u.exec(
      text.slice(at, at + 130),
    )
  if (!rest) return undefined
  const end = at + rest[0].length
  const name = raw.slice(at, end).replace(/\s+/gu, ' ').trim()
  return { agencies: [{ name, start: at, end, kind: 'group' }], end, place: 'start' }
}

/** `Cơ quan quản lý: Sở Nông nghiệp …:` says before the colon what the one behind it is. */
const isWhatItIs = (text: string, subject: Subject): boolean =>
  subject.agencies.length === 1 &&
  /^(?:Các )?(?:Cơ quan|Đơn vị)(?: \p{Ll}[\p{L}\p{M}]*){1,3}$/u.test(subject.agencies[0]?.name ?? '') &&
  /^\s*:\s*\p{Lu}/u.test(text.slice(subject.end))

/** `Thanh tra khoa học và công nghệ: UBND các huyện làm …`: a topic before a colon, not who is obliged. */
const isTopic = (text: string, subject: Subject): boolean => {
  const name = subject.agencies[0]
  if (!name || subject.place !== 'start' || !/^\s*:/u.test(text.slice(subject.end))) return false
  return name.kind === 'body' && !/\s\p{Lu}/u.test(text.slice(name.start, subject.end))
}

const LATER_LIMIT = 420

/**
 * A matter before a colon. In notices of conclusions it is told at length, with figures and the names of roads:
 * `Về đề nghị bố trí 1.500 tỷ đồng; sửa đổi quy trình …: Sở Tài chính rà soát …`.
 */
const LABELLED =
  /^(?:[^:.;]{2,100}|Về (?:[^:.;]|\.(?=\d)){2,360}|Về (?:việc |các )?(?:đề nghị|kiến nghị|đề xuất|ý kiến)(?![\p{L}\p{M}])(?:[^:.]|\.(?=\d)){2,700}):\s*/u

/** `Thứ nhất, các sở, ban, ngành …`, `Một là, …` counts the requests of a notice. */
export const ORDINAL =
  /^(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là)\s*[,:]\s+/iu

const findLater = (raw: string, text: string): Subject | undefined => {
  const label = ORDINAL.exec(text) ?? (text.includes(':') ? LABELLED.exec(text) : null)
  if (label) {
    const at = label[0].length
    const found = readAt(raw, text, at, 'later', false)
    if (found) return found
    const opening = text.slice(at, at + 1).toUpperCase() + text.slice(at + 1, at + 20)
    if (!ADVERBIAL.test(text) && ADVERBIAL.test(opening)) return findAfterComma(raw, text, at)
  }
  return ADVERBIAL.test(text) ? findAfterComma(raw, text, 0) : undefined
}

/** `Trên cơ sở đề xuất của các bộ, Ủy ban nhân dân các tỉnh, Bộ Tài chính tổng hợp`: the last of the names is the doer. */
const findAfterList = (raw: string, text: string, from: number): Subject | undefined => {
  const basis =
    /^(?:Trên cơ sở|Theo|Căn cứ)[^,.;:]{0,60}?(?:đề xuất|đề nghị|ý kiến|báo cáo|nhu cầu|dự toán|hướng dẫn)[^,.;:]{0,30}? của /u.exec(
      text.slice(from, from + 160),
    )
  if (!basis) return undefined
  const list = readAgencyList(raw, from + basis[0].length)
  const last = list.agencies.at(-1)
  if (!last || list.agencies.length < 2 || last.kind === 'group') return undefined
  if (!opensPredicate(text.slice(list.end, list.end + 60).trimStart())) return undefined
  return { agencies: [last], end: list.end, place: 'later' }
}

const findAfterComma = (raw: string, text: string, from: number): Subject | undefined => {
  const listed = findAfterList(raw, text, from)
  if (listed) return listed
  const commas = /[,;]\s+|\sthì\s+|\.\s+(?=\p{Lu})|\s(?=(?:đề nghị|yêu cầu) các )/gu
  commas.lastIndex = from
  for (let match = commas.exec(text); match && match.index < from + LATER_LIMIT; match = commas.exec(text)) {
    const at = match.index + match[0].length
    if (GOES_ON.test(text.slice(at, at + 40)) && match[0].startsWith(',')) continue
    // `Thực hiện đa dạng hóa …; các tổ chức …` goes on with what is done, it names no doer.
    if (
      match[0].startsWith(';') &&
      text.slice(from).startsWith('Thực hiện') &&
      /^\p{Ll}/u.test(text.slice(at))
    )
      continue
    const found = readAt(raw, text, at, 'later', false)
    if (found) return found
  }
  return findAfterBare(raw, text, from)
}

/** A bare noun after a comma goes on with a list, it opens no subject: `của cơ quan, đơn vị, địa phương`. */
const GOES_ON = /^(?:đơn vị|địa phương|ngành|ban|đoàn thể|tổ chức|bộ|sở|phường|xã)(?![\p{L}\p{M}])/u

/** No comma before the subject: `Căn cứ Kế hoạch này các cơ quan … xây dựng`, `nếu có vướng mắc các sở … phản ánh`. */
const findAfterBare = (raw: string, text: string, from: number): Subject | undefined => {
  const part = text.slice(from, from + LATER_LIMIT)
  const match =
    /^Căn cứ [^,.;:]{3,60}? (?=các )/u.exec(part) ??
    /^(?:Nếu|Trong|Quá trình|Khi)[^.;:]{3,160}?(?:vướng mắc|khó khăn|phát sinh)(?: \([^()]*\))?,? (?=các )/u.exec(
      part,
    )
  return match ? readAt(raw, text, from + match[0].length, 'later', false) : undefined
}

const readAt = (
  raw: string,
  text: string,
  at: number,
  place: Subject['place'],
  ordered: boolean,
): Subject | undefined => {
  const read = readAgencyList(raw, at)
  const last = read.agencies.at(-1)
  if (!last)
    return place === 'later'
      ? undefined
      : (readUnknown(raw, text, at, place) ?? readHolders(raw, text, at, place))
  const members = readMembers(raw, text, last, read.end)
  const list = members
    ? { agencies: [...read.agencies.slice(0, -1), members], end: members.end }
    : { agencies: read.agencies, end: skipAside(text, read.end) }
  const named = readNamedList(raw, text, at, list, place)
  if (named) return named
  if ((list.agencies[0]?.start ?? 0) > at + 24) return undefined
  const rest = text.slice(list.end, list.end + 260)
  const near = rest.trimStart()
  if (HEADS_OF_MANY.test(last.name) && PLACE.test(near)) {
    const longer = extendGroup(raw, list.agencies, last, list.end, rest, place)
    if (longer) return longer
  }
  const titled =
    last.kind === 'group' ? readTitle(raw, list.agencies, last, list.end, rest, place) : undefined
  if (titled && text.length < 130) return titled
  const courteous = near.startsWith('trân trọng')
  const asked = place === 'start' && last.kind !== 'group' ? readAsked(raw, text, list.end) : undefined
  if (asked && (courteous || (near.startsWith('giao') && IS_ABOVE.test(last.name)))) return asked
  if (
    near.startsWith(':') ||
    near === '' ||
    near === '.' ||
    opensPredicate(lowerFirst(near)) ||
    (ordered && near.startsWith('để '))
  ) {
    return { agencies: list.agencies, end: list.end, place }
  }
  if (asked) return asked
  if (last.kind !== 'group' && place !== 'later' && isSentence(near))
    return { agencies: list.agencies, end: list.end, place }
  if (/^\s?,\s/u.test(rest) && opensPredicate(near.slice(1).trimStart()) && !isPartOfGroup(last)) {
    return { agencies: list.agencies, end: list.end, place }
  }
  return extendGroup(raw, list.agencies, last, list.end, rest, place)
}

const NAMED_PLACES = /^(?:các )?(?:tỉnh|thành phố|tỉnh, thành phố|xã|phường|xã, phường)(?![\p{L}\p{M}])/iu
const FURTHER_PLACES = /^(?:(?:,| và) \p{Lu}[\p{L}\p{M}]*(?:[ -]\p{Lu}[\p{L}\p{M}]*){0,3})+(?= \p{Ll})/u

/** `các tỉnh An Hải, Bình Sơn đẩy nhanh …`: the places go on behind the first of them. */
const readMembers = (
  raw: string,
  text: string,
  last: AgencyMention,
  end: number,
): AgencyMention | undefined => {
  if (last.kind !== 'group' || !/^,| và/u.test(text.slice(end, end + 3)) || !NAMED_PLACES.test(last.name))
    return undefined
  const further = FURTHER_PLACES.exec(text.slice(end, end + 400))
  if (!further) return undefined
  const to = end + further[0].length
  if (!opensPredicate(text.slice(to, to + 60).trimStart())) return undefined
  return { ...last, name: raw.slice(last.start, to).replace(/\s+/gu, ' '), end: to }
}

const WHAT_THEY_DO =
  /^ (?:cung cấp|cung ứng|kinh doanh|sản xuất|vận tải|vận chuyển|quản lý|khai thác|chi trả|bảo trì)(?![\p{L}\p{M}])[^.,;:]{0,70}$/u

const ASKED_WHO_DO =
  /^(?: (?:cung cấp|cung ứng|kinh doanh|sản xuất|vận tải|vận chuyển|khai thác|bảo trì)|,? (?:chế biến|mua bán|tiêu thụ|xuất khẩu|nhập khẩu))(?![\p{L}\p{M}])[^.;:]{0,70}$/u

/** `6. Các tổ chức cung cấp dịch vụ chi trả`: a title of names alone, told by what they do; a sentence would end with its stop. */
const readTitle = (
  raw: string,
  agencies: readonly AgencyMention[],
  last: AgencyMention,
  end: number,
  rest: string,
  place: Subject['place'],
): Subject | undefined => {
  const title = place === 'request' ? ASKED_WHO_DO : WHAT_THEY_DO
  if (!title.test(rest) || STRONG.test(rest)) return undefined
  const to = end + rest.trimEnd().length
  const name = raw.slice(last.start, to).replace(/\s+/gu, ' ')
  return { agencies: [...agencies.slice(0, -1), { ...last, name, end: to }], end: to, place }
}

/** `Chủ tịch Ủy ban nhân dân tỉnh giao Sở Y tế chủ trì …`: whoever issues the plan hands it on. */
const IS_ABOVE =
  /^(?:Thủ tướng|Chính phủ|(?:Chủ tịch |Lãnh đạo )?(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố)(?! (?:trực|các))|(?:Ban )?Thường trực Tỉnh ủy|Ban Thường vụ)/u

/** A note in brackets, a place or a standing office after the names: `(Thường trực Ban …) chủ động`, `trong tỉnh có trách nhiệm`. */
const skipAside = (text: string, end: number): number => {
  const standing = /^\s+-\s+(?=[Cc]ơ quan [Tt]hường trực)/u.exec(text.slice(end, end + 40))
  if (standing) {
    const list = readAgencyList(text, end + standing[0].length)
    if (opensPredicate(text.slice(list.end).trimStart())) return list.end
  }
  const aside =
    /^\s*(?:\([^()]{2,200}\)|\.{3}|…|,? v\.v\.{0,3}|(?:trong|ngoài) (?:toàn )?(?:tỉnh|thành phố|huyện|xã)|trên địa bàn(?: toàn)? (?:tỉnh|thành phố|huyện|xã)|(?:có tên )?(?:tại|trong|theo)(?: danh sách (?:tại )?)? ?(?:Phụ lục|phụ lục|Danh sách|Biểu)(?: số)?(?: [IVX\d]+)?(?: kèm theo)?)(?=\s+\p{L}|\s*:)/u.exec(
      text.slice(end, end + 240),
    )
  if (!aside) return end
  const after = end + aside[0].length
  const rest = text.slice(after, after + 60).trimStart()
  return rest.startsWith(':') || opensPredicate(lowerFirst(rest)) ? after : end
}

const UNKNOWN =
  /\s*(?:(?:Giao|Yêu cầu|Đề nghị) )?(\p{Lu}[\p{L}\p{M}\d&-]*(?: \p{Lu}[\p{L}\p{M}\d&-]*){1,5}) (?=(?:chủ động|có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp)(?![\p{L}\p{M}]))/uy

const HOLDER = '(?:[Cc]hủ|[Nn]gười|[Tt]huyền trưởng|[Tt]huyền viên|[Ll]ái xe|[Hh]ộ)'
/** Private persons before a sure predicate: `Chủ nhà hàng và người lái xe có trách nhiệm …`. */
const HOLDERS = new RegExp(
  `\\s*(?=${HOLDER} )([^.;:,]{4,60}(?:, [^.;:,]{4,40}){0,4}?) (?=có (?:trách nhiệm|nghĩa vụ) )`,
  'uy',
)

const readHolders = (raw: string, text: string, at: number, place: Subject['place']): Subject | undefined => {
  HOLDERS.lastIndex = at
  const match = HOLDERS.exec(text)
  if (!match?.[1]) return undefined
  const end = at + match[0].trimEnd().length
  const start = end - match[1].length
  const cut = new RegExp(`(?:,| và) (?=${HOLDER} )`, 'u')
  const names = raw.slice(start, end).split(cut)
  return { agencies: names.map((name) => ({ name, start, end, kind: 'group' as const })), end, place }
}

/** A name that no word of administration opens, before a sure predicate: `VNPT Mẫu chủ động phối hợp …`. */
const readUnknown = (raw: string, text: string, at: number, place: Subject['place']): Subject | undefined => {
  UNKNOWN.lastIndex = at
  const match = UNKNOWN.exec(text)
  if (!match?.[1]) return undefined
  const end = at + match[0].trimEnd().length
  const start = end - match[1].length
  return { agencies: [{ name: raw.slice(start, end), start, end, kind: 'body' }], end, place }
}

/** `Chính phủ đề nghị Ban …`: who asks is not who is obliged. */
const readAsked = (raw: string, text: string, end: number): Subject | undefined => {
  const match = /^\s+(?:trân trọng )?(đề nghị|yêu cầu|giao)(?: cho)?:?\s+/u.exec(text.slice(end, end + 40))
  return match
    ? readAt(raw, text, end + match[0].length, match[1] === 'đề nghị' ? 'request' : 'order', true)
    : undefined
}

/** A list before a colon, with members that the vocabulary does not know: `…, Cổng Thông tin và hệ thống loa:`. */
const readNamedList = (
  raw: string,
  text: string,
  at: number,
  { agencies, end }: Pick<Subject, 'agencies' | 'end'>,
  place: Subject['place'],
): Subject | undefined => {
  const rest = /^\s*(?:,|và|;)\s+([^.;:]{4,90}):/u.exec(text.slice(end, end + 110))
  if (!rest?.[1] || opensPredicate(rest[1]) || STRONG.test(rest[1])) return undefined
  // `…, Ban Chỉ đạo, công tác bảo đảm an toàn đã đạt kết quả nổi bật:` tells how things went.
  if (/(?<![\p{L}\p{M}])(?:đã|đạt|được|còn)(?![\p{L}\p{M}])/u.test(rest[1])) return undefined
  const to = end + rest[0].length - 1
  // `Các doanh nghiệp viễn thông và truyền hình cáp trên địa bàn tỉnh:` are firms of two kinds, not two names.
  const [first] = agencies
  if (first && isFirms(agencies) && /^\s*và\s+\p{Ll}/u.test(text.slice(end, end + 20))) {
    const name = raw.slice(first.start, to).replace(/\s+/gu, ' ')
    return { agencies: [{ ...first, name, end: to }], end: to, place }
  }
  const names = splitAgencies(raw.slice(at, to))
  return {
    agencies: names.map((name) => ({ name, start: at, end: to, kind: 'body' as const })),
    end: to,
    place,
  }
}

/** A group of firms or persons that is the only name so far. */
const isFirms = (agencies: readonly AgencyMention[]): boolean =>
  agencies.length === 1 &&
  agencies[0]?.kind === 'group' &&
  /^(?:các )?(?:doanh nghiệp|công ty|nhà thầu|chủ |hộ )/iu.test(agencies[0].name)

/** Words in small letters after the name of a body: a predicate, though the vocabulary lacks its verb. */
const isSentence = (rest: string): boolean => rest.length > 40 && /^\p{Ll}{2,}(?:\s\p{L}+){3}/u.test(rest)

const isPartOfGroup = (last: AgencyMention): boolean => last.kind === 'group' && isLiaison(last.name)

/** `Chủ tịch Ủy ban nhân dân các tỉnh, thành phố`, `UBND các xã, phường`: as many as such a group has. */
const HEADS_OF_MANY = /\scác (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)(?![\p{L}\p{M}])/u

/** `… tại khu vực dự báo có mưa lũ`, `… trong vùng ảnh hưởng của bão`: which of them. */
const PLACE =
  /^(?:(?:tại|ở|trong|thuộc) (?:các )?(?:khu vực|vùng|nơi|địa bàn|lưu vực)|ven|vùng|nơi|bị|chịu ảnh hưởng)(?![\p{L}\p{M}])/u

/** A group described at length before a sure predicate: `các hộ chăn nuôi, mua, bán gia cầm phải …`. */
const extendGroup = (
  raw: string,
  agencies: readonly AgencyMention[],
  last: AgencyMention,
  end: number,
  rest: string,
  place: Subject['place'],
): Subject | undefined => {
  if (last.kind !== 'group' && !HEADS_OF_MANY.test(last.name)) return undefined
  const label = /^((?:,? \p{Ll}[\p{L}\p{M}]*){1,9})\s*:/u.exec(rest)
  if (label?.[1] && !STRONG.test(label[1])) {
    const to = end + label[1].length
    const name = raw.slice(last.start, to).replace(/\s+/gu, ' ')
    return { agencies: [...agencies.slice(0, -1), { ...last, name, end: to }], end: to, place }
  }
  // `Đề nghị … và các tổ chức chính trị - xã hội trực thuộc` is a title of names alone.
  if (place === 'request' && /^(?: \p{Ll}[\p{L}\p{M}]*){1,4}\s*$/u.test(rest)) {
    const to = end + rest.trimEnd().length
    const name = raw.slice(last.start, to).replace(/\s+/gu, ' ')
    return { agencies: [...agencies.slice(0, -1), { ...last, name, end: to }], end: to, place }
  }
  const strong = STRONG.exec(rest)
  if (!strong || strong.index > 160 || /[.:]/u.test(rest.slice(0, strong.index))) return undefined
  // `các chủ hồ chứa nước thủy lợi, thủy điện tổ chức trực ban …, thực hiện nghiêm túc`: the first verb ends the name.
  const plain = PLAIN_VERB.exec(rest.slice(0, strong.index))
  const to = end + (plain?.index ?? strong.index)
  const name = raw
    .slice(last.start, to)
    .replace(/\s+/gu, ' ')
    .replace(/[\s,;]+$/u, '')
  return { agencies: [...agencies.slice(0, -1), { ...last, name, end: to }], end: to, place }
}

const PLAIN_VERB =
  /(?<![\p{L}\p{M}])(?:tổ chức (?:trực|theo dõi|rà soát|kiểm tra|tuyên truyền|triển khai|thực hiện|lực lượng)|rà soát|phối hợp|thường xuyên|kịp thời|tiếp tục)(?![\p{L}\p{M}])/u

const CHARGED = /(?:^|[.;:(]\s*)(?:Giao|giao|Phân công|phân công)(?: cho|:)?\s+/gu
/** The last words of a duty in brackets: `… (Sở Tư pháp)`, `… (Sở Tư pháp chủ trì, hoàn thành …)`. */
const IN_BRACKETS = /\((?!Lãnh đạo)((?:\p{Lu}|các )[^()]{2,200})\)[.;,\s]*$/u

/** Who is charged in a later sentence: `Rà soát quy chế. Giao Sở Tư pháp chủ trì …`. */
export const findCharged = rememberPassage((raw: string): Subject | undefined => {
  const text = foldText(raw)
  for (const match of listMatches(text, CHARGED)) {
    const found = readAt(raw, text, match.index + match[0].length, 'order', true)
    if (found) return found
  }
  return findInBrackets(raw, text) ?? findAfterDash(raw, text) ?? findRequired(raw, text)
})

/** `… Với ý nghĩa đó, yêu cầu các sở, ban, ngành cần khẩn trương …`: whoever must, behind the reasons. */
const REQUIRED = /[,.;]\s+(?:đề nghị|yêu cầu|Đề nghị|Yêu cầu)\s+/gu
const MUST =
  /^\s*(?:cần|phải|khẩn trương|chủ động|tập trung|tiếp tục|chịu trách nhiệm|có trách nhiệm)(?![\p{L}\p{M}])/u

const findRequired = (raw: string, text: string): Subject | undefined => {
  for (const match of listMatches(text, REQUIRED)) {
    const found = readAt(raw, text, match.index + match[0].length, 'order', true)
    if (found && MUST.test(text.slice(found.end))) return found
  }
  return undefined
}

const findInBrackets = (raw: string, text: string): Subject | undefined => {
  const bracket = IN_BRACKETS.exec(text)
  if (!bracket?.[1]) return undefined
  const at = bracket.index + 1
  const list = readAgencyList(raw, at)
  const before = findAgencies(raw.slice(Math.max(0, bracket.index - 80), bracket.index).trimEnd()).at(-1)
  const isAlias = before !== undefined && before.end >= Math.min(80, bracket.index) - 2
  const rest = text.slice(list.end, at + bracket[1].length)
  const leads = /^\s*(?:(?:chủ trì|thực hiện|chịu trách nhiệm|làm đầu mối)(?![\p{L}]).*)?$/u.test(rest)
  if (list.agencies.length === 0 || (list.agencies[0]?.start ?? 0) > at || isAlias || !leads) return undefined
  return { agencies: list.agencies, end: list.end, place: 'order' }
}

/** `Phân tích đề thi … – Trường A thực hiện.`: who does it stands at the end, behind a dash. */
const findAfterDash = (raw: string, text: string): Subject | undefined => {
  const dash = listMatches(text, /\s[–-]\s+(?=\p{Lu}|các )/gu).at(-1)
  if (!dash || dash.index < 20) return undefined
  const list = readAgencyList(raw, dash.index + dash[0].length)
  const rest = text.slice(list.end)
  const does =
    /^\s*(?:(?:hỗ trợ |chịu trách nhiệm )?(?:chủ trì|thực hiện|phụ trách|chuẩn bị|báo cáo|trình bày|tham luận|cho ý kiến|làm đầu mối)(?![\p{L}\p{M}])[^.;:]{0,60})[.;]?\s*$/u
  return list.agencies.length > 0 && does.test(rest)
    ? { agencies: list.agencies, end: list.end, place: 'order' }
    : undefined
}

/** The agencies after the last `yêu cầu`, `giao`, `chỉ thị`, `đề nghị` of a paragraph. */
export const findOrdered = (raw: string): readonly AgencyMention[] => {
  const text = foldText(raw)
  const orders = listMatches(
    text,
    /(?<![\p{L}\p{M}])(?:yêu cầu|chỉ thị|giao|đề nghị|chỉ đạo)(?: cho)?:?\s+/gu,
  )
    .slice(-4)
    .toReversed()
  for (const order of orders) {
    const at = order.index + order[0].length
    const raised = raw.slice(0, at) + (raw[at] ?? '').toUpperCase() + raw.slice(at + 1)
    for (const candidate of [raw, raised]) {
      const list = readAgencyList(candidate, at)
      if (list.agencies.length > 0 && (list.agencies[0]?.start ?? 0) <= at + 2) {
        return candidate !== raw
          ? list.agencies.map((a, i) => (i === 0 ? { ...a, name: lowerFirst(a.name) } : a))
          : list.agencies
      }
    }
  }
  return []
}
