import type { Db, Tx } from '#platform/server/db/db.ts'
import { findAmendment, type Amendment } from '../domain/amendment.ts'
import { decideLink } from '../domain/citation-link.ts'
import { findDocument, findSuccessor, listDocumentsOfNumber, updateDocument } from './document-store.ts'
import { findStructure, findText } from './reading-store.ts'
import type { DocumentRow } from './tables.ts'

/** What a document says of itself as an amendment of another, by its last reading. */
const findOwnAmendment = async (db: Db | Tx, document: DocumentRow): Promise<Amendment | undefined> => {
  const text = await findText(db, document.id)
  const found = await findStructure(db, document.id)
  return found && text !== undefined ? findAmendment(found.structure, text) : undefined
}

/** Plans in the archive that a document says it changes; those that are certainly meant come first. */
export const listCandidates = async (db: Db | Tx, document: DocumentRow) =>
  await listMeant(db, document, await findOwnAmendment(db, document))

const listMeant = async (db: Db | Tx, document: DocumentRow, amendment: Amendment | undefined) => {
  const links: { row: DocumentRow; match: 'certain' | 'possible' }[] = []
  for (const citation of amendment?.citations ?? []) {
    for (const row of await listDocumentsOfNumber(db, document.province, citation.number)) {
      const named = { type: row.type, number: row.number, issuedOn: row.issued_on, issuer: row.issuer }
      const match = row.id === document.id ? undefined : decideLink(citation, named)
      if (match && !links.some((link) => link.row.id === row.id)) links.push({ row, match })
    }
  }
  const certain = links.filter((link) => link.match === 'certain')
  return { amendment, certain, all: [...certain, ...links.filter((link) => link.match !== 'certain')] }
}

/**
 * What a new reading records by itself: the document says which plan it changes and how, and the archive has exactly
 * that plan. Everything else a person is asked.
 */
export const recordStatedBase = async (
  tx: Tx,
  id: string,
  province: string,
  amendment: Amendment | undefined,
): Promise<void> => {
  if (!amendment) return
  const document = await findDocument(tx, province, id)
  if (!document || document.amends !== null || document.supersedes !== null) return
  const { certain } = await listMeant(tx, document, amendment)
  const [link] = certain
  if (!link || certain.length > 1 || link.row.state === 'secret') return
  if ((link.row.supersedes ?? link.row.amends) === id) return
  if (amendment.scope === 'parts') await updateDocument(tx, id, { amends: link.row.id })
  else if (!(await findSuccessor(tx, link.row.id))) await updateDocument(tx, id, { supersedes: link.row.id })
}
