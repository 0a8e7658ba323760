import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { withVersion, type Ask, type Reply } from '#platform/server/http/endpoint.ts'
import type {
  CalendarReply,
  RouteDetail,
  RouteEdit,
  RoutePage,
  UnitDetail,
  UnitItem,
  UnitPage,
} from '../contract.ts'
import { checkCalendar } from '../domain/calendar.ts'
import { routeClasses, searchRoutes } from '../domain/route.ts'
import { findUnitOn, searchUnits } from '../domain/search.ts'
import { predecessorsOf, successorsOf, type Heir } from '../domain/succession.ts'
import { fullName, isUnitOn, type Unit } from '../domain/unit.ts'
import { placesProblems } from './problems.ts'
import { findRouteByCode, insertRoute, listRoutes, updateRoute } from './route-store.ts'
import type { schemas } from './schemas.ts'
import { findCalendar, listCalendarYears, listSuccession, listUnits, saveCalendar } from './store.ts'

type Of<K extends keyof typeof schemas> = Ask<(typeof schemas)[K]>

const toPage = <T>(
  items: readonly T[],
  query: { page?: string; size?: string },
): { items: T[]; total: number; page: number; size: number } => {
  const size = Math.min(500, Math.max(1, Number(query.size ?? '50')))
  const page = Math.max(1, Number(query.page ?? '1'))
  return { items: items.slice((page - 1) * size, page * size), total: items.length, page, size }
}

/** The day asked for, or today; a day that no calendar has is refused. */
const toDay = (asked: string | undefined, now: string): PlainDate => {
  if (asked === undefined) return toVietnamDay(now)
  const day = parsePlainDate(asked)
  if (!day) throw new Problem(httpProblems.invalidRequest, `Không có ngày ${asked}.`)
  return day
}

const parentNameOf = (units: readonly Unit[], unit: Unit): string | null => {
  const above = units.find(
    (other) => other.code === unit.parent && isUnitOn(other, unit.validTo ?? undefined),
  )
  return above ? fullName(above) : null
}

const toItem = (units: readonly Unit[], unit: Unit): UnitItem => ({
  ...unit,
  fullName: fullName(unit),
  parentName: parentNameOf(units, unit),
})

const toHeirs = (units: readonly Unit[], heirs: readonly Heir[]): UnitDetail['successors'] =>
  heirs.map(({ unit, extent, on }) => ({ ...toItem(units, unit), extent, on }))

export const answerUnits = async ({ db, province, query, now }: Of<'listUnits'>): Promise<UnitPage> => {
  const on = toDay(query.on, now)
  const units = await listUnits(db, province)
  const fitting = units.filter(
    (unit) =>
      isUnitOn(unit, on) &&
      (query.kind === undefined || unit.kind === query.kind) &&
      (query.parent === undefined || unit.parent === query.parent),
  )
  const { items, ...page } = toPage(searchUnits(fitting, query.q ?? ''), query)
  const changes = new Set((await listSuccession(db, province)).map((step) => step.on))
  return {
    ...page,
    items: items.map((unit) => toItem(units, unit)),
    changes: [...changes].toSorted().toReversed(),
  }
}

export const answerUnit = async ({
  db,
  province,
  params,
  query,
  now,
}: Of<'getUnit'>): Promise<UnitDetail> => {
  const units = await listUnits(db, province)
  const sameCode = units.filter((unit) => unit.code === params.code)
  // Without a day: the one that stands today, else the last that stood.
  const unit =
    findUnitOn(units, params.code, toDay(query.on, now)) ??
    (query.on === undefined
      ? sameCode.toSorted((a, b) => ((a.validTo ?? '9999') < (b.validTo ?? '9999') ? 1 : -1))[0]
      : undefined)
  if (!unit) throw new Problem(placesProblems.noUnit, `Mã ${params.code}.`)
  const book = { units, succession: await listSuccession(db, province) }
  const parts = units.filter(
    (other) => other.parent === unit.code && isUnitOn(other, unit.validTo ?? undefined),
  )
  return {
    ...toItem(units, unit),
    predecessors: toHeirs(units, predecessorsOf(book, unit)),
    successors: toHeirs(units, successorsOf(book, unit)),
    parts: parts.map((part) => toItem(units, part)),
    sameCode: sameCode.filter((other) => other !== unit).map((other) => toItem(units, other)),
  }
}

