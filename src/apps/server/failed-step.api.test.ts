import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentJobs } from '#capabilities/documents/server/jobs.ts'
import { openAgencyIndex } from '#capabilities/people/server/agency-handlers.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { runOne } from '#platform/server/jobs/runner.ts'
import { toAgencyDirectory } from './agency-directory.ts'
import { duties, planText } from './plan-testing.ts'
import { startTestServer, upload, type TestServer } from './testing.ts'

/** A step of the reader that throws: here the look into the register of agencies, which lost its list of names. */
const broken = documentJobs({
  directory: async (services) => {
    const index = await openAgencyIndex(services.database.db, services.province)
    return { ...toAgencyDirectory(index), register: { ...index, byKey: undefined } }
  },
})

describe.each(testDatabases())('a step of the reader that fails, on the $name database', (database) => {
  let server: TestServer
  let id: string
  beforeAll(async () => {
    server = await startTestServer(database)
    const sent = await upload(server, 'ke-hoach.txt', Buffer.from(planText(duties)))
    id = sent.body.document as string
    const jobs = new Map(broken.map((job) => [job.name, job]))
    while (await runOne(server.services, jobs));
  })
  afterAll(async () => await server.close())

  it('costs nothing of what the others read, and the document waits for its reviewer', async () => {
    const document = await server.call('GET', `/api/documents/${id}`)
    expect(document.body).toMatchObject({ state: 'read', number: '15/KH-UBND' })
    const review = await server.call('GET', `/api/documents/${id}/review`)
    const kinds = (review.body.proposals as { value: { kind: string } }[]).map(({ value }) => value.kind)
    // The duties of section III and the report of section IV.
    expect(kinds.filter((kind) => kind === 'task')).toHaveLength(duties.length + 1)
  })

  it('is said on the review page in plain words', async () => {
    const { body } = await server.call('GET', `/api/documents/${id}/review`)
    const [first] = body.findings as { kind: string; message: string }[]
    expect(first?.kind).toBe('stage-failed')
    expect(first?.message).toContain('Một bước đọc không chạy được: kiểm tra cơ quan trong danh bạ.')
  })

  it('is gone once the document is read again by a reader that works', async () => {
    const { version } = await server.call('GET', `/api/documents/${id}`)
    const asked = await server.call('POST', `/api/documents/${id}/read-again`, { version: version ?? 0 })
    expect(asked.status).toBe(200)
    await server.work()
    const { body } = await server.call('GET', `/api/documents/${id}/review`)
    const kinds = (body.findings as { kind: string }[]).map(({ kind }) => kind)
    expect(kinds).not.toContain('stage-failed')
    expect(kinds).toContain('agency-unknown')
  })
})
