import { Button } from './button.tsx'
import { formatNumber } from '../format.ts'
import './pagination.css'

/** Which rows of how many are shown, and the way to the others. Pages count from 1. */
export const Pagination = ({
  page,
  pageSize,
  total,
  onPage,
}: {
  readonly page: number
  readonly pageSize: number
  readonly total: number
  readonly onPage: (page: number) => void
}) => {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  const from = (page - 1) * pageSize + 1
  return (
    <nav className="pagination no-print" aria-label="Các trang của danh sách">
      <Button isSmall disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Trang trước
      </Button>
      <span className="small" aria-live="polite">
        {formatNumber(from)}–{formatNumber(Math.min(total, page * pageSize))} trên {formatNumber(total)}
      </span>
      <Button isSmall disabled={page >= last} onClick={() => onPage(page + 1)}>
        Trang sau
      </Button>
    </nav>
  )
}
