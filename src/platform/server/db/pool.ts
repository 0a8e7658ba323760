/** What both databases offer to Kysely: connections that take PostgreSQL's SQL. */
export interface QueryResult {
  readonly rows: Record<string, unknown>[]
  readonly rowCount: number
  readonly command: string
}

export interface Connection {
  readonly query: (sql: string, params: readonly unknown[]) => Promise<QueryResult>
  readonly release: () => void
}

export interface Pool {
  readonly kind: 'embedded' | 'server'
  readonly connect: () => Promise<Connection>
  /** Runs several statements at once, without parameters: migrations only. */
  readonly exec: (sql: string) => Promise<void>
  readonly end: () => Promise<void>
}
