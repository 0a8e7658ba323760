import type { Db, Tx } from '#platform/server/db/db.ts'
import { json } from '#platform/server/db/values.ts'
import type { AcceptedDocument } from '../contract.ts'
import type { ReviewAction } from '../domain/review.ts'
import { tables, tablesTx } from './tables.ts'

/** Everything that happened in a review, in order. */
export const listActions = async (db: Db | Tx, document: string): Promise<ReviewAction[]> =>
  await tables(db)
    .selectFrom('review_action')
    .select(['id', 'seq', 'at', 'by', 'deed'])
    .where('document_id', '=', document)
    .orderBy('seq')
    .execute()

export const insertAction = async (tx: Tx, document: string, action: ReviewAction): Promise<void> => {
  const { id, seq, at, by, deed } = action
  await tablesTx(tx)
    .insertInto('review_action')
    .values({ document_id: document, id, seq, at, by, deed: json(deed) })
    .execute()
}

export const insertAcceptance = async (
  tx: Tx,
  content: AcceptedDocument,
  by: string,
  at: string,
  seq: number,
): Promise<void> => {
  await tablesTx(tx)
    .insertInto('document_acceptance')
    .values({
      document_id: content.id,
      number: content.acceptance,
      at,
      by,
      journal_seq: seq,
      content: json(content),
    })
    .execute()
}
