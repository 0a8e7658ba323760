import { CircleUserRound, Keyboard, LogOut, UserRound } from 'lucide-react'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useSession } from '../session.ts'
import { chooseTheme, readTheme, type Theme } from '../theme.ts'
import { Disclosure } from './disclosure.tsx'

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'Theo máy'],
  ['light', 'Sáng'],
  ['dark', 'Tối'],
]

/** Whoever is signed in: own account, look, keys, leaving. */
export const PersonMenu = ({
  onSignOut,
  onHelp,
}: {
  readonly onSignOut: () => void
  readonly onHelp: () => void
}) => {
  const session = useSession()
  const [theme, setTheme] = useState(readTheme)
  return (
    <Disclosure
      label="Tài khoản"
      className="bar-item person-menu"
      button={
        <>
          <CircleUserRound className="icon" aria-hidden="true" />
          <span className="visually-hidden">Tài khoản: </span>
          <span className="person-menu__name">{session.name}</span>
        </>
      }
    >
      {(close) => (
        <>
          <div className="person-menu__who">
            <p className="person-menu__full">{session.name}</p>
            {session.posts.map((post) => (
              <p key={post} className="small quiet">
                {post}
              </p>
            ))}
          </div>
          <Link to="/tai-khoan" className="bar-choice" onClick={close}>
            <UserRound className="icon" aria-hidden="true" />
            Tài khoản và phiên đăng nhập
          </Link>
          <button
            type="button"
            className="bar-choice"
            onClick={() => {
              close()
              onHelp()
            }}
          >
            <Keyboard className="icon" aria-hidden="true" />
            Phím tắt
          </button>
          <fieldset className="person-menu__themes">
            <legend className="small quiet">Giao diện</legend>
            {themes.map(([value, label]) => (
              <label key={value}>
                <input
                  type="radio"
                  name="theme"
                  checked={theme === value}
                  onChange={() => {
                    chooseTheme(value)
                    setTheme(value)
                  }}
                />
                {label}
              </label>
            ))}
          </fieldset>
          <button type="button" className="bar-choice person-menu__leave" onClick={onSignOut}>
            <LogOut className="icon" aria-hidden="true" />
            Đăng xuất
          </button>
        </>
      )}
    </Disclosure>
  )
}
