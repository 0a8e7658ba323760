import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { loadAgencies } from '#capabilities/people/server/load-pack.ts'
import { readConfig } from '#platform/server/config.ts'
import type { TestDatabase } from '#platform/server/db/testing.ts'
import { buildApp } from '#platform/server/http/app.ts'
import type { Actor, Scope } from '#platform/server/http/endpoint.ts'
import { runOne } from '#platform/server/jobs/runner.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import { openLog } from '#platform/server/log.ts'
import type { Services } from '#platform/server/services.ts'
import { capabilities } from './capabilities.ts'
import { allJobs, toSubscriptions } from './open.ts'
import { openAppWorkers } from './workers.ts'

/** The whole server on a database of its own, with the agencies of the sample province and four people. */

const everywhere: Scope = { everything: true, agencies: [], areas: [] }
const person = (names: readonly string[], scope: Scope = everywhere): Actor => ({
  id: randomUUID(),
  permissions: new Map(names.map((name) => [name, scope])),
  agencies: scope.agencies,
  areas: scope.areas,
})

const office = [
  'people.agency.view',
  'people.agency.edit',
  'documents.view',
  'documents.upload',
  'documents.register',
  'documents.review',
  'documents.accept',
  'documents.withdraw',
  'programmes.view',
  'programmes.edit',
  'programmes.assignment.view',
  'programmes.assignment.manage',
  'programmes.target.enter',
  'programmes.target.manage',
  'programmes.budget.view',
  'programmes.budget.edit',
  'programmes.evidence.view',
]
const agency = [
  'documents.view',
  'programmes.view',
  'programmes.assignment.view',
  'programmes.assignment.report',
  'programmes.target.enter',
  'programmes.budget.view',
  'programmes.evidence.view',
]
const at = (code: string): Scope => ({ everything: false, agencies: [code], areas: [] })

/** Lan and Tuấn work in the office; Minh is of the police, sees by his agency; Khang leads the committee; Mai views; Hoa may do nothing. */
const people = {
  lan: person(office),
  tuan: person(office),
  minh: person(agency, at('cong-an-tinh')),
  /** Reports for the department of construction; Sơn heads it. */
  thao: person(agency, at('so-xay-dung')),
  son: person([...agency, 'programmes.assignment.approve'], at('so-xay-dung')),
  khang: person(['programmes.assignment.view', 'programmes.assignment.decide', 'programmes.evidence.view']),
  mai: person(['documents.view', 'programmes.view', 'programmes.assignment.view', 'programmes.budget.view']),
  hoa: person([]),
} as const

export interface Call {
  readonly as?: keyof typeof people
  readonly body?: unknown
  readonly version?: number
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface TestServer {
  readonly services: Services
  readonly app: FastifyInstance
  readonly people: typeof people
  /** Runs every job that is due; returns how many deliveries it took. */
  readonly work: () => Promise<number>
  readonly call: (verb: string, url: string, call?: Call) => Promise<TestReply>
  /** Moves the clock on. */
  readonly pass: (seconds: number) => void
  readonly close: () => Promise<void>
}

export interface TestReply {
  readonly status: number
  readonly version: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  /** As parsed: a test says what it expects to be in it. */
  readonly body: ReturnType<typeof JSON.parse>
  readonly bytes: Buffer
}

const pack = (name: string): unknown =>
  JSON.parse(fs.readFileSync(path.resolve('provinces/tinh-mau', name), 'utf8'))

const isJson = (type: unknown): boolean => typeof type === 'string' && type.includes('json')

export const startTestServer = async (
  test: TestDatabase,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestServer> => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-test-'))
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment })
  const database = await test.open()
  let now = Date.parse('2026-11-21T02:00:00.000Z')
  const services: Services = {
    config,
    clock: { now: () => new Date(now).toISOString() },
    database,
    workers: openAppWorkers(config),
    subscriptions: toSubscriptions(allJobs),
    log: openLog(config),
    filesDir: path.join(dataDir, 'files'),
    province: 'tinh-mau',
  }
  const author = { province: services.province, actor: 'system', now: services.clock.now() }
  await inTransaction(database.db, services.subscriptions, author, (tx, append) =>
    loadAgencies(tx, append, services.province, {
      agencies: pack('agencies.json'),
      groups: pack('groups.json'),
    }),
  )
  const app = await buildApp({
    services,
    capabilities,
    authenticate: async ({ cookies }) => people[(cookies['who'] ?? '') as keyof typeof people],
    webDir: undefined,
  })
  const jobs = new Map(allJobs.map((job) => [job.name, job]))
  return {
    services,
    app,
    people,
    pass: (seconds) => void (now += seconds * 1000),
    work: async () => {
      let taken = 0
      while (await runOne(services, jobs)) taken++
      return taken
    },
    call: async (verb, url, { as = 'lan', body, version, key, headers = {} } = {}) => {
      const reply = await app.inject({
        method: verb as 'GET',
        url,
        cookies: { who: as },
        headers: {
          ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
          ...(verb === 'POST' ? { 'idempotency-key': key ?? randomUUID() } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const tag = /^"v(\d+)"$/u.exec(String(reply.headers['etag'] ?? ''))?.[1]
      return {
        status: reply.statusCode,
        version: tag === undefined ? undefined : Number(tag),
        headers: reply.headers,
        body: isJson(reply.headers['content-type']) ? reply.json() : undefined,
        bytes: reply.rawPayload,
      }
    },
    close: async () => {
      await app.close()
      await services.workers.close()
      await database.close()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Sends a file as a browser does, in pieces; returns the reply to the last one. */
export const upload = async (
  server: TestServer,
  name: string,
  bytes: Uint8Array,
  pieces = 1,
): Promise<TestReply> => {
  const opened = await server.call('POST', '/api/uploads', { body: { name, size: bytes.byteLength } })
  if (opened.status !== 201) return opened
  const step = Math.ceil(bytes.byteLength / pieces)
  let last = opened
  for (let offset = 0; offset < bytes.byteLength; offset += step) {
    last = await server.call('PATCH', `/api/uploads/${opened.body.id}`, {
      body: Buffer.from(bytes.subarray(offset, offset + step)),
      headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
    })
  }
  return last
}
