import type { ReactNode } from 'react'
import './empty-state.css'

/** Nothing here, why, and what to do about it. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) => (
  <div className="empty-state">
    <p className="empty-state__title">{title}</p>
    {children !== undefined && <div className="quiet">{children}</div>}
    {action !== undefined && <div className="empty-state__action">{action}</div>}
  </div>
)
