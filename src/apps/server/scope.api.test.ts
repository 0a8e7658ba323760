import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { acceptAll, duties, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type TestServer } from './testing.ts'

describe.each(testDatabases())('what an agency sees of the archive on the $name database', (test) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(test)
  })
  afterAll(() => server.close())

  const parts = ['', '/text', '/structure', '/file', '/citations', '/review']
  const statuses = async (document: string, as: 'lan' | 'minh'): Promise<number[]> => {
    const found: number[] = []
    for (const part of parts) {
      found.push((await server.call('GET', `/api/documents/${document}${part}`, { as })).status)
    }
    return found
  }
  const total = async (as: 'lan' | 'minh', query = ''): Promise<number> =>
    (await server.call('GET', `/api/documents${query}`, { as })).body.total as number
  const all = (status: number): number[] => parts.map(() => status)

  it('is nothing while the office still reads, and the plan once it is accepted', async () => {
    const document = await takeIn(server, planText(duties))
    expect(await statuses(document, 'lan')).toEqual(all(200))
    expect(await statuses(document, 'minh')).toEqual(all(404))
    expect([await total('lan'), await total('minh'), await total('minh', '?state=read')]).toEqual([1, 0, 0])

    const done = await acceptAll(server, document)
    expect(done.status).toBeLessThan(300)
    expect(await statuses(document, 'minh')).toEqual(all(200))
    expect([await total('minh'), await total('minh', '?state=read')]).toEqual([1, 1])

    const next = await takeIn(server, planText(duties, { number: '16/KH-UBND' }), 'ke-hoach-16.txt')
    const compared = await server.call('GET', `/api/documents/${document}/changes?against=${next}`, {
      as: 'minh',
    })
    expect(compared.status).toBe(404)
    const sheet = await server.call('GET', '/api/documents/export.xlsx', { as: 'minh' })
    expect(sheet.status).toBe(200)
  })

  it('is gone when the plan is withdrawn', async () => {
    const [plan] = (await server.call('GET', '/api/documents', { as: 'minh' })).body.items as {
      id: string
      version: number
    }[]
    const withdrawn = await server.call('POST', `/api/documents/${plan?.id}/withdraw`, {
      body: { reason: 'Ban hành nhầm' },
      version: plan?.version ?? 0,
    })
    expect(withdrawn.status).toBe(200)
    expect([await total('minh'), await total('minh', '?withdrawn=yes')]).toEqual([0, 0])
    expect(await statuses(plan?.id ?? '', 'minh')).toEqual(all(404))
  })
})
