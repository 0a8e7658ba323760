import { Problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/db/db.ts'
import type { DocumentDetail, DocumentSummary } from '../domain/archive-api.ts'
import { findDocument, findSuccessor, listAmending } from './document-store.ts'
import { documentProblems } from './problems.ts'
import { findReaderVersion } from './reading-store.ts'
import type { Sight } from './reach.ts'
import type { DocumentRow } from './tables.ts'

export const toSummary = (row: DocumentRow): DocumentSummary => ({
  id: row.id,
  state: row.state,
  withdrawn: row.withdrawn_at !== null,
  type: row.type,
  number: row.number,
  issuedOn: row.issued_on,
  issuer: row.issuer,
  subject: row.subject,
  years: row.years,
  fileName: row.file_name,
  format: row.format,
  register: {
    number: row.arrival_number,
    year: row.arrival_number === null ? null : row.arrival_year,
    arrivedOn: row.arrived_on,
    urgency: row.urgency,
    sender: row.sender,
    note: row.note,
  },
  counts: {
    open: row.open_count,
    unsure: row.unsure_count,
    accepted: row.accepted_count,
    dropped: row.dropped_count,
  },
  refusedReason: row.refused_reason,
  receivedAt: row.received_at,
  version: row.version,
})

export const toNeighbour = ({
  id,
  type,
  number,
  issued_on,
  subject,
}: Pick<DocumentRow, 'id' | 'type' | 'number' | 'issued_on' | 'subject'>) => ({
  id,
  type,
  number,
  issuedOn: issued_on,
  subject,
})

const findNeighbour = async (db: Db, province: string, id: string | null, sight: Sight) => {
  const row = id === null ? undefined : await findDocument(db, province, id)
  return row && sight.sees(row) ? toNeighbour(row) : null
}

/** The document with its neighbours by number and by succession. */
export const toDetail = async (db: Db, row: DocumentRow, sight: Sight): Promise<DocumentDetail> => {
  const successor = await findSuccessor(db, row.id)
  const duplicate = await findNeighbour(db, row.province, row.duplicate_of, sight)
  return {
    ...toSummary(row),
    theme: row.theme,
    place: row.place,
    signatory: row.signatory,
    recipients: row.recipients,
    sha256: row.sha256,
    size: row.size,
    readerVersion: (await findReaderVersion(db, row.id)) ?? null,
    duplicate: duplicate && { kind: 'same-number', document: duplicate },
    supersedes: await findNeighbour(db, row.province, row.supersedes, sight),
    supersededBy: successor && sight.sees(successor) ? toNeighbour(successor) : null,
    amends: await findNeighbour(db, row.province, row.amends, sight),
    amendedBy: (await listAmending(db, row.id)).filter((one) => sight.sees(one)).map(toNeighbour),
    withdrawnReason: row.withdrawn_reason,
    acceptedAt: row.accepted_at,
    acceptedBy: row.accepted_by,
  }
}

/** The document, or the refusal that fits why it cannot be shown. */
export const requireDocument = (row: DocumentRow | undefined): DocumentRow => {
  if (!row) throw new Problem(documentProblems.documentNotFound)
  return row
}

/** A document of which there is content to show. */
export const requireContent = (row: DocumentRow | undefined): DocumentRow => {
  const document = requireDocument(row)
  if (document.state === 'secret') throw new Problem(documentProblems.secret)
  return document
}
