import { createHash } from 'node:crypto'
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

/** The reply of an earlier identical create; refuses the key when it named another content. */
export const findEarlierReply = async (
  db: Db,
  create: CreateKey,
): Promise<{ status: number; reply: unknown } | undefined> => {
  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('province', '=', create.province)
    .where('actor', '=', create.actor)
    .where('key', '=', create.key)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.request_hash !== create.requestHash) throw new Problem(httpProblems.keyReused)
  return { status: row.status, reply: row.reply }
}

/** Remembers the reply in the same transaction as the create itself. */
export const rememberReply = async (
  tx: Tx,
  create: CreateKey,
  status: number,
  reply: unknown,
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
      reply: json(reply ?? null),
      at,
    })
    .execute()
}
