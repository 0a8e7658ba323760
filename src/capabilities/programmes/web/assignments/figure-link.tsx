import { Link } from '@tanstack/react-router'
import { formatNumber } from '#platform/web/format.ts'
import './figure-link.css'
import { LIST, toAddressValues, type Filters } from './filters.ts'

/** A number that opens the list of what it counts; nought has nothing behind it. */
export const FigureLink = ({
  count,
  filters,
  label,
  tone,
}: {
  readonly count: number
  /** Undefined where no list counts the same. */
  readonly filters: Filters | undefined
  /** What is counted, for who does not see the row and the column. */
  readonly label: string
  readonly tone?: 'overdue'
}) =>
  count === 0 || filters === undefined ? (
    <span className={count === 0 ? 'quiet' : undefined}>{formatNumber(count)}</span>
  ) : (
    <Link
      className={`figure${tone === 'overdue' ? ' figure--overdue' : ''}`}
      to={LIST as never}
      search={toAddressValues(filters) as never}
      aria-label={`${formatNumber(count)}: ${label}`}
    >
      {formatNumber(count)}
    </Link>
  )
