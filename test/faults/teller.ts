import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { capabilities } from '#apps/server/capabilities.ts'
import { allJobs, toSubscriptions } from '#apps/server/open.ts'
import { programmesOutside } from '#apps/server/plans.ts'
import { insertAccount, insertPost } from '#capabilities/people/server/account-store.ts'
import { loadAgencies } from '#capabilities/people/server/load-pack.ts'
import { sendLetters } from '#capabilities/programmes/server/notices/letters.ts'
import { readConfig } from '#platform/server/config.ts'
import { openDatabase } from '#platform/server/db/db.ts'
import { migrate } from '#platform/server/db/migrate.ts'
import { buildApp } from '#platform/server/http/app.ts'
import { runOne } from '#platform/server/jobs/runner.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import { openLog } from '#platform/server/log.ts'
import type { Services } from '#platform/server/services.ts'
import { idleWorkers } from '#platform/server/workers/testing.ts'

/**
 * Gives duties, tells of them and sends the letters until it is killed; says each duty that the office was told is
 * given. A last start finishes what the others left and says what came of each duty.
 *
 * arguments: folder, address of the database or nothing, how often it was started before, `last` to finish and look
 */
const [folder = '', url = '', start = '0', last] = process.argv.slice(2)
const PROVINCE = '99'

/** A tenth of a second for each millisecond, and each start an hour after the one before: no lease of the last one holds. */
const begun = Date.now()
const clock = {
  now: () =>
    new Date(
      Date.parse('2026-11-23T00:05:00.000Z') + Number(start) * 3_600_000 + (Date.now() - begun) * 100,
    ).toISOString(),
}
const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
const database = await openDatabase({ url: url === '' ? undefined : url, dataDir: folder })
await migrate(database, path.resolve('migrations'))
const services: Services = {
  config,
  clock,
  database,
  workers: idleWorkers(),
  subscriptions: toSubscriptions(allJobs),
  log: openLog(config),
  filesDir: '',
  province: PROVINCE,
}
const author = { province: PROVINCE, actor: 'system', now: clock.now() }
const everywhere = { everything: true, agencies: [], areas: [] }
const office = {
  id: randomUUID(),
  permissions: new Map([['programmes.assignment.manage', everywhere]]),
  agencies: [],
  areas: [],
}
const say = (line: string): void => void fs.writeSync(1, `${line}\n`)

const prepare = async (): Promise<void> => {
  const some = await database.db.selectFrom('installation').select('province').executeTakeFirst()
  if (some) return
  await inTransaction(database.db, services.subscriptions, author, async (tx, append) => {
    await tx
      .insertInto('installation')
      .values({ province: PROVINCE, name: 'Tỉnh Mẫu', opened_at: author.now, sample: false })
      .execute()
    const agency = {
      code: 'so-xd',
      name: 'Sở Xây dựng',
      shortName: 'Sở XD',
      kind: 'department',
      level: 'province',
      aliases: [],
    }
    await loadAgencies(tx, append, PROVINCE, { agencies: [agency], groups: [] })
    const id = randomUUID()
    const account = { id, login: 'thao', name: 'Thảo', email: 'thao@mau.test' }
    await insertAccount(tx, PROVINCE, account, author.now)
    const post = {
      role: 'agency-focal',
      agency: 'so-xd',
      area: null,
      validFrom: null,
      validTo: null,
    } as const
    await insertPost(tx, PROVINCE, id, { id: randomUUID(), ...post })
  })
}

const app = await buildApp({
  services,
  capabilities,
  authenticate: async () => office,
  webDir: undefined,
})
const jobs = new Map(allJobs.map((job) => [job.name, job]))
const tell = async (): Promise<void> => {
  while (await runOne(services, jobs));
  await sendLetters(services, programmesOutside)
}

const give = async (): Promise<string> => {
  const token = `viec${randomUUID().replaceAll('-', '')}`
  const reply = await app.inject({
    method: 'POST',
    url: '/api/assignments',
    headers: { 'idempotency-key': randomUUID() },
    payload: {
      text: token,
      agencies: ['so-xd'],
      partners: [],
      due: '2026-12-31',
      output: null,
      sourceNote: 'Điện thoại',
    },
  })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return token
}

/** All letters as one text: what is quoted in them is told. */
const readOutbox = (): string => {
  const outbox = path.join(folder, 'outbox')
  return fs
    .readdirSync(outbox)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => {
      const text = fs.readFileSync(path.join(outbox, name), 'utf8')
      const body = text.slice(text.indexOf('\r\n\r\n'))
      return /base64/u.test(text) ? Buffer.from(body, 'base64').toString() : body.replaceAll('=\r\n', '')
    })
    .join('\n')
}

await prepare()
if (last === undefined) {
  for (;;) {
    say(`given ${await give()}`)
    await tell()
  }
}
// Letters settle for a minute before they go.
for (let i = 0; i < 10; i++) {
  await tell()
  await wait(100)
}
const letters = readOutbox()
const { rows } = await sql<{ text: string; notices: number; sent: number }>`
  select a.text, count(n.id) as notices, count(n.id) filter (where n.mail = 'sent') as sent
  from assignment a left join notice n on n.assignment_id = a.id group by a.text`.execute(database.db)
for (const { text, notices, sent } of rows)
  say(`told ${text} ${notices} ${sent} ${letters.split(text).length - 1}`)
await app.close()
await database.close()
