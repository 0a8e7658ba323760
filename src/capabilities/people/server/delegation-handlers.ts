import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { toNfc } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Ask } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import type { Delegation, DelegationList } from '../contract.ts'
import { findAccount, type StoredPost } from './account-store.ts'
import {
  endDelegation,
  findDelegation,
  insertDelegation,
  listDelegations,
  type StoredDelegation,
} from './delegation-store.ts'
import { peopleProblems } from './problems.ts'
import type { schemas } from './schemas.ts'
import { getActorId } from './session-handlers.ts'

const mayManage = (ask: Pick<Ask, 'actor'>): boolean =>
  ask.actor?.permissions.has('people.delegation.manage') ?? false

const toDelegation = async (
  ask: Pick<Ask, 'db' | 'province'>,
  stored: StoredDelegation,
): Promise<Delegation> => {
  const giver = await findAccount(ask.db, ask.province, stored.from)
  const { id, validFrom, validTo, reason, endedAt, version } = stored
  return {
    id,
    from: { id: stored.from, name: stored.fromName },
    to: { id: stored.to, name: stored.toName },
    posts: (giver?.posts ?? []).filter((post) => stored.posts.includes(post.id)),
    validFrom,
    validTo,
    reason,
    endedAt,
    version,
  }
}

/** One's own, given and received; all of them for an administrator. */
export const getDelegations = async (ask: Ask<typeof schemas.listDelegations>): Promise<DelegationList> => {
  const whose = mayManage(ask) ? undefined : getActorId(ask)
  const items: Delegation[] = []
  for (const stored of await listDelegations(ask.db, ask.province, whose)) {
    items.push(await toDelegation(ask, stored))
  }
  return { items }
}

const refuse = (why: string): never => {
  throw new Problem(peopleProblems.delegationRefused, why)
}

/** Posts of the giver that are held on every day of the period. */
const coversPeriod = (post: StoredPost, from: string, to: string): boolean =>
  (post.validFrom === null || post.validFrom <= from) && (post.validTo === null || post.validTo >= to)

export const addDelegation = async (ask: Ask<typeof schemas.addDelegation>): Promise<Delegation> => {
  const self = getActorId(ask)
  const { from = self, to, posts, validFrom, validTo } = ask.body
  if (from !== self && !mayManage(ask)) throw new Problem(httpProblems.notAllowed)
  const giver = await findAccount(ask.db, ask.province, from)
  const receiver = await findAccount(ask.db, ask.province, to)
  if (!giver || !receiver) throw new Problem(httpProblems.notFound)
  if (from === to) refuse('Người nhận ủy quyền phải là người khác.')
  if (receiver.state !== 'active') refuse('Tài khoản của người nhận đang bị khóa.')
  if (validTo < validFrom) refuse('Ngày kết thúc phải từ ngày bắt đầu trở đi.')
  if (validTo < toVietnamDay(ask.now)) refuse('Khoảng ngày ủy quyền đã qua.')
  for (const id of posts) {
    const post = giver.posts.find((one) => one.id === id)
    if (!post) refuse('Vai trò được nêu không phải của người ủy quyền.')
    else if (!coversPeriod(post, validFrom, validTo))
      refuse('Người ủy quyền không giữ vai trò đó trong cả khoảng ngày.')
  }
  const id = randomUUID()
  const reason = toNfc(ask.body.reason).trim()
  return await ask.write(async (tx, append) => {
    const kept = [...new Set(posts)]
    await insertDelegation(tx, ask.province, { id, from, to, posts: kept, validFrom, validTo, reason })
    await append({
      event: 'delegation.made',
      subject: `delegation:${id}`,
      data: { from, to, posts: kept, validFrom, validTo },
    })
    return await getDelegation(ask.province, tx, id)
  })
}

const getDelegation = async (province: string, db: Ask['db'], id: string): Promise<Delegation> => {
  const stored = await findDelegation(db, province, id)
  if (!stored) throw new Problem(httpProblems.notFound)
  return await toDelegation({ db, province }, stored)
}

/** Giver, receiver and administrators may end it; ending twice is no mistake. */
export const stopDelegation = async (ask: Ask<typeof schemas.endDelegation>): Promise<Delegation> => {
  const self = getActorId(ask)
  const stored = await findDelegation(ask.db, ask.province, ask.params.id)
  if (!stored || (stored.from !== self && stored.to !== self && !mayManage(ask)))
    throw new Problem(httpProblems.notFound)
  if (stored.endedAt !== null) return await toDelegation(ask, stored)
  return await ask.write(async (tx, append) => {
    await endDelegation(tx, stored.id, ask.now)
    await append({ event: 'delegation.ended', subject: `delegation:${stored.id}`, data: {} })
    return await getDelegation(ask.province, tx, stored.id)
  })
}
