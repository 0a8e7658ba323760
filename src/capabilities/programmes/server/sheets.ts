import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { formatRecurrences, formatWhen } from '#kernel/recurrence.ts'
import type { AgencyShare, ExportList, ResolvedParty } from '../contract.ts'
import { toComparison } from '../domain/words.ts'
import type { ProgrammeRow } from './tables.ts'
import type { toLists } from './views.ts'

interface Column<T> {
  readonly title: string
  readonly width: number
  readonly value: (item: T) => CellValue
}

const column = <T>(title: string, width: number, value: (item: T) => CellValue): Column<T> => ({
  title,
  width,
  value,
})

const toDay = (text: string | null): string => formatWhen(text, null)
const toRhythm = (text: string | null): string => formatWhen(null, text)

const toNames = (parties: readonly ResolvedParty[]): string =>
  parties.map(({ name, printed, kind }) => (kind === 'agency' ? (name ?? printed) : printed)).join('; ')

/** Everything that a list may need. */
export interface SheetInput {
  readonly name: ExportList
  readonly programme: ProgrammeRow
  readonly lists: ReturnType<typeof toLists>
  readonly shares: readonly AgencyShare[]
}

type Table = readonly [title: string, columns: readonly Column<never>[], rows: readonly unknown[]]

const table = <T>(title: string, rows: readonly T[], ...columns: Column<T>[]): Table => [title, columns, rows]

/** One list of a programme as title, columns and rows. */
const toTable = ({ name, programme, lists, shares }: SheetInput): Table => {
  switch (name) {
    case 'tasks':
      return table(
        'Nhiệm vụ',
        lists.tasks,
        column('Mục', 10, (task) => task.path),
        column('Nội dung nhiệm vụ', 70, (task) => task.text),
        column('Chủ trì', 32, (task) => toNames(task.lead)),
        column('Phối hợp', 32, (task) => toNames(task.partners)),
        column('Hạn hoàn thành', 16, (task) => toDay(task.due)),
        column('Định kỳ', 16, (task) => toRhythm(task.recurrence)),
        column('Sản phẩm', 28, (task) => task.output),
        column('Nguồn', 24, (task) => task.sourceNote ?? programme.number),
      )
    case 'targets':
      return table(
        'Chỉ tiêu',
        lists.targets,
        column('Mục', 10, (target) => target.path),
        column('Chỉ tiêu', 70, (target) => target.indicator),
        column('Mức', 16, (target) => toComparison(target.comparator, target.value)),
        column('Đơn vị', 12, (target) => target.unit),
        column('So với năm', 12, (target) => target.baseline),
      )
    case 'deadlines':
      return table(
        'Mốc thời gian',
        lists.deadlines,
        column('Mục', 10, (deadline) => deadline.path),
        column('Thời điểm', 24, (deadline) => toDay(deadline.on)),
        column('Định kỳ', 16, (deadline) => toRhythm(deadline.recurrence)),
        column('Việc', 70, (deadline) => deadline.what),
        column('Cơ quan', 32, (deadline) => toNames(deadline.who)),
      )
    case 'reporting':
      return table(
        'Chế độ báo cáo',
        lists.reporting,
        column('Mục', 10, (duty) => duty.path),
        column('Kỳ báo cáo', 28, (duty) => formatRecurrences(duty.frequency)),
        column('Cơ quan báo cáo', 40, (duty) => toNames(duty.from)),
        column('Nơi nhận', 40, (duty) => duty.to),
      )
    case 'triggers':
      return table(
        'Điều kiện',
        lists.triggers,
        column('Mục', 10, (trigger) => trigger.path),
        column('Khi', 60, (trigger) => trigger.when),
        column('Thì phải', 60, (trigger) => trigger.must),
      )
    case 'findings':
      return table(
        'Điều cần lưu ý',
        programme.findings,
        column('Mục', 20, (finding) => finding.paths.join(', ')),
        column('Nội dung', 90, (finding) => finding.message),
        column('Đã xử lý', 32, ({ agency }) => (agency?.name == null ? '' : `Đã gán: ${agency.name}`)),
      )
    case 'by-agency':
      return table(
        'Theo cơ quan',
        shares,
        column('Cơ quan', 44, (share) => share.name),
        column('Chủ trì', 12, (share) => share.leads.length),
        column('Phối hợp', 12, (share) => share.partners.length),
        column('Mốc thời gian', 14, (share) => share.deadlines.length),
        column('Báo cáo', 12, (share) => share.reporting.length),
      )
  }
}

/** One list of a programme as a spreadsheet, with what it is of above it. */
export const toSheet = async (input: SheetInput): Promise<Uint8Array> => {
  const [title, columns, rows] = toTable(input)
  const { type, number, issued_on, subject } = input.programme
  const of = [type, number, toDay(issued_on), subject]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
  return await writeXlsx({
    sheets: [
      {
        name: title,
        columns: columns.map(({ width }) => ({
          width,
          style: { alignment: { wrapText: true, vertical: 'top' as const } },
        })),
        rows: [
          [title],
          [of],
          columns.map((one) => one.title),
          ...rows.map((row) => columns.map((one) => one.value(row as never))),
        ],
        freezePane: { rows: 3 },
      },
    ],
  })
}
