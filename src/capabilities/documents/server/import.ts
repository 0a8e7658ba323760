import { Readable } from 'node:stream'
import { storeFile } from '#platform/server/files/store.ts'
import { inTransaction, type Author } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import { checkSize, onceMoreWhenSameFile, receiveFile } from './uploads.ts'

export interface ImportedFile {
  readonly document: string
  /** The same bytes were here already: nothing new was made. */
  readonly duplicate: 'same-file' | null
}

/**
 * Takes a whole file in, as the command line does: bytes into the store, a document into the archive, and
 * `document.received` into the journal, which the reader's job hears. Importing the same bytes again is harmless
 * and says so. Throws a Problem for an empty or too large file; whether the file can be read shows in the state
 * of the document once the job has run (`runOne` until it returns false, or a running server).
 */
export const importFile = async (
  services: Services,
  author: Author,
  name: string,
  bytes: Uint8Array,
): Promise<ImportedFile> => {
  checkSize(services, bytes.byteLength)
  const stored = await storeFile(services.filesDir, Readable.from([bytes]), {
    limitBytes: services.config.uploadLimitMb * 1024 * 1024,
  })
  return await onceMoreWhenSameFile(() =>
    inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
      const { document, existed } = await receiveFile(tx, append, author, { ...stored, name })
      return { document: document.id, duplicate: existed ? ('same-file' as const) : null }
    }),
  )
}
