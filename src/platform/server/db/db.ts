import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { openEmbedded, type EmbeddedPool } from './embedded.ts'
import type { Pool } from './pool.ts'
import { openServer } from './server.ts'
import type { PlatformTables } from './tables.ts'

/** The database as store functions see it. A capability adds its tables by `db.withTables<MyTables>()`. */
export type Db = Kysely<PlatformTables>
/** A database handle inside a transaction; functions that must be in one take this type. */
export type Tx = Transaction<PlatformTables>

export interface Database {
  readonly db: Db
  readonly pool: Pool
  readonly close: () => Promise<void>
}

/** Kysely's own PostgreSQL dialect over either pool: one dialect, one SQL. */
export const toDatabase = (pool: Pool): Database => {
  const db = new Kysely<PlatformTables>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => {
          const connection = await pool.connect()
          return {
            query: async (sql: string, params: readonly unknown[]) => await connection.query(sql, params),
            release: connection.release,
          }
        },
        // The pool outlives Kysely's handle only until `close` below.
        end: async () => {},
      } as unknown as ConstructorParameters<typeof PostgresDialect>[0]['pool'] & object,
    }),
  })
  return {
    db,
    pool,
    close: async () => {
      await db.destroy()
      await pool.end()
    },
  }
}

export interface DatabaseOptions {
  /** `postgres://…` for a server; the embedded database otherwise. */
  readonly url: string | undefined
  readonly dataDir: string | undefined
  readonly size?: number
}

/** Opens the database that the configuration names. */
export const openDatabase = async ({ url, dataDir, size }: DatabaseOptions): Promise<Database> =>
  toDatabase(
    url === undefined
      ? await openEmbedded({ dataDir })
      : await openServer({ url, ...(size ? { size } : {}) }),
  )

/** The embedded pool of a database, for the few who count flushes or dump it. */
export const embeddedPoolOf = (database: Database): EmbeddedPool => {
  if (database.pool.kind !== 'embedded') throw new Error('this database is not embedded')
  return database.pool as EmbeddedPool
}
