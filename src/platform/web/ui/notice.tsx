import { AlertTriangle, CheckCircle2, Info, OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { toProblem } from '../problem.ts'
import './notice.css'

export type NoticeTone = 'info' | 'done' | 'due' | 'overdue'

const icons = { info: Info, done: CheckCircle2, due: AlertTriangle, overdue: OctagonAlert }

/** Something to know before going on. Shape, colour and words say the same. */
export const Notice = ({
  tone = 'info',
  title,
  children,
  actions,
  isLive = false,
}: {
  readonly tone?: NoticeTone
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** It came while the person was doing something: read it out. */
  readonly isLive?: boolean
}) => {
  const Icon = icons[tone]
  return (
    <div
      className={`notice notice--${tone}`}
      role={isLive ? (tone === 'overdue' ? 'alert' : 'status') : undefined}
    >
      <Icon className="icon" aria-hidden="true" />
      <div className="notice__body">
        {title !== undefined && <p className="notice__title">{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className="cluster notice__actions">{actions}</div>}
      </div>
    </div>
  )
}

/** A refusal in three parts: what, where, what to do. */
export const ProblemNotice = ({
  error,
  actions,
}: {
  readonly error: unknown
  readonly actions?: ReactNode
}) => {
  const problem = toProblem(error)
  return (
    <Notice
      tone={problem.status === 0 || problem.status >= 500 ? 'due' : 'overdue'}
      title={problem.title}
      isLive
      actions={actions}
    >
      {problem.detail !== undefined && <p>{problem.detail}</p>}
      <p>{problem.action}</p>
      {problem.status >= 500 && problem.requestId !== undefined && (
        <p className="small quiet">Mã yêu cầu để tra cứu: {problem.requestId}</p>
      )}
    </Notice>
  )
}
