import fs from 'node:fs'
import { Problem } from '#kernel/problem.ts'
import { fileProblems } from '#platform/server/files/problems.ts'
import { openFile, toPlace } from '#platform/server/files/store.ts'
import { inTransaction, type Author } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import { forgetHash, lockDocument, updateDocument } from './document-store.ts'
import { emptyHeader } from './new-document.ts'
import { deleteReadings } from './reading-store.ts'
import { blankUploads } from './upload-store.ts'

/**
 * A document that bears a mark of secrecy is not taken in: the rows are emptied and the journal notes the bare
 * fact in one transaction, then the bytes are overwritten and removed, then the hash is forgotten. A crash at any
 * moment leaves a state from which the job goes on to the end.
 */
export const destroySecret = async (services: Services, author: Author, id: string): Promise<void> => {
  const { db } = services.database
  const document = await db.transaction().execute((tx) => lockDocument(tx, author.province, id))
  if (!document || document.sha256 === null) return
  if (document.state !== 'secret') {
    await inTransaction(db, services.subscriptions, author, async (tx, append) => {
      await deleteReadings(tx, id)
      await blankUploads(tx, id)
      await updateDocument(tx, id, {
        ...emptyHeader,
        state: 'secret',
        file_name: '',
        format: null,
        refused_code: null,
        refused_reason: null,
        sender: '',
        note: '',
        duplicate_of: null,
        supersedes: null,
        amends: null,
      })
      await append({ event: 'document.secret-destroyed', subject: `document:${id}`, data: {} })
    })
  }
  await destroyBytes(services.filesDir, document.sha256)
  await forgetHash(db, id)
}

/** Overwrites, then removes; bytes that are gone already are what was wanted. */
const destroyBytes = async (folder: string, sha256: string): Promise<void> => {
  try {
    const { size, stream } = await openFile(folder, sha256)
    stream.destroy()
    const place = toPlace(folder, sha256)
    const handle = await fs.promises.open(place, 'r+')
    try {
      const zeros = Buffer.alloc(64 * 1024)
      for (let at = 0; at < size; at += zeros.length)
        await handle.write(zeros, 0, Math.min(zeros.length, size - at), at)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await fs.promises.rm(place, { force: true })
  } catch (error) {
    if (!(error instanceof Problem && error.kind === fileProblems.notFound)) throw error
  }
}
