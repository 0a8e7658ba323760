import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import type {
  NewReminderHours,
  NewReminderRule,
  NoticePage,
  ReadNotices,
  ReminderRules,
  UnreadCount,
} from '../../domain/notice-schemas.ts'

/** The typed calls about notices; nothing else here fetches. */

export const noticeKeys = { all: ['notices'] } as const

/** Asked while the page is looked at: a notice is seen within half a minute. */
export const unreadQuery = queryOptions({
  queryKey: [...noticeKeys.all, 'unread'],
  queryFn: ({ signal }) => api.get<UnreadCount>('/api/notices/unread', {}, signal),
  refetchInterval: 30_000,
  // Who is signed out meanwhile learns it from the page, not from the bell.
  meta: { quiet: true },
})

export const noticesQuery = (unread: boolean, page: number, size: number) =>
  queryOptions({
    queryKey: [...noticeKeys.all, 'list', unread, page],
    queryFn: ({ signal }) =>
      api.get<NoticePage>('/api/notices', { unread: unread ? '1' : undefined, page, size }, signal),
    refetchInterval: 30_000,
  })

export const readNotices = (which: ReadNotices) => api.post<UnreadCount>('/api/notices/read', which)

export const rulesQuery = queryOptions({
  queryKey: ['reminder-rules'],
  queryFn: ({ signal }) => api.get<ReminderRules>('/api/reminder-rules', {}, signal),
})

export const addRule = (rule: NewReminderRule, key: string) =>
  api.post<ReminderRules>('/api/reminder-rules', rule, { key })

export const addHours = (hours: NewReminderHours, key: string) =>
  api.post<ReminderRules>('/api/reminder-hours', hours, { key })
