import type { Db, Tx } from '#platform/server/db/db.ts'
import { tables } from './tables.ts'

/** The duties of a plan that are there already, as `item member occurrence`. */
export const listMade = async (db: Db | Tx, programme: string): Promise<ReadonlySet<string>> => {
  const rows = await tables(db)
    .selectFrom('assignment')
    .select(['item_id', 'member', 'occurrence'])
    .where('programme_id', '=', programme)
    .execute()
  return new Set(rows.map((row) => `${row.item_id} ${row.member} ${row.occurrence}`))
}
