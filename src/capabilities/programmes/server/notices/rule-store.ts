import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { DEFAULT_HOURS, DEFAULT_RULES, type QuietHours, type ReminderRule } from '../../domain/reminders.ts'
import { tables } from './tables.ts'

/** The rules of a province by which people are reminded: dated, only ever added. */

export interface Writing {
  readonly province: string
  readonly by: string
  readonly at: string
}

/** In the order in which they were written; those of the product until the province has its own. */
export const listRules = async (db: Db | Tx, province: string): Promise<readonly ReminderRule[]> => {
  const rows = await tables(db)
    .selectFrom('reminder_rule')
    .select(['stage', 'roles', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('province', '=', province)
    .orderBy('seq')
    .execute()
  return rows.length > 0 ? rows : DEFAULT_RULES
}

/** In the order in which they were written. */
export const listHours = async (db: Db | Tx, province: string): Promise<readonly QuietHours[]> => {
  const rows = await tables(db)
    .selectFrom('reminder_hours')
    .select(['from_minute as from', 'until_minute as until', 'valid_from as validFrom'])
    .where('province', '=', province)
    .orderBy('seq')
    .execute()
  return rows.length > 0 ? rows : [DEFAULT_HOURS]
}

/** Writes down the rules of the product where a province has none; false when it has some already. */
export const insertDefaultRules = async (tx: Tx, { province, by, at }: Writing): Promise<boolean> => {
  const rows = DEFAULT_RULES.map(({ stage, roles, validFrom, validTo }, seq) => ({
    id: randomUUID(),
    province,
    stage,
    roles: [...roles],
    valid_from: validFrom,
    valid_to: validTo,
    made_by: by,
    made_at: at,
    seq,
  }))
  const some = await tables(tx)
    .selectFrom('reminder_rule')
    .select('id')
    .where('province', '=', province)
    .limit(1)
    .executeTakeFirst()
  if (some) return false
  await tables(tx).insertInto('reminder_rule').values(rows).execute()
  await tables(tx)
    .insertInto('reminder_hours')
    .values({
      province,
      seq: 0,
      from_minute: DEFAULT_HOURS.from,
      until_minute: DEFAULT_HOURS.until,
      valid_from: DEFAULT_HOURS.validFrom,
      made_by: by,
      made_at: at,
    })
    .execute()
  return true
}

export const insertRule = async (
  tx: Tx,
  { province, by, at }: Writing,
  { stage, roles, validFrom, validTo }: ReminderRule,
): Promise<void> => {
  await tables(tx)
    .insertInto('reminder_rule')
    .values({
      id: randomUUID(),
      province,
      stage,
      roles: [...roles],
      valid_from: validFrom,
      valid_to: validTo,
      made_by: by,
      made_at: at,
      seq: sql<number>`(select coalesce(max(seq), -1) + 1 from reminder_rule where province = ${province})`,
    })
    .execute()
}

export const insertHours = async (
  tx: Tx,
  { province, by, at }: Writing,
  { from, until, validFrom }: QuietHours,
): Promise<void> => {
  await tables(tx)
    .insertInto('reminder_hours')
    .values({
      province,
      from_minute: from,
      until_minute: until,
      valid_from: validFrom,
      made_by: by,
      made_at: at,
      seq: sql<number>`(select coalesce(max(seq), -1) + 1 from reminder_hours where province = ${province})`,
    })
    .execute()
}
