import { History, TriangleAlert } from 'lucide-react'
import type { TodayLine, WebCapability } from '../capability.ts'
import { api } from '../api.ts'
import type { JobList } from './api.ts'

const listHeldJobs = async (signal: AbortSignal): Promise<readonly TodayLine[]> => {
  const { items } = await api.get<JobList>('/api/admin/jobs', undefined, signal)
  if (items.length === 0) return []
  return [
    {
      text: `${items.length} việc tự động đã thử năm lần không xong, chờ người xem.`,
      to: '/viec-bi-giu-lai',
      tone: 'overdue',
    },
  ]
}

/** The journal calls a job by its name in the code. */
const loadNames = async (signal: AbortSignal) => {
  const { titles } = await api.get<JobList>('/api/admin/jobs', undefined, signal)
  return new Map(
    Object.entries(titles).map(([job, title]) => [`job:${job}`, { label: title, to: '/viec-bi-giu-lai' }]),
  )
}

/** Pages of the platform itself: the journal, the jobs in quarantine. */
export const adminWeb: WebCapability = {
  name: 'admin',
  pages: [
    {
      path: '/nhat-ky',
      permission: 'admin.journal.view',
      load: async () => await import('./journal-page.tsx'),
    },
    {
      path: '/viec-bi-giu-lai',
      permission: 'admin.jobs.view',
      load: async () => await import('./jobs-page.tsx'),
    },
  ],
  menu: [
    {
      group: 'data',
      label: 'Nhật ký',
      to: '/nhat-ky',
      icon: History,
      permission: 'admin.journal.view',
      order: 90,
      letter: 'n',
    },
    {
      group: 'data',
      label: 'Việc bị giữ lại',
      to: '/viec-bi-giu-lai',
      icon: TriangleAlert,
      permission: 'admin.jobs.view',
      order: 91,
    },
  ],
  names: [{ name: 'jobs', permission: 'admin.jobs.view', load: loadNames }],
  today: [{ name: 'jobs', permission: 'admin.jobs.view', load: listHeldJobs }],
}
