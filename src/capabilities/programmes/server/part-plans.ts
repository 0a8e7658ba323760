import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/server/db/db.ts'
import type { Append, Author } from '#platform/server/journal/journal.ts'
import type { AcceptedDocument, PlanInForce } from '../contract.ts'
import { amendProgramme, type RootOf } from './follow-plan.ts'
import { listItems } from './item-store.ts'
import { knowAgencies } from './know-agencies.ts'
import type { Agencies, Outside } from './outside.ts'
import { listHeldDocuments, listJoined, moveShare, reviveProgramme } from './parting-store.ts'
import { insertProgramme, lockProgramme, lockProgrammesOf, updateProgramme } from './programme-store.ts'
import type { ProgrammeRow } from './tables.ts'

type Needs = Pick<Outside, 'findPlan' | 'findOrigins' | 'isWithdrawn'>

interface Work {
  readonly tx: Tx
  readonly append: Append
  readonly author: Author
  readonly outside: Needs
  readonly agencies: Agencies
  /** The document that was accepted, and the plan to which it belongs now. */
  readonly document: AcceptedDocument
  readonly plan: PlanInForce
}

/** What came of the parting for the plan of the document that was accepted. */
export interface Parted {
  /** Laid out by the parting: it has had no items and no history yet. */
  readonly fresh: ReadonlySet<string>
  /** Items that went over to a programme which had its own. */
  readonly moved: ReadonlySet<string>
}

const familyOf = (plan: PlanInForce): string[] => plan.documents.map((one) => one.id)

/**
 * The plans of the documents that one programme holds. One that is recorded otherwise since it was accepted is in none:
 * until it is accepted again, nobody knows what it will be.
 */
const listPlans = async (held: readonly string[], { tx, outside, plan }: Work): Promise<PlanInForce[]> => {
  const plans: PlanInForce[] = []
  for (const id of held) {
    if (plans.some((one) => familyOf(one).includes(id))) continue
    const own = familyOf(plan).includes(id) ? plan : await outside.findPlan(tx, id)
    const content = own?.documents.find((one) => one.id === id)
    if (!own || !content) continue
    const base = content.supersedes ?? content.amends?.document ?? null
    const isOpen = base !== null && held.includes(base) && !familyOf(own).includes(base)
    if (!isOpen) plans.push(own)
  }
  return plans
}

/** Who an item of the programme has always been to the plan that keeps it; undefined when it came with another plan. */
const toRootIn = (
  plan: PlanInForce,
  origins: Awaited<ReturnType<Outside['findOrigins']>>,
): ((document: string, id: string) => string | undefined) => {
  const own = new Set(familyOf(plan))
  return (document, id) => {
    const origin = origins(document, id).find((one) => own.has(one.document))
    return origin && plan.rootOf(origin.document, origin.id)
  }
}

/** The programme that goes on with a plan which leaves: its former one, else one that it has joined, else a new one. */
const findTarget = async (
  { tx, author }: Work,
  from: ProgrammeRow,
  plan: PlanInForce,
): Promise<{ id: string; origins: string[]; isFresh: boolean }> => {
  const joined = (await listJoined(tx, from.id, familyOf(plan))).map((one) => one.id)
  const [home, ...others] = joined
  if (home !== undefined) {
    await reviveProgramme(tx, home, others)
    return { id: home, origins: joined, isFresh: false }
  }
  const holders = await lockProgrammesOf(tx, author.province, familyOf(plan))
  const other = holders.find((one) => one.id !== from.id)
  if (other) return { id: other.id, origins: [], isFresh: false }
  const id = randomUUID()
  await insertProgramme(tx, author.province, id, plan.base, author.now)
  return { id, origins: [], isFresh: true }
}

/** Brings a programme whose plan is not the one of the accepted document to what is left of it. */
const settle = async (work: Work, id: string, plan: PlanInForce, rootOf?: RootOf): Promise<void> => {
  const { tx, append, author, document, outside, agencies } = work
  const programme = await lockProgramme(tx, author.province, id)
  if (!programme) return
  const state = (await outside.isWithdrawn(tx, author.province, plan.base.id)) ? 'withdrawn' : 'active'
  const followed = { document, role: 'apart' as const }
  await amendProgramme(tx, append, author, { ...programme, state }, plan, followed, { rootOf })
  const { issuedOn, findings } = plan.base
  await knowAgencies(tx, append, { id, issued_on: issuedOn, findings }, agencies)
}

/** Parts what one programme holds; the plan of the document that it was laid out for keeps it. */
const partOne = async (
  programme: ProgrammeRow,
  held: readonly string[],
  plans: readonly PlanInForce[],
  work: Work,
): Promise<{ fresh: string[]; moved: string[] }> => {
  const { tx, append, author, outside, plan } = work
  const [kept, ...leaving] = plans
  if (!kept) return { fresh: [], moved: [] }
  const rootIn = toRootIn(kept, await outside.findOrigins(tx, held))
  const fresh: string[] = []
  const moved: string[] = []
  // Its document is free for another programme before that one is laid out.
  await updateProgramme(tx, programme.id, kept.base, programme.state)
  for (const left of leaving) {
    const documents = familyOf(left)
    const target = await findTarget(work, programme, left)
    const stored = await listItems(tx, programme.id, {})
    const items = stored
      .filter(({ row: { joined_from, document_id, proposal } }) =>
        joined_from !== null && target.origins.includes(joined_from)
          ? true
          : document_id !== null &&
            documents.includes(document_id) &&
            rootIn(document_id, proposal ?? '') === undefined,
      )
      .map(({ row }) => row.id)
    await moveShare(tx, programme.id, target.id, { documents, items, origins: target.origins })
    await append({
      event: 'programme.parted',
      subject: `programme:${target.id}`,
      data: { from: programme.id, items: items.length },
    })
    if (target.isFresh) fresh.push(target.id)
    else if (target.origins.length === 0) moved.push(...items)
    if (left !== plan) await settle(work, target.id, left)
  }
  if (kept !== plan) {
    const rootOf: RootOf = (document, id) => rootIn(document, id) ?? kept.rootOf(document, id)
    await settle({ ...work, author }, programme.id, kept, rootOf)
  }
  return { fresh, moved }
}

/**
 * Plans that one programme went on for and that are no longer one, because a document was accepted as something else:
 * each goes on by itself. The older stands as before, with what people did to its items; the other gets back the
 * programme that it had, or one of its own.
 */
export const partPlans = async (work: Work): Promise<Parted> => {
  const { tx, author, plan } = work
  const fresh: string[] = []
  const moved: string[] = []
  for (const programme of await lockProgrammesOf(tx, author.province, familyOf(plan))) {
    const held = await listHeldDocuments(tx, programme.id)
    const plans = await listPlans(held, work)
    if (plans.length < 2) continue
    const parted = await partOne(programme, held, plans, work)
    fresh.push(...parted.fresh)
    moved.push(...parted.moved)
  }
  return { fresh: new Set(fresh), moved: new Set(moved) }
}
