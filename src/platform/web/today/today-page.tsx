import { useQueries } from '@tanstack/react-query'
import { AlertTriangle, CheckCircle2, Circle, OctagonAlert } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import type { TodayLine, TodaySource } from '../capability.ts'
import { formatDay, todayInVietnam } from '../format.ts'
import { may, useSession } from '../session.ts'
import { currentReportPeriod } from '../shell/period-control.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ProblemNotice } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './today-page.css'

const shapes = { due: AlertTriangle, overdue: OctagonAlert, done: CheckCircle2, plain: Circle }
const order = { overdue: 0, due: 1, plain: 2, done: 3 }

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']

/** `Thứ Bảy, ngày 21/11/2026`. */
const describeToday = (day: string): string =>
  `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ngày ${formatDay(day)}`

/** What waits for this person now, in sentences with links; said by the capabilities, nothing invented here. */
export const TodayPage = ({ sources }: { readonly sources: readonly TodaySource[] }) => {
  const session = useSession()
  const own = sources.filter((source) => may(session, source.permission))
  const results = useQueries({
    queries: own.map((source) => ({
      queryKey: ['today', source.name],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => await source.load(signal),
      refetchInterval: 60_000,
    })),
  })
  const isWaiting = results.some((result) => result.isPending)
  const failed = results.find((result) => result.isError)
  const lines = results
    .flatMap((result) => result.data ?? [])
    .toSorted((a, b) => order[a.tone ?? 'plain'] - order[b.tone ?? 'plain'])
  const period = currentReportPeriod()
  return (
    <>
      <PageHeader
        title="Hôm nay"
        note={`${describeToday(todayInVietnam())}. Kỳ báo cáo ${period.label.toLowerCase()}: ${formatDay(period.from)} – ${formatDay(period.to)}.`}
      />
      <div className="stack">
        {failed && (
          <ProblemNotice
            error={failed.error}
            actions={
              <Button onClick={() => results.forEach((result) => void result.refetch())}>Tải lại</Button>
            }
          />
        )}
        {isWaiting ? (
          <Skeleton rows={4} />
        ) : lines.length === 0 && !failed ? (
          <EmptyState title="Không có việc nào đang chờ">
            <p>Văn bản chờ rà soát, nhiệm vụ đến hạn và việc cần xử lý sẽ hiện ở đây.</p>
          </EmptyState>
        ) : (
          <ul className="today">
            {lines.map((line) => (
              <Line key={line.text} line={line} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

const Line = ({ line }: { readonly line: TodayLine }) => {
  const Shape = shapes[line.tone ?? 'plain']
  return (
    <li className={`today__line today__line--${line.tone ?? 'plain'}`}>
      <Shape className="icon" aria-hidden="true" />
      <Link to={line.to}>{line.text}</Link>
    </li>
  )
}
