import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import type { Capability } from '../capability.ts'
import { readConfig, type Config } from '../config.ts'
import { toDatabase, type Database } from '../db/db.ts'
import { openServer } from '../db/server.ts'
import { testDatabases } from '../db/testing.ts'
import { json } from '../db/values.ts'
import { openLog } from '../log.ts'
import type { Services } from '../services.ts'
import { buildApp } from './app.ts'
import { get, post, put, Reply, withVersion, type Actor, type Endpoint } from './endpoint.ts'
import { httpProblems } from './problems.ts'
import { readBody } from './stream.ts'
import { idleWorkers } from '../workers/testing.ts'

const toServices = (config: Config, database: Database): Services => ({
  config,
  clock: { now: () => '2026-11-21T03:00:00.000Z' },
  database,
  subscriptions: new Map(),
  log: openLog(config),
  workers: idleWorkers(),
  filesDir: '',
  province: '99',
})

const Thing = Type.Object({ n: Type.Integer() })
const Note = Type.Object({ n: Type.Integer(), text: Type.Optional(Type.String()) })
/** Its fields stand in no order that a database would keep. */
const OddNote = Type.Object({ zebra: Type.String(), n: Type.Number(), a: Type.Null() })
const event = { event: 'noise.heard', subject: 'noise:1', data: {} }

/** The thing that the endpoints below read and change. */
const thing = { n: 1, version: 1 }

const routes: Endpoint[] = [
  get(
    '/api/things',
    'public',
    { summary: 'd', reply: Type.Object({ items: Type.Array(Thing) }) },
    async () => ({
      items: [{ n: thing.n }],
    }),
  ),
  get('/api/things/1', 'public', { summary: 'd', reply: Thing }, async () =>
    withVersion({ n: thing.n }, thing.version),
  ),
  put(
    '/api/things/1',
    'signed-in',
    { summary: 'd', body: Thing, reply: Thing, versioned: true },
    async (ask) =>
      await ask.write(async (_tx, append) => {
        if (ask.version !== thing.version) throw new Problem(httpProblems.changedMeanwhile)
        await append(event)
        thing.n = ask.body.n
        thing.version++
        return withVersion({ n: thing.n }, thing.version)
      }),
  ),
  post(
    '/api/notes',
    'signed-in',
    { summary: 'd', body: Note, reply: Note, status: 201 },
    async (ask) =>
      await ask.write(async (tx, append) => {
        if (ask.body.n === 13) throw new Problem(httpProblems.conflict)
        await tx
          .insertInto('installation')
          .values({
            province: `note-${ask.body.n}-${randomUUID()}`,
            name: ask.body.text ?? '',
            opened_at: ask.now,
            sample: false,
          })
          .execute()
        await append(event)
        return withVersion({ n: ask.body.n }, 1)
      }),
  ),
  post(
    '/api/odd-notes',
    'signed-in',
    { summary: 'd', body: Type.Object({ n: Type.Number() }), reply: OddNote, status: 201 },
    async (ask) =>
      await ask.write(async (_tx, append) => {
        await append(event)
        const value = { a: null, n: ask.body.n, zebra: 'đường' }
        return new Reply(value, { version: 4, headers: { location: '/api/odd-notes/1' } })
      }),
  ),
  post('/api/quiet-notes', 'signed-in', { summary: 'd', body: Note, status: 201 }, async (ask) =>
    ask.write(async (_tx, append) => void (await append(event))),
  ),
  post(
    '/api/late-notes',
    'signed-in',
    { summary: 'd', body: Note, reply: Note, status: 201 },
    async (ask) => {
      await ask.write(async (_tx, append) => void (await append(event)))
      return { n: ask.body.n }
    },
  ),
  post(
    '/api/lazy-notes',
    'signed-in',
    { summary: 'd', body: Note, reply: Note, status: 201 },
    async (ask) => ({
      n: ask.body.n,
    }),
  ),
  post('/api/silent', 'signed-in', { summary: 'd' }, async (ask) => {
    await ask.write(async (tx) => {
      await tx.deleteFrom('installation').execute()
    })
  }),
  get('/api/broken', 'public', { summary: 'd' }, async () => {
    throw new Error('the password of Lan is secret')
  }),
  post('/api/bytes', 'public', { summary: 'd', stream: true, reply: Thing }, async (ask) => ({
    n: (await readBody(ask.stream, 10)).length,
  })),
]

