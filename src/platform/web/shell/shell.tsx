import { Menu, PanelLeftClose, PanelLeftOpen, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import type { MenuEntry, SearchSource } from '../capability.ts'
import { may, useSession } from '../session.ts'
import { ToastRegion } from '../ui/toast.tsx'
import { BarItems, type LoadedBarItem } from './bar-items.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { PeriodControl } from './period-control.tsx'
import { PersonMenu } from './person-menu.tsx'
import { Rail } from './rail.tsx'
import { SearchBox } from './search-box.tsx'
import { useShortcuts } from './shortcuts.ts'
import './shell.css'

const ShortcutsHelp = lazy(async () => await import('./shortcuts-help.tsx'))

const RAIL_KEY = 'binhan.rail'

const readRail = (): boolean => {
  try {
    return localStorage.getItem(RAIL_KEY) !== 'narrow'
  } catch {
    return true
  }
}

/** Moves the focus to the new page, so that the keyboard and the screen reader start where the eye does. */
const useFocusOnPageChange = (): void => {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    document.querySelector<HTMLElement>('#noi-dung')?.focus({ preventScroll: true })
  }, [path])
}

/** The frame around every page of someone signed in. */
export const Shell = ({
  menu,
  search,
  bar,
  onSignOut,
  children,
}: {
  readonly menu: readonly MenuEntry[]
  readonly search: readonly SearchSource[]
  readonly bar: readonly LoadedBarItem[]
  readonly onSignOut: () => void
  readonly children: ReactNode
}) => {
  const session = useSession()
  const router = useRouter()
  const [isWide, setWide] = useState(readRail)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const entries = useMemo(() => menu.filter((entry) => may(session, entry.permission)), [menu, session])
  const sources = useMemo(() => search.filter((source) => may(session, source.permission)), [search, session])
  const actions = useMemo(
    () => ({
      onSearch: () => document.querySelector<HTMLElement>('#search-everything')?.focus(),
      onHelp: () => setHelpOpen(true),
      onGo: (letter: string) => {
        const entry = entries.find((one) => one.letter === letter)
        if (entry) void router.navigate({ to: entry.to })
        return entry !== undefined
      },
    }),
    [entries, router],
  )
  useShortcuts(actions)
  useFocusOnPageChange()

  const toggleRail = (): void => {
    try {
      localStorage.setItem(RAIL_KEY, isWide ? 'narrow' : 'wide')
    } catch {
      // The choice then holds until the page is closed.
    }
    setWide(!isWide)
  }
  return (
    <div className={`shell${isWide ? '' : ' shell--narrow'}`}>
      <a href="#noi-dung" className="skip-link no-print">
        Đến nội dung chính
      </a>
      <header className="bar no-print">
        <button
          type="button"
          className="bar-button bar__sheet"
          aria-expanded={isSheetOpen}
          aria-label={isSheetOpen ? 'Đóng các mục' : 'Mở các mục'}
          onClick={() => setSheetOpen(!isSheetOpen)}
        >
          {isSheetOpen ? (
            <X className="icon" aria-hidden="true" />
          ) : (
            <Menu className="icon" aria-hidden="true" />
          )}
        </button>
        <Link to="/" className="bar__name" title={session.province.name}>
          <span className="bar__product">Bình An</span>
          <span className="bar__province">{session.province.name}</span>
        </Link>
        <SearchBox sources={sources} />
        <div className="bar__end">
          <PeriodControl />
          <BarItems items={bar} />
          <PersonMenu onSignOut={onSignOut} onHelp={actions.onHelp} />
        </div>
      </header>
      <div className={`side no-print${isSheetOpen ? ' side--open' : ''}`}>
        <Rail entries={entries} onGo={() => setSheetOpen(false)} />
        <button
          type="button"
          className="side__toggle"
          onClick={toggleRail}
          aria-label={isWide ? 'Thu gọn cột mục' : 'Mở rộng cột mục'}
          title={isWide ? 'Thu gọn cột mục' : 'Mở rộng cột mục'}
        >
          {isWide ? (
            <>
              <PanelLeftClose className="icon" aria-hidden="true" />
              <span className="rail__label">Thu gọn</span>
            </>
          ) : (
            <PanelLeftOpen className="icon" aria-hidden="true" />
          )}
        </button>
      </div>
      {isSheetOpen && <div className="side-veil" onClick={() => setSheetOpen(false)} aria-hidden="true" />}
      <main id="noi-dung" className="page" tabIndex={-1}>
        {session.province.isSample && (
          <p className="sample-line no-print">
            Dữ liệu mẫu của một tỉnh không có thật, dùng để làm quen với hệ thống.
          </p>
        )}
        {children}
      </main>
      <ToastRegion />
      <OfflineBanner />
      {isHelpOpen && (
        <Suspense fallback={null}>
          <ShortcutsHelp entries={entries} onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
