import { useQueries } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { NameSource } from './capability.ts'

/**
 * The journal speaks of things by code (`agency:so-xay-dung`, `account:…`). The capabilities that keep them
 * lend their names, so that a person reads a name and can go there.
 */
export interface Named {
  readonly label: string
  readonly to?: string
}

const NameSources = createContext<readonly NameSource[]>([])
export const NameSourcesProvider = NameSources.Provider

/** Finds the name of a subject; undefined while it is being read or when nobody knows it. */
export const useNames = (): ((subject: string) => Named | undefined) => {
  const sources = useContext(NameSources)
  const results = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['names', source.name],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => await source.load(signal),
      staleTime: 300_000,
    })),
  })
  return (subject) => {
    for (const { data } of results) {
      const found = data?.get(subject)
      if (found) return found
    }
    return undefined
  }
}

const KINDS: Readonly<Record<string, string>> = {
  account: 'Tài khoản',
  agency: 'Cơ quan',
  'agency-group': 'Nhóm cơ quan',
  assignment: 'Nhiệm vụ',
  batch: 'Đợt giao việc',
  'budget-line': 'Khoản kinh phí',
  calendar: 'Lịch làm việc',
  delegation: 'Ủy quyền',
  document: 'Văn bản',
  job: 'Việc tự động',
  programme: 'Kế hoạch',
  province: 'Tỉnh',
  route: 'Tuyến đường',
  target: 'Chỉ tiêu',
  upload: 'Tệp đang gửi',
}

/**
 * What to call a subject whose name the reader may not see or nobody knows: its kind in Vietnamese and enough of
 * the code to tell two apart ("Văn bản 42926b8c"). The whole code stays in the details.
 */
export const subjectName = (subject: string): string => {
  const colon = subject.indexOf(':')
  const kind = KINDS[subject.slice(0, Math.max(colon, 0))]
  if (kind === undefined) return subject
  const code = subject.slice(colon + 1)
  return `${kind} ${/^[0-9a-f]{8}-[0-9a-f-]{27}$/u.test(code) ? code.slice(0, 8) : code}`
}
