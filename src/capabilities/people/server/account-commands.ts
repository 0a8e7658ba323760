import { randomUUID } from 'node:crypto'
import { Value } from 'typebox/value'
import { Problem } from '#kernel/problem.ts'
import { toNfc } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import { Login, type NewPost, type OneTimeLink } from '../contract.ts'
import {
  countAdmins,
  endPost,
  findAccount,
  insertAccount,
  insertPost,
  updateAccount,
  type StoredAccount,
} from './account-store.ts'
import { makeLink } from './one-time-link.ts'
import { toPost, type OpenAreas } from './post-check.ts'
import { peopleProblems } from './problems.ts'
import { deleteOtherSessions } from './session-store.ts'

/** What an administrator does with accounts at the machine itself: `binhan user …`. */

const authorOf = ({ province, clock }: Services) => ({ province, actor: 'cli', now: clock.now() })

/** Whether a text can be a login. */
export const isLogin = (text: string): boolean => Value.Check(Login, text)

/** Makes an account with one post; its owner sets the password by the link. */
export const addAccountHere = async (
  services: Services,
  openAreas: OpenAreas,
  wanted: { readonly login: string; readonly name: string; readonly post: NewPost },
  base: string,
): Promise<{ id: string } & OneTimeLink> => {
  const author = authorOf(services)
  const { province, now } = author
  const { db } = services.database
  const post = await toPost({ db, province, now }, openAreas, wanted.post)
  const id = randomUUID()
  return await inTransaction(db, services.subscriptions, author, async (tx, append) => {
    await insertAccount(tx, province, { id, login: wanted.login, name: toNfc(wanted.name).trim() }, now)
    await insertPost(tx, province, id, post)
    const { role, agency, area } = post
    await append({
      event: 'account.added',
      subject: `account:${id}`,
      data: { by: 'cli', posts: [{ post: post.id, role, agency, area }] },
    })
    const link = { province, now, purpose: 'reset', account: id, base } as const
    return { id, ...(await makeLink(tx, append, link)) }
  })
}

/** Locks an account, ends its sessions and, as of today, its posts; the last administrator cannot be ended. */
export const endAccountHere = async (services: Services, id: string): Promise<StoredAccount> => {
  const author = authorOf(services)
  const { province, now } = author
  const today = toVietnamDay(now)
  return await inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
    const account = await findAccount(tx, province, id)
    if (!account) throw new Error(`no account ${id}`)
    const version = await updateAccount(tx, account, { state: 'locked' }, account.version)
    if (version === undefined) throw new Error(`account ${id} changed meanwhile`)
    await deleteOtherSessions(tx, id, undefined)
    await append({
      event: 'account.changed',
      subject: `account:${id}`,
      data: { fields: ['state'], version, state: 'locked' },
    })
    for (const post of account.posts) {
      const isRunning =
        (post.validFrom === null || post.validFrom <= today) &&
        (post.validTo === null || post.validTo > today)
      if (!isRunning) continue
      await endPost(tx, post.id, today)
      await append({
        event: 'account.post-ended',
        subject: `account:${id}`,
        data: { post: post.id, validTo: today },
      })
    }
    const admins = await countAdmins(tx, province, today)
    if (admins.real + admins.demo === 0) throw new Problem(peopleProblems.lastAdmin)
    return account
  })
}
