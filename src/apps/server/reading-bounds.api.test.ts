import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf, runCommand } from '#apps/cli/testing.ts'
import { isRefusal } from '#capabilities/documents/formats/extracted-text.ts'
import { readFile } from '#capabilities/documents/server/read-file.ts'
import { readConfig } from '#platform/server/config.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { runOne } from '#platform/server/jobs/runner.ts'
import type { Services } from '#platform/server/services.ts'
import type { Workers } from '#platform/server/workers/pool.ts'
import { allJobs } from './open.ts'
import { duties, planText } from './plan-testing.ts'
import { startTestServer, upload, type TestServer } from './testing.ts'
import { openAppWorkers } from './workers.ts'

const jobs = new Map(allJobs.map((job) => [job.name, job]))
/** A plan that takes some seconds to read. */
const long = (number: string): Buffer =>
  Buffer.from(planText(Array.from({ length: 400 }, () => duties).flat(), { number }))

/** Listens to what the workers say on their way. */
const listen = (workers: Workers, hear: () => void): Workers => ({
  ...workers,
  run: (task, input, onNote) =>
    workers.run(task, input, (note) => {
      hear()
      onNote?.(note)
    }),
})

describe.each(testDatabases())('the bounds of a reading, on the $name database', (database) => {
  let server: TestServer
  let patient: Services
  beforeAll(async () => {
    server = await startTestServer(database, { READ_TIMEOUT_MS: '40' })
    patient = { ...server.services, workers: openAppWorkers(readConfig({})) }
  })
  afterAll(async () => {
    await patient.workers.close()
    await server.close()
  })
  const send = async (bytes: Uint8Array): Promise<string> =>
    (await upload(server, 'ke-hoach.txt', bytes)).body.document as string
  const show = async (id: string) => (await server.call('GET', `/api/documents/${id}`)).body

  it('refuse a document that takes too long, keep it, and say where it stopped and what to do', async () => {
    const bytes = long('31/KH-UBND')
    const id = await send(bytes)
    await server.work()
    const document = await show(id)
    expect(document).toMatchObject({ state: 'refused' })
    expect(document.refusedReason).toMatch(
      /^Đọc tệp quá lâu nên đã dừng\. Dừng ở bước: \p{L}[^;]+; mức cho phép là 0,04 giây\. Nhập nhiệm vụ bằng tay/u,
    )
    const original = await server.call('GET', `/api/documents/${id}/file`)
    expect(original.bytes).toEqual(bytes)
    const stuck = await server.services.database.db.selectFrom('job_delivery').selectAll().execute()
    expect(stuck.filter(({ state }) => state !== 'done')).toEqual([])
  })

  it('let it be read again when they are wider, and the server answers meanwhile', async () => {
    const id = await send(long('32/KH-UBND'))
    await server.work()
    const { version } = await server.call('GET', `/api/documents/${id}`)
    const asked = await server.call('POST', `/api/documents/${id}/read-again`, { version: version ?? 0 })
    expect(asked.status).toBe(200)
    const events: string[] = []
    const workers = listen(patient.workers, () => {
      if (events.length > 0) return
      events.push('begun')
      void server.call('GET', '/health').then(({ status }) => events.push(`health ${status}`))
    })
    while (await runOne({ ...patient, workers }, jobs));
    events.push('read')
    expect(events).toEqual(['begun', 'health 200', 'read'])
    expect(await show(id)).toMatchObject({ state: 'read', number: '32/KH-UBND' })
  })

  it('leave a document waiting whose reading was cut off, and the next try reads it', async () => {
    const id = await send(long('33/KH-UBND'))
    const cut = openAppWorkers(readConfig({}))
    const workers = listen(cut, () => void cut.close())
    expect(await runOne({ ...patient, workers }, jobs)).toBe(true)
    expect(await show(id)).toMatchObject({ state: 'received' })
    expect(await runOne(patient, jobs)).toBe(false)
    server.pass(3)
    while (await runOne(patient, jobs));
    expect(await show(id)).toMatchObject({ state: 'read', number: '33/KH-UBND' })
  })

  it('let an import end when the server stops; the document waits for the next start', async () => {
    const folder = server.services.config.dataDir
    fs.writeFileSync(path.join(folder, '34.txt'), planText(duties, { number: '34/KH-UBND' }))
    const closed = openAppWorkers(readConfig({}))
    await closed.close()
    const said = await runCommand({ ...patient, workers: closed }, ['import', '34.txt', '--json'], folder)
    expect(said.code).toBe(0)
    const [row] = jsonOf(said)
    expect(row).toMatchObject({ state: 'received' })
    while (await runOne(patient, jobs));
    expect(await show(row.document as string)).toMatchObject({ state: 'read', number: '34/KH-UBND' })
  })
})

describe('the memory of a reading', () => {
  const workers = openAppWorkers(readConfig({ READ_MEMORY_MB: '64' }))
  const read = (name: string, bytes: Uint8Array) => readFile(workers, { name, bytes, register: undefined })
  afterAll(() => workers.close())

  it('is bounded: what needs more is refused, and the next document is read', async () => {
    const file = await read('dai.txt', Buffer.from('- a\n'.repeat(2_000_000)))
    const refused = isRefusal(file) ? file : file.structure.refused
    expect(refused).toMatchObject({ code: 'formats.out-of-memory' })
    expect(refused?.reason).toContain('mức cho phép là 64 MB.')
    const next = await read('ke-hoach.txt', Buffer.from(planText(duties)))
    expect(isRefusal(next) ? next : next.structure).toMatchObject({ refused: null })
  })
})
