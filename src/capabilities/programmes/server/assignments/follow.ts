import type { Job } from '#platform/server/capability.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { inTransaction, type Author } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import type { AssignmentAction, Deed } from '../../domain/assignment.ts'
import type { Agencies, Outside } from '../outside.ts'
import { listActions, lockAssignment, takeAction } from './assignment-store.ts'
import { listChargedAgencies, listOpenOf, listOrphans } from './follow-store.ts'

/** Thrown to leave a transaction in which everything had been done before. */
class NothingNew extends Error {}

/** One deed of the system on one duty; done before under the same name, it is not done again. */
const actAsSystem = async (
  services: Services,
  author: Author,
  assignment: string,
  name: string,
  deed: Deed,
): Promise<void> => {
  try {
    await inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
      const row = await lockAssignment(tx, author.province, assignment)
      if (!row) throw new NothingNew()
      const before = await listActions(tx, row.id)
      const action: AssignmentAction = {
        id: `${name}-${before.length}`,
        after: null,
        at: author.now,
        by: author.actor,
        as: 'system',
        deed,
      }
      const taken = await takeAction(tx, row, before, action, author.now)
      await append({
        event: 'assignment.acted',
        subject: `assignment:${row.id}`,
        data: { action: action.id, verb: deed.verb, as: 'system', fate: taken.fate, state: taken.now.state },
      })
    })
  } catch (error) {
    if (!(error instanceof NothingNew)) throw error
  }
}

/**
 * Moves the open duties of agencies that are no longer there to the one that took their work over. Where several took
 * it over, as communes did from a district, a person must say who does what: those stay, and are listed.
 */
export const followSuccession = async (
  services: Services,
  author: Author,
  agencies: Agencies,
): Promise<void> => {
  const { db } = services.database
  const today = toVietnamDay(author.now)
  for (const code of await listChargedAgencies(db, author.province)) {
    const [next, another] = agencies.successorsOf(code, today)
    if (next === undefined || another !== undefined) continue
    const reason = `${agencies.nameOf(code)} không còn; ${agencies.nameOf(next)} tiếp nhận nhiệm vụ.`
    for (const id of await listOpenOf(db, author.province, code))
      await actAsSystem(services, author, id, 'system-move', { verb: 'move', agency: next, reason })
  }
}

/** Sets aside what a plan no longer asks for. */
const followPlan = async (services: Services, author: Author, programme: string): Promise<void> => {
  for (const { id, reason } of await listOrphans(services.database.db, programme))
    await actAsSystem(services, author, id, 'system-set-aside', {
      verb: 'set-aside',
      reason: reason ?? 'Kế hoạch đã ngừng vì văn bản bị thu hồi.',
    })
}

/** What happens to duties when something happened to their plan or to the register of agencies. */
export const assignmentJobs = ({ directory }: Pick<Outside, 'directory'>): readonly Job[] => [
  {
    name: 'programmes.assignments-follow-plan',
    on: ['programme.updated', 'programme.withdrawn', 'programme.task-ended'],
    run: async (services, entry, author) =>
      await followPlan(services, author, entry.subject.replace('programme:', '')),
  },
  {
    name: 'programmes.assignments-follow-register',
    on: ['agency.changed', 'agencies.loaded'],
    run: async (services, _entry, author) =>
      await followSuccession(services, author, await directory(services)),
  },
]
