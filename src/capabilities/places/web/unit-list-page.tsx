import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDay, formatNumber, todayInVietnam } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import { tierOf, unitTiers } from '../domain/unit.ts'
import type { UnitItem, UnitQuery } from '../contract.ts'
import { unitsQuery } from './api.ts'

/** The last day of districts and of the communes as they were before. */
const LAST_DAY_OF_DISTRICTS = '2025-06-30'

const tierOrder = Object.keys(unitTiers)

const columns: readonly Column<UnitItem>[] = [
  {
    id: 'ten',
    header: 'Đơn vị hành chính',
    sortBy: (unit) => unit.name,
    cell: (unit) => <UnitLink unit={unit} />,
  },
  {
    id: 'cap',
    header: 'Cấp',
    width: '120px',
    sortBy: (unit) => tierOrder.indexOf(tierOf(unit.kind)),
    cell: (unit) => unitTiers[tierOf(unit.kind)],
  },
  {
    id: 'thuoc',
    header: 'Thuộc',
    width: '26%',
    sortBy: (unit) => unit.parentName ?? undefined,
    cell: (unit) => unit.parentName ?? '',
  },
  { id: 'ma', header: 'Mã', width: '90px', sortBy: (unit) => unit.code, cell: (unit) => unit.code },
  {
    id: 'hieu-luc',
    header: 'Thời gian',
    width: '220px',
    sortBy: (unit) => unit.validFrom ?? undefined,
    cell: (unit) => <span className="quiet">{describeTime(unit)}</span>,
  },
]

/** `từ 01/07/2025`, `đến 30/06/2025`. */
export const describeTime = ({ validFrom, validTo }: Pick<UnitItem, 'validFrom' | 'validTo'>): string =>
  [
    validFrom === null ? '' : `từ ${formatDay(validFrom)}`,
    validTo === null ? '' : `đến ${formatDay(validTo)}`,
  ]
    .filter((text) => text !== '')
    .join(' ')

export const UnitLink = ({ unit }: { readonly unit: UnitItem }) => (
  <Link to={`/dia-ban/${unit.code}`} search={(unit.validTo === null ? {} : { ngay: unit.validTo }) as never}>
    {unit.fullName}
  </Link>
)

const UnitListPage = () => {
  const values = useUrlValues()
  const setValues = useSetUrlValues()
  const today = todayInVietnam()
  const { q = '', ngay: on = today } = values
  const query = useQuery(
    unitsQuery({ on: on as Exclude<UnitQuery['on'], undefined>, ...(q === '' ? {} : { q }) }),
  )
  return (
    <>
      <PageHeader
        title="Địa bàn"
        note={
          query.data
            ? `${formatNumber(query.data.total)} đơn vị hành chính ngày ${formatDay(on)}. Từ 01/07/2025 không còn cấp huyện; đơn vị cũ được giữ lại để so sánh cùng kỳ.`
            : '\u00A0'
        }
      />
      <Filters>
        <SearchField label="Tìm theo tên, mã" value={q} onChange={(text) => setValues({ q: text })} />
        <DateField
          label="Danh mục vào ngày"
          isLabelHidden
          value={on}
          onChange={(day) => setValues({ ngay: day === today ? undefined : day })}
        />
        <Button look="quiet" aria-pressed={on === today} onClick={() => setValues({ ngay: undefined })}>
          Hiện nay
        </Button>
        <Button
          look="quiet"
          aria-pressed={on === LAST_DAY_OF_DISTRICTS}
          onClick={() => setValues({ ngay: LAST_DAY_OF_DISTRICTS })}
        >
          Trước 01/07/2025
        </Button>
      </Filters>
      <Loaded query={query} rows={12}>
        {(page) => (
          <DataTable
            caption={`Đơn vị hành chính ngày ${formatDay(on)}`}
            columns={columns}
            rows={page.items}
            rowKey={(unit) => `${unit.code}-${unit.validFrom ?? ''}`}
            empty={
              <EmptyState title="Không có đơn vị nào khớp">
                <p>Tên có thể thuộc đơn vị cũ: chọn “Trước 01/07/2025” hoặc nhập ngày của văn bản.</p>
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </>
  )
}

export default UnitListPage
