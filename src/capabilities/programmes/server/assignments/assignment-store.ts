import { sql } from 'kysely'
import { searchKey } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { json } from '#platform/server/db/values.ts'
import { foldActions } from '../../domain/assignment-fold.ts'
import type { AssignmentAction, AssignmentCase } from '../../domain/assignment.ts'
import { toReviewDay } from '../../domain/timeliness.ts'
import { tables, type ActionRow, type AssignmentRow } from './tables.ts'

/** What a duty is, before anything was done with it. */
export type NewAssignment = Pick<
  AssignmentRow,
  | 'id'
  | 'province'
  | 'programme_id'
  | 'item_id'
  | 'place'
  | 'section'
  | 'text'
  | 'output'
  | 'source_note'
  | 'kind'
  | 'member'
  | 'occurrence'
  | 'period'
  | 'partners'
  | 'review'
  | 'calendar'
  | 'batch'
  | 'made_at'
>

/** What its actions come to, as the columns by which lists and boards ask. */
type Projection = Omit<AssignmentRow, keyof NewAssignment | 'search' | 'version'>

const isOver = (state: AssignmentRow['state']): boolean =>
  state === 'verified' || state === 'closed' || state === 'withdrawn' || state === 'not-applicable'

const earlier = (a: AssignmentRow['due'], b: AssignmentRow['review_due']): AssignmentRow['next_due'] =>
  a === null ? b : b === null || a < b ? a : b

/** Where a duty stands, as its row says it. */
export const project = (
  given: Pick<NewAssignment, 'review' | 'calendar' | 'made_at'>,
  now: AssignmentCase,
): Projection => {
  const since = toVietnamDay(now.reportedAt ?? given.made_at)
  const review = isOver(now.state) ? null : toReviewDay(given.review, given.calendar, since)
  return {
    state: now.state,
    agency: now.agency,
    delegate: now.delegate,
    due: now.due,
    first_due: now.firstDue,
    review_due: review,
    next_due: earlier(now.due, review),
    extension: now.extension,
    extensions: now.extensions,
    percent: now.percent,
    opened_at: now.openedAt,
    reported_at: now.reportedAt,
    submitted_at: now.submittedAt,
    submitted_on: now.submittedAt === null ? null : toVietnamDay(now.submittedAt),
    verified_at: now.verifiedAt,
    returns: now.returns,
    last_at: now.lastAt,
    conflicts: now.conflicts.length,
    waiting: now.waiting.length,
  }
}

const stored = (projection: Projection): Projection => ({
  ...projection,
  extension: projection.extension && json(projection.extension),
})

export const toAction = ({ id, after, at, actor, capacity, deed }: ActionRow): AssignmentAction => ({
  id,
  after,
  at,
  by: actor,
  as: capacity,
  deed,
})

const toActionRow = (
  assignment: string,
  seq: number,
  { id, after, at, by, as, deed }: AssignmentAction,
  receivedAt: string,
): ActionRow => ({
  assignment_id: assignment,
  id,
  seq,
  after,
  at,
  received_at: receivedAt,
  actor: by,
  capacity: as,
  deed: json(deed),
})

/** Rows in one statement: below what PostgreSQL takes in parameters. */
const CHUNK = 500

const chunks = <T>(list: readonly T[]): readonly T[][] =>
  Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, i) => list.slice(i * CHUNK, (i + 1) * CHUNK))

/**
 * Keeps duties with the action that gives each of them; those that are there already stay as they are.
 * @returns the ids of the new ones
 */
export const insertAssignments = async (
  tx: Tx,
  given: readonly { readonly assignment: NewAssignment; readonly first: AssignmentAction }[],
): Promise<readonly string[]> => {
  const made: string[] = []
  for (const part of chunks(given)) {
    const rows = part.map(({ assignment, first }) => ({
      ...assignment,
      ...stored(project(assignment, foldActions([first]))),
      search: searchKey(`${assignment.text} ${assignment.output ?? ''} ${assignment.source_note ?? ''}`),
      version: 1,
    }))
    const inserted = await tables(tx)
      .insertInto('assignment')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    const fresh = new Set(inserted.map(({ id }) => id))
    const actions = part
      .filter(({ assignment }) => fresh.has(assignment.id))
      .map(({ assignment, first }) => toActionRow(assignment.id, 1, first, assignment.made_at))
    if (actions.length > 0) await tables(tx).insertInto('assignment_action').values(actions).execute()
    made.push(...fresh)
  }
  return made
}

export const findAssignment = async (
  db: Db | Tx,
  province: string,
  id: string,
): Promise<AssignmentRow | undefined> =>
  await tables(db)
    .selectFrom('assignment')
    .selectAll()
    .where('province', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()

/** The duty, held until the transaction ends: two actions on it never fold at once. */
export const lockAssignment = async (
  tx: Tx,
  province: string,
  id: string,
): Promise<AssignmentRow | undefined> =>
  await tables(tx)
    .selectFrom('assignment')
    .selectAll()
    .where('province', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const listActions = async (db: Db | Tx, assignment: string): Promise<readonly ActionRow[]> =>
  await tables(db)
    .selectFrom('assignment_action')
    .selectAll()
    .where('assignment_id', '=', assignment)
    .orderBy('seq')
    .execute()

/** What became of an action that was taken in. */
export interface Taken {
  readonly now: AssignmentCase
  readonly fate: 'applied' | 'conflict' | 'waiting'
  /** It had been taken in before. */
  readonly isRepeated: boolean
}

const fateOf = ({ conflicts, waiting }: AssignmentCase, id: string): Taken['fate'] =>
  conflicts.includes(id) ? 'conflict' : waiting.includes(id) ? 'waiting' : 'applied'

/** Keeps an action and brings the row of the duty up to it; the duty must be locked. */
export const takeAction = async (
  tx: Tx,
  row: AssignmentRow,
  before: readonly ActionRow[],
  action: AssignmentAction,
  receivedAt: string,
): Promise<Taken> => {
  const actions = before.map(toAction)
  if (actions.some(({ id }) => id === action.id)) {
    const now = foldActions(actions)
    return { now, fate: fateOf(now, action.id), isRepeated: true }
  }
  const now = foldActions([...actions, action])
  await tables(tx)
    .insertInto('assignment_action')
    .values(toActionRow(row.id, (before.at(-1)?.seq ?? 0) + 1, action, receivedAt))
    .execute()
  await tables(tx)
    .updateTable('assignment')
    .set({ ...stored(project(row, now)), version: sql<number>`version + 1` })
    .where('id', '=', row.id)
    .execute()
  return { now, fate: fateOf(now, action.id), isRepeated: false }
}
