import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { documentLine } from '#kernel/document-line.ts'
import { fallsWithin } from '#kernel/partial-date.ts'
import { recursWithin } from '#kernel/recurrence.ts'
import { InPeriod, useInPeriod } from '#platform/web/shell/in-period.tsx'
import type { ReportPeriod } from '#platform/web/shell/period.ts'
import { LinkButton } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { Tabs } from '#platform/web/ui/tabs.tsx'
import { usePathParam, useUrlValue } from '#platform/web/url-state.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { isSettled, type ExportList, type Programme } from '../contract.ts'
import { exportUrl, programmeQuery, type ProgrammeItems } from './api.ts'
import { useMay } from '#platform/web/session.ts'
import { FollowView } from './assignments/follow-view.tsx'
import { AgencyView } from './agency-view.tsx'
import { budgetFile } from './budget/api.ts'
import { BudgetView } from './budget/budget-view.tsx'
import {
  DeadlineTable,
  FindingTable,
  ReportingTable,
  TargetTable,
  TaskTable,
  TriggerTable,
} from './item-tables.tsx'
import { HistoryView } from './history-view.tsx'
import { MappingProvider, useItems } from './map-agency.tsx'
import { OutlineView } from './outline-view.tsx'

const lists: Readonly<Record<string, ExportList>> = {
  'de-cuong': 'tasks',
  'co-quan': 'by-agency',
  'nhiem-vu': 'tasks',
  'chi-tieu': 'targets',
  'thoi-han': 'deadlines',
  'bao-cao': 'reporting',
  'dieu-kien': 'triggers',
  'phat-hien': 'findings',
}

/** Views that are not one list to search in. */
const unfiltered = ['de-cuong', 'theo-doi', 'kinh-phi', 'lich-su']

