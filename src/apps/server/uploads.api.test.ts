import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '#capabilities/documents/server/import.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { startTestServer, upload, type TestServer } from './testing.ts'

const octets = { 'content-type': 'application/octet-stream' }
const MB = 1024 * 1024

describe.each(testDatabases())('uploads on the $name database', (database) => {
  let server: TestServer
  let address: string
  beforeAll(async () => {
    server = await startTestServer(database, { UPLOAD_LIMIT_MB: '5' })
    address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => server.close())

  const openUpload = async (size: number, name = 'kế hoạch.txt') =>
    (await server.call('POST', '/api/uploads', { body: { name, size } })).body.id as string
  const send = (id: string, offset: number, bytes: Buffer, as: 'lan' | 'tuan' = 'lan') =>
    server.call('PATCH', `/api/uploads/${id}`, {
      as,
      body: bytes,
      headers: { ...octets, 'upload-offset': String(offset) },
    })
  const look = async (id: string) => (await server.call('GET', `/api/uploads/${id}`)).body

  it('keeps what arrived before the line broke, and goes on from there', async () => {
    const bytes = randomBytes(3 * MB)
    const id = await openUpload(bytes.length)
    await new Promise<void>((resolve) => {
      const request = http.request(`${address}/api/uploads/${id}`, {
        method: 'PATCH',
        headers: { ...octets, cookie: 'who=lan', 'upload-offset': '0', 'content-length': bytes.length },
      })
      request.on('error', () => resolve())
      request.write(bytes.subarray(0, MB), () => setTimeout(() => request.destroy(), 50))
    })
    let offset = 0
    for (let tries = 0; offset === 0 && tries < 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      offset = (await look(id)).offset
    }
    expect(offset).toBeGreaterThan(0)
    expect(offset).toBeLessThanOrEqual(MB)
    const rest = await send(id, offset, bytes.subarray(offset))
    expect(rest.body).toMatchObject({ state: 'done', offset: bytes.length, duplicate: null })
    const file = await server.call('GET', `/api/documents/${rest.body.document}/file`)
    expect(file.bytes.equals(bytes)).toBe(true)
    await server.work()
  })

  it('lets who resumes not wait for the request that hangs', async () => {
    const bytes = randomBytes(2 * MB)
    const id = await openUpload(bytes.length)
    const hanging = http.request(`${address}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...octets, cookie: 'who=lan', 'upload-offset': '0', 'content-length': bytes.length },
    })
    hanging.on('error', () => {})
    await new Promise<void>((resolve) => hanging.write(bytes.subarray(0, MB), () => resolve()))
    await new Promise((resolve) => setTimeout(resolve, 50))
    // The new request may be told where to go on; it is never told to wait.
    let reply = await send(id, 0, bytes)
    if (reply.status === 409)
      reply = await send(id, reply.body.facts.offset, bytes.subarray(reply.body.facts.offset))
    expect(reply.body).toMatchObject({ state: 'done', offset: bytes.length })
    hanging.destroy()
    const file = await server.call('GET', `/api/documents/${reply.body.document}/file`)
    expect(file.bytes.equals(bytes)).toBe(true)
    await server.work()
  })

  it('refuses a piece that does not go on, and says where to', async () => {
    const id = await openUpload(10)
    expect((await send(id, 0, Buffer.from('abcd'))).body).toMatchObject({ offset: 4, state: 'open' })
    const again = await send(id, 0, Buffer.from('abcd'))
    expect(again.status).toBe(409)
    expect(again.body).toMatchObject({ code: 'documents.upload-wrong-offset', facts: { offset: 4 } })
    expect((await send(id, 7, Buffer.from('hij'))).body.facts).toEqual({ offset: 4 })
    const done = await send(id, 4, Buffer.from('efghij'))
    expect(done.body).toMatchObject({ offset: 10, state: 'done' })
    // The last piece once more, because its reply was lost: the same answer.
    expect((await send(id, 4, Buffer.from('efghij'))).body).toEqual(done.body)
  })

  it('refuses more than was announced, and takes the right bytes afterwards', async () => {
    const id = await openUpload(4)
    expect((await send(id, 0, Buffer.from('abcdefgh'))).body.code).toBe('documents.upload-overflow')
    expect(await look(id)).toMatchObject({ offset: 0, state: 'open' })
    expect((await send(id, 0, Buffer.from('wxyz'))).body.state).toBe('done')
  })

  it.each([
    ['nothing', 0, 422, 'documents.upload-empty'],
    ['300 MB', 300 * MB, 413, 'documents.upload-too-large'],
    ['one byte beyond the limit', 5 * MB + 1, 413, 'documents.upload-too-large'],
  ])('refuses %s before a byte is sent', async (_, size, status, code) => {
    const reply = await server.call('POST', '/api/uploads', { body: { name: 'a.pdf', size } })
    expect(reply.status).toBe(status)
    expect(reply.body.code).toBe(code)
    expect(reply.body.action).not.toBe('')
  })

  it('refuses a piece without an offset, and a stranger', async () => {
    const id = await openUpload(4)
    const bare = await server.call('PATCH', `/api/uploads/${id}`, {
      body: Buffer.from('abcd'),
      headers: octets,
    })
    expect(bare.body.code).toBe('documents.upload-offset-needed')
    expect((await send(id, 0, Buffer.from('abcd'), 'tuan')).status).toBe(404)
    expect((await server.call('GET', `/api/uploads/${id}`, { as: 'minh' })).status).toBe(403)
  })

  it('opens one upload for one key', async () => {
    const body = { name: 'a.txt', size: 7 }
    const first = await server.call('POST', '/api/uploads', { body, key: 'khoa-thu-123' })
    const second = await server.call('POST', '/api/uploads', { body, key: 'khoa-thu-123' })
    expect(second.body).toEqual(first.body)
  })

  it('knows the same bytes under another name, also when two send them at once', async () => {
    const bytes = Buffer.from(`Văn bản gửi hai lần ${randomBytes(8).toString('hex')}`)
    const [one, two] = await Promise.all([upload(server, 'một.txt', bytes), upload(server, 'hai.txt', bytes)])
    expect(one.body.document).toBe(two.body.document)
    expect([one.body.duplicate, two.body.duplicate].toSorted()).toEqual([null, 'same-file'].toSorted())
    const third = await importFile(
      server.services,
      { province: server.services.province, actor: 'cli', now: server.services.clock.now() },
      'ba.txt',
      bytes,
    )
    expect(third).toEqual({ document: one.body.document, duplicate: 'same-file' })
    const rows = await server.call('GET', `/api/documents/${one.body.document}`)
    expect(rows.body.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('gives up what nobody went on with for a week, bytes included', async () => {
    const id = await openUpload(10)
    await send(id, 0, Buffer.from('abcd'))
    const part = path.join(server.services.config.dataDir, 'uploads', `${id}.part`)
    expect(fs.existsSync(part)).toBe(true)
    server.pass(6 * 86_400)
    await openUpload(10)
    expect((await look(id)).offset).toBe(4)
    server.pass(2 * 86_400)
    await openUpload(10)
    expect((await look(id)).code).toBe('documents.upload-not-found')
    expect(fs.existsSync(part)).toBe(false)
  })

  it('says that the disk is full and loses nothing that was there', async () => {
    const id = await openUpload(8)
    await send(id, 0, Buffer.from('abcd'))
    const part = path.join(server.services.config.dataDir, 'uploads', `${id}.part`)
    const kept = fs.readFileSync(part)
    fs.rmSync(part)
    // A device that answers each write as a full disk does.
    fs.symlinkSync('/dev/full', part)
    const full = await send(id, 4, Buffer.from('efgh'))
    expect(full.status).toBe(507)
    expect(full.body.code).toBe('files.disk-full')
    fs.rmSync(part)
    fs.writeFileSync(part, kept)
    expect((await look(id)).offset).toBe(4)
    expect((await send(id, 4, Buffer.from('efgh'))).body.state).toBe('done')
  })
})
