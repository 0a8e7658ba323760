import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'

/** Shapes of the platform's own pages, as `/api/admin/*` sends them. */
export interface JournalEntry {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly event: string
  readonly sentence: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface JournalPage {
  readonly items: readonly JournalEntry[]
  readonly next: number | null
}

export interface JournalState {
  readonly entries: number
  readonly head: { readonly seq: number; readonly hash: string }
  readonly faults: readonly { readonly kind: string; readonly seq: number; readonly message: string }[]
  readonly checkedAt: string
}

export interface QuarantinedJob {
  readonly id: number
  readonly job: string
  readonly title: string
  readonly missing: string
  readonly advice: string
  readonly seq: number
  readonly event: string
  readonly sentence: string
  readonly subject: string
  readonly at: string
  readonly attempts: number
  readonly lastError: string | null
}

export interface JobList {
  readonly items: readonly QuarantinedJob[]
  readonly waiting: number
  readonly titles: Readonly<Record<string, string>>
}

export interface JournalFilter {
  readonly event?: string | undefined
  readonly subject?: string | undefined
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: string | undefined
}

export const journalQuery = (filter: JournalFilter) =>
  queryOptions({
    queryKey: ['admin', 'journal', filter],
    queryFn: async ({ signal }) =>
      await api.get<JournalPage>('/api/admin/journal', { ...filter, size: 100 }, signal),
  })

export const checkJournal = async (): Promise<JournalState> =>
  await api.get<JournalState>('/api/admin/journal/state')

export const jobsQuery = queryOptions({
  queryKey: ['admin', 'jobs'],
  queryFn: async ({ signal }) => await api.get<JobList>('/api/admin/jobs', undefined, signal),
})

export const retryJob = async (id: number): Promise<void> => {
  await api.post(`/api/admin/jobs/${id}/retry`)
}

export const giveUpJob = async (id: number, reason: string): Promise<void> => {
  await api.post(`/api/admin/jobs/${id}/give-up`, { reason })
}
