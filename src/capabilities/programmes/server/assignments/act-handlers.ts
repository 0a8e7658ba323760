import { Problem } from '#kernel/problem.ts'
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { withVersion, type Ask, type Handler } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { scopeOf } from '#platform/server/http/scope.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Append } from '#platform/server/journal/journal.ts'
import { isAllowed, listAllowedVerbs } from '../../domain/assignment-verbs.ts'
import type { ActionFates, AssignmentDetail, SentAction, SentDeed } from '../../domain/assignment-schemas.ts'
import type { AssignmentAction, Capacity, Deed } from '../../domain/assignment.ts'
import { toActingCapacity } from '../../domain/capacities.ts'
import type { Agencies, Outside } from '../outside.ts'
import { programmeProblems } from '../problems.ts'
import { findAssignment, listActions, lockAssignment, takeAction, type Taken } from './assignment-store.ts'
import { findAgencyWay, listFiles, namePlans, spansOf } from './context-store.ts'
import { assignmentProblems } from './problems.ts'
import { capacitiesOn, openReach } from './reach.ts'
import type * as schemas from './schemas.ts'
import type { AssignmentRow } from './tables.ts'
import { toAssignment, toStory } from './views.ts'

const toDay = (text: string): PlainDate => {
  const day = parsePlainDate(text)
  if (!day) throw new Problem(assignmentProblems.impossibleDay, `Ngày “${text}”.`)
  return day
}

const requireAgency = (agencies: Agencies, code: string): void => {
  if (agencies.findParty(code, code)?.kind !== 'agency')
    throw new Problem(programmeProblems.agencyUnknown, `Mã “${code}”.`)
}

/** What was sent, as the domain knows it: days that exist, agencies of the register, files that were received. */
const toDeed = async (db: Db | Tx, agencies: Agencies, row: AssignmentRow, sent: SentDeed): Promise<Deed> => {
  if ('evidence' in sent) {
    const files = new Set((await listFiles(db, row.id)).map(({ sha256 }) => sha256))
    for (const one of sent.evidence)
      if (one.kind === 'file' && !files.has(one.sha256))
        throw new Problem(assignmentProblems.fileNotSent, one.name)
  }
  switch (sent.verb) {
    case 'assign':
      requireAgency(agencies, sent.agency)
      return { ...sent, due: sent.due === null ? null : toDay(sent.due) }
    case 'move':
      requireAgency(agencies, sent.agency)
      return sent
    case 'delegate':
      if (sent.to !== null) requireAgency(agencies, sent.to)
      return sent
    case 'ask-extension':
    case 'grant-extension':
      return { ...sent, until: toDay(sent.until) }
    case 'submit':
      return { ...sent, needsApproval: await findAgencyWay(db, row.province, row.agency) }
    default:
      return sent
  }
}

/** When the person acted, but not in the future: a device whose clock runs ahead acted just now. */
const toTime = (at: string, now: string): string => {
  const exact = at.includes('.') ? at : at.replace('Z', '.000Z')
  return exact > now ? now : exact
}

interface Acting {
  readonly tx: Tx
  readonly append: Append
  readonly row: AssignmentRow
  readonly sent: SentAction
  readonly capacities: readonly Capacity[]
  readonly agencies: Agencies
  readonly actor: string
  readonly now: string
  /** Refuse what is not allowed now instead of keeping it as a conflict. */
  readonly isStrict: boolean
}

const takeSent = async ({ tx, append, row, sent, capacities, agencies, ...rest }: Acting): Promise<Taken> => {
  const { actor, now, isStrict } = rest
  const before = await listActions(tx, row.id)
  const repeated = before.find(({ id }) => id === sent.id)
  // What was taken in once stays as it was, whatever is sent under its name now.
  const as = repeated?.capacity ?? toActingCapacity(row, sent.deed.verb, capacities)
  if (as === undefined) throw new Problem(assignmentProblems.notYours)
  if (!repeated && isStrict && !isAllowed(row, sent.deed.verb, as))
    throw new Problem(assignmentProblems.notAllowedNow)
  const deed = repeated?.deed ?? (await toDeed(tx, agencies, row, sent.deed))
  const action: AssignmentAction = {
    id: sent.id,
    after: sent.after,
    at: toTime(sent.at, now),
    by: actor,
    as,
    deed,
  }
  const taken = await takeAction(tx, row, before, action, now)
  if (!taken.isRepeated)
    await append({
      event: 'assignment.acted',
      subject: `assignment:${row.id}`,
      data: { action: sent.id, verb: deed.verb, as, fate: taken.fate, state: taken.now.state },
    })
  return taken
}

