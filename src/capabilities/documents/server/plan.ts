import { Problem } from '#kernel/problem.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { listEarlierItems, toDecided, type Earlier } from '../domain/accepted-document.ts'
import { resolveSentences } from '../domain/amended-parts.ts'
import { findAmendment } from '../domain/amendment.ts'
import { decideRewordings } from '../domain/rewording.ts'
import { foldPlan, inOrder, type FamilyDocument } from '../domain/plan-in-force.ts'
import { listItemsInForce } from '../domain/plan-effects.ts'
import { listFamily } from './plan-store.ts'
import { documentProblems } from './problems.ts'
import { findStructure, findText } from './reading-store.ts'
import type { DocumentRow } from './tables.ts'

/** The documents of the plan that came before this one. */
export const listBefore = (family: readonly FamilyDocument[], document: string): FamilyDocument[] => {
  const ordered = inOrder(family)
  const own = ordered.findIndex((one) => one.content.id === document)
  return own < 0 ? ordered : ordered.slice(0, own)
}

/** The amending sentences of a document with what they mean in the plan as it was before. */
export const listClauses = async (db: Db | Tx, document: DocumentRow, before: readonly FamilyDocument[]) => {
  const plan = foldPlan(before)
  const text = await findText(db, document.id)
  const found = await findStructure(db, document.id)
  if (!plan || text === undefined || !found) return { clauses: [], items: [] }
  const sentences = findAmendment(found.structure, text)?.sentences ?? []
  const clauses = resolveSentences(sentences, {
    outline: plan.base.outline,
    places: plan.items.map((item) => item.place),
  })
  return decideRewordings(clauses, listItemsInForce(plan, toDecided))
}

/** What accepting this document goes on with: the plan that it supersedes or amends, and its own last acceptance. */
export const findEarlier = async (db: Db | Tx, document: DocumentRow): Promise<Earlier | undefined> => {
  const family = await listFamily(db, document.id)
  const last = family.find((one) => one.content.id === document.id)?.content
  const own = last ? listEarlierItems(last) : []
  const before = listBefore(family, document.id)
  const plan = foldPlan(before)
  if (document.amends !== null) {
    if (!plan) throw new Problem(documentProblems.baseNotAccepted)
    const { clauses, items: reworded } = await listClauses(db, document, before)
    return { scope: 'parts', base: document.amends, items: listItemsInForce(plan), clauses, reworded, own }
  }
  const isNewlyBased = document.supersedes !== null && last?.supersedes !== document.supersedes
  if (last && !last.amends && !isNewlyBased) return { scope: 'whole', items: own }
  if (!plan || document.supersedes === null) return undefined
  const items = listItemsInForce(plan)
  return { scope: 'whole', items, own: own.filter((item) => item.continues === null) }
}
