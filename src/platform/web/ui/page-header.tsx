import { ChevronLeft } from 'lucide-react'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { formatDay, formatInstant } from '../format.ts'
import { useBeforePrint, useRunningHead } from '../running-head.ts'
import { useFindSession } from '../session.ts'
import { useInPeriod } from '../shell/in-period.tsx'
import './page-header.css'

export interface Crumb {
  readonly label: string
  readonly to: string
}

const tellPrinted = (): string => `In lúc ${formatInstant(new Date().toISOString())}`

/** The title of a page, on the page and in the browser's tab; what can be done stands beside it. */
export const PageHeader = ({
  title,
  crumbs = [],
  note,
  actions,
}: {
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  /** One quiet line: how many, of when, from where. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
}) => {
  const session = useFindSession()
  useEffect(() => {
    document.title = `${title} · Bình An`
  }, [title])
  const [period] = useInPeriod()
  const place = session?.province.name ?? 'Bình An'
  const within = period
    ? `kỳ ${period.label.toLowerCase()} (${formatDay(period.from)} – ${formatDay(period.to)})`
    : ''
  useRunningHead([place, title, within].filter((part) => part !== '').join(' · '), tellPrinted)
  const [printed, setPrinted] = useState('')
  useBeforePrint(useCallback(() => setPrinted(tellPrinted()), []))
  return (
    <header className="page-header">
      <p className="print-only">{[place, within, printed].filter((part) => part !== '').join(' · ')}</p>
      {crumbs.length > 0 && (
        <nav aria-label="Đường dẫn" className="page-header__crumbs no-print">
          {crumbs.map((crumb) => (
            <Link key={crumb.to} to={crumb.to}>
              <ChevronLeft className="icon" aria-hidden="true" />
              {crumb.label}
            </Link>
          ))}
        </nav>
      )}
      <div className="page-header__line">
        <div className="page-header__title">
          <h1>{title}</h1>
          {note !== undefined && <p className="page-header__note">{note}</p>}
        </div>
        {actions !== undefined && <div className="page-header__actions no-print">{actions}</div>}
      </div>
    </header>
  )
}
