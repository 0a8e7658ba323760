import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { Notice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { useUrlValue } from '#platform/web/url-state.ts'
import type { CalendarReply } from '../contract.ts'
import { calendarQuery } from './api.ts'
import { CalendarForm } from './calendar-form.tsx'

type Calendar = NonNullable<CalendarReply['calendar']>
type Holiday = Calendar['holidays'][number]
type MakeUp = Calendar['makeUpDays'][number]

const holidayColumns: readonly Column<Holiday>[] = [
  { id: 'dip', header: 'Dịp nghỉ', cell: (holiday) => holiday.name },
  { id: 'tu', header: 'Từ ngày', width: '140px', cell: (holiday) => formatDay(holiday.from) },
  { id: 'den', header: 'Đến hết ngày', width: '140px', cell: (holiday) => formatDay(holiday.to) },
]

const makeUpColumns: readonly Column<MakeUp>[] = [
  { id: 'lam', header: 'Làm bù ngày', width: '50%', cell: (day) => formatDay(day.on) },
  { id: 'nghi', header: 'Thay cho ngày nghỉ', cell: (day) => formatDay(day.insteadOf) },
]

const CalendarPage = () => {
  const [year, setYear] = useUrlValue('nam')
  const query = useQuery(calendarQuery(year === '' ? undefined : year))
  const mayEdit = useMay('places.unit.edit')
  const [isEditing, setEditing] = useState(false)
  const shown = query.data?.year
  const years = [
    ...new Set([...(query.data?.years ?? []), ...(shown === undefined ? [] : [shown, shown + 1])]),
  ].sort((a, b) => b - a)
  return (
    <>
      <PageHeader
        title="Lịch làm việc"
        note="Ngày nghỉ lễ, tết và ngày làm bù của cơ quan nhà nước. Hạn trong kế hoạch giữ đúng ngày văn bản ghi, không tự dời theo lịch này."
        actions={
          mayEdit &&
          query.data && (
            <Button onClick={() => setEditing(true)}>
              {query.data.calendar === null
                ? `Nhập lịch năm ${query.data.year}`
                : `Sửa lịch năm ${query.data.year}`}
            </Button>
          )
        }
      />
      <Filters>
        <Select
          label="Năm"
          isLabelHidden
          value={String(shown ?? '')}
          options={years.map((one) => ({ value: String(one), label: `Năm ${one}` }))}
          onChange={setYear}
        />
      </Filters>
      <Loaded query={query} rows={8}>
        {({ calendar, year: of }) =>
          calendar === null ? (
            <EmptyState title={`Chưa có lịch làm việc năm ${of}`}>
              <p>
                Nhập lịch khi có thông báo nghỉ lễ, tết của năm. Năm chưa có lịch thì không có gì được tính
                theo ngày làm việc của năm đó.
              </p>
            </EmptyState>
          ) : (
            <div className="stack">
              <DataTable
                caption={`Nghỉ lễ, tết năm ${of}`}
                columns={holidayColumns}
                rows={calendar.holidays}
                rowKey={(holiday) => `${holiday.from}-${holiday.name}`}
                empty={<EmptyState title="Chưa ghi ngày nghỉ nào" />}
              />
              {calendar.makeUpDays.length > 0 && (
                <DataTable
                  caption={`Ngày làm bù năm ${of}`}
                  columns={makeUpColumns}
                  rows={calendar.makeUpDays}
                  rowKey={(day) => day.on}
                  empty={null}
                />
              )}
              <Notice title="Căn cứ">
                <p>{calendar.source}</p>
              </Notice>
            </div>
          )
        }
      </Loaded>
      {isEditing && query.data && <CalendarForm reply={query.data} onClose={() => setEditing(false)} />}
    </>
  )
}

export default CalendarPage