const classOrder = Object.keys(routeClasses)

export const answerRoutes = async ({ db, province, query, now }: Of<'listRoutes'>): Promise<RoutePage> => {
  const on = query.on === undefined ? undefined : toDay(query.on, now)
  const fitting = (await listRoutes(db, province)).filter(
    (route) =>
      (query.class === undefined || route.class === query.class) && (on === undefined || isUnitOn(route, on)),
  )
  const found = searchRoutes(fitting, query.q ?? '').toSorted(
    (a, b) =>
      classOrder.indexOf(a.class) - classOrder.indexOf(b.class) ||
      a.code.localeCompare(b.code, 'vi', { numeric: true }),
  )
  return toPage(found, query)
}

const getRoute = async (
  db: Parameters<typeof findRouteByCode>[0],
  province: string,
  code: string,
): Promise<RouteDetail> => {
  const route = await findRouteByCode(db, province, code)
  if (!route) throw new Problem(placesProblems.noRoute, `Ký hiệu ${code}.`)
  return route
}

export const answerRoute = async ({ db, province, params }: Of<'getRoute'>): Promise<Reply<RouteDetail>> => {
  const route = await getRoute(db, province, params.code)
  return withVersion(route, route.version)
}

const checkDays = ({ validFrom, validTo }: RouteEdit): void => {
  const impossible = [validFrom, validTo].find((day) => day !== null && !parsePlainDate(day))
  if (impossible !== undefined) throw new Problem(placesProblems.wrongDays, `Không có ngày ${impossible}.`)
}

export const createRoute = async ({
  body,
  province,
  write,
}: Of<'createRoute'>): Promise<Reply<RouteDetail>> => {
  checkDays(body)
  return await write(async (tx, append) => {
    await insertRoute(tx, province, body)
    await append({ event: 'route.created', subject: `route:${body.code}`, data: { class: body.class } })
    const route = await getRoute(tx, province, body.code)
    return withVersion(route, route.version)
  })
}

export const editRoute = async ({
  body,
  params,
  province,
  version,
  write,
}: Of<'editRoute'>): Promise<Reply<RouteDetail>> => {
  checkDays(body)
  return await write(async (tx, append) => {
    const before = await getRoute(tx, province, params.code)
    if (!(await updateRoute(tx, province, params.code, body, version ?? 0)))
      throw new Problem(httpProblems.changedMeanwhile, `Tuyến ${params.code}.`)
    await append({
      event: 'route.edited',
      subject: `route:${params.code}`,
      data: { version: before.version + 1 },
    })
    const after = await getRoute(tx, province, params.code)
    return withVersion(after, after.version)
  })
}

export const answerCalendar = async ({
  db,
  province,
  query,
  now,
}: Of<'getCalendar'>): Promise<Reply<CalendarReply>> => {
  const year = Number(query.year ?? toVietnamDay(now).slice(0, 4))
  const calendar = await findCalendar(db, province, year)
  const reply = { year, calendar: calendar ?? null, years: await listCalendarYears(db, province) }
  return withVersion(reply, calendar?.version ?? 0)
}

export const editCalendar = async ({
  body,
  params,
  province,
  version,
  write,
}: Of<'editCalendar'>): Promise<Reply<CalendarReply>> => {
  const year = Number(params.year)
  const issues = checkCalendar({ year, ...body })
  if (issues.length > 0) throw new Problem(placesProblems.wrongCalendar, issues.join(' '))
  return await write(async (tx, append) => {
    if (!(await saveCalendar(tx, province, { year, ...body }, version ?? 0)))
      throw new Problem(httpProblems.changedMeanwhile, `Lịch năm ${year}.`)
    await append({
      event: 'calendar.edited',
      subject: `calendar:${year}`,
      data: { holidays: body.holidays.length, makeUpDays: body.makeUpDays.length },
    })
    const calendar = (await findCalendar(tx, province, year)) ?? null
    const reply = { year, calendar, years: await listCalendarYears(tx, province) }
    return withVersion(reply, calendar?.version ?? 0)
  })
}
