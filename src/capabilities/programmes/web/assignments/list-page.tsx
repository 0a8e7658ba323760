import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { useInPeriod } from '#platform/web/shell/in-period.tsx'
import { Button } from '#platform/web/ui/button.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { Pagination } from '#platform/web/ui/pagination.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import type { AssignmentPage, AssignmentQuery } from '../../domain/assignment-schemas.ts'
import { listQuery } from './api.ts'
import { AssignmentTable } from './assignment-table.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { noFilters, toFilters } from './filters.ts'
import { ListFilters } from './list-filters.tsx'

const SIZE = 50

/** Duties by whatever filter; for an agency, its own work. */
const ListPage = () => {
  const url = useUrlValues()
  const isInbox = useMay('programmes.assignment.report')
  const [period] = useInPeriod()
  const page = Number(url['trang'] ?? '1')
  const asked: AssignmentQuery = {
    ...toFilters(url),
    ...(period ? { from: period.from, to: period.to } : {}),
    page: String(page),
    size: String(SIZE),
  }
  const query = useQuery({ ...listQuery(asked), refetchInterval: 60_000 })
  return (
    <>
      <PageHeader
        title={isInbox ? 'Việc của cơ quan tôi' : 'Danh sách nhiệm vụ'}
        {...(isInbox ? {} : { crumbs: [{ label: 'Theo dõi nhiệm vụ', to: '/nhiem-vu' }] })}
        note={query.data ? `${formatNumber(query.data.total)} nhiệm vụ, hạn gần trước` : 'Đang tải…'}
        actions={<Button onClick={() => print()}>In</Button>}
      />
      <ListFilters />
      <Loaded query={query} rows={14}>
        {(found) => <List key={JSON.stringify(asked)} found={found} page={page} />}
      </Loaded>
    </>
  )
}
export default ListPage

const List = ({ found, page }: { readonly found: AssignmentPage; readonly page: number }) => {
  const set = useSetUrlValues()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (id: string, isOn: boolean): void =>
    setChosen((before) => new Set(isOn ? [...before, id] : [...before].filter((one) => one !== id)))
  const mayAct = found.items.some((row) => row.verbs.length > 0)
  return (
    <>
      {mayAct && <BulkBar rows={found.items} chosen={chosen} onChoose={setChosen} />}
      <AssignmentTable
        rows={found.items}
        choosing={mayAct ? { chosen, choose } : undefined}
        empty={
          <EmptyState
            title="Không có nhiệm vụ nào"
            action={<Button onClick={() => void set(noFilters)}>Bỏ mọi bộ lọc</Button>}
          >
            Không có nhiệm vụ nào hợp với các bộ lọc đang đặt, hoặc chưa có nhiệm vụ nào được giao.
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pageSize={found.size}
        total={found.total}
        onPage={(next) => void set({ trang: String(next) })}
      />
    </>
  )
}
