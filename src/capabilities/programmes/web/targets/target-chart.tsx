import { useEffect, useRef, useState } from 'react'
import type { TargetDetail } from '../../domain/targets-schemas.ts'
import { sayNumber } from '../../domain/targets-words.ts'

const HEIGHT = 240
const EDGE = { top: 16, right: 132, bottom: 28, left: 52 }
const NARROW_RIGHT = 84

interface Series {
  readonly name: string
  readonly look: 'path' | 'base' | 'actual'
  readonly values: readonly (number | null)[]
}

/** The width of the place on the page, so that letters keep their size on every screen. */
const useWidth = () => {
  const place = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(680)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(280, Math.round(entry.contentRect.width)))
    })
    if (place.current) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return { place, width }
}

/** Round steps of the scale: 1, 2 or 5 of a power of ten. */
const toSteps = (low: number, high: number): readonly number[] => {
  const rough = Math.max((high - low) / 4, 1e-6)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough
  const first = Math.floor(low / step) * step
  return Array.from({ length: Math.ceil((high - first) / step) + 1 }, (_, i) => first + i * step)
}

const toSeries = ({ points, measure }: TargetDetail): readonly Series[] => {
  const all: readonly Series[] = [
    { name: 'Cùng kỳ', look: 'base', values: points.map(({ base }) => base) },
    { name: 'Lộ trình', look: 'path', values: points.map(({ wanted }) => wanted) },
    {
      name: measure === 'sum' ? 'Lũy kế' : 'Thực hiện',
      look: 'actual',
      values: points.map(({ reached }) => reached),
    },
  ]
  return all.filter(({ values }) => values.some((value) => value !== null))
}

/** The path of a target and what was reached: two plain lines, named where they end. The table beside it says the same. */
export const TargetChart = ({ target }: { readonly target: TargetDetail }) => {
  const { place, width } = useWidth()
  const series = toSeries(target)
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  if (target.points.length < 2 || values.length === 0) return null
  const right = width < 520 ? NARROW_RIGHT : EDGE.right
  const low = target.measure === 'sum' ? 0 : Math.min(...values)
  const steps = toSteps(low, Math.max(...values, low + 1))
  const [bottom, top] = [steps[0] ?? 0, steps.at(-1) ?? 1]
  const count = target.points.length
  const x = (i: number): number => EDGE.left + (i * (width - EDGE.left - right)) / (count - 1)
  const y = (value: number): number =>
    HEIGHT - EDGE.bottom - ((value - bottom) * (HEIGHT - EDGE.top - EDGE.bottom)) / (top - bottom)
  const every = Math.ceil(count / (width < 520 ? 4 : 12))
  return (
    <figure className="target-chart" ref={place}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={`Biểu đồ lộ trình và kết quả thực hiện: ${target.indicator}. ${target.why}`}
      >
        {steps.map((step) => (
          <g key={step}>
            <line
              className="target-chart__axis"
              x1={EDGE.left}
              x2={width - right}
              y1={y(step)}
              y2={y(step)}
            />
            <text x={EDGE.left - 8} y={y(step) + 4} textAnchor="end">
              {sayNumber(step)}
            </text>
          </g>
        ))}
        {target.points.map(({ period }, i) =>
          i % every === 0 ? (
            <text key={period.id} x={x(i)} y={HEIGHT - 8} textAnchor="middle">
              {toTick(period.name)}
            </text>
          ) : null,
        )}
        {series.map(({ look, values }) => (
          <g key={look}>
            <path className={`target-chart__${look}`} d={toLine(values, x, y)} />
            {look === 'actual' &&
              values.map((value, i) =>
                value === null ? null : (
                  <circle key={i} className="target-chart__dot" cx={x(i)} cy={y(value)} r={3.5} />
                ),
              )}
          </g>
        ))}
        {toNames(series, y).map(({ name, look, at, value, height }) => (
          <text
            key={look}
            className={look === 'actual' ? 'target-chart__name' : undefined}
            x={x(at) + 8}
            y={height}
          >
            {name} {sayNumber(value)}
          </text>
        ))}
      </svg>
    </figure>
  )
}

/** `tháng 3/2026` → `3/2026`; what does not begin so stays. */
const toTick = (name: string): string => name.replace(/^tháng /u, '').replace(/^tuần /u, '')

const toLine = (
  values: readonly (number | null)[],
  x: (i: number) => number,
  y: (value: number) => number,
): string =>
  values
    .map((value, i) =>
      value === null
        ? ''
        : `${i > 0 && values[i - 1] !== null ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('')

/** Where each line is named: at its end, moved apart where two names of one end would lie upon each other. */
const toNames = (series: readonly Series[], y: (value: number) => number) => {
  const ends = series
    .map(({ name, look, values }) => {
      const at = values.findLastIndex((value) => value !== null)
      const value = values[at] ?? 0
      return { name, look, at, value, height: y(value) + 4 }
    })
    .sort((a, b) => a.height - b.height)
  for (const [i, one] of ends.entries()) {
    const above = ends.slice(0, i).findLast((other) => other.at === one.at)
    if (above) one.height = Math.max(one.height, above.height + 15)
  }
  return ends
}
