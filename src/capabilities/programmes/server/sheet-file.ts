import { writeXlsx, type CellValue } from 'hucre/xlsx'

/** A column of a spreadsheet: its head, its width in letters, its value of a row. */
export interface SheetColumn<T> {
  readonly title: string
  readonly width: number
  readonly value: (row: T) => CellValue
}

export const sheetColumn = <T>(
  title: string,
  width: number,
  value: (row: T) => CellValue,
): SheetColumn<T> => ({
  title,
  width,
  value,
})

/** A sheet of a spreadsheet: what it is of stands above the heads. */
export interface Sheet<T = never> {
  readonly name: string
  readonly of: string
  readonly columns: readonly SheetColumn<T>[]
  readonly rows: readonly T[]
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sheets as the bytes of one .xlsx file. */
export const toXlsx = async (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  await writeXlsx({
    sheets: sheets.map(({ name, of, columns, rows }) => ({
      name,
      columns: columns.map(({ width }) => ({
        width,
        style: { alignment: { wrapText: true, vertical: 'top' as const } },
      })),
      rows: [
        [name],
        [of],
        columns.map(({ title }) => title),
        ...rows.map((row) => columns.map(({ value }) => value(row))),
      ],
      freezePane: { rows: 3 },
    })),
  })

/** A number of a document as a part of the name of a file: `15/KH-UBND` → `15-KH-UBND`. */
export const toFilePart = (number: string | null): string =>
  (number ?? 'ke-hoach').replace(/[^\p{L}\p{N}.-]+/gu, '-')
