import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { tables } from './tables.ts'

/** Duties that something else happened to: their agency ended, their clause no longer counts. */

const RUNNING = sql<SqlBool>`state not in ('unassigned', 'verified', 'closed', 'withdrawn', 'not-applicable')`

/** Agencies that still have something to do. */
export const listChargedAgencies = async (db: Db, province: string): Promise<readonly string[]> => {
  const rows = await tables(db)
    .selectFrom('assignment')
    .select('agency')
    .distinct()
    .where('province', '=', province)
    .where(RUNNING)
    .execute()
  return rows.flatMap(({ agency }) => agency ?? [])
}

/** The open duties of an agency. */
export const listOpenOf = async (
  db: Db | Tx,
  province: string,
  agency: string,
): Promise<readonly string[]> => {
  const rows = await tables(db)
    .selectFrom('assignment')
    .select('id')
    .where('province', '=', province)
    .where('agency', '=', agency)
    .where(RUNNING)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Open duties of a plan whose task has been ended, with the reason; all of them when the plan itself was withdrawn. */
export const listOrphans = async (
  db: Db | Tx,
  programme: string,
): Promise<readonly { readonly id: string; readonly reason: string | null }[]> =>
  await tables(db)
    .selectFrom('assignment')
    .innerJoin('programme', 'programme.id', 'assignment.programme_id')
    .leftJoin('programme_item', 'programme_item.id', 'assignment.item_id')
    .select(['assignment.id', 'programme_item.ended_reason as reason'])
    .where('assignment.programme_id', '=', programme)
    .where(
      sql<SqlBool>`assignment.state not in ('unassigned', 'verified', 'closed', 'withdrawn', 'not-applicable')`,
    )
    .where(sql<SqlBool>`(programme.state = 'withdrawn' or programme_item.ended_at is not null)`)
    .orderBy('assignment.id')
    .execute()
