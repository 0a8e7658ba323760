import type { ReactNode } from 'react'
import './filters.css'

/** The line of filters above a list. */
export const Filters = ({ children }: { readonly children: ReactNode }) => (
  <div className="filters no-print">{children}</div>
)
