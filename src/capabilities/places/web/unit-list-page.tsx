import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDay, formatNumber, todayInVietnam } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { Pagination } from '#platform/web/ui/pagination.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { tierOf, unitKinds, unitTiers, type UnitKind } from '../domain/unit.ts'
import type { UnitItem, UnitQuery } from '../contract.ts'
import { unitsQuery } from './api.ts'

/** The day before a reorganisation. */
const dayBefore = (change: string): string => addDays(change as PlainDate, -1)

const kindOptions = (Object.keys(unitKinds) as UnitKind[]).map((value) => ({
  value,
  // Two kinds of city share one word.
  label:
    value === 'provincial-city'
      ? 'Thành phố thuộc tỉnh'
      : value === 'central-city'
        ? 'Thành phố trực thuộc trung ương'
        : unitKinds[value],
}))

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
  const { q = '', loai = '', trang = '1', ngay: on = today } = values
  const query = useQuery(
    unitsQuery({
      on: on as Exclude<UnitQuery['on'], undefined>,
      page: trang,
      ...(q === '' ? {} : { q }),
      ...(loai === '' ? {} : { kind: loai as UnitKind }),
    }),
  )
  return (
    <>
      <PageHeader
        title="Địa bàn"
        note={
          query.data
            ? `${formatNumber(query.data.total)} đơn vị hành chính ngày ${formatDay(on)}. Đơn vị cũ được giữ lại để so sánh cùng kỳ.`
            : '\u00A0'
        }
      />
      <Filters>
        <SearchField
          label="Tìm theo tên, mã"
          value={q}
          onChange={(text) => setValues({ q: text, trang: undefined })}
        />
        <Select
          label="Loại đơn vị"
          isLabelHidden
          value={loai}
          options={[{ value: '', label: 'Mọi loại' }, ...kindOptions]}
          onChange={(value) => setValues({ loai: value, trang: undefined })}
        />
        <DateField
          label="Danh mục vào ngày"
          isLabelHidden
          value={on}
          onChange={(day) => setValues({ ngay: day === today ? undefined : day, trang: undefined })}
        />
        <Button
          look="quiet"
          aria-pressed={on === today}
          onClick={() => setValues({ ngay: undefined, trang: undefined })}
        >
          Hiện nay
        </Button>
        {(query.data?.changes ?? []).map((change) => (
          <Button
            key={change}
            look="quiet"
            aria-pressed={on === dayBefore(change)}
            onClick={() => setValues({ ngay: dayBefore(change), trang: undefined })}
          >
            Trước {formatDay(change)}
          </Button>
        ))}
      </Filters>
      <Loaded query={query} rows={12}>
        {(page) => (
          <>
            <DataTable
              caption={`Đơn vị hành chính ngày ${formatDay(on)}`}
              columns={columns}
              rows={page.items}
              rowKey={(unit) => `${unit.code}-${unit.validFrom ?? ''}`}
              empty={
                <EmptyState title="Không có đơn vị nào khớp">
                  <p>
                    Tên có thể thuộc đơn vị cũ: chọn thời điểm trước khi sắp xếp, hoặc nhập ngày của văn bản.
                  </p>
                </EmptyState>
              }
            />
            <Pagination
              page={page.page}
              pageSize={page.size}
              total={page.total}
              onPage={(next) => setValues({ trang: next === 1 ? undefined : String(next) })}
            />
          </>
        )}
      </Loaded>
    </>
  )
}

export default UnitListPage
