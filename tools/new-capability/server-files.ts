import type { Names } from './names.ts'

type Files = Record<string, string>

/** The server half of a new capability: two endpoints, one table, and a test that asks them over HTTP. */
export const serverFiles = ({ kebab, camel, pascal, snake }: Names): Files => ({
  'server/capability.ts': `import type { Capability, Permission } from '#platform/server/capability.ts'
import { ${camel}Events, ${camel}Permissions } from '../contract.ts'
import { ${camel}Constraints, ${camel}Problems } from './problems.ts'
import { routes } from './routes.ts'

const permissions: Permission[] = Object.entries(${camel}Permissions).map(([name, title]) => ({ name, title }))

export const ${camel}: Capability = {
  name: '${kebab}',
  routes,
  jobs: [],
  permissions,
  problems: ${camel}Problems,
  constraints: ${camel}Constraints,
  events: ${camel}Events,
}
`,
  'server/routes.ts': `import { get, post, type Endpoint } from '#platform/server/http/endpoint.ts'
import { enter, list } from './handlers.ts'
import { schemas } from './schemas.ts'

export const routes: readonly Endpoint[] = [
  get('/api/${kebab}', '${kebab}.view', schemas.list, list),
  post('/api/${kebab}', '${kebab}.edit', schemas.enter, enter),
]
`,
  'server/schemas.ts': `import { NewEntry, Entry, EntryPage } from '../contract.ts'

export const schemas = {
  list: { summary: 'Danh sách các mục', reply: EntryPage },
  enter: { summary: 'Ghi một mục', body: NewEntry, reply: Entry, status: 201 },
} as const
`,
  'server/handlers.ts': `import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { withVersion, type Ask, type Reply } from '#platform/server/http/endpoint.ts'
import type { Entry, EntryPage } from '../contract.ts'
import { decideEntry } from '../domain/entry.ts'
import { entryRefusals } from './problems.ts'
import type { schemas } from './schemas.ts'
import { insertEntry, listEntries } from './store.ts'

type Of<K extends keyof typeof schemas> = Ask<(typeof schemas)[K]>

export const list = async ({ db, province }: Of<'list'>): Promise<EntryPage> => ({
  items: await listEntries(db, province),
})

export const enter = async ({ body, now, province, write }: Of<'enter'>): Promise<Reply<Entry>> => {
  const decision = decideEntry(body, toVietnamDay(now))
  if (!decision.ok) throw new Problem(entryRefusals[decision.error], \`Ngày \${body.day}.\`)
  const entry = { id: randomUUID(), ...decision.value, version: 1 }
  // What the write gives back is the answer: remembered under the request's key, it is the same when sent again.
  return await write(async (tx, append) => {
    await insertEntry(tx, province, entry)
    await append({ event: '${kebab}.entered', subject: \`${kebab}:\${entry.id}\`, data: { day: entry.day } })
    return withVersion(entry, entry.version)
  })
}
`,
  'server/store.ts': `import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Entry } from '../contract.ts'
import type { ${pascal}Tables } from './tables.ts'

const tables = (db: Db) => db.withTables<${pascal}Tables>()

export const listEntries = async (db: Db, province: string): Promise<Entry[]> =>
  await tables(db)
    .selectFrom('${snake}_entry')
    .select(['id', 'text', 'day', 'version'])
    .where('province', '=', province)
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute()

export const insertEntry = async (tx: Tx, province: string, entry: Entry): Promise<void> => {
  await tables(tx)
    .insertInto('${snake}_entry')
    .values({ province, ...entry })
    .execute()
}
`,
  'server/tables.ts': `/** The tables of \`${kebab}\`, as the migrations make them. */
export type ${pascal}Tables = {
  ${snake}_entry: { province: string; id: string; text: string; day: string; version: number }
}
`,
  'server/problems.ts': `import type { ProblemKind } from '#kernel/problem.ts'
import type { EntryRefusal } from '../domain/entry.ts'

/** Refusals of \`${kebab}\`. */
export const ${camel}Problems = {
  noSuchDay: {
    code: '${kebab}.no-such-day',
    status: 422,
    title: 'Ngày được ghi không có thật.',
    action: 'Sửa lại ngày rồi ghi lại.',
  },
  dayAhead: {
    code: '${kebab}.day-ahead',
    status: 422,
    title: 'Ngày được ghi chưa đến.',
    action: 'Ghi ngày đã xảy ra.',
  },
  emptyText: {
    code: '${kebab}.empty-text',
    status: 422,
    title: 'Nội dung để trống.',
    action: 'Nhập nội dung rồi ghi lại.',
  },
} satisfies Record<string, ProblemKind>

/** What the domain refuses → what the person reads. */
export const entryRefusals: Readonly<Record<EntryRefusal, ProblemKind>> = {
  'no-such-day': ${camel}Problems.noSuchDay,
  'day-ahead': ${camel}Problems.dayAhead,
  empty: ${camel}Problems.emptyText,
}

/** Named constraint → what the person reads. */
export const ${camel}Constraints: Readonly<Record<string, ProblemKind>> = {
  ${snake}_entry_text: ${camel}Problems.emptyText,
}
`,
  [`server/${kebab}.api.test.ts`]: `import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#platform/server/config.ts'
import type { Database } from '#platform/server/db/db.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { buildApp } from '#platform/server/http/app.ts'
import type { Actor } from '#platform/server/http/endpoint.ts'
import { openLog } from '#platform/server/log.ts'
import { idleWorkers } from '#platform/server/workers/testing.ts'
import { ${camel} } from './capability.ts'

const everything = { everything: true, agencies: [], areas: [] }
const actor = (id: string, ...permissions: string[]): Actor => ({
  id,
  permissions: new Map(permissions.map((name) => [name, everything])),
  agencies: [],
  areas: [],
})
/** Lan works in the office, Minh may look, Hoa may nothing. */
const people = new Map(
  [actor('lan', '${kebab}.view', '${kebab}.edit'), actor('minh', '${kebab}.view'), actor('hoa')].map((one) => [
    one.id,
    one,
  ]),
)

for (const { name, open } of testDatabases()) {
  describe(\`${kebab} on \${name}\`, () => {
    let database: Database
    let app: FastifyInstance

    beforeAll(async () => {
      database = await open()
      const config = readConfig({ LOG_LEVEL: 'silent' })
      app = await buildApp({
        services: {
          config,
          clock: { now: () => '2026-11-21T02:00:00.000Z' },
          database,
          subscriptions: new Map(),
          log: openLog(config),
          workers: idleWorkers(),
          filesDir: '',
          province: 'tinh-mau',
        },
        capabilities: [${camel}],
        authenticate: async ({ cookies }) => people.get(cookies['who'] ?? ''),
        webDir: undefined,
      })
    })
    afterAll(async () => {
      await app.close()
      await database.close()
    })

    const enter = async (who: string, day: string, key: string) =>
      await app.inject({
        method: 'POST',
        url: '/api/${kebab}',
        cookies: { who },
        headers: { 'idempotency-key': key },
        payload: { text: 'Đã họp', day },
      })
    const list = async (who: string) => await app.inject({ url: '/api/${kebab}', cookies: { who } })

    it('keeps what Lan enters, once however often it is sent', async () => {
      const first = await enter('lan', '2026-11-20', 'lan-key-1')
      expect(first.statusCode).toBe(201)
      const again = await enter('lan', '2026-11-20', 'lan-key-1')
      expect(again.json()).toEqual(first.json())
      expect((await list('minh')).json()).toEqual({ items: [first.json()] })
    })

    it('refuses a day that no calendar has, and says so', async () => {
      const reply = await enter('lan', '2026-02-30', 'lan-key-2')
      expect(reply.statusCode).toBe(422)
      expect(reply.json()).toMatchObject({ code: '${kebab}.no-such-day' })
    })

    it('refuses those who may not', async () => {
      expect((await enter('minh', '2026-11-20', 'minh-key-1')).statusCode).toBe(403)
      expect((await list('hoa')).statusCode).toBe(403)
      expect((await list('nobody')).statusCode).toBe(401)
    })
  })
}
`,
})

/** The first migration of the capability. */
export const migrationText = ({ kebab, snake }: Names): string => `-- What \`${kebab}\` keeps.

create table ${snake}_entry (
  province text not null,
  id uuid not null,
  text text not null,
  day date not null,
  version integer not null,
  constraint ${snake}_entry_pk primary key (province, id),
  constraint ${snake}_entry_text check (text <> '')
);

create index ${snake}_entry_day on ${snake}_entry (province, day);
`

/** The browser's half: it lists no page before there is one. */
export const webFiles = ({ kebab, camel }: Names): Files => ({
  'web/capability.ts': `import type { WebCapability } from '#platform/web/capability.ts'

/** What the web app lists of \`${kebab}\`: pages, menu, search. */
export const ${camel}Web: WebCapability = {
  name: '${kebab}',
  pages: [],
  menu: [],
}
`,
})
