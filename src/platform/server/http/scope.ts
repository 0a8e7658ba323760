import { Problem } from '#kernel/problem.ts'
import type { Actor, Scope } from './endpoint.ts'
import { httpProblems } from './problems.ts'

const NOWHERE: Scope = { everything: false, agencies: [], areas: [] }

/** Where the person may use a permission; nowhere without it. */
export const scopeOf = (actor: Actor | undefined, permission: string): Scope =>
  actor?.permissions.get(permission) ?? NOWHERE

/** What a thing belongs to. */
export interface Belonging {
  readonly agencies?: readonly string[]
  readonly areas?: readonly string[]
}

/** Whether a thing lies within the scope: it belongs to one of its agencies or lies in one of its areas. */
export const isWithin = (scope: Scope, thing: Belonging): boolean =>
  scope.everything ||
  (thing.agencies ?? []).some((agency) => scope.agencies.includes(agency)) ||
  (thing.areas ?? []).some((area) => scope.areas.includes(area))

/** Refuses what lies outside the person's reach. */
export const requireWithin = (actor: Actor | undefined, permission: string, thing: Belonging): void => {
  if (!isWithin(scopeOf(actor, permission), thing)) throw new Problem(httpProblems.notAllowed)
}

/** Who acted, as the journal writes it: an id, or `B for A` while B acts for A. Never a name. */
export const toJournalActor = (actor: Pick<Actor, 'id' | 'onBehalfOf'> | undefined): string => {
  if (!actor) return 'system'
  return actor.onBehalfOf === undefined ? actor.id : `${actor.id} for ${actor.onBehalfOf}`
}
