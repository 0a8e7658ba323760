import fs from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgencyShares, ProgrammeOutline, Task } from '#capabilities/programmes/contract.ts'
import { exportRegister } from '#capabilities/documents/server/export.ts'
import { exportProgramme } from '#capabilities/programmes/server/export.ts'
import type { Proposal } from '#capabilities/documents/domain/review-api.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { makeSamples } from './pack-files.ts'
import { openAgencies } from './plans.ts'
import { startTestServer, upload, type TestServer } from './testing.ts'

/** From a file to a followed programme, through the doors that a browser uses. */

interface Source {
  readonly file: string
  readonly bytes: Buffer
}

/** The samples of tỉnh Mẫu, as an installation of that day imports them. */
const samples = await makeSamples('tinh-mau', '2026-11-21' as PlainDate)
const own: Source[] = samples.map(({ name, bytes }) => ({ file: name, bytes: Buffer.from(bytes) }))

/** Documents of real provinces, read where they are at hand; nothing of them is kept here. */
const sharedFolder = path.join(process.env['BINHAN_SHARED'] ?? path.resolve('../shared'), 'documents')
const shared: Source[] = fs.existsSync(sharedFolder)
  ? fs
      .readdirSync(sharedFolder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => ({ file, bytes: fs.readFileSync(path.join(sharedFolder, file)) }))
  : []

describe.each(testDatabases())('a plan becomes a programme on the $name database', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(database)
  })
  afterAll(() => server.close())

  const get = async (url: string) => (await server.call('GET', url)).body

  it.each([...own, ...shared])(
    '$file: upload, read, review, accept, follow, export',
    async ({ file, bytes }) => {
      const sent = await upload(server, file, bytes, 3)
      expect(sent.status).toBe(200)
      const id = sent.body.document as string
      await server.work()

      const document = await get(`/api/documents/${id}`)
      expect(document).toMatchObject({ state: 'read', fileName: file, duplicate: null })
      expect(document.register.number).toBeGreaterThan(0)
      const { text } = await get(`/api/documents/${id}/text`)
      const original = await server.call('GET', `/api/documents/${id}/file`)
      expect(original.bytes.equals(bytes)).toBe(true)
      expect(original.headers).toMatchObject({ 'x-content-type-options': 'nosniff' })

      const review = await server.call('GET', `/api/documents/${id}/review`)
      const proposals = review.body.proposals as Proposal[]
      expect(proposals.length).toBeGreaterThan(5)
      for (const { spans } of proposals) {
        for (const { start, end } of spans) expect(start < end && end <= text.length).toBe(true)
      }

      const stated = await server.call('POST', `/api/documents/${id}/review`, {
        body: { id: crypto.randomUUID(), verb: 'accept-stated' },
        version: review.version ?? 0,
      })
      expect(stated.status).toBe(200)
      const after = (await get(`/api/documents/${id}/review`)).proposals as Proposal[]
      const open = after.filter((one) => one.state === 'open').map((one) => one.id)
      const accepted = await server.call('POST', `/api/documents/${id}/accept`, {
        body: { leaveOut: open },
        version: stated.version ?? 0,
      })
      expect(accepted.status).toBe(200)
      expect(accepted.body.accepted).toBe(after.length - open.length)
      await server.work()

      const { items } = await get(`/api/programmes?document=${id}`)
      expect(items).toHaveLength(1)
      const programme = items[0]
      expect(programme).toMatchObject({ document: id, number: document.number, state: 'active' })
      const { tasks, targets, deadlines, reporting, triggers } = programme.counts
      expect(tasks + targets + deadlines + reporting + triggers).toBe(after.length - open.length)

      const list = (await get(`/api/programmes/${programme.id}/tasks`)).items as Task[]
      expect(list).toHaveLength(tasks)
      expect(list.every((task) => task.document === id && task.spans.length > 0)).toBe(true)
      const { clauses } = (await get(`/api/programmes/${programme.id}/outline`)) as ProgrammeOutline
      expect(clauses.flatMap((clause) => clause.tasks).toSorted()).toEqual(
        list.map((task) => task.id).toSorted(),
      )
      const shares = (await get(`/api/programmes/${programme.id}/by-agency`)) as AgencyShares
      expect(shares.items.flatMap((share) => share.leads).length).toBeGreaterThanOrEqual(
        list.filter((task) => task.lead.length > 0).length,
      )

      const { services } = server
      const taken = await exportProgramme(services, await openAgencies(services), programme.id, 'tasks')
      expect((await readXlsx(taken.bytes)).sheets[0]?.rows.length).toBe(list.length + 3)
      const sheet = await server.call('GET', `/api/programmes/${programme.id}/export.xlsx?list=tasks`)
      const [page] = (await readXlsx(sheet.bytes)).sheets
      expect(page?.rows.length).toBe(list.length + 3)
    },
  )

  it('keeps a register that can be searched without marks and taken away as a sheet', async () => {
    const register = await get('/api/documents?size=100')
    expect(register.total).toBe(own.length + shared.length)
    const numbers = register.items.map((item: { register: { number: number } }) => item.register.number)
    expect(numbers.toSorted((a: number, b: number) => a - b)).toEqual(
      numbers.map((_: number, i: number) => i + 1),
    )
    const found = await get(`/api/documents?q=${encodeURIComponent('trat tu an toan giao thong')}`)
    expect(found.total).toBeGreaterThan(0)
    for (const { snippet } of found.items) {
      const [mark] = snippet.marks
      expect(snippet.text.slice(mark.start, mark.end).toLowerCase()).toMatch(/^trật\s+tự/u)
    }
    const whole = await readXlsx(await exportRegister(server.services))
    expect(whole.sheets[0]?.rows.length).toBe(own.length + shared.length + 1)
    const sheet = await server.call('GET', '/api/documents/export.xlsx')
    const [page] = (await readXlsx(sheet.bytes)).sheets
    expect(page?.rows.length).toBe(own.length + shared.length + 1)
  })

  it('leaves a journal that proves itself', async () => {
    expect((await verifyJournal(server.services.database.db, server.services.province)).faults).toEqual([])
  })
})
