import { Type, type Static } from 'typebox'
import {
  Agency,
  AgencyCode,
  agencyFields,
  AgencyGroup,
  AgencyKind,
  AgencyLevel,
  Day,
  GroupMembers,
} from './domain/agency.ts'
import { RoleCode } from './domain/roles.ts'

/**
 * The door of `people`. Query values arrive as text: numbers in addresses are digits, never coerced.
 */
export {
  Agency,
  AgencyCode,
  AgencyGroup,
  AgencyKind,
  AgencyLevel,
  agencyKinds,
  agencyLevels,
  Day,
} from './domain/agency.ts'
export { RoleCode, roles } from './domain/roles.ts'

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Text = Type.String({ minLength: 1, maxLength: 300 })
const Id = Type.String({ format: 'uuid' })
const Digits = Type.String({ pattern: '^[0-9]{1,7}$' })
const Instant = Type.String()

/** Every list pages the same way: `page` from 1, `size` up to 500 (50 when absent). */
export const Paging = { page: Type.Optional(Digits), size: Type.Optional(Digits) }
export const pageOf = <T extends Parameters<typeof Type.Array>[0]>(item: T) =>
  Type.Object({ items: Type.Array(item), total: Type.Integer(), page: Type.Integer(), size: Type.Integer() })

// --- province packs -------------------------------------------------------------------------------------------

/** `provinces/<pack>/agencies.json`: rows of this shape; fields that do not apply are left out. */
export const AgencyRow = Type.Object(
  {
    code: AgencyCode,
    name: agencyFields.name,
    shortName: agencyFields.shortName,
    kind: AgencyKind,
    level: AgencyLevel,
    parent: Type.Optional(nullable(AgencyCode)),
    aliases: Type.Array(Text),
    validFrom: Type.Optional(nullable(Day)),
    validTo: Type.Optional(nullable(Day)),
    successors: Type.Optional(Type.Array(AgencyCode)),
    unitCode: Type.Optional(nullable(Type.String())),
    source: Type.Optional(nullable(Type.String())),
  },
  closed,
)
export type AgencyRow = Static<typeof AgencyRow>
export const AgencyRows = Type.Array(AgencyRow)

/** `provinces/<pack>/groups.json`. */
export const AgencyGroupRow = Type.Object(
  { code: AgencyCode, name: Text, aliases: Type.Array(Text), members: GroupMembers },
  closed,
)
export type AgencyGroupRow = Static<typeof AgencyGroupRow>
export const AgencyGroupRows = Type.Array(AgencyGroupRow)

/** `provinces/tinh-mau/accounts.json`: the demo users of the sample. */
export const SampleAccountRow = Type.Object(
  {
    login: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,59}$' }),
    name: Text,
    role: RoleCode,
    agency: Type.Optional(AgencyCode),
    /** Code of a unit of `places`. */
    area: Type.Optional(Type.String()),
  },
  closed,
)
export type SampleAccountRow = Static<typeof SampleAccountRow>
export const SampleAccountRows = Type.Array(SampleAccountRow)

// --- agencies -------------------------------------------------------------------------------------------------

export const AgencyDetail = Type.Object({
  ...Agency.properties,
  version: Type.Integer(),
  /** Those whose work came to this one. */
  predecessors: Type.Array(AgencyCode),
})
export type AgencyDetail = Static<typeof AgencyDetail>
export const AgencyPage = pageOf(AgencyDetail)
export type AgencyPage = Static<typeof AgencyPage>
export const AgencyQuery = Type.Object(
  {
    ...Paging,
    /** Without tone marks, any spelling, abbreviations too. */
    q: Type.Optional(Type.String({ maxLength: 200 })),
    kind: Type.Optional(AgencyKind),
    level: Type.Optional(AgencyLevel),
    /** Only those that are there on this day. */
    on: Type.Optional(Day),
    /** `current`: there today; `ended`: no longer. */
    state: Type.Optional(Type.Enum(['current', 'ended'])),
  },
  closed,
)
export type AgencyQuery = Static<typeof AgencyQuery>
export const AgencyParams = Type.Object({ code: AgencyCode })
export const NewAgency = Type.Object({ code: AgencyCode, ...agencyFields }, closed)
export type NewAgency = Static<typeof NewAgency>
export const AgencyEdit = Type.Object(agencyFields, closed)
export type AgencyEdit = Static<typeof AgencyEdit>
/** The dialog that neighbours open to map a printed name: `subject` is that name. */
export const MAP_AGENCY_DIALOG = 'people.map-agency'
/** Maps a printed name to an agency once and for all. */
export const NewAlias = Type.Object({ alias: Text }, closed)
/** `isNew`: the agency did not have the name before, so that it can be taken back. */
export const MappedAlias = Type.Object({ ...AgencyDetail.properties, isNew: Type.Boolean() })
export type MappedAlias = Static<typeof MappedAlias>

