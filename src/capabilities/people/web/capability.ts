import { Building2, Network, ShieldCheck, UserRoundCheck, UsersRound } from 'lucide-react'
import type { SearchHit, TodayLine, WebCapability } from '#platform/web/capability.ts'
import { api } from '#platform/web/api.ts'
import { formatDay } from '#platform/web/format.ts'
import { MAP_AGENCY_DIALOG, type AccountPage, type AgencyPage, type Session } from '../contract.ts'

const HITS = '6'

const findAgencies = async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
  const page = await api.get<AgencyPage>('/api/agencies', { q: text, size: HITS }, signal)
  return page.items.map((agency) => ({
    title: agency.name,
    note: agency.validTo === null ? agency.shortName : `${agency.shortName} · đã thôi hoạt động`,
    to: `/co-quan/${agency.code}`,
  }))
}

const findAccounts = async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
  const page = await api.get<AccountPage>('/api/accounts', { q: text, size: HITS }, signal)
  return page.items.map((account) => ({
    title: account.name,
    note: account.login,
    to: `/nguoi-dung/${account.id}`,
  }))
}

const loadNames = async (signal: AbortSignal) => {
  const names = new Map<string, { label: string; to?: string }>()
  const agencies = await api.getWhole<AgencyPage>('/api/agencies', {}, signal)
  for (const { code, shortName } of agencies.items) {
    names.set(`agency:${code}`, { label: shortName, to: `/co-quan/${code}` })
  }
  return names
}

const loadPeopleNames = async (signal: AbortSignal) => {
  const accounts = await api.getWhole<AccountPage>('/api/accounts', {}, signal)
  return new Map(
    accounts.items.map(({ id, name }) => [`account:${id}`, { label: name, to: `/nguoi-dung/${id}` }]),
  )
}

/** Whoever was asked to stand in for somebody finds it on the first page, with where to begin. */
const loadOffers = async (signal: AbortSignal): Promise<readonly TodayLine[]> => {
  const { acting, offers } = await api.get<Session>('/api/session', undefined, signal)
  if (acting) return []
  return offers.map((offer) => ({
    text: `${offer.name} ủy quyền đến hết ngày ${formatDay(offer.until)}: bắt đầu làm thay khi cần`,
    to: '/tai-khoan',
    tone: 'due',
  }))
}

/** Screens of `people`: signing in, own account, agencies, groups, accounts, roles, delegation. */
export const peopleWeb: WebCapability = {
  name: 'people',
  pages: [
    { path: '/dang-nhap', outside: true, load: async () => await import('./sign-in-page.tsx') },
    { path: '/khoi-tao', outside: true, load: async () => await import('./first-admin-page.tsx') },
    { path: '/dat-mat-khau', outside: true, load: async () => await import('./reset-page.tsx') },
    { path: '/tai-khoan', load: async () => await import('./own-account-page.tsx') },
    {
      path: '/co-quan',
      permission: 'people.agency.view',
      load: async () => await import('./agency-list-page.tsx'),
    },
    {
      path: '/co-quan/$code',
      permission: 'people.agency.view',
      load: async () => await import('./agency-page.tsx'),
    },
    {
      path: '/nhom-co-quan',
      permission: 'people.agency.view',
      load: async () => await import('./group-list-page.tsx'),
    },
    {
      path: '/nhom-co-quan/$code',
      permission: 'people.agency.view',
      load: async () => await import('./group-page.tsx'),
    },
    {
      path: '/nguoi-dung',
      permission: 'people.account.view',
      load: async () => await import('./account-list-page.tsx'),
    },
    {
      path: '/nguoi-dung/nhap',
      permission: 'people.account.edit',
      load: async () => await import('./account-import-page.tsx'),
    },
    {
      path: '/nguoi-dung/$id',
      permission: 'people.account.view',
      load: async () => await import('./account-page.tsx'),
    },
    { path: '/vai-tro', load: async () => await import('./roles-page.tsx') },
    { path: '/uy-quyen', load: async () => await import('./delegation-page.tsx') },
  ],
  menu: [
    {
      group: 'data',
      label: 'Cơ quan',
      to: '/co-quan',
      icon: Building2,
      permission: 'people.agency.view',
      order: 10,
      letter: 'c',
    },
    {
      group: 'data',
      label: 'Nhóm cơ quan',
      to: '/nhom-co-quan',
      icon: Network,
      permission: 'people.agency.view',
      order: 11,
    },
    {
      group: 'data',
      label: 'Người dùng',
      to: '/nguoi-dung',
      icon: UsersRound,
      permission: 'people.account.view',
      order: 20,
      letter: 'u',
    },
    {
      group: 'data',
      label: 'Vai trò và quyền',
      to: '/vai-tro',
      icon: ShieldCheck,
      permission: 'people.account.view',
      order: 21,
    },
    { group: 'data', label: 'Ủy quyền', to: '/uy-quyen', icon: UserRoundCheck, order: 22 },
  ],
  names: [
    { name: 'agencies', permission: 'people.agency.view', load: loadNames },
    { name: 'accounts', permission: 'people.account.view', load: loadPeopleNames },
  ],
  search: [
    { title: 'Cơ quan', permission: 'people.agency.view', find: findAgencies },
    { title: 'Người dùng', permission: 'people.account.view', find: findAccounts },
  ],
  today: [{ name: 'people', load: loadOffers }],
  dialogs: [{ name: MAP_AGENCY_DIALOG, load: async () => await import('./map-agency-dialog.tsx') }],
}
