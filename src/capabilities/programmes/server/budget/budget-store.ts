import { sql } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { tables, type BudgetEntryRow, type BudgetLineRow } from './tables.ts'

/** A line with the words of the task that it is for. */
export interface FoundLine extends BudgetLineRow {
  readonly item_text: string | null
}

const selectLines = (db: Db | Tx, province: string) =>
  tables(db)
    .selectFrom('budget_line as line')
    .leftJoin('programme_task as task', 'task.item_id', 'line.item_id')
    .selectAll('line')
    .select('task.text as item_text')
    .where('line.province', '=', province)

/** The lines of a plan and of the plans that went over to it, in the order of its clauses. */
export const listLines = async (
  db: Db | Tx,
  province: string,
  programme: string,
): Promise<readonly FoundLine[]> =>
  await selectLines(db, province)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('line.programme_id', '=', programme),
        eb(
          'line.programme_id',
          'in',
          selectFrom('programme').select('id').where('joined_to', '=', programme),
        ),
      ]),
    )
    .orderBy('line.place')
    .orderBy('line.created_at')
    .orderBy('line.id')
    .execute()

export const findLine = async (db: Db | Tx, province: string, id: string): Promise<FoundLine | undefined> =>
  await selectLines(db, province).where('line.id', '=', id).executeTakeFirst()

/** The line, held until the transaction ends: two entries never come to a sum that neither saw. */
export const lockLine = async (tx: Tx, province: string, id: string): Promise<BudgetLineRow | undefined> =>
  await tables(tx)
    .selectFrom('budget_line')
    .selectAll()
    .where('province', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The entries of these lines, by their day. */
export const listEntries = async (
  db: Db | Tx,
  lines: readonly string[],
): Promise<readonly BudgetEntryRow[]> =>
  lines.length === 0
    ? []
    : await tables(db)
        .selectFrom('budget_entry')
        .selectAll()
        .where('line_id', 'in', lines)
        .orderBy('line_id')
        .orderBy('on_day')
        .orderBy(sql`seq`)
        .execute()

/** Whether a task belongs to the plan and still counts. */
export const isTaskOf = async (db: Db | Tx, programme: string, item: string): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('programme_item')
    .select('id')
    .where('id', '=', item)
    .where('programme_id', '=', programme)
    .where('kind', '=', 'task')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export const insertLine = async (tx: Tx, row: BudgetLineRow): Promise<void> => {
  await tables(tx).insertInto('budget_line').values(row).execute()
}

/** Changes a line, and counts its version. */
export const updateLine = async (
  tx: Tx,
  id: string,
  change: Partial<Omit<BudgetLineRow, 'id' | 'province' | 'programme_id' | 'version'>>,
): Promise<void> => {
  await tables(tx)
    .updateTable('budget_line')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export const insertEntry = async (tx: Tx, row: BudgetEntryRow): Promise<void> => {
  await tables(tx).insertInto('budget_entry').values(row).execute()
}
