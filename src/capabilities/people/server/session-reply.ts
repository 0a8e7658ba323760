import { toVietnamDay } from '#platform/server/clock.ts'
import type { Ask } from '#platform/server/http/endpoint.ts'
import type { Session } from '../contract.ts'
import { isHeldOn, toPermissions } from '../domain/access.ts'
import { countAdmins, findAccount, listDemoAccounts } from './account-store.ts'
import { mayUseDemo } from './demo-door.ts'
import { listOffers } from './delegation-store.ts'
import { findInstallation } from './installation-store.ts'
import type { FoundSession } from './session-store.ts'

type SessionAsk = Pick<Ask, 'db' | 'services' | 'province' | 'now' | 'address' | 'headers'>

/** Who is signed in and what that person may do, or how one may sign in. */
export const describeSession = async (
  ask: SessionAsk,
  session: FoundSession | undefined,
): Promise<Session> => {
  const { db, province } = ask
  const today = toVietnamDay(ask.now)
  const installation = await findInstallation(db, province)
  const demo = !session && (await mayUseDemo(ask)) ? await listDemoAccounts(db, province) : []
  const admins = session ? undefined : await countAdmins(db, province, today)
  const common = {
    province: {
      code: installation?.province ?? '',
      name: installation?.name ?? '',
      sample: installation?.sample ?? false,
    },
    signIn: {
      firstAdminNeeded: admins !== undefined && admins.real === 0 && demo.length === 0,
      oidc: ask.services.config.oidcIssuer !== undefined,
      demo,
    },
  }
  const account = session && (await findAccount(db, province, session.account))
  if (!session || !account)
    return { account: null, posts: [], permissions: [], acting: null, offers: [], ...common }
  const giver = session.actingFor === null ? undefined : await findAccount(db, province, session.actingFor)
  const counting = new Set(session.posts.map((post) => post.id))
  const posts = (giver ?? account).posts.filter((post) => counting.has(post.id) && isHeldOn(post, today))
  const offers = await listOffers(db, province, account.id, today)
  return {
    account: { id: account.id, login: account.login, name: account.name },
    posts,
    permissions: [...toPermissions(session.posts)].map(([permission, scope]) => ({
      permission,
      everything: scope.everything,
      agencies: [...scope.agencies],
      areas: [...scope.areas],
    })),
    acting:
      giver && session.delegation !== null
        ? { delegation: session.delegation, account: giver.id, name: giver.name }
        : null,
    offers: offers.map((offer) => ({
      delegation: offer.id,
      account: offer.from,
      name: offer.fromName,
      until: offer.validTo,
    })),
    ...common,
  }
}
