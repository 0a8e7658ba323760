import { describe, expect, it } from 'vitest'
import { accountColumns, readAccountSheet, type SheetContext } from './account-sheet.ts'

const context: SheetContext = {
  takenLogins: new Set(['cu']),
  findAgency: (printed) => (printed === 'Sở Y tế' ? 'so-y-te' : undefined),
  findArea: (printed) => (printed === '00001' ? '00001' : undefined),
}
const header = [...accountColumns]
const good = ['Nguyễn Thị Lan', 'Lan.nt', 'Sở Y tế', 'Đầu mối của cơ quan', '', 'lan@tinh.vn', '0912 345 678']
const read = (...rows: string[][]) => readAccountSheet([header, ...rows], context)

describe('a sheet of accounts', () => {
  it('gives an account a row, whatever the order of the columns', () => {
    const turned = (row: string[]) => row.toReversed()
    const { accounts, issues } = readAccountSheet([turned(header), turned(good), []], context)
    expect(issues).toEqual([])
    expect(accounts).toEqual([
      {
        row: 2,
        name: 'Nguyễn Thị Lan',
        login: 'lan.nt',
        role: 'agency-focal',
        agency: 'so-y-te',
        area: null,
        email: 'lan@tinh.vn',
        phone: '0912 345 678',
      },
    ])
  })

  it.each([
    ['no name', 0, '', 'Họ và tên'],
    ['no login', 1, '', 'Tên đăng nhập'],
    ['a login with marks', 1, 'lân', 'Tên đăng nhập'],
    ['a login that is taken', 1, 'cu', 'Tên đăng nhập'],
    ['an unknown agency', 2, 'Sở Lạ', 'Cơ quan'],
    ['a role that needs an agency', 2, '', 'Cơ quan'],
    ['an unknown role', 3, 'Trưởng phòng', 'Vai trò'],
    ['no role', 3, '', 'Vai trò'],
    ['a role that needs an area', 3, 'Đầu mối xã, phường', 'Địa bàn'],
    ['an unknown area', 4, '99', 'Địa bàn'],
    ['a broken address', 5, 'lan@', 'Thư điện tử'],
    ['a broken number', 6, '12', 'Điện thoại'],
  ])('names row and column of %s', (_why, column, value, title) => {
    const bad = good.map((cell, i) => (i === column ? value : cell))
    const { accounts, issues } = read(good.with(1, 'khac'), bad)
    expect(issues.map(({ row, column }) => [row, column])).toEqual([[3, title]])
    expect(accounts.map((account) => account.row)).toEqual([2])
  })

  it('finds the same login twice in one sheet, and points to the first', () => {
    expect(read(good, good).issues).toEqual([
      { row: 3, column: 'Tên đăng nhập', message: '“lan.nt” trùng với dòng 2.' },
    ])
  })

  it('names every missing column', () => {
    const { accounts, issues } = readAccountSheet([['Họ và tên'], ['Lan']], context)
    expect(accounts).toEqual([])
    expect(issues.map((issue) => issue.column)).toEqual(accountColumns.slice(1))
  })

  it('says that it is empty', () => {
    expect(read(['', '  ']).issues).toHaveLength(1)
    expect(readAccountSheet([], context).issues).toHaveLength(7)
  })
})
