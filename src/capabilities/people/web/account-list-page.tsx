import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { formatInstant, formatNumber } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button, LinkButton } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { Pagination } from '#platform/web/ui/pagination.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import type { AccountDetail, RoleCode } from '../contract.ts'
import { AccountForm } from './account-form.tsx'
import { accountsQuery } from './api.ts'
import { describePost } from './session.ts'
import { roleOptions } from './words.ts'

const PAGE_SIZE = 100

/** How the account stands, in a word. */
export const AccountChip = ({ account }: { readonly account: AccountDetail }) => {
  if (account.state === 'locked') return <Chip tone="overdue">Đã khóa</Chip>
  return account.hasPassword ? <Chip tone="done">Đang dùng</Chip> : <Chip tone="due">Chưa đặt mật khẩu</Chip>
}

const columns: readonly Column<AccountDetail>[] = [
  {
    id: 'ten',
    header: 'Họ và tên',
    cell: (account) => <Link to={`/nguoi-dung/${account.id}`}>{account.name}</Link>,
  },
  { id: 'dang-nhap', header: 'Tên đăng nhập', width: '170px', cell: (account) => account.login },
  {
    id: 'vai-tro',
    header: 'Vai trò',
    width: '36%',
    cell: (account) =>
      account.posts.length === 0 ? (
        <span className="quiet">Chưa giao</span>
      ) : (
        account.posts.map((post) => <div key={post.id}>{describePost(post)}</div>)
      ),
  },
  {
    id: 'tinh-trang',
    header: 'Tình trạng',
    width: '160px',
    cell: (account) => <AccountChip account={account} />,
  },
  {
    id: 'gan-nhat',
    header: 'Dùng gần nhất',
    width: '150px',
    isWideOnly: true,
    cell: (account) => (account.lastSeenAt === null ? '' : formatInstant(account.lastSeenAt)),
  },
]

const AccountListPage = () => {
  const values = useUrlValues()
  const setValues = useSetUrlValues()
  const mayEdit = useMay('people.account.edit')
  const [isAdding, setAdding] = useState(false)
  const { q = '', 'vai-tro': role = '', 'tinh-trang': state = '', trang = '1' } = values
  const page = Math.max(1, Number(trang) || 1)
  const filter = useMemo(
    () => ({
      page: String(page),
      size: String(PAGE_SIZE),
      ...(q === '' ? {} : { q }),
      ...(role === '' ? {} : { role: role as RoleCode }),
      ...(state === '' ? {} : { state: state as 'active' | 'locked' }),
    }),
    [page, q, role, state],
  )
  const query = useQuery(accountsQuery(filter))
  const isFiltered = q !== '' || role !== '' || state !== ''
  return (
    <>
      <PageHeader
        title="Người dùng"
        note={query.data ? `${formatNumber(query.data.total)} tài khoản` : '\u00A0'}
        actions={
          mayEdit && (
            <>
              <LinkButton to="/nguoi-dung/nhap">Nhập từ bảng tính</LinkButton>
              <Button look="primary" onClick={() => setAdding(true)}>
                Thêm người dùng
              </Button>
            </>
          )
        }
      />
      <Filters>
        <SearchField
          label="Tìm theo họ tên, tên đăng nhập"
          value={q}
          onChange={(text) => setValues({ q: text, trang: undefined })}
        />
        <Select
          label="Vai trò"
          isLabelHidden
          value={role}
          options={[{ value: '', label: 'Mọi vai trò' }, ...roleOptions]}
          onChange={(value) => setValues({ 'vai-tro': value, trang: undefined })}
        />
        <Select
          label="Tình trạng"
          isLabelHidden
          value={state}
          options={[
            { value: '', label: 'Mọi tình trạng' },
            { value: 'active', label: 'Đang dùng' },
            { value: 'locked', label: 'Đã khóa' },
          ]}
          onChange={(value) => setValues({ 'tinh-trang': value, trang: undefined })}
        />
      </Filters>
      <Loaded query={query} rows={12}>
        {(data) => (
          <>
            <DataTable
              caption="Người dùng"
              columns={columns}
              rows={data.items}
              rowKey={(account) => account.id}
              empty={
                <EmptyState
                  title={isFiltered ? 'Không có người dùng nào khớp bộ lọc' : 'Chưa có người dùng nào'}
                >
                  {isFiltered ? (
                    <p>Bỏ bớt điều kiện lọc.</p>
                  ) : (
                    <p>Thêm từng người, hoặc nhập cả danh sách từ bảng tính.</p>
                  )}
                </EmptyState>
              }
            />
            <Pagination
              page={page}
              pageSize={PAGE_SIZE}
              total={data.total}
              onPage={(next) => setValues({ trang: next === 1 ? undefined : String(next) })}
            />
          </>
        )}
      </Loaded>
      {isAdding && <AccountForm onClose={() => setAdding(false)} />}
    </>
  )
}

export default AccountListPage
