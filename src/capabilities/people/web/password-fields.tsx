import { useState } from 'react'
import { TextField } from '#platform/web/ui/field.tsx'
import { findPasswordFault } from '../domain/password.ts'

/** A new password, typed twice; the same rules as on the server, said on leaving the field. */
export const PasswordFields = ({
  login,
  password,
  again,
  onPassword,
  onAgain,
}: {
  readonly login: string
  readonly password: string
  readonly again: string
  readonly onPassword: (text: string) => void
  readonly onAgain: (text: string) => void
}) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const leave = (name: string): void => setLeft(new Set([...left, name]))
  const fault = findPasswordFault(login, password)
  return (
    <>
      <TextField
        label="Mật khẩu mới"
        hint="Ít nhất 10 ký tự; một câu dài dễ nhớ tốt hơn một từ khó nhớ."
        type="password"
        autoComplete="new-password"
        required
        value={password}
        error={left.has('password') && password !== '' ? fault : undefined}
        onBlur={() => leave('password')}
        onChange={onPassword}
      />
      <TextField
        label="Nhập lại mật khẩu mới"
        type="password"
        autoComplete="new-password"
        required
        value={again}
        error={
          left.has('again') && again !== '' && again !== password
            ? 'Hai lần nhập chưa giống nhau.'
            : undefined
        }
        onBlur={() => leave('again')}
        onChange={onAgain}
      />
    </>
  )
}

/** Whether the two fields may be sent. */
export const isPasswordReady = (login: string, password: string, again: string): boolean =>
  password === again && findPasswordFault(login, password) === undefined
