import type { Db } from '#platform/server/db/db.ts'
import { isLongText, toPieces, toTermParts } from '../domain/pieces.ts'
import {
  deleteTextPieces,
  dropPartsAfter,
  indexAtOnce,
  insertTextPiece,
  putSearchTerms,
} from './reading-store.ts'

interface Words {
  readonly text: string
  readonly terms: readonly string[]
}

/** Which of the two are brought piece by piece before the reading is kept. */
export interface Ahead {
  readonly text: boolean
  readonly terms: boolean
}

/**
 * Brings what is long of a text into the database ahead of the reading that keeps it, each piece in a transaction of
 * its own: the embedded database has one connection, and others wait for it. Nothing of it counts before the reading
 * is kept; when that never happens, the next one begins anew.
 */
export const bringAhead = async (db: Db, document: string, { text, terms }: Words): Promise<Ahead> => {
  const parts = toTermParts(terms)
  const ahead = { text: isLongText(text), terms: parts.length > 1 }
  if (ahead.text) {
    await db.transaction().execute((tx) => deleteTextPieces(tx, document))
    for (const [i, piece] of toPieces(text).entries())
      await db.transaction().execute((tx) => insertTextPiece(tx, document, i, piece))
  }
  if (ahead.terms) {
    for (const [i, part] of parts.entries())
      await db.transaction().execute(async (tx) => {
        await indexAtOnce(tx)
        await putSearchTerms(tx, document, i + 1, part)
      })
    await db.transaction().execute((tx) => dropPartsAfter(tx, document, parts.length))
  }
  return ahead
}

/** Removes the pieces that no reading has taken. */
export const forgetPieces = async (db: Db, document: string): Promise<void> =>
  await db.transaction().execute((tx) => deleteTextPieces(tx, document))
