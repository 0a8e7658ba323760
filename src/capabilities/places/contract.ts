import { Type, type Static } from 'typebox'
import { Holiday, MakeUpDay, WorkCalendar } from './domain/calendar.ts'
import { Route, RouteClass, RouteCode, routeFields } from './domain/route.ts'
import { Extent } from './domain/succession.ts'
import { Day, Unit, UnitCode, UnitKind } from './domain/unit.ts'

/** The door of `places`. Query values arrive as text: numbers in addresses are digits, never coerced. */
export { WorkCalendar } from './domain/calendar.ts'
export { RouteClass, routeClasses } from './domain/route.ts'
export { Day, fullName, tierOf, Unit, UnitCode, UnitKind, unitKinds, unitTiers } from './domain/unit.ts'

const closed = { additionalProperties: false }
const Digits = Type.String({ pattern: '^[0-9]{1,7}$' })
const Paging = { page: Type.Optional(Digits), size: Type.Optional(Digits) }
const pageOf = <T extends Parameters<typeof Type.Array>[0]>(item: T) =>
  Type.Object({ items: Type.Array(item), total: Type.Integer(), page: Type.Integer(), size: Type.Integer() })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Source = Type.String({ minLength: 1, maxLength: 1000 })

// --- province packs -------------------------------------------------------------------------------------------

/** `provinces/<id>/pack.json`. */
export const Pack = Type.Object(
  {
    /** The folder's name. */
    id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 }),
    /** `Tỉnh Lạng Sơn`. */
    name: Type.String({ minLength: 1, maxLength: 120 }),
    provinceCode: Type.String({ pattern: '^[0-9]{2}$' }),
    /** The first day of the units in `units.json`; those of `units-old.json` ended the day before. */
    unitsFrom: Day,
    /** A fictional province: only here may demo users and sample documents exist. */
    fictional: Type.Optional(Type.Boolean()),
    /** What the pack was written from. */
    source: Source,
  },
  closed,
)
export type Pack = Static<typeof Pack>

const unitRow = { code: UnitCode, name: Unit.properties.name, kind: UnitKind }
/** `units.json` and `units-old.json`: the days follow from the pack unless a row says otherwise. */
export const UnitFile = Type.Object(
  {
    source: Source,
    units: Type.Array(
      Type.Object(
        {
          ...unitRow,
          parent: Type.Optional(nullable(UnitCode)),
          validFrom: Type.Optional(nullable(Day)),
          validTo: Type.Optional(nullable(Day)),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type UnitFile = Static<typeof UnitFile>

/** `succession.json`: `[old code, new code, extent]`, all on one day. */
export const SuccessionFile = Type.Object(
  { source: Source, on: Day, rows: Type.Array(Type.Tuple([UnitCode, UnitCode, Extent])) },
  closed,
)
export type SuccessionFile = Static<typeof SuccessionFile>

/** `routes.json`; fields that are not known are left out. */
export const RouteRow = Type.Object(
  {
    code: RouteCode,
    name: routeFields.name,
    class: RouteClass,
    course: Type.Optional(routeFields.course),
    lengthKm: Type.Optional(routeFields.lengthKm),
    validFrom: Type.Optional(routeFields.validFrom),
    validTo: Type.Optional(routeFields.validTo),
    source: Source,
  },
  closed,
)
export type RouteRow = Static<typeof RouteRow>
export const RouteRows = Type.Array(RouteRow)

/** `calendar.json`. */
export const CalendarRows = Type.Array(WorkCalendar)

/** The places of a pack, its files read and checked. */
export interface PlacesPack {
  readonly pack: Pack
  readonly units: UnitFile
  readonly unitsOld: UnitFile
  readonly succession: SuccessionFile
  readonly routes: readonly RouteRow[]
  readonly calendar: readonly WorkCalendar[]
}

// --- units ----------------------------------------------------------------------------------------------------

export const UnitItem = Type.Object({
  ...Unit.properties,
  /** With the kind: `Xã Bằng Mạc`. */
  fullName: Type.String(),
  parentName: nullable(Type.String()),
})
export type UnitItem = Static<typeof UnitItem>
export const UnitPage = Type.Object({
  ...pageOf(UnitItem).properties,
  /** Days on which units of the province gave way to others, newest first. */
  changes: Type.Array(Day),
})
export type UnitPage = Static<typeof UnitPage>
export const UnitQuery = Type.Object(
  {
    ...Paging,
    /** Name with or without kind and marks, or code. */
    q: Type.Optional(Type.String({ maxLength: 200 })),
    kind: Type.Optional(UnitKind),
    /** The units of this day; today's when absent. */
    on: Type.Optional(Day),
    parent: Type.Optional(UnitCode),
  },
  closed,
)
export type UnitQuery = Static<typeof UnitQuery>
export const UnitParams = Type.Object({ code: UnitCode })
export const UnitOn = Type.Object({ on: Type.Optional(Day) }, closed)
const HeirItem = Type.Object({ ...UnitItem.properties, extent: Extent, on: Day })
/** The unit of that code on that day, with succession both ways; other units that bore the code are listed. */
export const UnitDetail = Type.Object({
  ...UnitItem.properties,
  predecessors: Type.Array(HeirItem),
  successors: Type.Array(HeirItem),
  parts: Type.Array(UnitItem),
  sameCode: Type.Array(UnitItem),
})
export type UnitDetail = Static<typeof UnitDetail>

// --- routes ---------------------------------------------------------------------------------------------------

export const RouteDetail = Type.Object({ ...Route.properties, version: Type.Integer() })
export type RouteDetail = Static<typeof RouteDetail>
export const RoutePage = pageOf(RouteDetail)
export type RoutePage = Static<typeof RoutePage>
export const RouteQuery = Type.Object(
  {
    ...Paging,
    q: Type.Optional(Type.String({ maxLength: 200 })),
    class: Type.Optional(RouteClass),
    /** Only those in use on this day. */
    on: Type.Optional(Day),
  },
  closed,
)
export type RouteQuery = Static<typeof RouteQuery>
export const RouteParams = Type.Object({ code: RouteCode })
export const NewRoute = Type.Object({ code: RouteCode, ...routeFields }, closed)
export type NewRoute = Static<typeof NewRoute>
export const RouteEdit = Type.Object(routeFields, closed)
export type RouteEdit = Static<typeof RouteEdit>

// --- working calendar -----------------------------------------------------------------------------------------

export const CalendarQuery = Type.Object(
  { year: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })) },
  closed,
)
/** The calendar of the year, or null when nobody has entered it; and the years that are there. */
export const CalendarReply = Type.Object({
  year: Type.Integer(),
  calendar: nullable(Type.Object({ ...WorkCalendar.properties, version: Type.Integer() })),
  years: Type.Array(Type.Integer()),
})
export type CalendarReply = Static<typeof CalendarReply>
export const CalendarParams = Type.Object({ year: Type.String({ pattern: '^[0-9]{4}$' }) })
export const CalendarEdit = Type.Object(
  { holidays: Type.Array(Holiday), makeUpDays: Type.Array(MakeUpDay), source: Source },
  closed,
)
export type CalendarEdit = Static<typeof CalendarEdit>
