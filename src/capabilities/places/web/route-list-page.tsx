import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import { routeClasses, type RouteClass } from '../domain/route.ts'
import type { RouteDetail } from '../contract.ts'
import { routesQuery } from './api.ts'
import { RouteForm, routeClassOptions } from './route-form.tsx'

const RouteListPage = () => {
  const values = useUrlValues()
  const setValues = useSetUrlValues()
  const mayEdit = useMay('places.unit.edit')
  const [edited, setEdited] = useState<RouteDetail | 'new'>()
  const { q = '', loai = '' } = values
  const query = useQuery(
    routesQuery({ ...(q === '' ? {} : { q }), ...(loai === '' ? {} : { class: loai as RouteClass }) }),
  )
  const columns: readonly Column<RouteDetail>[] = [
    {
      id: 'ma',
      header: 'Ký hiệu',
      width: '110px',
      sortBy: (route) => route.code,
      cell: (route) => route.code,
    },
    {
      id: 'ten',
      header: 'Tên tuyến',
      width: '22%',
      sortBy: (route) => route.name,
      cell: (route) => route.name,
    },
    {
      id: 'loai',
      header: 'Loại',
      width: '130px',
      sortBy: (route) => routeClasses[route.class],
      cell: (route) => routeClasses[route.class],
    },
    { id: 'di-qua', header: 'Điểm đầu, điểm cuối trong tỉnh', cell: (route) => route.course ?? '' },
    {
      id: 'dai',
      header: 'Dài',
      unit: 'km',
      isNumeric: true,
      width: '100px',
      sortBy: (route) => route.lengthKm ?? undefined,
      cell: (route) => (route.lengthKm === null ? '' : formatNumber(route.lengthKm, 1)),
      total: (routes) =>
        formatNumber(
          routes.reduce((sum, route) => sum + (route.lengthKm ?? 0), 0),
          1,
        ),
    },
    ...(mayEdit
      ? [
          {
            id: 'sua',
            header: 'Thao tác',
            isScreenOnly: true,
            width: '100px',
            cell: (route: RouteDetail) => (
              <Button isSmall aria-label={`Sửa tuyến ${route.code}`} onClick={() => setEdited(route)}>
                Sửa
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader
        title="Tuyến đường"
        note={
          query.data
            ? `${formatNumber(query.data.total)} tuyến. Chiều dài tính trong phạm vi tỉnh.`
            : '\u00A0'
        }
        actions={
          mayEdit && (
            <Button look="primary" onClick={() => setEdited('new')}>
              Thêm tuyến
            </Button>
          )
        }
      />
      <Filters>
        <SearchField
          label="Tìm theo ký hiệu, tên, địa danh"
          value={q}
          onChange={(text) => setValues({ q: text })}
        />
        <Select
          label="Loại đường"
          isLabelHidden
          value={loai}
          options={[{ value: '', label: 'Mọi loại' }, ...routeClassOptions]}
          onChange={(value) => setValues({ loai: value })}
        />
      </Filters>
      <Loaded query={query} rows={10}>
        {(page) => (
          <DataTable
            caption="Tuyến đường"
            columns={columns}
            rows={page.items}
            rowKey={(route) => route.code}
            isRowQuiet={(route) => route.validTo !== null}
            empty={
              <EmptyState title="Không có tuyến nào khớp">
                <p>Tìm theo ký hiệu như QL.1, ĐT.226, hoặc theo tên địa danh tuyến đi qua.</p>
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {edited !== undefined && (
        <RouteForm {...(edited === 'new' ? {} : { edited })} onClose={() => setEdited(undefined)} />
      )}
    </>
  )
}

export default RouteListPage