/** One plan: as its outline, as its agencies, as its lists. Every item opens its clause. */
const ProgrammePage = () => {
  const id = usePathParam('id')
  const programme = useQuery(programmeQuery(id))
  const { query: items, mapped, onMapped } = useItems(id)
  return (
    <Loaded query={programme}>
      {(found) => (
        <>
          <Head programme={found} />
          <Loaded query={items} rows={16}>
            {(all) => (
              <MappingProvider mapped={mapped} onMapped={onMapped}>
                <Views programme={found} items={all} />
              </MappingProvider>
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}
export default ProgrammePage

const Head = ({ programme }: { readonly programme: Programme }) => {
  const [tab] = useUrlValue('xem', 'de-cuong')
  return (
    <PageHeader
      title={programme.subject ?? 'Kế hoạch'}
      crumbs={[{ label: 'Kế hoạch', to: '/ke-hoach' }]}
      note={
        <>
          {programme.state === 'withdrawn' && <Chip>Đã thu hồi</Chip>} {documentLine(programme)}
          {programme.theme !== null && ` · chủ đề “${programme.theme}”`}
        </>
      }
      actions={
        <>
          <LinkButton to={`/van-ban/${programme.document}`}>Văn bản gốc</LinkButton>
          <a
            className="button button--plain"
            href={
              tab === 'kinh-phi' ? budgetFile(programme.id) : exportUrl(programme.id, lists[tab] ?? 'tasks')
            }
            download
          >
            Xuất Excel
          </a>
          <button type="button" className="button button--plain" onClick={() => print()}>
            In
          </button>
        </>
      }
    />
  )
}

/** Keeps what holds the typed words somewhere, tone marks aside. */
const useFiltered = (items: ProgrammeItems, typed: string): ProgrammeItems =>
  useMemo(() => {
    const wanted = searchKey(typed)
    if (wanted === '') return items
    const has = (...texts: (string | null)[]): boolean =>
      texts.some((text) => text !== null && searchKey(text).includes(wanted))
    const names = (parties: readonly { printed: string; name: string | null }[]): string =>
      parties.map((party) => `${party.printed} ${party.name ?? ''}`).join(' ')
    return {
      ...items,
      tasks: items.tasks.filter((one) => has(one.text, one.path, names(one.lead), names(one.partners))),
      targets: items.targets.filter((one) => has(one.indicator, one.path)),
      deadlines: items.deadlines.filter((one) => has(one.what, one.path, names(one.who))),
      reporting: items.reporting.filter((one) => has(one.to, one.path, names(one.from))),
      triggers: items.triggers.filter((one) => has(one.when, one.must, one.path)),
      findings: items.findings.filter((one) => has(one.message)),
      shares: items.shares.filter((one) => has(one.name)),
    }
  }, [items, typed])

/** Tasks and deadlines that fall into a reporting period; every other list as it is. */
const useInThePeriod = (items: ProgrammeItems, period: ReportPeriod | undefined): ProgrammeItems =>
  useMemo(() => {
    if (!period) return items
    const isIn = (date: string | null, recurrence: string | null): boolean =>
      (date !== null && fallsWithin(date, period.from, period.to)) ||
      (recurrence !== null && recursWithin(recurrence, period.from, period.to))
    return {
      ...items,
      tasks: items.tasks.filter((one) => isIn(one.due, one.recurrence)),
      deadlines: items.deadlines.filter((one) => isIn(one.on, one.recurrence)),
    }
  }, [items, period])

const Views = ({ programme, items }: { readonly programme: Programme; readonly items: ProgrammeItems }) => {
  const [tab, setTab] = useUrlValue('xem', 'de-cuong')
  const [typed, setTyped] = useUrlValue('q')
  const [period] = useInPeriod()
  const mayFollow = useMay('programmes.assignment.view')
  const mayViewBudget = useMay('programmes.budget.view')
  const shown = useFiltered(useInThePeriod(items, period), typed)
  const tabs = [
    { id: 'de-cuong', label: 'Đề cương' },
    { id: 'co-quan', label: 'Theo cơ quan', count: items.shares.length },
    { id: 'nhiem-vu', label: 'Nhiệm vụ', count: items.tasks.length },
    { id: 'chi-tieu', label: 'Chỉ tiêu', count: items.targets.length },
    { id: 'thoi-han', label: 'Thời hạn', count: items.deadlines.length },
    { id: 'bao-cao', label: 'Báo cáo', count: items.reporting.length },
    { id: 'dieu-kien', label: 'Điều kiện', count: items.triggers.length },
    { id: 'phat-hien', label: 'Phát hiện', count: items.findings.filter((one) => !isSettled(one)).length },
    ...(mayFollow ? [{ id: 'theo-doi', label: 'Theo dõi' }] : []),
    ...(mayViewBudget ? [{ id: 'kinh-phi', label: 'Kinh phí' }] : []),
    { id: 'lich-su', label: 'Lịch sử' },
  ]
  return (
    <Tabs label="Cách xem kế hoạch" tabs={tabs} chosen={tab} onChoose={setTab}>
      {!unfiltered.includes(tab) && (
        <Filters>
          <SearchField label="Tìm trong danh sách này" value={typed} onChange={setTyped} />
          {tab === 'nhiem-vu' && <InPeriod what="Đến hạn" />}
          {tab === 'thoi-han' && <InPeriod what="Thời hạn" />}
        </Filters>
      )}
      {tab === 'de-cuong' && <OutlineView programme={programme} items={items} />}
      {tab === 'co-quan' && <AgencyView items={shown} all={items} />}
      {tab === 'nhiem-vu' && <TaskTable rows={shown.tasks} />}
      {tab === 'chi-tieu' && <TargetTable rows={shown.targets} />}
      {tab === 'thoi-han' && <DeadlineTable rows={shown.deadlines} />}
      {tab === 'bao-cao' && <ReportingTable rows={shown.reporting} />}
      {tab === 'dieu-kien' && <TriggerTable rows={shown.triggers} />}
      {tab === 'phat-hien' && <FindingTable rows={shown.findings} document={programme.document} />}
      {tab === 'theo-doi' && mayFollow && <FollowView programme={programme} items={items} />}
      {tab === 'kinh-phi' && mayViewBudget && <BudgetView programme={programme.id} tasks={items.tasks} />}
      {tab === 'lich-su' && <HistoryView id={programme.id} />}
    </Tabs>
  )
}
