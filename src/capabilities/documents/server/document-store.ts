import { sql } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { json } from '#platform/server/db/values.ts'
import type { Counts } from '../domain/archive-api.ts'
import { toNumberKey } from '../domain/citation-link.ts'
import { tables, tablesTx, type DocumentRow } from './tables.ts'

type Handle = Db | Tx

export const insertDocument = async (tx: Tx, row: DocumentRow): Promise<void> => {
  await tablesTx(tx)
    .insertInto('document')
    .values({ ...row, signatory: json(row.signatory) })
    .execute()
}

export const findDocument = async (
  db: Handle,
  province: string,
  id: string,
): Promise<DocumentRow | undefined> =>
  await tables(db)
    .selectFrom('document')
    .selectAll()
    .where('province', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()

/** The document, held until the transaction ends, so that what is decided on it stays true. */
export const lockDocument = async (tx: Tx, province: string, id: string): Promise<DocumentRow | undefined> =>
  await tablesTx(tx)
    .selectFrom('document')
    .selectAll()
    .where('province', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const findDocumentOfFile = async (
  db: Handle,
  province: string,
  sha256: string,
): Promise<DocumentRow | undefined> =>
  await tables(db)
    .selectFrom('document')
    .selectAll()
    .where('province', '=', province)
    .where('sha256', '=', sha256)
    .executeTakeFirst()

export const findSuccessor = async (db: Handle, id: string): Promise<DocumentRow | undefined> =>
  await tables(db).selectFrom('document').selectAll().where('supersedes', '=', id).executeTakeFirst()

/** Documents that amend parts of this one and were not withdrawn; the earliest first. */
export const listAmending = async (db: Handle, id: string): Promise<DocumentRow[]> =>
  await tables(db)
    .selectFrom('document')
    .selectAll()
    .where('amends', '=', id)
    .where('withdrawn_at', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .execute()

/** Live documents of the same number, whoever issued them; oldest first. */
export const listDocumentsOfNumber = async (
  db: Handle,
  province: string,
  number: string | null,
): Promise<DocumentRow[]> => {
  const key = toNumberKey(number)
  if (key === null) return []
  return await tables(db)
    .selectFrom('document')
    .selectAll()
    .where('province', '=', province)
    .where('number_key', '=', key)
    .where('withdrawn_at', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
}

export type DocumentChange = Partial<Omit<DocumentRow, 'id' | 'province' | 'version' | 'review_version'>>

/** Writes columns of a document and counts its version up. */
export const updateDocument = async (tx: Tx, id: string, change: DocumentChange): Promise<void> => {
  await tablesTx(tx)
    .updateTable('document')
    .set({
      ...change,
      ...(change.signatory ? { signatory: json(change.signatory) } : {}),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** What follows from the fold of the review; the document's own version stays. */
export const updateReviewColumns = async (
  tx: Tx,
  id: string,
  version: number,
  counts: Counts,
): Promise<void> => {
  await tablesTx(tx)
    .updateTable('document')
    .set({
      review_version: version,
      open_count: counts.open,
      unsure_count: counts.unsure,
      accepted_count: counts.accepted,
      dropped_count: counts.dropped,
    })
    .where('id', '=', id)
    .execute()
}

/** The hash goes last, when the bytes are gone from the disk; no news for the journal, which already says it. */
export const forgetHash = async (db: Db, id: string): Promise<void> => {
  await tables(db).updateTable('document').set({ sha256: null, size: 0 }).where('id', '=', id).execute()
}

/** The next arrival number of a year; whoever asks at the same time waits. */
export const takeArrivalNumber = async (tx: Tx, province: string, year: number): Promise<number> => {
  const row = await tablesTx(tx)
    .insertInto('arrival_counter')
    .values({ province, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['province', 'year']).doUpdateSet({ last: sql<number>`arrival_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/** A number that a person wrote: the next automatic one comes after it. */
export const raiseArrivalNumber = async (
  tx: Tx,
  province: string,
  year: number,
  number: number,
): Promise<void> => {
  await tablesTx(tx)
    .insertInto('arrival_counter')
    .values({ province, year, last: number })
    .onConflict((conflict) =>
      conflict
        .columns(['province', 'year'])
        .doUpdateSet({ last: sql<number>`greatest(arrival_counter.last, excluded.last)` }),
    )
    .execute()
}

/** The originals that the archive counts on, with the document of each. */
export const listOriginals = async (
  db: Handle,
  province: string,
): Promise<{ id: string; sha256: string; fileName: string }[]> => {
  const rows = await tables(db)
    .selectFrom('document')
    .select(['id', 'sha256', 'file_name as fileName'])
    .where('province', '=', province)
    .where('sha256', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ sha256, ...row }) => (sha256 === null ? [] : [{ ...row, sha256 }]))
}
