import { noAgencies } from '#capabilities/documents/domain/agency-lookup.ts'
import { READING_TASK, toReadingTask } from '#capabilities/documents/server/reading-task.ts'
import { toAgencyLookup, type AgencyIndex } from '#capabilities/people/domain/agency-index.ts'
import { serveTasks } from '#platform/server/workers/serve.ts'

/** The process of a worker: what the capabilities have done outside of the server's own process. */
serveTasks({
  [READING_TASK]: toReadingTask((register) =>
    register === undefined ? noAgencies : toAgencyLookup(register as AgencyIndex),
  ),
})
