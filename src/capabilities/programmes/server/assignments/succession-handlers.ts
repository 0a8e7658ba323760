import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Handler } from '#platform/server/http/endpoint.ts'
import { requireWithin } from '#platform/server/http/scope.ts'
import type { Agencies, Outside } from '../outside.ts'
import {
  findAssignment,
  insertAssignments,
  listActions,
  lockAssignment,
  takeAction,
} from './assignment-store.ts'
import { namePlans } from './context-store.ts'
import { listChargedAgencies, listOpenOf } from './follow-store.ts'
import { assignmentProblems } from './problems.ts'
import type * as schemas from './schemas.ts'
import { toAssignment } from './views.ts'

const toNamed = (agencies: Agencies, codes: readonly string[]) =>
  codes.map((code) => ({ code, name: agencies.nameOf(code) }))

/**
 * Duties of an agency whose work several others took over, as communes did from a district: who does what is for a
 * person to say, here for all of them at once.
 */
export const successionHandlers = ({ directory }: Outside) => {
  const listLeftBehind: Handler<typeof schemas.listLeftBehind> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { db, province } = ask
    const today = toVietnamDay(ask.now)
    const agencies = await directory(ask.services)
    const items = []
    for (const code of await listChargedAgencies(db, province)) {
      const successors = agencies.successorsOf(code, today)
      if (successors.length < 2) continue
      for (const id of await listOpenOf(db, province, code)) {
        const row = await findAssignment(db, province, id)
        if (!row) continue
        const plans = await namePlans(db, row.programme_id === null ? [] : [row.programme_id])
        items.push({
          assignment: toAssignment(row, agencies, plans, today),
          successors: toNamed(agencies, successors),
        })
      }
    }
    return { items }
  }

  const fanOut: Handler<typeof schemas.fanOut> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { body, province, author, now } = ask
    const agencies = await directory(ask.services)
    const today = toVietnamDay(now)
    return await ask.write(async (tx, append) => {
      const batch = randomUUID()
      let made = 0
      for (const id of body.assignments) {
        const row = await lockAssignment(tx, province, id)
        if (!row) throw new Problem(assignmentProblems.notFound)
        const known = agencies.successorsOf(row.agency ?? '', today)
        const chosen = body.agencies ?? known
        if (known.length === 0 || chosen.some((code) => !known.includes(code)))
          throw new Problem(assignmentProblems.noSuccessors, agencies.nameOf(row.agency ?? ''))
        const fresh = await insertAssignments(
          tx,
          chosen.map((member) => ({
            assignment: {
              id: randomUUID(),
              province,
              programme_id: row.programme_id,
              item_id: row.item_id,
              place: row.place,
              section: row.section,
              text: row.text,
              output: row.output,
              source_note: row.source_note,
              kind: row.kind,
              member,
              occurrence: row.occurrence,
              period: row.period,
              partners: row.partners.filter((code) => code !== member),
              review: row.review,
              calendar: row.calendar,
              batch,
              made_at: now,
            },
            first: {
              id: randomUUID(),
              after: null,
              at: now,
              by: author.actor,
              as: 'office',
              deed: {
                verb: 'assign',
                agency: member,
                due: row.due,
                note: `Tiếp nhận từ ${agencies.nameOf(row.agency ?? '')}.`,
              },
            },
          })),
        )
        made += fresh.length
        const before = await listActions(tx, row.id)
        const names = chosen.map((code) => agencies.nameOf(code)).join(', ')
        const taken = await takeAction(
          tx,
          row,
          before,
          {
            id: randomUUID(),
            after: null,
            at: now,
            by: author.actor,
            as: 'office',
            deed: { verb: 'set-aside', reason: `Giao lại cho: ${names}.` },
          },
          now,
        )
        if (taken.fate !== 'applied') throw new Problem(assignmentProblems.notAllowedNow)
        await append({
          event: 'assignment.fanned-out',
          subject: `assignment:${row.id}`,
          data: { batch, made: fresh.length },
        })
      }
      return { batch, made, existed: 0 }
    })
  }

  return { listLeftBehind, fanOut }
}
