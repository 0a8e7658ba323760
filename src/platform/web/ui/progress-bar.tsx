import { formatNumber } from '../format.ts'
import './progress-bar.css'

/** How far long work has come, from 0 to 1. Only for work whose end is known. */
export const ProgressBar = ({
  label,
  share,
  note,
}: {
  readonly label: string
  readonly share: number
  /** `12 / 40 tệp`; the percentage otherwise. */
  readonly note?: string
}) => {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div className="progress">
      <div className="progress__words">
        <span>{label}</span>
        <span className="quiet">{note ?? `${formatNumber(percent)}%`}</span>
      </div>
      <div
        className="progress__track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={note ?? `${percent}%`}
      >
        <div className="progress__done" style={{ width: `${percent}%` }} />
      </div>
    </div>
  )
}
