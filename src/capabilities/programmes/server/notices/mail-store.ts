import { sql } from 'kysely'
import type { Db } from '#platform/server/db/db.ts'
import type { ToldRow } from './notice-store.ts'
import { tables, type MailState } from './tables.ts'

/**
 * How far the letters are. A letter is all that one person has not been written yet; that it is being sent is written
 * down before it goes and that it was sent after, so that a server that ends in between sends it again.
 */

/** How long a letter that is being sent is left alone, in case its server died. */
export const LEASE_SECONDS = 300

/** The longest pause between two attempts; what lies much further ahead was put there by a clock that ran ahead. */
export const LONGEST_PAUSE_SECONDS = 1800

const isDue = (
  now: string,
) => sql<boolean>`(n.mail in ('waiting', 'sending') and (n.mail_next_at <= ${now}::timestamptz
  or n.mail_next_at > ${now}::timestamptz + make_interval(secs => ${sql.lit(2 * LONGEST_PAUSE_SECONDS)})))`

/** Whoever has a letter to get, the one who has waited longest first. */
export const listRecipients = async (
  db: Db,
  province: string,
  now: string,
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ account: string }>`
    select n.account_id as account from notice n where n.province = ${province} and ${isDue(now)}
    group by n.account_id order by min(n.mail_next_at), n.account_id limit ${limit}::int`.execute(db)
  return rows.map(({ account }) => account)
}

export interface Begun extends ToldRow {
  readonly attempts: number
}

/** Takes what is due to one person and says that it is being sent; nothing when another server was quicker. */
export const beginLetter = async (db: Db, account: string, now: string): Promise<readonly Begun[]> => {
  const { rows } = await sql<Begun>`
    with taken as (
      update notice n set mail = 'sending', mail_attempts = mail_attempts + 1,
        mail_next_at = ${now}::timestamptz + make_interval(secs => ${sql.lit(LEASE_SECONDS)})
      where n.id in (
        select n.id from notice n where n.account_id = ${account}::uuid and ${isDue(now)} for update skip locked)
      returning n.*)
    select t.id, t.kind, t.is_stand_in, t.stage, t.due, t.verb, t.capacity, t.is_conflict, t.words, t.on_day,
      t.made_at, t.read_at, t.mail_attempts as attempts,
      jsonb_build_object('id', a.id, 'text', a.text, 'place', a.place, 'plan', p.number, 'agency', a.agency,
        'state', a.state, 'due', a.next_due) as duty
    from taken t
    join assignment a on a.id = t.assignment_id
    left join programme p on p.id = a.programme_id
    where not t.is_void
    order by t.made_at, t.id`.execute(db)
  return rows
}

/** What became of a letter that was being sent; a letter that waits says until when. */
export const endLetter = async (
  db: Db,
  ids: readonly string[],
  mail: MailState,
  at: { readonly sentAt: string | null; readonly nextAt: string | null },
): Promise<void> => {
  await tables(db)
    .updateTable('notice')
    .set({ mail, mail_at: at.sentAt, mail_next_at: at.nextAt })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** For the office: how many people wait for a letter, and how many were refused by the mail server. */
export const countLetters = async (
  db: Db,
  province: string,
): Promise<{ readonly waiting: number; readonly refused: number }> => {
  const { rows } = await sql<{ waiting: number; refused: number }>`
    select (select count(distinct account_id) from notice
        where province = ${province} and mail in ('waiting', 'sending')) as waiting,
      (select count(distinct account_id) from notice where province = ${province} and mail = 'refused') as refused`.execute(
    db,
  )
  return { waiting: Number(rows[0]?.waiting ?? 0), refused: Number(rows[0]?.refused ?? 0) }
}
