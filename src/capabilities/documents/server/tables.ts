import type { Db, Tx } from '#platform/server/db/db.ts'
import type { PlatformTables } from '#platform/server/db/tables.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Citation, Format, Signatory, Structure, AcceptedDocument } from '../contract.ts'
import type { DocumentState, Urgency } from '../domain/archive-api.ts'
import type { ReviewDeed } from '../domain/review.ts'

export type DocumentRow = {
  id: string
  province: string
  state: DocumentState
  sha256: string | null
  file_name: string
  size: number
  format: Format | null
  received_at: string
  received_by: string
  type: string | null
  number: string | null
  number_key: string | null
  issued_on: string | null
  place: string | null
  issuer: string | null
  agency_key: string
  subject: string | null
  theme: string | null
  years: number[]
  signatory: Signatory
  recipients: string[]
  refused_code: string | null
  refused_reason: string | null
  arrival_number: number | null
  arrival_year: number
  arrived_on: string
  urgency: Urgency
  sender: string
  note: string
  duplicate_of: string | null
  supersedes: string | null
  amends: string | null
  withdrawn_at: string | null
  withdrawn_reason: string | null
  review_version: number
  open_count: number
  unsure_count: number
  accepted_count: number
  dropped_count: number
  acceptance: number
  accepted_at: string | null
  accepted_by: string | null
  version: number
}

export type UploadRow = {
  id: string
  province: string
  account: string
  name: string
  size: number
  received: number
  touched_at: string
  document_id: string | null
  duplicate: 'same-file' | null
}

type DocumentTables = {
  upload: UploadRow
  document: DocumentRow
  arrival_counter: { province: string; year: number; last: number }
  document_reading: {
    document_id: string
    number: number
    read_at: string
    reader_version: string
    text: string
    structure: Structure
  }
  document_search: { document_id: string; part: number; terms: string }
  document_text_piece: { document_id: string; position: number; text: string }
  document_citation: {
    document_id: string
    position: number
    province: string
    number_key: string | null
    citation: Citation
  }
  review_action: { document_id: string; seq: number; id: string; at: string; by: string; deed: ReviewDeed }
  document_acceptance: {
    document_id: string
    number: number
    at: string
    by: string
    /** The number of the journal entry that says so. */
    journal_seq: number
    content: AcceptedDocument
  }
}

type Tables = PlatformTables & DocumentTables

/** The database with the tables of this capability. */
export const tables = (db: Db): Kysely<Tables> => db.withTables<DocumentTables>()
export const tablesTx = (tx: Tx): Transaction<Tables> => tx.withTables<DocumentTables>()
