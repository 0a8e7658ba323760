import fs from 'node:fs'
import path from 'node:path'
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { searchKey, toNfc } from '#kernel/vietnamese.ts'
import { parseCsv } from './csv.ts'

/** What stands wrong in a table: the line as an editor counts it; absent when it is the whole file. */
export interface TableIssue {
  readonly file: string
  readonly line?: number
  readonly message: string
}

export const describeTableIssue = ({ file, line, message }: TableIssue): string =>
  `${file}${line === undefined ? '' : `, dòng ${line}`}: ${message}`

/** A table that a province hands in: the name of its file and its columns; all but the first two may be left out. */
export interface TableForm {
  readonly file: string
  readonly required: boolean
  readonly columns: readonly string[]
  /** How many of the first columns must be there. */
  readonly needed: number
}

export interface TableRow {
  readonly line: number
  /** The cell without outer spaces, in NFC; empty where there is no such column. */
  readonly at: (column: string) => string
}

export type Report = (row: TableRow | undefined, message: string) => void

const clean = (cell: string | undefined): string =>
  toNfc(cell ?? '')
    .replace(/\s+/gu, ' ')
    .trim()

/** The text of a file in UTF-8, with or without its mark; undefined when the bytes are something else. */
const readText = (file: string): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file))
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Reads a table of the folder; columns may stand in any order, and a strange one is refused rather than lost. */
export const readTable = (folder: string, form: TableForm, report: Report): readonly TableRow[] => {
  const place = path.join(folder, form.file)
  if (!fs.existsSync(place)) {
    if (form.required) report(undefined, `không có tệp này trong ${folder}.`)
    return []
  }
  const text = readText(place)
  if (text === undefined) {
    report(undefined, 'không phải UTF-8; lưu lại từ Excel bằng kiểu “CSV UTF-8”.')
    return []
  }
  const rows = parseCsv(text)
  if ('unclosedAt' in rows) {
    report({ line: rows.unclosedAt, at: () => '' }, 'dấu nháy kép mở mà không đóng.')
    return []
  }
  const [header, ...body] = rows
  const titles = (header?.cells ?? []).map(searchKey)
  const first = { line: header?.line ?? 1, at: () => '' }
  const missing = form.columns.slice(0, form.needed).filter((column) => !titles.includes(searchKey(column)))
  for (const column of missing) report(first, `thiếu cột “${column}”.`)
  const known = new Set(form.columns.map(searchKey))
  for (const [i, title] of titles.entries()) {
    const printed = clean(header?.cells[i])
    if (title !== '' && !known.has(title)) report(first, `cột “${printed}” không dùng ở bảng này.`)
    else if (title !== '' && titles.indexOf(title) !== i) report(first, `cột “${printed}” ghi hai lần.`)
  }
  if (missing.length > 0) return []
  return body.map(({ line, cells }) => ({
    line,
    at: (column) => clean(cells[titles.indexOf(searchKey(column))]),
  }))
}

/** `2025-07-01` or `01/7/2025`; undefined when the cell is empty or holds no day, which is reported. */
export const readDay = (row: TableRow, column: string, report: Report): PlainDate | undefined => {
  const printed = row.at(column)
  if (printed === '') return undefined
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(printed)
  const [, d = '', m = '', y = ''] = parts ?? []
  const day = parsePlainDate(parts ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : printed)
  if (!day) report(row, `cột “${column}”: không có ngày “${printed}”.`)
  return day
}
