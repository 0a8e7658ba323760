import type { PlainDate } from '#kernel/plain-date.ts'
import { roleOf, type RoleCode } from './roles.ts'

/** What a post gives: a role, at an agency, for an area. */
export interface HeldPost {
  readonly role: RoleCode
  readonly agency: string | null
  readonly area: string | null
}

/** Where one permission reaches, over all posts that give it. */
export interface PermissionScope {
  readonly everything: boolean
  readonly agencies: readonly string[]
  readonly areas: readonly string[]
}

const NOWHERE: PermissionScope = { everything: false, agencies: [], areas: [] }

/**
 * The permissions of the posts held today. Each permission keeps its own reach: a head of one agency
 * who is also focal point of another is head of the first alone.
 */
export const toPermissions = (posts: readonly HeldPost[]): ReadonlyMap<string, PermissionScope> => {
  const scopes = new Map<string, PermissionScope>()
  for (const post of posts) {
    for (const [permission, reach] of Object.entries(roleOf(post.role).grants)) {
      const before = scopes.get(permission) ?? NOWHERE
      const reachesAgency = (reach === 'agency' || reach === 'area') && post.agency !== null
      const reachesArea = reach === 'area' && post.area !== null
      scopes.set(permission, {
        everything: before.everything || reach === 'province',
        agencies: reachesAgency ? addOnce(before.agencies, post.agency) : before.agencies,
        areas: reachesArea ? addOnce(before.areas, post.area) : before.areas,
      })
    }
  }
  return scopes
}

const addOnce = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? list : [...list, item]

export const agenciesOf = (posts: readonly HeldPost[]): string[] => [
  ...new Set(posts.flatMap((post) => post.agency ?? [])),
]

export const areasOf = (posts: readonly HeldPost[]): string[] => [
  ...new Set(posts.flatMap((post) => post.area ?? [])),
]

/** Days from–to, both included; an open end is null. */
export interface Days {
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
}

export const isHeldOn = ({ validFrom, validTo }: Days, on: PlainDate): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || validTo >= on)

/** What a post lacks to make sense, as a sentence; undefined when it is whole. */
export const findPostFault = (post: HeldPost & Days): string | undefined => {
  const { name, needs } = roleOf(post.role)
  if (needs === 'agency' && post.agency === null) return `Vai trò “${name}” cần nêu cơ quan.`
  if (needs === 'area' && post.area === null) return `Vai trò “${name}” cần nêu địa bàn (mã xã, phường).`
  if (post.validFrom !== null && post.validTo !== null && post.validTo < post.validFrom)
    return 'Ngày kết thúc phải từ ngày bắt đầu trở đi.'
  return undefined
}
