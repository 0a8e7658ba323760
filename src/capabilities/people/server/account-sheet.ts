import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { OFFICE_LIMITS, openZip } from '#platform/server/files/zip.ts'
import { accountColumns, MOST_ROWS } from '../domain/account-sheet.ts'
import { roleCodes, roles } from '../domain/roles.ts'

/** What a sheet of some thousand accounts can weigh unpacked; a bomb weighs more. */
const MOST_UNPACKED = 50 * 1024 * 1024

/** Inflates every part within bounds before the spreadsheet library sees any. Throws on whatever is not sound. */
const unpackWithinBounds = (bytes: Uint8Array): void => {
  const zip = openZip(bytes, { ...OFFICE_LIMITS, totalBytes: MOST_UNPACKED })
  for (const { name } of zip.entries) zip.findPart(name)
}

const toText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

/** The cells of the first sheet; undefined when the bytes are no workbook that can be read. */
export const readCells = async (bytes: Uint8Array): Promise<string[][] | undefined> => {
  try {
    unpackWithinBounds(bytes)
    const workbook = await readXlsx(bytes, { sheets: [0], maxRows: MOST_ROWS + 2 })
    return workbook.sheets[0]?.rows.map((row) => row.map(toText))
  } catch {
    return undefined
  }
}

const WIDTHS = [28, 18, 36, 34, 20, 28, 16]

/** The empty sheet to fill in, with the roles to choose from and a second sheet that explains. */
export const writeTemplate = async (): Promise<Uint8Array> => {
  const names = roleCodes.map((code) => roles[code].name)
  return await writeXlsx({
    sheets: [
      {
        name: 'Tài khoản',
        columns: WIDTHS.map((width) => ({ width })),
        rows: [[...accountColumns]],
        freezePane: { rows: 1 },
      },
      {
        name: 'Hướng dẫn',
        columns: [{ width: 24 }, { width: 90 }],
        rows: [
          ['Cột', 'Cách điền'],
          ['Họ và tên', 'Bắt buộc.'],
          ['Tên đăng nhập', 'Bắt buộc. Chữ không dấu, số, dấu chấm, gạch; không trùng nhau.'],
          ['Cơ quan', 'Tên, tên viết tắt hoặc mã như trong danh mục cơ quan.'],
          ['Vai trò', `Một trong: ${names.join('; ')}.`],
          ['Địa bàn', 'Mã hoặc tên xã, phường; bắt buộc với đầu mối xã, phường.'],
          ['Thư điện tử', 'Không bắt buộc.'],
          ['Điện thoại', 'Không bắt buộc. Định dạng ô là văn bản để giữ số 0 ở đầu.'],
        ],
      },
    ],
  })
}
