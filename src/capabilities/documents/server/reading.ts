import { randomUUID } from 'node:crypto'
import { searchKey } from '#kernel/vietnamese.ts'
import { inTransaction, type Append, type Author } from '#platform/server/journal/journal.ts'
import type { Tx } from '#platform/server/db/db.ts'
import type { Services } from '#platform/server/services.ts'
import type { Format, Structure } from '../contract.ts'
import type { Amendment } from '../domain/amendment.ts'
import { countProposals } from '../domain/acceptance.ts'
import { isSameNumber, toNumberKey } from '../domain/citation-link.ts'
import { toProposalSeeds } from '../domain/proposals.ts'
import { applyAction, foldReview } from '../domain/review.ts'
import { toIndexTerms } from '../domain/search.ts'
import {
  listDocumentsOfNumber,
  lockDocument,
  takeArrivalNumber,
  updateDocument,
  updateReviewColumns,
  type DocumentChange,
} from './document-store.ts'
import { bringAhead, forgetPieces, type Ahead } from './long-text.ts'
import {
  dropPartsAfter,
  getReadingNumber,
  insertReading,
  insertReadingOfPieces,
  putSearchTerms,
  replaceCitations,
} from './reading-store.ts'
import { insertAction, listActions } from './review-store.ts'
import { AlreadyDone, unlessDone } from './already-done.ts'
import { recordStatedBase } from './stated-base.ts'
import type { DocumentRow } from './tables.ts'

/** What came of reading a file: text and structure, or why there is none. */
export type ReadFile =
  | {
      readonly outcome: 'read'
      readonly format: Format
      readonly readerVersion: string
      readonly text: string
      /** Under which the text is found. */
      readonly terms: readonly string[]
      readonly structure: Structure
      readonly amendment: Amendment | undefined
    }
  | {
      readonly outcome: 'unreadable'
      readonly format: Format
      readonly code: string
      readonly reason: string
    }

/**
 * Keeps a reading beside the decisions: the register's columns, the search, the citations and the proposals
 * follow from it. Runs only for a document that waits to be read, so that hearing of it twice does nothing.
 */
export const saveReading = async (
  services: Services,
  author: Author,
  id: string,
  file: ReadFile,
): Promise<void> => {
  const { db } = services.database
  const ahead = file.outcome === 'read' ? await bringAhead(db, id, file) : NOTHING_AHEAD
  await unlessDone(
    inTransaction(db, services.subscriptions, author, async (tx, append) => {
      const document = await lockDocument(tx, author.province, id)
      if (document?.state !== 'received') throw new AlreadyDone()
      const register = await giveArrivalNumber(tx, document)
      if (file.outcome === 'read') return await saveRead(tx, append, author, document, register, file, ahead)
      await refuse(tx, append, document, { ...register, format: file.format }, file.code, file.reason)
      await putSearchTerms(tx, id, 0, toIndexTerms(document.file_name))
      await dropPartsAfter(tx, id, 0)
    }),
  )
  // Taken by the reading, unless somebody else had kept one first.
  if (ahead.text) await forgetPieces(db, id)
}

const NOTHING_AHEAD: Ahead = { text: false, terms: false }

const giveArrivalNumber = async (tx: Tx, document: DocumentRow): Promise<DocumentChange> =>
  document.arrival_number === null
    ? { arrival_number: await takeArrivalNumber(tx, document.province, document.arrival_year) }
    : {}

const refuse = async (
  tx: Tx,
  append: Append,
  { id }: DocumentRow,
  change: DocumentChange,
  code: string,
  reason: string,
): Promise<void> => {
  await updateDocument(tx, id, { ...change, state: 'refused', refused_code: code, refused_reason: reason })
  await append({ event: 'document.refused', subject: `document:${id}`, data: { code } })
}

const saveRead = async (
  tx: Tx,
  append: Append,
  author: Author,
  document: DocumentRow,
  register: DocumentChange,
  file: ReadFile & { outcome: 'read' },
  ahead: Ahead,
): Promise<void> => {
  const { id, province } = document
  const { structure, text, readerVersion } = file
  const number = (await getReadingNumber(tx, id)) + 1
  const reading = { number, readerVersion, structure }
  if (ahead.text) await insertReadingOfPieces(tx, id, reading, author.now)
  else await insertReading(tx, id, { ...reading, text }, author.now)
  await replaceCitations(tx, province, id, structure.citations)
  const header = toHeaderColumns(structure, document.sender)
  const own = ahead.terms ? [] : file.terms
  await putSearchTerms(tx, id, 0, toDocumentTerms({ ...document, ...header }, own))
  if (!ahead.terms) await dropPartsAfter(tx, id, 0)
  const change = {
    ...register,
    ...header,
    format: file.format,
    duplicate_of: await findDuplicate(tx, document, structure),
  }
  if (structure.refused) {
    const { code, reason } = structure.refused
    await refuse(tx, append, document, change, code, reason)
  } else {
    await updateDocument(tx, id, { ...change, state: 'read', refused_code: null, refused_reason: null })
    await append({
      event: 'document.read',
      subject: `document:${id}`,
      data: { reading: number, sha256: document.sha256, tasks: structure.tasks.length },
    })
  }
  await recordStatedBase(tx, id, province, file.amendment)
  await proposeAgain(tx, author, id, structure, number)
}

const toHeaderColumns = ({ document }: Structure, sender: string) => ({
  type: document.type,
  number: document.number,
  number_key: toNumberKey(document.number),
  issued_on: document.issuedOn,
  place: document.place,
  issuer: document.issuer,
  agency_key: toAgencyKey(document.issuer, sender),
  subject: document.subject,
  theme: document.theme,
  years: document.years,
  signatory: document.signatory,
  recipients: document.recipients,
})

/** Under which words the filter by agency finds a document. */
export const toAgencyKey = (issuer: string | null, sender: string): string =>
  searchKey(`${issuer ?? ''} | ${sender}`)

/** Everything under which a document is found; not the leaders' notes, which are not for everybody who searches. */
export const toDocumentTerms = (
  document: Pick<DocumentRow, 'number' | 'type' | 'issuer' | 'subject' | 'file_name' | 'sender'>,
  termsOfText: readonly string[],
): string[] => {
  const { type, number, issuer, subject, file_name, sender } = document
  // A line between the parts would pair the last word of one with the first of the next: each is indexed alone.
  const parts = [`${type ?? ''} ${number ?? ''}`, issuer, subject, file_name, sender]
  return [...new Set([...parts.flatMap((part) => toIndexTerms(part ?? '')), ...termsOfText])]
}

/** Another live document of the same number, issuer and year; the newest. */
const findDuplicate = async (tx: Tx, document: DocumentRow, structure: Structure): Promise<string | null> => {
  const own = structure.document
  const others = await listDocumentsOfNumber(tx, document.province, own.number)
  return (
    others
      .filter((other) => other.id !== document.id)
      .findLast((other) => isSameNumber(own, { ...other, issuedOn: other.issued_on }))?.id ?? null
  )
}

/** The reading is an action of the review like any other: the proposals are folded from it. */
const proposeAgain = async (
  tx: Tx,
  author: Author,
  id: string,
  structure: Structure,
  reading: number,
): Promise<void> => {
  const state = foldReview(await listActions(tx, id))
  const action = {
    id: randomUUID(),
    seq: state.version + 1,
    at: author.now,
    by: author.actor,
    deed: { verb: 'read' as const, reading, seeds: toProposalSeeds(structure, reading) },
  }
  await insertAction(tx, id, action)
  const after = applyAction(state, action)
  await updateReviewColumns(tx, id, after.version, countProposals(after))
}
