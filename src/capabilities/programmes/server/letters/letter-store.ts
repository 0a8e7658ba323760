import { sql, type SqlBool } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { json } from '#platform/server/db/values.ts'
import type { LetterQuery } from '../../domain/letter-schemas.ts'
import type { ReminderSender } from '../../domain/reminder-letter.ts'
import type { AssignmentRow } from '../assignments/tables.ts'
import { tables, type LetterRow } from './tables.ts'

/** A duty past its day with the plan that ordered it and the last word of its agency. */
export interface LateRow extends Pick<
  AssignmentRow,
  'id' | 'agency' | 'place' | 'text' | 'due' | 'first_due' | 'next_due' | 'state' | 'opened_at' | 'percent'
> {
  readonly plan: {
    type: string | null
    number: string | null
    issuedOn: string | null
    issuer: string | null
  } | null
  readonly report: { readonly at: string; readonly words: string } | null
}

/** Duties that nobody has reported done though their day has passed; of these agencies, or of all. */
export const listLate = async (
  db: Db | Tx,
  province: string,
  today: PlainDate,
  agencies: readonly string[] | null,
): Promise<readonly LateRow[]> => {
  const rows = await tables(db)
    .selectFrom('assignment')
    .leftJoin('programme', 'programme.id', 'assignment.programme_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('assignment_action')
          .select(['assignment_action.at as reported_at', 'assignment_action.deed as report'])
          .whereRef('assignment_action.assignment_id', '=', 'assignment.id')
          .where(sql<SqlBool>`assignment_action.deed->>'verb' in ('report', 'submit')`)
          .orderBy('assignment_action.seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'assignment.id',
      'assignment.agency',
      'assignment.place',
      'assignment.text',
      'assignment.due',
      'assignment.first_due',
      'assignment.next_due',
      'assignment.state',
      'assignment.opened_at',
      'assignment.percent',
      'assignment.programme_id',
      'programme.type',
      'programme.number',
      'programme.issued_on',
      'programme.issuer',
      'last.reported_at',
      'last.report',
    ])
    .where('assignment.province', '=', province)
    .where('assignment.state', 'in', ['assigned', 'refused', 'accepted', 'returned', 'awaiting-approval'])
    .where('assignment.next_due', '<', today)
    .where('assignment.agency', 'is not', null)
    .$if(agencies !== null, (query) => query.where('assignment.agency', 'in', [...(agencies ?? [])]))
    .orderBy('assignment.next_due')
    .orderBy('assignment.id')
    .execute()
  return rows.map(({ programme_id, type, number, issued_on, issuer, reported_at, report, ...row }) => ({
    ...row,
    plan: programme_id === null ? null : { type, number, issuedOn: issued_on, issuer },
    report: reported_at && report && 'words' in report ? { at: reported_at, words: report.words } : null,
  }))
}

export const insertLetter = async (
  tx: Tx,
  row: LetterRow,
  duties: readonly { readonly id: string; readonly daysLate: number }[],
): Promise<void> => {
  await tables(tx)
    .insertInto('reminder_letter')
    .values({ ...row, request: json(row.request) })
    .execute()
  await tables(tx)
    .insertInto('reminder_letter_assignment')
    .values(duties.map((one) => ({ letter_id: row.id, assignment_id: one.id, days_late: one.daysLate })))
    .execute()
}

export const findLetter = async (db: Db | Tx, province: string, id: string): Promise<LetterRow | undefined> =>
  await tables(db)
    .selectFrom('reminder_letter')
    .selectAll()
    .where('province', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()

export const lockLetter = async (tx: Tx, province: string, id: string): Promise<LetterRow | undefined> =>
  await tables(tx)
    .selectFrom('reminder_letter')
    .selectAll()
    .where('province', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const updateLetter = async (
  tx: Tx,
  id: string,
  change: Partial<Pick<LetterRow, 'state' | 'number' | 'issued_on' | 'note' | 'changed_at'>>,
): Promise<void> => {
  await tables(tx)
    .updateTable('reminder_letter')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Letters, the newest first, and how many there are. */
export const listLetters = async (
  db: Db,
  province: string,
  query: LetterQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly LetterRow[]; readonly total: number }> => {
  let matching = tables(db).selectFrom('reminder_letter').where('province', '=', province)
  if (query.state !== undefined) matching = matching.where('state', '=', query.state)
  if (query.agency !== undefined) matching = matching.where('agency', '=', query.agency)
  if (query.assignment !== undefined)
    matching = matching.where(
      sql<SqlBool>`id in (select letter_id from reminder_letter_assignment where assignment_id = ${query.assignment}::uuid)`,
    )
  const rows = await matching
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

/** Who signs reminders on a day; undefined while nobody has said so. */
export const findSender = async (
  db: Db | Tx,
  province: string,
  on: PlainDate,
): Promise<ReminderSender | undefined> => {
  const row = await tables(db)
    .selectFrom('reminder_sender')
    .select('sender')
    .where('province', '=', province)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sender
}

export const setSender = async (
  tx: Tx,
  province: string,
  from: PlainDate,
  sender: ReminderSender,
): Promise<void> => {
  await tables(tx)
    .insertInto('reminder_sender')
    .values({ province, valid_from: from, sender: json(sender) })
    .onConflict((conflict) =>
      conflict.columns(['province', 'valid_from']).doUpdateSet({ sender: json(sender) }),
    )
    .execute()
}

/** What the installation calls itself: `tỉnh Mẫu`. */
export const nameProvince = async (db: Db | Tx, province: string): Promise<string> => {
  const row = await tables(db)
    .selectFrom('installation')
    .select('name')
    .where('province', '=', province)
    .executeTakeFirst()
  return row?.name ?? 'tỉnh'
}
