import type { MappedText, Section } from './types.ts'
import { slicePiece } from './mapped-text.ts'
import { foldText } from './words.ts'

/** `Cơ quan chủ trì: …`, `Thời gian thực hiện: …`: a line that says who, with whom, when, or what comes out. */
export type AttributeKind = 'lead' | 'partner' | 'time' | 'output' | 'content' | 'detail'

export interface Attribute {
  readonly kind: AttributeKind
  readonly value: MappedText
  /** Where the line stands. */
  readonly path: string
  readonly section: Section | undefined
}

const LABELS: readonly (readonly [RegExp, AttributeKind])[] = [
  [
    /^(?:các )?(?:cơ quan|đơn vị|đầu mối|bộ phận|tổ chức|phòng|cấp|địa phương)?,?\s?(?:đơn vị )?(?:được giao )?(?:phối hợp|tham gia|phối hợp thực hiện|cùng thực hiện)(?: thực hiện)?$/u,
    'partner',
  ],
  [
    /^(?:các )?(?:cơ quan|đơn vị|đầu mối|bộ phận|tổ chức|phòng|cấp)(?:, (?:đơn vị|tổ chức))? (?:chủ trì|thực hiện|chịu trách nhiệm|đầu mối|tham mưu|soạn thảo|chủ trì thực hiện|chủ trì tham mưu|thường trực|chủ trì soạn thảo|triển khai|phụ trách|chính)(?: (?:thực hiện|chính))?$/u,
    'lead',
  ],
  [
    /^(?:chủ trì(?: thực hiện)?|phân công (?:thực hiện|chủ trì)|trách nhiệm(?: thực hiện| chủ trì)?|giao|người (?:thực hiện|chủ trì)|đồng chủ trì)$/u,
    'lead',
  ],
  [
    /^(?:thời gian|thời hạn|tiến độ|lộ trình|thời điểm|hạn|hoàn thành|thời gian, địa điểm|tần suất)(?:\s[^:]{0,40})?$/u,
    'time',
  ],
  [/^(?:kết quả|sản phẩm|kết quả, sản phẩm|sản phẩm, kết quả|đầu ra|hồ sơ)(?:\s[^:]{0,40})?$/u, 'output'],
  [/^(?:các |một số |những )?(?:nội dung|nhiệm vụ|công việc|hoạt động)(?:,?\s[^:]{0,50})?$/u, 'content'],
  [
    /^(?:kinh phí|địa điểm|thành phần|hình thức|số lượng|phương thức|cách thức|đối tượng|lãnh đạo (?:phụ trách|chỉ đạo|theo dõi)|người phụ trách|quy mô|phương pháp|nguyên tắc(?:\s[^:]{0,40})?|tài liệu(?:\s[^:]{0,40})?|yêu cầu|mục tiêu|mục đích|lưu ý|ghi chú)(?:\s[^:]{0,30})?$/u,
    'detail',
  ],
]

/** The attribute that a piece of text is, if its first words are a known label and a colon. */
export const findAttribute = (piece: MappedText, path: string, section?: Section): Attribute | undefined => {
  if (!piece.text.includes(':')) return undefined
  const text = foldText(piece.text)
  const match = /^[\s*_+-]*([^:;.]{2,60}?)\s*:\s*/u.exec(text)
  if (!match?.[1]) return undefined
  const label = match[1].toLowerCase().replace(/[*_]/gu, '').trim()
  const kind = LABELS.find(([rule]) => rule.test(label))?.[1]
  if (!kind) return undefined
  return { kind, value: slicePiece(piece, match[0].length), path, section }
}

/** What a heading without a colon says of the items below it: `2. Cơ quan chủ trì`, `1. Nội dung, biện pháp`. */
export const findHeadingLabel = (section: Section): AttributeKind | 'both' | undefined => {
  if (section.children.length === 0 || section.paragraphs.length > 0) return undefined
  const label = foldText(section.lead.text)
    .toLowerCase()
    .replace(/[*_]/gu, '')
    .replace(/[\s.:]+$/u, '')
    .trim()
  if (
    /^(?:cơ quan |đơn vị )?chủ trì(?:,| và|, và) (?:cơ quan |đơn vị )?(?:phối hợp|thực hiện|tham gia)(?: thực hiện)?$/u.test(
      label,
    )
  )
    return 'both'
  if (label.startsWith('tổ chức')) return undefined
  return LABELS.find(([rule]) => rule.test(label))?.[1]
}

/** Several labels in one paragraph: `Đơn vị chủ trì: A; Đơn vị phối hợp: B.` */
export const listAttributes = (piece: MappedText, path: string, section?: Section): readonly Attribute[] => {
  const first = findAttribute(piece, path, section)
  if (!first) return []
  const text = first.value.text
  const found: Attribute[] = []
  const next =
    /[;.,]\s*(?=(?:[Cc]ơ quan|[Đđ]ơn vị|[Pp]hối hợp|[Cc]hủ trì|[Tt]hời gian|[Tt]hời hạn|[Hh]oàn thành|[Kk]ết quả|[Ss]ản phẩm)[^:;.]{0,30}:)/u.exec(
      text,
    )
  if (!next) return [first]
  found.push({ ...first, value: slicePiece(first.value, 0, next.index) })
  found.push(...listAttributes(slicePiece(first.value, next.index + next[0].length), path, section))
  return found
}

const INLINE =
  /(?:\(\s*|[.;]\s+)(?=(?:[Cc]ơ quan|[Đđ]ơn vị|[Cc]hủ trì|[Pp]hân công)(?: (?:chủ trì|thực hiện|đầu mối|chịu trách nhiệm))*(?: thực hiện)?:)/u

/** Labels inside the words of a duty: `Xây dựng … (Đơn vị chủ trì: A; đơn vị phối hợp: B; thời gian: Quý II/2030).` */
export const listInline = (piece: MappedText, path: string, section?: Section): readonly Attribute[] => {
  const text = foldText(piece.text)
  const opens = INLINE.exec(text)
  if (!opens || opens.index < 12) return []
  const from = opens.index + opens[0].length
  const bracket = opens[0].startsWith('(') ? text.indexOf(')', from) : -1
  return listAttributes(slicePiece(piece, from, bracket < 0 ? undefined : bracket), path, section)
}
