import { buffer } from 'node:stream/consumers'
import type { Job } from '#platform/server/capability.ts'
import { openFile } from '#platform/server/files/store.ts'
import type { Services } from '#platform/server/services.ts'
import { isRefusal } from '../formats/extracted-text.ts'
import { destroySecret } from './destroy.ts'
import { findDocument } from './document-store.ts'
import type { Outside } from './outside.ts'
import { readFile } from './read-file.ts'
import { READER_VERSION } from './reader-version.ts'
import { saveReading } from './reading.ts'

const readBytes = async (services: Services, sha256: string): Promise<Uint8Array> => {
  const { stream } = await openFile(services.filesDir, sha256)
  return await buffer(stream)
}

/** What this capability does when the journal says that something happened. */
export const documentJobs = ({ directory }: Outside): readonly Job[] => [
  {
    name: 'documents.read',
    isSlow: true,
    on: ['document.received', 'document.read-again-asked'],
    run: async (services, entry, author) => {
      const id = entry.subject.replace('document:', '')
      const document = await findDocument(services.database.db, entry.province, id)
      if (!document || document.sha256 === null) return
      if (document.state === 'secret') return await destroySecret(services, author, id)
      if (document.state !== 'received') return
      const bytes = await readBytes(services, document.sha256)
      const { register } = await directory(services)
      const file = await readFile(services.workers, {
        name: document.file_name,
        bytes,
        register,
        isIndexed: true,
        // The person finds it among the findings; whoever runs the server finds where it broke.
        onFailure: (stage, error) =>
          services.log.error({ document: id, stage, err: error }, 'a step of the reader failed'),
      })
      const after = { ...author, now: services.clock.now() }
      if (isRefusal(file)) {
        const { format, code, reason, action } = file
        const said = { outcome: 'unreadable' as const, format, code, reason: `${reason} ${action}` }
        return await saveReading(services, after, id, said)
      }
      if (file.isSecret) return await destroySecret(services, after, id)
      const { format, text, terms, structure, amendment } = file
      const outcome = 'read' as const
      const reading = { format, text, terms, structure, amendment, readerVersion: READER_VERSION }
      await saveReading(services, after, id, { outcome, ...reading })
    },
  },
]
