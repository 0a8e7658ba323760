import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { toNfc } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { withVersion, type Ask, type Reply } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { requireWithin, scopeOf } from '#platform/server/http/scope.ts'
import type { AccountDetail, AccountPage, Contact, Post } from '../contract.ts'
import { isHeldOn } from '../domain/access.ts'
import { maskEmail, maskPhone } from '../domain/contact.ts'
import {
  countAdmins,
  endPost,
  findAccount,
  insertAccount,
  insertPost,
  listAccounts,
  updateAccount,
  type StoredAccount,
} from './account-store.ts'
import { toPage } from './paging.ts'
import { toPost, type OpenAreas } from './post-check.ts'
import { peopleProblems } from './problems.ts'
import type { schemas } from './schemas.ts'
import { deleteOtherSessions } from './session-store.ts'

const toDetail = ({ demo: _demo, ...account }: StoredAccount): AccountDetail => ({
  ...account,
  email: maskEmail(account.email),
  phone: maskPhone(account.phone),
})

export const getAccounts = async (ask: Ask<typeof schemas.listAccounts>): Promise<AccountPage> => {
  const { page, size, offset } = toPage(ask.query)
  const { q, role, agency, state } = ask.query
  const scope = scopeOf(ask.actor, 'people.account.view')
  const within = scope.everything ? undefined : scope
  const filter = { q, role, agency, state, within, today: toVietnamDay(ask.now), size, offset }
  const { items, total } = await listAccounts(ask.db, ask.province, filter)
  return { items: items.map(toDetail), total, page, size }
}

const getStored = async (db: Db, province: string, id: string): Promise<StoredAccount> => {
  const account = await findAccount(db, province, id)
  if (!account) throw new Problem(httpProblems.notFound)
  return account
}

/** One account, if it lies within the person's reach; one's own always does. */
const getVisible = async (
  ask: Pick<Ask, 'db' | 'province' | 'actor' | 'now'>,
  id: string,
): Promise<StoredAccount> => {
  const account = await getStored(ask.db, ask.province, id)
  if (account.id === ask.actor?.id) return account
  const today = toVietnamDay(ask.now)
  const posts = account.posts.filter((post) => isHeldOn(post, today))
  requireWithin(ask.actor, 'people.account.view', {
    agencies: posts.flatMap((post) => post.agency ?? []),
    areas: posts.flatMap((post) => post.area ?? []),
  })
  return account
}

export const getAccount = async (ask: Ask<typeof schemas.getAccount>): Promise<Reply<AccountDetail>> => {
  const account = await getVisible(ask, ask.params.id)
  return withVersion(toDetail(account), account.version)
}

export const getPosts = async (ask: Ask<typeof schemas.listPosts>): Promise<{ items: Post[] }> => ({
  items: (await getVisible(ask, ask.params.id)).posts,
})

/** Personal data: shown in full only on purpose, and each look is journaled. */
export const readContact = async (ask: Ask<typeof schemas.readContact>): Promise<Contact> => {
  const account = await getStored(ask.db, ask.province, ask.params.id)
  return await ask.write(async (_tx, append) => {
    await append({ event: 'account.contact-read', subject: `account:${account.id}`, data: {} })
    return { email: account.email, phone: account.phone }
  })
}

export const addAccount =
  (openAreas: OpenAreas) =>
  async (ask: Ask<typeof schemas.addAccount>): Promise<Reply<AccountDetail>> => {
    const { login, name, email, phone } = ask.body
    const posts: Awaited<ReturnType<typeof toPost>>[] = []
    for (const wanted of ask.body.posts) posts.push(await toPost(ask, openAreas, wanted))
    const id = randomUUID()
    return await ask.write(async (tx, append) => {
      await insertAccount(tx, ask.province, { id, login, name: toNfc(name).trim(), email, phone }, ask.now)
      for (const post of posts) await insertPost(tx, ask.province, id, post)
      await append({
        event: 'account.added',
        subject: `account:${id}`,
        data: { posts: posts.map(({ id: post, role, agency, area }) => ({ post, role, agency, area })) },
      })
      return await show(tx, ask.province, id)
    })
  }

const show = async (tx: Tx, province: string, id: string): Promise<Reply<AccountDetail>> => {
  const account = await getStored(tx, province, id)
  return withVersion(toDetail(account), account.version)
}

/**
 * After a change somebody must still be able to manage accounts. Asked after the journal was appended to: writes
 * of a province queue there, so two administrators who lock each other at once do not both find the other.
 */
const requireAdminLeft = async (tx: Tx, ask: Pick<Ask, 'province' | 'now'>): Promise<void> => {
  const admins = await countAdmins(tx, ask.province, toVietnamDay(ask.now))
  if (admins.real + admins.demo === 0) throw new Problem(peopleProblems.lastAdmin)
}

export const editAccount = async (ask: Ask<typeof schemas.editAccount>): Promise<Reply<AccountDetail>> => {
  const account = await getStored(ask.db, ask.province, ask.params.id)
  const change = {
    ...ask.body,
    ...(ask.body.name === undefined ? {} : { name: toNfc(ask.body.name).trim() }),
  }
  return await ask.write(async (tx, append) => {
    const version = await updateAccount(tx, account, change, ask.version ?? 0)
    if (version === undefined) throw new Problem(httpProblems.changedMeanwhile)
    if (change.state === 'locked') await deleteOtherSessions(tx, account.id, undefined)
    const data = { fields: Object.keys(change), version, ...(change.state ? { state: change.state } : {}) }
    await append({ event: 'account.changed', subject: `account:${account.id}`, data })
    if (change.state === 'locked') await requireAdminLeft(tx, ask)
    return await show(tx, ask.province, account.id)
  })
}

export const addPost =
  (openAreas: OpenAreas) =>
  async (ask: Ask<typeof schemas.addPost>): Promise<Reply<AccountDetail>> => {
    const account = await getStored(ask.db, ask.province, ask.params.id)
    const post = await toPost(ask, openAreas, ask.body)
    return await ask.write(async (tx, append) => {
      await insertPost(tx, ask.province, account.id, post)
      const version = await updateAccount(tx, account, {}, account.version)
      if (version === undefined) throw new Problem(httpProblems.changedMeanwhile)
      const { id, role, agency, area } = post
      await append({
        event: 'account.post-given',
        subject: `account:${account.id}`,
        data: { post: id, role, agency, area },
      })
      return await show(tx, ask.province, account.id)
    })
  }

export const editPost = async (ask: Ask<typeof schemas.editPost>): Promise<Reply<AccountDetail>> => {
  const account = await getStored(ask.db, ask.province, ask.params.id)
  const post = account.posts.find((one) => one.id === ask.params.post)
  if (!post) throw new Problem(httpProblems.notFound)
  return await ask.write(async (tx, append) => {
    const version = await updateAccount(tx, account, {}, ask.version ?? 0)
    if (version === undefined) throw new Problem(httpProblems.changedMeanwhile)
    await endPost(tx, post.id, ask.body.validTo)
    await append({
      event: 'account.post-ended',
      subject: `account:${account.id}`,
      data: { post: post.id, validTo: ask.body.validTo },
    })
    if (post.role === 'system-admin') await requireAdminLeft(tx, ask)
    return await show(tx, ask.province, account.id)
  })
}
