import { Link } from '@tanstack/react-router'
import { deadlineWords, type ResolvedParty } from '#capabilities/documents/contract.ts'
import { formatRecurrences, formatWhen } from '#kernel/recurrence.ts'
import { formatClauses } from '#platform/web/format.ts'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import {
  isSettled,
  type Deadline,
  type RaisedFinding,
  type Reporting,
  type Target,
  type Task,
  type Trigger,
} from '../contract.ts'
import { ClauseLink } from './clause-link.tsx'
import { MapAgencyButton, UnknownAgency } from './map-agency.tsx'
import { toLevel } from './words.ts'

interface Item {
  readonly id: string
  readonly document: string | null
  readonly path: string
  readonly spans: readonly { readonly start: number }[]
  readonly endedAt: string | null
}

const clause = <T extends Item>(): Column<T> => ({
  id: 'muc',
  header: 'Mục',
  width: '104px',
  paperShare: 10,
  cell: (row) => <ClauseLink document={row.document} path={row.path} start={row.spans[0]?.start} />,
})

/** Names as printed; how many agencies a group means. */
export const Parties = ({ list }: { readonly list: readonly ResolvedParty[] }) => {
  if (list.length === 0) return <span className="quiet">chưa rõ</span>
  return (
    <>
      {list.map((party, i) => (
        <span key={i}>
          {party.printed}
          {party.members.length > 1 && <span className="quiet"> ({party.members.length})</span>}
          {party.code === null && <UnknownAgency printed={party.printed} />}
          {i < list.length - 1 ? '; ' : ''}
        </span>
      ))}
    </>
  )
}

const When = ({ date, recurrence }: { readonly date: string | null; readonly recurrence: string | null }) => {
  const words = formatWhen(date, recurrence)
  return words === '' ? <span className="quiet">thường xuyên</span> : <>{words}</>
}

const nothing = (
  <EmptyState title="Không có mục nào">Văn bản không nêu mục loại này, hoặc bộ lọc quá hẹp.</EmptyState>
)

const Table = <T extends Item>({
  caption,
  columns,
  rows,
}: {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
}) => (
  <DataTable
    caption={caption}
    columns={columns}
    rows={rows}
    rowKey={(row) => row.id}
    isRowQuiet={(row) => row.endedAt !== null}
    empty={nothing}
  />
)

const taskColumns: readonly Column<Task>[] = [
  clause(),
  {
    id: 'noi-dung',
    header: 'Nhiệm vụ',
    paperShare: 44,
    cell: (row) => (
      <>
        {row.text} {row.endedAt !== null && <Chip>Đã ngừng</Chip>}
      </>
    ),
  },
  {
    id: 'chu-tri',
    header: 'Chủ trì',
    width: '220px',
    paperShare: 19,
    cell: (row) => <Parties list={row.lead} />,
    sortBy: (row) => row.lead[0]?.printed ?? '',
  },
  {
    id: 'phoi-hop',
    header: 'Phối hợp',
    width: '200px',
    paperShare: 16,
    isWideOnly: true,
    cell: (row) => (row.partners.length === 0 ? '' : <Parties list={row.partners} />),
  },
  {
    id: 'han',
    header: 'Hạn',
    width: '136px',
    paperShare: 11,
    cell: (row) => <When date={row.due} recurrence={row.recurrence} />,
    sortBy: (row) => row.due ?? '9999',
  },
]
export const TaskTable = ({ rows }: { readonly rows: readonly Task[] }) => (
  <Table caption="Nhiệm vụ" columns={taskColumns} rows={rows} />
)

