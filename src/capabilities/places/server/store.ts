import type { Kysely } from 'kysely'
import { searchKey } from '#kernel/vietnamese.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { WorkCalendar } from '../domain/calendar.ts'
import type { PlaceBook, Succession } from '../domain/succession.ts'
import { fullName, type Unit } from '../domain/unit.ts'
import type { PlacesTables } from './tables.ts'

const tables = (db: Db | Tx): Kysely<PlacesTables> => db.withTables<PlacesTables>() as Kysely<PlacesTables>

/** PostgreSQL takes a limited number of parameters in one statement. */
const CHUNK = 500
const inChunks = async <T>(
  rows: readonly T[],
  insert: (chunk: readonly T[]) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < rows.length; at += CHUNK) await insert(rows.slice(at, at + CHUNK))
}

/** All units of a province over time: at most some thousands, so that one pure rule can search them. */
export const listUnits = async (db: Db | Tx, province: string): Promise<Unit[]> => {
  const rows = await tables(db)
    .selectFrom('unit')
    .select(['code', 'name', 'kind', 'parent', 'valid_from', 'valid_to', 'source'])
    .where('province', '=', province)
    .orderBy('code')
    .orderBy('id')
    .execute()
  return rows.map(({ valid_from, valid_to, ...row }) => ({
    ...row,
    validFrom: valid_from,
    validTo: valid_to,
  }))
}

export const listSuccession = async (db: Db | Tx, province: string): Promise<Succession[]> => {
  const rows = await tables(db)
    .selectFrom('unit_succession')
    .selectAll()
    .where('province', '=', province)
    .orderBy('old_code')
    .orderBy('new_code')
    .execute()
  return rows.map((row) => ({
    old: row.old_code,
    new: row.new_code,
    extent: row.extent,
    on: row.on_date,
    source: row.source,
  }))
}

export const insertPlaces = async (tx: Tx, province: string, book: PlaceBook): Promise<void> => {
  await inChunks(book.units, (chunk) =>
    tables(tx)
      .insertInto('unit')
      .values(
        chunk.map((unit) => ({
          province,
          code: unit.code,
          name: unit.name,
          kind: unit.kind,
          parent: unit.parent,
          valid_from: unit.validFrom,
          valid_to: unit.validTo,
          search: searchKey(fullName(unit)),
          source: unit.source,
        })),
      )
      .execute(),
  )
  await inChunks(book.succession, (chunk) =>
    tables(tx)
      .insertInto('unit_succession')
      .values(
        chunk.map((step) => ({
          province,
          old_code: step.old,
          new_code: step.new,
          extent: step.extent,
          on_date: step.on,
          source: step.source,
        })),
      )
      .execute(),
  )
}

export interface StoredCalendar extends WorkCalendar {
  readonly version: number
}

export const listCalendarYears = async (db: Db | Tx, province: string): Promise<number[]> => {
  const rows = await tables(db)
    .selectFrom('work_calendar')
    .select('year')
    .where('province', '=', province)
    .orderBy('year')
    .execute()
  return rows.map((row) => row.year)
}

export const findCalendar = async (
  db: Db | Tx,
  province: string,
  year: number,
): Promise<StoredCalendar | undefined> => {
  const head = await tables(db)
    .selectFrom('work_calendar')
    .selectAll()
    .where('province', '=', province)
    .where('year', '=', year)
    .executeTakeFirst()
  if (!head) return undefined
  const holidays = await tables(db)
    .selectFrom('holiday')
    .select(['name', 'from_date', 'to_date'])
    .where('province', '=', province)
    .where('year', '=', year)
    .orderBy('from_date')
    .execute()
  const makeUps = await tables(db)
    .selectFrom('make_up_day')
    .select(['on_date', 'instead_of'])
    .where('province', '=', province)
    .where('year', '=', year)
    .orderBy('on_date')
    .execute()
  return {
    year,
    source: head.source,
    version: head.version,
    holidays: holidays.map((row) => ({ name: row.name, from: row.from_date, to: row.to_date })),
    makeUpDays: makeUps.map((row) => ({ on: row.on_date, insteadOf: row.instead_of })),
  }
}

/** The calendars of all years that were entered. */
export const listCalendars = async (db: Db | Tx, province: string): Promise<StoredCalendar[]> => {
  const found = await Promise.all(
    (await listCalendarYears(db, province)).map(async (year) => await findCalendar(db, province, year)),
  )
  return found.filter((calendar) => calendar !== undefined)
}

/**
 * Writes the calendar of a year. `version` is the one that the person saw, 0 for a year not yet entered;
 * false when somebody else was quicker.
 */
export const saveCalendar = async (
  tx: Tx,
  province: string,
  calendar: WorkCalendar,
  version: number,
): Promise<boolean> => {
  const { year, source } = calendar
  if (version === 0) {
    const inserted = await tables(tx)
      .insertInto('work_calendar')
      .values({ province, year, source, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) return false
  } else {
    const updated = await tables(tx)
      .updateTable('work_calendar')
      .set({ source, version: version + 1 })
      .where('province', '=', province)
      .where('year', '=', year)
      .where('version', '=', version)
      .executeTakeFirst()
    if (updated.numUpdatedRows === 0n) return false
  }
  for (const table of ['holiday', 'make_up_day'] as const) {
    await tables(tx).deleteFrom(table).where('province', '=', province).where('year', '=', year).execute()
  }
  for (const { name, from, to } of calendar.holidays) {
    await tables(tx)
      .insertInto('holiday')
      .values({ province, year, name, from_date: from, to_date: to })
      .execute()
  }
  for (const { on, insteadOf } of calendar.makeUpDays) {
    await tables(tx)
      .insertInto('make_up_day')
      .values({ province, year, on_date: on, instead_of: insteadOf })
      .execute()
  }
  return true
}
