import { Type } from 'typebox'
import { sql } from 'kysely'
import { foldActions } from '#capabilities/programmes/domain/assignment-fold.ts'
import { toTimeliness } from '#capabilities/programmes/domain/timeliness.ts'
import {
  listActions,
  project,
  toAction,
} from '#capabilities/programmes/server/assignments/assignment-store.ts'
import { tables } from '#capabilities/programmes/server/assignments/tables.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Capability } from '#platform/server/capability.ts'
import { get, type Schemas } from '#platform/server/http/endpoint.ts'

/**
 * The peers, behind the same server: a board with a query for each agency and each count, and an inbox that folds the
 * actions of each of its duties when asked. Both are what one writes first.
 */
const board = { summary: 'peer: one query a cell', reply: Type.Any() } as const satisfies Schemas
const inbox = {
  summary: 'peer: folds when asked',
  params: Type.Object({ agency: Type.String() }),
  reply: Type.Any(),
} as const satisfies Schemas

const CELLS = [
  sql`state in ('verified', 'closed') and not coalesce(submitted_on > next_due, false)`,
  sql`state in ('verified', 'closed') and submitted_on > next_due`,
  sql`state not in ('verified', 'closed') and coalesce(submitted_on, current_date) > next_due`,
  sql`state not in ('verified', 'closed') and not coalesce(coalesce(submitted_on, current_date) > next_due, false)`,
]

export const naiveAssignments: Capability = {
  name: 'bench',
  routes: [
    get('/api/bench/board', 'programmes.assignment.view', board, async ({ db, province }) => {
      const { rows } = await sql<{ agency: string }>`
        select distinct agency from assignment where province = ${province}`.execute(db)
      const cells: unknown[] = []
      for (const { agency } of rows)
        for (const cell of CELLS)
          cells.push(
            (
              await sql`select count(*) from assignment
                where province = ${province} and agency = ${agency} and ${cell}`.execute(db)
            ).rows,
          )
      return { cells }
    }),
    get('/api/bench/inbox/:agency', 'programmes.assignment.view', inbox, async (ask) => {
      const today = toVietnamDay(ask.now)
      const rows = await tables(ask.db)
        .selectFrom('assignment')
        .selectAll()
        .where('agency', '=', ask.params.agency)
        .where('due', '>', toVietnamDay(`${Number(today.slice(0, 4)) - 1}${ask.now.slice(4)}`))
        .execute()
      const found = []
      for (const row of rows) {
        const now = project(row, foldActions((await listActions(ask.db, row.id)).map(toAction)))
        const standing = { state: now.state, nextDue: now.next_due, submittedOn: now.submitted_on }
        if (toTimeliness(standing, today) !== 'done-on-time') found.push({ ...row, ...now })
      }
      return { items: found.slice(0, 50) }
    }),
  ],
  jobs: [],
  permissions: [],
  problems: {},
  constraints: {},
  events: {},
}
