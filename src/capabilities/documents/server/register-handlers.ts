import { Problem } from '#kernel/problem.ts'
import { parsePlainDate } from '#kernel/plain-date.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { withVersion, type Ask, type Handler } from '#platform/server/http/endpoint.ts'
import type { Append } from '#platform/server/journal/journal.ts'
import type { Tx } from '#platform/server/db/db.ts'
import type { RegisterEdit } from '../domain/archive-api.ts'
import {
  findDocument,
  lockDocument,
  raiseArrivalNumber,
  takeArrivalNumber,
  updateDocument,
  type DocumentChange,
} from './document-store.ts'
import { documentProblems } from './problems.ts'
import { toIndexTerms } from '../domain/search.ts'
import { toAgencyKey, toDocumentTerms } from './reading.ts'
import { findText, isInParts, putSearchTerms } from './reading-store.ts'
import { sightOf } from './reach.ts'
import type * as schemas from './schemas.ts'
import type { DocumentRow } from './tables.ts'
import { requireContent, requireDocument, toDetail } from './views.ts'

/** Refuses what was decided on a version that is no longer the last one. */
export const checkVersion = (document: DocumentRow, seen: number | undefined): void => {
  if (document.version !== seen) {
    throw new Problem(httpProblems.changedMeanwhile, undefined, { version: document.version })
  }
}

/** One write on a document whose version the sender knew; the reply shows it as it is then. */
export const changeDocument = async (
  ask: Pick<Ask, 'db' | 'province' | 'actor' | 'version' | 'write'>,
  id: string,
  change: (tx: Tx, append: Append, document: DocumentRow) => Promise<void>,
) => {
  await ask.write(async (tx, append) => {
    const document = requireContent(await lockDocument(tx, ask.province, id))
    checkVersion(document, ask.version)
    await change(tx, append, document)
  })
  const row = requireDocument(await findDocument(ask.db, ask.province, id))
  return withVersion(await toDetail(ask.db, row, sightOf(ask.actor)), row.version)
}

/** Which columns an edit of the register changes; the number follows the day into another year. */
const toRegisterChange = async (
  tx: Tx,
  document: DocumentRow,
  edit: RegisterEdit,
): Promise<DocumentChange> => {
  const day = edit.arrivedOn ?? document.arrived_on
  if (!parsePlainDate(day)) throw new Problem(documentProblems.impossibleDay, `Ngày “${day}”.`)
  const year = Number(day.slice(0, 4))
  const { province } = document
  let number = edit.number ?? document.arrival_number
  if (edit.number !== undefined) await raiseArrivalNumber(tx, province, year, edit.number)
  else if (year !== document.arrival_year && number !== null)
    number = await takeArrivalNumber(tx, province, year)
  const sender = edit.sender ?? document.sender
  return {
    arrival_number: number,
    arrival_year: year,
    arrived_on: day,
    urgency: edit.urgency ?? document.urgency,
    sender,
    note: edit.note ?? document.note,
    agency_key: toAgencyKey(document.issuer, sender),
  }
}

export const editRegister: Handler<typeof schemas.editRegister> = async (ask) =>
  await changeDocument(ask, ask.params.id, async (tx, append, document) => {
    const change = await toRegisterChange(tx, document, ask.body)
    await updateDocument(tx, document.id, change)
    // The words of a very long text stand apart and stay as they are.
    const text = (await isInParts(tx, document.id)) ? '' : ((await findText(tx, document.id)) ?? '')
    await putSearchTerms(tx, document.id, 0, toDocumentTerms({ ...document, ...change }, toIndexTerms(text)))
    await append({
      event: 'document.registered',
      subject: `document:${document.id}`,
      data: { fields: Object.keys(ask.body), number: change.arrival_number, year: change.arrival_year },
    })
  })

export const readAgain: Handler<typeof schemas.readAgain> = async (ask) =>
  await changeDocument(ask, ask.params.id, async (tx, append, document) => {
    // One that still waits may be asked for too: the reader may have failed on it.
    if (document.state === 'accepted') throw new Problem(documentProblems.wrongState)
    await updateDocument(tx, document.id, { state: 'received' })
    await append({ event: 'document.read-again-asked', subject: `document:${document.id}`, data: {} })
  })

export const withdraw: Handler<typeof schemas.withdraw> = async (ask) =>
  await changeDocument(ask, ask.params.id, async (tx, append, document) => {
    if (document.withdrawn_at !== null) throw new Problem(documentProblems.wrongState)
    await updateDocument(tx, document.id, { withdrawn_at: ask.now, withdrawn_reason: ask.body.reason })
    await append({ event: 'document.withdrawn', subject: `document:${document.id}`, data: {} })
  })

export const restoreDocument: Handler<typeof schemas.restoreDocument> = async (ask) =>
  await changeDocument(ask, ask.params.id, async (tx, append, document) => {
    if (document.withdrawn_at === null) throw new Problem(documentProblems.wrongState)
    await updateDocument(tx, document.id, { withdrawn_at: null, withdrawn_reason: null })
    await append({ event: 'document.restored', subject: `document:${document.id}`, data: {} })
  })
