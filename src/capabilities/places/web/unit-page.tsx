import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#platform/web/format.ts'
import { Chip } from '#platform/web/ui/chip.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { usePathParam, useUrlValues } from '#platform/web/url-state.ts'
import { tierOf, unitTiers } from '../domain/unit.ts'
import type { UnitDetail, UnitItem } from '../contract.ts'
import { unitQuery } from './api.ts'
import { describeTime, UnitLink } from './unit-list-page.tsx'
import './unit-page.css'

type Heir = UnitDetail['predecessors'][number]

const extents = { whole: 'toàn bộ', part: 'một phần' }

const UnitPage = () => {
  const code = usePathParam('code')
  const query = useQuery(unitQuery(code, useUrlValues()['ngay']))
  return (
    <>
      <PageHeader title={query.data?.fullName ?? 'Địa bàn'} crumbs={[{ label: 'Địa bàn', to: '/dia-ban' }]} />
      <Loaded query={query} rows={8}>
        {(unit) => (
          <div className="unit">
            <section className="paper" aria-labelledby="facts">
              <h2 id="facts">Thông tin</h2>
              <KeyValue
                rows={[
                  { label: 'Mã', value: unit.code },
                  { label: 'Cấp', value: unitTiers[tierOf(unit.kind)] },
                  { label: 'Thuộc', value: unit.parentName },
                  {
                    label: 'Tình trạng',
                    value:
                      unit.validTo === null ? (
                        <Chip tone="done">{describeTime(unit) || 'Đang là đơn vị hành chính'}</Chip>
                      ) : (
                        <Chip>Đã thôi, {describeTime(unit)}</Chip>
                      ),
                  },
                  { label: 'Căn cứ', value: unit.source },
                ]}
              />
            </section>
            <Heirs title="Hình thành từ" id="before" heirs={unit.predecessors} />
            <Heirs title="Nhập vào" id="after" heirs={unit.successors} />
            <Units title="Gồm các đơn vị" id="parts" units={unit.parts} />
            <Units title="Đơn vị khác từng mang mã này" id="same" units={unit.sameCode} />
          </div>
        )}
      </Loaded>
    </>
  )
}

const Heirs = ({
  title,
  id,
  heirs,
}: {
  readonly title: string
  readonly id: string
  readonly heirs: readonly Heir[]
}) =>
  heirs.length === 0 ? null : (
    <section className="paper" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="unit__list">
        {heirs.map((heir) => (
          <li key={`${heir.code}-${heir.on}`}>
            <UnitLink unit={heir} />{' '}
            <span className="quiet small">
              {extents[heir.extent]}, từ ngày {formatDay(heir.on)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )

const Units = ({
  title,
  id,
  units,
}: {
  readonly title: string
  readonly id: string
  readonly units: readonly UnitItem[]
}) =>
  units.length === 0 ? null : (
    <section className="paper" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={units.length > 8 ? 'unit__list unit__list--many' : 'unit__list'}>
        {units.map((unit) => (
          <li key={`${unit.code}-${unit.validFrom ?? ''}`}>
            <UnitLink unit={unit} />{' '}
            <span className="quiet small">{unit.validTo === null ? '' : describeTime(unit)}</span>
          </li>
        ))}
      </ul>
    </section>
  )

export default UnitPage
