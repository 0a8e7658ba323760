import { ChevronLeft } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '../format.ts'
import { useFindSession } from '../session.ts'
import './page-header.css'

export interface Crumb {
  readonly label: string
  readonly to: string
}

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
  const [printedAt, setPrintedAt] = useState('')
  useEffect(() => {
    const now = (): void => setPrintedAt(formatInstant(new Date().toISOString()))
    addEventListener('beforeprint', now)
    return () => removeEventListener('beforeprint', now)
  }, [])
  return (
    <header className="page-header">
      <p className="print-only">
        {session?.province.name ?? 'Bình An'} · in lúc {printedAt}
      </p>
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
