import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, toUrl, type WriteOptions } from '#platform/web/api.ts'
import type {
  FigureEntry,
  NewFigure,
  TargetDetail,
  TargetPage,
  TargetQuery,
  TargetWayEdit,
} from '../../domain/targets-schemas.ts'

/** The typed calls about targets; nothing else here fetches. */

export const targetsQuery = (query: TargetQuery) =>
  queryOptions({
    queryKey: ['targets', 'list', query],
    queryFn: ({ signal }) => api.get<TargetPage>('/api/targets', query, signal),
    placeholderData: keepPreviousData,
  })

export const targetQuery = (id: string) =>
  queryOptions({
    queryKey: ['targets', 'one', id],
    queryFn: ({ signal }) => api.getVersioned<TargetDetail>(`/api/targets/${id}`, undefined, signal),
  })

export const targetsFile = (query: TargetQuery): string => toUrl('/api/targets/export.xlsx', { ...query })
export const targetFile = (id: string): string => `/api/targets/${id}/export.xlsx`

export const enterFigure = async (id: string, figure: NewFigure, options: WriteOptions) =>
  await api.post<FigureEntry>(`/api/targets/${id}/figures`, figure, options)

export const setWay = async (id: string, way: TargetWayEdit, version: string | undefined) =>
  await api.patch<TargetDetail>(`/api/targets/${id}`, way, { version })