export const AgencyLookupQuery = Type.Object({ name: Text, on: Type.Optional(Day) }, closed)
/** An agency or a group of that printed name on that day; both null when the list has none. */
export const AgencyLookupReply = Type.Object({
  agency: nullable(
    Type.Object({
      id: AgencyCode,
      name: Text,
      state: Type.Enum(['current', 'abolished', 'renamed']),
      successors: Type.Array(AgencyCode),
    }),
  ),
  group: nullable(Type.Object({ code: AgencyCode, name: Text, members: Type.Array(AgencyCode) })),
})
export type AgencyLookupReply = Static<typeof AgencyLookupReply>

export const AgencyGroupDetail = Type.Object({
  ...AgencyGroup.properties,
  version: Type.Integer(),
  /** Members today. */
  current: Type.Array(AgencyCode),
})
export type AgencyGroupDetail = Static<typeof AgencyGroupDetail>
export const AgencyGroupList = Type.Object({ items: Type.Array(AgencyGroupDetail) })
export type AgencyGroupList = Static<typeof AgencyGroupList>
export const NewAgencyGroup = Type.Object(AgencyGroup.properties, closed)
export type NewAgencyGroup = Static<typeof NewAgencyGroup>
export const AgencyGroupEdit = Type.Object(
  { name: Text, aliases: Type.Array(Text), members: GroupMembers },
  closed,
)
export type AgencyGroupEdit = Static<typeof AgencyGroupEdit>
export const OnQuery = Type.Object({ on: Type.Optional(Day) }, closed)
export const GroupMembersReply = Type.Object({
  on: Day,
  members: Type.Array(Type.Object({ code: AgencyCode, name: Text })),
})
export type GroupMembersReply = Static<typeof GroupMembersReply>
// --- accounts -------------------------------------------------------------------------------------------------

export const Login = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,59}$' })
export const AccountState = Type.Enum(['active', 'locked'])
export type AccountState = Static<typeof AccountState>
/** A role that a person holds at an agency or for an area, from a day to a day. */
export const Post = Type.Object({
  id: Id,
  role: RoleCode,
  agency: nullable(AgencyCode),
  agencyName: nullable(Type.String()),
  area: nullable(Type.String()),
  validFrom: nullable(Day),
  validTo: nullable(Day),
})
export type Post = Static<typeof Post>
export const NewPost = Type.Object(
  {
    role: RoleCode,
    agency: Type.Optional(nullable(AgencyCode)),
    area: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 40 }))),
    validFrom: Type.Optional(nullable(Day)),
    validTo: Type.Optional(nullable(Day)),
  },
  closed,
)
export type NewPost = Static<typeof NewPost>

