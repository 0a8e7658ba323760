import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Agency, AgencyKind, AgencyLevel } from '../domain/agency.ts'
import { toAgencyKey } from '../domain/agency-name.ts'
import { withPeople, type PeopleTables } from './tables.ts'

export interface StoredAgency extends Agency {
  readonly version: number
  readonly predecessors: string[]
}

/** Every name once as written and once with abbreviations spelled out, both without marks. */
const toSearch = (agency: Pick<Agency, 'name' | 'shortName' | 'aliases'>): string => {
  const names = [agency.name, agency.shortName, ...agency.aliases]
  return [...new Set(names.flatMap((name) => [searchKey(name), searchKey(toAgencyKey(name))]))].join(' | ')
}

const toRow = (province: string, agency: Agency): PeopleTables['agency'] => ({
  province,
  code: agency.code,
  name: agency.name,
  short_name: agency.shortName,
  kind: agency.kind,
  level: agency.level,
  parent: agency.parent,
  aliases: agency.aliases,
  valid_from: agency.validFrom,
  valid_to: agency.validTo,
  unit_code: agency.unitCode,
  source: agency.source,
  search: toSearch(agency),
  version: 1,
})

type Row = PeopleTables['agency'] & { readonly successors: string[]; readonly predecessors: string[] }

const toAgency = (row: Row): StoredAgency => ({
  code: row.code,
  name: row.name,
  shortName: row.short_name,
  kind: row.kind,
  level: row.level,
  parent: row.parent,
  aliases: row.aliases,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  successors: row.successors,
  unitCode: row.unit_code,
  source: row.source,
  version: row.version,
  predecessors: row.predecessors,
})

const selectAgencies = (db: Db | Tx, province: string) =>
  withPeople(db)
    .selectFrom('agency')
    .selectAll('agency')
    .select([
      sql<string[]>`array(select s.successor from agency_successor s
        where s.province = agency.province and s.agency = agency.code order by s.successor)`.as('successors'),
      sql<string[]>`array(select s.agency from agency_successor s
        where s.province = agency.province and s.successor = agency.code order by s.agency)`.as(
        'predecessors',
      ),
    ])
    .where('agency.province', '=', province)

export const findAgencyByCode = async (
  db: Db | Tx,
  province: string,
  code: string,
): Promise<StoredAgency | undefined> => {
  const row = await selectAgencies(db, province).where('code', '=', code).executeTakeFirst()
  return row && toAgency(row)
}

/** All agencies of the province, ended ones too: a few hundred rows, the ground of every look-up by name. */
export const listAllAgencies = async (db: Db | Tx, province: string): Promise<StoredAgency[]> =>
  (await selectAgencies(db, province).orderBy('code').execute()).map(toAgency)

export interface AgencyFilter {
  readonly q?: string | undefined
  readonly kind?: AgencyKind | undefined
  readonly level?: AgencyLevel | undefined
  readonly on?: PlainDate | undefined
  readonly state?: 'current' | 'ended' | undefined
  readonly today: PlainDate
  readonly size: number
  readonly offset: number
}

export const listAgencies = async (
  db: Db,
  province: string,
  filter: AgencyFilter,
): Promise<{ items: StoredAgency[]; total: number }> => {
  let query = selectAgencies(db, province)
  const { q, kind, level, on, state, today } = filter
  if (q !== undefined && searchKey(q) !== '') {
    const keys = [...new Set([searchKey(q), searchKey(toAgencyKey(q))])]
    query = query.where((e) => e.or(keys.map((key) => e('search', 'like', `%${key}%`))))
  }
  if (kind) query = query.where('kind', '=', kind)
  if (level) query = query.where('level', '=', level)
  const validOn = (day: PlainDate) => sql<boolean>`(coalesce(valid_from, ${day}::date) <= ${day}::date
    and coalesce(valid_to, ${day}::date) >= ${day}::date)`
  if (on) query = query.where(validOn(on))
  if (state === 'current') query = query.where(validOn(today))
  if (state === 'ended') query = query.where('valid_to', '<', today)
  const { total } = await query
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .orderBy(sql`array_position(array['central', 'province', 'district', 'commune'], level)`)
    .orderBy('name')
    .orderBy('code')
    .limit(filter.size)
    .offset(filter.offset)
    .execute()
  return { items: rows.map(toAgency), total }
}

const setSuccessors = async (tx: Tx, province: string, { code, successors }: Agency): Promise<void> => {
  const people = withPeople(tx)
  await people
    .deleteFrom('agency_successor')
    .where('province', '=', province)
    .where('agency', '=', code)
    .execute()
  const rows = [...new Set(successors)].map((successor) => ({ province, agency: code, successor }))
  if (rows.length > 0) await people.insertInto('agency_successor').values(rows).execute()
}

export const insertAgency = async (tx: Tx, province: string, agency: Agency): Promise<void> => {
  await withPeople(tx).insertInto('agency').values(toRow(province, agency)).execute()
  await setSuccessors(tx, province, agency)
}

/** Adds what is not there yet; what a person has changed since stays. Returns the codes added. */
export const insertMissingAgencies = async (
  tx: Tx,
  province: string,
  agencies: readonly Agency[],
): Promise<string[]> => {
  const known = await withPeople(tx)
    .selectFrom('agency')
    .select('code')
    .where('province', '=', province)
    .execute()
  const codes = new Set(known.map((row) => row.code))
  const missing = agencies.filter((agency) => !codes.has(agency.code))
  const people = withPeople(tx)
  for (let i = 0; i < missing.length; i += 200) {
    const some = missing.slice(i, i + 200)
    await people
      .insertInto('agency')
      .values(some.map((agency) => toRow(province, agency)))
      .execute()
    const links = some.flatMap(({ code, successors }) =>
      [...new Set(successors)].map((successor) => ({ province, agency: code, successor })),
    )
    if (links.length > 0) await people.insertInto('agency_successor').values(links).execute()
  }
  return missing.map((agency) => agency.code)
}

/** Writes the whole agency if its version is still the one seen; undefined otherwise. */
export const updateAgency = async (
  tx: Tx,
  province: string,
  agency: Agency,
  version: number,
): Promise<number | undefined> => {
  const row = toRow(province, agency)
  const updated = await withPeople(tx)
    .updateTable('agency')
    .set({ ...row, version: version + 1 })
    .where('province', '=', province)
    .where('code', '=', agency.code)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (!updated) return undefined
  await setSuccessors(tx, province, agency)
  return updated.version
}
