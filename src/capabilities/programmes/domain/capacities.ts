import { isAllowed } from './assignment-verbs.ts'
import type { AssignmentState, Capacity, Verb } from './assignment.ts'

/** Where somebody's permissions reach, as far as duties are concerned. */
export interface Reach {
  /** The committee's office; its leaders. */
  readonly isOffice: boolean
  readonly isLeader: boolean
  /** Agencies that the person heads; agencies and communes for which the person reports. */
  readonly heads: readonly string[]
  readonly reports: readonly string[]
}

/** Who answers for a duty, does it, or works along. */
export interface Charged {
  readonly agency: string | null
  readonly delegate: string | null
  readonly partners: readonly string[]
}

/** In what capacities somebody may act on a duty, the one that decides most first. */
export const toCapacities = (reach: Reach, { agency, delegate, partners }: Charged): readonly Capacity[] => {
  const found: Capacity[] = []
  if (reach.isOffice) found.push('office')
  if (reach.isLeader) found.push('leader')
  if (agency !== null && reach.heads.includes(agency)) found.push('head')
  if (agency !== null && reach.reports.includes(agency)) found.push('agency')
  if (delegate !== null && (reach.reports.includes(delegate) || reach.heads.includes(delegate)))
    found.push('delegate')
  if (partners.some((code) => reach.reports.includes(code) || reach.heads.includes(code)))
    found.push('partner')
  return found
}

/** In which of their capacities somebody does this; the first one when none may, so that it is kept as a conflict. */
export const toActingCapacity = (
  standing: { readonly state: AssignmentState; readonly extension: unknown },
  verb: Verb,
  capacities: readonly Capacity[],
): Capacity | undefined => capacities.find((one) => isAllowed(standing, verb, one)) ?? capacities[0]
