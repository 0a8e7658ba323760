import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { capabilities } from '#apps/server/capabilities.ts'
import { toSubscriptions } from '#apps/server/open.ts'
import { insertAccount, insertPost } from '#capabilities/people/server/account-store.ts'
import { authenticateWith, SESSION_COOKIE } from '#capabilities/people/server/authenticate.ts'
import { hashPassword, makeToken } from '#capabilities/people/server/secrets.ts'
import { insertSession } from '#capabilities/people/server/session-store.ts'
import type { NewPost } from '#capabilities/people/contract.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Capability } from '#platform/server/capability.ts'
import { readConfig, type Config } from '#platform/server/config.ts'
import type { Database } from '#platform/server/db/db.ts'
import { buildApp } from '#platform/server/http/app.ts'
import { inTransaction, type Append } from '#platform/server/journal/journal.ts'
import type { Tx } from '#platform/server/db/db.ts'
import { openLog } from '#platform/server/log.ts'
import type { Services } from '#platform/server/services.ts'
import { openAppWorkers } from '#apps/server/workers.ts'

/** The whole server in this process, on a database of its own, with named people. */
export interface World {
  readonly app: FastifyInstance
  readonly services: Services
  /** Moves the clock. */
  readonly setNow: (instant: string) => void
  readonly write: <T>(change: (tx: Tx, append: Append) => Promise<T>) => Promise<T>
  readonly addPerson: (login: string, options?: PersonOptions) => Promise<Person>
  readonly call: (request: Call) => Promise<LightMyRequestResponse>
  readonly close: () => Promise<void>
}

export interface PersonOptions {
  readonly name?: string
  readonly password?: string
  readonly posts?: readonly NewPost[]
  readonly demo?: boolean
  readonly email?: string
  readonly phone?: string
}

export interface Person {
  readonly id: string
  readonly login: string
  readonly posts: readonly string[]
  readonly cookie: string
}

export interface Call {
  readonly as?: Person | undefined
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly version?: number
}

export const PROVINCE = '99'
export const START = '2026-11-21T03:00:00.000Z'

export interface WorldOptions {
  readonly sample?: boolean
  readonly config?: Partial<Config>
  readonly capabilities?: readonly Capability[]
}

/** Opens the server on a fresh database: the province "tỉnh Mẫu" and nobody in it yet. */
export const openWorld = async (database: Database, options: WorldOptions = {}): Promise<World> => {
  let now = START
  const joined = options.capabilities ?? capabilities
  const config = { ...readConfig({ LOG_LEVEL: 'silent' }), ...options.config }
  const services: Services = {
    config,
    clock: { now: () => now },
    database,
    subscriptions: toSubscriptions(joined.flatMap((capability) => capability.jobs)),
    log: openLog(config),
    workers: openAppWorkers(config),
    filesDir: '',
    province: PROVINCE,
  }
  await database.db
    .insertInto('installation')
    .values({ province: PROVINCE, name: 'Tỉnh Mẫu', opened_at: now, sample: options.sample ?? false })
    .execute()
  const app = await buildApp({
    services,
    capabilities: joined,
    authenticate: authenticateWith(services),
    webDir: undefined,
  })
  const write: World['write'] = async (change) =>
    await inTransaction(
      database.db,
      services.subscriptions,
      { province: PROVINCE, actor: 'system', now },
      async (tx, append) => {
        await append({ event: 'test.prepared', subject: 'installation', data: {} })
        return await change(tx, append)
      },
    )
  return {
    app,
    services,
    write,
    setNow: (instant) => (now = instant),
    addPerson: async (login, person = {}) =>
      await write(async (tx) => {
        const id = randomUUID()
        const { name = `Người ${login}`, demo = false, email, phone } = person
        const passwordHash = person.password === undefined ? undefined : await hashPassword(person.password)
        const account = { id, login, name, demo, email, phone, ...(passwordHash ? { passwordHash } : {}) }
        await insertAccount(tx, PROVINCE, account, now)
        const posts: string[] = []
        for (const { role, agency = null, area = null, validFrom = null, validTo = null } of person.posts ??
          []) {
          const post = randomUUID()
          await insertPost(tx, PROVINCE, id, { id: post, role, agency, area, validFrom, validTo })
          posts.push(post)
        }
        const { token, tokenHash } = makeToken()
        const session = { id: randomUUID(), province: PROVINCE, tokenHash, account: id, device: 'Thử' }
        await insertSession(tx, session, now)
        return { id, login, posts, cookie: `${SESSION_COOKIE}=${token}` }
      }),
    call: async ({ as, method = 'GET', url, body, headers = {}, version }) =>
      await app.inject({
        method,
        url,
        ...(body === undefined ? {} : { payload: body as object }),
        headers: {
          host: 'localhost:3000',
          ...(as ? { cookie: as.cookie } : {}),
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
          ...headers,
        },
      }),
    close: async () => {
      await app.close()
      await services.workers.close()
      await database.close()
    },
  }
}

/** An agency as a row of a pack, for tests. */
export const agencyRow = (code: string, name: string, rest: object = {}): object => ({
  code,
  name,
  shortName: name,
  kind: 'department',
  level: 'province',
  aliases: [],
  ...rest,
})

export const day = (text: string): PlainDate => text as PlainDate

/** The session cookie that a reply sets. */
export const cookieOf = (response: LightMyRequestResponse): string => {
  const cookie = response.cookies.find((one) => one.name === SESSION_COOKIE)
  if (!cookie || cookie.value === '') throw new Error('the reply sets no session')
  return `${SESSION_COOKIE}=${cookie.value}`
}