/** Contact is masked here (`l***@…`, `09****321`); `/api/accounts/:id/contact` shows it and is journaled. */
export const AccountDetail = Type.Object({
  id: Id,
  login: Login,
  name: Text,
  state: AccountState,
  email: nullable(Type.String()),
  phone: nullable(Type.String()),
  /** False until the person has set a password by a one-time link. */
  hasPassword: Type.Boolean(),
  lastSeenAt: nullable(Instant),
  posts: Type.Array(Post),
  version: Type.Integer(),
})
export type AccountDetail = Static<typeof AccountDetail>
export const AccountPage = pageOf(AccountDetail)
export type AccountPage = Static<typeof AccountPage>
export const AccountQuery = Type.Object(
  {
    ...Paging,
    q: Type.Optional(Type.String({ maxLength: 200 })),
    role: Type.Optional(RoleCode),
    agency: Type.Optional(AgencyCode),
    state: Type.Optional(AccountState),
  },
  closed,
)
export type AccountQuery = Static<typeof AccountQuery>
export const AccountParams = Type.Object({ id: Id })
export const PostParams = Type.Object({ id: Id, post: Id })
const contact = {
  email: Type.Optional(nullable(Type.String({ maxLength: 200, pattern: '^[^@\\s]+@[^@\\s]+$' }))),
  phone: Type.Optional(nullable(Type.String({ maxLength: 30, pattern: '^[+0-9][0-9 .-]{5,}$' }))),
}
export const NewAccount = Type.Object(
  { login: Login, name: Text, ...contact, posts: Type.Array(NewPost, { maxItems: 20 }) },
  closed,
)
export type NewAccount = Static<typeof NewAccount>
/** Left out: unchanged. */
export const AccountEdit = Type.Object(
  { name: Type.Optional(Text), state: Type.Optional(AccountState), ...contact },
  closed,
)
export type AccountEdit = Static<typeof AccountEdit>
export const Contact = Type.Object({ email: nullable(Type.String()), phone: nullable(Type.String()) })
export type Contact = Static<typeof Contact>
/** The last day on which the post is held. */
export const PostEdit = Type.Object({ validTo: nullable(Day) }, closed)
/** A link to hand over: it works once, until `expiresAt`. */
export const OneTimeLink = Type.Object({ link: Type.String(), expiresAt: Instant })
export type OneTimeLink = Static<typeof OneTimeLink>

/** What stands wrong in the spreadsheet: row as numbered in Excel, column by its title. */
export const ImportIssue = Type.Object({ row: Type.Integer(), column: Type.String(), message: Type.String() })
export type ImportIssue = Static<typeof ImportIssue>
/** `mode=preview` changes nothing; `mode=apply` creates all or, with any issue, none. The body is the .xlsx file. */
export const ImportQuery = Type.Object({ mode: Type.Enum(['preview', 'apply']) }, closed)
export const ImportReply = Type.Object({
  rows: Type.Array(
    Type.Object({
      row: Type.Integer(),
      login: Type.String(),
      name: Type.String(),
      role: nullable(RoleCode),
      agency: nullable(AgencyCode),
      area: nullable(Type.String()),
    }),
  ),
  issues: Type.Array(ImportIssue),
  applied: Type.Boolean(),
  /** On apply: one link per new account, in the order of the rows. */
  links: Type.Array(Type.Object({ login: Type.String(), link: Type.String(), expiresAt: Instant })),
})
export type ImportReply = Static<typeof ImportReply>

export const RoleList = Type.Object({
  items: Type.Array(
    Type.Object({
      code: RoleCode,
      name: Type.String(),
      purpose: Type.String(),
      grants: Type.Array(
        Type.Object({
          permission: Type.String(),
          title: Type.String(),
          reach: Type.Enum(['province', 'agency', 'area', 'self']),
        }),
      ),
    }),
  ),
})
export type RoleList = Static<typeof RoleList>
// --- delegation -----------------------------------------------------------------------------------------------

export const Delegation = Type.Object({
  id: Id,
  from: Type.Object({ id: Id, name: Text }),
  to: Type.Object({ id: Id, name: Text }),
  posts: Type.Array(Post),
  validFrom: Day,
  validTo: Day,
  reason: Type.String(),
  endedAt: nullable(Instant),
  version: Type.Integer(),
})
export type Delegation = Static<typeof Delegation>
export const DelegationList = Type.Object({ items: Type.Array(Delegation) })
export type DelegationList = Static<typeof DelegationList>
/** `from` is oneself unless an administrator acts for somebody who is already away. */
export const NewDelegation = Type.Object(
  {
    from: Type.Optional(Id),
    to: Id,
    posts: Type.Array(Id, { minItems: 1, maxItems: 20 }),
    validFrom: Day,
    validTo: Day,
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  },
  closed,
)
export type NewDelegation = Static<typeof NewDelegation>
export const DelegationParams = Type.Object({ id: Id })

