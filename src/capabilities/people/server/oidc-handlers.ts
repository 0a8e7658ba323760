import { Problem } from '#kernel/problem.ts'
import { Reply, type Ask, type Cookie } from '#platform/server/http/endpoint.ts'
import { pages, type oidcRefusals } from '../contract.ts'
import type { SignInAccount } from './account-store.ts'
import { toBase } from './base-address.ts'
import { finishOidc, startOidc, type Identity } from './oidc.ts'
import {
  findAccountBySubject,
  insertOidcAttempt,
  linkSubject,
  listPreparedAccounts,
  takeOidcAttempt,
} from './oidc-store.ts'
import { peopleProblems } from './problems.ts'
import type { schemas } from './schemas.ts'
import { hashToken } from './secrets.ts'
import { openSession } from './session-handlers.ts'

const PATH = '/api/session/oidc'
/** Ties the provider's answer to the browser that asked. */
const STATE_COOKIE = 'binhan_oidc'

const refuse = (why: keyof typeof oidcRefusals, cookies: readonly Cookie[] = []): Reply<undefined> =>
  new Reply(undefined, { redirect: `${pages.signIn}?ly-do=${why}`, cookies })

const requireOidc = (ask: Pick<Ask, 'services'>): void => {
  if (ask.services.config.oidcIssuer === undefined) throw new Problem(peopleProblems.oidcOff)
}

export const beginOidc = async (ask: Ask<typeof schemas.startOidc>): Promise<Reply<undefined>> => {
  requireOidc(ask)
  try {
    const { url, state, nonce, verifier } = await startOidc(
      ask.services.config,
      `${toBase(ask)}${PATH}/callback`,
    )
    const attempt = { stateHash: hashToken(state), nonce, verifier }
    await insertOidcAttempt(ask.db, ask.province, attempt, ask.now)
    const cookie = { name: STATE_COOKIE, value: state, maxAgeSeconds: 600, path: PATH }
    return new Reply(undefined, { redirect: url, cookies: [cookie] })
  } catch (error) {
    ask.services.log.warn({ err: error }, 'identity provider not reached')
    return refuse('khong-tra-loi')
  }
}

export const endOidc = async (ask: Ask<typeof schemas.finishOidc>): Promise<Reply<undefined>> => {
  requireOidc(ask)
  const forget: Cookie = { name: STATE_COOKIE, value: '', path: PATH }
  const state = ask.cookies[STATE_COOKIE]
  const attempt =
    state === undefined || state !== ask.query['state']
      ? undefined
      : await takeOidcAttempt(ask.db, hashToken(state), ask.now)
  if (state === undefined || !attempt) return refuse('tu-choi', [forget])
  let identity: Identity
  try {
    const query = new URLSearchParams(ask.query).toString()
    const currentUrl = `${toBase(ask)}${PATH}/callback?${query}`
    identity = await finishOidc(ask.services.config, currentUrl, { ...attempt, state })
  } catch (error) {
    ask.services.log.warn({ err: error }, 'identity provider refused')
    return refuse('tu-choi', [forget])
  }
  const found = await findAccount(ask, identity)
  if (!found) return refuse('khong-co-tai-khoan', [forget])
  if (found.account.state !== 'active') return refuse('tai-khoan-khoa', [forget])
  const { id } = found.account
  const cookie = await openSession(ask, id, 'oidc', async (tx, append) => {
    if (found.isLinked) return
    await linkSubject(tx, id, identity.subject)
    await append({ event: 'account.identity-linked', subject: `account:${id}`, data: {} })
  })
  return new Reply(undefined, { redirect: pages.home, cookies: [cookie, forget] })
}

/** By subject; at the first time by the claim, if it names exactly one prepared account. */
const findAccount = async (
  ask: Pick<Ask, 'db' | 'province' | 'services'>,
  { subject, claim }: Identity,
): Promise<{ account: SignInAccount; isLinked: boolean } | undefined> => {
  const linked = await findAccountBySubject(ask.db, ask.province, subject)
  if (linked) return { account: linked, isLinked: true }
  if (claim === undefined) return undefined
  const by = ask.services.config.oidcLinkClaim === 'email' ? 'email' : 'login'
  const [account, second] = await listPreparedAccounts(ask.db, ask.province, by, claim)
  return account && !second ? { account, isLinked: false } : undefined
}
