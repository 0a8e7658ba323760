import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { roleCodes, type RoleCode } from '../domain/roles.ts'
import { withPeople, type PeopleTables } from './tables.ts'

export interface StoredPost {
  readonly id: string
  readonly role: RoleCode
  readonly agency: string | null
  readonly agencyName: string | null
  readonly area: string | null
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
}

export interface StoredAccount {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly state: 'active' | 'locked'
  readonly demo: boolean
  readonly hasPassword: boolean
  readonly lastSeenAt: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly posts: StoredPost[]
  readonly version: number
}

const selectAccounts = (db: Db, province: string) =>
  withPeople(db)
    .selectFrom('account')
    .leftJoin('account_contact', 'account_contact.account_id', 'account.id')
    .where('account.province', '=', province)
    .select((e) => [
      'account.id',
      'account.login',
      'account.name',
      'account.state',
      'account.demo',
      'account.last_seen_at as lastSeenAt',
      'account.version',
      'account_contact.email',
      'account_contact.phone',
      sql<boolean>`account.password_hash is not null`.as('hasPassword'),
      jsonArrayFrom(
        e
          .selectFrom('post')
          .leftJoin('agency', (join) =>
            join.onRef('agency.province', '=', 'post.province').onRef('agency.code', '=', 'post.agency'),
          )
          .whereRef('post.account_id', '=', 'account.id')
          .select([
            'post.id',
            'post.role',
            'post.agency',
            'agency.name as agencyName',
            'post.area',
            'post.valid_from as validFrom',
            'post.valid_to as validTo',
          ])
          .orderBy('post.valid_from', (order) => order.asc().nullsFirst())
          .orderBy('post.role')
          .orderBy('post.id'),
      ).as('posts'),
    ])

export const findAccount = async (db: Db, province: string, id: string): Promise<StoredAccount | undefined> =>
  await selectAccounts(db, province).where('account.id', '=', id).executeTakeFirst()

export interface AccountFilter {
  readonly q?: string | undefined
  readonly role?: RoleCode | undefined
  readonly agency?: string | undefined
  readonly state?: 'active' | 'locked' | undefined
  /** Only people who hold a post at one of these today; everybody when undefined. */
  readonly within?: { readonly agencies: readonly string[]; readonly areas: readonly string[] } | undefined
  readonly today: PlainDate
  readonly size: number
  readonly offset: number
}

export const listAccounts = async (
  db: Db,
  province: string,
  filter: AccountFilter,
): Promise<{ items: StoredAccount[]; total: number }> => {
  const { q, role, agency, state, within, today } = filter
  let query = selectAccounts(db, province)
  if (q !== undefined && searchKey(q) !== '') query = query.where('search', 'like', `%${searchKey(q)}%`)
  if (state) query = query.where('account.state', '=', state)
  if (role !== undefined || agency !== undefined || within !== undefined) {
    query = query.where((e) => {
      let posts = e
        .selectFrom('post')
        .select('post.id')
        .whereRef('post.account_id', '=', 'account.id')
        .where(
          sql<boolean>`coalesce(post.valid_from, ${today}::date) <= ${today}::date
            and coalesce(post.valid_to, ${today}::date) >= ${today}::date`,
        )
      if (role !== undefined) posts = posts.where('post.role', '=', role)
      if (agency !== undefined) posts = posts.where('post.agency', '=', agency)
      if (within) {
        posts = posts.where(
          sql<boolean>`(post.agency = any(${[...within.agencies]}::text[]) or post.area = any(${[...within.areas]}::text[]))`,
        )
      }
      return e.exists(posts)
    })
  }
  const { total } = await query
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const items = await query
    .orderBy('account.name')
    .orderBy('account.login')
    .limit(filter.size)
    .offset(filter.offset)
    .execute()
  return { items, total }
}

export interface NewAccountRow {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly demo?: boolean
  readonly passwordHash?: string
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
}

const toSearch = (login: string, name: string): string => `${searchKey(name)} | ${searchKey(login)}`

export const insertAccount = async (
  tx: Tx,
  province: string,
  account: NewAccountRow,
  now: string,
): Promise<void> => {
  const people = withPeople(tx)
  const { id, login, name, email = null, phone = null } = account
  await people
    .insertInto('account')
    .values({
      id,
      province,
      login,
      name,
      search: toSearch(login, name),
      state: 'active',
      demo: account.demo ?? false,
      password_hash: account.passwordHash ?? null,
      oidc_subject: null,
      last_seen_at: null,
      created_at: now,
      version: 1,
    })
    .execute()
  await people.insertInto('account_contact').values({ account_id: id, email, phone }).execute()
}

