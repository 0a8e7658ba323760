import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Versioned, type WriteOptions } from '#platform/web/api.ts'
import { upload, type UploadOptions } from '#platform/web/upload.ts'
import type {
  AccountDetail,
  AccountEdit,
  AccountPage,
  AccountQuery,
  AgencyDetail,
  MappedAlias,
  AgencyEdit,
  AgencyGroupDetail,
  AgencyGroupEdit,
  AgencyPage,
  AgencyQuery,
  Delegation,
  ImportReply,
  NewAccount,
  NewAgency,
  NewAgencyGroup,
  NewDelegation,
  NewPost,
  OneTimeLink,
  Session,
} from '../contract.ts'

/** Every call of these screens; nothing else fetches. Lists of agencies are read whole. */

export const agenciesQuery = (query: AgencyQuery) =>
  queryOptions({
    queryKey: ['people', 'agencies', query],
    queryFn: async ({ signal }) => await api.getWhole<AgencyPage>('/api/agencies', { ...query }, signal),
    placeholderData: keepPreviousData,
  })

export const agencyQuery = (code: string) =>
  queryOptions({
    queryKey: ['people', 'agency', code],
    queryFn: async ({ signal }): Promise<Versioned<AgencyDetail>> =>
      await api.getVersioned<AgencyDetail>(`/api/agencies/${code}`, undefined, signal),
  })

export const addAgency = async (agency: NewAgency, options: WriteOptions) =>
  await api.post<AgencyDetail>('/api/agencies', agency, options)

export const editAgency = async (code: string, edit: AgencyEdit, version: string | undefined) =>
  await api.put<AgencyDetail>(`/api/agencies/${code}`, edit, { version })

export const addAlias = async (code: string, alias: string) =>
  await api.post<MappedAlias>(`/api/agencies/${code}/aliases`, { alias })

export const takeAliasBack = async (code: string, alias: string) =>
  await api.remove<AgencyDetail>(`/api/agencies/${code}/aliases?alias=${encodeURIComponent(alias)}`)

export const groupsQuery = queryOptions({
  queryKey: ['people', 'groups'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: AgencyGroupDetail[] }>('/api/agency-groups', undefined, signal)).items,
})

export const groupQuery = (code: string) =>
  queryOptions({
    queryKey: ['people', 'group', code],
    queryFn: async ({ signal }) =>
      await api.getVersioned<AgencyGroupDetail>(`/api/agency-groups/${code}`, undefined, signal),
  })

export const membersQuery = (code: string, on: string) =>
  queryOptions({
    queryKey: ['people', 'members', code, on],
    queryFn: async ({ signal }) =>
      await api.get<{ on: string; members: { code: string; name: string }[] }>(
        `/api/agency-groups/${code}/members`,
        { on },
        signal,
      ),
    placeholderData: keepPreviousData,
  })

export const addGroup = async (group: NewAgencyGroup, options: WriteOptions) =>
  await api.post<AgencyGroupDetail>('/api/agency-groups', group, options)

export const editGroup = async (code: string, edit: AgencyGroupEdit, version: string | undefined) =>
  await api.put<AgencyGroupDetail>(`/api/agency-groups/${code}`, edit, { version })

export const accountsQuery = (query: AccountQuery) =>
  queryOptions({
    queryKey: ['people', 'accounts', query],
    queryFn: async ({ signal }) => await api.get<AccountPage>('/api/accounts', { ...query }, signal),
    placeholderData: keepPreviousData,
  })

/** Everybody who can sign in, for choosing one of them. */
export const activeAccountsQuery = queryOptions({
  queryKey: ['people', 'accounts', 'active'],
  queryFn: async ({ signal }) =>
    await api.getWhole<AccountPage>('/api/accounts', { state: 'active' }, signal),
})

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'account', id],
    queryFn: async ({ signal }) =>
      await api.getVersioned<AccountDetail>(`/api/accounts/${id}`, undefined, signal),
  })

export const addAccount = async (account: NewAccount, options: WriteOptions) =>
  await api.post<AccountDetail>('/api/accounts', account, options)

export const editAccount = async (id: string, edit: AccountEdit, version: string | undefined) =>
  await api.put<AccountDetail>(`/api/accounts/${id}`, edit, { version })

export const readContact = async (id: string) =>
  await api.get<{ email: string | null; phone: string | null }>(`/api/accounts/${id}/contact`)

export const addPost = async (id: string, post: NewPost, options: WriteOptions) =>
  await api.post<AccountDetail>(`/api/accounts/${id}/posts`, post, options)

export const endPost = async (
  id: string,
  post: string,
  validTo: string | null,
  version: string | undefined,
) => await api.patch<AccountDetail>(`/api/accounts/${id}/posts/${post}`, { validTo }, { version })

export const makeResetLink = async (id: string) =>
  await api.post<OneTimeLink>(`/api/accounts/${id}/reset-link`)

export const importAccounts = async (file: Blob, mode: 'preview' | 'apply', options: UploadOptions) =>
  await upload<ImportReply>(`/api/accounts/import?mode=${mode}`, file, options)

export const TEMPLATE_PATH = '/api/accounts/import/template'

export interface RoleRow {
  readonly code: string
  readonly name: string
  readonly purpose: string
  readonly grants: readonly {
    readonly permission: string
    readonly title: string
    readonly reach: 'province' | 'agency' | 'area' | 'self'
  }[]
}

export const rolesQuery = queryOptions({
  queryKey: ['people', 'roles'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: readonly RoleRow[] }>('/api/roles', undefined, signal)).items,
})

export const delegationsQuery = queryOptions({
  queryKey: ['people', 'delegations'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: readonly Delegation[] }>('/api/delegations', undefined, signal)).items,
})

export const addDelegation = async (delegation: NewDelegation, options: WriteOptions) =>
  await api.post<Delegation>('/api/delegations', delegation, options)

export const endDelegation = async (id: string) => await api.post<Delegation>(`/api/delegations/${id}/end`)

export interface OwnSession {
  readonly id: string
  readonly current: boolean
  readonly startedAt: string
  readonly lastSeenAt: string
  readonly device: string
}

export const ownSessionsQuery = queryOptions({
  queryKey: ['people', 'own-sessions'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: readonly OwnSession[] }>('/api/sessions', undefined, signal)).items,
})

export const endSession = async (id: string) => {
  await api.remove(`/api/sessions/${id}`)
}

export const endOtherSessions = async () => {
  await api.remove('/api/sessions')
}

export const changePassword = async (current: string, next: string) => {
  await api.put('/api/session/password', { current, next })
}

export const setActing = async (delegation: string | null) =>
  await api.put<Session>('/api/session/acting', { delegation })

export interface TokenFor {
  readonly purpose: 'first-admin' | 'reset'
  readonly login: string | null
  readonly expiresAt: string
}

export const tokenQuery = (token: string) =>
  queryOptions({
    queryKey: ['people', 'token', token],
    queryFn: async ({ signal }) => await api.get<TokenFor>('/api/one-time-link', { token }, signal),
    retry: false,
    enabled: token !== '',
  })

export const makeFirstAdmin = async (body: {
  token: string
  login: string
  name: string
  password: string
}) => await api.post<Session>('/api/first-admin', body)

export const resetPassword = async (body: { token: string; password: string }) =>
  await api.post<Session>('/api/password-reset', body)
