import type { Ask } from '#platform/server/http/endpoint.ts'
import { scopeOf } from '#platform/server/http/scope.ts'
import type { DocumentQuery } from '../domain/archive-api.ts'
import { findDocument } from './document-store.ts'
import type { DocumentRow } from './tables.ts'

/** Whoever sees the whole province sees the whole archive, the mail under review included. */
const seesEverything = (actor: Ask['actor']): boolean => scopeOf(actor, 'documents.view').everything

/** The document, if the person may see it: an agency sees what has become a plan, not what is still being read. */
export const findVisible = async (
  { db, province, actor }: Pick<Ask, 'db' | 'province' | 'actor'>,
  id: string,
): Promise<DocumentRow | undefined> => {
  const row = await findDocument(db, province, id)
  const isIssued = row?.state === 'accepted' && row.withdrawn_at === null
  return isIssued || seesEverything(actor) ? row : undefined
}

/** The same bound on a list. */
export const toVisibleQuery = (actor: Ask['actor'], query: DocumentQuery): DocumentQuery => {
  if (seesEverything(actor)) return query
  const { withdrawn: _withdrawn, ...rest } = query
  return { ...rest, state: 'accepted' }
}
