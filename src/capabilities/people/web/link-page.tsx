import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInstant } from '#platform/web/format.ts'
import { isTransient } from '#platform/web/problem.ts'
import { ServerAwayPage, WholePage } from '#platform/web/shell/whole-page.tsx'
import { Button } from '#platform/web/ui/button.tsx'
import { TextField } from '#platform/web/ui/field.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { Skeleton } from '#platform/web/ui/skeleton.tsx'
import { useUrlValues } from '#platform/web/url-state.ts'
import { makeFirstAdmin, resetPassword, tokenQuery } from './api.ts'
import { isPasswordReady, PasswordFields } from './password-fields.tsx'

const titles = {
  'first-admin': 'Đặt người quản trị đầu tiên',
  reset: 'Đặt mật khẩu',
}

/** Where a one-time link leads: the first administrator, or a password set anew. */
export const LinkPage = ({ purpose }: { readonly purpose: 'first-admin' | 'reset' }) => {
  const token = useUrlValues()['token'] ?? ''
  const link = useQuery(tokenQuery(token))
  const client = useQueryClient()
  const router = useRouter()
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const isFirst = purpose === 'first-admin'
  const ownLogin = isFirst ? login.trim() : (link.data?.login ?? '')
  const save = useMutation({
    mutationFn: async () =>
      isFirst
        ? await makeFirstAdmin({ token, login: ownLogin, name: name.trim(), password })
        : await resetPassword({ token, password }),
    onSuccess: () => {
      client.clear()
      void router.navigate({ to: '/', replace: true })
    },
  })
  if (link.isError && isTransient(link.error)) return <ServerAwayPage />
  const isWrong = token === '' || link.isError || (link.data !== undefined && link.data.purpose !== purpose)
  return (
    <WholePage title={titles[purpose]}>
      {isWrong && (
        <Notice tone="overdue" title="Đường dẫn này không dùng được." isLive>
          <p>
            Đường dẫn chỉ dùng được một lần trong 24 giờ.{' '}
            {isFirst
              ? 'Khởi động lại máy chủ để nhận đường dẫn mới.'
              : 'Liên hệ quản trị hệ thống để nhận đường dẫn mới.'}
          </p>
          <p>
            <Link to="/dang-nhap">Đến trang đăng nhập</Link>
          </p>
        </Notice>
      )}
      {!isWrong && link.data === undefined && <Skeleton rows={4} />}
      {!isWrong && link.data !== undefined && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            if (!save.isPending && isPasswordReady(ownLogin, password, again)) save.mutate()
          }}
        >
          {save.isError && <ProblemNotice error={save.error} />}
          <p className="quiet">Đường dẫn có hiệu lực đến {formatInstant(link.data.expiresAt)}.</p>
          {isFirst ? (
            <>
              <TextField label="Họ và tên" autoComplete="name" required value={name} onChange={setName} />
              <TextField
                label="Tên đăng nhập"
                hint="Chữ thường không dấu, chữ số, dấu chấm; ví dụ nguyen.van.an"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                pattern="[a-z0-9][a-z0-9._\-]{1,59}"
                value={login}
                onChange={setLogin}
              />
            </>
          ) : (
            <TextField
              label="Tên đăng nhập"
              autoComplete="username"
              readOnly
              value={ownLogin}
              onChange={() => {}}
            />
          )}
          <PasswordFields
            login={ownLogin}
            password={password}
            again={again}
            onPassword={setPassword}
            onAgain={setAgain}
          />
          <div className="form__actions">
            <Button
              type="submit"
              look="primary"
              isBusy={save.isPending}
              disabled={!isPasswordReady(ownLogin, password, again)}
            >
              {isFirst ? 'Tạo tài khoản quản trị' : 'Đặt mật khẩu và đăng nhập'}
            </Button>
          </div>
        </form>
      )}
    </WholePage>
  )
}
