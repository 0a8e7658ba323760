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
  [/^(?:tt|stt|số tt|số thứ tự|#|no)\.?$/u, 'number'],
  [/vai trò|tiến độ \(|tồn tại|khó khăn|ghi chú|đề xuất, kiến nghị|lũy kế/u, 'other'],
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
  [/^(?:tên )?(?:các )?(?:chỉ tiêu|mục tiêu)/u, 'target'],
  [
    /nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|đề án|văn bản|^chủ đề|^chuyên đề|tên (?:dự án|danh mục)/u,
    'content',
  ],
  [
    /^(?:kế hoạch |mục tiêu |chỉ tiêu |giai đoạn |đến )?(?:năm )?\d{4}(?:\s?-\s?\d{4})?$|^(?:giá trị|mức|kế hoạch|số lượng)(?! vốn)/u,
    'value',
  ],
]

export const toColumnRole = (header: string): ColumnRole => {
  const text = foldText(header).toLowerCase().replace(/\s+/gu, ' ').trim()
  return ROLES.find(([rule]) => rule.test(text))?.[1] ?? 'other'
}

/** Roles of the columns; a role that only one column can have goes to the first that claims it. */
export const toColumns = (header: readonly Block[]): readonly ColumnRole[] => {
  const single: readonly ColumnRole[] = [
    'number',
    'content',
    'target',
    'lead',
    'partner',
    'time',
    'output',
    'unit',
  ]
  const taken = new Set<ColumnRole>()
  return header.map((cell) => {
    const role = toColumnRole(cell.text)
    if (!single.includes(role)) return role
    if (taken.has(role)) return 'other'
    taken.add(role)
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

const NUMBER = /^(?:\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,2}|[IVX]{1,5}|[A-Z])[.)]?$/u

/**
 * Rows whose cells slipped (a merged group row shifts what follows) are cut anew at the numbers of the
 * first column. Tables without numbers, or whose rows all fit, stay as they are.
 */
export const alignRows = (table: RawTable, columns: readonly ColumnRole[]): readonly (readonly Block[])[] => {
  const width = columns.length
  const fits = table.rows.every((row) => row.length === width || row.length === 0)
  if (fits || columns[0] !== 'number' || width < 3) return table.rows
  const cells = table.rows.flat()
  const rows: Block[][] = []
  for (const [i, cell] of cells.entries()) {
    const next = cells[i + 1]?.text.trim() ?? ''
    if (NUMBER.test(cell.text.trim()) && /\p{L}{2}.*\p{L}{2}/u.test(next)) rows.push([cell])
    else rows.at(-1)?.push(cell)
  }
  return rows.map((row) => row.slice(0, Math.max(width, lastFilled(row, width))))
}

const lastFilled = (row: readonly Block[], width: number): number => {
  const at = row.findLastIndex((cell) => cell.text.trim() !== '')
  return Math.min(at + 1, width)
}
