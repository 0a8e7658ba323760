import { readAgencyList } from './agencies.ts'
import type { ExtractedTable } from '../../contract.ts'
import type { Block, RawTable } from './types.ts'
import { foldText } from './words.ts'

/** What a column of a table holds. */
export type ColumnRole =
  | 'number'
  | 'content'
  | 'target'
  | 'lead'
  | 'partner'
  | 'time'
  | 'output'
  | 'unit'
  | 'value'
  | 'other'

const ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:(?:tt|stt|số tt|số thứ tự|#|no)\.?(?: - |$))+$/u, 'number'],
  [/vai trò|tiến độ \(|tồn tại|khó khăn|ghi chú|đề xuất, kiến nghị|lũy kế/u, 'other'],
  // `Thời gian: Bắt đầu | Hoàn thành`: what is due is due by the second.
  [/(?:^| )(?:bắt đầu|khởi công)$/u, 'other'],
  [/phối hợp|tham gia/u, 'partner'],
  [
    /chủ trì|(?:cơ quan|đơn vị|phòng|tổ chức|người|bộ phận|cấp|địa phương)[^,;]{0,12} (?:thực hiện|phụ trách|chịu trách nhiệm|tham mưu|triển khai)|^(?:đầu mối|phụ trách|trách nhiệm|phân công)|phân công (?:thực hiện|nhiệm vụ)$|^cơ quan$|^đơn vị$/u,
    'lead',
  ],
  [
    /thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|thời điểm|^(?:ngày|tháng|tuần|buổi)(?: thực hiện| tổ chức)?(?:,|$)/u,
    'time',
  ],
  [/sản phẩm|kết quả|đầu ra|hình thức văn bản/u, 'output'],
  [/đơn vị tính|^đvt/u, 'unit'],
  [
    /^(?:kế hoạch |mục tiêu |chỉ tiêu |kết quả |giai đoạn )?(?:đến |hết ){0,2}(?:năm )?\d{4}(?:\s?-\s?\d{4})?$/u,
    'value',
  ],
  [/^(?:tên |nội dung )?(?:các )?(?:chỉ tiêu|mục tiêu)/u, 'target'],
  [
    /nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|đề án|văn bản|^chủ đề|^chuyên đề|tên (?:dự án|danh mục)/u,
    'content',
  ],
  [
    /(?:đơn vị|cơ quan|đối tượng|doanh nghiệp|địa phương|cơ sở|tổ chức) được [^,;]{0,16}(?:kiểm tra|thanh tra|giám sát|khảo sát)|^đối tượng (?:kiểm tra|thanh tra|giám sát|khảo sát)/u,
    'content',
  ],
  [/^(?:giá trị|mức|kế hoạch|số lượng)(?! vốn)/u, 'value'],
]

/** `Mục tiêu - Năm 2030`: the names of a head of two rows. */
const toText = (header: string): string =>
  foldText(header)
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{L}) - (?=(?:đến |năm )+\d|\d{4}$)/u, ' ')
    .trim()

export const toColumnRole = (header: string): ColumnRole => {
  const text = toText(header)
  return ROLES.find(([rule]) => rule.test(text))?.[1] ?? 'other'
}

const SINGLE: readonly ColumnRole[] = [
  'number',
  'content',
  'target',
  'lead',
  'partner',
  'time',
  'output',
  'unit',
]

/**
 * Roles of the columns; a role that only one column can have goes to the first that claims it. What a name leaves
 * open is told by the columns beside it and by the cells below it.
 */
export const toColumns = (
  { header, rows }: Pick<RawTable, 'header' | 'rows'>,
  issuedOn: string | null,
): readonly ColumnRole[] => {
  const taken = new Set<ColumnRole>()
  return inTargets(withUnit(header, rows), header).map((role, i) => {
    // A year before that of the document is what was reached, not what is to be.
    const year = /\d{4}(?!.*\d)/u.exec(header[i]?.text ?? '')?.[0]
    if (role === 'value' && year !== undefined && issuedOn !== null && year < issuedOn.slice(0, 4))
      return 'other'
    if (!SINGLE.includes(role)) return role
    if (taken.has(role)) return 'other'
    taken.add(role)
    return role
  })
}

/** `Đơn vị` alone is who does it, or what is counted: `%`, `hộ`, `Thứ bậc` below it, another column with who leads. */
const withUnit = (header: readonly Block[], rows: RawTable['rows']): readonly ColumnRole[] => {
  const roles = header.map((cell) => toColumnRole(cell.text))
  const at = header.findIndex((cell) => toText(cell.text) === 'đơn vị')
  if (at === -1 || roles.includes('unit')) return roles
  const cells = rows.map((row) => row[at]?.text.trim() ?? '').filter((text) => text !== '')
  const bodies = cells.filter((text) => readAgencyList(text).agencies.some(({ kind }) => kind === 'body'))
  const counts = cells.some((text) => text.startsWith('%')) || roles.includes('target')
  if (!counts || cells.length === 0 || bodies.length * 2 >= cells.length) return roles
  return roles.map((role, i) => (i === at ? 'unit' : role))
}

/**
 * In a table of targets with their unit, what is reached (`Kết quả`, `Mục tiêu`) is their value, and who follows or
 * judges them (`Cơ quan theo dõi, đánh giá`) has no duty by it.
 */
const inTargets = (roles: readonly ColumnRole[], header: readonly Block[]): readonly ColumnRole[] => {
  const first = roles.indexOf('target')
  if (first === -1 || !roles.includes('unit')) return roles
  const valued = roles.includes('value')
  return roles.map((role, i) => {
    if (!valued && (role === 'output' || (role === 'target' && i > first))) return 'value'
    if (role === 'lead' && /theo dõi|đánh giá|đo lường/u.test(toText(header[i]?.text ?? ''))) return 'other'
    return role
  })
}

/** What the table is for, from its columns and whether anything stands in its rows. */
export const decideKind = (columns: readonly ColumnRole[], table: RawTable): ExtractedTable['kind'] => {
  const filled = table.rows.filter(
    (row) => row.filter((cell) => /\p{L}{3}/u.test(cell.text)).length > 0,
  ).length
  if (filled === 0) return 'other'
  const has = (role: ColumnRole): boolean => columns.includes(role)
  if (has('target') && (has('lead') || has('value'))) return 'targets'
  if ((has('content') || has('target')) && has('lead')) return 'assignment'
  if (has('content') && has('time')) return 'schedule'
  return 'other'
}
