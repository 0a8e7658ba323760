import { sql } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { json } from '#platform/server/db/values.ts'
import type { Citation, Structure } from '../contract.ts'
import { toNumberKey } from '../domain/citation-link.ts'
import { tables, tablesTx, type DocumentRow } from './tables.ts'

export interface Reading {
  readonly number: number
  readonly readerVersion: string
  readonly text: string
  readonly structure: Structure
}

export const insertReading = async (
  tx: Tx,
  document: string,
  reading: Reading,
  now: string,
): Promise<void> => {
  await tablesTx(tx)
    .insertInto('document_reading')
    .values({
      document_id: document,
      number: reading.number,
      read_at: now,
      reader_version: reading.readerVersion,
      text: reading.text,
      structure: json(reading.structure),
    })
    .execute()
}

/** Keeps a reading whose text has arrived in pieces, and takes them. */
export const insertReadingOfPieces = async (
  tx: Tx,
  document: string,
  { number, readerVersion, structure }: Omit<Reading, 'text'>,
  now: string,
): Promise<void> => {
  const text = sql<string>`(select string_agg(text, '' order by position) from document_text_piece
    where document_id = ${document})`
  await tablesTx(tx)
    .insertInto('document_reading')
    .values({
      document_id: document,
      number,
      read_at: now,
      reader_version: readerVersion,
      text,
      structure: json(structure),
    })
    .execute()
  await deleteTextPieces(tx, document)
}

/** One piece of a text that is too long for one statement; the reading takes it when it is kept. */
export const insertTextPiece = async (
  tx: Tx,
  document: string,
  position: number,
  text: string,
): Promise<void> => {
  await tablesTx(tx)
    .insertInto('document_text_piece')
    .values({ document_id: document, position, text })
    .execute()
}

/** Removes the pieces of a reading that was cut short. */
export const deleteTextPieces = async (tx: Tx, document: string): Promise<void> => {
  await tablesTx(tx).deleteFrom('document_text_piece').where('document_id', '=', document).execute()
}

/** The number of the last reading; 0 before the first. */
export const getReadingNumber = async (db: Db | Tx, document: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('document_reading')
    .select((select) => select.fn.max('number').as('number'))
    .where('document_id', '=', document)
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}

const last = (db: Db | Tx, document: string) =>
  tables(db)
    .selectFrom('document_reading')
    .where('document_id', '=', document)
    .orderBy('number', 'desc')
    .limit(1)

export const findText = async (db: Db | Tx, document: string): Promise<string | undefined> =>
  (await last(db, document).select('text').executeTakeFirst())?.text

export const findStructure = async (
  db: Db | Tx,
  document: string,
): Promise<{ structure: Structure; readerVersion: string } | undefined> => {
  const row = await last(db, document).select(['structure', 'reader_version']).executeTakeFirst()
  return row && { structure: row.structure, readerVersion: row.reader_version }
}

export const findReaderVersion = async (db: Db, document: string): Promise<string | undefined> =>
  (await last(db, document).select('reader_version').executeTakeFirst())?.reader_version

/** Destroys everything that was read. Only for documents that bear a mark of secrecy. */
export const deleteReadings = async (tx: Tx, document: string): Promise<void> => {
  await tablesTx(tx).deleteFrom('document_reading').where('document_id', '=', document).execute()
  await deleteTextPieces(tx, document)
  await tablesTx(tx).deleteFrom('document_search').where('document_id', '=', document).execute()
  await tablesTx(tx).deleteFrom('document_citation').where('document_id', '=', document).execute()
  await tablesTx(tx).deleteFrom('review_action').where('document_id', '=', document).execute()
}

export const replaceCitations = async (
  tx: Tx,
  province: string,
  document: string,
  citations: readonly Citation[],
): Promise<void> => {
  await tablesTx(tx).deleteFrom('document_citation').where('document_id', '=', document).execute()
  if (citations.length === 0) return
  await tablesTx(tx)
    .insertInto('document_citation')
    .values(
      citations.map((citation, i) => ({
        document_id: document,
        position: i + 1,
        province,
        number_key: toNumberKey(citation.number),
        citation: json(citation),
      })),
    )
    .execute()
}

export const listCitations = async (db: Db, document: string): Promise<Citation[]> => {
  const rows = await tables(db)
    .selectFrom('document_citation')
    .select('citation')
    .where('document_id', '=', document)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.citation)
}

/** Live documents that bear one of these numbers. */
export const listDocumentsOfKeys = async (
  db: Db,
  province: string,
  keys: readonly string[],
): Promise<DocumentRow[]> => {
  if (keys.length === 0) return []
  return await tables(db)
    .selectFrom('document')
    .selectAll()
    .where('province', '=', province)
    .where('number_key', 'in', keys)
    .where('withdrawn_at', 'is', null)
    .orderBy('received_at')
    .execute()
}

/** Citations of a number in other live documents, with the documents that make them. */
export const listCitationsOfNumber = async (
  db: Db,
  province: string,
  key: string,
): Promise<(DocumentRow & { citation: Citation })[]> =>
  await tables(db)
    .selectFrom('document_citation as cited')
    .innerJoin('document', 'document.id', 'cited.document_id')
    .selectAll('document')
    .select('cited.citation')
    .where('cited.province', '=', province)
    .where('cited.number_key', '=', key)
    .where('document.withdrawn_at', 'is', null)
    .orderBy('document.received_at', 'desc')
    .execute()

/** Makes a document findable under these terms; `part` 0 holds what the register says of it. */
export const putSearchTerms = async (
  tx: Tx,
  document: string,
  part: number,
  terms: readonly string[],
): Promise<void> => {
  const vector = sql<string>`array_to_tsvector(${terms as string[]}::text[])`
  await tablesTx(tx)
    .insertInto('document_search')
    .values({ document_id: document, part, terms: vector })
    .onConflict((conflict) => conflict.columns(['document_id', 'part']).doUpdateSet({ terms: vector }))
    .execute()
}

/**
 * Has the index take the terms of this transaction at once. Otherwise they gather, and the one whose turn it is puts
 * all of them in their places while everybody waits.
 */
export const indexAtOnce = async (tx: Tx): Promise<void> => {
  await sql`set local gin_pending_list_limit = 64`.execute(tx)
}

/** Whether the words of a text stand in parts of their own, because they are too many for one. */
export const isInParts = async (db: Db | Tx, document: string): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('document_search')
    .select('part')
    .where('document_id', '=', document)
    .where('part', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets the parts of a text after this one. */
export const dropPartsAfter = async (tx: Tx, document: string, part: number): Promise<void> => {
  await tablesTx(tx)
    .deleteFrom('document_search')
    .where('document_id', '=', document)
    .where('part', '>', part)
    .execute()
}
