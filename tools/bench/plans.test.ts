import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '#apps/server/testing.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { explaining, type Explained } from './plans.ts'
import { seedArchive, type Seeded } from './seed.ts'

/** Tables with many rows for each plan, or whose values are unpacked to be compared; of the others reading all is cheap. */
const BIG = /^(?:document_search|programme_(?:item|item_terms|task|target|deadline|reporting|party))$/u

const DOCUMENTS = 1000
const DUTIES = 8

describe.each(testDatabases())('plans of the searches on the $name database', (test) => {
  let server: TestServer
  let seeded: Seeded
  let asked: Explained[]
  beforeAll(async () => {
    server = await startTestServer({
      name: test.name,
      open: async () => {
        const explained = explaining(await test.open())
        asked = explained.asked
        return explained.database
      },
    })
    seeded = await seedArchive(server.services, server.app, 'who=lan', DOCUMENTS, DUTIES)
  })
  afterAll(() => server.close())
  beforeEach(() => void asked.splice(0))

  const scanned = (): string[] =>
    asked.flatMap(({ sql, nodes }) =>
      nodes
        .filter((node) => node['Node Type'] === 'Seq Scan' && BIG.test(node['Relation Name'] ?? ''))
        .map((node) => `${node['Relation Name']} in ${sql}`),
    )
  const used = (): string[] => asked.flatMap(({ nodes }) => nodes.map((node) => node['Index Name'] ?? ''))
  const find = async (address: string, q: string, as: 'lan' | 'minh' = 'lan') => {
    const { status, body } = await server.call('GET', `${address}?q=${encodeURIComponent(q)}`, { as })
    expect(status).toBe(200)
    return body.items as readonly { readonly id: string; readonly programme: string }[]
  }

  it('has an archive large enough for the planner to weigh', () => {
    expect(seeded.documents).toBe(DOCUMENTS)
    expect(seeded.items).toBeGreaterThan(20_000)
  })

  it.each(['an toàn giao thông', 'Công an tỉnh chủ trì', 'quoc lo', '1205/KH-UBND', 'không có ở đâu cả'])(
    'finds “%s” in the archive by the index',
    async (q) => {
      await find('/api/documents', q)
      expect(used()).toContain('document_search_terms')
      expect(scanned()).toEqual([])
    },
  )

  it.each(['an toàn giao thông', 'Công an tỉnh chủ trì', 'so'])(
    'meets the common “%s” on a walk from the newest plan on',
    async (q) => {
      expect(await find('/api/programmes/search', q)).toHaveLength(50)
      expect(used()).toContain('programme_newest')
      expect(used()).toContain('programme_item_terms_order')
      expect(scanned()).toEqual([])
    },
  )

  it.each(['ĐT.9999', 'cầu treo suối', 'phà Tam Kỳ'])('asks the index for the rare “%s”', async (q) => {
    expect((await find('/api/programmes/search', q)).length).toBe(0)
    expect(used()).toContain('programme_item_terms_found')
    expect(scanned()).toEqual([])
  })

  it('looks for the tasks of one agency in the same way', async () => {
    expect(await find('/api/programmes/search', 'an toàn giao thông', 'minh')).toHaveLength(50)
    await find('/api/programmes/search', 'cầu treo suối', 'minh')
    expect(scanned()).toEqual([])
  })

  it('opens a plan without reading the others', async () => {
    const [programme = ''] = seeded.programmes
    for (const part of ['', '/tasks', '/targets', '/outline', '/by-agency']) {
      expect((await server.call('GET', `/api/programmes/${programme}${part}`)).status).toBe(200)
    }
    expect(scanned()).toEqual([])
  })

  it('notices a table that is read whole', async () => {
    const { db } = server.services.database
    await db
      .selectFrom('programme_party' as 'journal')
      .select((one) => one.fn.countAll().as('n'))
      .execute()
    expect(scanned()).toHaveLength(1)
  })
})
