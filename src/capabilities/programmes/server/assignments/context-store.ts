import type { Db, Tx } from '#platform/server/db/db.ts'
import { tables, type AssignmentFileRow } from './tables.ts'
import type { PlanNames } from './views.ts'

/** What stands around a duty: its plan, its clause, its files, its agency's way of working. */

export const namePlans = async (db: Db | Tx, programmes: readonly string[]): Promise<PlanNames> => {
  const ids = [...new Set(programmes)]
  if (ids.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('programme')
    .select(['id', 'number', 'document_id'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, { number: row.number, document: row.document_id }]))
}

export const spansOf = async (
  db: Db | Tx,
  item: string | null,
): Promise<{ start: number; end: number }[]> => {
  if (item === null) return []
  const row = await tables(db)
    .selectFrom('programme_item')
    .select('spans')
    .where('id', '=', item)
    .executeTakeFirst()
  return row?.spans ?? []
}

export const listFiles = async (db: Db | Tx, assignment: string): Promise<readonly AssignmentFileRow[]> =>
  await tables(db).selectFrom('assignment_file').selectAll().where('assignment_id', '=', assignment).execute()

export const insertFile = async (tx: Tx, row: AssignmentFileRow): Promise<void> => {
  await tables(tx)
    .insertInto('assignment_file')
    .values(row)
    .onConflict((conflict) => conflict.columns(['assignment_id', 'sha256']).doNothing())
    .execute()
}

/** Whether the head of the agency approves before the office hears that a duty is done. */
export const findAgencyWay = async (
  db: Db | Tx,
  province: string,
  agency: string | null,
): Promise<boolean> => {
  if (agency === null) return false
  const row = await tables(db)
    .selectFrom('assignment_way')
    .select('head_approves')
    .where('province', '=', province)
    .where('agency', '=', agency)
    .executeTakeFirst()
  return row?.head_approves ?? false
}
