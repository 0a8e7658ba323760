import { formatNumber } from '#platform/web/format.ts'
import './sparkline.css'

const WIDTH = 84
const HEIGHT = 22
const GAP = 2

/** How many were overdue week by week, the present one last; all rows of a table share one scale from nought. */
export const Sparkline = ({ weeks, top }: { readonly weeks: readonly number[]; readonly top: number }) => {
  const words = `Quá hạn theo tuần, cũ trước: ${weeks.map((count) => formatNumber(count)).join(', ')}`
  const step = WIDTH / Math.max(1, weeks.length)
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={words}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <title>{words}</title>
      <line className="sparkline__floor" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {weeks.map((count, i) => {
        const height = top === 0 ? 0 : (count / top) * (HEIGHT - 2)
        return (
          <rect
            key={i}
            className={i === weeks.length - 1 ? 'sparkline__now' : 'sparkline__before'}
            x={i * step}
            y={HEIGHT - height}
            width={step - GAP}
            height={height}
          />
        )
      })}
    </svg>
  )
}
