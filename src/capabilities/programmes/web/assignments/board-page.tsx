import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { InPeriod, useInPeriod } from '#platform/web/shell/in-period.tsx'
import { Button, LinkButton } from '#platform/web/ui/button.tsx'
import { ComboBox } from '#platform/web/ui/combo-box.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters as FilterLine } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import { boardGroups } from '../../domain/assignment-schemas.ts'
import { boardQuery } from './api.ts'
import { BoardTable, type Grouping } from './board-table.tsx'
import { useAgencyChoices, useProgrammeOptions } from './choices.ts'
import { noFilters, toFilters } from './filters.ts'
import { HandDialog } from './hand-dialog.tsx'

// Days are the calendar's matter.
const groupings = (['agency', 'section', 'programme', 'timeliness', 'commune'] as const).map((value) => ({
  value,
  label: boardGroups[value],
}))
const isGrouping = (text: string | undefined): text is Grouping =>
  groupings.some(({ value }) => value === text)

/** The office's board: how all duties stand, by whatever they are counted by. */
const BoardPage = () => {
  const url = useUrlValues()
  const set = useSetUrlValues()
  const mayManage = useMay('programmes.assignment.manage')
  const [isGiving, setGiving] = useState(false)
  const [period] = useInPeriod()
  const by = isGrouping(url['nhom']) ? url['nhom'] : 'agency'
  const filters = { ...toFilters(url), ...(period ? { from: period.from, to: period.to } : {}) }
  const query = useQuery({ ...boardQuery({ ...filters, by }), refetchInterval: 60_000 })
  return (
    <>
      <PageHeader
        title="Theo dõi nhiệm vụ"
        note={
          query.data
            ? `Số liệu ngày ${formatDay(query.data.on)}. Bấm vào một số để xem các nhiệm vụ được đếm.`
            : 'Đang tải…'
        }
        actions={
          <>
            {mayManage && (
              <Button look="primary" onClick={() => setGiving(true)}>
                Giao việc ngoài kế hoạch
              </Button>
            )}
            <LinkButton to="/nhiem-vu/danh-sach">Danh sách</LinkButton>
            <LinkButton to="/nhiem-vu/lich">Lịch</LinkButton>
            <Button onClick={() => print()}>In</Button>
          </>
        }
      />
      <BoardFilters by={by} />
      <Loaded query={query} rows={14}>
        {(board) => (
          <BoardTable
            board={board}
            by={by}
            filters={filters}
            empty={
              <EmptyState
                title="Chưa có nhiệm vụ nào để đếm"
                action={
                  Object.keys(filters).length > 0 ? (
                    <Button onClick={() => void set(noFilters)}>Bỏ mọi bộ lọc</Button>
                  ) : (
                    <LinkButton to="/ke-hoach">Mở một kế hoạch để giao việc</LinkButton>
                  )
                }
              >
                {Object.keys(filters).length > 0
                  ? 'Không có nhiệm vụ nào hợp với các bộ lọc đang đặt.'
                  : 'Nhiệm vụ của một kế hoạch được giao ở thẻ “Theo dõi” của kế hoạch đó.'}
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isGiving && <HandDialog onClose={() => setGiving(false)} />}
    </>
  )
}
export default BoardPage

const BoardFilters = ({ by }: { readonly by: Grouping }) => {
  const url = useUrlValues()
  const set = useSetUrlValues()
  const choices = useAgencyChoices()
  const programmes = useProgrammeOptions('mọi kế hoạch')
  const seesAll = !useMay('programmes.assignment.report')
  return (
    <FilterLine
      countMore={['tu', 'den', 'trong-ky'].filter((name) => url[name]).length}
      more={
        <>
          <DateField label="Hạn từ ngày" value={url['tu']} onChange={(tu) => void set({ tu })} />
          <DateField label="Hạn đến hết ngày" value={url['den']} onChange={(den) => void set({ den })} />
          <InPeriod what="Đến hạn" />
        </>
      }
    >
      <Select
        label="Đếm theo"
        value={by}
        options={groupings}
        onChange={(value) => void set({ nhom: value === 'agency' ? undefined : value, xep: undefined })}
      />
      <Select
        label="Kế hoạch"
        value={url['ke-hoach'] ?? ''}
        options={programmes}
        onChange={(value) => void set({ 'ke-hoach': value })}
      />
      {seesAll && (
        <ComboBox
          key={`${url['chu-tri'] ?? ''} ${choices.length}`}
          label="Cơ quan chủ trì"
          placeholder="mọi cơ quan"
          choices={choices}
          value={url['chu-tri']}
          onChange={(code) => void set({ 'chu-tri': code })}
        />
      )}
      {Object.keys(toFilters(url)).length > 0 && (
        <Button look="quiet" onClick={() => void set(noFilters)}>
          Bỏ mọi bộ lọc
        </Button>
      )}
    </FilterLine>
  )
}
