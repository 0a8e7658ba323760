import { ListTree } from 'lucide-react'
import type { SearchHit, WebCapability } from '#platform/web/capability.ts'
import { listProgrammes, searchProgrammes } from './api.ts'

const findItems = async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
  if (text.trim().length < 2) return []
  const [plans, items] = await Promise.all([
    listProgrammes({ q: text, size: '3' }, signal),
    searchProgrammes(text, signal),
  ])
  const ofPlans = plans.items.map((one) => ({
    title: one.subject ?? 'Kế hoạch',
    note: `kế hoạch ${one.number ?? ''}`,
    to: `/ke-hoach/${one.id}`,
  }))
  const ofItems = items.items.slice(0, 5).map((one) => ({
    title: one.text,
    note: `${one.kind === 'task' ? 'nhiệm vụ' : 'chỉ tiêu'} · ${one.programmeNumber ?? 'không số'} · ${one.path}`,
    to: `/ke-hoach/${one.programme}?xem=${one.kind === 'task' ? 'nhiem-vu' : 'chi-tieu'}`,
  }))
  return [...ofPlans, ...ofItems]
}

const loadNames = async (signal: AbortSignal) => {
  const page = await listProgrammes({ size: '200' }, signal)
  return new Map(
    page.items.map((one) => [
      `programme:${one.id}`,
      { label: `kế hoạch ${one.number ?? one.subject ?? ''}`, to: `/ke-hoach/${one.id}` },
    ]),
  )
}

/** Screens of `programmes`: the plans, one plan, and the way from a document to its plan. */
export const programmesWeb: WebCapability = {
  name: 'programmes',
  pages: [
    {
      path: '/ke-hoach',
      permission: 'programmes.view',
      load: async () => await import('./programme-list-page.tsx'),
    },
    {
      path: '/ke-hoach/van-ban/$id',
      permission: 'programmes.view',
      load: async () => await import('./programme-of-document-page.tsx'),
    },
    {
      path: '/ke-hoach/$id',
      permission: 'programmes.view',
      load: async () => await import('./programme-page.tsx'),
    },
  ],
  menu: [
    {
      group: 'plans',
      label: 'Kế hoạch',
      to: '/ke-hoach',
      icon: ListTree,
      permission: 'programmes.view',
      order: 1,
      letter: 'k',
    },
  ],
  names: [{ name: 'programmes', permission: 'programmes.view', load: loadNames }],
  search: [{ title: 'Kế hoạch, nhiệm vụ', permission: 'programmes.view', find: findItems }],
}
