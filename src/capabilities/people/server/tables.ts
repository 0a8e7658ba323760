import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/db/db.ts'
import type { AgencyKind, AgencyLevel, GroupMembers } from '../domain/agency.ts'
import type { RoleCode } from '../domain/roles.ts'

/** The tables of `people`. */
export type PeopleTables = {
  agency: {
    province: string
    code: string
    name: string
    short_name: string
    kind: AgencyKind
    level: AgencyLevel
    parent: string | null
    aliases: string[]
    valid_from: PlainDate | null
    valid_to: PlainDate | null
    unit_code: string | null
    source: string | null
    search: string
    version: number
  }
  agency_successor: { province: string; agency: string; successor: string }
  agency_group: {
    province: string
    code: string
    name: string
    aliases: string[]
    members: GroupMembers
    version: number
  }
  account: {
    id: string
    province: string
    login: string
    name: string
    search: string
    state: 'active' | 'locked'
    demo: boolean
    password_hash: string | null
    oidc_subject: string | null
    last_seen_at: string | null
    created_at: string
    version: number
  }
  account_contact: { account_id: string; email: string | null; phone: string | null }
  post: {
    id: string
    province: string
    account_id: string
    role: RoleCode
    agency: string | null
    area: string | null
    valid_from: PlainDate | null
    valid_to: PlainDate | null
  }
  delegation: {
    id: string
    province: string
    from_account: string
    to_account: string
    valid_from: PlainDate
    valid_to: PlainDate
    reason: string
    ended_at: string | null
    version: number
  }
  delegation_post: { delegation_id: string; post_id: string }
  session: {
    id: string
    province: string
    token_hash: string
    account_id: string
    delegation_id: string | null
    device: string
    started_at: string
    last_seen_at: string
  }
  sign_in_throttle: { key: string; failures: number; last_at: string; blocked_until: string }
  one_time_link: {
    id: string
    province: string
    purpose: 'first-admin' | 'reset'
    account_id: string | null
    token_hash: string
    expires_at: string
    used_at: string | null
  }
  oidc_attempt: { state_hash: string; province: string; nonce: string; verifier: string; started_at: string }
}

/** The handle with the tables of `people` known to the types. */
export const withPeople = (db: Db) => db.withTables<PeopleTables>()