const noise: Capability = {
  name: 'noise',
  routes,
  jobs: [],
  permissions: [],
  problems: {},
  constraints: {},
  events: {},
}
const lan: Actor = { id: 'lan', permissions: new Map(), agencies: [], areas: [] }

describe.each(testDatabases())('the HTTP layer on the $name database', ({ open }) => {
  let database: Database
  let app: FastifyInstance
  beforeAll(async () => {
    database = await open()
    const config = readConfig({ LOG_LEVEL: 'silent' })
    app = await buildApp({
      services: toServices(config, database),
      capabilities: [noise],
      authenticate: async ({ cookies }) => (cookies['who'] === 'lan' ? lan : undefined),
      webDir: undefined,
    })
  })
  afterAll(async () => {
    await app.close()
    await database.close()
  })

  type Headers = Readonly<Record<string, string>>
  const read = async (url: string, headers: Headers = {}) => await app.inject({ url, headers })
  const send = async (method: 'POST' | 'PUT', url: string, payload: object | string, headers: Headers = {}) =>
    await app.inject({
      method,
      url,
      payload,
      headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
      cookies: { who: 'lan' },
    })
  const countNotes = async (): Promise<number> =>
    (
      await database.db
        .selectFrom('installation')
        .where('province', 'like', 'note-%')
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count

  describe('reading', () => {
    it('tags a list by its content and repeats nothing that the reader has', async () => {
      const first = await read('/api/things')
      const tag = String(first.headers['etag'])
      expect(tag).toMatch(/^W\/"/u)
      expect(first.headers['cache-control']).toBe('private, no-cache')
      const second = await read('/api/things', { 'if-none-match': tag })
      expect([second.statusCode, second.body]).toEqual([304, ''])
      expect((await read('/api/things', { 'if-none-match': 'W/"other"' })).statusCode).toBe(200)
    })
    it('tags one thing by its version', async () => {
      expect((await read('/api/things/1')).headers['etag']).toBe(`"v${thing.version}"`)
    })
  })

  describe('changing what has a version', () => {
    it('asks for the version that was seen', async () => {
      const list = String((await read('/api/things')).headers['etag'])
      for (const headers of [{}, { 'if-match': '*' }, { 'if-match': list }] as Headers[]) {
        const reply = await send('PUT', '/api/things/1', { n: 9 }, headers)
        expect(reply.statusCode).toBe(428)
        expect(reply.json()).toMatchObject({ code: 'http.version-needed' })
      }
    })
    it('lets one of two officers through and tells the other', async () => {
      const tag = String((await read('/api/things/1')).headers['etag'])
      const one = await send('PUT', '/api/things/1', { n: 2 }, { 'if-match': tag })
      const other = await send('PUT', '/api/things/1', { n: 3 }, { 'if-match': tag })
      expect([one.statusCode, other.statusCode]).toEqual([200, 412])
      expect(one.headers['etag']).toBe(`"v${thing.version}"`)
      expect(thing.n).toBe(2)
    })
  })

  describe('creating', () => {
    it('asks for a key', async () => {
      for (const headers of [{}, { 'idempotency-key': 'short' }] as Headers[]) {
        const reply = await send('POST', '/api/notes', { n: 1 }, headers)
        expect(reply.statusCode).toBe(400)
        expect(reply.json()).toMatchObject({ code: 'http.idempotency-key-needed' })
      }
    })
    it('happens once and is answered twice', async () => {
      const before = await countNotes()
      const headers = { 'idempotency-key': randomUUID() }
      const first = await send('POST', '/api/notes', { n: 1 }, headers)
      const second = await send('POST', '/api/notes', { n: 1 }, headers)
      expect([first.statusCode, second.statusCode]).toEqual([201, 201])
      expect(first.json()).toEqual({ n: 1 })
      expect(second.json()).toEqual({ n: 1 })
      expect(second.headers['idempotency-replayed']).toBe('true')
      expect(await countNotes()).toBe(before + 1)
    })
    it.each([
      ['/api/notes', { n: 7, text: 'Ghi chú' }, 201],
      // Fields beyond the schema's order, numbers as the database would rewrite them, and a header of its own.
      ['/api/odd-notes', { n: 1.5 }, 201],
      ['/api/quiet-notes', { n: 1 }, 201],
    ])('is answered the second time as the first, to the byte: %s', async (url, payload, status) => {
      const headers = { 'idempotency-key': randomUUID() }
      const replies = [await send('POST', url, payload, headers), await send('POST', url, payload, headers)]
      const [first, second] = replies.map((reply) => ({
        status: reply.statusCode,
        body: reply.rawPayload.toString('latin1'),
        headers: Object.fromEntries(
          ['etag', 'content-type', 'content-length', 'location'].map((name) => [name, reply.headers[name]]),
        ),
      }))
      expect(first?.status).toBe(status)
      expect(second).toEqual(first)
      expect(replies.map((reply) => reply.headers['idempotency-replayed'])).toEqual([undefined, 'true'])
    })
    it('says what it said: order, tag and header of its own, and nothing where there was nothing', async () => {
      const odd = await send('POST', '/api/odd-notes', { n: 1.5 }, { 'idempotency-key': randomUUID() })
      expect(odd.body).toBe('{"zebra":"đường","n":1.5,"a":null}')
      expect(odd.headers).toMatchObject({ etag: '"v4"', location: '/api/odd-notes/1' })
      const quiet = await send('POST', '/api/quiet-notes', { n: 1 }, { 'idempotency-key': randomUUID() })
      expect([quiet.body, quiet.headers['etag']]).toEqual(['', undefined])
    })
    it('is answered alike to all who send it at once', async () => {
      const headers = { 'idempotency-key': randomUUID() }
      const replies = await Promise.all(
        Array.from({ length: 4 }, () => send('POST', '/api/odd-notes', { n: 2 }, headers)),
      )
      expect(new Set(replies.map((reply) => `${reply.body} ${reply.headers['etag']}`)).size).toBe(1)
    })
    it.each(['/api/late-notes', '/api/lazy-notes'])(
      'is a fault of ours when the answer is not what the write gave back: %s',
      async (url) => {
        const reply = await send('POST', url, { n: 1 }, { 'idempotency-key': randomUUID() })
        expect(reply.statusCode).toBe(500)
      },
    )
    it('happens once when it arrives many times at once', async () => {
      const before = await countNotes()
      const headers = { 'idempotency-key': randomUUID() }
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => send('POST', '/api/notes', { n: 2 }, headers)),
      )
      expect(replies.map((reply) => reply.statusCode)).toEqual(Array(6).fill(201))
      expect(await countNotes()).toBe(before + 1)
    })
    it('forgets replies after a week', async () => {
      const old = {
        province: '99',
        actor: 'lan',
        key: 'old-key-1',
        request_hash: 'x',
        status: 201,
        headers: json({}),
        body: '{}',
      }
      const at = (day: number) => `2026-11-${day}T03:00:00.000Z`
      await database.db
        .insertInto('idempotency')
        .values([
          { ...old, at: at(13) },
          { ...old, key: 'old-key-2', at: at(15) },
        ])
        .execute()
      await send('POST', '/api/notes', { n: 3 }, { 'idempotency-key': randomUUID() })
      const left = await database.db
        .selectFrom('idempotency')
        .select('key')
        .where('key', 'like', 'old-key-%')
        .execute()
      expect(left).toEqual([{ key: 'old-key-2' }])
    })
    it('refuses a key that named another content', async () => {
      const headers = { 'idempotency-key': randomUUID() }
      await send('POST', '/api/notes', { n: 1 }, headers)
      const reply = await send('POST', '/api/notes', { n: 2 }, headers)
      expect(reply.statusCode).toBe(422)
      expect(reply.json()).toMatchObject({ code: 'http.idempotency-key-reused' })
    })
    it('remembers no refusal: the same key may be tried again', async () => {
      const headers = { 'idempotency-key': randomUUID() }
      expect((await send('POST', '/api/notes', { n: 13 }, headers)).statusCode).toBe(409)
      expect((await send('POST', '/api/notes', { n: 13 }, headers)).statusCode).toBe(409)
    })
  })

  describe('refusing', () => {
    it('speaks RFC 9457 in Vietnamese and says where', async () => {
      const reply = await send('PUT', '/api/things/1', { n: 'x' }, { 'if-match': '"v1"' })
      expect(reply.statusCode).toBe(400)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      const body = reply.json<Record<string, string>>()
      expect(body).toMatchObject({
        type: 'urn:binhan:problem:http.invalid-request',
        title: httpProblems.invalidRequest.title,
        status: 400,
        action: httpProblems.invalidRequest.action,
      })
      expect(body['detail']).toContain('“n”')
      expect(body['requestId']).toMatch(/^[0-9a-f-]{36}$/u)
    })
    it.each([
      ['a number as text', { n: '5' }],
      ['a truth as a number', { n: true }],
      ['nothing', {}],
      ['a list', []],
    ])('never bends %s into what was meant', async (_what, payload) => {
      expect((await send('PUT', '/api/things/1', payload, { 'if-match': '"v1"' })).statusCode).toBe(400)
    })
    it('names broken JSON, a strange type, too much, and a sign that no column holds', async () => {
      const key = { 'idempotency-key': randomUUID() }
      expect((await send('POST', '/api/notes', '{"n":', key)).statusCode).toBe(400)
      const xml = await send('POST', '/api/notes', '<n/>', { ...key, 'content-type': 'text/xml' })
      expect(xml.json()).toMatchObject({ status: 415, code: 'http.unsupported-type' })
      const big = await send('POST', '/api/notes', { n: 1, text: 'x'.repeat(3_000_000) }, key)
      expect(big.json()).toMatchObject({ status: 413, code: 'http.too-large' })
      const nul = await send('POST', '/api/notes', { n: 1, text: 'a\u0000b' }, key)
      expect(nul.json()).toMatchObject({ status: 400, code: 'http.invalid-request' })
    })
    it('tells nothing of what nobody foresaw', async () => {
      const reply = await read('/api/broken')
      expect(reply.statusCode).toBe(500)
      expect(reply.json()).toMatchObject({ code: 'http.unexpected' })
      expect(reply.body).not.toContain('Lan')
    })
    it('rolls back a write that the journal would not know', async () => {
      await send('POST', '/api/notes', { n: 1 }, { 'idempotency-key': randomUUID() })
      const before = await countNotes()
      expect((await send('POST', '/api/silent', {})).statusCode).toBe(500)
      expect(await countNotes()).toBe(before)
    })
    it('waits for the end of a request, but not for ever', () => {
      expect(app.server.requestTimeout).toBeGreaterThanOrEqual(60_000)
      expect(app.server.requestTimeout).toBeLessThanOrEqual(3_600_000)
    })

    it('answers an unknown address as a problem too', async () => {
      for (const url of ['/api/nothing', '/nothing']) {
        expect((await read(url)).json()).toMatchObject({ status: 404, code: 'http.not-found' })
      }
    })
  })

  describe('writes from elsewhere', () => {
    const create = async (origin: string | undefined) =>
      await send(
        'POST',
        '/api/notes',
        { n: 1 },
        {
          'idempotency-key': randomUUID(),
          ...(origin === undefined ? {} : { origin }),
        },
      )
    it.each(['https://evil.example', 'http://localhost.evil.example', 'null', 'https://localhost'])(
      'are refused: %s',
      async (origin) => {
        expect((await create(origin)).json()).toMatchObject({ status: 403, code: 'http.foreign-origin' })
      },
    )
    it('are taken from our own page, and from programs that name no page', async () => {
      expect((await create('http://localhost')).statusCode).toBe(201)
      expect((await create(undefined)).statusCode).toBe(201)
    })
    it('may read what is public', async () => {
      expect((await read('/api/things', { origin: 'https://evil.example' })).statusCode).toBe(200)
    })
  })

  describe('a body of bytes', () => {
    const upload = async (payload: string, type = 'application/octet-stream') =>
      await send('POST', '/api/bytes', payload, { 'content-type': type })
    it('is counted while it comes', async () => {
      expect((await upload('0123456789')).json()).toEqual({ n: 10 })
      expect((await upload('0123456789a')).json()).toMatchObject({ code: 'http.too-large' })
    })
    it('is not taken in another type', async () => {
      expect((await upload('{"n":1}', 'application/json')).json()).toMatchObject({
        code: 'http.unsupported-type',
      })
    })
  })

  it('sends the headers that keep a browser safe', async () => {
    const { headers } = await read('/api/things')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
  })

  it('describes itself in OpenAPI 3.1', async () => {
    const description = (await read('/api/openapi.json')).json<{ openapi: string; paths: object }>()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toContain('/api/things/1')
  })
})

