import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { HeldPost } from '../domain/access.ts'
import { withPeople } from './tables.ts'

export interface FoundSession {
  readonly id: string
  readonly account: string
  readonly lastSeenAt: string
  /** Set while acting for somebody, if that delegation still holds today. */
  readonly delegation: string | null
  readonly actingFor: string | null
  /** The posts that count now: one's own, or the delegated ones while acting. */
  readonly posts: readonly (HeldPost & { readonly id: string })[]
}

/** How long a session may last, used or not. */
const LONGEST_DAYS = 7

/**
 * The session of a token with all that decides permissions, in one query. None when it ended, ran out, or its
 * account is locked; a delegation counts only while it runs and its giver's account is active.
 */
export const findSession = async (
  db: Db,
  tokenHash: string,
  now: string,
  today: PlainDate,
  idleHours: number,
): Promise<FoundSession | undefined> => {
  const { rows } = await sql<FoundSession>`
    select s.id, s.account_id as account, s.last_seen_at as "lastSeenAt",
      d.id as delegation, d.from_account as "actingFor",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'agency', p.agency, 'area', p.area)
          order by p.id)
        from post p
        where p.account_id = coalesce(d.from_account, s.account_id)
          and coalesce(p.valid_from, ${today}::date) <= ${today}::date
          and coalesce(p.valid_to, ${today}::date) >= ${today}::date
          and (d.id is null or exists (
            select 1 from delegation_post dp where dp.delegation_id = d.id and dp.post_id = p.id))
      ), '[]'::jsonb) as posts
    from session s
    join account a on a.id = s.account_id and a.state = 'active'
    left join (delegation d join account f on f.id = d.from_account and f.state = 'active')
      on d.id = s.delegation_id and d.to_account = s.account_id and d.ended_at is null
      and ${today}::date between d.valid_from and d.valid_to
    where s.token_hash = ${tokenHash}
      and s.last_seen_at > ${now}::timestamptz - make_interval(hours => ${idleHours}::int)
      and s.started_at > ${now}::timestamptz - make_interval(days => ${sql.lit(LONGEST_DAYS)})`.execute(db)
  return rows[0]
}

/** Notes that the session is in use; called now and then, not at each request. */
export const touchSession = async (db: Db, id: string, account: string, now: string): Promise<void> => {
  const people = withPeople(db)
  await people.updateTable('session').set({ last_seen_at: now }).where('id', '=', id).execute()
  await people.updateTable('account').set({ last_seen_at: now }).where('id', '=', account).execute()
}

export interface NewSession {
  readonly id: string
  readonly province: string
  readonly tokenHash: string
  readonly account: string
  readonly device: string
}

export const insertSession = async (tx: Tx, session: NewSession, now: string): Promise<void> => {
  const people = withPeople(tx)
  await people
    .insertInto('session')
    .values({
      id: session.id,
      province: session.province,
      token_hash: session.tokenHash,
      account_id: session.account,
      delegation_id: null,
      device: session.device,
      started_at: now,
      last_seen_at: now,
    })
    .execute()
  await people.updateTable('account').set({ last_seen_at: now }).where('id', '=', session.account).execute()
}

/** Clears away sessions that nobody can use any more. */
export const deleteStaleSessions = async (tx: Tx, now: string, idleHours: number): Promise<void> => {
  await sql`delete from session
    where last_seen_at <= ${now}::timestamptz - make_interval(hours => ${idleHours}::int)
      or started_at <= ${now}::timestamptz - make_interval(days => ${sql.lit(LONGEST_DAYS)})`.execute(tx)
}

/** Ends one session by its token; returns whose it was. */
export const deleteSessionByToken = async (
  tx: Tx,
  tokenHash: string,
): Promise<{ id: string; account_id: string } | undefined> =>
  await withPeople(tx)
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .returning(['id', 'account_id'])
    .executeTakeFirst()

/** Ends one of a person's own sessions; false when the person has no such session. */
export const deleteSession = async (tx: Tx, account: string, id: string): Promise<boolean> => {
  const ended = await withPeople(tx)
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .returning('id')
    .execute()
  return ended.length > 0
}

/** Ends all sessions of a person, but for the one of that token. */
export const deleteOtherSessions = async (
  tx: Tx,
  account: string,
  keepTokenHash: string | undefined,
): Promise<number> => {
  let query = withPeople(tx).deleteFrom('session').where('account_id', '=', account)
  if (keepTokenHash !== undefined) query = query.where('token_hash', '<>', keepTokenHash)
  return (await query.returning('id').execute()).length
}

/** Gives a session another token: whoever knew the old one is outside. */
export const renewToken = async (tx: Tx, tokenHash: string, next: string): Promise<void> => {
  await withPeople(tx)
    .updateTable('session')
    .set({ token_hash: next })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export const listSessions = async (db: Db, account: string, now: string, idleHours: number) =>
  await withPeople(db)
    .selectFrom('session')
    .select(['id', 'token_hash', 'device', 'started_at', 'last_seen_at'])
    .where('account_id', '=', account)
    .where(
      sql<boolean>`last_seen_at > ${now}::timestamptz - make_interval(hours => ${idleHours}::int)
        and started_at > ${now}::timestamptz - make_interval(days => ${sql.lit(LONGEST_DAYS)})`,
    )
    .orderBy('last_seen_at', 'desc')
    .execute()

export const setActing = async (tx: Tx, tokenHash: string, delegation: string | null): Promise<void> => {
  await withPeople(tx)
    .updateTable('session')
    .set({ delegation_id: delegation })
    .where('token_hash', '=', tokenHash)
    .execute()
}
