import { AlertTriangle, CheckCircle2, Circle, CircleHelp, Info, OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './chip.css'

export type ChipTone = 'overdue' | 'due' | 'done' | 'info' | 'doubtful' | 'plain'

const icons = {
  overdue: OctagonAlert,
  due: AlertTriangle,
  done: CheckCircle2,
  info: Info,
  doubtful: CircleHelp,
  plain: Circle,
}

/** A state in a word, with the shape that goes with its colour. */
export const Chip = ({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: ChipTone
  /** Why it is so, when one word is not enough. */
  readonly title?: string
  readonly children: ReactNode
}) => {
  const Icon = icons[tone]
  return (
    <span className={`chip chip--${tone}`} title={title}>
      <Icon className="chip__shape" aria-hidden="true" />
      {children}
    </span>
  )
}

/** Where a value comes from: `KH 11/KH-UBND · V.2.3`. */
export const SourceChip = ({
  children,
  title,
}: {
  readonly children: ReactNode
  readonly title?: string
}) => (
  <span className="chip chip--source" title={title}>
    {children}
  </span>
)
