import { useMemo, type ReactNode } from 'react'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { boardGroups, type Board } from '../../domain/assignment-schemas.ts'
import { toCellFilters, toRowFilter, type Grouping, type Row } from './board-rows.ts'
import { FigureLink } from './figure-link.tsx'
import type { Filters } from './filters.ts'
import { Sparkline } from './sparkline.tsx'
import { boardColumns } from './words.ts'
import './board-table.css'

export type { Grouping } from './board-rows.ts'

/** The counts with their sum; every number opens the list of what it counts. */
export const BoardTable = ({
  board,
  by,
  filters,
  empty,
}: {
  readonly board: Board
  readonly by: Grouping
  readonly filters: Filters
  readonly empty: ReactNode
}) => {
  const columns = useMemo((): readonly Column<Row>[] => {
    const top = Math.max(0, ...board.rows.flatMap((row) => row.overdueByWeek))
    // The rows are some of the duties only: no filter says "communes".
    const whole = by === 'commune' ? undefined : {}
    return [
      {
        id: 'nhom',
        header: boardGroups[by],
        paperShare: 28,
        sortBy: (row) => row.label,
        cell: (row) => row.label,
        total: () => 'Cộng',
      },
      ...boardColumns.map(({ id, header, filter }): Column<Row> => {
        const tone = id === 'overdue' ? { tone: 'overdue' as const } : {}
        return {
          id,
          header,
          width: '98px',
          paperShare: 9,
          isNumeric: true,
          sortBy: (row) => row.totals[id],
          cell: (row) => (
            <FigureLink
              count={row.totals[id]}
              filters={toCellFilters(filters, toRowFilter(by, row.key), filter)}
              label={`${row.label}, ${header.toLowerCase()}`}
              {...tone}
            />
          ),
          total: () => (
            <FigureLink
              count={board.totals[id]}
              filters={toCellFilters(filters, whole, filter)}
              label={`cộng, ${header.toLowerCase()}`}
              {...tone}
            />
          ),
        }
      }),
      {
        id: 'tuan',
        header: 'Quá hạn 12 tuần',
        width: '112px',
        isScreenOnly: true,
        isWideOnly: true,
        cell: (row) => <Sparkline weeks={row.overdueByWeek} top={top} />,
        total: () => <Sparkline weeks={board.overdueByWeek} top={Math.max(0, ...board.overdueByWeek)} />,
      },
    ]
  }, [board, by, filters])
  return (
    <div className="board">
      <DataTable
        caption={`Nhiệm vụ theo ${boardGroups[by].toLowerCase()}`}
        columns={columns}
        rows={board.rows}
        rowKey={(row) => row.key}
        empty={empty}
      />
      {board.rows.length > 0 && (
        <p className="quiet small board__note">
          Tổng số = hoàn thành đúng hạn + hoàn thành quá hạn + quá hạn, chưa hoàn thành + chưa đến hạn. Ba cột
          sau đếm lại trong số chưa hoàn thành. Không tính nhiệm vụ đã thu hồi hoặc không còn phải thực hiện
          {board.totals.notCounted > 0 && ` (${board.totals.notCounted})`}.
        </p>
      )}
    </div>
  )
}
