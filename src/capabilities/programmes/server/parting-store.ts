import { sql } from 'kysely'
import type { Tx } from '#platform/server/db/db.ts'
import { tables, type ProgrammeRow } from './tables.ts'

/** The documents that a programme has rested on, the one that it was laid out for first. */
export const listHeldDocuments = async (tx: Tx, programme: string): Promise<string[]> => {
  const first = await tables(tx)
    .selectFrom('programme_change')
    .select('document_id')
    .where('programme_id', '=', programme)
    .where('joined_from', 'is', null)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  const rows = await tables(tx)
    .selectFrom('programme_version')
    .select('document_id')
    .where('programme_id', '=', programme)
    .orderBy('at')
    .orderBy('acceptance')
    .orderBy('document_id')
    .execute()
  const held = [...new Set(rows.map((row) => row.document_id))]
  const home = held.filter((document) => document === first?.document_id)
  return [...new Set([...home, ...held])]
}

/** Programmes of these documents that went over to this one. */
export const listJoined = async (
  tx: Tx,
  programme: string,
  documents: readonly string[],
): Promise<ProgrammeRow[]> => {
  const rows = await tables(tx)
    .selectFrom('programme')
    .selectAll()
    .where('joined_to', '=', programme)
    .where('document_id', 'in', documents)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.toSorted((a, b) => documents.indexOf(a.document_id) - documents.indexOf(b.document_id))
}

/** Lets a programme that had gone over to another go on by itself again, and those that had gone over to it before. */
export const reviveProgramme = async (tx: Tx, id: string, others: readonly string[]): Promise<void> => {
  await tables(tx)
    .updateTable('programme')
    .set({ joined_to: null, state: 'active', version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
  if (others.length > 0)
    await tables(tx).updateTable('programme').set({ joined_to: id }).where('id', 'in', others).execute()
}

/** What goes from one programme to another when their plans are parted. */
export interface PartedShare {
  readonly documents: readonly string[]
  readonly items: readonly string[]
  /** Programmes that had brought lines of the history along. */
  readonly origins: readonly string[]
}

export const moveShare = async (
  tx: Tx,
  from: string,
  into: string,
  { documents, items, origins }: PartedShare,
): Promise<void> => {
  const db = tables(tx)
  await db
    .updateTable('programme_version')
    .set({ programme_id: into })
    .where('programme_id', '=', from)
    .where('document_id', 'in', documents)
    .execute()
  // What came from the other is its own again; what that one had been brought by a third still says so.
  const origin = sql<string | null>`nullif(joined_from, ${into}::uuid)`
  if (items.length > 0) {
    await db
      .updateTable('programme_item')
      .set({ programme_id: into, joined_from: origin })
      .where('id', 'in', items)
      .execute()
    for (const table of ['programme_party', 'programme_item_terms'] as const)
      await db.updateTable(table).set({ programme_id: into }).where('item_id', 'in', items).execute()
  }
  if (origins.length > 0)
    await db
      .updateTable('programme_change')
      .set({ programme_id: into, joined_from: origin })
      .where('programme_id', '=', from)
      .where('joined_from', 'in', origins)
      .execute()
}
