import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatDay, formatNumber } from '#platform/web/format.ts'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Checkbox } from '#platform/web/ui/field.tsx'
import type { PlannedAssignments } from '../../domain/assignment-schemas.ts'
import { ClauseLink } from '../clause-link.tsx'
import { UnknownAgency } from '../map-agency.tsx'
import './assignment-table.css'
import { kindWords } from './words.ts'

type Row = PlannedAssignments['items'][number]

const FEW = 2

/** Who answers: a few by name, many behind their number; whom the register does not know, with what to do. */
const Members = ({ row, document }: { readonly row: Row; readonly document: string }) => (
  <>
    {row.members.length > 0 &&
      (row.members.length <= FEW ? (
        row.members.map((member) => member.name).join('; ')
      ) : (
        <details className="making__names">
          <summary>{row.members.length} cơ quan</summary>
          <ul>
            {row.members.map((member) => (
              <li key={member.code}>{member.name}</li>
            ))}
          </ul>
        </details>
      ))}
    {row.unknown.map((printed) => (
      <p key={printed}>
        <Chip tone="due">Danh bạ chưa có</Chip> “{printed}” <UnknownAgency printed={printed} />
      </p>
    ))}
    {row.members.length === 0 && row.unknown.length === 0 && (
      <p>
        <Chip tone="due">Chưa rõ chủ trì</Chip>{' '}
        <Link to={`/van-ban/${document}/ra-soat` as never}>bổ sung khi rà soát</Link>
      </p>
    )}
  </>
)

/** `30/11/2026`, `12 kỳ, từ 15/12/2026 đến 15/11/2027`, or that it has no day. */
const When = ({ row }: { readonly row: Row }) => {
  const days = row.turns.flatMap((turn) => turn.due ?? [])
  const [first] = days
  const last = days.at(-1)
  if (row.turns.length === 0)
    return <span className="quiet">{kindWords[row.kind]}; không có kỳ nào trong khoảng ngày này</span>
  return (
    <>
      {first === undefined
        ? ''
        : days.length === 1
          ? formatDay(first)
          : `${days.length} kỳ, từ ${formatDay(first)} đến ${formatDay(last)}`}{' '}
      {row.kind !== 'once' && <span className="quiet">{kindWords[row.kind]}</span>}
    </>
  )
}

/** What each task of the plan comes to; those that cannot be given yet stand first. */
export const MakingTable = ({
  document,
  startOf,
  planned,
  left,
  onChoose,
}: {
  readonly document: string
  /** Where a task begins in the text. */
  readonly startOf: (task: string) => number | undefined
  readonly planned: PlannedAssignments
  /** Tasks that are not to be given now. */
  readonly left: ReadonlySet<string>
  readonly onChoose: (id: string, isOn: boolean) => void
}) => {
  const rows = useMemo(
    () => [
      ...planned.items.filter((row) => row.members.length === 0),
      ...planned.items.filter((row) => row.members.length > 0),
    ],
    [planned],
  )
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'chon',
        header: 'Chọn',
        width: '64px',
        isScreenOnly: true,
        cell: (row) =>
          row.count > row.made && (
            <Checkbox
              label={`Giao: ${row.path} ${row.text.slice(0, 80)}`}
              isLabelHidden
              checked={!left.has(row.item)}
              onChange={(isOn) => onChoose(row.item, isOn)}
            />
          ),
      },
      {
        id: 'muc',
        header: 'Mục',
        width: '104px',
        paperShare: 10,
        cell: (row) => <ClauseLink document={document} path={row.path} start={startOf(row.item)} />,
      },
      { id: 'noi-dung', header: 'Nhiệm vụ', paperShare: 44, cell: (row) => row.text },
      {
        id: 'chu-tri',
        header: 'Cơ quan chủ trì',
        width: '220px',
        paperShare: 20,
        cell: (row) => <Members row={row} document={document} />,
      },
      { id: 'han', header: 'Hạn, kỳ', width: '176px', paperShare: 16, cell: (row) => <When row={row} /> },
      {
        id: 'so-viec',
        header: 'Số nhiệm vụ',
        width: '104px',
        paperShare: 10,
        isNumeric: true,
        sortBy: (row) => row.count,
        cell: (row) => (
          <>
            {formatNumber(row.count)}
            {row.made > 0 && <p className="quiet small">đã giao {formatNumber(row.made)}</p>}
          </>
        ),
        total: (all) => formatNumber(all.reduce((sum, row) => sum + row.count, 0)),
      },
    ],
    [document, startOf, left, onChoose],
  )
  return (
    <div className="duties duties--choosing">
      <DataTable
        caption="Nhiệm vụ sẽ giao"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.item}
        isRowQuiet={(row) => left.has(row.item) || (row.count > 0 && row.count === row.made)}
        sortParam="xep-giao"
        empty={
          <EmptyState title="Kế hoạch không có nhiệm vụ nào">
            Duyệt nhiệm vụ khi rà soát văn bản, rồi giao ở đây.
          </EmptyState>
        }
      />
    </div>
  )
}
