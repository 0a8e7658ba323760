import { randomUUID } from 'node:crypto'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Author } from '#platform/server/journal/journal.ts'
import type { DocumentRow } from './tables.ts'

const noSignatory = { name: null, title: null, authority: null }

/** What a read header leaves behind when there is none. */
export const emptyHeader = {
  type: null,
  number: null,
  number_key: null,
  issued_on: null,
  place: null,
  issuer: null,
  agency_key: '',
  subject: null,
  theme: null,
  years: [] as number[],
  signatory: noSignatory,
  recipients: [] as string[],
}

/** A document of which only the bytes are known. */
export const toNewDocument = (
  author: Author,
  file: { readonly sha256: string; readonly size: number; readonly name: string },
): DocumentRow => {
  const day = toVietnamDay(author.now)
  return {
    id: randomUUID(),
    province: author.province,
    state: 'received',
    sha256: file.sha256,
    file_name: file.name,
    size: file.size,
    format: null,
    received_at: author.now,
    received_by: author.actor,
    ...emptyHeader,
    refused_code: null,
    refused_reason: null,
    arrival_number: null,
    arrival_year: Number(day.slice(0, 4)),
    arrived_on: day,
    urgency: 'thường',
    sender: '',
    note: '',
    duplicate_of: null,
    supersedes: null,
    amends: null,
    withdrawn_at: null,
    withdrawn_reason: null,
    review_version: 0,
    open_count: 0,
    unsure_count: 0,
    accepted_count: 0,
    dropped_count: 0,
    acceptance: 0,
    accepted_at: null,
    accepted_by: null,
    version: 1,
  }
}
