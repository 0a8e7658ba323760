import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type WriteOptions } from '#platform/web/api.ts'
import type {
  CalendarEdit,
  CalendarReply,
  NewRoute,
  RouteDetail,
  RouteEdit,
  RoutePage,
  RouteQuery,
  UnitDetail,
  UnitPage,
  UnitQuery,
} from '../contract.ts'

/** Every call of these screens; a province's lists are read whole. */

export const unitsQuery = (query: UnitQuery) =>
  queryOptions({
    queryKey: ['places', 'units', query],
    queryFn: async ({ signal }) => await api.getWhole<UnitPage>('/api/units', { ...query }, signal),
    placeholderData: keepPreviousData,
  })

export const unitQuery = (code: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['places', 'unit', code, on],
    queryFn: async ({ signal }) => await api.get<UnitDetail>(`/api/units/${code}`, { on }, signal),
  })

export const routesQuery = (query: RouteQuery) =>
  queryOptions({
    queryKey: ['places', 'routes', query],
    queryFn: async ({ signal }) => await api.getWhole<RoutePage>('/api/routes', { ...query }, signal),
    placeholderData: keepPreviousData,
  })

export const addRoute = async (route: NewRoute, options: WriteOptions) =>
  await api.post<RouteDetail>('/api/routes', route, options)

export const editRoute = async (code: string, edit: RouteEdit, version: number) =>
  await api.put<RouteDetail>(`/api/routes/${code}`, edit, { version: `"v${version}"` })

export const calendarQuery = (year: string | undefined) =>
  queryOptions({
    queryKey: ['places', 'calendar', year],
    queryFn: async ({ signal }) => await api.get<CalendarReply>('/api/calendar', { year }, signal),
    placeholderData: keepPreviousData,
  })

export const editCalendar = async (year: number, edit: CalendarEdit, version: number) =>
  await api.put<CalendarReply>(`/api/calendar/${year}`, edit, { version: `"v${version}"` })
