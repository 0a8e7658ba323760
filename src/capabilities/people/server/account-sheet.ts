import { Unzip, UnzipInflate } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { accountColumns, MOST_ROWS } from '../domain/account-sheet.ts'
import { roleCodes, roles } from '../domain/roles.ts'

/** What a sheet of some thousand accounts can weigh unpacked; a bomb weighs more. */
const MOST_UNPACKED = 50 * 1024 * 1024

/** Unpacks while counting, since the sizes that an archive states may lie. */
const staysSmall = (bytes: Uint8Array): boolean => {
  let unpacked = 0
  let sound = true
  const unzip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      unpacked += chunk?.length ?? 0
      if (error || unpacked > MOST_UNPACKED) {
        sound = false
        file.terminate()
      }
    }
    if (sound) file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length && sound; at += 65_536) {
    unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length)
  }
  return sound
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

const toText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

/** The cells of the first sheet; undefined when the bytes are no workbook that can be read. */
export const readCells = async (bytes: Uint8Array): Promise<string[][] | undefined> => {
  try {
    if (!isZip(bytes) || !staysSmall(bytes)) return undefined
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
