import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import type { Session as ShellSession } from '#platform/web/session.ts'
import type { Post, Session } from '../contract.ts'
import { roleName } from './words.ts'

/** Who am I, and how may one sign in here. */
export const sessionQuery = queryOptions({
  queryKey: ['people', 'session'],
  queryFn: async ({ signal }) => await api.get<Session>('/api/session', undefined, signal),
  staleTime: 60_000,
})

/** `Đầu mối của cơ quan, Sở Y tế`. */
export const describePost = (post: Pick<Post, 'role' | 'agencyName' | 'area'>): string =>
  [roleName(post.role), post.agencyName ?? post.area].filter(Boolean).join(', ')

/** What the shell needs to know of the session; undefined when nobody is signed in. */
export const findShellSession = (session: Session): ShellSession | undefined => {
  const { account, acting, province } = session
  if (!account) return undefined
  return {
    personId: account.id,
    name: acting ? `${account.name} (thay ${acting.name})` : account.name,
    posts: session.posts.map(describePost),
    province: { code: province.code, name: province.name, isSample: province.sample },
    permissions: new Set(session.permissions.map((granted) => granted.permission)),
  }
}

export const signOut = async (): Promise<void> => {
  await api.remove('/api/session')
}
