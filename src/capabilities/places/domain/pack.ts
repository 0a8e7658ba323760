import { addDays, parsePlainDate } from '#kernel/plain-date.ts'
import type { PlacesPack, RouteRow } from '../contract.ts'
import { checkCalendar } from './calendar.ts'
import type { Route } from './route.ts'
import { findUnitOn } from './search.ts'
import type { PlaceBook, Succession } from './succession.ts'
import { fullName, isUnitOn, tierOf, type Unit } from './unit.ts'

/** The units of a pack with their days filled in: current ones from `unitsFrom`, old ones until the day before. */
export const toPlaceBook = ({ pack, units, unitsOld, succession }: PlacesPack): PlaceBook => ({
  units: [
    ...units.units.map((row): Unit => ({
      code: row.code,
      name: row.name,
      kind: row.kind,
      parent: row.parent === undefined ? pack.provinceCode : row.parent,
      validFrom: row.validFrom === undefined ? pack.unitsFrom : row.validFrom,
      validTo: row.validTo ?? null,
      source: units.source,
    })),
    ...unitsOld.units.map((row): Unit => ({
      code: row.code,
      name: row.name,
      kind: row.kind,
      parent: row.parent === undefined ? pack.provinceCode : row.parent,
      validFrom: row.validFrom ?? null,
      validTo: row.validTo === undefined ? addDays(pack.unitsFrom, -1) : row.validTo,
      source: unitsOld.source,
    })),
  ],
  succession: succession.rows.map(([old, next, extent]): Succession => ({
    old,
    new: next,
    extent,
    on: succession.on,
    source: succession.source,
  })),
})

/** A route of a pack with what was left out filled in. */
export const toRoute = (row: RouteRow): Route => ({
  code: row.code,
  name: row.name,
  class: row.class,
  course: row.course ?? null,
  lengthKm: row.lengthKm ?? null,
  validFrom: row.validFrom ?? null,
  validTo: row.validTo ?? null,
  source: row.source,
})

const checkUnits = ({ units }: PlaceBook): string[] =>
  units.flatMap((unit, i) => {
    const issues: string[] = []
    const says = `${fullName(unit)} (${unit.code})`
    const twin = units
      .slice(i + 1)
      .find(
        (other) =>
          other.code === unit.code &&
          (unit.validTo === null || other.validFrom === null || other.validFrom <= unit.validTo) &&
          (other.validTo === null || unit.validFrom === null || unit.validFrom <= other.validTo),
      )
    if (twin) issues.push(`${says}: trùng mã với ${fullName(twin)} trong cùng thời gian.`)
    if (unit.validFrom !== null && unit.validTo !== null && unit.validTo < unit.validFrom) {
      issues.push(`${says}: ngày hết hiệu lực trước ngày bắt đầu.`)
    }
    if (tierOf(unit.kind) === 'province') return issues
    const above = units.some(
      (other) => other.code === unit.parent && isUnitOn(other, unit.validTo ?? undefined),
    )
    if (!above) issues.push(`${says}: không có đơn vị cấp trên mang mã ${unit.parent ?? '(trống)'}.`)
    return issues
  })

const checkSuccession = ({ units, succession }: PlaceBook): string[] => {
  const seen = new Set<string>()
  return succession.flatMap(({ old, new: next, on }) => {
    const says = `Kế tục ${old} → ${next}`
    const issues: string[] = []
    if (seen.has(`${old} ${next} ${on}`)) issues.push(`${says}: ghi hai lần.`)
    seen.add(`${old} ${next} ${on}`)
    const before = findUnitOn(units, old, addDays(on, -1))
    if (!before) issues.push(`${says}: không có đơn vị ${old} ngay trước ngày ${on}.`)
    else if (isUnitOn(before, on)) issues.push(`${says}: đơn vị ${old} vẫn còn vào ngày ${on}.`)
    if (!findUnitOn(units, next, on)) issues.push(`${says}: không có đơn vị ${next} vào ngày ${on}.`)
    return issues
  })
}

const badDays = (values: readonly (string | null)[], says: string): string[] =>
  values.flatMap((value) =>
    value === null || parsePlainDate(value) ? [] : [`${says}: không có ngày ${value}.`],
  )

const checkRoutes = (rows: readonly RouteRow[]): string[] =>
  rows.map(toRoute).flatMap((route, i, all) => {
    const issues = badDays([route.validFrom, route.validTo], `Tuyến ${route.code}`)
    if (all.findIndex((other) => other.code === route.code) !== i) {
      issues.push(`Tuyến ${route.code}: ghi hai lần.`)
    }
    return issues
  })

/** What in a pack contradicts itself, in sentences; a pack with any is not loaded. */
export const checkPlaces = (places: PlacesPack): string[] => {
  const { pack, succession } = places
  const days = badDays([pack.unitsFrom, succession.on], 'Gói tỉnh')
  if (days.length > 0) return days
  const book = toPlaceBook(places)
  const impossible = book.units.flatMap((unit) =>
    badDays([unit.validFrom, unit.validTo], `${fullName(unit)} (${unit.code})`),
  )
  if (impossible.length > 0) return impossible
  const province = findUnitOn(book.units, pack.provinceCode, undefined)
  const years = places.calendar.map((calendar) => calendar.year)
  return [
    ...(province && tierOf(province.kind) === 'province'
      ? []
      : [`Danh mục không có tỉnh mang mã ${pack.provinceCode}.`]),
    ...checkUnits(book),
    ...checkSuccession(book),
    ...checkRoutes(places.routes),
    ...years.filter((year, i) => years.indexOf(year) !== i).map((year) => `Lịch năm ${year}: ghi hai lần.`),
    ...places.calendar.flatMap((calendar) =>
      checkCalendar(calendar).map((issue) => `Lịch năm ${calendar.year}: ${issue}`),
    ),
  ]
}
