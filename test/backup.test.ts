import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dump } from '#platform/server/backup/dump.ts'
import type { Manifest } from '#platform/server/backup/manifest.ts'
import { makeAnew, restore } from '#platform/server/backup/restore.ts'
import { systemClock } from '#platform/server/clock.ts'
import { readConfig } from '#platform/server/config.ts'
import type { Database } from '#platform/server/db/db.ts'
import { migrationsFolder, testDatabases, type TestDatabase } from '#platform/server/db/testing.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { openLog } from '#platform/server/log.ts'
import type { Services } from '#platform/server/services.ts'
import { idleWorkers } from '#platform/server/workers/testing.ts'

const noProgress = (): void => {}
const all = testDatabases()
// A backup made on one database must open on the other: that is how an office moves to a server.
const pairs: [TestDatabase, TestDatabase][] = all.flatMap((from) =>
  all.map((to): [TestDatabase, TestDatabase] => [from, to]),
)

const open = async (database: TestDatabase, filesDir: string): Promise<Services> => ({
  config: readConfig({ LOG_LEVEL: 'silent' }),
  clock: systemClock,
  database: await database.open(),
  subscriptions: new Map([['test.happened', ['some-job']]]),
  log: openLog({ logLevel: 'silent' }),
  workers: idleWorkers(),
  filesDir,
  province: 'tinh-mau',
})

for (const [from, to] of pairs) {
  describe(`backup from ${from.name} restored to ${to.name}`, () => {
    let folder: string
    let source: Services
    let target: Services
    beforeAll(async () => {
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-backup-'))
      source = await open(from, path.join(folder, 'files-source'))
      target = await open(to, path.join(folder, 'files-target'))
      const author = { province: 'tinh-mau', actor: 'cli', now: '2026-11-21T02:00:00.123Z' }
      await inTransaction(source.database.db, source.subscriptions, author, async (tx, append) => {
        await tx
          .insertInto('installation')
          .values({ province: 'tinh-mau', name: 'Tỉnh Mẫu', opened_at: author.now, sample: true })
          .execute()
        for (let i = 0; i < 1_234; i++) {
          await append({
            event: 'test.happened',
            subject: `test:${i}`,
            data: { text: 'đường “ĐT.242”\n\\', i },
          })
        }
      })
      const bytes = Buffer.from('nội dung tệp gốc')
      const name = createHash('sha256').update(bytes).digest('hex')
      fs.mkdirSync(path.join(source.filesDir, name.slice(0, 2)), { recursive: true })
      fs.writeFileSync(path.join(source.filesDir, name.slice(0, 2), name), bytes)
      await dump(source, path.join(folder, 'backup'), noProgress)
    })
    afterAll(async () => {
      await source.database.close()
      await target.database.close()
      fs.rmSync(folder, { recursive: true })
    })
    const countRows = async (database: Database): Promise<number[]> => {
      const journal = await database.db
        .selectFrom('journal')
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      const jobs = await database.db
        .selectFrom('job_delivery')
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return [journal.n, jobs.n]
    }
    const damagedCopy = (change: (copy: string) => void): string => {
      const copy = fs.mkdtempSync(path.join(folder, 'damaged-'))
      fs.cpSync(path.join(folder, 'backup'), copy, { recursive: true })
      change(copy)
      return copy
    }

    // In this order: whatever is refused must leave the place as empty as the last test needs it.
    const damages: [string, (copy: string) => void][] = [
      ['without a manifest', (copy) => fs.rmSync(path.join(copy, 'manifest.json'))],
      ['with a missing table', (copy) => fs.rmSync(path.join(copy, 'tables/journal.ndjson.gz'))],
      [
        'with a changed row',
        (copy) => {
          const file = path.join(copy, 'tables/journal.ndjson.gz')
          fs.writeFileSync(
            file,
            gzipSync(gunzipSync(fs.readFileSync(file)).toString().replace('"cli"', '"clj"')),
          )
        },
      ],
      [
        'with a cut table',
        (copy) => {
          const file = path.join(copy, 'tables/journal.ndjson.gz')
          fs.writeFileSync(file, fs.readFileSync(file).subarray(0, 400))
        },
      ],
      ['with a lost file', (copy) => fs.rmSync(path.join(copy, 'files'), { recursive: true })],
      [
        'with a changed file',
        (copy) => {
          const files = fs.readdirSync(path.join(copy, 'files'), { recursive: true, withFileTypes: true })
          const file = files.find((entry) => entry.isFile())
          fs.writeFileSync(path.join(file?.parentPath ?? '', file?.name ?? ''), 'khác')
        },
      ],
    ]
    for (const [what, change] of damages) {
      it(`refuses a backup ${what} and leaves the place empty`, async () => {
        const copy = damagedCopy(change)
        await expect(restore(target, copy, noProgress, migrationsFolder)).rejects.toMatchObject({
          kind: { code: 'backup.damaged' },
        })
        expect(await countRows(target.database)).toEqual([0, 0])
      })
    }

    it('brings back every row and file, and the journal verifies', async () => {
      await restore(target, path.join(folder, 'backup'), noProgress, migrationsFolder)
      expect(await countRows(target.database)).toEqual([1_234, 1_234])
      expect((await verifyJournal(target.database.db, 'tinh-mau')).faults).toEqual([])
      const names = fs.readdirSync(target.filesDir, { recursive: true })
      expect(names).toEqual(fs.readdirSync(source.filesDir, { recursive: true }))
    })

    it('refuses a place that has data and changes nothing there', async () => {
      await expect(
        restore(target, path.join(folder, 'backup'), noProgress, migrationsFolder),
      ).rejects.toMatchObject({
        kind: { code: 'backup.target-not-empty' },
      })
      expect(await countRows(target.database)).toEqual([1_234, 1_234])
    })

    it('goes on numbering where the source stopped', async () => {
      const author = { province: 'tinh-mau', actor: 'cli', now: systemClock.now() }
      const seq = await inTransaction(target.database.db, target.subscriptions, author, (_tx, append) =>
        append({ event: 'test.happened', subject: 'test:after', data: {} }),
      )
      expect(seq).toBe(1_235)
      expect(await countRows(target.database)).toEqual([1_235, 1_235])
    })
  })
}

