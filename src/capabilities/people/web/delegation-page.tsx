import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, todayInVietnam } from '#platform/web/format.ts'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { Delegation } from '../contract.ts'
import { delegationsQuery, endDelegation } from './api.ts'
import { DelegationForm } from './delegation-form.tsx'
import { describePost } from './session.ts'

const StateChip = ({ delegation }: { readonly delegation: Delegation }) => {
  const today = todayInVietnam()
  if (delegation.endedAt !== null) return <Chip>Đã thôi sớm</Chip>
  if (delegation.validTo < today) return <Chip>Đã hết hạn</Chip>
  if (delegation.validFrom > today) return <Chip tone="info">Sắp có hiệu lực</Chip>
  return <Chip tone="done">Đang có hiệu lực</Chip>
}

const DelegationPage = () => {
  const query = useQuery(delegationsQuery)
  const client = useQueryClient()
  const session = useSession()
  const mayManage = session.permissions.has('people.delegation.manage')
  const [isAdding, setAdding] = useState(false)
  const end = useMutation({
    mutationFn: endDelegation,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      showToast('Đã thôi ủy quyền.')
    },
  })
  const today = todayInVietnam()
  const columns: readonly Column<Delegation>[] = [
    { id: 'nguoi', header: 'Người ủy quyền', cell: (one) => one.from.name, sortBy: (one) => one.from.name },
    { id: 'thay', header: 'Người làm thay', cell: (one) => one.to.name, sortBy: (one) => one.to.name },
    {
      id: 'vai-tro',
      header: 'Vai trò',
      width: '28%',
      cell: (one) => one.posts.map((post) => <div key={post.id}>{describePost(post)}</div>),
    },
    {
      id: 'ngay',
      header: 'Thời gian',
      width: '200px',
      sortBy: (one) => one.validFrom,
      cell: (one) => `${formatDay(one.validFrom)} – ${formatDay(one.validTo)}`,
    },
    { id: 'tinh-trang', header: 'Tình trạng', width: '150px', cell: (one) => <StateChip delegation={one} /> },
    {
      id: 'viec',
      header: 'Thao tác',
      isScreenOnly: true,
      width: '110px',
      cell: (one) =>
        one.endedAt === null &&
        one.validTo >= today &&
        (mayManage || one.from.id === session.personId) && (
          <Button
            isSmall
            isBusy={end.isPending && end.variables === one.id}
            onClick={() => end.mutate(one.id)}
          >
            Thôi sớm
          </Button>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        title="Ủy quyền"
        note="Khi nghỉ, một người khác làm thay với đúng vai trò được giao; nhật ký ghi cả hai người."
        actions={
          <Button look="primary" onClick={() => setAdding(true)}>
            Ủy quyền
          </Button>
        }
      />
      <div className="stack">
        {end.isError && <ProblemNotice error={end.error} />}
        <Loaded query={query} rows={6}>
          {(delegations) => (
            <DataTable
              caption="Các ủy quyền"
              columns={columns}
              rows={delegations}
              rowKey={(one) => one.id}
              empty={
                <EmptyState title="Chưa có ủy quyền nào">
                  <p>Trước khi nghỉ, chọn người làm thay, vai trò và những ngày nghỉ.</p>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </div>
      {isAdding && <DelegationForm mayManage={mayManage} onClose={() => setAdding(false)} />}
    </>
  )
}

export default DelegationPage
