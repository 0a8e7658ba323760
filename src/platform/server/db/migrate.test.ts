import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './db.ts'
import { listMigrations, migrate, splitStatements } from './migrate.ts'
import { migrationsFolder, testDatabases } from './testing.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })))

const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-migrations-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text)
  return folder
}
const own = Object.fromEntries(
  fs
    .readdirSync(migrationsFolder)
    .map((name) => [name, fs.readFileSync(path.join(migrationsFolder, name), 'utf8')]),
)
const next = String(Object.keys(own).length + 1).padStart(4, '0')

describe('statements', () => {
  it('are split at semicolons that end them', () => {
    const text = `-- a; b\ncreate table a (t text default ';');\n/* ; */ insert into "b;c" values ('x''y;'); do $$ begin; end $$;\n-- end`
    expect(splitStatements(text).map((statement) => statement.trim().split('\n').at(-1))).toEqual([
      `create table a (t text default ';')`,
      `/* ; */ insert into "b;c" values ('x''y;')`,
      'do $$ begin; end $$',
    ])
  })
  it('lose nothing but semicolons', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('select 1', "'a;b'", '--x;\n', '"q;"', ';', ' ')), (parts) => {
        const text = parts.join(' ')
        const words = (sql: string) => sql.replace(/--[^\n]*/gu, '').match(/select 1|'a;b'|"q;"/gu) ?? []
        expect(splitStatements(text).flatMap(words)).toEqual(words(text))
      }),
    )
  })
})

describe('a folder of migrations', () => {
  it.each([
    [{ '0002-b.sql': 'select 1' }],
    [{ '0001-a.sql': 'select 1', '0003-c.sql': 'select 1' }],
    [{ 'first.sql': 'select 1' }],
    [{ '0001-A.sql': 'select 1' }],
  ])('is refused with a gap or a strange name: %o', (files) => {
    expect(() => listMigrations(folderOf(files as Record<string, string>))).toThrow('out of order')
  })
  it('counts the same with either line end', () => {
    const hashes = ['a\nb', 'a\r\nb'].map(
      (text) => listMigrations(folderOf({ '0001-a.sql': text }))[0]?.sha256,
    )
    expect(hashes[0]).toBe(hashes[1])
  })
})

for (const { name, open } of testDatabases()) {
  describe(`migrating on ${name}`, () => {
    let database: Database
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database.close())

    it('runs nothing twice', async () => {
      expect(await migrate(database, migrationsFolder)).toEqual([])
    })

    it('rolls a failing step back as a whole', async () => {
      const folder = folderOf({ ...own, [`${next}-bad.sql`]: 'create table half (a int); select nonsense;' })
      await expect(migrate(database, folder)).rejects.toThrow(/nonsense/u)
      await expect(
        database.db
          .selectFrom('half' as never)
          .selectAll()
          .execute(),
      ).rejects.toThrow(/half/u)
    })

    it('refuses a step that changed after it ran', async () => {
      const first = Object.keys(own)[0] ?? ''
      const folder = folderOf({ ...own, [first]: `${own[first]}\n-- changed` })
      await expect(migrate(database, folder)).rejects.toMatchObject({
        kind: { code: 'database.changed-migration' },
      })
    })

    it('goes forward, and then an older release refuses the data', async () => {
      const folder = folderOf({ ...own, [`${next}-more.sql`]: 'create table more (a int);' })
      expect(await migrate(database, folder)).toEqual(['more'])
      await expect(migrate(database, migrationsFolder)).rejects.toMatchObject({
        kind: { code: 'database.newer-schema' },
      })
    })
  })
}
