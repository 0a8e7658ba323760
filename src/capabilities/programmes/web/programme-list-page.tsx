import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatPartialDate } from '#kernel/partial-date.ts'
import { LinkButton } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { Pagination } from '#platform/web/ui/pagination.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import type { Programme } from '../contract.ts'
import { listProgrammes } from './api.ts'

const SIZE = 50

const sum = (pick: (programme: Programme) => number) => (rows: readonly Programme[]) =>
  rows.reduce((total, row) => total + pick(row), 0)

const count = (id: string, header: string, pick: (programme: Programme) => number): Column<Programme> => ({
  id,
  header,
  width: '120px',
  isNumeric: true,
  cell: pick,
  sortBy: pick,
  total: sum(pick),
})

const columns: readonly Column<Programme>[] = [
  {
    id: 'so',
    header: 'Số, ký hiệu',
    width: '168px',
    cell: (row) => row.number ?? <span className="quiet">không số</span>,
  },
  {
    id: 'ten',
    header: 'Kế hoạch',
    cell: (row) => (
      <>
        <Link to={`/ke-hoach/${row.id}` as never}>{row.subject ?? 'Kế hoạch không tên'}</Link>{' '}
        {row.state === 'withdrawn' && <Chip>Đã thu hồi</Chip>}
        <p className="quiet small">{row.issuer}</p>
      </>
    ),
  },
  {
    id: 'ngay',
    header: 'Ngày',
    width: '120px',
    isWideOnly: true,
    cell: (row) =>
      row.issuedOn === null ? <span className="quiet">chưa rõ</span> : formatPartialDate(row.issuedOn),
  },
  count('nhiem-vu', 'Nhiệm vụ', (row) => row.counts.tasks),
  count('chi-tieu', 'Chỉ tiêu', (row) => row.counts.targets),
  count('thoi-han', 'Thời hạn', (row) => row.counts.deadlines),
]

/** The plans that are followed. */
const ProgrammeListPage = () => {
  const url = useUrlValues()
  const set = useSetUrlValues()
  const page = Number(url['trang'] ?? '1')
  const asked = { page: String(page), size: String(SIZE), ...(url['q'] ? { q: url['q'] } : {}) }
  const query = useQuery({
    queryKey: ['programmes', 'list', asked],
    queryFn: ({ signal }) => listProgrammes(asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHeader
        title="Kế hoạch"
        note={query.data ? `${query.data.total} kế hoạch đang theo dõi` : 'Đang tải…'}
      />
      <Filters>
        <SearchField
          label="Tìm kế hoạch"
          value={url['q'] ?? ''}
          onChange={(q) => set({ q, trang: undefined })}
        />
      </Filters>
      <Loaded query={query}>
        {(found) => (
          <>
            <DataTable
              caption="Kế hoạch đang theo dõi"
              columns={columns}
              rows={found.items}
              rowKey={(row) => row.id}
              isRowQuiet={(row) => row.state === 'withdrawn'}
              empty={
                <EmptyState
                  title="Chưa có kế hoạch nào"
                  action={<LinkButton to="/van-ban">Mở kho văn bản</LinkButton>}
                >
                  Tiếp nhận một văn bản, rà soát rồi duyệt: kế hoạch theo dõi được lập từ đó.
                </EmptyState>
              }
            />
            <Pagination
              page={page}
              pageSize={SIZE}
              total={found.total}
              onPage={(next) => set({ trang: String(next) })}
            />
          </>
        )}
      </Loaded>
    </>
  )
}
export default ProgrammeListPage
