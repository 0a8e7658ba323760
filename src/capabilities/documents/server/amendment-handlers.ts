import { Problem } from '#kernel/problem.ts'
import type { Handler } from '#platform/server/http/endpoint.ts'
import type { Tx } from '#platform/server/db/db.ts'
import { toAcceptedDocument } from '../domain/accepted-document.ts'
import type { AmendmentReply } from '../domain/amendment-api.ts'
import { foldPlan } from '../domain/plan-in-force.ts'
import { listEffects } from '../domain/plan-effects.ts'
import { foldReview } from '../domain/review.ts'
import { getStructure } from './accept.ts'
import { findDocument, updateDocument } from './document-store.ts'
import type { Outside } from './outside.ts'
import { findEarlier, listBefore, listClauses } from './plan.ts'
import { listFamily } from './plan-store.ts'
import { documentProblems } from './problems.ts'
import { findSeen } from './reach.ts'
import { changeDocument } from './register-handlers.ts'
import { listActions } from './review-store.ts'
import { listCandidates } from './stated-base.ts'
import type * as schemas from './schemas.ts'
import type { DocumentRow } from './tables.ts'
import { requireContent, toNeighbour } from './views.ts'

/** Follows the chain of plans; a ring would make every version the newest. */
const checkNoRing = async (tx: Tx, document: DocumentRow, base: string): Promise<void> => {
  for (let id: string | null = base; id !== null;) {
    if (id === document.id) throw new Problem(documentProblems.supersedesItself)
    const next: DocumentRow | undefined = await findDocument(tx, document.province, id)
    if (!next || next.state === 'secret') throw new Problem(documentProblems.supersededMissing)
    id = next.supersedes ?? next.amends
  }
}

export const setBase: Handler<typeof schemas.setBase> = async (ask) =>
  await changeDocument(ask, ask.params.id, async (tx, append, document) => {
    const { base, scope } = ask.body
    if (document.state === 'accepted') throw new Problem(documentProblems.wrongState)
    if (base !== null) await checkNoRing(tx, document, base)
    await updateDocument(tx, document.id, {
      supersedes: scope === 'whole' ? base : null,
      amends: scope === 'parts' ? base : null,
    })
    await append({
      event: 'document.superseding-set',
      subject: `document:${document.id}`,
      data: { base, scope },
    })
  })

export const amendmentHandlers = ({ directory: load }: Outside) => {
  const showAmendment: Handler<typeof schemas.showAmendment> = async (ask) => {
    const { db, province, services } = ask
    const document = requireContent(await findSeen(ask, ask.params.id))
    const { amendment, all } = await listCandidates(db, document)
    const { amends, supersedes, duplicate_of } = document
    const recorded = amends ?? supersedes
    const base = recorded === null ? undefined : await findDocument(db, province, recorded)
    const same = duplicate_of === null ? undefined : await findDocument(db, province, duplicate_of)
    const candidates = [...all.map((link) => link.row), ...(same ? [same] : []), ...(base ? [base] : [])]
    const family = await listFamily(db, document.id)
    const before = foldPlan(listBefore(family, document.id))
    const reply: AmendmentReply = {
      stated: amendment ? { scope: amendment.scope, words: amendment.words } : null,
      candidates: [...new Map(candidates.map((row) => [row.id, toNeighbour(row)])).values()],
      base: base ? toNeighbour(base) : null,
      scope: amends !== null ? 'parts' : supersedes !== null ? 'whole' : null,
      isFollowed: before !== undefined,
      clauses: [],
      effects: [],
      kept: 0,
    }
    if (recorded === null || !before) return reply
    const { clauses } = await listClauses(db, document, listBefore(family, document.id))
    const reviewed = foldReview(await listActions(db, document.id))
    const taken = [...reviewed.proposals.values()].filter(
      (one) => one.state === 'accepted' || (one.state === 'open' && one.certainty === 'stated'),
    )
    const content = toAcceptedDocument({
      id: document.id,
      acceptance: document.acceptance + 1,
      supersedes,
      structure: await getStructure(db, document),
      accepted: taken.toSorted((a, b) => a.order - b.order),
      directory: await load(services),
      earlier: await findEarlier(db, document),
    })
    const others = listBefore(family, document.id)
    const after = foldPlan([...others, { content, base: recorded, since: Infinity, isWithdrawn: false }])
    return {
      ...reply,
      clauses: clauses.map(({ verb, words, span, targets, reason }) => ({
        verb,
        words,
        span,
        targets: verb === 'note' ? [] : [...targets],
        reason,
      })),
      ...(after ? listEffects(before, after) : {}),
    }
  }
  return { showAmendment }
}
