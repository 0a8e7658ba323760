import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { formatDay, formatNumber } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import type { AgencyDetail, AgencyKind, AgencyLevel } from '../contract.ts'
import { agenciesQuery } from './api.ts'
import { AgencyForm } from './agency-form.tsx'
import { kindName, kindOptions, levelName, levelOptions } from './words.ts'

const levelOrder = ['central', 'province', 'district', 'commune']

/** `từ 01/03/2025`, `đến 28/02/2025`, `01/01/2016 – 28/02/2025`; nothing when no day is known. */
export const describeDays = (from: string | null, to: string | null): string => {
  if (from !== null && to !== null) return `${formatDay(from)} – ${formatDay(to)}`
  if (from !== null) return `từ ${formatDay(from)}`
  return to === null ? '' : `đến ${formatDay(to)}`
}

const useColumns = (nameOf: (code: string) => string): readonly Column<AgencyDetail>[] =>
  useMemo(
    () => [
      {
        id: 'ten',
        header: 'Cơ quan',
        sortBy: (agency) => agency.name,
        cell: (agency) => <Link to={`/co-quan/${agency.code}`}>{agency.name}</Link>,
      },
      {
        id: 'loai',
        header: 'Loại',
        width: '24%',
        isWideOnly: true,
        sortBy: (agency) => kindName(agency.kind),
        cell: (agency) => kindName(agency.kind),
      },
      {
        id: 'cap',
        header: 'Cấp',
        width: '110px',
        sortBy: (agency) => levelOrder.indexOf(agency.level),
        cell: (agency) => levelName(agency.level),
      },
      {
        id: 'hieu-luc',
        header: 'Tình trạng',
        width: '30%',
        sortBy: (agency) => agency.validTo ?? '9999',
        cell: (agency) =>
          agency.validTo === null ? (
            <span className="quiet">{describeDays(agency.validFrom, null) || 'đang hoạt động'}</span>
          ) : (
            <span className="cluster">
              <Chip tone="plain">Thôi hoạt động {formatDay(agency.validTo)}</Chip>
              {agency.successors.length > 0 && (
                <span className="quiet">
                  kế thừa:{' '}
                  {agency.successors.length > 2
                    ? `${formatNumber(agency.successors.length)} cơ quan`
                    : agency.successors.map(nameOf).join(', ')}
                </span>
              )}
            </span>
          ),
      },
    ],
    [nameOf],
  )

const states = [
  { value: 'current', label: 'Đang hoạt động' },
  { value: 'ended', label: 'Đã thôi hoạt động' },
  { value: 'all', label: 'Tất cả' },
] as const

const AgencyListPage = () => {
  const values = useUrlValues()
  const setValues = useSetUrlValues()
  const mayEdit = useMay('people.agency.edit')
  const [isAdding, setAdding] = useState(false)
  const { q = '', loai = '', cap = '', 'tinh-trang': state = 'current' } = values
  const query = useQuery(
    agenciesQuery({
      ...(q === '' ? {} : { q }),
      ...(loai === '' ? {} : { kind: loai as AgencyKind }),
      ...(cap === '' ? {} : { level: cap as AgencyLevel }),
      ...(state === 'all' ? {} : { state: state as 'current' | 'ended' }),
    }),
  )
  const all = useQuery(agenciesQuery({}))
  const names = useMemo(
    () => new Map((all.data?.items ?? []).map((agency) => [agency.code, agency.shortName])),
    [all.data],
  )
  const nameOf = useMemo(() => (code: string) => names.get(code) ?? code, [names])
  const columns = useColumns(nameOf)
  return (
    <>
      <PageHeader
        title="Cơ quan"
        note={
          query.data
            ? `${formatNumber(query.data.total)} cơ quan. Cơ quan cũ được giữ lại để đọc đúng văn bản cũ và so sánh cùng kỳ.`
            : '\u00A0'
        }
        actions={
          mayEdit && (
            <Button look="primary" onClick={() => setAdding(true)}>
              Thêm cơ quan
            </Button>
          )
        }
      />
      <Filters>
        <SearchField
          label="Tìm theo tên, tên viết tắt"
          value={q}
          onChange={(text) => setValues({ q: text })}
        />
        <Select
          label="Loại cơ quan"
          isLabelHidden
          value={loai}
          options={[{ value: '', label: 'Mọi loại' }, ...kindOptions]}
          onChange={(value) => setValues({ loai: value })}
        />
        <Select
          label="Cấp"
          isLabelHidden
          value={cap}
          options={[{ value: '', label: 'Mọi cấp' }, ...levelOptions]}
          onChange={(value) => setValues({ cap: value })}
        />
        <Select
          label="Tình trạng"
          isLabelHidden
          value={state}
          options={states}
          onChange={(value) => setValues({ 'tinh-trang': value === 'current' ? undefined : value })}
        />
      </Filters>
      <Loaded query={query} rows={12}>
        {(page) => (
          <DataTable
            caption="Danh mục cơ quan"
            columns={columns}
            rows={page.items}
            rowKey={(agency) => agency.code}
            empty={
              <EmptyState title="Không có cơ quan nào khớp bộ lọc">
                <p>Bỏ bớt điều kiện lọc, hoặc chọn “Tất cả” để tìm cả cơ quan đã thôi hoạt động.</p>
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding && <AgencyForm all={all.data?.items ?? []} onClose={() => setAdding(false)} />}
    </>
  )
}

export default AgencyListPage
