import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { RoleCode } from '../domain/roles.ts'

/** Somebody who may be told something: an account in use and the posts that it holds or stands in for. */
export interface StoredAddressee {
  readonly account: string
  readonly name: string
  readonly email: string | null
  /** The agency of the post, or that of its commune or ward. */
  readonly posts: readonly { readonly role: RoleCode; readonly agency: string | null }[]
}

/**
 * Everybody with a post on that day. Locked accounts and posts that ended are left out; whoever stands in for somebody
 * on leave hears what that one hears.
 */
export const listAddressees = async (
  db: Db | Tx,
  province: string,
  on: PlainDate,
): Promise<readonly StoredAddressee[]> => {
  const { rows } = await sql<StoredAddressee>`
    with held as (
      select p.id, p.account_id as account, p.role, p.agency, p.area
      from post p join account a on a.id = p.account_id and a.state = 'active'
      where p.province = ${province}
        and coalesce(p.valid_from, ${on}::date) <= ${on}::date and coalesce(p.valid_to, ${on}::date) >= ${on}::date
    ), told as (
      select account, role, agency, area from held
      union
      select d.to_account, h.role, h.agency, h.area
      from delegation d
      join delegation_post dp on dp.delegation_id = d.id
      join held h on h.id = dp.post_id and h.account = d.from_account
      where d.province = ${province} and d.ended_at is null and ${on}::date between d.valid_from and d.valid_to
    )
    select a.id as account, a.name, c.email,
      jsonb_agg(distinct jsonb_build_object('role', t.role, 'agency', coalesce(t.agency, g.code))) as posts
    from told t
    join account a on a.id = t.account and a.state = 'active'
    left join account_contact c on c.account_id = a.id
    left join agency g on g.province = ${province} and g.unit_code = t.area and t.agency is null
    group by a.id, a.name, c.email
    order by a.name, a.id`.execute(db)
  return rows
}
