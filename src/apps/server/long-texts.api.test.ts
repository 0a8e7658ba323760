import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { duties, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type TestServer } from './testing.ts'

/** More words than one vector of the index takes, and more signs than one statement should bring. */
const MARKERS = 30_000
const marker = (i: number): string => `Mẫu${i}Thượng`
const numbered = Array.from({ length: MARKERS }, (_, i) => `Cọc tiêu ${marker(i + 1)} dựng bên phải tuyến.`)
const text = planText(duties).replace('III. NHIỆM VỤ', `${numbered.join('\n')}\nIII. NHIỆM VỤ`)

/** No part of the index holds them all. */
const farApart = `${marker(7)} ${marker(15_001)} ${marker(MARKERS)} cấp cứu`

describe.each(testDatabases())('a very long text on the $name database', (database) => {
  let server: TestServer
  let document: string
  beforeAll(async () => {
    server = await startTestServer(database)
    await takeIn(server, planText(duties, { number: '16/KH-UBND' }), 'ke-hoach-ngan.txt')
    document = await takeIn(server, text, 'ke-hoach-dai.txt')
  })
  afterAll(() => server.close())

  const get = async (url: string) => (await server.call('GET', url)).body
  const find = async (words: string): Promise<string[]> =>
    (await get(`/api/documents?q=${encodeURIComponent(words)}`)).items.map((one: { id: string }) => one.id)
  const register = async (sender: string) => {
    const { version = 0 } = await server.call('GET', `/api/documents/${document}`)
    const edited = await server.call('PATCH', `/api/documents/${document}/register`, {
      body: { sender },
      version,
    })
    expect(edited.status).toBe(200)
  }
  const rowsOf = async (table: 'document_search' | 'document_text_piece'): Promise<number> =>
    (
      await server.services.database.db
        .selectFrom(table as never)
        .selectAll()
        .execute()
    ).length

  it('is read and kept as it is', async () => {
    expect((await get(`/api/documents/${document}`)).state).not.toBe('received')
    expect((await get(`/api/documents/${document}/text`)).text).toBe(text)
    expect(await rowsOf('document_text_piece')).toBe(0)
  })

  it('is found by each of its words, wherever they stand', async () => {
    for (const i of [1, 2_000, 15_000, 22_222, MARKERS])
      expect(await find(`cọc tiêu ${marker(i)} dựng bên phải`)).toEqual([document])
    expect(await find(farApart)).toEqual([document])
    expect(await find(`${marker(7)} ${marker(MARKERS + 1)}`)).toEqual([])
    expect(await find('trực cấp cứu tai nạn')).toHaveLength(2)
  })

  it('stays found by its words when the register is edited, and by what the register says now', async () => {
    await register('Bưu điện Mẫu Thượng')
    expect(await find('bưu điện mẫu thượng')).toEqual([document])
    expect(await find(`bưu điện ${marker(MARKERS)}`)).toEqual([document])
    await register('Văn thư Mẫu Hạ')
    expect(await find('bưu điện mẫu thượng')).toEqual([])
    expect(await find(`văn thư mẫu hạ ${marker(15_001)}`)).toEqual([document])
    expect(await find(`tiêu ${marker(MARKERS)} dựng`)).toEqual([document])
  })

  it('is the same when it is read again', async () => {
    const parts = await rowsOf('document_search')
    const { version = 0 } = await server.call('GET', `/api/documents/${document}`)
    const asked = await server.call('POST', `/api/documents/${document}/read-again`, { body: {}, version })
    expect(asked.status).toBe(200)
    await server.work()
    expect(await find(farApart)).toEqual([document])
    expect((await get(`/api/documents/${document}/text`)).text).toBe(text)
    expect(await rowsOf('document_search')).toBe(parts)
  })
})
