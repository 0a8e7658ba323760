import fs from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { planText, duties } from './plan-testing.ts'
import { startTestServer, upload, type TestServer } from './testing.ts'

const page = fs.readFileSync('docs/van-hanh.md', 'utf8')
const named = [...page.matchAll(/^\s*\|\s*`((?:binhan|process|nodejs)_[a-z_]+)`/gmu)].map(
  ([, name = '']) => name,
)

describe.each(testDatabases())('the figures of the server on the $name database', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(database)
  })
  afterAll(() => server.close())

  const read = async (): Promise<string> => {
    const reply = await server.call('GET', '/metrics')
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toContain('text/plain')
    return reply.bytes.toString('utf8')
  }
  const valueOf = (text: string, line: string): number => {
    const found = text.split('\n').find((one) => one.startsWith(`${line} `))
    return Number(found?.slice(line.length + 1) ?? Number.NaN)
  }

  it('say nought while no job waits', async () => {
    await server.work()
    const text = await read()
    expect(valueOf(text, 'binhan_jobs{state="waiting"}')).toBe(0)
    expect(valueOf(text, 'binhan_jobs{state="quarantined"}')).toBe(0)
  })

  it('are there with help and type, each that the manual names', async () => {
    expect(named).toContain('binhan_jobs')
    await server.call('GET', '/api/documents')
    const text = await read()
    for (const name of named) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, 'mu'))
      expect(text).toMatch(new RegExp(`^# TYPE ${name} (?:counter|gauge|histogram)$`, 'mu'))
      expect(text).toMatch(new RegExp(`^${name}(?:_count|_bucket)?(?:\\{[^}]*\\})? [0-9.e+-]+$`, 'mu'))
    }
  })

  it('count requests by route and never by what was asked', async () => {
    await server.call('GET', '/api/documents/00000000-0000-4000-8000-000000000001')
    const text = await read()
    const line = 'route="/api/documents/:id",method="GET",status="404"'
    expect(valueOf(text, `binhan_http_request_seconds_count{${line}}`)).toBe(1)
    expect(text).not.toContain('00000000-0000-4000')
  })

  it('count the jobs that wait', async () => {
    await upload(server, 'ke-hoach.txt', Buffer.from(planText(duties)))
    expect(valueOf(await read(), 'binhan_jobs{state="waiting"}')).toBeGreaterThan(0)
    await server.work()
    expect(valueOf(await read(), 'binhan_jobs{state="waiting"}')).toBe(0)
  })

  it('count replies that nobody foresaw', async () => {
    expect(valueOf(await read(), 'binhan_http_unexpected_total')).toBe(0)
    await sql`alter table document rename to document_away`.execute(server.services.database.db)
    expect((await server.call('GET', '/api/documents')).status).toBe(500)
    expect(valueOf(await read(), 'binhan_http_unexpected_total')).toBe(1)
  })
})
