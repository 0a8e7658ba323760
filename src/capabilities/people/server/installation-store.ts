import type { Db } from '#platform/server/db/db.ts'

export interface Installation {
  readonly province: string
  readonly name: string
  readonly sample: boolean
}

/** The province that this installation serves; undefined before it is opened. */
export const findInstallation = async (db: Db, province: string): Promise<Installation | undefined> =>
  await db
    .selectFrom('installation')
    .select(['province', 'name', 'sample'])
    .where('province', '=', province)
    .executeTakeFirst()

export const isSample = async (db: Db, province: string): Promise<boolean> =>
  (await findInstallation(db, province))?.sample ?? false