describe('behind the proxy of the office', () => {
  const addressSeen = async (trusted: '0' | '1', forwarded: string): Promise<string> => {
    const config = readConfig({ LOG_LEVEL: 'silent', TRUST_PROXY: trusted })
    const database = toDatabase(await openServer({ url: 'postgres://nobody@127.0.0.1:1/none' }))
    const whoAsks = get(
      '/api/address',
      'public',
      { summary: 'd', reply: Type.Object({ address: Type.String() }) },
      async ({ address }) => ({ address }),
    )
    const app = await buildApp({
      services: toServices(config, database),
      capabilities: [{ ...noise, routes: [whoAsks] }],
      authenticate: async () => undefined,
      webDir: undefined,
    })
    const reply = await app.inject({ url: '/api/address', headers: { 'x-forwarded-for': forwarded } })
    await app.close()
    await database.close()
    return reply.json<{ address: string }>().address
  }

  it('counts by the address that the proxy noted', async () => {
    expect(await addressSeen('1', '203.0.113.7')).toBe('203.0.113.7')
  })

  it('believes no address that the sender wrote before it', async () => {
    expect(await addressSeen('1', '10.9.8.7, 203.0.113.7')).toBe('203.0.113.7')
  })

  it('believes none where there is no proxy', async () => {
    expect(await addressSeen('0', '10.9.8.7')).toBe('127.0.0.1')
  })
})

describe('without its database', () => {
  it('says so and asks to come back', async () => {
    const config = readConfig({ LOG_LEVEL: 'silent' })
    // Nothing listens there.
    const database = toDatabase(await openServer({ url: 'postgres://nobody@127.0.0.1:1/none' }))
    const app = await buildApp({
      services: toServices(config, database),
      capabilities: [noise],
      authenticate: async () => lan,
      webDir: undefined,
    })
    const headers = { 'idempotency-key': randomUUID() }
    const reply = await app.inject({ method: 'POST', url: '/api/notes', payload: { n: 1 }, headers })
    expect(reply.json()).toMatchObject({ status: 503, code: 'database.unavailable' })
    expect(reply.headers['retry-after']).toBe('5')
    expect((await app.inject({ url: '/health' })).json()).toMatchObject({ status: 'unavailable' })
    await app.close()
    await database.close()
  })
})
