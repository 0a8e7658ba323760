import { Problem } from '#kernel/problem.ts'
import type { Ask } from '#platform/server/http/endpoint.ts'
import { scopeOf } from '#platform/server/http/scope.ts'
import { toCapacities, type Reach } from '../../domain/capacities.ts'
import type { Outside } from '../outside.ts'
import { assignmentProblems } from './problems.ts'
import type { AssignmentRow } from './tables.ts'

type Looking = Pick<Ask, 'actor' | 'services'>

/** What somebody may see and do of the duties: all of a province, or those of their agencies and communes. */
export const openReach = (agenciesOf: Outside['agenciesOf']) => {
  /** The agencies whose duties somebody may see; undefined: all. */
  const ownOf = async ({ actor, services }: Looking): Promise<readonly string[] | undefined> => {
    const scope = scopeOf(actor, 'programmes.assignment.view')
    return scope.everything ? undefined : await agenciesOf(services, scope)
  }

  const reachOf = async ({ actor, services }: Looking): Promise<Reach> => {
    const at = async (permission: string) => await agenciesOf(services, scopeOf(actor, permission))
    return {
      isOffice: scopeOf(actor, 'programmes.assignment.manage').everything,
      isLeader: scopeOf(actor, 'programmes.assignment.decide').everything,
      heads: await at('programmes.assignment.approve'),
      reports: await at('programmes.assignment.report'),
    }
  }

  /** Refuses what is not there and, in the same words, what is not theirs to see. */
  const requireSeen = async (ask: Looking, row: AssignmentRow | undefined): Promise<AssignmentRow> => {
    const own = await ownOf(ask)
    const isTheirs =
      row !== undefined &&
      (own === undefined ||
        [row.agency, row.delegate, ...row.partners].some((code) => code !== null && own.includes(code)))
    if (!isTheirs) throw new Problem(assignmentProblems.notFound)
    return row
  }

  return { ownOf, reachOf, requireSeen }
}

/** What lets a row be asked who is charged. */
export const capacitiesOn = (reach: Reach, row: AssignmentRow) => toCapacities(reach, row)
