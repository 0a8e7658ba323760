import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './db.ts'
import { countTables, keepStatistics } from './statistics.ts'
import { testDatabases } from './testing.ts'

for (const { name, open } of testDatabases()) {
  describe(`statistics on ${name}`, () => {
    let database: Database
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database.close())

    it('tell the planner how many rows a table has', async () => {
      await sql`create table counted as select i from generate_series(1, 5000) i`.execute(database.db)
      await countTables(database)
      const { rows } = await sql<{
        n: number
      }>`select reltuples::int as n from pg_class where relname = 'counted'`.execute(database.db)
      expect(rows[0]?.n).toBe(5000)
    })

    it('let others in between one table and the next', async () => {
      const order: string[] = []
      const counting = countTables(database).then(() => order.push('counted'))
      await sql`select 1`.execute(database.db)
      order.push('answered')
      await counting
      expect(order).toEqual(['answered', 'counted'])
    })

    it('stop at once when nothing is being counted', async () => {
      const failures: unknown[] = []
      await keepStatistics(database, (error) => failures.push(error)).stop()
      expect(failures).toEqual([])
    })
  })
}
