import { joinLines } from './join-lines.ts'
import type { Block, Line } from './types.ts'

/**
 * A table that a gazette's text gives cell below cell, each cell broken into short lines and nothing between
 * them: the header's names, then a number alone on its line for each row. The cells are told apart by what
 * they say: work, agencies that lead, agencies that help, what comes of it, time.
 */
export interface FlatTable {
  readonly header: readonly Block[]
  readonly rows: readonly (readonly Block[])[]
}

const FIRST = /^(?:TT|STT|Số\s?TT|Số thứ tự)$/iu
const HEADERS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:nội dung|tên nhiệm vụ|nhiệm vụ|tên đề án|công việc|hoạt động|danh mục|nội dung công việc)/iu, 'work'],
  [/^(?:cơ quan|đơn vị)\s+(?:chủ trì|thực hiện|đầu mối)|^chủ trì/iu, 'lead'],
  [/^(?:cơ quan|đơn vị)\s+phối hợp|^phối hợp/iu, 'partners'],
  [/^(?:kết quả|sản phẩm|hình thức)/iu, 'output'],
  [/^(?:thời (?:gian|hạn)|tiến độ|hoàn thành)/iu, 'time'],
]
type Column = 'work' | 'lead' | 'partners' | 'output' | 'time'

const AGENCY =
  /^(?:Bộ|Các [Bb]ộ|Các [Ss]ở|Các cơ quan|Các địa phương|Các đơn vị|UBND|(?:Ủy|Uỷ) ban|Sở|Cơ quan|Công an|Ban|Văn phòng|VP|Hội|Liên hiệp|Đoàn|Thanh tra|Ngân hàng|Đài|Tòa án|Toà án|Viện|Mặt trận|MTTQ|Tỉnh|Thành phố|Chính phủ|Bảo hiểm|Kho bạc|Cục|Chi cục|Kiểm toán|Phòng|Trung tâm|Tổng cục|Trường)(?=[\s,;&]|$)/u
const TIME =
  /^(?:Năm|Quý|Tháng|Hằng|Hàng|Thường xuyên|Giai đoạn|Trước|Từ|Đến|Sau khi|Trong|Theo|Thực hiện thường|Định kỳ|Ngay|Hoàn thành|Cả năm|(?:19|20)\d\d|\d{1,2}\/(?:\d{1,2}\/)?20\d\d)(?=[\s,/.-]|$)/u
/** What comes of a task. */
const OUTPUT =
  /^(?:Chương trình|Kế hoạch|Đề án|Báo cáo|Nghị định|Nghị quyết|Quyết định|Thông tư|Văn bản|Đề xuất|Hội nghị|Bộ tiêu chí|Bộ chỉ số|Hệ thống|Cơ sở dữ liệu|Các (?:văn bản|chương trình|báo cáo|hội nghị|lớp)|Luật|Dự thảo|Hướng dẫn|Tài liệu|Công văn|Sản phẩm|Phần mềm|Kết quả|Ban hành|Hồ sơ|Danh mục|Mô hình|Tờ trình|Chỉ thị|Quy chế|Quy định|Thông báo)(?=[\s,;.]|$)/u
/** Words that a name goes on after. */
const GOES_ON =
  /(?:^|\s)(?:và|của|các|với|cho|theo|trong|về|Bộ|Ban|Sở|Ủy|Uỷ|Hội|Chỉ đạo|tổ chức|liên|Việt|Công|Cơ|Các|Văn|Trung)$/u
const NUMBER = /^(?:\d{1,3}|[IVX]{1,5})\s?\.?$/u

/** The tables of a run of lines, usually one. */
export const listFlatTables = (lines: readonly Line[]): FlatTable[] => {
  const start = lines.findIndex((line) => line.kind === 'text' && FIRST.test(line.text))
  if (start === -1) return []
  const body = lines.filter((line, i) => i >= start && line.kind !== 'blank' && line.kind !== 'rule')
  const first = body.findIndex((line, i) => i > 2 && NUMBER.test(line.text))
  if (first === -1 || first > 25) return []
  const columns = readHeader(body.slice(1, first))
  if (columns.length < 2 || !columns.some((c) => c.column === 'lead')) return []
  const rows = readRows(
    body.slice(first),
    body.slice(0, first),
    columns.map((c) => c.column),
  )
  if (rows.length < 2) return []
  return [{ header: [joinLines(body.slice(0, 1)), ...columns.map((c) => c.block)], rows }]
}

interface Header {
  readonly column: Column
  readonly block: Block
}

/** The header's lines: a new column where a line, with those after it, begins a known name. */
const readHeader = (lines: readonly Line[]): Header[] => {
  const found: { column: Column; lines: Line[] }[] = []
  for (const [i, line] of lines.entries()) {
    const words = lines
      .slice(i, i + 4)
      .map((l) => l.text)
      .join(' ')
    const column = HEADERS.find(([name]) => name.test(words))?.[1]
    const last = found.at(-1)
    if (column !== undefined && column !== last?.column) found.push({ column, lines: [line] })
    else if (last) last.lines.push(line)
  }
  return found.map(({ column, lines: own }) => ({ column, block: joinLines(own) }))
}

/** Cuts at the row numbers, which count up, and each row into its columns. */
const readRows = (
  lines: readonly Line[],
  header: readonly Line[],
  columns: readonly Column[],
): (readonly Block[])[] => {
  const repeated = new Set(header.map((line) => line.text))
  const rows: { number: Line; lines: Line[] }[] = []
  let last = 0
  for (const line of lines) {
    const value = /^\d{1,3}\s?\.?$/u.test(line.text) ? Number.parseInt(line.text, 10) : undefined
    const isGroup = value === undefined && NUMBER.test(line.text)
    const isNext = value !== undefined && (value === last + 1 || value === 1)
    if (isGroup || isNext) {
      rows.push({ number: line, lines: [] })
      if (value !== undefined) last = value
    } else if (line.kind !== 'noise' && !repeated.has(line.text)) rows.at(-1)?.lines.push(line)
  }
  return rows.map((row) => toCells(row.number, row.lines, columns))
}

const toCells = (number: Line, lines: readonly Line[], columns: readonly Column[]): readonly Block[] => {
  const cells = new Map<Column, Line[]>(columns.map((column) => [column, []]))
  let at = 0
  let before: Line | undefined
  for (const [i, line] of lines.entries()) {
    // A narrow column breaks names after each word: look at the next lines too.
    const words = lines
      .slice(i, i + 3)
      .map((l) => l.text)
      .join(' ')
    at = decideColumn(words, before, columns, at)
    cells.get(columns[at] ?? 'work')?.push(line)
    before = line
  }
  return [joinLines([number]), ...columns.map((column) => joinLines(cells.get(column) ?? []))]
}

/** Whether a line goes on in its cell or opens a later one. */
const decideColumn = (
  words: string,
  before: Line | undefined,
  columns: readonly Column[],
  at: number,
): number => {
  if (!before) return at
  const open = columns[at]
  const ended = !/[,;&-]$/u.test(before.text) && !GOES_ON.test(before.text)
  const later = (wanted: Column): number | undefined => {
    const found = columns.indexOf(wanted, at + 1)
    return found === -1 ? undefined : found
  }
  if (!ended) return at
  if (TIME.test(words) && open !== 'work') return later('time') ?? at
  if (open !== 'work' && OUTPUT.test(words)) return later('output') ?? at
  if (AGENCY.test(words)) {
    if (open === 'work') return /[.;:]$|\p{Ll}$/u.test(before.text) ? (later('lead') ?? at) : at
    if (open === 'lead') return later('partners') ?? at
    return at
  }
  return at
}
