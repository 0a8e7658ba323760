import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { capabilities } from '#apps/server/capabilities.ts'
import { insertAccount, insertPost } from '#capabilities/people/server/account-store.ts'
import { SESSION_COOKIE } from '#capabilities/people/server/authenticate.ts'
import { makeToken } from '#capabilities/people/server/secrets.ts'
import { insertSession } from '#capabilities/people/server/session-store.ts'
import { importFile } from '#capabilities/documents/server/import.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import { runOne } from '#platform/server/jobs/runner.ts'
import type { Services } from '#platform/server/services.ts'
import { copyArchive } from './copies.ts'
import { makePlan } from './texts.ts'

/** Plans that go the whole way: file, reader, review, acceptance, programme. The others are copies of their rows. */
const TEMPLATES = 10

const authorOf = ({ province, clock }: Services) => ({ province, actor: 'system', now: clock.now() })

type Post = Pick<Parameters<typeof insertPost>[3], 'role' | 'agency'>

/** People, of the office unless said otherwise, each signed in; returns their cookies. */
export const addSessions = async (
  services: Services,
  count: number,
  postOf: (i: number) => Post | undefined = () => undefined,
): Promise<string[]> => {
  const author = authorOf(services)
  const { province, now } = author
  return await inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
    await append({ event: 'installation.bench-prepared', subject: 'installation', data: { count } })
    const cookies: string[] = []
    for (let i = 0; i < count; i++) {
      const account = randomUUID()
      const post = postOf(i) ?? { role: 'committee-office', agency: null }
      const login = `do-${post.role}-${i}`
      await insertAccount(tx, province, { id: account, login, name: `Người đo ${i}` }, now)
      const rest = { area: null, validFrom: null, validTo: null }
      await insertPost(tx, province, account, { id: randomUUID(), ...rest, ...post })
      const { token, tokenHash } = makeToken()
      await insertSession(tx, { id: randomUUID(), province, tokenHash, account, device: 'Máy đo' }, now)
      cookies.push(`${SESSION_COOKIE}=${token}`)
    }
    return cookies
  })
}

const work = async (services: Services): Promise<void> => {
  const jobs = new Map(capabilities.flatMap((one) => one.jobs).map((job) => [job.name, job]))
  while (await runOne(services, jobs));
}

/** Accepts what is stated and leaves out what is not, as somebody in a hurry would. */
const accept = async (app: FastifyInstance, cookie: string, document: string): Promise<void> => {
  const review = await app.inject({ url: `/api/documents/${document}/review`, headers: { cookie } })
  if (review.statusCode !== 200) throw new Error(`review: ${review.statusCode} ${review.body}`)
  const { proposals } = review.json<{ proposals: { id: string; certainty: string }[] }>()
  const unsure = proposals.filter((one) => one.certainty !== 'stated').map((one) => one.id)
  const reply = await app.inject({
    method: 'POST',
    url: `/api/documents/${document}/accept`,
    headers: { cookie, 'if-match': String(review.headers['etag']) },
    payload: { leaveOut: unsure },
  })
  if (reply.statusCode !== 200) throw new Error(`accept: ${reply.statusCode} ${reply.body}`)
}

export interface Seeded {
  readonly documents: number
  readonly programmes: readonly string[]
  readonly items: number
  readonly averageText: number
}

/** Fills the archive with that many accepted plans of so many duties each. */
export const seedArchive = async (
  services: Services,
  app: FastifyInstance,
  cookie: string,
  documents: number,
  duties?: number,
): Promise<Seeded> => {
  for (let number = 1; number <= TEMPLATES; number++) {
    const bytes = Buffer.from(makePlan(number, duties))
    const { document } = await importFile(services, authorOf(services), `ke-hoach-${number}.txt`, bytes)
    await work(services)
    await accept(app, cookie, document)
    await work(services)
  }
  const { db } = services.database
  await copyArchive(db, Math.ceil(documents / TEMPLATES) - 1)
  const { rows } = await sql<{ documents: number; items: number; bytes: number }>`
    select (select count(*) from document) as documents, (select count(*) from programme_item) as items,
      (select avg(octet_length(text))::float8 from document_reading) as bytes`.execute(db)
  const programmes = await sql<{ id: string }>`select id from programme order by md5(id::text)`.execute(db)
  return {
    documents: rows[0]?.documents ?? 0,
    items: rows[0]?.items ?? 0,
    averageText: rows[0]?.bytes ?? 0,
    programmes: programmes.rows.map((row) => row.id),
  }
}
