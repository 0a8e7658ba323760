import { Problem } from '#kernel/problem.ts'
import { toNfc } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db/db.ts'
import { withVersion, type Ask, type Reply } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import type { AgencyDetail, AgencyLookupReply, AgencyPage, MappedAlias } from '../contract.ts'
import type { Agency } from '../domain/agency.ts'
import {
  expandGroup,
  findAgency,
  findGroup,
  toAgencyIndex,
  type AgencyIndex,
} from '../domain/agency-index.ts'
import { toAgencyKey, toProvinceName } from '../domain/agency-name.ts'
import {
  findAgencyByCode,
  insertAgency,
  listAgencies,
  listAllAgencies,
  updateAgency,
  type StoredAgency,
} from './agency-store.ts'
import { toAliasFingerprints } from './alias-fingerprints.ts'
import { listGroups } from './group-store.ts'
import { findInstallation } from './installation-store.ts'
import { toPage } from './paging.ts'
import { peopleProblems } from './problems.ts'
import type { schemas } from './schemas.ts'

/** Everything that look-ups by name need, as it is now. */
export const openAgencyIndex = async (db: Db, province: string): Promise<AgencyIndex> => {
  const installation = await findInstallation(db, province)
  const provinces = installation ? [toProvinceName(installation.name)] : []
  return toAgencyIndex(await listAllAgencies(db, province), await listGroups(db, province), provinces)
}

export const getAgencies = async (ask: Ask<typeof schemas.listAgencies>): Promise<AgencyPage> => {
  const { page, size, offset } = toPage(ask.query)
  const { q, kind, level, on, state } = ask.query
  const filter = { q, kind, level, on, state, today: toVietnamDay(ask.now), size, offset }
  return { ...(await listAgencies(ask.db, ask.province, filter)), page, size }
}

const getStored = async (ask: Pick<Ask, 'db' | 'province'>, code: string): Promise<StoredAgency> => {
  const agency = await findAgencyByCode(ask.db, ask.province, code)
  if (!agency) throw new Problem(httpProblems.notFound, `Cơ quan “${code}”.`)
  return agency
}

export const getAgency = async (ask: Ask<typeof schemas.getAgency>): Promise<Reply<AgencyDetail>> => {
  const agency = await getStored(ask, ask.params.code)
  return withVersion(agency, agency.version)
}

/** Text in its one form, lists without repeats. */
const clean = (agency: Agency): Agency => {
  const words = (text: string): string => toNfc(text).replace(/\s+/gu, ' ').trim()
  return {
    ...agency,
    name: words(agency.name),
    shortName: words(agency.shortName),
    aliases: [...new Set(agency.aliases.map(words))].filter((alias) => alias !== ''),
    successors: [...new Set(agency.successors)],
    source: agency.source === null ? null : words(agency.source),
  }
}

export const addAgency = async (ask: Ask<typeof schemas.addAgency>): Promise<Reply<AgencyDetail>> => {
  const agency = clean(ask.body)
  return await ask.write(async (tx, append) => {
    await insertAgency(tx, ask.province, agency)
    await append({ event: 'agency.added', subject: `agency:${agency.code}`, data: { kind: agency.kind } })
    return withVersion(await getStored({ db: tx, province: ask.province }, agency.code), 1)
  })
}

/** Names of the fields that differ: the journal says what was touched without repeating it. */
const toChanged = (before: Agency, after: Agency): string[] =>
  Object.entries(after)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Agency]))
    .map(([field]) => field)

const writeAgency = async (
  ask: Pick<Ask, 'write' | 'province'>,
  before: StoredAgency,
  after: Agency,
  version: number,
): Promise<Reply<AgencyDetail>> =>
  await ask.write(async (tx, append) => {
    const next = await updateAgency(tx, ask.province, after, version)
    if (next === undefined) throw new Problem(httpProblems.changedMeanwhile)
    await append({
      event: 'agency.changed',
      subject: `agency:${after.code}`,
      data: { fields: toChanged(before, after), version: next },
    })
    return withVersion(await getStored({ db: tx, province: ask.province }, after.code), next)
  })