/** Thrown to leave a transaction in which everything had been done before. */
class NothingNew extends Error {}

export const actHandlers = ({ agenciesOf, directory }: Outside) => {
  const { reachOf, requireSeen } = openReach(agenciesOf)

  const toDetail = async (
    ask: Pick<Ask, 'actor' | 'services' | 'db' | 'province' | 'now'>,
    row: AssignmentRow,
  ): Promise<AssignmentDetail> => {
    const agencies = await directory(ask.services)
    const plans = await namePlans(ask.db, row.programme_id === null ? [] : [row.programme_id])
    const capacities = capacitiesOn(await reachOf(ask), row)
    const evidence = await mayViewEvidence(ask, row)
    return {
      ...toAssignment(row, agencies, plans, toVietnamDay(ask.now)),
      story: [...toStory(await listActions(ask.db, row.id), agencies, { evidence })],
      verbs: [...listAllowedVerbs(row, capacities)],
      spans: await spansOf(ask.db, row.item_id),
    }
  }

  const mayViewEvidence = async (
    { actor, services }: Pick<Ask, 'actor' | 'services'>,
    row: AssignmentRow,
  ): Promise<boolean> => {
    const scope = scopeOf(actor, 'programmes.evidence.view')
    if (scope.everything) return true
    const own = await agenciesOf(services, scope)
    return [row.agency, row.delegate, ...row.partners].some((code) => code !== null && own.includes(code))
  }

  const showAssignment: Handler<typeof schemas.showAssignment> = async (ask) => {
    const row = await requireSeen(ask, await findAssignment(ask.db, ask.province, ask.params.id))
    return withVersion(await toDetail(ask, row), row.version)
  }

  const act: Handler<typeof schemas.act> = async (ask) => {
    const { params, body, province, now, author } = ask
    const seen = await requireSeen(ask, await findAssignment(ask.db, province, params.id))
    const reach = await reachOf(ask)
    const agencies = await directory(ask.services)
    try {
      await ask.write(async (tx, append) => {
        const row = await lockAssignment(tx, province, seen.id)
        if (!row) throw new Problem(assignmentProblems.notFound)
        const known = (await listActions(tx, row.id)).some(({ id }) => id === body.id)
        if (!known && row.version !== ask.version)
          throw new Problem(httpProblems.changedMeanwhile, undefined, { version: row.version })
        const capacities = capacitiesOn(reach, row)
        const taken = await takeSent({
          tx,
          append,
          row,
          sent: body,
          capacities,
          agencies,
          actor: author.actor,
          now,
          isStrict: true,
        })
        if (taken.isRepeated) throw new NothingNew()
      })
    } catch (error) {
      if (!(error instanceof NothingNew)) throw error
    }
    const row = await requireSeen(ask, await findAssignment(ask.db, province, seen.id))
    return withVersion(await toDetail(ask, row), row.version)
  }

  const actOnMany: Handler<typeof schemas.actOnMany> = async (ask) => {
    const { body, province, now, author } = ask
    const reach = await reachOf(ask)
    const agencies = await directory(ask.services)
    const items: ActionFates['items'] = []
    // Each for itself: one that cannot be taken does not hold up the others.
    for (const { assignment, ...sent } of body.actions) {
      const told = { assignment, id: sent.id }
      try {
        const seen = await requireSeen(ask, await findAssignment(ask.db, province, assignment))
        await ask.write(async (tx, append) => {
          const row = await lockAssignment(tx, province, seen.id)
          if (!row) throw new Problem(assignmentProblems.notFound)
          const taken = await takeSent({
            tx,
            append,
            row,
            sent,
            capacities: capacitiesOn(reach, row),
            agencies,
            actor: author.actor,
            now,
            isStrict: false,
          })
          items.push({ ...told, fate: taken.fate, reason: null })
          if (taken.isRepeated) throw new NothingNew()
        })
      } catch (error) {
        if (error instanceof NothingNew) continue
        if (!(error instanceof Problem) || error.kind.status >= 500) throw error
        items.push({ ...told, fate: 'refused', reason: error.kind.title })
      }
    }
    return { items }
  }

  return { showAssignment, act, actOnMany, mayViewEvidence }
}
