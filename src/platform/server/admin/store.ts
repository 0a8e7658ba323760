import { sql } from 'kysely'
import type { Db, Tx } from '../db/db.ts'
import type { HeldDelivery } from './schemas.ts'

export interface JournalFilter {
  readonly event?: string | undefined
  readonly subject?: string | undefined
  readonly actor?: string | undefined
  /** Instants, from included, to excluded. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: number | undefined
  readonly size: number
}

/** Entries of the journal, newest first. */
export const listEntries = async (db: Db, province: string, filter: JournalFilter) => {
  let query = db
    .selectFrom('journal')
    .select(['seq', 'at', 'actor', 'event', 'subject', 'data'])
    .where('province', '=', province)
  const { event, subject, actor, from, to, before } = filter
  if (event) query = query.where('event', '=', event)
  if (subject) query = query.where('subject', '=', subject)
  if (actor) {
    query = query.where((e) =>
      e.or([
        e('actor', '=', actor),
        sql<boolean>`starts_with(actor, ${`${actor} for `})`,
        sql<boolean>`right(actor, length(${` for ${actor}`})) = ${` for ${actor}`}`,
      ]),
    )
  }
  if (from) query = query.where('at', '>=', from)
  if (to) query = query.where('at', '<', to)
  if (before !== undefined) query = query.where('seq', '<', before)
  return await query.orderBy('seq', 'desc').limit(filter.size).execute()
}

export const listQuarantined = async (db: Db, province: string): Promise<HeldDelivery[]> =>
  await db
    .selectFrom('job_delivery as d')
    .innerJoin('journal as j', (join) =>
      join.onRef('j.province', '=', 'd.province').onRef('j.seq', '=', 'd.seq'),
    )
    .select([
      'd.id',
      'd.job',
      'd.seq',
      'j.event',
      'j.subject',
      'j.at',
      'd.attempts',
      'd.last_error as lastError',
    ])
    .where('d.province', '=', province)
    .where('d.state', '=', 'quarantined')
    .orderBy('d.id')
    .limit(500)
    .execute()

export const countWaiting = async (db: Db, province: string): Promise<number> => {
  const row = await db
    .selectFrom('job_delivery')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('province', '=', province)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return row.count
}

/** Takes one out of quarantine, to run again at once or never; undefined when it is not there. */
export const releaseJob = async (
  tx: Tx,
  province: string,
  id: number,
  to: 'waiting' | 'given-up',
  now: string,
): Promise<{ job: string; seq: number } | undefined> =>
  await tx
    .updateTable('job_delivery')
    .set(
      to === 'waiting'
        ? { state: to, attempts: 0, next_at: sql<string>`least(now(), ${now}::timestamptz)` }
        : { state: to },
    )
    .where('province', '=', province)
    .where('id', '=', id)
    .where('state', '=', 'quarantined')
    .returning(['job', 'seq'])
    .executeTakeFirst()
