import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState, type FormEvent } from 'react'
import { api } from '#platform/web/api.ts'
import { isTransient } from '#platform/web/problem.ts'
import { ServerAwayPage, WholePage } from '#platform/web/shell/whole-page.tsx'
import { OfflineBanner } from '#platform/web/shell/offline-banner.tsx'
import { Button } from '#platform/web/ui/button.tsx'
import { TextField } from '#platform/web/ui/field.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { Skeleton } from '#platform/web/ui/skeleton.tsx'
import { useUrlValues } from '#platform/web/url-state.ts'
import { oidcRefusals, type Session } from '../contract.ts'
import { sessionQuery } from './session.ts'
import { roleName, roleOptions } from './words.ts'
import './sign-in-page.css'

/** Only a path of this very app; anything else in the address is not ours to follow. */
const toReturnPath = (text: string | undefined): string =>
  text !== undefined && /^\/(?![/\\])/u.test(text) ? text : '/'

const SignInPage = () => {
  const session = useQuery(sessionQuery)
  const client = useQueryClient()
  const router = useRouter()
  const url = useUrlValues()
  const back = toReturnPath(url['tiep'])
  const refusal = Object.entries(oidcRefusals).find(([why]) => why === url['ly-do'])?.[1]
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')

  const enter = useMutation({
    mutationFn: async (who: { path: string; body: unknown }) => await api.post<Session>(who.path, who.body),
    onSuccess: async () => {
      // Whatever the page before knew belonged to another person.
      client.clear()
      await client.fetchQuery(sessionQuery)
      router.history.push(back)
    },
  })
  const isIn = session.data?.account != null && !enter.isPending
  useEffect(() => {
    if (isIn) router.history.replace(back)
  }, [isIn, back, router])

  if (session.isError && session.data === undefined)
    return isTransient(session.error) ? <ServerAwayPage /> : <ProblemNotice error={session.error} />
  const way = session.data?.signIn
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!enter.isPending) enter.mutate({ path: '/api/session', body: { login: login.trim(), password } })
  }
  return (
    <WholePage
      title="Đăng nhập"
      aside={
        way !== undefined &&
        way.demo.length > 0 && (
          <DemoPeople
            people={way.demo}
            isBusy={enter.isPending}
            onChoose={(chosen) => enter.mutate({ path: '/api/session/demo', body: { login: chosen } })}
          />
        )
      }
    >
      <p className="quiet sign-in__province">{session.data?.province.name ?? '\u00A0'}</p>
      {way?.firstAdminNeeded && (
        <Notice tone="due" title="Hệ thống chưa có người quản trị.">
          <p>Mở đường dẫn dùng một lần mà máy chủ in ra khi khởi động để đặt tài khoản quản trị đầu tiên.</p>
        </Notice>
      )}
      <form className="form" onSubmit={submit}>
        {refusal !== undefined && !enter.isError && (
          <Notice tone="overdue" title="Chưa đăng nhập được bằng tài khoản định danh." isLive>
            <p>{refusal}</p>
          </Notice>
        )}
        {enter.isError && <ProblemNotice error={enter.error} />}
        <TextField
          label="Tên đăng nhập"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={setLogin}
        />
        <TextField
          label="Mật khẩu"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        <div className="form__actions">
          <Button type="submit" look="primary" isBusy={enter.isPending}>
            Đăng nhập
          </Button>
          {way?.oidc && (
            <a className="button button--plain" href="/api/session/oidc">
              Đăng nhập bằng tài khoản định danh
            </a>
          )}
        </div>
        <p className="small quiet">
          Quên mật khẩu: liên hệ quản trị hệ thống của tỉnh để nhận đường dẫn đặt lại.
        </p>
      </form>
      {session.data === undefined && <Skeleton rows={3} />}
      <OfflineBanner />
    </WholePage>
  )
}

type Demo = Session['signIn']['demo'][number]

const roleOrder = roleOptions.map((option) => option.value)

/** The users of the sample province, highest role first. */
const DemoPeople = ({
  people,
  isBusy,
  onChoose,
}: {
  readonly people: readonly Demo[]
  readonly isBusy: boolean
  readonly onChoose: (login: string) => void
}) => (
  <section className="demo" aria-labelledby="demo-title">
    <h2 id="demo-title">Người dùng mẫu</h2>
    <p className="small quiet">
      Chỉ có trong tỉnh mẫu và chỉ trên chính máy này; vào ngay không cần mật khẩu.
    </p>
    <ul>
      {people
        .toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
        .map((one) => (
          <li key={one.login}>
            <button
              type="button"
              className="demo__person"
              disabled={isBusy}
              onClick={() => onChoose(one.login)}
            >
              <span className="demo__name">
                {one.name} <span className="quiet small">({one.login})</span>
              </span>
              <span className="quiet">{[roleName(one.role), one.agency].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
    </ul>
  </section>
)

export default SignInPage
