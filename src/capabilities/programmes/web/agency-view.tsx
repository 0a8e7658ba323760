import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { useUrlValue } from '#platform/web/url-state.ts'
import type { AgencyShare } from '../contract.ts'
import type { ProgrammeItems } from './api.ts'
import { TaskTable } from './item-tables.tsx'
import './agency-view.css'

const keyOf = (share: AgencyShare): string => share.code ?? share.name

/** The plan as its agencies: how much each has, and below what the chosen one has. */
export const AgencyView = ({
  items,
  all,
}: {
  readonly items: ProgrammeItems
  readonly all: ProgrammeItems
}) => {
  const [chosen, setChosen] = useUrlValue('cq')
  const columns = useMemo((): readonly Column<AgencyShare>[] => {
    const count = (
      id: string,
      header: string,
      pick: (share: AgencyShare) => number,
    ): Column<AgencyShare> => ({
      id,
      header,
      width: '128px',
      paperShare: 12,
      isNumeric: true,
      cell: pick,
      sortBy: pick,
    })
    return [
      {
        id: 'co-quan',
        header: 'Cơ quan',
        paperShare: 52,
        sortBy: (share) => share.name,
        cell: (share) => (
          <button
            type="button"
            className="agency-name"
            aria-pressed={keyOf(share) === chosen}
            onClick={() => setChosen(keyOf(share) === chosen ? '' : keyOf(share))}
          >
            {share.name}
          </button>
        ),
      },
      count('chu-tri', 'Chủ trì', (share) => share.leads.length),
      count('phoi-hop', 'Phối hợp', (share) => share.partners.length),
      count('thoi-han', 'Thời hạn', (share) => share.deadlines.length),
      count('bao-cao', 'Báo cáo', (share) => share.reporting.length),
    ]
  }, [chosen, setChosen])
  const share = all.shares.find((one) => keyOf(one) === chosen)
  const tasks = share
    ? all.tasks.filter((task) => share.leads.includes(task.id) || share.partners.includes(task.id))
    : []
  return (
    <>
      <DataTable
        caption="Cơ quan của kế hoạch"
        columns={columns}
        rows={items.shares}
        rowKey={keyOf}
        isRowChosen={(row) => keyOf(row) === chosen}
        empty={
          <EmptyState title="Không có cơ quan nào">
            Kế hoạch chưa giao cho cơ quan nào, hoặc bộ lọc quá hẹp.
          </EmptyState>
        }
      />
      {share && (
        <section aria-labelledby="viec-co-quan">
          <h2 id="viec-co-quan">
            {share.code === null ? (
              share.name
            ) : (
              <Link to={`/co-quan/${share.code}` as never}>{share.name}</Link>
            )}
            : {tasks.length} nhiệm vụ
          </h2>
          <TaskTable rows={tasks} />
        </section>
      )}
    </>
  )
}
