import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { formatDay, todayInVietnam } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters as FilterLine } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import type { Board } from '../../domain/assignment-schemas.ts'
import { boardQuery } from './api.ts'
import { useProgrammeOptions } from './choices.ts'
import { LIST, toAddressValues, toFilters, type Filters } from './filters.ts'
import { parseMonth, shiftMonth, stepDay, toMonthDays, toWeeks, writeMonth } from './month.ts'
import './calendar-page.css'

const weekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật']
type Counts = ReadonlyMap<string, Board['rows'][number]['totals']>

/** The days of a month on which duties fall due. */
const CalendarPage = () => {
  const url = useUrlValues()
  const set = useSetUrlValues()
  const isInbox = useMay('programmes.assignment.report')
  const programmes = useProgrammeOptions('mọi kế hoạch')
  const now = parseMonth(todayInVietnam().slice(0, 7)) ?? { year: 2026, month: 1 }
  const month = parseMonth(url['thang']) ?? now
  const days = toMonthDays(month)
  const filters = toFilters({ ...url, tu: undefined, den: undefined })
  const query = useQuery(
    boardQuery({ ...filters, by: 'day', from: days[0] ?? '', to: days.at(-1) ?? '', timeliness: 'counted' }),
  )
  const title = `Lịch nhiệm vụ tháng ${month.month}/${month.year}`
  const go = (count: number): void => void set({ thang: writeMonth(shiftMonth(month, count)) })
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          isInbox
            ? { label: 'Việc của cơ quan tôi', to: LIST }
            : { label: 'Theo dõi nhiệm vụ', to: '/nhiem-vu' },
        ]}
        note={
          query.data
            ? [
                `${query.data.totals.all} nhiệm vụ đến hạn trong tháng`,
                query.data.totals.overdue === 0 ? '' : `, ${query.data.totals.overdue} quá hạn`,
              ].join('')
            : 'Đang tải…'
        }
        actions={
          <>
            <Button onClick={() => go(-1)}>Tháng trước</Button>
            <Button onClick={() => void set({ thang: undefined })}>Tháng này</Button>
            <Button onClick={() => go(1)}>Tháng sau</Button>
            <Button onClick={() => print()}>In</Button>
          </>
        }
      />
      <FilterLine>
        <Select
          label="Kế hoạch"
          value={url['ke-hoach'] ?? ''}
          options={programmes}
          onChange={(value) => void set({ 'ke-hoach': value })}
        />
      </FilterLine>
      <Loaded query={query} rows={14}>
        {(board) => <Weeks month={month} board={board} filters={filters} title={title} />}
      </Loaded>
    </>
  )
}
export default CalendarPage

const Weeks = ({
  month,
  board,
  filters,
  title,
}: {
  readonly month: ReturnType<typeof shiftMonth>
  readonly board: Board
  readonly filters: Filters
  readonly title: string
}) => {
  const set = useSetUrlValues()
  const table = useRef<HTMLTableElement>(null)
  const wanted = useRef<PlainDate>(undefined)
  const counts: Counts = useMemo(() => new Map(board.rows.map((row) => [row.key, row.totals])), [board])
  const focus = (day: PlainDate): boolean => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)
    ;(cell?.querySelector<HTMLElement>('a') ?? cell)?.focus()
    return cell !== null && cell !== undefined
  }
  // The arrow led into the neighbouring month: the focus follows once it is there.
  useEffect(() => {
    if (wanted.current !== undefined && focus(wanted.current)) wanted.current = undefined
  })
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-day]')?.dataset['day']
    const next = from === undefined ? undefined : stepDay(from as PlainDate, event.key)
    if (next === undefined) return
    event.preventDefault()
    if (focus(next)) return
    wanted.current = next
    void set({ thang: next.slice(0, 7) })
  }
  return (
    <table className="month" ref={table} onKeyDown={walk}>
      <caption className="visually-hidden">{title}, mũi tên đi từ ngày này sang ngày khác</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {toWeeks(month).map((week, i) => (
          <tr key={i}>
            {week.map((day, j) =>
              day === undefined ? (
                <td key={j} className="month__none" aria-label="ngoài tháng" />
              ) : (
                <Day
                  key={day}
                  day={day}
                  weekday={weekdays[j] ?? ''}
                  today={board.on}
                  totals={counts.get(day)}
                  filters={filters}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Day = ({
  day,
  weekday,
  today,
  totals,
  filters,
}: {
  readonly day: PlainDate
  readonly weekday: string
  readonly today: string
  readonly totals: Board['totals'] | undefined
  readonly filters: Filters
}) => {
  const done = totals ? totals.doneOnTime + totals.doneLate : 0
  return (
    <td
      data-day={day}
      tabIndex={-1}
      className={`month__day${totals ? ' month__day--full' : ''}${day === today ? ' month__day--today' : ''}`}
      aria-current={day === today ? 'date' : undefined}
    >
      <span className="month__date">
        <span className="month__number" aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        <span className="month__long">
          {weekday}, {formatDay(day)}
        </span>
        {day === today && <span className="month__now"> hôm nay</span>}
      </span>
      {totals && (
        <span className="month__counts">
          <Link
            className="figure"
            to={LIST as never}
            search={toAddressValues({ ...filters, from: day, to: day, timeliness: 'counted' }) as never}
          >
            {totals.all} nhiệm vụ
          </Link>
          {totals.overdue > 0 && <span className="month__overdue">{totals.overdue} quá hạn</span>}
          {done > 0 && <span className="month__done">{done} đã hoàn thành</span>}
        </span>
      )}
    </td>
  )
}
