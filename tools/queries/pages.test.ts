import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTree } from '../architecture/tree.ts'
import { findDocument } from '#capabilities/documents/server/document-store.ts'
import type { Database } from '#platform/server/db/db.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { stores } from './all.ts'
import { show } from './examples.ts'
import { layOut } from './layout.ts'
import { listShown, toQueryPages } from './pages.ts'
import { ID, PROVINCE } from './values.ts'

const tree = readTree('.')

describe('the pages of queries', () => {
  it('show every store', async () => {
    const { files, faults } = await toQueryPages(tree)
    expect(faults).toEqual([])
    expect(Object.keys(files)).toContain('queries/places.sql')
    expect(Object.keys(files)).toContain('queries/documents-search.sql')
    expect(Object.keys(files)).toHaveLength(stores.length)
  })

  it('are the same however often they are written', async () => {
    expect(await toQueryPages(tree)).toEqual(await toQueryPages(tree))
  })

  it('name a store that shows nothing', async () => {
    const place = 'src/capabilities/noise/server/level-store.ts'
    const { faults } = await toQueryPages({ ...tree, files: [{ path: place, text: '', module: undefined }] })
    expect(faults).toEqual([expect.stringContaining(place)])
  })

  it('take the statements down in the order in which they are made', async () => {
    const store = show(
      'documents/server/store.ts',
      {
        findTwice: async (db: Parameters<typeof findDocument>[0], id: string) => {
          await findDocument(db, PROVINCE, id)
          await sql`select 1`.execute(db)
        },
      },
      { findTwice: { once: { given: [ID] } } },
    )
    expect(await listShown(store)).toEqual([
      {
        title: 'findTwice: once',
        statements: ['select * from "document" where "province" = $1 and "id" = $2', 'select 1'],
      },
    ])
  })

  it('do not take an example by which nothing is asked', async () => {
    const store = show(
      'documents/server/store.ts',
      { listNone: async (_db: object, ids: readonly string[]) => ids },
      { listNone: [[]] },
    )
    await expect(listShown(store)).rejects.toThrow('listNone')
  })

  it('do not show a function that fails on its example', async () => {
    const store = show(
      'documents/server/store.ts',
      { getOne: async (_db: object, _id: string) => Promise.reject(new Error('no such row')) },
      { getOne: [ID] },
    )
    await expect(listShown(store)).rejects.toThrow('no such row')
  })
})

describe.each(testDatabases())('the shown SQL on the $name database', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  it.each(stores.map((store) => [store.place, store] as const))('is understood: %s', async (_, store) => {
    const refused: string[] = []
    for (const { title, statements } of await listShown(store)) {
      for (const statement of statements.filter((one) => !/^(?:begin|commit|set local)/u.test(one))) {
        // Laid out, so that the layout is shown to change nothing that counts.
        await sql
          .raw(`prepare shown as ${layOut(statement)}`)
          .execute(database.db)
          .then(() => sql`deallocate shown`.execute(database.db))
          .catch((error: Error) => refused.push(`${title}: ${error.message}`))
      }
    }
    expect(refused).toEqual([])
  })

  it('is compared with the schema', async () => {
    await expect(
      sql.raw(`prepare shown as ${layOut('select * from "never" where "a" = $1')}`).execute(database.db),
    ).rejects.toThrow('never')
  })
})
