import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/db.ts'
import { json } from '../db/values.ts'
import { Problem } from '#kernel/problem.ts'
import { canonicalJson } from '../journal/hash.ts'
import { httpProblems } from './problems.ts'

/** A create's own name, given by the client: sent twice, it happens once and is answered twice. */
export interface CreateKey {
  readonly province: string
  readonly actor: string
  readonly key: string
  readonly requestHash: string
}

export const toCreateKey = (
  province: string,
  actor: string,
  key: string,
  path: string,
  body: unknown,
): CreateKey => ({
  province,
  actor,
  key,
  requestHash: createHash('sha256')
    .update(canonicalJson([path, body ?? null]))
    .digest('hex'),
})

/** An answer as it goes over the line: sent again, it is the same to the byte. */
export interface SentReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Undefined: without a body. */
  readonly body: string | undefined
}

/** The reply of an earlier identical create; refuses the key when it named another content. */
export const findEarlierReply = async (db: Db, create: CreateKey): Promise<SentReply | undefined> => {
  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('province', '=', create.province)
    .where('actor', '=', create.actor)
    .where('key', '=', create.key)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.request_hash !== create.requestHash) throw new Problem(httpProblems.keyReused)
  const { status, headers, body } = row
  return { status, headers: headers as SentReply['headers'], body: body ?? undefined }
}

/** How long a reply is kept for a repeated request: replies name people, so no longer than it helps anybody. */
const KEPT_DAYS = 7

/** Remembers the reply in the same transaction as the create itself, and forgets a few that are too old. */
export const rememberReply = async (
  tx: Tx,
  create: CreateKey,
  { status, headers, body }: SentReply,
  at: string,
): Promise<void> => {
  await tx
    .insertInto('idempotency')
    .values({
      province: create.province,
      actor: create.actor,
      key: create.key,
      request_hash: create.requestHash,
      status,
      headers: json(headers),
      body: body ?? null,
      at,
    })
    .execute()
  await sql`
    delete from idempotency where (province, actor, key) in (
      select province, actor, key from idempotency
      where at < ${at}::timestamptz - make_interval(days => ${sql.lit(KEPT_DAYS)})
      limit 20 for update skip locked)`.execute(tx)
}
