import type { Kysely, Selectable } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { RouteDetail, RouteEdit } from '../contract.ts'
import type { Route } from '../domain/route.ts'
import type { PlacesTables } from './tables.ts'

const tables = (db: Db | Tx): Kysely<PlacesTables> => db.withTables<PlacesTables>() as Kysely<PlacesTables>

const toDetail = (row: Selectable<PlacesTables['route']>): RouteDetail => ({
  code: row.code,
  name: row.name,
  class: row.class,
  course: row.course,
  lengthKm: row.length_km,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  source: row.source,
  version: row.version,
})

const toRow = (edit: RouteEdit) => ({
  name: edit.name,
  class: edit.class,
  course: edit.course,
  length_km: edit.lengthKm,
  valid_from: edit.validFrom,
  valid_to: edit.validTo,
  source: edit.source,
})

/** All routes of a province, by class from the greatest down, then by code. */
export const listRoutes = async (db: Db | Tx, province: string): Promise<RouteDetail[]> => {
  const rows = await tables(db).selectFrom('route').selectAll().where('province', '=', province).execute()
  return rows.map(toDetail)
}

export const findRouteByCode = async (
  db: Db | Tx,
  province: string,
  code: string,
): Promise<RouteDetail | undefined> => {
  const row = await tables(db)
    .selectFrom('route')
    .selectAll()
    .where('province', '=', province)
    .where('code', '=', code)
    .executeTakeFirst()
  return row && toDetail(row)
}

export const insertRoute = async (tx: Tx, province: string, route: Route): Promise<void> => {
  await tables(tx)
    .insertInto('route')
    .values({ province, code: route.code, ...toRow(route), version: 1 })
    .execute()
}

/** False when the version is no longer the one that the person saw. */
export const updateRoute = async (
  tx: Tx,
  province: string,
  code: string,
  edit: RouteEdit,
  version: number,
): Promise<boolean> => {
  const updated = await tables(tx)
    .updateTable('route')
    .set({ ...toRow(edit), version: version + 1 })
    .where('province', '=', province)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}
