import { sql } from 'kysely'
import type { Db, Tx } from '../db/db.ts'
import { json } from '../db/values.ts'
import { GENESIS, hashEntry } from './hash.ts'

/** Who writes, where and when; every write carries one. */
export interface Author {
  readonly province: string
  /** Account id, `system`, `cli` or, for what the sample does with its own documents, `sample`: never a name. */
  readonly actor: string
  /** The instant of the request, UTC, `2026-11-21T09:00:00.000Z`. */
  readonly now: string
}

/** What happened. `data` holds ids, codes and numbers: no personal data. */
export interface JournalEvent {
  readonly event: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Which jobs react to which event: made once at start from the list of capabilities. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>

export type Append = (event: JournalEvent) => Promise<number>

/**
 * Runs one write: the change and its journal entries commit together or not at all.
 * A write that appends nothing is a mistake of the programmer and is rolled back (style rule 9).
 */
export const inTransaction = async <T>(
  db: Db,
  subscriptions: Subscriptions,
  author: Author,
  change: (tx: Tx, append: Append) => Promise<T>,
): Promise<T> =>
  await db.transaction().execute(async (tx) => {
    let appended = 0
    const value = await change(tx, async (event) => {
      appended++
      return await append(tx, subscriptions, author, event)
    })
    if (appended === 0) throw new Error('a write must append to the journal')
    return value
  })

/** Appends one entry to the chain of the province and queues the jobs that react to it. Returns its number. */
const append = async (
  tx: Tx,
  subscriptions: Subscriptions,
  author: Author,
  event: JournalEvent,
): Promise<number> => {
  await tx
    .insertInto('journal_head')
    .values({ province: author.province, seq: 0, at: author.now, hash: GENESIS })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const head = await tx
    .selectFrom('journal_head')
    .selectAll()
    .where('province', '=', author.province)
    .forUpdate()
    .executeTakeFirstOrThrow()
  // A clock that was moved back must not make the journal run backwards.
  const at = author.now > head.at ? author.now : head.at
  const unhashed = {
    province: author.province,
    seq: head.seq + 1,
    at,
    actor: author.actor,
    event: event.event,
    subject: event.subject,
    data: event.data,
    previous_hash: head.hash,
  }
  const hash = hashEntry(unhashed)
  await tx
    .insertInto('journal')
    .values({ ...unhashed, data: json(event.data), hash })
    .execute()
  await tx
    .updateTable('journal_head')
    .set({ seq: unhashed.seq, at, hash })
    .where('province', '=', author.province)
    .execute()
  for (const job of subscriptions.get(event.event) ?? []) {
    await tx
      .insertInto('job_delivery')
      .values({
        province: author.province,
        seq: unhashed.seq,
        job,
        state: 'waiting',
        attempts: 0,
        next_at: sql<string>`least(now(), ${at}::timestamptz)`,
        last_error: null,
        done_at: null,
      })
      .execute()
  }
  return unhashed.seq
}