/** Pages of the web app that links and redirects lead to. */
export const pages = {
  home: '/',
  /** `?ly-do=` names why a sign-in by the identity provider did not work: a key of `oidcRefusals`. */
  signIn: '/dang-nhap',
  /** `?token=` */
  firstAdmin: '/khoi-tao',
  /** `?token=` */
  reset: '/dat-mat-khau',
} as const

/** Why the identity provider's answer did not sign anybody in. */
export const oidcRefusals = {
  'khong-co-tai-khoan':
    'Danh tính này chưa gắn với tài khoản nào. Nhờ quản trị hệ thống tạo tài khoản trước.',
  'tai-khoan-khoa': 'Tài khoản gắn với danh tính này đang bị khóa.',
  'khong-tra-loi': 'Nhà cung cấp định danh tạm thời không trả lời. Thử lại sau hoặc đăng nhập bằng mật khẩu.',
  'tu-choi': 'Nhà cung cấp định danh không xác nhận lần đăng nhập này. Hãy thử lại.',
} as const

// --- sessions -------------------------------------------------------------------------------------------------

/** How far a permission reaches for the person: everything, or these agencies and areas. */
export const Granted = Type.Object({
  permission: Type.String(),
  everything: Type.Boolean(),
  agencies: Type.Array(AgencyCode),
  areas: Type.Array(Type.String()),
})
export type Granted = Static<typeof Granted>
/** Who am I, and how may one sign in here. Never an error: nobody signed in is an answer too. */
export const Session = Type.Object({
  account: nullable(Type.Object({ id: Id, login: Login, name: Text })),
  posts: Type.Array(Post),
  permissions: Type.Array(Granted),
  /** Set while acting for somebody on leave; only that person's posts count then. */
  acting: nullable(Type.Object({ delegation: Id, account: Id, name: Text })),
  /** Delegations that the person may take up today. */
  offers: Type.Array(Type.Object({ delegation: Id, account: Id, name: Text, until: Day })),
  province: Type.Object({ code: Type.String(), name: Type.String(), sample: Type.Boolean() }),
  signIn: Type.Object({
    /** No administrator yet: the link that the start printed is needed. */
    firstAdminNeeded: Type.Boolean(),
    /** Sign in at `/api/session/oidc` (a page address, not an API call). */
    oidc: Type.Boolean(),
    /** Demo users, in the sample province and on this very machine only. */
    demo: Type.Array(Type.Object({ login: Login, name: Text, role: RoleCode, agency: nullable(Text) })),
  }),
})
export type Session = Static<typeof Session>
export const SignIn = Type.Object(
  { login: Type.String({ minLength: 1, maxLength: 60 }), password: Type.String({ maxLength: 500 }) },
  closed,
)
export type SignIn = Static<typeof SignIn>
export const DemoSignIn = Type.Object({ login: Login }, closed)
export const Acting = Type.Object({ delegation: nullable(Id) }, closed)
export const PasswordChange = Type.Object(
  { current: Type.String({ maxLength: 500 }), next: Type.String({ maxLength: 500 }) },
  closed,
)
export type PasswordChange = Static<typeof PasswordChange>
export const OneTimeToken = Type.String({ minLength: 20, maxLength: 100 })
export const TokenQuery = Type.Object({ token: OneTimeToken }, closed)
/** For whom the link is, before it is used. */
export const TokenReply = Type.Object({
  purpose: Type.Enum(['first-admin', 'reset']),
  login: nullable(Type.String()),
  expiresAt: Instant,
})
export type TokenReply = Static<typeof TokenReply>
export const FirstAdmin = Type.Object(
  { token: OneTimeToken, login: Login, name: Text, password: Type.String({ maxLength: 500 }) },
  closed,
)
export type FirstAdmin = Static<typeof FirstAdmin>
export const PasswordReset = Type.Object(
  { token: OneTimeToken, password: Type.String({ maxLength: 500 }) },
  closed,
)
export type PasswordReset = Static<typeof PasswordReset>
export const SessionList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      current: Type.Boolean(),
      startedAt: Instant,
      lastSeenAt: Instant,
      /** Browser and system in a few words; the address is not kept. */
      device: Type.String(),
    }),
  ),
})
export type SessionList = Static<typeof SessionList>
export const SessionParams = Type.Object({ id: Id })
