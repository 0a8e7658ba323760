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

/** A contradiction, and the row of the file that shows it (counted from 0; absent when it is the whole file). */
export interface PackIssue {
  readonly file:
    | 'pack.json'
    | 'units.json'
    | 'units-old.json'
    | 'succession.json'
    | 'routes.json'
    | 'calendar.json'
  readonly row?: number
  readonly message: string
}

/** `units.json, mục 3: …`, as the loader says it; people count from one. */
export const describeIssue = ({ file, row, message }: PackIssue): string =>
  `${file}${row === undefined ? '' : `, mục ${row + 1}`}: ${message}`

const inFile = (file: PackIssue['file'], row: number | undefined, messages: readonly string[]): PackIssue[] =>
  messages.map((message) => ({ file, ...(row === undefined ? {} : { row }), message }))

/** Where the unit stands that is the i-th of the book. */
const unitPlace = (places: PlacesPack, i: number): readonly [PackIssue['file'], number] => {
  const current = places.units.units.length
  return i < current ? ['units.json', i] : ['units-old.json', i - current]
}

const checkUnits = (places: PlacesPack, { units }: PlaceBook): PackIssue[] =>
  units.flatMap((unit, i) => {
    const issues: string[] = []
    const place = unitPlace(places, i)
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
    if (tierOf(unit.kind) === 'province') return inFile(...place, issues)
    const above = units.some(
      (other) => other.code === unit.parent && isUnitOn(other, unit.validTo ?? undefined),
    )
    if (!above) issues.push(`${says}: không có đơn vị cấp trên mang mã ${unit.parent ?? '(trống)'}.`)
    return inFile(...place, issues)
  })

const checkSuccession = ({ units, succession }: PlaceBook): PackIssue[] => {
  const seen = new Set<string>()
  return succession.flatMap(({ old, new: next, on }, row) => {
    const says = `Kế tục ${old} → ${next}`
    const issues: string[] = []
    if (seen.has(`${old} ${next} ${on}`)) issues.push(`${says}: ghi hai lần.`)
    seen.add(`${old} ${next} ${on}`)
    const before = findUnitOn(units, old, addDays(on, -1))
    if (!before) issues.push(`${says}: không có đơn vị ${old} ngay trước ngày ${on}.`)
    else if (isUnitOn(before, on)) issues.push(`${says}: đơn vị ${old} vẫn còn vào ngày ${on}.`)
    if (!findUnitOn(units, next, on)) issues.push(`${says}: không có đơn vị ${next} vào ngày ${on}.`)
    return inFile('succession.json', row, issues)
  })
}

const badDays = (values: readonly (string | null)[], says: string): string[] =>
  values.flatMap((value) =>
    value === null || parsePlainDate(value) ? [] : [`${says}: không có ngày ${value}.`],
  )

const checkRoutes = (rows: readonly RouteRow[]): PackIssue[] =>
  rows.map(toRoute).flatMap((route, i, all) => {
    const issues = badDays([route.validFrom, route.validTo], `Tuyến ${route.code}`)
    if (all.findIndex((other) => other.code === route.code) !== i) {
      issues.push(`Tuyến ${route.code}: ghi hai lần.`)
    }
    return inFile('routes.json', i, issues)
  })

const checkCalendars = ({ calendar }: PlacesPack): PackIssue[] => {
  const years = calendar.map(({ year }) => year)
  return calendar.flatMap((one, i) =>
    inFile('calendar.json', i, [
      ...(years.indexOf(one.year) === i ? [] : [`Lịch năm ${one.year}: ghi hai lần.`]),
      ...checkCalendar(one).map((issue) => `Lịch năm ${one.year}: ${issue}`),
    ]),
  )
}

/** What in a pack contradicts itself, in sentences; a pack with any is not loaded. */
export const checkPlaces = (places: PlacesPack): PackIssue[] => {
  const { pack, succession } = places
  const days = [
    ...inFile('pack.json', undefined, badDays([pack.unitsFrom], 'Gói tỉnh')),
    ...inFile('succession.json', undefined, badDays([succession.on], 'Gói tỉnh')),
  ]
  if (days.length > 0) return days
  const book = toPlaceBook(places)
  const impossible = book.units.flatMap((unit, i) =>
    inFile(
      ...unitPlace(places, i),
      badDays([unit.validFrom, unit.validTo], `${fullName(unit)} (${unit.code})`),
    ),
  )
  if (impossible.length > 0) return impossible
  const province = findUnitOn(book.units, pack.provinceCode, undefined)
  return [
    ...(province && tierOf(province.kind) === 'province'
      ? []
      : inFile('units.json', undefined, [`Danh mục không có tỉnh mang mã ${pack.provinceCode}.`])),
    ...checkUnits(places, book),
    ...checkSuccession(book),
    ...checkRoutes(places.routes),
    ...checkCalendars(places),
  ]
}
