import type { Generated } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { RouteClass } from '../domain/route.ts'
import type { Extent } from '../domain/succession.ts'
import type { UnitKind } from '../domain/unit.ts'

/** The tables of `places`, as the migrations made them. */
export type PlacesTables = {
  unit: {
    id: Generated<number>
    province: string
    code: string
    name: string
    kind: UnitKind
    parent: string | null
    valid_from: PlainDate | null
    valid_to: PlainDate | null
    search: string
    source: string | null
  }
  unit_succession: {
    province: string
    old_code: string
    new_code: string
    extent: Extent
    on_date: PlainDate
    source: string | null
  }
  route: {
    province: string
    code: string
    name: string
    class: RouteClass
    course: string | null
    length_km: number | null
    valid_from: PlainDate | null
    valid_to: PlainDate | null
    source: string | null
    version: number
  }
  work_calendar: { province: string; year: number; source: string; version: number }
  holiday: { province: string; year: number; name: string; from_date: PlainDate; to_date: PlainDate }
  make_up_day: { province: string; year: number; on_date: PlainDate; instead_of: PlainDate }
}
