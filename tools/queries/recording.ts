import { toDatabase, type Database } from '#platform/server/db/db.ts'

export type Row = Readonly<Record<string, unknown>>

/** What every query finds unless an example says otherwise: one row with the columns that functions go on by. */
const FOUND: Row = { id: '6f1c0000-0000-4000-8000-000000000001', version: 1, total: 1, last: 1 }

/** A database that does nothing but note what it is asked, in the words that PostgreSQL would get. */
export const recording = (answers: readonly (readonly Row[])[]): { database: Database; asked: string[] } => {
  const asked: string[] = []
  let answered = 0
  const database = toDatabase({
    kind: 'server',
    connect: async () => ({
      query: async (sql) => {
        asked.push(sql)
        const command = /^\s*(\w+)/u.exec(sql)?.[1]?.toUpperCase() ?? '' // ascii: keywords of SQL
        const rows = /^(?:BEGIN|COMMIT|SET)$/u.test(command) ? [] : (answers[answered++] ?? [FOUND])
        return { rows: [...rows], rowCount: rows.length, command }
      },
      release: () => {},
    }),
    exec: async () => {},
    end: async () => {},
  })
  return { database, asked }
}
