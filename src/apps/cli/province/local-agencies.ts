import type { AgencyRow } from '#capabilities/people/contract.ts'
import { addDays } from '#kernel/plain-date.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { successorsOf, type PlaceBook } from '#capabilities/places/domain/succession.ts'
import { tierOf, unitKinds, type Unit } from '#capabilities/places/domain/unit.ts'

/** District police ended four months before the districts themselves. */
const POLICE_LAST_DAY = '2025-02-28'
const LAW = 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15'

const slug = (text: string): string => searchKey(text).replaceAll(' ', '-')

interface Body {
  readonly prefix: string
  readonly long: string
  readonly short: string
  readonly kind: AgencyRow['kind']
}

const councils: Body = {
  prefix: 'ubnd',
  long: 'Ủy ban nhân dân',
  short: 'UBND',
  kind: 'peoples-committee',
}
const safety: Body = {
  prefix: 'batgt',
  long: 'Ban An toàn giao thông',
  short: 'Ban ATGT',
  kind: 'safety-committee',
}
const police: Body = { prefix: 'cong-an', long: 'Công an', short: 'Công an', kind: 'police' }
const court: Body = { prefix: 'tand', long: 'Tòa án nhân dân', short: 'TAND', kind: 'court' }

/** `xã Bằng Mạc`, as it stands within a sentence. */
const within = (unit: Unit): string => `${unitKinds[unit.kind].toLowerCase()} ${unit.name}`

/**
 * The bodies that every unit has: People's Committee, safety committee and police of each commune since the
 * reform, and those of each district before it, with whoever took their work over.
 */
export const toLocalAgencies = (book: PlaceBook, unitsFrom: string): AgencyRow[] => {
  const units = book.units.filter((unit) => tierOf(unit.kind) !== 'province')
  const communes = units.filter((unit) => unit.validTo === null && tierOf(unit.kind) === 'commune')
  const districts = units.filter((unit) => tierOf(unit.kind) === 'district')
  const named = [...communes, ...districts]
  const codeOf = (body: Body, unit: Unit): string => {
    const name = slug(within(unit))
    const twins = named.filter((other) => slug(within(other)) === name)
    return twins.length > 1 ? `${body.prefix}-${name}-${unit.code}` : `${body.prefix}-${name}`
  }
  const row = (body: Body, unit: Unit, rest: Partial<AgencyRow>): AgencyRow => ({
    code: codeOf(body, unit),
    name: `${body.long} ${within(unit)}`,
    shortName: `${body.short} ${within(unit)}`,
    kind: body.kind,
    level: tierOf(unit.kind) === 'district' ? 'district' : 'commune',
    aliases: [],
    unitCode: unit.code,
    ...rest,
  })

  const since = unitsFrom as NonNullable<AgencyRow['validFrom']>
  const until = addDays(since, -1)
  const ofCommunes = communes.flatMap((unit) => [
    row(councils, unit, { parent: 'ubnd-tinh', validFrom: since, source: LAW }),
    row(safety, unit, {
      parent: 'batgt-tinh',
      validFrom: since,
      source: 'Thành lập khi bỏ cấp huyện; ngày thành lập ở từng xã chưa xác minh',
    }),
    row(police, unit, { parent: 'cong-an-tinh', validFrom: since, source: LAW }),
  ])
  const ofDistricts = districts.flatMap((unit) => {
    const heirs = successorsOf(book, unit).map((heir) => heir.unit)
    return [
      row(councils, unit, {
        parent: 'ubnd-tinh',
        validTo: until,
        successors: heirs.map((heir) => codeOf(councils, heir)),
        source: LAW,
      }),
      row(safety, unit, {
        parent: 'batgt-tinh',
        validTo: until,
        successors: heirs.map((heir) => codeOf(safety, heir)),
        source: LAW,
      }),
      row(police, unit, {
        parent: 'cong-an-tinh',
        validTo: POLICE_LAST_DAY as NonNullable<AgencyRow['validTo']>,
        successors: ['cong-an-tinh'],
        source: 'Bỏ công an cấp huyện từ 01/3/2025',
      }),
      row(court, unit, {
        parent: 'tand-tinh',
        validTo: until,
        // Which regional court took which district over is not in the lists.
        successors: [],
        source: 'Luật số 81/2025/QH15: tòa án nhân dân khu vực từ 01/7/2025; khu vực kế nhiệm chưa xác minh',
      }),
    ]
  })
  return [...ofCommunes, ...ofDistricts]
}
