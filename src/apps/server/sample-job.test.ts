import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { updateReviewColumns } from '#capabilities/documents/server/document-store.ts'
import { insertAction } from '#capabilities/documents/server/review-store.ts'
import { readConfig } from '#platform/server/config.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { runOne } from '#platform/server/jobs/runner.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import type { Services } from '#platform/server/services.ts'
import { chooseFiles, importSamples, openAsked } from './first-start.ts'
import { allJobs, openServices } from './open.ts'
import type { Opened } from './packs.ts'
import { SAMPLES_IMPORTED } from './sample-job.ts'

const jobs = new Map(allJobs.map((job) => [job.name, job]))
const none = { empty: false, province: undefined }

describe.each(testDatabases())('the first start of the sample on the $name database', ({ open }) => {
  let folder: string
  let services: Services
  let opened: Opened
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-sample-'))
    const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
    const bare = await openServices(config, {
      database: await open(),
      clock: { now: () => '2026-11-21T03:00:00.000Z' },
    })
    opened = await openAsked(bare, none, chooseFiles(none))
    services = opened.services
  })
  afterEach(async () => {
    await services.database.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })
  const work = async () => {
    while (await runOne(services, jobs));
  }
  const states = async () => {
    const { rows } = await sql<{ number: string; state: string; accepted_by: string | null }>`
      select number, state, accepted_by from document order by number`.execute(services.database.db)
    return rows.map((row) => [row.number, row.state, row.accepted_by])
  }

  it('shows two programmes with tasks, targets and deadlines, and leaves one plan to be reviewed', async () => {
    await importSamples(opened)
    await work()
    expect(await states()).toEqual([
      ['215/KH-UBND', 'read', null],
      ['308/KH-UBND', 'accepted', 'sample'],
      ['46/KH-BATGT', 'accepted', 'sample'],
    ])
    const { db } = services.database
    const programmes = await sql`select id from programme`.execute(db)
    expect(programmes.rows).toHaveLength(2)
    const items = await sql<{ kind: string }>`select kind from programme_item`.execute(db)
    const kinds = new Set(items.rows.map((item) => item.kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['task', 'target', 'deadline', 'reporting']))
    const waiting = await db.selectFrom('job_delivery').select('job').where('state', '!=', 'done').execute()
    expect(waiting).toEqual([])
  })

  it('is the sample’s own act in the journal, which verifies', async () => {
    await importSamples(opened)
    await work()
    const { db } = services.database
    const accepted = await db
      .selectFrom('journal')
      .select(['actor', 'event'])
      .where('event', '=', 'document.accepted')
      .execute()
    expect(accepted.map((row) => row.actor)).toEqual(['sample', 'sample'])
    expect((await verifyJournal(db, services.province)).faults).toEqual([])
  })

  it('does nothing a second time', async () => {
    await importSamples(opened)
    await work()
    const { db } = services.database
    const count = async () => (await db.selectFrom('journal').select('seq').execute()).length
    const before = await count()
    await importSamples(opened)
    const entry = await db
      .selectFrom('journal')
      .selectAll()
      .where('event', '=', SAMPLES_IMPORTED)
      .executeTakeFirstOrThrow()
    const author = { province: services.province, actor: 'system', now: services.clock.now() }
    const data = entry.data as Readonly<Record<string, unknown>>
    await jobs.get('installation.accept-samples')?.run(services, { ...entry, data }, author)
    await work()
    expect(await count()).toBe(before)
  })

  it('fails nowhere beside the reading, whichever of the two comes first', async () => {
    await importSamples(opened)
    // Everything but the reading goes first, as it does when the readings take long.
    const others = new Map([...jobs].filter(([name]) => name !== 'documents.read'))
    const lane = { slow: ['documents.read'], takesSlow: false }
    while (await runOne(services, others, lane));
    expect((await states()).map(([, state]) => state)).toEqual(['received', 'received', 'received'])
    await work()
    expect((await states()).map(([, state]) => state)).toEqual(['read', 'accepted', 'accepted'])
    const deliveries = await services.database.db
      .selectFrom('job_delivery')
      .select(['state', 'attempts', 'last_error'])
      .execute()
    for (const delivery of deliveries) {
      expect(delivery).toEqual({ state: 'done', attempts: 1, last_error: null })
    }
  })

  it('accepts as well what was read before the list was there', async () => {
    await importSamples(opened)
    const { db } = services.database
    // A start that was cut short: the documents are read, and only then the list is written.
    const listed = await db
      .selectFrom('job_delivery')
      .innerJoin('journal', (on) =>
        on.onRef('journal.seq', '=', 'job_delivery.seq').on('journal.event', '=', SAMPLES_IMPORTED),
      )
      .select('job_delivery.id')
      .executeTakeFirstOrThrow()
    const put = (state: 'done' | 'waiting') =>
      db.updateTable('job_delivery').set({ state }).where('id', '=', listed.id).execute()
    await put('done')
    const reader = new Map([...jobs].filter(([name]) => name === 'documents.read'))
    const lane = { slow: ['documents.read'], takesSlow: true }
    while (await runOne(services, reader, lane));
    await sql`update job_delivery set state = 'done' where job = 'installation.accept-samples'`.execute(db)
    await put('waiting')
    await work()
    expect((await states()).map(([, state]) => state)).toEqual(['read', 'accepted', 'accepted'])
  })

  it('leaves a plan alone that somebody has begun to review', async () => {
    await importSamples(opened)
    const { db } = services.database
    const { data } = await db
      .selectFrom('journal')
      .select('data')
      .where('event', '=', SAMPLES_IMPORTED)
      .executeTakeFirstOrThrow()
    const reader = new Map([...jobs].filter(([name]) => name === 'documents.read'))
    while (await runOne(services, reader, { slow: ['documents.read'], takesSlow: true }));
    const [first = ''] = (data as { accept: string[] }).accept
    const deed = { verb: 'accept' as const, proposals: [] }
    await db.transaction().execute(async (tx) => {
      const at = services.clock.now()
      await insertAction(tx, first, { id: randomUUID(), seq: 2, at, by: 'an', deed })
      await updateReviewColumns(tx, first, 2, { open: 1, unsure: 0, accepted: 0, dropped: 0 })
    })
    await work()
    expect((await states()).map(([, state]) => state)).toEqual(['read', 'read', 'accepted'])
  })
})
