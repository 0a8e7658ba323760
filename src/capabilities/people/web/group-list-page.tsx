import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatNumber } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import type { AgencyGroupDetail } from '../contract.ts'
import { groupsQuery } from './api.ts'
import { GroupForm } from './group-form.tsx'
import { describeMembers } from './members.ts'

const columns: readonly Column<AgencyGroupDetail>[] = [
  {
    id: 'ten',
    header: 'Nhóm',
    sortBy: (group) => group.name,
    cell: (group) => <Link to={`/nhom-co-quan/${group.code}`}>{group.name}</Link>,
  },
  {
    id: 'gom',
    header: 'Gồm',
    isWideOnly: true,
    width: '45%',
    cell: (group) => describeMembers(group.members),
  },
  {
    id: 'so',
    header: 'Thành viên hôm nay',
    isNumeric: true,
    width: '180px',
    sortBy: (group) => group.current.length,
    cell: (group) => formatNumber(group.current.length),
  },
]

const GroupListPage = () => {
  const query = useQuery(groupsQuery)
  const mayEdit = useMay('people.agency.edit')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHeader
        title="Nhóm cơ quan"
        note="Một cách gọi chung trong văn bản, như “các sở, ban, ngành”, được mở thành các thành viên vào ngày của văn bản."
        actions={
          mayEdit && (
            <Button look="primary" onClick={() => setAdding(true)}>
              Thêm nhóm
            </Button>
          )
        }
      />
      <Loaded query={query} rows={6}>
        {(groups) => (
          <DataTable
            caption="Nhóm cơ quan"
            columns={columns}
            rows={groups}
            rowKey={(group) => group.code}
            empty={
              <EmptyState title="Chưa có nhóm nào">
                <p>Thêm nhóm cho mỗi cách gọi chung mà văn bản của tỉnh hay dùng.</p>
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding && <GroupForm onClose={() => setAdding(false)} />}
    </>
  )
}

export default GroupListPage
