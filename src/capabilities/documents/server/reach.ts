import type { Actor, Ask } from '#platform/server/http/endpoint.ts'
import { scopeOf } from '#platform/server/http/scope.ts'
import { findDocument } from './document-store.ts'
import type { DocumentRow } from './tables.ts'

/** Whether a person may see a document, and what of it. */
export interface Sight {
  /** The committee's own people: the whole register, what is in review, what leaders wrote on it. */
  readonly everything: boolean
  readonly sees: (row: DocumentRow) => boolean
}

/**
 * Who acts for an agency or a commune sees the documents that were accepted, because those assign work to all;
 * letters, documents in review and the leaders' notes are the office's (docs/decisions/0023).
 */
export const sightOf = (actor: Actor | undefined): Sight => {
  const { everything } = scopeOf(actor, 'documents.view')
  return { everything, sees: (row) => everything || (row.state === 'accepted' && row.withdrawn_at === null) }
}

/** The document as this person may see it; undefined when it is not there for them. */
export const findSeen = async (
  { db, province, actor }: Pick<Ask, 'db' | 'province' | 'actor'>,
  id: string,
): Promise<DocumentRow | undefined> => {
  const row = await findDocument(db, province, id)
  const sight = sightOf(actor)
  if (!row || !sight.sees(row)) return undefined
  return asSeen(sight, row)
}

export const asSeen = ({ everything }: Sight, row: DocumentRow): DocumentRow =>
  everything ? row : { ...row, note: '' }
