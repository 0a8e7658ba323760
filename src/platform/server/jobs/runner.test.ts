import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../capability.ts'
import { readConfig } from '../config.ts'
import type { Database } from '../db/db.ts'
import { testDatabases } from '../db/testing.ts'
import { inTransaction } from '../journal/journal.ts'
import { verifyJournal } from '../journal/verify.ts'
import { openLog } from '../log.ts'
import type { Services } from '../services.ts'
import { backoffSeconds, MAX_ATTEMPTS, runOne, startJobs } from './runner.ts'
import { idleWorkers } from '../workers/testing.ts'

for (const { name, open } of testDatabases()) {
  describe(`jobs on ${name}`, () => {
    let database: Database
    let services: Services
    let now = Date.parse('2026-11-21T02:00:00.000Z')
    const pass = (seconds: number): void => void (now += seconds * 1000)

    beforeAll(async () => {
      database = await open()
      services = {
        config: readConfig({}),
        clock: { now: () => new Date(now).toISOString() },
        database,
        subscriptions: new Map([['test.happened', ['listen']]]),
        log: openLog({ logLevel: 'silent' }),
        workers: idleWorkers(),
        filesDir: '',
        province: 'tinh-mau',
      }
    })
    afterAll(() => database.close())
    beforeEach(async () => {
      await sql`truncate journal, journal_head, job_delivery`.execute(database.db)
    })

    const happen = () =>
      inTransaction(
        database.db,
        services.subscriptions,
        { province: 'tinh-mau', actor: 'cli', now: services.clock.now() },
        (_tx, append) => append({ event: 'test.happened', subject: 'test:1', data: { n: 7 } }),
      )
    const jobOf = (run: Job['run']): ReadonlyMap<string, Job> =>
      new Map([['listen', { name: 'listen', on: ['test.happened'], run }]])
    const state = async () =>
      await database.db
        .selectFrom('job_delivery')
        .select(['state', 'attempts', 'last_error'])
        .executeTakeFirstOrThrow()

    it('hands the entry over once', async () => {
      await happen()
      const heard: unknown[] = []
      const jobs = jobOf(
        async (_services, entry) => void heard.push([entry.event, entry.subject, entry.data]),
      )
      expect(await runOne(services, jobs)).toBe(true)
      expect(await runOne(services, jobs)).toBe(false)
      expect(heard).toEqual([['test.happened', 'test:1', { n: 7 }]])
      expect(await state()).toEqual({ state: 'done', attempts: 1, last_error: null })
    })

    it('tries again later and later, then asks a person', async () => {
      await happen()
      const jobs = jobOf(async () => {
        throw new TypeError('hỏng')
      })
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        expect(await runOne(services, jobs)).toBe(true)
        expect(await runOne(services, jobs)).toBe(false)
        pass(backoffSeconds(attempt) - 1)
        expect(await runOne(services, jobs)).toBe(false)
        pass(1)
      }
      expect(await runOne(services, jobs)).toBe(false)
      expect(await state()).toEqual({
        state: 'quarantined',
        attempts: MAX_ATTEMPTS,
        last_error: 'TypeError: hỏng',
      })
      const events = await database.db.selectFrom('journal').select('event').orderBy('seq').execute()
      expect(events.map((row) => row.event)).toEqual(['test.happened', 'job.quarantined'])
      expect((await verifyJournal(database.db, 'tinh-mau')).faults).toEqual([])
    })

    it('does not wait for a time that only a wrong clock knew', async () => {
      const right = now
      pass(365 * 86_400)
      await happen()
      const failing = jobOf(async () => {
        throw new TypeError('hỏng')
      })
      expect(await runOne(services, failing)).toBe(true)
      now = right
      let heard = 0
      const jobs = jobOf(async () => void heard++)
      expect(await runOne(services, jobs)).toBe(true)
      expect(heard).toBe(1)
      expect(await state()).toMatchObject({ state: 'done', attempts: 2 })
    })

    it('takes over from a worker that died in the middle', async () => {
      await happen()
      // A taken delivery whose worker never came back: taken, neither done nor failed.
      await sql`update job_delivery set attempts = 1, next_at = ${services.clock.now()}::timestamptz + interval '300 s'`.execute(
        database.db,
      )
      const heard: number[] = []
      const jobs = jobOf(async (_services, entry) => void heard.push(entry.seq))
      expect(await runOne(services, jobs)).toBe(false)
      pass(301)
      expect(await runOne(services, jobs)).toBe(true)
      expect(heard).toEqual([1])
    })

    it('asks a person about a delivery that ended its worker every time', async () => {
      await happen()
      await sql`update job_delivery set attempts = ${MAX_ATTEMPTS}`.execute(database.db)
      const heard: number[] = []
      const jobs = jobOf(async (_services, entry) => void heard.push(entry.seq))
      expect(await runOne(services, jobs)).toBe(true)
      expect(heard).toEqual([])
      expect((await state()).state).toBe('quarantined')
      const events = await database.db.selectFrom('journal').select('event').orderBy('seq').execute()
      expect(events.map((row) => row.event)).toEqual(['test.happened', 'job.quarantined'])
    })

    it('lets a delivery whose worker died try its last time', async () => {
      await happen()
      await sql`update job_delivery set attempts = ${MAX_ATTEMPTS - 1}`.execute(database.db)
      const heard: number[] = []
      const jobs = jobOf(async (_services, entry) => void heard.push(entry.seq))
      expect(await runOne(services, jobs)).toBe(true)
      expect(heard).toEqual([1])
      expect((await state()).state).toBe('done')
    })

    it('quarantines a delivery whose job is gone', async () => {
      await happen()
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        await runOne(services, new Map())
        pass(backoffSeconds(attempt))
      }
      expect((await state()).state).toBe('quarantined')
    })

    it('does slow jobs beside the quick ones, as many at once as there are workers', async () => {
      const events: string[] = []
      const ends: (() => void)[] = []
      const slow: Job = {
        name: 'read',
        isSlow: true,
        on: [],
        run: () =>
          new Promise((resolve) => {
            events.push('slow begins')
            ends.push(resolve)
          }),
      }
      const quick: Job = { name: 'listen', on: [], run: async () => void events.push('quick') }
      const joined = {
        ...services,
        workers: idleWorkers(2),
        subscriptions: new Map([['test.happened', ['read', 'listen']]]),
      }
      const author = { province: 'tinh-mau', actor: 'cli', now: services.clock.now() }
      for (let i = 0; i < 3; i++)
        await inTransaction(database.db, joined.subscriptions, author, (_tx, append) =>
          append({ event: 'test.happened', subject: 'test:1', data: {} }),
        )
      const count = (event: string): number => events.filter((one) => one === event).length
      const runner = startJobs(joined, new Map([slow, quick].map((job) => [job.name, job])))
      await expect.poll(() => count('quick'), { timeout: 30_000 }).toBe(3)
      await expect.poll(() => count('slow begins'), { timeout: 30_000 }).toBe(2)
      ends.shift()?.()
      await expect.poll(() => count('slow begins'), { timeout: 30_000 }).toBe(3)
      for (const end of ends) end()
      await runner.stop()
      const left = await database.db.selectFrom('job_delivery').select('state').execute()
      expect(left.map(({ state: of }) => of)).toEqual(Array.from({ length: 6 }, () => 'done'))
    })

    it('works in the background until stopped, and stops', async () => {
      const heard: number[] = []
      let done = (): void => {}
      const both = new Promise<void>((resolve) => (done = resolve))
      const jobs = jobOf(async (_services, entry) => {
        if (heard.push(entry.seq) === 2) done()
      })
      await happen()
      const runner = startJobs(services, jobs)
      await happen()
      await both
      await runner.stop()
      expect(heard).toEqual([1, 2])
    })
  })
}
