import { searchKey, toNfc } from '#kernel/vietnamese.ts'
import { findPostFault } from './access.ts'
import { findRoleByName, roleCodes, roles, type RoleCode } from './roles.ts'

/** The columns of the spreadsheet of new accounts, in the order of the template. */
export const accountColumns = [
  'Họ và tên',
  'Tên đăng nhập',
  'Cơ quan',
  'Vai trò',
  'Địa bàn',
  'Thư điện tử',
  'Điện thoại',
] as const
type Column = (typeof accountColumns)[number]

export interface SheetIssue {
  /** As Excel numbers it. */
  readonly row: number
  readonly column: string
  readonly message: string
}

export interface SheetAccount {
  readonly row: number
  readonly name: string
  readonly login: string
  readonly role: RoleCode
  readonly agency: string | null
  readonly area: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** What the rows are held against. */
export interface SheetContext {
  readonly takenLogins: ReadonlySet<string>
  /** Code of the agency of that printed name or code today. */
  readonly findAgency: (printed: string) => string | undefined
  /** Code of the unit of that code or printed name; undefined when there is none. */
  readonly findArea: (printed: string) => string | undefined
}

export const MOST_ROWS = 1000
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,59}$/u
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/u
const PHONE = /^\+?[0-9][0-9 .-]{7,20}$/u

/** Reads the sheet (header row first). All issues are found at once; a row with an issue gives no account. */
export const readAccountSheet = (
  cells: readonly (readonly string[])[],
  context: SheetContext,
): { readonly accounts: SheetAccount[]; readonly issues: SheetIssue[] } => {
  const header = (cells[0] ?? []).map((title) => searchKey(title))
  const places = new Map<Column, number>()
  const issues: SheetIssue[] = []
  for (const column of accountColumns) {
    const place = header.indexOf(searchKey(column))
    if (place >= 0) places.set(column, place)
    else issues.push({ row: 1, column, message: `Thiếu cột “${column}”. Dùng đúng mẫu tải về.` })
  }
  if (issues.length > 0) return { accounts: [], issues }
  const rows = cells
    .slice(1)
    .map((values, i) => ({ row: i + 2, at: (column: Column) => clean(values[places.get(column) ?? -1]) }))
    .filter(({ at }) => accountColumns.some((column) => at(column) !== ''))
  if (rows.length === 0)
    return { accounts: [], issues: [{ row: 2, column: 'Họ và tên', message: 'Bảng chưa có dòng nào.' }] }
  if (rows.length > MOST_ROWS) {
    const message = `Bảng có ${rows.length} dòng; mỗi lần nhập tối đa ${MOST_ROWS} dòng.`
    return { accounts: [], issues: [{ row: MOST_ROWS + 2, column: 'Họ và tên', message }] }
  }
  const accounts: SheetAccount[] = []
  const seen = new Map<string, number>()
  for (const { row, at } of rows) {
    const found: SheetIssue[] = []
    const account = readRow(row, at, context, seen, (column, message) => found.push({ row, column, message }))
    if (found.length === 0 && account) accounts.push(account)
    issues.push(...found)
  }
  return { accounts, issues }
}

const clean = (value: string | undefined): string =>
  toNfc(value ?? '')
    .replace(/\s+/gu, ' ')
    .trim()

const readRow = (
  row: number,
  at: (column: Column) => string,
  context: SheetContext,
  seen: Map<string, number>,
  report: (column: Column, message: string) => void,
): SheetAccount | undefined => {
  const name = at('Họ và tên')
  if (name === '') report('Họ và tên', 'Chưa có họ và tên.')
  const login = at('Tên đăng nhập').toLowerCase()
  if (login === '') report('Tên đăng nhập', 'Chưa có tên đăng nhập.')
  else if (!LOGIN.test(login))
    report('Tên đăng nhập', `“${login}” chỉ được gồm chữ không dấu, số, dấu chấm, gạch; từ 2 ký tự.`)
  else if (context.takenLogins.has(login))
    report('Tên đăng nhập', `“${login}” đã có tài khoản; chọn tên khác hoặc bỏ dòng này.`)
  else if (seen.has(login)) report('Tên đăng nhập', `“${login}” trùng với dòng ${seen.get(login)}.`)
  else seen.set(login, row)

  const agencyText = at('Cơ quan')
  const agency = agencyText === '' ? null : context.findAgency(agencyText)
  if (agency === undefined)
    report(
      'Cơ quan',
      `Không có cơ quan “${agencyText}” hiện nay; sửa tên hoặc thêm tên gọi khác cho cơ quan.`,
    )
  const areaText = at('Địa bàn')
  const area = areaText === '' ? null : context.findArea(areaText)
  if (area === undefined) report('Địa bàn', `Không có địa bàn “${areaText}”; ghi mã hoặc tên xã, phường.`)

  const roleText = at('Vai trò')
  const role = findRoleByName(roleText, searchKey) ?? roleCodes.find((code) => code === roleText)
  if (!role) {
    const names = roleCodes.map((code) => roles[code].name).join('; ')
    report(
      'Vai trò',
      roleText === '' ? 'Chưa có vai trò.' : `Không có vai trò “${roleText}”. Chọn: ${names}.`,
    )
  }
  const email = at('Thư điện tử')
  if (email !== '' && !EMAIL.test(email)) report('Thư điện tử', 'Địa chỉ thư chưa đúng dạng ten@noi.vn.')
  const phone = at('Điện thoại')
  if (phone !== '' && !PHONE.test(phone)) report('Điện thoại', 'Số điện thoại chưa đúng, ví dụ 0912 345 678.')

  if (!role || agency === undefined || area === undefined) return undefined
  const fault = findPostFault({ role, agency, area, validFrom: null, validTo: null })
  if (fault !== undefined)
    report(area === null && roles[role].needs === 'area' ? 'Địa bàn' : 'Cơ quan', fault)
  return { row, name, login, role, agency, area, email: email || null, phone: phone || null }
}
