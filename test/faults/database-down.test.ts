import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { capabilities } from '#apps/server/capabilities.ts'
import { authenticateWith, SESSION_COOKIE } from '#capabilities/people/server/authenticate.ts'
import { systemClock } from '#platform/server/clock.ts'
import { readConfig } from '#platform/server/config.ts'
import { toDatabase, type Database } from '#platform/server/db/db.ts'
import { migrate } from '#platform/server/db/migrate.ts'
import { openServer } from '#platform/server/db/server.ts'
import { makeServerDatabase, migrationsFolder, testDatabases } from '#platform/server/db/testing.ts'
import { buildApp } from '#platform/server/http/app.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { openLog } from '#platform/server/log.ts'
import type { Services } from '#platform/server/services.ts'
import { openWorld, PROVINCE, type Person, type World } from '../world.ts'
import { openProxy } from './cuttable-proxy.ts'
import { idleWorkers } from '#platform/server/workers/testing.ts'

/** The sentence that a person reads while the database is away. */
const SENTENCE = 'Cơ sở dữ liệu tạm thời không trả lời.'

let undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.toReversed()) await step()
  undo = []
})

const openOffice = async (database: Database): Promise<{ world: World; lan: Person }> => {
  const world = await openWorld(database)
  return { world, lan: await world.addPerson('lan', { posts: [{ role: 'committee-office' }] }) }
}

const look = async (world: World, as: Person) => {
  const reply = await world.call({ as, url: '/api/documents' })
  return { status: reply.statusCode, retry: reply.headers['retry-after'], body: reply.json<object>() }
}

/** What every page is told while the database is away. */
const away = { status: 503, retry: '5', body: { code: 'database.unavailable', title: SENTENCE } }

/** A line can only be cut where there is one. */
const servers = testDatabases().some((one) => one.name === 'server') ? ['a PostgreSQL server'] : []

describe.each(servers)('%s that goes away', () => {
  it('is said as 503 with a sentence, and everything goes on by itself when it is back', async () => {
    const url = process.env['TEST_DATABASE_URL'] ?? ''
    const made = await makeServerDatabase(url)
    undo.push(made.drop)
    const far = new URL(made.url)
    const proxy = await openProxy(far.hostname, Number(far.port || 5432))
    undo.push(proxy.close)
    const near = new URL(made.url)
    near.host = `127.0.0.1:${proxy.port}`
    const database = toDatabase(await openServer({ url: near.href, size: 3 }))
    await migrate(database, migrationsFolder)
    const { world, lan } = await openOffice(database)
    undo.push(world.close)

    expect((await look(world, lan)).status).toBe(200)
    await proxy.cut()
    for (let i = 0; i < 5; i++) expect(await look(world, lan)).toMatchObject(away)
    const health = await world.call({ url: '/health' })
    expect(health.statusCode).toBe(503)
    const write = await world.call({
      as: lan,
      method: 'POST',
      url: '/api/uploads',
      body: { name: 'a.txt', size: 10 },
    })
    expect(write.statusCode).toBe(503)

    await proxy.mend()
    expect(await look(world, lan)).toMatchObject({ status: 200, body: { total: 0 } })
    expect((await world.call({ url: '/health' })).statusCode).toBe(200)
    const events = await database.db.selectFrom('journal').select('event').execute()
    expect(events.map((row) => row.event)).not.toContain('document.upload-opened')
  })
})

describe.each(servers)('%s that ends every connection in the middle of writes', () => {
  it('loses no acknowledged write and doubles none: who sends again is answered', async () => {
    const url = process.env['TEST_DATABASE_URL'] ?? ''
    const made = await makeServerDatabase(url)
    undo.push(made.drop)
    const database = toDatabase(await openServer({ url: made.url, size: 6 }))
    await migrate(database, migrationsFolder)
    const { world, lan } = await openOffice(database)
    undo.push(world.close)
    const axe = toDatabase(await openServer({ url, size: 1 }))
    undo.push(axe.close)
    const name = new URL(made.url).pathname.slice(1)
    const endAll = async (): Promise<number> => {
      const ended = await sql<{ n: number }>`
        select count(pg_terminate_backend(pid)) as n from pg_stat_activity where datname = ${name}`.execute(
        axe.db,
      )
      return ended.rows[0]?.n ?? 0
    }

    const WRITES = 60
    let replies = 0
    let refused = 0
    let cuts = 0
    /** Sends one create until it is acknowledged, as a page does; every few answers somebody ends all lines. */
    const create = async (): Promise<string> => {
      const headers = { 'idempotency-key': randomUUID() }
      for (;;) {
        const body = { name: 'a.txt', size: 10 }
        const reply = await world.call({ as: lan, method: 'POST', url: '/api/uploads', body, headers })
        if (++replies % 5 === 0 && cuts < 12 && (await endAll()) > 0) cuts++
        if (reply.statusCode === 201) return reply.json<{ id: string }>().id
        expect(reply.json()).toMatchObject({ code: 'database.unavailable', title: SENTENCE })
        refused++
      }
    }
    const acknowledged = await Promise.all(Array.from({ length: WRITES }, create))

    expect(cuts).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(0)
    const rows = await database.db
      .withTables<{ upload: { id: string } }>()
      .selectFrom('upload')
      .select('id')
      .execute()
    expect(rows.map((row) => row.id).toSorted()).toEqual(acknowledged.toSorted())
    expect((await verifyJournal(database.db, PROVINCE)).faults).toEqual([])
    expect(await look(world, lan)).toMatchObject({ status: 200 })
  })
})

describe('a server that nobody has started', () => {
  it('is said as 503 with the same sentence, also to whoever is not signed in', async () => {
    const config = readConfig({ LOG_LEVEL: 'silent' })
    // Port 1 is nobody's.
    const database = toDatabase(await openServer({ url: 'postgres://binhan@127.0.0.1:1/binhan' }))
    undo.push(database.close)
    const services: Services = {
      config,
      clock: systemClock,
      database,
      subscriptions: new Map(),
      log: openLog(config),
      workers: idleWorkers(),
      filesDir: '',
      province: '99',
    }
    const authenticate = authenticateWith(services)
    const app = await buildApp({ services, capabilities, authenticate, webDir: undefined })
    undo.push(() => app.close())
    const ask = async (url: string) => {
      const reply = await app.inject({ url, headers: { cookie: `${SESSION_COOKIE}=x` } })
      return { status: reply.statusCode, retry: reply.headers['retry-after'], body: reply.json<object>() }
    }
    expect(await ask('/api/documents')).toMatchObject(away)
    expect(await ask('/api/session')).toMatchObject(away)
    expect(await ask('/health')).toMatchObject({ status: 503, body: { database: 'unavailable' } })
  })
})
