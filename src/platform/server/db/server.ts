import pg from 'pg'
import { parserOf, toParameter } from './values.ts'
import type { Connection, Pool, QueryResult } from './pool.ts'

export interface ServerOptions {
  readonly url: string
  /** Connections kept at most; 10 serves 60 sessions. */
  readonly size?: number
}

/** Connects to a PostgreSQL server with the same meaning of values as the embedded database. */
export const openServer = async ({ url, size = 10 }: ServerOptions): Promise<Pool> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'binhan',
    options: '-c timezone=UTC',
    types: { getTypeParser: ((oid: number) => parserOf(oid)) as unknown as typeof pg.types.getTypeParser },
  })
  // A connection lost while idle is replaced at the next question; without a listener it would end the process.
  pool.on('error', () => {})
  // PostgreSQL may end a connection in the same breath in which it opened it, before whoever asked for it listens.
  pool.on('connect', (client) => void client.on('error', () => {}))

  const connect = async (): Promise<Connection> => {
    const client = await pool.connect()
    let broken = false
    const onError = (): void => {
      broken = true
    }
    client.on('error', onError)
    const query = async (sql: string, params: readonly unknown[]): Promise<QueryResult> => {
      const result = await client.query({ text: sql, values: params.map(toParameter) })
      return {
        rows: result.rows as Record<string, unknown>[],
        rowCount: result.rowCount ?? 0,
        command: result.command,
      }
    }
    return {
      query,
      release: () => {
        client.off('error', onError)
        client.release(broken)
      },
    }
  }

  return {
    kind: 'server',
    connect,
    exec: async (sql) => {
      await pool.query(sql)
    },
    end: () => pool.end(),
  }
}
