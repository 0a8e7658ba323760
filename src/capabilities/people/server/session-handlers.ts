import { createHash, randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Tx } from '#platform/server/db/db.ts'
import { Reply, type Ask, type Cookie } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { toJournalActor } from '#platform/server/http/scope.ts'
import { inTransaction, type Append } from '#platform/server/journal/journal.ts'
import type { Session, SessionList } from '../contract.ts'
import { toDevice } from '../domain/device.ts'
import { findAccountByLogin, type SignInAccount } from './account-store.ts'
import { findSessionOf, SESSION_COOKIE } from './authenticate.ts'
import { mayUseDemo } from './demo-door.ts'
import { listOffers } from './delegation-store.ts'
import { peopleProblems } from './problems.ts'
import type { schemas } from './schemas.ts'
import { hashToken, makeToken, verifyPassword } from './secrets.ts'
import { describeSession } from './session-reply.ts'
import {
  deleteOtherSessions,
  deleteSession,
  deleteSessionByToken,
  deleteStaleSessions,
  insertSession,
  listSessions,
  setActing,
} from './session-store.ts'
import { forgiveAttempt, takeAttempt, type ThrottleKey } from './throttle-store.ts'

type Cookies = { readonly cookies: Ask['cookies'] }

export const getSession = async (ask: Ask<typeof schemas.getSession>): Promise<Session> =>
  await describeSession(ask, await findSessionOf(ask.services, ask.cookies, ask.now))

/** Login, address and both, as hashes: the table keeps neither names nor addresses. */
const toThrottleKeys = (province: string, login: string, address: string): ThrottleKey[] => {
  const key = (...parts: string[]): string =>
    createHash('sha256')
      .update([province, ...parts].join('\n'))
      .digest('hex')
  return [
    { kind: 'pair', key: key('pair', login, address) },
    { kind: 'login', key: key('login', login) },
    { kind: 'address', key: key('address', address) },
  ]
}

/**
 * Checks a password with the patience of the throttle. Unknown login, wrong password and locked account
 * take the same time and get the same answer.
 */
export const checkPassword = async (
  ask: Pick<Ask, 'db' | 'services' | 'province' | 'now' | 'address' | 'author'>,
  login: string,
  password: string,
): Promise<SignInAccount | undefined> => {
  const keys = toThrottleKeys(ask.province, login, ask.address)
  const wait = await takeAttempt(ask.db, keys, ask.now)
  if (wait > 0) {
    ask.services.log.warn('sign-in throttled')
    throw new Problem(peopleProblems.waitBeforeSignIn, `Còn ${wait} giây.`, { seconds: wait })
  }
  const account = await findAccountByLogin(ask.db, ask.province, login)
  const matches = await verifyPassword(account?.password_hash ?? null, password)
  if (account && matches && account.state === 'active') {
    await forgiveAttempt(ask.db, keys, ask.now)
    return account
  }
  if (account) {
    await inTransaction(ask.db, ask.services.subscriptions, ask.author, async (_tx, append) => {
      await append({ event: 'session.refused', subject: `account:${account.id}`, data: {} })
    })
  }
  return undefined
}

export const signIn = async (ask: Ask<typeof schemas.signIn>): Promise<Reply<Session>> => {
  const account = await checkPassword(ask, ask.body.login.trim().toLowerCase(), ask.body.password)
  if (!account) throw new Problem(peopleProblems.signInRefused)
  return await beginSession(ask, account.id, 'password')
}

/** What a new session needs of the request. */
export type SessionAsk = Pick<
  Ask,
  'db' | 'services' | 'province' | 'now' | 'author' | 'cookies' | 'headers' | 'address'
>

/** Makes a session with a token of its own; the one that the browser had until now ends. */
export const openSession = async (
  ask: SessionAsk,
  account: string,
  by: 'password' | 'demo' | 'oidc' | 'link',
  also?: (tx: Tx, append: Append) => Promise<void>,
): Promise<Cookie> => {
  const { token, tokenHash } = makeToken()
  const author = { ...ask.author, actor: account }
  await inTransaction(ask.db, ask.services.subscriptions, author, async (tx, append) => {
    await also?.(tx, append)
    const before = ask.cookies[SESSION_COOKIE]
    if (before !== undefined) await deleteSessionByToken(tx, hashToken(before))
    await deleteStaleSessions(tx, ask.now, ask.services.config.sessionHours)
    const id = randomUUID()
    const device = toDevice(ask.headers['user-agent'])
    await insertSession(tx, { id, province: ask.province, tokenHash, account, device }, ask.now)
    await append({ event: 'session.started', subject: `account:${account}`, data: { session: id, by } })
  })
  return { name: SESSION_COOKIE, value: token }
}

