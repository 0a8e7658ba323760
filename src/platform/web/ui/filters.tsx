import { useId, useState, type ReactNode } from 'react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { Button } from './button.tsx'
import './filters.css'

/** The line of filters above a list; what is seldom needed opens below it, and is counted while it is closed. */
export const Filters = ({
  children,
  more,
  countMore = 0,
}: {
  readonly children: ReactNode
  readonly more?: ReactNode
  /** How many of the others are set. */
  readonly countMore?: number
}) => {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (more === undefined) return <div className="filters no-print">{children}</div>
  const Arrow = isOpen ? ChevronUp : ChevronDown
  return (
    <>
      <div className="filters no-print">
        {children}
        <Button
          className={countMore > 0 ? 'filters__more filters__more--set' : 'filters__more'}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          Bộ lọc khác{countMore > 0 && ` (${countMore})`} <Arrow className="icon" aria-hidden="true" />
        </Button>
      </div>
      <div id={id} className="filters no-print" role="group" aria-label="Bộ lọc khác" hidden={!isOpen}>
        {more}
      </div>
    </>
  )
}