const targetColumns: readonly Column<Target>[] = [
  clause(),
  {
    id: 'chi-tieu',
    header: 'Chỉ tiêu',
    paperShare: 58,
    cell: (row) =>
      row.endedAt === null ? <Link to={`/chi-tieu/${row.id}` as never}>{row.indicator}</Link> : row.indicator,
  },
  { id: 'muc-tieu', header: 'Mức', width: '200px', paperShare: 20, cell: (row) => toLevel(row) },
  {
    id: 'so-voi',
    header: 'So với năm',
    width: '112px',
    paperShare: 12,
    isNumeric: true,
    cell: (row) => row.baseline ?? '',
  },
]
export const TargetTable = ({ rows }: { readonly rows: readonly Target[] }) => (
  <Table caption="Chỉ tiêu" columns={targetColumns} rows={rows} />
)

const deadlineColumns: readonly Column<Deadline>[] = [
  clause(),
  { id: 'loai', header: 'Loại', width: '168px', paperShare: 14, cell: (row) => deadlineWords[row.kind] },
  {
    id: 'ngay',
    header: 'Ngày',
    width: '200px',
    paperShare: 17,
    cell: (row) => formatWhen(row.on, row.recurrence),
    sortBy: (row) => row.on ?? '9999',
  },
  { id: 'viec', header: 'Việc', paperShare: 39, cell: (row) => row.what },
  {
    id: 'ai',
    header: 'Cơ quan',
    width: '220px',
    paperShare: 20,
    cell: (row) => (row.who.length === 0 ? '' : <Parties list={row.who} />),
  },
]
export const DeadlineTable = ({ rows }: { readonly rows: readonly Deadline[] }) => (
  <Table caption="Thời hạn" columns={deadlineColumns} rows={rows} />
)

const reportingColumns: readonly Column<Reporting>[] = [
  clause(),
  {
    id: 'chu-ky',
    header: 'Chu kỳ',
    width: '220px',
    paperShare: 20,
    cell: (duty) => formatRecurrences(duty.frequency),
  },
  { id: 'ai', header: 'Ai báo cáo', cell: (row) => <Parties list={row.from} /> },
  { id: 'gui', header: 'Gửi', cell: (row) => row.to ?? '' },
]
export const ReportingTable = ({ rows }: { readonly rows: readonly Reporting[] }) => (
  <Table caption="Chế độ báo cáo" columns={reportingColumns} rows={rows} />
)

const triggerColumns: readonly Column<Trigger>[] = [
  clause(),
  { id: 'khi', header: 'Khi', cell: (row) => row.when },
  { id: 'thi', header: 'Thì phải', cell: (row) => row.must },
]
export const TriggerTable = ({ rows }: { readonly rows: readonly Trigger[] }) => (
  <Table caption="Việc có điều kiện" columns={triggerColumns} rows={rows} />
)

/** Stands where there is something to settle. */
const settling: Column<RaisedFinding> = {
  id: 'xu-ly',
  header: 'Xử lý',
  width: '220px',
  paperShare: 20,
  cell: (row: RaisedFinding) =>
    isSettled(row) ? (
      <Chip tone="done">Đã gán: {row.agency?.name}</Chip>
    ) : (
      row.agency && <MapAgencyButton printed={row.agency.printed} />
    ),
}

export const FindingTable = ({
  rows,
  document,
}: {
  readonly rows: readonly RaisedFinding[]
  readonly document: string
}) => (
  <DataTable
    caption="Phát hiện"
    columns={[
      {
        id: 'muc',
        header: 'Mục',
        width: '168px',
        paperShare: 16,
        cell: (row: RaisedFinding) => (
          <ClauseLink
            document={document}
            path={formatClauses(row.paths) || 'cả văn bản'}
            start={row.spans[0]?.start}
          />
        ),
      },
      { id: 'noi-dung', header: 'Phát hiện', cell: (row: RaisedFinding) => row.message },
      ...(rows.some((row) => row.agency) ? [settling] : []),
    ]}
    rows={rows}
    rowKey={(row) => `${row.kind} ${row.message}`}
    isRowQuiet={isSettled}
    empty={
      <EmptyState title="Không có gì bất thường">Ngày, số, chỉ tiêu và đánh số mục đều khớp nhau.</EmptyState>
    }
  />
)