describe.each(all)('a backup of an earlier release restored to $name', (database) => {
  let written: Manifest
  let folder: string
  let source: Services
  let target: Services
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-backup-'))
    source = await open(database, path.join(folder, 'files-source'))
    target = await open(database, path.join(folder, 'files-target'))
    // Written by a release that knew the first five steps.
    await makeAnew(source.database, migrationsFolder, 5)
    await sql`
      with made as (
        insert into programme (id, province, document_id, acceptance, state, years, outline, findings, search,
          created_at, version)
        values (gen_random_uuid(), 'tinh-mau', gen_random_uuid(), 1, 'active', '{}', '[]', '[]', '', now(), 1)
        returning id
      )
      insert into programme_item (id, province, programme_id, kind, position, path, spans, certainty, origin,
        source_note, edited, search, version)
      select gen_random_uuid(), 'tinh-mau', id, kind, 1, '', '[]', 'stated', 'hand', 'họp', false,
        'xoa diem den tai nan', 1
      from made, unnest(array['task', 'target', 'deadline']) kind`.execute(source.database.db)
    written = await dump(source, path.join(folder, 'backup'), noProgress)
  })
  afterAll(async () => {
    await source.database.close()
    await target.database.close()
    fs.rmSync(folder, { recursive: true })
  })

  const listSteps = async (): Promise<number[]> =>
    (
      await target.database.db.selectFrom('schema_migration').select('number').orderBy('number').execute()
    ).map((row) => row.number)

  it('leaves the place empty and of this release when it is damaged', async () => {
    const before = await listSteps()
    const copy = path.join(folder, 'damaged')
    fs.cpSync(path.join(folder, 'backup'), copy, { recursive: true })
    fs.rmSync(path.join(copy, 'tables/programme.ndjson.gz'))
    await expect(restore(target, copy, noProgress, migrationsFolder)).rejects.toMatchObject({
      kind: { code: 'backup.damaged' },
    })
    expect(await listSteps()).toEqual(before)
    const { rows } = await sql`select 1 from programme_item`.execute(target.database.db)
    expect(rows).toEqual([])
  })

  it('gets what the later steps make of its rows', async () => {
    const before = await listSteps()
    expect(written.schema).toBe(5)
    await restore(target, path.join(folder, 'backup'), noProgress, migrationsFolder)
    expect(await listSteps()).toEqual(before)
    const { rows } = await sql`
      select item.kind, terms.agencies from programme_item_terms terms
      join programme_item item on item.id = terms.item_id
      where terms.terms @@ 'diem & nan'::tsquery order by item.kind`.execute(target.database.db)
    expect(rows).toEqual([
      { kind: 'target', agencies: ['*'] },
      { kind: 'task', agencies: [] },
    ])
  })

  it('is refused where there is data, and nothing there is lost', async () => {
    await expect(
      restore(target, path.join(folder, 'backup'), noProgress, migrationsFolder),
    ).rejects.toMatchObject({ kind: { code: 'backup.target-not-empty' } })
    const { rows } = await sql`select 1 from programme_item`.execute(target.database.db)
    expect(rows).toHaveLength(3)
  })
})
