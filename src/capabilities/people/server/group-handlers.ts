import { Problem } from '#kernel/problem.ts'
import { toNfc } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { withVersion, type Ask, type Reply } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import type { AgencyGroupDetail, AgencyGroupList, GroupMembersReply } from '../contract.ts'
import type { AgencyGroup } from '../domain/agency.ts'
import { expandGroup, type AgencyIndex } from '../domain/agency-index.ts'
import { openAgencyIndex, requireAgencies } from './agency-handlers.ts'
import { findGroupByCode, insertGroup, listGroups, updateGroup, type StoredGroup } from './group-store.ts'
import type { schemas } from './schemas.ts'

type GroupAsk = Pick<Ask, 'db' | 'province' | 'now'>

const toDetail = (index: AgencyIndex, group: StoredGroup, now: string): AgencyGroupDetail => ({
  ...group,
  current: expandGroup(index, group, toVietnamDay(now)).map((agency) => agency.code),
})

export const getGroups = async (ask: Ask<typeof schemas.listGroups>): Promise<AgencyGroupList> => {
  const index = await openAgencyIndex(ask.db, ask.province)
  const groups = await listGroups(ask.db, ask.province)
  return { items: groups.map((group) => toDetail(index, group, ask.now)) }
}

const getStored = async (ask: GroupAsk, code: string): Promise<StoredGroup> => {
  const group = await findGroupByCode(ask.db, ask.province, code)
  if (!group) throw new Problem(httpProblems.notFound, `Nhóm cơ quan “${code}”.`)
  return group
}

export const getGroup = async (ask: Ask<typeof schemas.getGroup>): Promise<Reply<AgencyGroupDetail>> => {
  const group = await getStored(ask, ask.params.code)
  const index = await openAgencyIndex(ask.db, ask.province)
  return withVersion(toDetail(index, group, ask.now), group.version)
}

const clean = (group: AgencyGroup): AgencyGroup => ({
  ...group,
  name: toNfc(group.name).trim(),
  aliases: [...new Set(group.aliases.map((alias) => toNfc(alias).trim()))],
})

const codesOf = ({ members }: AgencyGroup): string[] => [...(members.codes ?? []), ...(members.except ?? [])]

export const addGroup = async (ask: Ask<typeof schemas.addGroup>): Promise<Reply<AgencyGroupDetail>> => {
  const group = clean(ask.body)
  const index = await openAgencyIndex(ask.db, ask.province)
  requireAgencies(index, codesOf(group))
  return await ask.write(async (tx, append) => {
    await insertGroup(tx, ask.province, group)
    await append({ event: 'agency-group.added', subject: `agency-group:${group.code}`, data: {} })
    return withVersion(toDetail(index, { ...group, version: 1 }, ask.now), 1)
  })
}

export const editGroup = async (ask: Ask<typeof schemas.editGroup>): Promise<Reply<AgencyGroupDetail>> => {
  await getStored(ask, ask.params.code)
  const group = clean({ code: ask.params.code, ...ask.body })
  const index = await openAgencyIndex(ask.db, ask.province)
  requireAgencies(index, codesOf(group))
  return await ask.write(async (tx, append) => {
    const version = await updateGroup(tx, ask.province, group, ask.version ?? 0)
    if (version === undefined) throw new Problem(httpProblems.changedMeanwhile)
    await append({ event: 'agency-group.changed', subject: `agency-group:${group.code}`, data: { version } })
    return withVersion(toDetail(index, { ...group, version }, ask.now), version)
  })
}

export const getMembers = async (ask: Ask<typeof schemas.listMembers>): Promise<GroupMembersReply> => {
  const group = await getStored(ask, ask.params.code)
  const index = await openAgencyIndex(ask.db, ask.province)
  const on = ask.query.on ?? toVietnamDay(ask.now)
  return { on, members: expandGroup(index, group, on).map(({ code, name }) => ({ code, name })) }
}
