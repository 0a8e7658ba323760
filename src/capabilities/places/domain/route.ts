import { Type, type Static } from 'typebox'
import { searchKey } from '#kernel/vietnamese.ts'
import { Day } from './unit.ts'

/** Classes of roads (Law on roads 35/2024/QH15, article 8), and the railways and waterways that cross them. */
export const routeClasses = {
  expressway: 'Cao tốc',
  national: 'Quốc lộ',
  provincial: 'Đường tỉnh',
  district: 'Đường huyện',
  commune: 'Đường xã',
  urban: 'Đường đô thị',
  railway: 'Đường sắt',
  waterway: 'Đường thủy nội địa',
  other: 'Đường khác',
} as const
export const RouteClass = Type.Enum(Object.keys(routeClasses) as (keyof typeof routeClasses)[])
export type RouteClass = keyof typeof routeClasses

/** `QL.1`, `QL.4A`, `CT.03`, `ĐT.226`: the letters of the class, a dot, the number. */
export const RouteCode = Type.String({ pattern: '^[A-ZĐ]{2,4}\\.[0-9A-Z]{1,8}(-[0-9A-Z]{1,8})?$' })

/** What a person may write of a route. */
export const routeFields = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  class: RouteClass,
  /** From where to where in the province, in words. */
  course: Type.Union([Type.String({ maxLength: 500 }), Type.Null()]),
  /** Length within the province, km. */
  lengthKm: Type.Union([Type.Number({ minimum: 0, maximum: 3000 }), Type.Null()]),
  validFrom: Type.Union([Day, Type.Null()]),
  validTo: Type.Union([Day, Type.Null()]),
  source: Type.Union([Type.String({ maxLength: 1000 }), Type.Null()]),
}
export const Route = Type.Object({ code: RouteCode, ...routeFields })
export type Route = Static<typeof Route>

const words: readonly (readonly [RegExp, string])[] = [
  [/^quoc lo /u, 'ql '],
  [/^cao toc /u, 'ct '],
  [/^(?:duong tinh|tinh lo|tl) /u, 'dt '],
  [/^(?:duong huyen|huyen lo) /u, 'dh '],
]

/** `Quốc lộ 4A`, `QL4A`, `QL.4A` → `ql4a`; `tỉnh lộ 226` → `dt226`. */
export const toRouteKey = (printed: string): string => {
  let key = searchKey(printed)
  for (const [pattern, short] of words) key = key.replace(pattern, short)
  return key.replaceAll(' ', '')
}

/** Routes whose code or name answers what was typed; all for an empty question, in the order given. */
export const searchRoutes = <T extends Route>(routes: readonly T[], question: string): T[] => {
  const typed = searchKey(question)
  const code = toRouteKey(question)
  if (typed === '') return [...routes]
  return routes.filter(
    (route) =>
      toRouteKey(route.code).startsWith(code) ||
      ` ${searchKey(route.name)}`.includes(` ${typed}`) ||
      ` ${searchKey(route.course ?? '')}`.includes(` ${typed}`),
  )
}

/** The route of exactly that printed code or name. */
export const findRoute = <T extends Route>(routes: readonly T[], printed: string): T | undefined => {
  const key = toRouteKey(printed)
  if (key === '') return undefined
  return routes.find((route) => toRouteKey(route.code) === key || toRouteKey(route.name) === key)
}
