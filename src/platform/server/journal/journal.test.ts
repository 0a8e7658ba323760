import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../db/db.ts'
import { testDatabases } from '../db/testing.ts'
import { inTransaction, type Author } from './journal.ts'
import { makeSeal, parseSeal } from './seal.ts'
import { verifyJournal } from './verify.ts'

const author: Author = { province: 'tinh-mau', actor: 'cli', now: '2026-11-21T02:00:00.000Z' }

for (const { name, open } of testDatabases()) {
  describe(`journal on ${name}`, () => {
    let database: Database
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database.close())
    beforeEach(async () => {
      await sql`truncate journal, journal_head, job_delivery`.execute(database.db)
    })

    const write = (
      count: number,
      over: Partial<Author> = {},
      jobs: ReadonlyMap<string, string[]> = new Map(),
    ) =>
      inTransaction(database.db, jobs, { ...author, ...over }, async (_tx, append) => {
        let seq = 0
        for (let i = 0; i < count; i++) {
          seq = await append({
            event: 'test.happened',
            subject: `test:${i}`,
            data: { number: i, nested: { b: 1, a: [null, 'đ'] } },
          })
        }
        return seq
      })
    const verify = (seal?: { seq: number; hash: string }) => verifyJournal(database.db, 'tinh-mau', seal)

    it('numbers from one without gaps and verifies', async () => {
      expect(await write(3)).toBe(3)
      expect(await write(2)).toBe(5)
      expect(await verify()).toMatchObject({ entries: 5, faults: [] })
    })

    it('keeps one chain a province', async () => {
      await write(2)
      await write(3, { province: 'lang-son' })
      expect(await verify()).toMatchObject({ entries: 2, faults: [] })
      expect(await verifyJournal(database.db, 'lang-son')).toMatchObject({ entries: 3, faults: [] })
    })

    it('keeps its numbers in one chain when many write at once', async () => {
      await Promise.all(Array.from({ length: 12 }, () => write(2)))
      expect(await verify()).toMatchObject({ entries: 24, faults: [] })
    })

    it('rolls the change back with its entries', async () => {
      const failing = inTransaction(database.db, new Map(), author, async (_tx, append) => {
        await append({ event: 'test.happened', subject: 'test:x', data: {} })
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      expect(await verify()).toMatchObject({ entries: 0, faults: [] })
    })

    it('refuses a write that says nothing', async () => {
      await expect(inTransaction(database.db, new Map(), author, async () => 1)).rejects.toThrow(
        'must append',
      )
    })

    it('does not run backwards when the clock does', async () => {
      await write(1)
      await write(1, { now: '2026-11-20T02:00:00.000Z' })
      const rows = await database.db.selectFrom('journal').select('at').orderBy('seq').execute()
      expect(rows.map((row) => row.at)).toEqual([author.now, author.now])
      expect((await verify()).faults).toEqual([])
    })

    it('queues each subscribed job once', async () => {
      await write(2, {}, new Map([['test.happened', ['first', 'second']]]))
      const rows = await database.db
        .selectFrom('job_delivery')
        .select(['seq', 'job', 'state'])
        .orderBy('id')
        .execute()
      expect(rows).toHaveLength(4)
      expect(rows.every((row) => row.state === 'waiting')).toBe(true)
    })

    const attacks: [string, () => Promise<unknown>, string, number][] = [
      [
        'a changed field',
        () => sql`update journal set data = '{"number": 9}' where seq = 3`.execute(database.db),
        'changed',
        3,
      ],
      [
        'a changed actor',
        () => sql`update journal set actor = 'x' where seq = 2`.execute(database.db),
        'changed',
        2,
      ],
      [
        'a changed hour',
        () => sql`update journal set at = at + interval '1 ms' where seq = 5`.execute(database.db),
        'changed',
        5,
      ],
      ['a lost row', () => sql`delete from journal where seq = 2`.execute(database.db), 'gap', 2],
      ['a cut tail', () => sql`delete from journal where seq >= 4`.execute(database.db), 'cut-tail', 4],
      ['an emptied journal', () => sql`delete from journal`.execute(database.db), 'cut-tail', 1],
      ['a lost head', () => sql`delete from journal_head`.execute(database.db), 'head-lost', 5],
    ]
    for (const [what, attack, kind, seq] of attacks) {
      it(`finds ${what} and names the row`, async () => {
        await write(5)
        await attack()
        expect((await verify()).faults[0]).toMatchObject({ kind, seq })
      })
    }

    it('finds by the seal what was cut together with its head', async () => {
      await write(5)
      const seal = await makeSeal(database.db, 'tinh-mau', author.now)
      await sql`delete from journal where seq > 3`.execute(database.db)
      await sql`update journal_head set seq = 3, hash = (select hash from journal where seq = 3)`.execute(
        database.db,
      )
      expect((await verify()).faults).toEqual([])
      expect((await verify(seal)).faults[0]).toMatchObject({ kind: 'cut-tail', seq: 4 })
    })

    it('finds by the seal a journal written anew', async () => {
      await write(4)
      const seal = await makeSeal(database.db, 'tinh-mau', author.now)
      await sql`truncate journal, journal_head`.execute(database.db)
      await write(6, { actor: 'somebody-else' })
      expect((await verify()).faults).toEqual([])
      expect((await verify(seal)).faults).toMatchObject([{ kind: 'rewritten', seq: 4 }])
    })

    it('keeps an old seal valid while the journal grows', async () => {
      await write(3)
      const seal = await makeSeal(database.db, 'tinh-mau', author.now)
      await write(4)
      expect((await verify(seal)).faults).toEqual([])
    })
  })
}

describe('a seal as text', () => {
  it('is read back', () => {
    const seal = { province: 'a', seq: 3, hash: 'f'.repeat(64), sealedAt: '2026-11-21T02:00:00.000Z' }
    expect(parseSeal(JSON.stringify(seal))).toEqual(seal)
  })
  it.each(['', 'x', '{}', '{"province":"a","seq":1.5,"hash":"x","sealedAt":"y"}', '[]', 'null'])(
    'is refused: %s',
    (text) => {
      expect(parseSeal(text)).toBeUndefined()
    },
  )
})
