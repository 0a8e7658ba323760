import { Link } from '@tanstack/react-router'
import { SourceChip } from '#platform/web/ui/chip.tsx'
import './clause-link.css'

/** The clause that an item rests on; opens the document at that place. */
export const ClauseLink = ({
  document,
  path,
  start,
}: {
  readonly document: string | null
  readonly path: string
  /** Where it begins in the text. */
  readonly start: number | undefined
}) => {
  const label = (
    <SourceChip title={document === null ? 'Nhập tay' : 'Mở điều khoản trong văn bản'}>
      {path === '' ? 'nhập tay' : path}
    </SourceChip>
  )
  if (document === null) return label
  return (
    <Link
      className="clause-link"
      to={`/van-ban/${document}` as never}
      search={{ xem: 'noi-dung', ...(start === undefined ? {} : { vi: String(start) }) } as never}
    >
      {label}
    </Link>
  )
}
