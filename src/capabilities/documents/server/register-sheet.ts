import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { formatPlainDate, parsePlainDate } from '#kernel/plain-date.ts'
import { documentStates, type DocumentSummary } from '../domain/archive-api.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A day as the offices write it; what is known in part stays as it is. */
const toDay = (text: string | null): string => {
  const day = text === null ? undefined : parsePlainDate(text)
  return day ? formatPlainDate(day) : (text ?? '')
}

const columns: readonly { title: string; width: number; value: (row: DocumentSummary) => CellValue }[] = [
  { title: 'Số đến', width: 8, value: (row) => row.register.number },
  { title: 'Ngày đến', width: 12, value: (row) => toDay(row.register.arrivedOn) },
  { title: 'Nơi gửi', width: 28, value: (row) => row.register.sender || row.issuer },
  { title: 'Loại văn bản', width: 16, value: (row) => row.type },
  { title: 'Số, ký hiệu', width: 20, value: (row) => row.number },
  { title: 'Ngày văn bản', width: 12, value: (row) => toDay(row.issuedOn) },
  { title: 'Cơ quan ban hành', width: 28, value: (row) => row.issuer },
  { title: 'Trích yếu', width: 60, value: (row) => row.subject },
  { title: 'Độ khẩn', width: 12, value: (row) => row.register.urgency },
  { title: 'Bút phê', width: 40, value: (row) => row.register.note },
  {
    title: 'Trạng thái',
    width: 18,
    value: (row) => (row.withdrawn ? 'Đã thu hồi' : documentStates[row.state]),
  },
]

/** The register of incoming documents as a spreadsheet. */
export const toRegisterSheet = async (
  rows: readonly DocumentSummary[],
): Promise<{ bytes: Uint8Array; type: string }> => ({
  bytes: await writeXlsx({
    sheets: [
      {
        name: 'Sổ văn bản đến',
        columns: columns.map(({ width }) => ({
          width,
          style: { alignment: { wrapText: true, vertical: 'top' } },
        })),
        rows: [
          columns.map(({ title }) => title),
          ...rows.map((row) => columns.map(({ value }) => value(row))),
        ],
        freezePane: { rows: 1 },
      },
    ],
  }),
  type: TYPE,
})
