import { Type, type Static } from 'typebox'
import { searchKey } from '#kernel/vietnamese.ts'
import type { PlainDate } from '#kernel/plain-date.ts'

/** Kinds of administrative units (Law on local government 72/2025/QH15, article 1; before it, 77/2015/QH13). */
export const unitKinds = {
  province: 'Tỉnh',
  'central-city': 'Thành phố',
  'provincial-city': 'Thành phố',
  town: 'Thị xã',
  'rural-district': 'Huyện',
  'urban-district': 'Quận',
  commune: 'Xã',
  ward: 'Phường',
  township: 'Thị trấn',
  'special-zone': 'Đặc khu',
} as const
export const UnitKind = Type.Enum(Object.keys(unitKinds) as (keyof typeof unitKinds)[])
export type UnitKind = keyof typeof unitKinds

/** The tier of each kind; the middle one ended on 1 July 2025. */
export const unitTiers = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' } as const
export type UnitTier = keyof typeof unitTiers

const tiers: Readonly<Record<UnitKind, UnitTier>> = {
  province: 'province',
  'central-city': 'province',
  'provincial-city': 'district',
  town: 'district',
  'rural-district': 'district',
  'urban-district': 'district',
  commune: 'commune',
  ward: 'commune',
  township: 'commune',
  'special-zone': 'commune',
}
export const tierOf = (kind: UnitKind): UnitTier => tiers[kind]

/** Code of the statistics office: 2 digits a province, 3 a district, 5 a commune. */
export const UnitCode = Type.String({ pattern: '^[0-9]{2,5}$' })
/** `YYYY-MM-DD`. */
export const Day = Type.Unsafe<PlainDate>({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/**
 * A unit for as long as it stood. The statistics office gave many new communes the code of an old one,
 * so a code alone names nothing: a unit is a code on a day.
 */
export const Unit = Type.Object({
  code: UnitCode,
  /** Without its kind: `Bằng Mạc`. */
  name: Type.String({ minLength: 1, maxLength: 120 }),
  kind: UnitKind,
  /** The unit above it: the district before 1 July 2025, the province since. */
  parent: Type.Union([UnitCode, Type.Null()]),
  /** First and last day; null where it is older than the source knows, or still there. */
  validFrom: Type.Union([Day, Type.Null()]),
  validTo: Type.Union([Day, Type.Null()]),
  source: Type.Union([Type.String({ maxLength: 1000 }), Type.Null()]),
})
export type Unit = Static<typeof Unit>

/** `Xã Bằng Mạc`. A ward that is called by a number keeps the word: `Phường 1`. */
export const fullName = (unit: Pick<Unit, 'name' | 'kind'>): string => `${unitKinds[unit.kind]} ${unit.name}`

/** Whether it stood on that day; without a day, whether it still stands. */
export const isUnitOn = (unit: Pick<Unit, 'validFrom' | 'validTo'>, on: PlainDate | undefined): boolean =>
  on === undefined
    ? unit.validTo === null
    : (unit.validFrom === null || unit.validFrom <= on) && (unit.validTo === null || unit.validTo >= on)

/** Words and abbreviations before a name, and the kinds that they may mean. */
const spoken: readonly (readonly [string, readonly UnitKind[]])[] = [
  ['thanh pho', ['central-city', 'provincial-city']],
  ['dac khu', ['special-zone']],
  ['thi tran', ['township']],
  ['thi xa', ['town']],
  ['phuong', ['ward']],
  ['huyen', ['rural-district']],
  ['quan', ['urban-district']],
  ['tinh', ['province']],
  ['xa', ['commune']],
  ['tp', ['central-city', 'provincial-city']],
  ['tt', ['township']],
  ['tx', ['town']],
]

/** `TP. Lạng Sơn` → the kinds that the words may mean and the key of the name; all kinds when no word says. */
export const toNameParts = (
  printed: string,
): { readonly key: string; readonly kinds: readonly UnitKind[] | undefined } => {
  const key = searchKey(printed)
  for (const [words, kinds] of spoken) {
    if (key.startsWith(`${words} `)) return { key: key.slice(words.length + 1), kinds }
  }
  return { key, kinds: undefined }
}
