import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { toNfc } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { Reply, type Ask } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import type { OneTimeLink, Session, TokenReply } from '../contract.ts'
import { findPasswordFault } from '../domain/password.ts'
import { countAdmins, findAccount, insertAccount, insertPost, setPassword } from './account-store.ts'
import { SESSION_COOKIE } from './authenticate.ts'
import { findLink, takeLink, type LinkPurpose, type StoredLink } from './link-store.ts'
import { toBase } from './base-address.ts'
import { makeLink } from './one-time-link.ts'
import { peopleProblems } from './problems.ts'
import type { schemas } from './schemas.ts'
import { hashPassword, hashToken, makeToken } from './secrets.ts'
import { beginSession, checkPassword, getActorId } from './session-handlers.ts'
import { deleteOtherSessions, renewToken } from './session-store.ts'

const refuseWeak = (login: string, password: string): void => {
  const fault = findPasswordFault(login, password)
  if (fault !== undefined) throw new Problem(peopleProblems.weakPassword, fault)
}

/** Asks for the old password, so that a session left open does not give the account away. */
export const changePassword = async (ask: Ask<typeof schemas.changePassword>): Promise<Reply<undefined>> => {
  const account = await findAccount(ask.db, ask.province, getActorId(ask))
  if (!account) throw new Problem(httpProblems.signInNeeded)
  const { current, next } = ask.body
  if (!(await checkPassword(ask, account.login, current))) throw new Problem(peopleProblems.wrongPassword)
  refuseWeak(account.login, next)
  const passwordHash = await hashPassword(next)
  // Whoever changes a password may fear that somebody else is in: also the token of this very session is a new one.
  const before = hashToken(ask.cookies[SESSION_COOKIE] ?? '')
  const { token, tokenHash } = makeToken()
  await ask.write(async (tx, append) => {
    await setPassword(tx, account.id, passwordHash)
    await deleteOtherSessions(tx, account.id, before)
    await renewToken(tx, before, tokenHash)
    await append({
      event: 'account.password-changed',
      subject: `account:${account.id}`,
      data: { by: 'self' },
    })
  })
  return new Reply(undefined, { cookies: [{ name: SESSION_COOKIE, value: token }] })
}

const getLink = async (
  ask: Pick<Ask, 'db' | 'now'>,
  token: string,
  purpose?: LinkPurpose,
): Promise<StoredLink> => {
  const link = await findLink(ask.db, hashToken(token), ask.now)
  if (!link || (purpose !== undefined && link.purpose !== purpose))
    throw new Problem(peopleProblems.linkInvalid)
  return link
}

export const describeToken = async (ask: Ask<typeof schemas.getToken>): Promise<TokenReply> => {
  const { purpose, login, expiresAt } = await getLink(ask, ask.query.token)
  return { purpose, login, expiresAt }
}

/** The link that the start printed makes the first administrator, once. */
export const makeFirstAdmin = async (ask: Ask<typeof schemas.firstAdmin>): Promise<Reply<Session>> => {
  const { token, login, name, password } = ask.body
  const link = await getLink(ask, token, 'first-admin')
  refuseWeak(login, password)
  const passwordHash = await hashPassword(password)
  const id = randomUUID()
  return await beginSession(ask, id, 'link', async (tx, append) => {
    if (!(await takeLink(tx, link.id, ask.now))) throw new Problem(peopleProblems.linkInvalid)
    const admins = await countAdmins(tx, ask.province, toVietnamDay(ask.now))
    if (admins.real > 0) throw new Problem(peopleProblems.adminExists)
    await insertAccount(tx, ask.province, { id, login, name: toNfc(name), passwordHash }, ask.now)
    const post = { agency: null, area: null, validFrom: null, validTo: null }
    await insertPost(tx, ask.province, id, { id: randomUUID(), role: 'system-admin', ...post })
    await append({ event: 'account.added', subject: `account:${id}`, data: { by: 'first-admin-link' } })
  })
}

/** A link that an administrator handed over sets a new password and ends every session that was open. */
export const resetPassword = async (ask: Ask<typeof schemas.resetPassword>): Promise<Reply<Session>> => {
  const link = await getLink(ask, ask.body.token, 'reset')
  const account = link.account === null ? undefined : await findAccount(ask.db, ask.province, link.account)
  if (!account || account.state !== 'active') throw new Problem(peopleProblems.linkInvalid)
  refuseWeak(account.login, ask.body.password)
  const passwordHash = await hashPassword(ask.body.password)
  return await beginSession(ask, account.id, 'link', async (tx, append) => {
    if (!(await takeLink(tx, link.id, ask.now))) throw new Problem(peopleProblems.linkInvalid)
    await setPassword(tx, account.id, passwordHash)
    await deleteOtherSessions(tx, account.id, undefined)
    await append({
      event: 'account.password-changed',
      subject: `account:${account.id}`,
      data: { by: 'link' },
    })
  })
}

export const makeResetLink = async (ask: Ask<typeof schemas.makeResetLink>): Promise<OneTimeLink> => {
  const account = await findAccount(ask.db, ask.province, ask.params.id)
  if (!account) throw new Problem(httpProblems.notFound)
  return await ask.write(
    async (tx, append) =>
      await makeLink(tx, append, {
        province: ask.province,
        now: ask.now,
        purpose: 'reset',
        account: account.id,
        base: toBase(ask),
      }),
  )
}
