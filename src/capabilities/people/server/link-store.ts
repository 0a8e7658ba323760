import type { Db, Tx } from '#platform/server/db/db.ts'
import { withPeople, type PeopleTables } from './tables.ts'

export type LinkPurpose = PeopleTables['one_time_link']['purpose']

export interface StoredLink {
  readonly id: string
  readonly purpose: LinkPurpose
  readonly account: string | null
  readonly login: string | null
  readonly expiresAt: string
}

/** A new link makes the earlier ones of the same purpose and person void. */
export const insertLink = async (
  tx: Tx,
  link: {
    readonly id: string
    readonly province: string
    readonly purpose: LinkPurpose
    readonly account: string | null
    readonly tokenHash: string
    readonly expiresAt: string
  },
): Promise<void> => {
  const people = withPeople(tx)
  const { id, province, purpose, account, tokenHash, expiresAt } = link
  await people
    .deleteFrom('one_time_link')
    .where('province', '=', province)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('account_id', account === null ? 'is' : '=', account)
    .execute()
  await people
    .insertInto('one_time_link')
    .values({
      id,
      province,
      purpose,
      account_id: account,
      token_hash: tokenHash,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
}

export const findLink = async (db: Db, tokenHash: string, now: string): Promise<StoredLink | undefined> =>
  await withPeople(db)
    .selectFrom('one_time_link')
    .leftJoin('account', 'account.id', 'one_time_link.account_id')
    .select([
      'one_time_link.id',
      'one_time_link.purpose',
      'one_time_link.account_id as account',
      'account.login',
      'one_time_link.expires_at as expiresAt',
    ])
    .where('one_time_link.token_hash', '=', tokenHash)
    .where('one_time_link.used_at', 'is', null)
    .where('one_time_link.expires_at', '>', now)
    .executeTakeFirst()

/** Uses a link up; false when somebody was quicker, or it has run out meanwhile. */
export const takeLink = async (tx: Tx, id: string, now: string): Promise<boolean> => {
  const taken = await withPeople(tx)
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  return taken.length > 0
}
