import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AgencyGroupDetail, AgencyPage, GroupMembersReply } from '#capabilities/people/contract.ts'
import { api } from '#platform/web/api.ts'
import type { Choice } from '#platform/web/ui/combo-box.tsx'

/** Sets the groups apart among the choices. */
export const GROUP_NOTE = 'nhóm cơ quan'

/** The register of agencies and groups, as the neighbour `people` answers; small enough to be read whole. */
const registerQuery = queryOptions({
  queryKey: ['documents', 'agency-register'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => {
    const [agencies, groups] = await Promise.all([
      api.get<AgencyPage>('/api/agencies', { size: '500' }, signal),
      api.get<{ items: AgencyGroupDetail[] }>('/api/agency-groups', {}, signal),
    ])
    return { agencies: agencies.items, groups: groups.items }
  },
})

/** What a printed name may be mapped to: agencies and groups with their former and short names. */
export const useAgencyChoices = (): readonly Choice[] => {
  const { data } = useQuery(registerQuery)
  return useMemo(() => {
    if (!data) return []
    const groups = data.groups.map((group) => ({
      id: group.code,
      label: group.name,
      note: GROUP_NOTE,
      alsoFoundBy: group.aliases,
    }))
    const agencies = data.agencies.map((agency) => ({
      id: agency.code,
      label: agency.name,
      ...(agency.validTo === null ? {} : { note: `đến ${agency.validTo.split('-').toReversed().join('/')}` }),
      alsoFoundBy: [agency.shortName ?? '', ...agency.aliases].filter((name) => name !== ''),
    }))
    return [...groups, ...agencies]
  }, [data])
}

/** The members of a group on a day, to be chosen among in one proposal. */
export const membersQuery = (code: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['documents', 'group-members', code, on],
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (await api.get<GroupMembersReply>(`/api/agency-groups/${code}/members`, { on }, signal)).members,
  })
