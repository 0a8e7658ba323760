import { buffer } from 'node:stream/consumers'
import type { Job } from '#platform/server/capability.ts'
import { openFile } from '#platform/server/files/store.ts'
import type { Services } from '#platform/server/services.ts'
import { isRefusal } from '../formats/extracted-text.ts'
import { toText } from '../formats/to-text.ts'
import type { AgencyLookup } from '../domain/agency-lookup.ts'
import type { ReadingInput } from '../domain/parse/pipeline.ts'
import { readAmending } from '../domain/amending-reading.ts'
import { findSecrecyMark } from '../domain/secrecy.ts'
import { destroySecret } from './destroy.ts'
import { findDocument } from './document-store.ts'
import type { Outside } from './outside.ts'
import { READER_VERSION } from './reader-version.ts'
import { saveReading, type ReadFile } from './reading.ts'

/**
 * Signs that no database text can hold, replaced one for one so that spans stay true: NUL, and halves of
 * surrogate pairs.
 */
export const toStorable = (text: string): string =>
  text.replaceAll('\u0000', '\uFFFD').replace(/\p{Cs}/gu, '\uFFFD')

/** Bytes → text → structure; `secret` when the text bears a mark of secrecy. */
export const readFile = async (
  name: string,
  bytes: Uint8Array,
  agencies: AgencyLookup,
  onFailure?: ReadingInput['onFailure'],
): Promise<ReadFile | 'secret'> => {
  const extracted = await toText(bytes, name)
  if (isRefusal(extracted)) {
    const { format, code, reason, action } = extracted
    return { outcome: 'unreadable', format, code, reason: `${reason} ${action}` }
  }
  const text = toStorable(extracted.text)
  if (findSecrecyMark(text) !== undefined) return 'secret'
  if (findSecrecyMark(extracted.margin ?? '') !== undefined) return 'secret'
  const structure = readAmending({ text, agencies, ...(onFailure ? { onFailure } : {}) })
  return { outcome: 'read', format: extracted.format, readerVersion: READER_VERSION, text, structure }
}

const readBytes = async (services: Services, sha256: string): Promise<Uint8Array> => {
  const { stream } = await openFile(services.filesDir, sha256)
  return await buffer(stream)
}

/** What this capability does when the journal says that something happened. */
export const documentJobs = ({ directory }: Outside): readonly Job[] => [
  {
    name: 'documents.read',
    on: ['document.received', 'document.read-again-asked'],
    run: async (services, entry, author) => {
      const id = entry.subject.replace('document:', '')
      const document = await findDocument(services.database.db, entry.province, id)
      if (!document || document.sha256 === null) return
      if (document.state === 'secret') return await destroySecret(services, author, id)
      if (document.state !== 'received') return
      const bytes = await readBytes(services, document.sha256)
      const { lookup } = await directory(services)
      const file = await readFile(document.file_name, bytes, lookup, (stage, error) =>
        // The person finds it among the findings; whoever runs the server finds where it broke.
        services.log.error({ document: id, stage, err: error }, 'a step of the reader failed'),
      )
      if (file === 'secret') await destroySecret(services, author, id)
      else await saveReading(services, author, id, file)
    },
  },
]
