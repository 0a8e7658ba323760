import { randomUUID } from 'node:crypto'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Tx } from '#platform/server/db/db.ts'
import { inTransaction, type Append } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import { pages, type OneTimeLink } from '../contract.ts'
import { isDemoOpen } from '../domain/demo.ts'
import { countAdmins } from './account-store.ts'
import { isSample } from './installation-store.ts'
import { insertLink, type LinkPurpose } from './link-store.ts'
import { makeToken } from './secrets.ts'

const HOURS = 24

const addHours = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString()

/** Makes a link for one use within a day; the token stands only in the answer. */
export const makeLink = async (
  tx: Tx,
  append: Append,
  wanted: {
    readonly province: string
    readonly now: string
    readonly purpose: LinkPurpose
    readonly account: string | null
    readonly base: string
  },
): Promise<OneTimeLink> => {
  const { province, now, purpose, account, base } = wanted
  const { token, tokenHash } = makeToken()
  const id = randomUUID()
  const expiresAt = addHours(now, HOURS)
  await insertLink(tx, { id, province, purpose, account, tokenHash, expiresAt })
  await append({
    event: 'account.link-made',
    subject: account === null ? 'installation' : `account:${account}`,
    data: { link: id, purpose },
  })
  const page = purpose === 'first-admin' ? pages.firstAdmin : pages.reset
  return { link: `${base.replace(/\/$/u, '')}${page}?token=${token}`, expiresAt }
}

/**
 * The link by which the first administrator is made, when there is none: the start prints it.
 * The sample on one's own machine has its own users, so it needs none; undefined then.
 */
export const findFirstAdminLink = async (
  services: Services,
  base: string,
): Promise<OneTimeLink | undefined> => {
  const { database, clock, province } = services
  if (province === '') return undefined
  const now = clock.now()
  const admins = await countAdmins(database.db, province, toVietnamDay(now))
  const { config } = services
  const isDemoEnough =
    admins.demo > 0 &&
    isDemoOpen({
      sample: await isSample(database.db, province),
      trustProxy: config.trustProxy,
      publicUrl: config.publicUrl,
      listensOn: config.host,
      // Whoever sits at this machine.
      address: '127.0.0.1',
      host: 'localhost',
      forwarded: false,
    })
  if (admins.real > 0 || isDemoEnough) return undefined
  const author = { province, actor: 'system', now }
  return await inTransaction(
    database.db,
    services.subscriptions,
    author,
    async (tx, append) =>
      await makeLink(tx, append, { province, now, purpose: 'first-admin', account: null, base }),
  )
}

/** A reset link made outside the web: `binhan user reset LOGIN`. */
export const makeResetLinkFor = async (
  services: Services,
  account: string,
  base: string,
): Promise<OneTimeLink> => {
  const { province, clock } = services
  const now = clock.now()
  return await inTransaction(
    services.database.db,
    services.subscriptions,
    { province, actor: 'cli', now },
    async (tx, append) => await makeLink(tx, append, { province, now, purpose: 'reset', account, base }),
  )
}
