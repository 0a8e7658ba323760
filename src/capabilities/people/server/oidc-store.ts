import { sql } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { SignInAccount } from './account-store.ts'
import { withPeople } from './tables.ts'

export interface OidcAttempt {
  readonly stateHash: string
  readonly nonce: string
  readonly verifier: string
}

/** Remembers a sign-in that went to the provider; forgotten ones go after an hour. Outside the journal. */
export const insertOidcAttempt = async (
  db: Db,
  province: string,
  attempt: OidcAttempt,
  now: string,
): Promise<void> => {
  await sql`delete from oidc_attempt where started_at < ${now}::timestamptz - interval '1 hour'`.execute(db)
  await withPeople(db)
    .insertInto('oidc_attempt')
    .values({
      state_hash: attempt.stateHash,
      province,
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      started_at: now,
    })
    .execute()
}

/** Takes an attempt out: an answer of the provider serves once, within ten minutes. */
export const takeOidcAttempt = async (
  db: Db,
  stateHash: string,
  now: string,
): Promise<OidcAttempt | undefined> => {
  const row = await withPeople(db)
    .deleteFrom('oidc_attempt')
    .where('state_hash', '=', stateHash)
    .where('started_at', '>', sql<string>`${now}::timestamptz - interval '10 minutes'`)
    .returningAll()
    .executeTakeFirst()
  return row && { stateHash: row.state_hash, nonce: row.nonce, verifier: row.verifier }
}

const accounts = (db: Db, province: string) =>
  withPeople(db)
    .selectFrom('account')
    .select(['account.id', 'login', 'state', 'demo', 'password_hash'])
    .where('account.province', '=', province)

export const findAccountBySubject = async (
  db: Db,
  province: string,
  subject: string,
): Promise<SignInAccount | undefined> =>
  await accounts(db, province).where('oidc_subject', '=', subject).executeTakeFirst()

/** Prepared accounts (no subject yet, not of the sample) that a claim names: by login, or by contact address. */
export const listPreparedAccounts = async (
  db: Db,
  province: string,
  by: 'login' | 'email',
  value: string,
): Promise<SignInAccount[]> => {
  const open = accounts(db, province).where('oidc_subject', 'is', null).where('demo', '=', false)
  if (by === 'login') return await open.where('login', '=', value.toLowerCase()).execute()
  return await open
    .innerJoin('account_contact', 'account_contact.account_id', 'account.id')
    .where((e) => e(e.fn<string>('lower', ['account_contact.email']), '=', value.toLowerCase()))
    .execute()
}

export const linkSubject = async (tx: Tx, account: string, subject: string): Promise<void> => {
  await withPeople(tx)
    .updateTable('account')
    .set({ oidc_subject: subject })
    .where('id', '=', account)
    .execute()
}
