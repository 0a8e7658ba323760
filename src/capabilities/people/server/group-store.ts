import type { Db, Tx } from '#platform/server/db/db.ts'
import { json } from '#platform/server/db/values.ts'
import type { AgencyGroup } from '../domain/agency.ts'
import { withPeople } from './tables.ts'

export interface StoredGroup extends AgencyGroup {
  readonly version: number
}

const selectGroups = (db: Db | Tx, province: string) =>
  withPeople(db)
    .selectFrom('agency_group')
    .select(['code', 'name', 'aliases', 'members', 'version'])
    .where('province', '=', province)

export const listGroups = async (db: Db | Tx, province: string): Promise<StoredGroup[]> =>
  await selectGroups(db, province).orderBy('name').execute()

export const findGroupByCode = async (
  db: Db | Tx,
  province: string,
  code: string,
): Promise<StoredGroup | undefined> =>
  await selectGroups(db, province).where('code', '=', code).executeTakeFirst()

const toRow = (province: string, { code, name, aliases, members }: AgencyGroup) => ({
  province,
  code,
  name,
  aliases,
  members: json(members),
  version: 1,
})

export const insertGroup = async (tx: Tx, province: string, group: AgencyGroup): Promise<void> => {
  await withPeople(tx).insertInto('agency_group').values(toRow(province, group)).execute()
}

/** Adds the groups that are not there yet; returns their codes. */
export const insertMissingGroups = async (
  tx: Tx,
  province: string,
  groups: readonly AgencyGroup[],
): Promise<string[]> => {
  const known = new Set((await listGroups(tx, province)).map((group) => group.code))
  const missing = groups.filter((group) => !known.has(group.code))
  for (const group of missing) await insertGroup(tx, province, group)
  return missing.map((group) => group.code)
}

/** Writes the group if its version is still the one seen; undefined otherwise. */
export const updateGroup = async (
  tx: Tx,
  province: string,
  group: AgencyGroup,
  version: number,
): Promise<number | undefined> => {
  const updated = await withPeople(tx)
    .updateTable('agency_group')
    .set({ ...toRow(province, group), version: version + 1 })
    .where('province', '=', province)
    .where('code', '=', group.code)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return updated?.version
}
