import { sql } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { tables, tablesTx, type UploadRow } from './tables.ts'

export const insertUpload = async (tx: Tx, upload: UploadRow): Promise<void> => {
  await tablesTx(tx).insertInto('upload').values(upload).execute()
}

export const findUpload = async (db: Db, province: string, id: string): Promise<UploadRow | undefined> =>
  await tables(db)
    .selectFrom('upload')
    .selectAll()
    .where('province', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()

/**
 * Notes how many bytes are safe on the disk. A state of delivery like that of the jobs, so no journal entry;
 * false when another request was faster.
 */
export const advanceUpload = async (
  db: Db,
  id: string,
  from: number,
  to: number,
  now: string,
): Promise<boolean> => {
  const result = await tables(db)
    .updateTable('upload')
    .set({ received: to, touched_at: now })
    .where('id', '=', id)
    .where('received', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export const finishUpload = async (
  tx: Tx,
  id: string,
  document: string,
  duplicate: 'same-file' | null,
): Promise<void> => {
  await tablesTx(tx)
    .updateTable('upload')
    .set({ document_id: document, duplicate })
    .where('id', '=', id)
    .execute()
}

/** Takes unfinished uploads that nobody touched since `before` away; returns their ids. */
export const deleteStaleUploads = async (tx: Tx, province: string, before: string): Promise<string[]> => {
  const rows = await tablesTx(tx)
    .deleteFrom('upload')
    .where('province', '=', province)
    .where('document_id', 'is', null)
    .where('touched_at', '<', before)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Forgets the names of the uploads that became this document: the name of a secret file tells something too. */
export const blankUploads = async (tx: Tx, document: string): Promise<void> => {
  const rows = await tablesTx(tx)
    .updateTable('upload')
    .set({ name: '' })
    .where('document_id', '=', document)
    .returning('id')
    .execute()
  if (rows.length === 0) return
  // The remembered reply to the request that opened the upload carries the name as well.
  await tablesTx(tx)
    .updateTable('idempotency')
    .set({ body: sql`jsonb_set(body::jsonb, '{name}', '""')::text` })
    .where(
      sql<string>`body::jsonb ->> 'id'`,
      'in',
      rows.map((row) => row.id),
    )
    .execute()
}
