import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { formatNumber } from '#platform/web/format.ts'
import { unreadQuery } from './api.ts'
import './bell.css'

/** More than this is written with a plus. */
const MOST = 99

/** The bell in the top bar: how many notices wait to be read, and the way to them. */
const NoticeBell = () => {
  const { data } = useQuery(unreadQuery)
  const unread = data?.unread ?? 0
  const label = unread === 0 ? 'Thông báo' : `Thông báo: ${formatNumber(unread)} chưa đọc`
  return (
    <Link to="/thong-bao" className="bar-button bell" title={label}>
      <Bell className="icon" aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
      {unread > 0 && (
        <span className="bell__count" aria-hidden="true">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </Link>
  )
}

export default NoticeBell
