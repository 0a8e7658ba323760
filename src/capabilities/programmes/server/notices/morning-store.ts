import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { REMINDED_STATES, type Addressed, type PlannedStage } from '../../domain/reminders.ts'
import { tables, type MailState } from './tables.ts'

/**
 * A morning's reminders in a handful of statements, however many duties there are. What the big one says is what
 * `domain/reminders.ts` says of one duty; a test holds the two against each other.
 */

const STATES = [...REMINDED_STATES]

/** On which days open duties fall due. */
export const listDueDays = async (db: Db | Tx, province: string): Promise<readonly PlainDate[]> => {
  const { rows } = await sql<{ due: PlainDate }>`
    select distinct next_due as due from assignment
    where province = ${province} and next_due is not null and state = any(${STATES}::text[])`.execute(db)
  return rows.map(({ due }) => due)
}

/** Agencies that answer for an open duty or do it. */
export const listCharged = async (db: Db | Tx, province: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ code: string }>`
    select distinct code from assignment, unnest(array[agency, delegate]) as code
    where province = ${province} and code is not null and state = any(${STATES}::text[])`.execute(db)
  return rows.map(({ code }) => code)
}

export const isMorningDone = async (db: Db | Tx, province: string, day: PlainDate): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('notice_morning')
    .select('day')
    .where('province', '=', province)
    .where('day', '=', day)
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that a morning is being made; false when another server was quicker. */
export const beginMorning = async (
  tx: Tx,
  province: string,
  day: PlainDate,
  at: string,
): Promise<boolean> => {
  const row = await tables(tx)
    .insertInto('notice_morning')
    .values({ province, day, at, made: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst()
  return row !== undefined
}

export const endMorning = async (tx: Tx, province: string, day: PlainDate, made: number): Promise<void> => {
  await tables(tx)
    .updateTable('notice_morning')
    .set({ made })
    .where('province', '=', province)
    .where('day', '=', day)
    .execute()
}

/** Forgets mornings of days that have not come yet, and voids their reminders: a clock had run ahead. */
export const voidAhead = async (tx: Tx, province: string, today: PlainDate): Promise<void> => {
  const ahead = await tables(tx)
    .deleteFrom('notice_morning')
    .where('province', '=', province)
    .where('day', '>', today)
    .returning('day')
    .execute()
  if (ahead.length === 0) return
  await tables(tx)
    .updateTable('notice')
    .set({
      is_void: true,
      mail: sql<MailState>`case when mail in ('waiting', 'sending') then 'none' else mail end`,
      mail_next_at: null,
    })
    .where('province', '=', province)
    .where('kind', '=', 'stage')
    .where('on_day', '>', today)
    .execute()
}

/** The people told, with whether a letter reaches them, as columns of a statement. */
export interface Reached extends Addressed {
  readonly hasMail: boolean
}

/** Makes what is to be told today and was not told yet; returns how many notices that are. */
export const insertStageNotices = async (
  tx: Tx,
  province: string,
  planned: readonly PlannedStage[],
  people: readonly Reached[],
  { today, now }: { readonly today: PlainDate; readonly now: string },
): Promise<number> => {
  const result = await sql`
    with planned as (
      select * from unnest(${planned.map((one) => one.due)}::date[], ${planned.map((one) => one.role)}::text[],
        ${planned.map((one) => one.stage)}::int[], ${planned.map((one) => one.day)}::date[])
        as p (due, role, stage, day)
    ), people as (
      select * from unnest(${people.map((one) => one.role)}::text[], ${people.map((one) => one.agency)}::text[],
        ${people.map((one) => one.account)}::uuid[], ${people.map((one) => one.isStandIn)}::boolean[],
        ${people.map((one) => one.hasMail)}::boolean[]) as t (role, agency, account, is_stand_in, has_mail)
    ), asked as (
      select a.id, a.agency, a.delegate, p.due, p.stage,
        case
          when a.state in ('unassigned', 'refused') and p.role in ('focal', 'head') then 'office'
          when a.state = 'awaiting-approval' and p.role = 'focal' then 'head'
          else p.role
        end as role
      from assignment a
      join planned p on p.due = a.next_due
      where a.province = ${province} and a.state = any(${STATES}::text[])
        and (p.stage > 0 or p.day >= ((a.made_at at time zone 'UTC') + interval '7 hours')::date)
    ), targets as (
      select id, due, stage, role, '' as code from asked where role in ('office', 'leader')
      union all
      select id, due, stage, role, agency from asked where role in ('focal', 'head') and agency is not null
      union all
      select id, due, stage, role, delegate from asked where role = 'focal' and delegate is not null
    )
    insert into notice (province, key, account_id, assignment_id, kind, role, is_stand_in, stage, due, is_conflict,
      on_day, is_void, made_at, mail, mail_attempts, mail_next_at)
    select ${province}, 'stage/' || c.id || '/' || c.due || '/' || c.stage || '/' || c.role || '/' || c.account,
      c.account, c.id, 'stage', c.role, c.is_stand_in, c.stage, c.due, false,
      ${today}::date, false, ${now}::timestamptz, case when c.has_mail then 'waiting' else 'none' end, 0,
      case when c.has_mail then ${now}::timestamptz end
    from (
      select distinct on (g.id, t.account) g.id, g.due, g.stage, g.role, t.account, t.is_stand_in, t.has_mail
      from targets g join people t on t.role = g.role and t.agency = g.code
      order by g.id, t.account, g.stage desc, t.is_stand_in desc,
        array_position(array['focal', 'head', 'office', 'leader'], g.role)
    ) c
    where not exists (
      select 1 from notice n
      where n.assignment_id = c.id and n.account_id = c.account and n.due = c.due and n.stage >= c.stage
        and not n.is_void)
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}
