import type { Db, Tx } from '#platform/server/db/db.ts'
import type { AcceptedDocument } from '../contract.ts'
import type { FamilyDocument } from '../domain/plan-in-force.ts'
import { tables, type DocumentRow } from './tables.ts'

const listBeside = async (db: Db | Tx, ids: readonly string[]): Promise<DocumentRow[]> =>
  await tables(db)
    .selectFrom('document')
    .selectAll()
    .where(({ or, eb }) => or([eb('id', 'in', ids), eb('supersedes', 'in', ids), eb('amends', 'in', ids)]))
    .execute()

/** All documents of one plan: what a document supersedes or amends, what does so to it, and so on. */
export const listFamilyRows = async (db: Db | Tx, document: string): Promise<DocumentRow[]> => {
  const rows = new Map<string, DocumentRow>()
  const asked = new Set<string>()
  let next: readonly string[] = [document]
  while (next.length > 0) {
    for (const id of next) asked.add(id)
    const found = await listBeside(db, next)
    for (const row of found) rows.set(row.id, row)
    const named = found.flatMap((row) => [row.id, row.supersedes ?? row.id, row.amends ?? row.id])
    next = [...new Set(named)].filter((id) => !asked.has(id))
  }
  return [...rows.values()]
}

/** Everything that was ever accepted of these documents, the last of each document last. */
export const listAcceptedContents = async (
  db: Db | Tx,
  documents: readonly string[],
): Promise<AcceptedDocument[]> => {
  const rows = await tables(db)
    .selectFrom('document_acceptance')
    .select('content')
    .where('document_id', 'in', documents)
    .orderBy('number')
    .execute()
  return rows.map((row) => row.content)
}

/** The documents of a plan as they were last accepted; those never accepted are left out. */
export const listFamily = async (db: Db | Tx, document: string): Promise<FamilyDocument[]> => {
  const rows = await listFamilyRows(db, document)
  const acceptances = await tables(db)
    .selectFrom('document_acceptance')
    .select(['document_id', 'number', 'journal_seq', 'content'])
    .where(
      'document_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('number')
    .execute()
  return rows.flatMap((row) => {
    const own = acceptances.filter((one) => one.document_id === row.id)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) return []
    const base = row.supersedes ?? row.amends
    const { content } = last
    // Recorded otherwise since it was accepted: until it is accepted again, it is nothing to this plan.
    if (row.id !== document && base !== (content.supersedes ?? content.amends?.document ?? null)) return []
    return [{ content, base, since: first.journal_seq, isWithdrawn: row.withdrawn_at !== null }]
  })
}
