import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, formatInstant } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { Versioned } from '#platform/web/api.ts'
import type { AccountDetail, Post } from '../contract.ts'
import { AccountChip } from './account-list-page.tsx'
import { accountQuery, editAccount, makeResetLink, readContact } from './api.ts'
import { AddPostDialog, EndPostDialog } from './post-dialogs.tsx'
import { OneTimeLinkBox } from './one-time-link-box.tsx'
import { roleName } from './words.ts'
import './agency-page.css'

const AccountPage = () => {
  const id = usePathParam('id')
  const query = useQuery(accountQuery(id))
  const mayEdit = useMay('people.account.edit')
  return (
    <>
      <PageHeader
        title={query.data?.value.name ?? 'Người dùng'}
        crumbs={[{ label: 'Người dùng', to: '/nguoi-dung' }]}
        actions={mayEdit && query.data && <LockButton account={query.data} />}
      />
      <Loaded query={query} rows={10}>
        {(account) => (
          <div className="stack">
            <div className="agency">
              <Facts account={account.value} />
              {mayEdit && <Password account={account.value} />}
            </div>
            <Posts account={account} />
          </div>
        )}
      </Loaded>
    </>
  )
}

/** Locking ends every session of the account; it can be taken back at once. */
const LockButton = ({ account }: { readonly account: Versioned<AccountDetail> }) => {
  const client = useQueryClient()
  const isLocked = account.value.state === 'locked'
  const change = useMutation({
    mutationFn: async ({ state, version }: { state: 'active' | 'locked'; version: string | undefined }) =>
      await editAccount(account.value.id, { state }, version),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['people'] })
      const isNowLocked = saved.state === 'locked'
      showToast(
        isNowLocked ? `Đã khóa tài khoản ${saved.login}.` : `Đã mở khóa tài khoản ${saved.login}.`,
        () => change.mutate({ state: isNowLocked ? 'active' : 'locked', version: `"v${saved.version}"` }),
      )
    },
  })
  return (
    <>
      {change.isError && <ProblemNotice error={change.error} />}
      <Button
        look={isLocked ? 'plain' : 'danger'}
        isBusy={change.isPending}
        onClick={() => change.mutate({ state: isLocked ? 'active' : 'locked', version: account.version })}
      >
        {isLocked ? 'Mở khóa tài khoản' : 'Khóa tài khoản'}
      </Button>
    </>
  )
}

const Facts = ({ account }: { readonly account: AccountDetail }) => {
  const mayRead = useMay('people.contact.view')
  const contact = useMutation({ mutationFn: readContact })
  const shown = contact.data ?? account
  return (
    <section className="paper" aria-labelledby="facts">
      <h2 id="facts">Thông tin</h2>
      <KeyValue
        rows={[
          { label: 'Tên đăng nhập', value: account.login },
          { label: 'Tình trạng', value: <AccountChip account={account} /> },
          { label: 'Thư điện tử', value: shown.email },
          { label: 'Điện thoại', value: shown.phone },
          {
            label: 'Dùng gần nhất',
            value: account.lastSeenAt === null ? 'Chưa đăng nhập lần nào' : formatInstant(account.lastSeenAt),
          },
        ]}
      />
      {contact.isError && <ProblemNotice error={contact.error} />}
      {mayRead && contact.data === undefined && (account.email !== null || account.phone !== null) && (
        <div className="cluster">
          <Button isSmall isBusy={contact.isPending} onClick={() => contact.mutate(account.id)}>
            Xem liên hệ đầy đủ
          </Button>
          <span className="small quiet">Mỗi lần xem được ghi vào nhật ký.</span>
        </div>
      )}
    </section>
  )
}

const Password = ({ account }: { readonly account: AccountDetail }) => {
  const make = useMutation({ mutationFn: makeResetLink })
  return (
    <section className="paper stack stack--tight" aria-labelledby="password">
      <h2 id="password">Mật khẩu</h2>
      <p>
        {account.hasPassword
          ? 'Người dùng quên mật khẩu: cấp đường dẫn dùng một lần và chuyển tận tay hoặc qua kênh của cơ quan.'
          : 'Tài khoản chưa có mật khẩu: cấp đường dẫn dùng một lần để người dùng tự đặt.'}
      </p>
      {make.isError && <ProblemNotice error={make.error} />}
      {make.data ? (
        <OneTimeLinkBox link={make.data} />
      ) : (
        <div>
          <Button isBusy={make.isPending} onClick={() => make.mutate(account.id)}>
            Cấp đường dẫn đặt mật khẩu
          </Button>
        </div>
      )}
    </section>
  )
}

const Posts = ({ account }: { readonly account: Versioned<AccountDetail> }) => {
  const mayEdit = useMay('people.account.edit')
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Post>()
  const columns: readonly Column<Post>[] = [
    { id: 'vai-tro', header: 'Vai trò', cell: (post) => roleName(post.role) },
    {
      id: 'noi',
      header: 'Cơ quan, địa bàn',
      width: '34%',
      cell: (post) => [post.agencyName, post.area].filter(Boolean).join(', ') || 'Toàn tỉnh',
    },
    { id: 'tu', header: 'Từ ngày', width: '120px', cell: (post) => formatDay(post.validFrom) },
    { id: 'den', header: 'Đến hết ngày', width: '120px', cell: (post) => formatDay(post.validTo) },
    ...(mayEdit
      ? [
          {
            id: 'viec',
            header: 'Thao tác',
            isScreenOnly: true,
            width: '150px',
            cell: (post: Post) => (
              <Button isSmall onClick={() => setEnding(post)}>
                Đặt ngày thôi
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <section className="stack stack--tight" aria-labelledby="posts">
      <div className="cluster">
        <h2 id="posts" style={{ flex: 1 }}>
          Vai trò
        </h2>
        {mayEdit && <Button onClick={() => setAdding(true)}>Giao thêm vai trò</Button>}
      </div>
      <DataTable
        caption="Vai trò của người dùng"
        columns={columns}
        rows={account.value.posts}
        rowKey={(post) => post.id}
        empty={
          <EmptyState title="Chưa giao vai trò nào">
            <p>Người dùng đăng nhập được nhưng chưa xem được gì cho đến khi có vai trò.</p>
          </EmptyState>
        }
      />
      {isAdding && <AddPostDialog id={account.value.id} onClose={() => setAdding(false)} />}
      {ending && <EndPostDialog account={account} post={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}

export default AccountPage
