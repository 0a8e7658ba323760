import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './db.ts'
import { testDatabases } from './testing.ts'
import { json } from './values.ts'

for (const { name, open } of testDatabases()) {
  describe(`values on ${name}`, () => {
    let database: Database
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database.close())

    it('gives each type the one meaning of the product', async () => {
      const { rows } = await sql<Record<string, unknown>>`
        select 9007199254740991::int8 as big, count(*) as counted, 1.50::numeric as money, true as yes,
          date '2026-02-28' as day, timestamptz '2026-11-21 09:00:00.5+07' as instant,
          ${json([1, { a: 'ô tô' }])}::jsonb as tree, '\\x00ff'::bytea as bytes,
          array['a', null, 'b,"c']::text[] as words, null::text as nothing, 0.5::float8 as half,
          '6f1c0000-0000-4000-8000-000000000000'::uuid as id`.execute(database.db)
      expect(rows[0]).toEqual({
        big: 9007199254740991,
        counted: 1,
        money: '1.50',
        yes: true,
        day: '2026-02-28',
        instant: '2026-11-21T02:00:00.500Z',
        tree: [1, { a: 'ô tô' }],
        bytes: new Uint8Array([0, 255]),
        words: ['a', null, 'b,"c'],
        nothing: null,
        half: 0.5,
        id: '6f1c0000-0000-4000-8000-000000000000',
      })
    })

    it('refuses an int8 that would lose digits', async () => {
      await expect(sql`select 9007199254740993::int8`.execute(database.db)).rejects.toThrow(RangeError)
    })

    it('takes parameters of every kind', async () => {
      const given = { words: ['Sở "Xây dựng"', 'a\\b', null], flag: false, bytes: new Uint8Array([1, 2]) }
      const { rows } = await sql<Record<string, unknown>>`
        select ${given.words}::text[] as words, ${given.flag}::bool as flag, ${given.bytes}::bytea as bytes,
          ${new Date(0)}::timestamptz as instant, ${12}::int as n`.execute(database.db)
      expect(rows[0]).toEqual({ ...given, instant: '1970-01-01T00:00:00.000Z', n: 12 })
    })

    it('names the broken constraint', async () => {
      const row = { province: 'xx', name: 'x', opened_at: '2026-01-01T00:00:00Z', sample: false }
      const insert = () => database.db.insertInto('installation').values(row).execute()
      await insert()
      await expect(insert()).rejects.toMatchObject({ code: '23505', constraint: 'installation_pk' })
    })

    it('has PostGIS', async () => {
      const { rows } = await sql<{ metres: number }>`
        select st_distance(st_point(106.76, 21.85)::geography, st_point(106.76, 21.86)::geography) as metres`.execute(
        database.db,
      )
      expect(rows[0]?.metres).toBeCloseTo(1107.3, 0)
    })
  })
}
