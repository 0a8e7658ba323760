import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createKey } from '#platform/web/api.ts'
import { formatNumber } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Checkbox, Select } from '#platform/web/ui/field.tsx'
import { Filters as FilterLine } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { Programme } from '../../contract.ts'
import type { MakingQuery, PlannedAssignments } from '../../domain/assignment-schemas.ts'
import type { ProgrammeItems } from '../api.ts'
import { assignmentKeys, makeAssignments, planningQuery } from './api.ts'
import { MakingTable } from './making-table.tsx'

type Review = NonNullable<MakingQuery['review']>
const reviews: readonly { readonly value: Review; readonly label: string }[] = [
  { value: 'monthly', label: 'báo cáo hằng tháng' },
  { value: 'quarterly', label: 'báo cáo hằng quý' },
  { value: 'every 6 months', label: 'báo cáo 6 tháng một lần' },
  { value: 'yearly', label: 'báo cáo hằng năm' },
  { value: 'none', label: 'không đặt kỳ báo cáo' },
]
const calendarOptions = [
  { value: 'administrative', label: 'ngày 15 đến ngày 14' },
  { value: 'calendar', label: 'tháng dương lịch' },
] as const

/** What would be given, by which calendar and until when; nothing is given before the one button is pressed. */
export const MakingView = ({
  programme,
  items,
  onMade,
}: {
  readonly programme: Programme
  readonly items: ProgrammeItems
  readonly onMade: () => void
}) => {
  const [asked, setAsked] = useState<MakingQuery>({})
  // The register has learnt a name on this page, and the plan with it: what would be given is another thing now.
  const asOf = items.tasks.reduce(
    (sum, task) => sum + task.lead.filter((party) => party.code === null).length,
    0,
  )
  const startOf = (task: string): number | undefined =>
    items.tasks.find((one) => one.id === task)?.spans[0]?.start
  const query = useQuery(planningQuery(programme.id, asked, asOf))
  const set = (change: MakingQuery): void => {
    const next = Object.fromEntries(
      Object.entries({ ...asked, ...change }).filter(([, value]) => value !== undefined),
    )
    setAsked(next)
  }
  return (
    <section aria-labelledby="giao-viec">
      <h2 id="giao-viec" className="follow__title">
        Giao nhiệm vụ cho các cơ quan
      </h2>
      {query.isError && query.data !== undefined && <ProblemNotice error={query.error} />}
      <Loaded query={query} rows={12}>
        {(planned) => (
          <>
            <FilterLine>
              <Select
                label="Lịch tính kỳ"
                value={planned.calendar}
                options={calendarOptions}
                onChange={(calendar) => set({ calendar })}
              />
              <DateField
                label="Từ ngày"
                value={asked.from ?? planned.from}
                onChange={(from) => set({ from })}
              />
              <DateField
                label="Đến hết ngày"
                value={asked.until ?? planned.until}
                onChange={(until) => set({ until })}
              />
              <Select
                label="Việc thường xuyên"
                value={asked.review ?? planned.review ?? 'none'}
                options={reviews}
                onChange={(review) => set({ review })}
              />
            </FilterLine>
            <Choice
              startOf={startOf}
              // Another plan of what to give is chosen from anew.
              key={JSON.stringify([asked, asOf])}
              programme={programme}
              planned={planned}
              onMade={onMade}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}

const Choice = ({
  programme,
  planned,
  startOf,
  onMade,
}: {
  readonly programme: Programme
  readonly startOf: (task: string) => number | undefined
  readonly planned: PlannedAssignments
  readonly onMade: () => void
}) => {
  const open = planned.items.filter((item) => item.count > item.made)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [key] = useState(createKey)
  const client = useQueryClient()
  const chosen = open.filter((item) => !left.has(item.item))
  const count = chosen.reduce((sum, item) => sum + item.count - item.made, 0)
  const unknown = planned.items.filter((item) => item.members.length === 0).length
  const choose = (id: string, isOn: boolean): void =>
    setLeft((before) => new Set(isOn ? [...before].filter((one) => one !== id) : [...before, id]))
  const make = useMutation({
    mutationFn: async () =>
      await makeAssignments(
        programme.id,
        {
          calendar: planned.calendar,
          from: planned.from,
          until: planned.until,
          review: planned.review,
          items: chosen.map((item) => item.item),
        },
        { key },
      ),
    onSuccess: async ({ made, existed }) => {
      showToast(
        `Đã giao ${formatNumber(made)} nhiệm vụ${existed > 0 ? `, ${formatNumber(existed)} đã giao từ trước` : ''}.`,
      )
      onMade()
      await client.invalidateQueries({ queryKey: assignmentKeys.all })
    },
  })
  return (
    <>
      {make.isError && <ProblemNotice error={make.error} />}
      <div className="making__foot no-print">
        <Button look="primary" isBusy={make.isPending} disabled={count === 0} onClick={() => make.mutate()}>
          Giao {formatNumber(count)} nhiệm vụ
        </Button>
        <Checkbox
          label={`Chọn cả ${formatNumber(open.length)} mục`}
          checked={open.length > 0 && chosen.length === open.length}
          onChange={(isOn) => setLeft(new Set(isOn ? [] : open.map((item) => item.item)))}
        />
        {planned.made > 0 && (
          <span className="small quiet">
            {formatNumber(planned.made)} trong {formatNumber(planned.count)} nhiệm vụ đã giao từ trước
          </span>
        )}
      </div>
      {unknown > 0 && (
        <Notice tone="due" title={`${formatNumber(unknown)} mục chưa giao được vì chưa rõ cơ quan chủ trì`}>
          Các mục đó đứng đầu bảng: gán cơ quan cho tên trong văn bản, hoặc bổ sung cơ quan chủ trì khi rà
          soát văn bản. Các mục khác vẫn giao được ngay.
        </Notice>
      )}
      <MakingTable
        document={programme.document}
        startOf={startOf}
        planned={planned}
        left={left}
        onChoose={choose}
      />
    </>
  )
}
