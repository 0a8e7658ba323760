import { toDatabase, type Database } from '#platform/server/db/db.ts'
import type { Pool } from '#platform/server/db/pool.ts'

/** One step of a plan: how PostgreSQL reads a table, and what it does with the rows. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly PlanNode[]
}

/** A question that was asked and the steps by which it was answered. */
export interface Explained {
  readonly sql: string
  readonly nodes: readonly PlanNode[]
}

const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)]

/**
 * The same database, which notes the plan of every `select` just before it is run: on the same connection, with the
 * same parameters and the settings of its transaction.
 */
export const explaining = (database: Database): { database: Database; asked: Explained[] } => {
  const asked: Explained[] = []
  const pool: Pool = {
    ...database.pool,
    connect: async () => {
      const connection = await database.pool.connect()
      return {
        release: connection.release,
        query: async (sql, params) => {
          if (/^\s*(?:select|with)/iu.test(sql)) {
            const { rows } = await connection.query(`explain (format json) ${sql}`, params)
            for (const row of rows)
              for (const { Plan } of row['QUERY PLAN'] as { Plan: PlanNode }[])
                asked.push({ sql, nodes: flatten(Plan) })
          }
          return await connection.query(sql, params)
        },
      }
    },
  }
  return { database: { ...toDatabase(pool), close: database.close }, asked }
}
