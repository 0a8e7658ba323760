import { Type, type Static } from 'typebox'
import { toNfc } from '#kernel/vietnamese.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { SuccessionFile, UnitFile } from '../contract.ts'
import type { Extent } from './succession.ts'
import { unitKinds, type UnitKind } from './unit.ts'

/** The national lists as the statistics office publishes them, after a reader has turned them into JSON. */
const Named = { code: Type.String(), name: Type.String() }
export const NationalNew = Type.Object({
  asOf: Type.String(),
  provinces: Type.Array(Type.Object(Named)),
  units: Type.Array(Type.Object({ ...Named, type: Type.String(), province: Type.String() })),
})
export type NationalNew = Static<typeof NationalNew>
export const NationalOld = Type.Object({
  asOf: Type.String(),
  provinces: Type.Array(Type.Object(Named)),
  districts: Type.Array(Type.Object({ ...Named, province: Type.String() })),
  communes: Type.Array(Type.Object({ ...Named, type: Type.String(), district: Type.String() })),
})
export type NationalOld = Static<typeof NationalOld>
export const NationalSuccession = Type.Object({
  source: Type.String(),
  /** Old code, new code, and in a word how much of the old unit went there. */
  rows: Type.Array(Type.Tuple([Type.String(), Type.String(), Type.String()])),
})
export type NationalSuccession = Static<typeof NationalSuccession>

export interface ProvinceUnits {
  readonly name: string
  readonly units: UnitFile
  readonly unitsOld: UnitFile
  readonly succession: SuccessionFile
  /** What in the lists does not fit together, in sentences; the rows are left out, never guessed. */
  readonly issues: readonly string[]
}

/** The words of the list. A unit that only changed its name, or not even that, went over whole. */
const extents: Readonly<Record<string, Extent>> = {
  whole: 'whole',
  unchanged: 'whole',
  renamed: 'whole',
  part: 'part',
}

/** Kinds by tier, because `Thành phố` means another thing in each. */
const kindsOf = (tier: 'province' | 'district' | 'commune'): readonly (readonly [string, UnitKind])[] => {
  const kinds: Record<typeof tier, readonly UnitKind[]> = {
    province: ['province', 'central-city'],
    district: ['provincial-city', 'town', 'rural-district', 'urban-district'],
    commune: ['commune', 'ward', 'township', 'special-zone'],
  }
  return kinds[tier].map((kind) => [unitKinds[kind], kind])
}

/** `Xã Bằng Mạc` → its kind and its name; undefined when the name does not begin with a kind of its tier. */
export const toKindAndName = (
  printed: string,
  tier: 'province' | 'district' | 'commune',
): { kind: UnitKind; name: string } | undefined => {
  const text = toNfc(printed).trim().replace(/\s+/gu, ' ')
  for (const [word, kind] of kindsOf(tier)) {
    if (text.startsWith(`${word} `)) return { kind, name: text.slice(word.length + 1) }
  }
  return undefined
}

type Row = UnitFile['units'][number]

/**
 * Cuts one province out of the national lists: its units since `on`, every older unit whose land went into
 * them, and who succeeded whom. A province that took others in keeps the older provinces among its old units.
 */
export const convertNational = (
  code: string,
  on: PlainDate,
  lists: {
    readonly current: NationalNew
    readonly old: NationalOld
    readonly succession: NationalSuccession
  },
): ProvinceUnits | undefined => {
  const { current, old, succession } = lists
  const province = current.provinces.find((one) => one.code === code)
  if (!province) return undefined
  const issues: string[] = []
  const toRow = (
    one: { code: string; name: string },
    tier: 'province' | 'district' | 'commune',
    parent: string | null,
  ): Row[] => {
    const found = toKindAndName(one.name, tier)
    if (!found) issues.push(`Mã ${one.code}: tên “${one.name}” không mở đầu bằng loại đơn vị hành chính.`)
    return found ? [{ code: one.code, name: found.name, kind: found.kind, parent }] : []
  }

  const units = current.units.filter((unit) => unit.province === code)
  const newCodes = new Set(units.map((unit) => unit.code))
  const districtOf = new Map(old.communes.map((commune) => [commune.code, commune.district]))
  const provinceOf = new Map(old.districts.map((district) => [district.code, district.province]))
  const rows = succession.rows.filter(([, successor]) => newCodes.has(successor))
  const homes = (commune: string): string | undefined => provinceOf.get(districtOf.get(commune) ?? '')
  const oldProvinces = new Set([...rows.map(([from]) => homes(from)), code])
  const districts = old.districts.filter((district) => oldProvinces.has(district.province))
  const districtCodes = new Set(districts.map((district) => district.code))
  const communes = old.communes.filter((commune) => districtCodes.has(commune.district))

  const heirs = new Set(rows.map(([from]) => from))
  for (const commune of communes) {
    if (!heirs.has(commune.code)) issues.push(`${commune.name} (${commune.code}) không có đơn vị kế tục.`)
  }
  const origins = new Set(rows.map(([, to]) => to))
  for (const unit of units) {
    if (!origins.has(unit.code)) issues.push(`${unit.name} (${unit.code}) không rõ hình thành từ đơn vị nào.`)
  }
  const oldCodes = new Set(communes.map((commune) => commune.code))
  const kept = rows.flatMap(([from, to, word]): SuccessionFile['rows'] => {
    const extent = extents[word]
    if (!oldCodes.has(from)) issues.push(`Dòng kế tục ${from} → ${to}: danh mục cũ không có mã ${from}.`)
    else if (extent === undefined) issues.push(`Dòng kế tục ${from} → ${to}: không hiểu “${word}”.`)
    else return [[from, to, extent]]
    return []
  })

  // A province that took nobody in is the same one before and after.
  const merged = [...oldProvinces].some((one) => one !== undefined && one !== code)
  const olderProvinces = merged ? old.provinces.filter((one) => oldProvinces.has(one.code)) : []
  const source = `Danh mục đơn vị hành chính của cơ quan thống kê (${succession.source})`
  return {
    name: province.name,
    issues,
    units: {
      source: `${source}, ${current.asOf}`,
      units: [
        ...toRow(province, 'province', null).map((row) => (merged ? row : { ...row, validFrom: null })),
        ...units.flatMap((unit) => toRow(unit, 'commune', code)),
      ],
    },
    unitsOld: {
      source: `${source}, ${old.asOf}`,
      units: [
        ...olderProvinces.flatMap((one) => toRow(one, 'province', null)),
        ...districts.flatMap((district) => toRow(district, 'district', district.province)),
        ...communes.flatMap((commune) => toRow(commune, 'commune', commune.district)),
      ],
    },
    succession: {
      source,
      on,
      rows: [
        ...olderProvinces.map((one): SuccessionFile['rows'][number] => [one.code, code, 'whole']),
        ...kept,
      ],
    },
  }
}
