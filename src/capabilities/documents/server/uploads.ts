import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type { Readable } from 'node:stream'
import { Problem } from '#kernel/problem.ts'
import { inTransaction, type Append, type Author } from '#platform/server/journal/journal.ts'
import { storeFile, toStoreProblem } from '#platform/server/files/store.ts'
import type { Tx } from '#platform/server/db/db.ts'
import type { Services } from '#platform/server/services.ts'
import type { NewUpload, Upload } from '../domain/archive-api.ts'
import { toNewDocument } from './new-document.ts'
import { documentProblems } from './problems.ts'
import { findDocumentOfFile, insertDocument } from './document-store.ts'
import type { DocumentRow, UploadRow } from './tables.ts'
import { partFile, removePart, takeTurn, TooManyBytes, writePiece, type Turns } from './upload-bytes.ts'
import { advanceUpload, deleteStaleUploads, findUpload, finishUpload, insertUpload } from './upload-store.ts'

const DAY = 86_400_000
/** An upload that nobody went on with for so long is given up. */
const KEEP_DAYS = 7

export const toUpload = (row: UploadRow): Upload => ({
  id: row.id,
  name: row.name,
  size: row.size,
  offset: row.received,
  state: row.document_id === null ? 'open' : 'done',
  document: row.document_id,
  duplicate: row.duplicate,
})

/** Refuses by its size what would be refused after an hour of sending. */
export const checkSize = (services: Services, size: number): void => {
  const limit = services.config.uploadLimitMb
  if (size === 0) throw new Problem(documentProblems.uploadEmpty)
  if (size > limit * 1024 * 1024) {
    const megabytes = (size / 1024 / 1024).toFixed(1).replace('.', ',')
    throw new Problem(documentProblems.uploadTooLarge, `Tệp ${megabytes} MB, giới hạn là ${limit} MB.`, {
      limitMb: limit,
    })
  }
}

/** Only the name: a browser may send a path. */
const toFileName = (name: string): string =>
  (name.split(/[/\\]/u).at(-1) ?? '').normalize('NFC').trim() || 'tệp'

/** Opens an upload, and gives up those that nobody goes on with. */
export const openUpload = async (
  services: Services,
  author: Author,
  { name, size }: NewUpload,
  write: <T>(change: (tx: Tx, append: Append) => Promise<T>) => Promise<T>,
): Promise<Upload> => {
  checkSize(services, size)
  const row: UploadRow = {
    id: randomUUID(),
    province: author.province,
    account: author.actor,
    name: toFileName(name),
    size,
    received: 0,
    touched_at: author.now,
    document_id: null,
    duplicate: null,
  }
  let stale: readonly string[] = []
  const upload = await write(async (tx, append) => {
    const before = new Date(Date.parse(author.now) - KEEP_DAYS * DAY).toISOString()
    stale = await deleteStaleUploads(tx, author.province, before)
    await insertUpload(tx, row)
    await append({
      event: 'document.upload-opened',
      subject: `upload:${row.id}`,
      data: { size, givenUp: stale.length },
    })
    return toUpload(row)
  })
  for (const id of stale) await removePart(services.config.dataDir, id)
  return upload
}

/** The upload of this person; another's is not there for them. */
export const getUpload = async (services: Services, author: Author, id: string): Promise<UploadRow> => {
  const row = await findUpload(services.database.db, author.province, id)
  if (!row || row.account !== author.actor) throw new Problem(documentProblems.uploadNotFound)
  return row
}

const turns: Turns = new Map()

/** Takes a piece in at the offset that its sender names; with the last one the document is there. */
export const appendUpload = async (
  services: Services,
  author: Author,
  id: string,
  offset: number,
  stream: Readable,
): Promise<Upload> =>
  await takeTurn(turns, id, stream, async () => {
    const row = await getUpload(services, author, id)
    if (row.document_id !== null) return toUpload(row)
    if (offset !== row.received) {
      throw new Problem(documentProblems.uploadWrongOffset, `Đã nhận ${row.received} byte.`, {
        offset: row.received,
      })
    }
    const received = await receivePiece(services, row, stream)
    return received === row.size
      ? await completeUpload(services, author, { ...row, received })
      : toUpload({ ...row, received })
  })

const receivePiece = async (services: Services, row: UploadRow, stream: Readable): Promise<number> => {
  const place = partFile(services.config.dataDir, row.id)
  let piece
  try {
    piece = await writePiece(place, row.received, row.size - row.received, stream)
  } catch (error) {
    throw toStoreProblem(error)
  }
  if (piece.failure instanceof TooManyBytes) throw new Problem(documentProblems.uploadOverflow)
  const received = row.received + piece.written
  if (piece.written > 0) {
    const { db } = services.database
    if (!(await advanceUpload(db, row.id, row.received, received, services.clock.now())))
      throw new Problem(documentProblems.uploadWrongOffset)
  }
  if (piece.failure !== undefined) {
    const known = toStoreProblem(piece.failure)
    throw known instanceof Problem
      ? known
      : new Problem(documentProblems.uploadInterrupted, undefined, { offset: received })
  }
  return received
}

/** All bytes are here: they get their place in the store, and the document its row. Harmless when repeated. */
const completeUpload = async (services: Services, author: Author, row: UploadRow): Promise<Upload> => {
  const part = partFile(services.config.dataDir, row.id)
  const stored = await storeFile(services.filesDir, fs.createReadStream(part, { end: row.size - 1 }), {
    limitBytes: services.config.uploadLimitMb * 1024 * 1024,
  })
  const { document, duplicate } = await onceMoreWhenSameFile(() =>
    inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
      const received = await receiveFile(tx, append, author, { ...stored, name: row.name })
      const duplicate = received.existed ? ('same-file' as const) : null
      await finishUpload(tx, row.id, received.document.id, duplicate)
      return { document: received.document, duplicate }
    }),
  )
  await removePart(services.config.dataDir, row.id)
  return { ...toUpload(row), state: 'done', document: document.id, duplicate }
}

/** Two people sent the same file at the same moment: the second one finds the document of the first. */
export const onceMoreWhenSameFile = async <T>(receive: () => Promise<T>): Promise<T> => {
  try {
    return await receive()
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'document_same_file') throw error
    return await receive()
  }
}

/** Makes the document of a stored file, or finds the one that has the same bytes. */
export const receiveFile = async (
  tx: Tx,
  append: Append,
  author: Author,
  file: { readonly sha256: string; readonly size: number; readonly name: string },
): Promise<{ readonly document: DocumentRow; readonly existed: boolean }> => {
  const known = await findDocumentOfFile(tx, author.province, file.sha256)
  if (known) {
    await append({ event: 'document.received-again', subject: `document:${known.id}`, data: {} })
    return { document: known, existed: true }
  }
  const document = toNewDocument(author, { ...file, name: toFileName(file.name) })
  await insertDocument(tx, document)
  // The hash is not here: were the document secret, nothing of its content may stay in the journal.
  await append({ event: 'document.received', subject: `document:${document.id}`, data: { size: file.size } })
  return { document, existed: false }
}
