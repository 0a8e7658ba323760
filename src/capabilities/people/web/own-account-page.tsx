import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, formatInstant } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { TextField } from '#platform/web/ui/field.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { Session } from '../contract.ts'
import {
  changePassword,
  endOtherSessions,
  endSession,
  ownSessionsQuery,
  setActing,
  type OwnSession,
} from './api.ts'
import { isPasswordReady, PasswordFields } from './password-fields.tsx'
import { describePost, sessionQuery } from './session.ts'
import './own-account-page.css'

const OwnAccountPage = () => {
  const session = useQuery(sessionQuery)
  return (
    <>
      <PageHeader title="Tài khoản và phiên đăng nhập" />
      <Loaded query={session} rows={4}>
        {(data) => (
          <div className="own-account">
            <section className="paper" aria-labelledby="who">
              <h2 id="who">Người dùng</h2>
              <KeyValue
                rows={[
                  { label: 'Họ và tên', value: data.account?.name },
                  { label: 'Tên đăng nhập', value: data.account?.login },
                  { label: 'Vai trò đang giữ', value: <Posts session={data} /> },
                ]}
              />
              <p className="small quiet">Sửa họ tên, vai trò: liên hệ quản trị hệ thống của tỉnh.</p>
            </section>
            {(data.offers.length > 0 || data.acting) && <Acting session={data} />}
            <section className="paper" aria-labelledby="password">
              <h2 id="password">Đổi mật khẩu</h2>
              <PasswordForm login={data.account?.login ?? ''} />
            </section>
            <Sessions />
          </div>
        )}
      </Loaded>
    </>
  )
}

const Posts = ({ session }: { readonly session: Session }) =>
  session.posts.length === 0 ? (
    <span className="quiet">Chưa được giao vai trò nào</span>
  ) : (
    <ul className="own-account__posts">
      {session.posts.map((post) => (
        <li key={post.id}>
          {describePost(post)}
          {post.validTo !== null && <span className="quiet"> (đến {formatDay(post.validTo)})</span>}
        </li>
      ))}
    </ul>
  )

const Acting = ({ session }: { readonly session: Session }) => {
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: setActing,
    // Another person's rights: everything that was read may look different now.
    onSuccess: async () => await client.resetQueries(),
  })
  return (
    <section className="paper" aria-labelledby="acting">
      <h2 id="acting">Làm thay người vắng mặt</h2>
      {act.isError && <ProblemNotice error={act.error} />}
      {session.acting ? (
        <div className="cluster">
          <Chip tone="due">Đang làm thay {session.acting.name}</Chip>
          <Button isBusy={act.isPending} onClick={() => act.mutate(null)}>
            Thôi làm thay
          </Button>
        </div>
      ) : (
        <ul className="own-account__posts">
          {session.offers.map((offer) => (
            <li key={offer.delegation} className="cluster">
              <span>
                {offer.name} ủy quyền đến {formatDay(offer.until)}
              </span>
              <Button isSmall isBusy={act.isPending} onClick={() => act.mutate(offer.delegation)}>
                Bắt đầu làm thay
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const PasswordForm = ({ login }: { readonly login: string }) => {
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: async () => await changePassword(current, password),
    onSuccess: async () => {
      setCurrent('')
      setPassword('')
      setAgain('')
      showToast('Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.')
      await client.invalidateQueries(ownSessionsQuery)
    },
  })
  const isReady = current !== '' && isPasswordReady(login, password, again)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !change.isPending) change.mutate()
      }}
    >
      {change.isError && <ProblemNotice error={change.error} />}
      <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      <TextField
        label="Mật khẩu đang dùng"
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={setCurrent}
      />
      <PasswordFields
        login={login}
        password={password}
        again={again}
        onPassword={setPassword}
        onAgain={setAgain}
      />
      <div className="form__actions">
        <Button type="submit" look="primary" isBusy={change.isPending} disabled={!isReady}>
          Đổi mật khẩu
        </Button>
      </div>
    </form>
  )
}

const Sessions = () => {
  const query = useQuery(ownSessionsQuery)
  const client = useQueryClient()
  const refresh = async (): Promise<void> => await client.invalidateQueries(ownSessionsQuery)
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: async () => {
      showToast('Đã kết thúc phiên đăng nhập.')
      await refresh()
    },
  })
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: async () => {
      showToast('Đã kết thúc mọi phiên đăng nhập khác.')
      await refresh()
    },
  })
  const columns: readonly Column<OwnSession>[] = [
    {
      id: 'may',
      header: 'Thiết bị',
      cell: (one) => (
        <span className="cluster">
          {one.device} {one.current && <Chip tone="done">Phiên này</Chip>}
        </span>
      ),
    },
    { id: 'tu', header: 'Đăng nhập lúc', width: '170px', cell: (one) => formatInstant(one.startedAt) },
    { id: 'den', header: 'Dùng gần nhất', width: '170px', cell: (one) => formatInstant(one.lastSeenAt) },
    {
      id: 'viec',
      header: 'Thao tác',
      isScreenOnly: true,
      width: '130px',
      cell: (one) =>
        one.current ? null : (
          <Button
            isSmall
            isBusy={end.isPending && end.variables === one.id}
            onClick={() => end.mutate(one.id)}
          >
            Kết thúc
          </Button>
        ),
    },
  ]
  return (
    <section aria-labelledby="sessions" className="stack stack--tight own-account__wide">
      <div className="cluster own-account__head">
        <h2 id="sessions">Phiên đăng nhập</h2>
        {(query.data?.length ?? 0) > 1 && (
          <Button isSmall look="danger" isBusy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            Kết thúc mọi phiên khác
          </Button>
        )}
      </div>
      {(end.isError || endOthers.isError) && <ProblemNotice error={end.error ?? endOthers.error} />}
      <Loaded query={query} rows={3}>
        {(sessions) => (
          <DataTable
            caption="Phiên đăng nhập của tôi"
            columns={columns}
            rows={sessions}
            rowKey={(one) => one.id}
            empty={<EmptyState title="Không có phiên nào" />}
          />
        )}
      </Loaded>
    </section>
  )
}

export default OwnAccountPage
