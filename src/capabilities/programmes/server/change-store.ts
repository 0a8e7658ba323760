import type { Db, Tx } from '#platform/server/db/db.ts'
import { tables, type ChangeRow } from './tables.ts'

export type NewChange = Pick<
  ChangeRow,
  'kind' | 'item_id' | 'item_kind' | 'place' | 'words' | 'before' | 'after'
>
type Mark = Pick<ChangeRow, 'at' | 'document_id' | 'document_name' | 'role'>

const MARK_ONLY: NewChange = {
  kind: null,
  item_id: null,
  item_kind: null,
  place: null,
  words: null,
  before: null,
  after: null,
}

/** Keeps what a document did to a plan: one row that it was followed, one for each item that it touched. */
export const insertChanges = async (
  tx: Tx,
  programme: string,
  mark: Mark,
  changes: readonly NewChange[],
): Promise<void> => {
  const { last } = await tables(tx)
    .selectFrom('programme_change')
    .select((select) => select.fn.coalesce(select.fn.max('seq'), select.lit(0)).as('last'))
    .where('programme_id', '=', programme)
    .executeTakeFirstOrThrow()
  const rows = [MARK_ONLY, ...changes].map((change, i) => ({
    programme_id: programme,
    joined_from: null,
    seq: Number(last) + i + 1,
    ...mark,
    ...change,
  }))
  await tables(tx).insertInto('programme_change').values(rows).execute()
}

export const listChanges = async (db: Db, programme: string): Promise<ChangeRow[]> =>
  await tables(db)
    .selectFrom('programme_change')
    .selectAll()
    .where('programme_id', '=', programme)
    .orderBy('seq')
    .execute()
