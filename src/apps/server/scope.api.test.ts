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

  it('is a plan that names others too, but of the work only its own (decision 0023)', async () => {
    const others = [
      'Sở Y tế tổ chức trực cấp cứu tai nạn giao thông; hoàn thành trước ngày 30/6/2026.',
      'Sở Xây dựng chủ trì sửa chữa cầu yếu; hoàn thành trước ngày 31/8/2026.',
    ]
    const text = planText(others, {
      number: '17/KH-UBND',
      subject: 'Trực cấp cứu và sửa chữa cầu năm 2026',
    }).replaceAll('Các sở, ban, ngành', 'Sở Y tế')
    const document = await takeIn(server, text, 'ke-hoach-17.txt')
    const version = (await server.call('GET', `/api/documents/${document}`)).version ?? 0
    const noted = await server.call('PATCH', `/api/documents/${document}/register`, {
      version,
      body: { note: 'Chuyển Sở Y tế xử lý' },
    })
    expect(noted.status).toBe(200)
    expect((await acceptAll(server, document)).status).toBeLessThan(300)
    await server.work()
    expect(await statuses(document, 'minh')).toEqual(all(200))
    const seen = await server.call('GET', `/api/documents/${document}`, { as: 'minh' })
    expect(seen.body.register.note).toBe('')
    expect((await server.call('GET', `/api/documents/${document}`)).body.register.note).toBe(
      'Chuyển Sở Y tế xử lý',
    )

    const plans = (await server.call('GET', '/api/programmes', { as: 'minh' })).body.items as {
      id: string
      number: string
    }[]
    const plan = plans.find(({ number }) => number === '17/KH-UBND')
    const count = async (list: string, as: 'lan' | 'minh') =>
      ((await server.call('GET', `/api/programmes/${plan?.id}/${list}`, { as })).body.items as unknown[])
        .length
    const lists = ['tasks', 'deadlines', 'reporting', 'by-agency', 'targets']
    const minh: number[] = []
    for (const list of lists) minh.push(await count(list, 'minh'))
    expect(minh).toEqual([0, 0, 0, 0, 1])
    for (const list of lists) expect(await count(list, 'lan')).toBeGreaterThan(0)
  })
})
