import { BellRing, CalendarDays, ClipboardCheck, Inbox, ListTree, Target } from 'lucide-react'
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
    to: one.kind === 'task' ? `/ke-hoach/${one.programme}?xem=nhiem-vu` : `/chi-tieu/${one.id}`,
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

const ASSIGNMENTS = 'programmes.assignment.view'
const REMINDING = 'programmes.assignment.manage'

// Asked for by some people only: fetched when it is.
const telling = async () => await import('./assignments/today.ts')
const finding = async () => await import('./assignments/find.ts')

/** Screens of `programmes`: the plans, one plan, the way from a document to its plan; the duties that were given. */
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
    {
      path: '/nhiem-vu',
      permission: ASSIGNMENTS,
      load: async () => await import('./assignments/board-page.tsx'),
    },
    {
      path: '/nhiem-vu/danh-sach',
      permission: ASSIGNMENTS,
      load: async () => await import('./assignments/list-page.tsx'),
    },
    {
      path: '/nhiem-vu/lich',
      permission: ASSIGNMENTS,
      load: async () => await import('./assignments/calendar-page.tsx'),
    },
    {
      path: '/nhiem-vu/$id',
      permission: ASSIGNMENTS,
      load: async () => await import('./assignments/assignment-page.tsx'),
    },
    { path: '/thong-bao', load: async () => await import('./notices/notice-page.tsx') },
    {
      path: '/thong-bao/quy-tac',
      permission: REMINDING,
      load: async () => await import('./notices/rules-page.tsx'),
    },
    {
      path: '/chi-tieu',
      permission: 'programmes.view',
      load: async () => await import('./targets/target-list-page.tsx'),
    },
    {
      path: '/chi-tieu/$id',
      permission: 'programmes.view',
      load: async () => await import('./targets/target-page.tsx'),
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
    {
      group: 'plans',
      label: 'Chỉ tiêu',
      to: '/chi-tieu',
      icon: Target,
      permission: 'programmes.view',
      order: 6,
    },
    {
      group: 'plans',
      label: 'Việc của cơ quan tôi',
      to: '/nhiem-vu/danh-sach',
      icon: Inbox,
      permission: 'programmes.assignment.report',
      order: 2,
    },
    {
      group: 'plans',
      label: 'Theo dõi nhiệm vụ',
      to: '/nhiem-vu',
      icon: ClipboardCheck,
      permission: ASSIGNMENTS,
      order: 3,
      letter: 'm',
    },
    {
      group: 'plans',
      label: 'Lịch nhiệm vụ',
      to: '/nhiem-vu/lich',
      icon: CalendarDays,
      permission: ASSIGNMENTS,
      order: 4,
      letter: 'l',
    },
    {
      group: 'plans',
      label: 'Quy tắc nhắc việc',
      to: '/thong-bao/quy-tac',
      icon: BellRing,
      permission: REMINDING,
      order: 9,
    },
  ],
  bar: [{ name: 'notices', load: async () => await import('./notices/bell.tsx') }],
  names: [
    { name: 'programmes', permission: 'programmes.view', load: loadNames },
    {
      name: 'assignments',
      permission: ASSIGNMENTS,
      load: async (signal) => await (await finding()).loadNames(signal),
    },
  ],
  search: [
    { title: 'Kế hoạch, nhiệm vụ', permission: 'programmes.view', find: findItems },
    {
      title: 'Nhiệm vụ đã giao',
      permission: ASSIGNMENTS,
      find: async (text, signal) => await (await finding()).findAssignments(text, signal),
    },
  ],
  today: [
    {
      name: 'assignments-office',
      permission: 'programmes.assignment.manage',
      load: async (signal) => await (await telling()).loadForOffice(signal),
    },
    {
      name: 'assignments-leader',
      permission: 'programmes.assignment.decide',
      load: async (signal) => await (await telling()).loadForLeader(signal),
    },
    {
      name: 'assignments-agency',
      permission: 'programmes.assignment.report',
      load: async (signal) => await (await telling()).loadForAgency(signal),
    },
    {
      name: 'assignments-head',
      permission: 'programmes.assignment.approve',
      load: async (signal) => await (await telling()).loadForHead(signal),
    },
  ],
}
