import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { withPeople } from './tables.ts'

export interface StoredDelegation {
  readonly id: string
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly toName: string
  readonly posts: readonly string[]
  readonly validFrom: PlainDate
  readonly validTo: PlainDate
  readonly reason: string
  readonly endedAt: string | null
  readonly version: number
}

const selectDelegations = (db: Db, province: string) =>
  withPeople(db)
    .selectFrom('delegation')
    .innerJoin('account as giver', 'giver.id', 'delegation.from_account')
    .innerJoin('account as receiver', 'receiver.id', 'delegation.to_account')
    .where('delegation.province', '=', province)
    .select([
      'delegation.id',
      'giver.id as from',
      'giver.name as fromName',
      'receiver.id as to',
      'receiver.name as toName',
      'delegation.valid_from as validFrom',
      'delegation.valid_to as validTo',
      'delegation.reason',
      'delegation.ended_at as endedAt',
      'delegation.version',
      sql<string[]>`array(select dp.post_id::text from delegation_post dp
        where dp.delegation_id = delegation.id order by dp.post_id)`.as('posts'),
    ])

/** Newest first; of one person (given or received), or of everybody. */
export const listDelegations = async (
  db: Db,
  province: string,
  person: string | undefined,
): Promise<StoredDelegation[]> => {
  let query = selectDelegations(db, province)
  if (person !== undefined) {
    query = query.where((e) =>
      e.or([e('delegation.from_account', '=', person), e('delegation.to_account', '=', person)]),
    )
  }
  return await query.orderBy('delegation.valid_from', 'desc').orderBy('delegation.id').limit(500).execute()
}

export const findDelegation = async (
  db: Db,
  province: string,
  id: string,
): Promise<StoredDelegation | undefined> =>
  await selectDelegations(db, province).where('delegation.id', '=', id).executeTakeFirst()

/** Delegations that a person may take up on a day. */
export const listOffers = async (
  db: Db,
  province: string,
  person: string,
  today: PlainDate,
): Promise<StoredDelegation[]> =>
  await selectDelegations(db, province)
    .where('delegation.to_account', '=', person)
    .where('delegation.ended_at', 'is', null)
    .where('delegation.valid_from', '<=', today)
    .where('delegation.valid_to', '>=', today)
    .where('giver.state', '=', 'active')
    .orderBy('giver.name')
    .execute()

export const insertDelegation = async (
  tx: Tx,
  province: string,
  delegation: Pick<StoredDelegation, 'id' | 'from' | 'to' | 'posts' | 'validFrom' | 'validTo' | 'reason'>,
): Promise<void> => {
  const people = withPeople(tx)
  const { id, from, to, posts, validFrom, validTo, reason } = delegation
  await people
    .insertInto('delegation')
    .values({
      id,
      province,
      from_account: from,
      to_account: to,
      valid_from: validFrom,
      valid_to: validTo,
      reason,
      ended_at: null,
      version: 1,
    })
    .execute()
  await people
    .insertInto('delegation_post')
    .values(posts.map((post) => ({ delegation_id: id, post_id: post })))
    .execute()
}

/** Ends it now; false when it had ended already. */
export const endDelegation = async (tx: Tx, id: string, now: string): Promise<boolean> => {
  const people = withPeople(tx)
  const ended = await people
    .updateTable('delegation')
    .set((e) => ({ ended_at: now, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  // Whoever acts by it now is oneself again at the next request.
  await people.updateTable('session').set({ delegation_id: null }).where('delegation_id', '=', id).execute()
  return ended.length > 0
}
