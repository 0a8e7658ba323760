import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AgencyGroupDetail, AgencyPage } from '#capabilities/people/contract.ts'
import { api } from '#platform/web/api.ts'
import type { Choice } from '#platform/web/ui/combo-box.tsx'
import type { Option } from '#platform/web/ui/field.tsx'
import { listProgrammes } from '../api.ts'

/** Agencies that are there today, and the groups of them, as the neighbour `people` answers. */
const registerQuery = queryOptions({
  queryKey: ['assignments', 'register'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => {
    const [agencies, groups] = await Promise.all([
      api.getWhole<AgencyPage>('/api/agencies', { state: 'current' }, signal),
      api.get<{ items: AgencyGroupDetail[] }>('/api/agency-groups', {}, signal),
    ])
    return { agencies: agencies.items, groups: groups.items }
  },
})

export const useAgencyChoices = (): readonly Choice[] => {
  const { data } = useQuery(registerQuery)
  return useMemo(
    () =>
      (data?.agencies ?? []).map((agency) => ({
        id: agency.code,
        label: agency.name,
        alsoFoundBy: [agency.shortName, ...agency.aliases],
      })),
    [data],
  )
}

/** The groups by code, with their members of today. */
export const useGroups = (): readonly AgencyGroupDetail[] => useQuery(registerQuery).data?.groups ?? []

/** The plans to choose among, the choice of none first. */
export const useProgrammeOptions = (none: string): readonly Option[] => {
  const { data } = useQuery({
    queryKey: ['programmes', 'list', 'choices'],
    queryFn: ({ signal }) => listProgrammes({ size: '200' }, signal),
    staleTime: 60_000,
  })
  return useMemo(
    () => [
      { value: '', label: none },
      ...(data?.items ?? []).map((one) => ({
        value: one.id,
        label: [one.number, one.subject].filter((part) => part !== null).join(' · ') || 'Kế hoạch không số',
      })),
    ],
    [data, none],
  )
}
