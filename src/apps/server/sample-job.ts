import { acceptStated } from '#capabilities/documents/server/accept.ts'
import type { Job } from '#platform/server/capability.ts'
import { openDirectory } from './plans.ts'

/** Who acts in the journal when the sample does something with its own documents. */
const ACTOR = 'sample'

/**
 * Accepts those plans of the sample that its list names, once they are read, so that whoever looks around finds
 * programmes with tasks and deadlines. The others wait in review, to be tried.
 */
export const sampleJob: Job = {
  name: 'installation.accept-samples',
  on: ['installation.samples-imported'],
  run: async (services, { data }, author) => {
    const ids = Array.isArray(data['accept']) ? data['accept'] : []
    const directory = await openDirectory(services)
    for (const id of ids) await acceptStated(services, { ...author, actor: ACTOR }, String(id), directory)
  },
}
