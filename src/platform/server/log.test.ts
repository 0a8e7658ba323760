import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testDatabases } from './db/testing.ts'
import { openLog } from './log.ts'

const written = (thing: object): Record<string, unknown> => {
  const lines: string[] = []
  openLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) }).error(thing, 'went wrong')
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>
}

describe.each(testDatabases())('an error of the $name database in the log', (database) => {
  it('says which table and constraint, and nothing of the row', async () => {
    const opened = await database.open()
    try {
      await sql`create table log_probe (name text constraint log_probe_short check (length(name) < 3))`.execute(
        opened.db,
      )
      const error = await sql`insert into log_probe values (${'Hoàng Thị Bí Mật'})`
        .execute(opened.db)
        .catch((raised: unknown) => raised)
      // The database did say it: otherwise this test could not fail.
      expect(JSON.stringify({ ...(error as object) })).toContain('Bí Mật')
      const line = written({ err: error, route: '/api/accounts' })
      expect(line).toMatchObject({ route: '/api/accounts', err: { constraint: 'log_probe_short' } })
      expect(JSON.stringify(line)).not.toContain('Bí Mật')
    } finally {
      await opened.close()
    }
  })
})

describe('what is no error of the database', () => {
  it('keeps its words and its place in the code', () => {
    expect(written({ err: new TypeError('x is not a function') })).toMatchObject({
      err: { type: 'TypeError', message: 'x is not a function', stack: expect.stringContaining('log.test') },
    })
  })

  it('is not printed when it is a bare value', () => {
    expect(JSON.stringify(written({ err: 'Hoàng Thị Bí Mật' }))).not.toContain('Bí Mật')
  })
})
