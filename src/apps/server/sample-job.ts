import { acceptStated } from '#capabilities/documents/server/accept.ts'
import type { Job, JournalEntry } from '#platform/server/capability.ts'
import type { Services } from '#platform/server/services.ts'
import { openDirectory } from './plans.ts'

/** Who acts in the journal when the sample does something with its own documents. */
const ACTOR = 'sample'

/** What the journal says once the sample's documents are in the archive. */
export const SAMPLES_IMPORTED = 'installation.samples-imported'

/** The documents whose list says that they are accepted; empty where there is no sample, or not yet. */
const listToAccept = async ({ database }: Services, province: string): Promise<readonly string[]> => {
  const imported = await database.db
    .selectFrom('journal')
    .select('data')
    .where('province', '=', province)
    .where('event', '=', SAMPLES_IMPORTED)
    .executeTakeFirst()
  const { accept } = (imported?.data ?? {}) as { readonly accept?: unknown }
  return Array.isArray(accept) ? accept.map(String) : []
}

/** Of the plans to accept, those of which this entry tells: the one that was read, or all. */
const listMeant = (entry: JournalEntry, toAccept: readonly string[]): readonly string[] =>
  entry.event === SAMPLES_IMPORTED
    ? toAccept
    : toAccept.filter((document) => entry.subject === `document:${document}`)

/**
 * Accepts those plans of the sample that its list names, so that whoever looks around finds programmes with tasks and
 * deadlines. The others wait in review, to be tried. It hears both of the list and of every reading: whichever of the
 * two comes second finds everything there, and nobody has to fail and try again.
 */
export const sampleJob: Job = {
  name: 'installation.accept-samples',
  on: [SAMPLES_IMPORTED, 'document.read'],
  run: async (services, entry, author) => {
    const meant = listMeant(entry, await listToAccept(services, entry.province))
    if (meant.length === 0) return
    const directory = await openDirectory(services)
    for (const id of meant) await acceptStated(services, { ...author, actor: ACTOR }, id, directory)
  },
}
