import { toVietnamDay } from '#platform/server/clock.ts'
import type { Actor } from '#platform/server/http/endpoint.ts'
import type { Authenticate } from '#platform/server/http/route.ts'
import type { Services } from '#platform/server/services.ts'
import { agenciesOf, areasOf, toPermissions } from '../domain/access.ts'
import { hashToken } from './secrets.ts'
import { findSession, touchSession, type FoundSession } from './session-store.ts'

export const SESSION_COOKIE = 'binhan_session'
/** A session in use is noted at most this often, so that reading costs one query. */
const TOUCH_MINUTES = 5

type Cookies = Readonly<Record<string, string | undefined>>

/** The session that the cookie names, if it still holds. */
export const findSessionOf = async (
  services: Services,
  cookies: Cookies,
  now: string,
): Promise<FoundSession | undefined> => {
  const token = cookies[SESSION_COOKIE]
  if (token === undefined || token === '') return undefined
  const { database, config } = services
  return await findSession(database.db, hashToken(token), now, toVietnamDay(now), config.sessionHours)
}

export const toActor = (session: FoundSession): Actor => ({
  id: session.account,
  onBehalfOf: session.actingFor ?? undefined,
  permissions: toPermissions(session.posts),
  agencies: agenciesOf(session.posts),
  areas: areasOf(session.posts),
})

/** Who asks: one query a request, and a note every few minutes that the session is alive. */
export const authenticateWith =
  (services: Services): Authenticate =>
  async ({ cookies, now }) => {
    const session = await findSessionOf(services, cookies, now)
    if (!session) return undefined
    const age = Date.parse(now) - Date.parse(session.lastSeenAt)
    if (age > TOUCH_MINUTES * 60_000) {
      await touchSession(services.database.db, session.id, session.account, now)
    }
    return toActor(session)
  }
