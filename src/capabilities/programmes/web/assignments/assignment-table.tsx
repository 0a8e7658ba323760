import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { SourceChip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { Checkbox } from '#platform/web/ui/field.tsx'
import type { ListedAssignment } from '../../domain/assignment-schemas.ts'
import { DueDay, StateChip, TimelinessChip } from './state-chips.tsx'
import './assignment-table.css'

/** What is chosen among the rows in sight. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>
  readonly choose: (id: string, isOn: boolean) => void
}

const originOf = (row: ListedAssignment): string => {
  const source = row.programme === null ? row.sourceNote : (row.programmeNumber ?? 'kế hoạch không số')
  return [source, row.period].filter((part) => part !== null).join(' · ')
}

const columns: readonly Column<ListedAssignment>[] = [
  {
    id: 'noi-dung',
    header: 'Nhiệm vụ',
    paperShare: 46,
    cell: (row) => (
      <>
        <Link className="duty__text" to={`/nhiem-vu/${row.id}` as never}>
          {row.text}
        </Link>
        <p className="quiet small duty__origin">
          {row.place !== '' && <SourceChip>{row.place}</SourceChip>} {originOf(row)}
        </p>
      </>
    ),
  },
  {
    id: 'co-quan',
    header: 'Cơ quan chủ trì',
    width: '220px',
    paperShare: 20,
    sortBy: (row) => row.agencyName ?? '',
    cell: (row) => (
      <>
        {row.agencyName ?? <span className="quiet">chưa giao</span>}
        {row.delegateName !== null && <p className="quiet small">thực hiện: {row.delegateName}</p>}
      </>
    ),
  },
  {
    id: 'han',
    header: 'Hạn',
    width: '132px',
    paperShare: 12,
    sortBy: (row) => row.nextDue ?? '9999',
    cell: (row) => <DueDay duty={row} />,
  },
  {
    id: 'tinh-trang',
    header: 'Tình trạng',
    width: '232px',
    paperShare: 22,
    cell: (row) => (
      <span className="cluster duty__chips">
        <TimelinessChip {...row} />
        <StateChip state={row.state} />
        {row.percent !== null && row.state === 'accepted' && (
          <span className="quiet small">đạt {row.percent}%</span>
        )}
      </span>
    ),
  },
]

/** Duties as rows: what, who, by when, how it stands. */
export const AssignmentTable = ({
  rows,
  choosing,
  empty,
}: {
  readonly rows: readonly ListedAssignment[]
  readonly choosing?: Choosing | undefined
  readonly empty: ReactNode
}) => {
  const shown = useMemo((): readonly Column<ListedAssignment>[] => {
    if (!choosing) return columns
    const choice: Column<ListedAssignment> = {
      id: 'chon',
      header: 'Chọn',
      width: '64px',
      isScreenOnly: true,
      cell: (row) => (
        <Checkbox
          label={`Chọn: ${row.text.slice(0, 80)}, ${row.agencyName ?? 'chưa giao'}`}
          isLabelHidden
          checked={choosing.chosen.has(row.id)}
          onChange={(isOn) => choosing.choose(row.id, isOn)}
        />
      ),
    }
    return [choice, ...columns]
  }, [choosing])
  return (
    <div className={choosing ? 'duties duties--choosing' : 'duties'}>
      <DataTable
        caption="Nhiệm vụ đã giao"
        columns={shown}
        rows={rows}
        rowKey={(row) => row.id}
        isRowChosen={(row) => choosing?.chosen.has(row.id) ?? false}
        isRowQuiet={(row) => row.timeliness === 'not-counted'}
        empty={empty}
      />
    </div>
  )
}
