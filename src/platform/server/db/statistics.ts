import { sql } from 'kysely'
import type { Database } from './db.ts'

/** After a start, when the first visitors have been served; then four times a day. */
const FIRST_MS = 60_000
const EVERY_MS = 6 * 3_600_000

/**
 * Counts the tables anew, so that the planner need not guess. One after the other: the embedded database has one
 * connection, and counting 2,000 plans at once made everybody wait for three seconds.
 */
export const countTables = async ({ db }: Database): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace order by relname`.execute(db)
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
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
