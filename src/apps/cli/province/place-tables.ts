import { Value } from 'typebox/value'
import { RouteRow, type SuccessionFile, type UnitFile } from '#capabilities/places/contract.ts'
import { toKindAndName } from '#capabilities/places/domain/convert.ts'
import { routeClasses, type RouteClass } from '#capabilities/places/domain/route.ts'
import type { UnitTier } from '#capabilities/places/domain/unit.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { readDay, type Report, type TableForm, type TableRow } from './table.ts'

/** The tables of places that a province hands in. Optional columns follow the needed ones. */
export const unitTable = {
  file: 'don-vi.csv',
  required: true,
  columns: ['Mã', 'Tên', 'Mã cấp trên', 'Từ ngày', 'Đến ngày'],
  needed: 2,
} as const satisfies TableForm
export const successionTable = {
  file: 'ke-tuc.csv',
  required: false,
  columns: ['Mã cũ', 'Mã mới', 'Phần'],
  needed: 3,
} as const satisfies TableForm
export const routeTable = {
  file: 'tuyen-duong.csv',
  required: false,
  columns: ['Ký hiệu', 'Tên', 'Loại', 'Hướng tuyến', 'Chiều dài (km)', 'Nguồn'],
  needed: 3,
} as const satisfies TableForm

/** A row of the pack and the line that it came from. */
export interface Sourced<T> {
  readonly line: number
  readonly value: T
}

/** The statistics office gives 2 digits to a province, 3 to a district, 5 to a commune. */
const tiers: Readonly<Record<number, UnitTier>> = { 2: 'province', 3: 'district', 5: 'commune' }
const tierWords: Readonly<Record<UnitTier, string>> = {
  province: 'Tỉnh, Thành phố',
  district: 'Huyện, Quận, Thị xã, Thành phố',
  commune: 'Xã, Phường, Thị trấn, Đặc khu',
}
const isCode = (code: string): boolean => /^[0-9]+$/u.test(code) && tiers[code.length] !== undefined

type UnitRow = UnitFile['units'][number]

export interface UnitRows {
  readonly current: readonly Sourced<UnitRow>[]
  /** Those that have ended. */
  readonly old: readonly Sourced<UnitRow>[]
  /** The one province that stands; undefined after a report. */
  readonly province: { readonly code: string; readonly printed: string; readonly name: string } | undefined
}

/** Units with the kind before the name; the tier follows from the length of the code. */
export const toUnits = (rows: readonly TableRow[], report: Report): UnitRows => {
  const current: Sourced<UnitRow>[] = []
  const old: Sourced<UnitRow>[] = []
  const provinces: { code: string; printed: string; name: string }[] = []
  for (const row of rows) {
    const code = row.at('Mã')
    const parent = row.at('Mã cấp trên')
    if (!isCode(code)) {
      report(row, `mã “${code}” không đúng; mã tỉnh có 2, mã huyện 3, mã xã 5 chữ số.`)
      continue
    }
    if (parent !== '' && !isCode(parent)) {
      report(row, `mã cấp trên “${parent}” không đúng; mã có 2, 3 hoặc 5 chữ số.`)
      continue
    }
    const tier = tiers[code.length] as UnitTier
    const named = toKindAndName(row.at('Tên'), tier)
    if (!named) {
      report(row, `tên “${row.at('Tên')}” phải mở đầu bằng loại đơn vị: ${tierWords[tier]}.`)
      continue
    }
    const from = readDay(row, 'Từ ngày', report)
    const to = readDay(row, 'Đến ngày', report)
    const above = tier === 'province' ? { parent: null } : parent === '' ? {} : { parent }
    // A province is older than the source knows, unless the table says since when it stands.
    const since = from ? { validFrom: from } : tier === 'province' && !to ? { validFrom: null } : {}
    const value = { code, ...named, ...above, ...since, ...(to ? { validTo: to } : {}) }
    ;(to ? old : current).push({ line: row.line, value })
    if (tier === 'province' && !to) provinces.push({ code, printed: row.at('Tên'), name: named.name })
  }
  const [province, second] = provinces
  if (rows.length > 0 && !province)
    report(undefined, 'không có dòng nào là tỉnh, thành phố (mã 2 chữ số, không có “Đến ngày”).')
  if (second) report(undefined, `có nhiều tỉnh: ${provinces.map((one) => one.printed).join(', ')}.`)
  return { current, old, province: second ? undefined : province }
}

type SuccessionRow = SuccessionFile['rows'][number]

/** Which old unit went to which new one, whole or in part. */
export const toSuccession = (rows: readonly TableRow[], report: Report): Sourced<SuccessionRow>[] =>
  rows.flatMap((row) => {
    const [from, to] = [row.at('Mã cũ'), row.at('Mã mới')]
    const part = searchKey(row.at('Phần'))
    const extent = part === 'toan bo' ? 'whole' : part === 'mot phan' ? 'part' : undefined
    for (const code of [from, to])
      if (!isCode(code)) report(row, `mã “${code}” không đúng; mã có 2, 3 hoặc 5 chữ số.`)
    if (!extent) report(row, `cột “Phần”: “${row.at('Phần')}” phải là “toàn bộ” hoặc “một phần”.`)
    return extent && isCode(from) && isCode(to) ? [{ line: row.line, value: [from, to, extent] }] : []
  })

const classes = new Map(
  (Object.keys(routeClasses) as RouteClass[]).map((key) => [searchKey(routeClasses[key]), key]),
)

/** Routes with the class in the words of the Law on roads. */
export const toRoutes = (rows: readonly TableRow[], source: string, report: Report): Sourced<RouteRow>[] =>
  rows.flatMap((row) => {
    const kind = classes.get(searchKey(row.at('Loại')))
    if (!kind) {
      report(row, `loại “${row.at('Loại')}” phải là một trong: ${Object.values(routeClasses).join(', ')}.`)
      return []
    }
    const length = row.at('Chiều dài (km)')
    const km = length === '' ? undefined : toNumber(length)
    if (length !== '' && km === undefined) {
      report(row, `chiều dài “${length}” không phải là số.`)
      return []
    }
    const course = row.at('Hướng tuyến')
    const value = {
      code: row.at('Ký hiệu'),
      name: row.at('Tên'),
      class: kind,
      ...(course === '' ? {} : { course }),
      ...(km === undefined ? {} : { lengthKm: km }),
      source: row.at('Nguồn') || source,
    }
    if (!Value.Check(RouteRow, value)) {
      report(
        row,
        `ký hiệu “${row.at('Ký hiệu')}” hoặc tên “${row.at('Tên')}” không đúng; ký hiệu như QL.1, ĐT.226.`,
      )
      return []
    }
    return [{ line: row.line, value }]
  })

/** `12,5` with the comma of the offices, or `12.5`; a thousands sign would be a guess. */
const toNumber = (printed: string): number | undefined =>
  /^[0-9]+(?:[.,][0-9]{1,2})?$/u.test(printed) ? Number(printed.replace(',', '.')) : undefined
