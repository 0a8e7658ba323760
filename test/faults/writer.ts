import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { embeddedPoolOf, openDatabase, type Database } from '#platform/server/db/db.ts'
import { migrate } from '#platform/server/db/migrate.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'

/**
 * A process that writes until it is killed. `writer.ts DIR LAST-ACKNOWLEDGED [COUNT]`:
 * first checks everything that the killed one before it had acknowledged, then writes, one line a commit.
 */
const say = (line: string): void => void fs.writeSync(1, `${line}\n`)

const AUTHOR = { province: 'tinh-mau', actor: 'cli', now: '2026-11-21T02:00:00.000Z' }
const PURSES = 7

const prepare = async ({ db }: Database): Promise<void> => {
  await sql`create table if not exists purse (id integer primary key, amount bigint not null)`.execute(db)
  await sql`insert into purse select i, 1000 from generate_series(1, ${sql.lit(PURSES)}) i on conflict do nothing`.execute(
    db,
  )
}

/** What must hold after any kill; the first thing that does not is named. */
const findBroken = async ({ db }: Database, acknowledged: number): Promise<string | undefined> => {
  const check = await verifyJournal(db, AUTHOR.province)
  if (check.faults[0]) return check.faults[0].message
  if (check.entries < acknowledged) return `acknowledged ${acknowledged}, found ${check.entries}`
  const { rows } = await sql<{ total: number; counted: number }>`
    select sum(amount)::bigint as total, (select count(*) from job_delivery) as counted from purse`.execute(
    db,
  )
  if (rows[0]?.total !== PURSES * 1000) return `the purses hold ${rows[0]?.total}`
  if (rows[0].counted !== check.entries) return `${check.entries} entries but ${rows[0].counted} deliveries`
  const byIndex = await db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    return await sql<{
      n: number
    }>`select count(*) as n from journal where province = 'tinh-mau' and seq > 0`.execute(tx)
  })
  if (byIndex.rows[0]?.n !== check.entries)
    return `the index counts ${byIndex.rows[0]?.n} of ${check.entries}`
  return undefined
}

const writeOne = (database: Database, number: number): Promise<number> =>
  inTransaction(database.db, new Map([['purse.moved', ['count']]]), AUTHOR, async (tx, append) => {
    const from = 1 + (number % PURSES)
    const to = 1 + ((number * 3 + 1) % PURSES)
    await sql`update purse set amount = amount - 5 where id = ${from}`.execute(tx)
    await sql`update purse set amount = amount + 5 where id = ${to}`.execute(tx)
    return await append({
      event: 'purse.moved',
      subject: `purse:${from}`,
      data: { number, filler: 'đường '.repeat(20) },
    })
  })

const [folder = '', acknowledged = '0', count] = process.argv.slice(2)
const database = await openDatabase({ url: undefined, dataDir: folder })
await migrate(database, path.resolve('migrations'))
await prepare(database)
const broken = await findBroken(database, Number(acknowledged))
if (broken !== undefined) {
  say(`broken ${broken}`)
  process.exit(9)
}
say('ready')
if (count === undefined) {
  for (let number = 0; ; number++) say(`done ${await writeOne(database, number)}`)
} else {
  const before = await embeddedPoolOf(database).countFlushes()
  for (let number = 0; number < Number(count); number++) await writeOne(database, number)
  say(`flushes ${(await embeddedPoolOf(database).countFlushes()) - before}`)
  await database.close()
}