export const beginSession = async (
  ask: SessionAsk,
  account: string,
  by: 'password' | 'demo' | 'link',
  also?: (tx: Tx, append: Append) => Promise<void>,
): Promise<Reply<Session>> => {
  const cookie = await openSession(ask, account, by, also)
  const cookies = { ...ask.cookies, [SESSION_COOKIE]: cookie.value }
  const session = await findSessionOf(ask.services, cookies, ask.now)
  return new Reply(await describeSession(ask, session), { cookies: [cookie] })
}

export const signInDemo = async (ask: Ask<typeof schemas.signInDemo>): Promise<Reply<Session>> => {
  const account = await findAccountByLogin(ask.db, ask.province, ask.body.login)
  if (!(await mayUseDemo(ask)) || !account?.demo || account.state !== 'active')
    throw new Problem(peopleProblems.demoRefused)
  return await beginSession(ask, account.id, 'demo')
}

/** Signing out twice is no mistake. */
export const signOut = async (ask: Ask<typeof schemas.signOut>): Promise<Reply<undefined>> => {
  const session = await findSessionOf(ask.services, ask.cookies, ask.now)
  const token = ask.cookies[SESSION_COOKIE]
  if (session && token !== undefined) {
    await ask.write(async (tx, append) => {
      await deleteSessionByToken(tx, hashToken(token))
      const subject = `account:${session.account}`
      await append({ event: 'session.ended', subject, data: { session: session.id } })
    })
  }
  return new Reply(undefined, { cookies: [{ name: SESSION_COOKIE, value: '' }] })
}

/** The signed-in person of an endpoint that nobody else reaches. */
export const getActorId = (ask: Pick<Ask, 'actor'>): string => {
  if (!ask.actor) throw new Problem(httpProblems.signInNeeded)
  return ask.actor.id
}

const currentTokenHash = ({ cookies }: Cookies): string => hashToken(cookies[SESSION_COOKIE] ?? '')

export const listOwnSessions = async (ask: Ask<typeof schemas.listSessions>): Promise<SessionList> => {
  const rows = await listSessions(ask.db, getActorId(ask), ask.now, ask.services.config.sessionHours)
  return {
    items: rows.map((row) => ({
      id: row.id,
      current: row.token_hash === currentTokenHash(ask),
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      device: row.device,
    })),
  }
}

export const endOwnSession = async (ask: Ask<typeof schemas.endSession>): Promise<undefined> => {
  const account = getActorId(ask)
  await ask.write(async (tx, append) => {
    if (!(await deleteSession(tx, account, ask.params.id))) throw new Problem(httpProblems.notFound)
    await append({
      event: 'session.ended',
      subject: `account:${account}`,
      data: { session: ask.params.id },
    })
  })
}

export const endOwnOtherSessions = async (ask: Ask<typeof schemas.endOtherSessions>): Promise<undefined> => {
  const account = getActorId(ask)
  await ask.write(async (tx, append) => {
    const count = await deleteOtherSessions(tx, account, currentTokenHash(ask))
    await append({ event: 'session.ended', subject: `account:${account}`, data: { others: count } })
  })
}

/** Takes up a delegation, or lays it down: from then on only the posts of the one or the other count. */
export const changeActing = async (ask: Ask<typeof schemas.setActing>): Promise<Session> => {
  const account = getActorId(ask)
  const session = await findSessionOf(ask.services, ask.cookies, ask.now)
  const { delegation } = ask.body
  const offers = await listOffers(ask.db, ask.province, account, toVietnamDay(ask.now))
  const offer = offers.find((one) => one.id === delegation)
  if (delegation !== null && !offer) throw new Problem(httpProblems.notFound)
  if (delegation !== (session?.delegation ?? null)) {
    const onBehalfOf = offer?.from ?? session?.actingFor ?? undefined
    const author = { ...ask.author, actor: toJournalActor({ id: account, onBehalfOf }) }
    await inTransaction(ask.db, ask.services.subscriptions, author, async (tx, append) => {
      await setActing(tx, currentTokenHash(ask), delegation)
      await append({
        event: delegation === null ? 'delegation.laid-down' : 'delegation.taken-up',
        subject: `delegation:${delegation ?? session?.delegation ?? ''}`,
        data: {},
      })
    })
  }
  return await describeSession(ask, await findSessionOf(ask.services, ask.cookies, ask.now))
}
