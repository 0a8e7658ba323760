import { sql } from 'kysely'
import type { Database } from './db.ts'

/** After a start, when the first visitors have been served; then four times a day. */
const FIRST_MS = 60_000
const EVERY_MS = 6 * 3_600_000

/** Counts the tables anew, so that the planner need not guess. */
export const countTables = async ({ db }: Database): Promise<void> => {
  await sql`analyze`.execute(db)
}

/**
 * PostgreSQL's own autovacuum looks after a server's tables; the embedded database has none, so it is done here.
 * A count that fails is logged and tried again at the next turn.
 */
export const keepStatistics = (
  database: Database,
  onFailure: (error: unknown) => void,
): { readonly stop: () => Promise<void> } => {
  if (database.pool.kind === 'server') return { stop: async () => {} }
  let last: Promise<void> = Promise.resolve()
  const count = (): void => {
    last = last.then(() => countTables(database)).catch(onFailure)
  }
  const first = setTimeout(count, FIRST_MS)
  const timer = setInterval(count, EVERY_MS)
  return {
    stop: async () => {
      clearTimeout(first)
      clearInterval(timer)
      await last
    },
  }
}
