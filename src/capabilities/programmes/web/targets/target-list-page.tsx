import { useQuery } from '@tanstack/react-query'
import { DataTable } from '#platform/web/ui/data-table.tsx'
import { LinkButton } from '#platform/web/ui/button.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Checkbox, Select } from '#platform/web/ui/field.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { Pagination } from '#platform/web/ui/pagination.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import { TARGET_STATES, type TargetState } from '../../domain/targets-goal.ts'
import type { TargetPage, TargetQuery } from '../../domain/targets-schemas.ts'
import { targetStateWords } from '../../domain/targets-words.ts'
import { targetsFile, targetsQuery } from './api.ts'
import { targetColumns } from './target-columns.tsx'
import { TargetGroups } from './target-groups.tsx'
import './targets.css'

const SIZE = 100

/** The address as a question; what is no state is none. */
const toQuery = (url: Readonly<Record<string, string | undefined>>): TargetQuery => {
  const state = TARGET_STATES.find((one) => one === url['danh-gia'])
  return {
    ...(url['q'] ? { q: url['q'] } : {}),
    ...(url['ke-hoach'] ? { programme: url['ke-hoach'] } : {}),
    ...(url['nam'] ? { year: url['nam'] } : {}),
    ...(url['co-quan'] ? { agency: url['co-quan'] } : {}),
    ...(url['khac-muc'] === '1' ? { disputed: 'yes' as const } : {}),
    ...(state ? { state } : {}),
  }
}

/** Every target of the plans that are followed: where it stands and why. */
const TargetListPage = () => {
  const url = useUrlValues()
  const asked = toQuery(url)
  const page = Number(url['trang'] ?? '1')
  const query = useQuery(targetsQuery({ ...asked, page: String(page), size: String(SIZE) }))
  const set = useSetUrlValues()
  return (
    <>
      <PageHeader
        title="Chỉ tiêu"
        note={query.data ? `${query.data.total} chỉ tiêu của các kế hoạch đang theo dõi` : 'Đang tải…'}
        actions={
          <>
            <a className="button button--plain" href={targetsFile(asked)} download>
              Xuất Excel
            </a>
            <button type="button" className="button button--plain" onClick={() => print()}>
              In
            </button>
          </>
        }
      />
      <Loaded query={query}>
        {(found) => (
          <>
            <States counts={found.counts} chosen={asked.state} />
            <TargetFilters found={found} />
            <DataTable
              caption="Chỉ tiêu của các kế hoạch"
              columns={targetColumns}
              rows={found.items}
              rowKey={(row) => row.id}
              empty={
                <EmptyState
                  title="Không có chỉ tiêu nào"
                  action={<LinkButton to="/ke-hoach">Mở danh sách kế hoạch</LinkButton>}
                >
                  Chỉ tiêu được lấy từ kế hoạch đã duyệt; bộ lọc có thể đang quá hẹp.
                </EmptyState>
              }
            />
            <Pagination
              page={page}
              pageSize={SIZE}
              total={found.total}
              onPage={(next) => void set({ trang: String(next) })}
            />
            <TargetGroups groups={found.groups} />
          </>
        )}
      </Loaded>
    </>
  )
}
export default TargetListPage

/** How many stand how; each is the filter of its state. */
const States = ({
  counts,
  chosen,
}: {
  readonly counts: TargetPage['counts']
  readonly chosen: TargetState | undefined
}) => {
  const set = useSetUrlValues()
  const all = TARGET_STATES.reduce((sum, state) => sum + counts[state], 0)
  return (
    <ul className="target-states" aria-label="Số chỉ tiêu theo đánh giá">
      {([undefined, ...TARGET_STATES] as const).map((state) => (
        <li key={state ?? 'all'}>
          <button
            type="button"
            className={`target-state target-state--${state ?? 'all'}`}
            aria-pressed={state === chosen}
            onClick={() => void set({ 'danh-gia': state === chosen ? undefined : state, trang: undefined })}
          >
            <span className="target-state__count">{state === undefined ? all : counts[state]}</span>{' '}
            {state === undefined ? 'Tất cả' : targetStateWords[state]}
          </button>
        </li>
      ))}
    </ul>
  )
}

const TargetFilters = ({ found }: { readonly found: TargetPage }) => {
  const url = useUrlValues()
  const set = useSetUrlValues()
  const change = (name: string) => (value: string) => void set({ [name]: value, trang: undefined })
  const any = (label: string) => ({ value: '', label })
  return (
    <Filters
      countMore={['nam', 'co-quan', 'khac-muc'].filter((name) => url[name]).length}
      more={
        <>
          <Select
            label="Năm"
            value={url['nam'] ?? ''}
            options={[
              any('Mọi năm'),
              ...found.years.map((year) => ({ value: String(year), label: `Năm ${year}` })),
            ]}
            onChange={change('nam')}
          />
          <Select
            label="Cơ quan cung cấp số liệu"
            value={url['co-quan'] ?? ''}
            options={[
              any('Mọi cơ quan'),
              ...found.agencies.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={change('co-quan')}
          />
          <Checkbox
            label="Chỉ xem chỉ tiêu khác mức nhau"
            checked={url['khac-muc'] === '1'}
            onChange={(isOn) => change('khac-muc')(isOn ? '1' : '')}
          />
        </>
      }
    >
      <SearchField label="Tìm chỉ tiêu" value={url['q'] ?? ''} onChange={change('q')} />
      <Select
        label="Kế hoạch"
        isLabelHidden
        value={url['ke-hoach'] ?? ''}
        options={[
          any('Mọi kế hoạch'),
          ...found.programmes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={change('ke-hoach')}
      />
    </Filters>
  )
}
