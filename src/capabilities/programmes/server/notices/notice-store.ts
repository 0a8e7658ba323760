import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Capacity, Verb } from '../../domain/assignment.ts'
import type { ToldDuty } from '../../domain/digest.ts'
import type { Audience } from '../../domain/notice-audience.ts'
import type { Reached } from './morning-store.ts'
import { tables, type NoticeRow } from './tables.ts'

/** Which duties something is told of: some, or all that were made at once. */
export type Concerned = { readonly ids: readonly string[] } | { readonly batch: string }

const isConcerned = (concerned: Concerned) =>
  'ids' in concerned
    ? sql<boolean>`a.id = any(${[...concerned.ids]}::uuid[])`
    : sql<boolean>`a.batch = ${concerned.batch}::uuid`

/** Agencies that answer for these duties, do them, or work along. */
export const listAgenciesOf = async (
  db: Db | Tx,
  province: string,
  concerned: Concerned,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ code: string }>`
    select distinct code from assignment a, unnest(array[a.agency, a.delegate] || a.partners) as code
    where a.province = ${province} and code is not null and ${isConcerned(concerned)}`.execute(db)
  return rows.map(({ code }) => code)
}

/** What is told at once. */
export interface Telling {
  /** With the duty and the person it makes the key: telling again is the same notice. */
  readonly key: string
  readonly kind: 'event' | 'manual'
  readonly verb: Verb | null
  readonly capacity: Capacity | null
  readonly isConflict: boolean
  readonly words: string | null
  readonly audience: readonly Audience[]
  /** Whoever did it is not told. */
  readonly but: string | null
  readonly today: PlainDate
  readonly now: string
  /** When its letter may go out: a little later, so that what happens at once is one letter. */
  readonly mailAt: string
}

/** Tells the people of these duties; those who were told already are not told again. */
export const insertTold = async (
  db: Db | Tx,
  province: string,
  concerned: Concerned,
  people: readonly Reached[],
  told: Telling,
): Promise<number> => {
  const { audience, key, kind, verb, capacity, isConflict, words, but, today, now, mailAt } = told
  const result = await sql`
    with audience as (
      select * from unnest(${audience.map((one) => one.role)}::text[], ${audience.map((one) => one.at)}::text[])
        with ordinality as u (role, place, rank)
    ), people as (
      select * from unnest(${people.map((one) => one.role)}::text[], ${people.map((one) => one.agency)}::text[],
        ${people.map((one) => one.account)}::uuid[], ${people.map((one) => one.isStandIn)}::boolean[],
        ${people.map((one) => one.hasMail)}::boolean[]) as t (role, agency, account, is_stand_in, has_mail)
    )
    insert into notice (province, key, account_id, assignment_id, kind, role, is_stand_in, verb, capacity,
      is_conflict, words, on_day, is_void, made_at, mail, mail_attempts, mail_next_at)
    select distinct on (a.id, t.account) ${province}, ${key} || '/' || a.id || '/' || t.account, t.account, a.id,
      ${kind}, t.role, t.is_stand_in, ${verb}::text, ${capacity}::text, ${isConflict}::boolean, ${words}::text,
      ${today}::date, false, ${now}::timestamptz, case when t.has_mail then 'waiting' else 'none' end, 0,
      case when t.has_mail then ${mailAt}::timestamptz end
    from assignment a
    cross join audience u
    cross join lateral unnest(
      case u.place when 'agency' then array[a.agency] when 'delegate' then array[a.delegate]
        when 'partners' then a.partners else array[''] end) as asked (code)
    join people t on t.role = u.role and t.agency = asked.code
    where a.province = ${province} and ${isConcerned(concerned)}
      and (t.is_stand_in or t.account is distinct from ${but}::uuid)
      and not (t.is_stand_in and u.place = 'partners')
    order by a.id, t.account, t.is_stand_in desc, u.rank
    on conflict do nothing`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}

/** A notice with the duty as it stands now. */
export type ToldRow = Pick<
  NoticeRow,
  | 'kind'
  | 'is_stand_in'
  | 'stage'
  | 'due'
  | 'verb'
  | 'capacity'
  | 'is_conflict'
  | 'words'
  | 'on_day'
  | 'made_at'
  | 'read_at'
> & {
  readonly id: string
  readonly duty: Omit<ToldDuty, 'agencyName'> & { readonly agency: string | null }
}

const dutyJson = sql<ToldRow['duty']>`jsonb_build_object('id', a.id, 'text', a.text, 'place', a.place,
  'plan', p.number, 'agency', a.agency, 'state', a.state, 'due', a.next_due)`

export interface NoticeFilter {
  readonly unread: boolean
  readonly limit: number
  readonly offset: number
}

/** What one person was told, the newest first. */
export const listNotices = async (
  db: Db,
  account: string,
  { unread, limit, offset }: NoticeFilter,
): Promise<{ readonly rows: readonly ToldRow[]; readonly total: number }> => {
  let found = tables(db)
    .selectFrom('notice as n')
    .where('n.account_id', '=', account)
    .where('n.is_void', '=', false)
  if (unread) found = found.where('n.read_at', 'is', null)
  const rows = await found
    .innerJoin('assignment as a', 'a.id', 'n.assignment_id')
    .leftJoin('programme as p', 'p.id', 'a.programme_id')
    .select([
      'n.id',
      'n.kind',
      'n.is_stand_in',
      'n.stage',
      'n.due',
      'n.verb',
      'n.capacity',
      'n.is_conflict',
      'n.words',
      'n.on_day',
      'n.made_at',
      'n.read_at',
      dutyJson.as('duty'),
    ])
    .orderBy('n.made_at', 'desc')
    .orderBy('n.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** How many a person has not read, counted no further than anybody reads. */
export const countUnread = async (db: Db, account: string, most: number): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (
      select 1 from notice where account_id = ${account}::uuid and read_at is null and not is_void
      limit ${most}::int) as unread`.execute(db)
  return Number(rows[0]?.total ?? 0)
}

/** Marks a person's own notices as read: these, or all that were made until then. Returns how many were not yet. */
export const markRead = async (
  tx: Tx,
  account: string,
  which: { readonly ids: readonly string[] } | { readonly until: string },
  now: string,
): Promise<number> => {
  let update = tables(tx)
    .updateTable('notice')
    .set({ read_at: now })
    .where('account_id', '=', account)
    .where('read_at', 'is', null)
    .where('is_void', '=', false)
  update =
    'ids' in which
      ? update.where(sql<boolean>`id = any(${[...which.ids]}::uuid[])`)
      : update.where('made_at', '<=', which.until)
  const { numUpdatedRows } = await update.executeTakeFirst()
  return Number(numUpdatedRows)
}
