import { sql } from 'kysely'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { REMINDED_STATES } from '../../domain/reminders.ts'
import { DUE_SOON_DAYS } from '../../domain/timeliness.ts'
import type { ToldDuty } from '../../domain/digest.ts'

const STATES = [...REMINDED_STATES]

/** Those of these duties for which somebody still has to do something. */
export const listAsked = async (
  tx: Tx,
  province: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from assignment
    where province = ${province} and id = any(${[...ids]}::uuid[]) and state = any(${STATES}::text[])`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** What an agency owes: overdue, due today, due within the week. */
export const listUrgent = async (
  db: Db,
  province: string,
  agency: string,
  today: PlainDate,
): Promise<readonly Omit<ToldDuty, 'agencyName'>[]> => {
  const { rows } = await sql<Omit<ToldDuty, 'agencyName'>>`
    select a.id, a.text, a.place, p.number as plan, a.state, a.next_due as due
    from assignment a left join programme p on p.id = a.programme_id
    where a.province = ${province} and a.agency = ${agency} and a.state = any(${STATES}::text[])
      and a.next_due <= ${addDays(today, DUE_SOON_DAYS)}::date
    order by a.next_due, a.place, a.id`.execute(db)
  return rows
}
