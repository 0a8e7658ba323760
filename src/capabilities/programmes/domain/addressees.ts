import type { Addressed, RecipientRole } from './reminders.ts'

/** Somebody who may be told: an account in use with the posts that it holds today. */
export interface Addressee {
  readonly account: string
  readonly name: string
  readonly email: string | null
  /** Agencies, and those of communes, for which the person does the work; that the person heads. */
  readonly focal: readonly string[]
  readonly heads: readonly string[]
  readonly isOffice: boolean
  readonly isLeader: boolean
}

/**
 * Who holds which role at these agencies. Where nobody is left for a role, others of the agency are told; where nobody
 * is left at all, the committee's office is told that it is so.
 */
export const toAddressed = (
  people: readonly Addressee[],
  agencies: readonly string[],
): readonly Addressed[] => {
  const office = people.filter(({ isOffice }) => isOffice)
  const leaders = people.filter(({ isLeader }) => isLeader)
  const list = (
    role: RecipientRole,
    agency: string,
    told: readonly Addressee[],
    isStandIn = false,
  ): readonly Addressed[] => told.map(({ account }) => ({ role, agency, account, isStandIn }))
  const focal = groupBy(people, (one) => one.focal)
  const heads = groupBy(people, (one) => one.heads)
  return [
    ...list('office', '', office.length > 0 ? office : leaders),
    ...list('leader', '', leaders.length > 0 ? leaders : office),
    ...[...new Set(agencies)].flatMap((agency) => {
      const [doing, heading] = [focal.get(agency) ?? [], heads.get(agency) ?? []]
      if (doing.length + heading.length === 0)
        return [...list('focal', agency, office, true), ...list('head', agency, office, true)]
      return [
        ...list('focal', agency, doing.length > 0 ? doing : heading),
        ...list('head', agency, heading.length > 0 ? heading : doing),
      ]
    }),
  ]
}

const groupBy = (
  people: readonly Addressee[],
  codesOf: (one: Addressee) => readonly string[],
): ReadonlyMap<string, readonly Addressee[]> => {
  const groups = new Map<string, Addressee[]>()
  for (const one of people)
    for (const code of new Set(codesOf(one))) groups.set(code, [...(groups.get(code) ?? []), one])
  return groups
}