export interface AccountChange {
  readonly name?: string | undefined
  readonly state?: 'active' | 'locked' | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
}

/** Raises the version and writes what is given; undefined when the version is no longer the one seen. */
export const updateAccount = async (
  tx: Tx,
  account: Pick<StoredAccount, 'id' | 'login'>,
  change: AccountChange,
  version: number,
): Promise<number | undefined> => {
  const people = withPeople(tx)
  const { name, state, email, phone } = change
  const updated = await people
    .updateTable('account')
    .set({
      version: version + 1,
      ...(name === undefined ? {} : { name, search: toSearch(account.login, name) }),
      ...(state === undefined ? {} : { state }),
    })
    .where('id', '=', account.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (updated && (email !== undefined || phone !== undefined)) {
    await people
      .updateTable('account_contact')
      .set({ ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) })
      .where('account_id', '=', account.id)
      .execute()
  }
  return updated?.version
}

export const setPassword = async (tx: Tx, id: string, passwordHash: string): Promise<void> => {
  await withPeople(tx)
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', id)
    .execute()
}

export const insertPost = async (
  tx: Tx,
  province: string,
  account: string,
  post: Omit<StoredPost, 'agencyName'>,
): Promise<void> => {
  const { id, role, agency, area, validFrom, validTo } = post
  await withPeople(tx)
    .insertInto('post')
    .values({
      id,
      province,
      account_id: account,
      role,
      agency,
      area,
      valid_from: validFrom,
      valid_to: validTo,
    })
    .execute()
}

export const endPost = async (tx: Tx, id: string, validTo: PlainDate | null): Promise<void> => {
  await withPeople(tx).updateTable('post').set({ valid_to: validTo }).where('id', '=', id).execute()
}

export const listLogins = async (db: Db, province: string): Promise<string[]> =>
  (await withPeople(db).selectFrom('account').select('login').where('province', '=', province).execute()).map(
    (row) => row.login,
  )

/** Active administrators on a day: those of the sample, and the real ones. */
export const countAdmins = async (
  db: Db,
  province: string,
  today: PlainDate,
): Promise<{ real: number; demo: number }> => {
  const rows = await withPeople(db)
    .selectFrom('account')
    .innerJoin('post', 'post.account_id', 'account.id')
    .where('account.province', '=', province)
    .where('account.state', '=', 'active')
    .where('post.role', '=', 'system-admin')
    .where(
      sql<boolean>`coalesce(post.valid_from, ${today}::date) <= ${today}::date
        and coalesce(post.valid_to, ${today}::date) >= ${today}::date`,
    )
    .select(['account.id', 'account.demo'])
    .distinct()
    .execute()
  const demo = rows.filter((row) => row.demo).length
  return { real: rows.length - demo, demo }
}

export interface DemoAccount {
  readonly login: string
  readonly name: string
  readonly role: RoleCode
  readonly agency: string | null
}

/** In the order of the table of roles, as a visitor wants to try them. */
export const listDemoAccounts = async (db: Db, province: string): Promise<DemoAccount[]> => {
  const rows = await withPeople(db)
    .selectFrom('account')
    .innerJoin('post', 'post.account_id', 'account.id')
    .leftJoin('agency', (join) =>
      join.onRef('agency.province', '=', 'post.province').onRef('agency.code', '=', 'post.agency'),
    )
    .where('account.province', '=', province)
    .where('account.demo', '=', true)
    .where('account.state', '=', 'active')
    .select(['account.login', 'account.name', 'post.role', 'agency.short_name as agency'])
    .orderBy('account.login')
    .execute()
  return rows.toSorted((one, other) => roleCodes.indexOf(one.role) - roleCodes.indexOf(other.role))
}

export type SignInAccount = Pick<PeopleTables['account'], 'id' | 'login' | 'state' | 'demo' | 'password_hash'>

export const findAccountByLogin = async (
  db: Db,
  province: string,
  login: string,
): Promise<SignInAccount | undefined> =>
  await withPeople(db)
    .selectFrom('account')
    .select(['id', 'login', 'state', 'demo', 'password_hash'])
    .where('province', '=', province)
    .where('login', '=', login)
    .executeTakeFirst()
