import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { MANIFEST } from '../backup/manifest.ts'
import { readConfig } from '../config.ts'
import type { Database } from '../db/db.ts'
import { testDatabases } from '../db/testing.ts'
import { parseSeal } from '../journal/seal.ts'
import { verifyJournal } from '../journal/verify.ts'
import { openLog } from '../log.ts'
import type { Services } from '../services.ts'
import { runDue } from './daily.ts'
import { listDailyTasks } from './tasks.ts'
import { idleWorkers } from '../workers/testing.ts'

for (const { name, open } of testDatabases()) {
  describe(`daily work on ${name}`, () => {
    let database: Database
    let folder: string
    let now = '2026-11-21T00:00:00.000Z'
    const services = (environment: Record<string, string>): Services => {
      const config = readConfig({ DATA_DIR: folder, ...environment })
      return {
        config,
        clock: { now: () => now },
        database,
        subscriptions: new Map(),
        log: openLog({ logLevel: 'silent' }),
        workers: idleWorkers(),
        filesDir: path.join(folder, 'files'),
        province: 'tinh-mau',
      }
    }
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database.close())
    beforeEach(async () => {
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-daily-'))
      await sql`truncate journal, journal_head`.execute(database.db)
    })
    const run = (environment: Record<string, string>) => {
      const given = services(environment)
      return runDue(given, listDailyTasks(given.config))
    }
    const backups = () => fs.readdirSync(path.join(folder, 'backups')).toSorted()

    it('does nothing that nobody asked for', async () => {
      await run({})
      expect(fs.readdirSync(folder)).toEqual([])
    })

    it('backs up once a day of Vietnam, at its hour or after', async () => {
      const environment = { BACKUP_DIR: path.join(folder, 'backups'), BACKUP_HOUR: '8', BACKUP_KEEP: '2' }
      now = '2026-11-21T00:59:00.000Z' // 7:59 in Vietnam
      await run(environment)
      expect(fs.existsSync(path.join(folder, 'backups'))).toBe(false)
      now = '2026-11-21T01:00:00.000Z' // 8:00
      await run(environment)
      await run(environment)
      now = '2026-11-21T16:59:00.000Z' // still the 21st in Vietnam
      await run(environment)
      expect(backups()).toEqual(['binhan-2026-11-21-010000'])
      now = '2026-11-22T05:00:00.000Z'
      await run(environment)
      now = '2026-11-23T05:00:00.000Z'
      await run(environment)
      expect(backups()).toEqual(['binhan-2026-11-22-050000', 'binhan-2026-11-23-050000'])
      expect(fs.existsSync(path.join(folder, 'backups', backups()[0] ?? '', MANIFEST))).toBe(true)
    })

    it('goes on backing up when the clock had run ahead and is right again', async () => {
      const environment = { BACKUP_DIR: path.join(folder, 'backups'), BACKUP_HOUR: '2' }
      now = '2027-11-21T05:00:00.000Z'
      await run(environment)
      now = '2026-11-24T05:00:00.000Z'
      await run(environment)
      await run(environment)
      now = '2026-11-25T05:00:00.000Z'
      await run(environment)
      expect(backups()).toEqual([
        'binhan-2026-11-24-050000',
        'binhan-2026-11-25-050000',
        'binhan-2027-11-21-050000',
      ])
    })

    it('mails the seal, and the seal fits the journal', async () => {
      now = '2026-11-21T02:00:00.000Z'
      await run({ SEAL_MAIL_TO: 'luu-tru@tinhmau.test' })
      await run({ SEAL_MAIL_TO: 'luu-tru@tinhmau.test' })
      const letters = fs.readdirSync(path.join(folder, 'outbox'))
      expect(letters).toHaveLength(1)
      const text = fs.readFileSync(path.join(folder, 'outbox', letters[0] ?? ''), 'utf8')
      const decoded = /base64/u.test(text)
        ? Buffer.from(text.split('\r\n\r\n')[1] ?? '', 'base64').toString()
        : text.replaceAll('=\r\n', '').replaceAll('=22', '"')
      const seal = parseSeal(/\{.*\}/u.exec(decoded)?.[0] ?? '')
      expect(seal).toMatchObject({ province: 'tinh-mau', seq: 0 })
      expect((await verifyJournal(database.db, 'tinh-mau', seal)).faults).toEqual([])
    })

    it('tries a failed task again at the next look', async () => {
      now = '2026-11-21T20:00:00.000Z'
      fs.writeFileSync(path.join(folder, 'file'), '')
      await run({ BACKUP_DIR: path.join(folder, 'file') })
      expect((await verifyJournal(database.db, 'tinh-mau')).entries).toBe(0)
      await run({ BACKUP_DIR: path.join(folder, 'backups') })
      expect(backups()).toHaveLength(1)
    })
  })
}