export const editAgency = async (ask: Ask<typeof schemas.editAgency>): Promise<Reply<AgencyDetail>> => {
  const before = await getStored(ask, ask.params.code)
  const after = clean({ code: ask.params.code, ...ask.body })
  return await writeAgency(ask, before, after, ask.version ?? 0)
}

const namesOf = ({ name, shortName, aliases }: Agency): string[] => [name, shortName, ...aliases]

const toAgency = ({ version: _version, predecessors: _predecessors, ...agency }: StoredAgency): Agency =>
  agency

/** Maps a printed name once and for all. A name that the agency has already is left as it is. */
export const addAlias = async (ask: Ask<typeof schemas.addAlias>): Promise<Reply<MappedAlias>> => {
  const before = await getStored(ask, ask.params.code)
  const { alias } = ask.body
  const key = toAgencyKey(alias)
  if (key === '') throw new Problem(httpProblems.invalidRequest, 'Tên gọi cần có chữ hoặc số.')
  if (namesOf(before).some((name) => toAgencyKey(name) === key))
    return withVersion({ ...before, isNew: false }, before.version)
  const after = clean({ ...toAgency(before), aliases: [...before.aliases, alias] })
  return await ask.write(async (tx, append) => {
    const next = await updateAgency(tx, ask.province, after, before.version)
    if (next === undefined) throw new Problem(httpProblems.changedMeanwhile)
    await append({
      event: 'agency.changed',
      subject: `agency:${after.code}`,
      data: { fields: ['aliases'], version: next },
    })
    const stored = await getStored({ db: tx, province: ask.province }, after.code)
    return withVersion({ ...stored, isNew: true }, next)
  })
}

/**
 * Takes a mapping back. The journal says under which keys the name was understood, so that the plans forget whom they
 * came to know by it; a name that the agency does not have, or no longer, is left as it is.
 */
export const takeAliasBack = async (ask: Ask<typeof schemas.takeAliasBack>): Promise<Reply<AgencyDetail>> => {
  const before = await getStored(ask, ask.params.code)
  const { alias } = ask.query
  const key = toAgencyKey(alias)
  const aliases = before.aliases.filter((name) => toAgencyKey(name) !== key)
  if (aliases.length === before.aliases.length) return withVersion(before, before.version)
  const index = await openAgencyIndex(ask.db, ask.province)
  return await ask.write(async (tx, append) => {
    const next = await updateAgency(tx, ask.province, { ...toAgency(before), aliases }, before.version)
    if (next === undefined) throw new Problem(httpProblems.changedMeanwhile)
    await append({
      event: 'agency.alias-taken-back',
      subject: `agency:${before.code}`,
      data: { names: toAliasFingerprints(alias, index), version: next },
    })
    return withVersion(await getStored({ db: tx, province: ask.province }, before.code), next)
  })
}

export const lookUpAgency = async (ask: Ask<typeof schemas.lookUpAgency>): Promise<AgencyLookupReply> => {
  const index = await openAgencyIndex(ask.db, ask.province)
  const on = ask.query.on ?? toVietnamDay(ask.now)
  const found = findAgency(index, ask.query.name, on)
  const group = found ? undefined : findGroup(index, ask.query.name)
  return {
    agency: found
      ? {
          id: found.agency.code,
          name: found.agency.name,
          state: found.state,
          successors: found.successors.map((agency) => agency.code),
        }
      : null,
    group: group
      ? {
          code: group.code,
          name: group.name,
          members: expandGroup(index, group, on).map((agency) => agency.code),
        }
      : null,
  }
}

/** Refuses codes of agencies that are not in the list. */
export const requireAgencies = (index: AgencyIndex, codes: readonly string[]): void => {
  const unknown = codes.filter((code) => !index.byCode.has(code))
  if (unknown.length > 0) throw new Problem(peopleProblems.unknownAgency, unknown.join(', '))
}
