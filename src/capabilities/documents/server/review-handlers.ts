import { Problem } from '#kernel/problem.ts'
import { withVersion, type Handler } from '#platform/server/http/endpoint.ts'
import { countProposals } from '../domain/acceptance.ts'
import type { AgencyDirectory } from '../domain/agency-directory.ts'
import { listAgencyNames, listParties, toLookupDay } from '../domain/parties.ts'
import { raiseFindings } from '../domain/raised-findings.ts'
import type { Proposal, ReviewReply } from '../domain/review-api.ts'
import { decideReview } from '../domain/review-decide.ts'
import { applyAction, foldReview, type ReviewProposal, type ReviewState } from '../domain/review.ts'
import { AlreadyDone, unlessDone } from './already-done.ts'
import { findDocument, lockDocument, updateReviewColumns } from './document-store.ts'
import type { Outside } from './outside.ts'
import { findSeen } from './reach.ts'
import { documentProblems } from './problems.ts'
import { findStructure } from './reading-store.ts'
import { toReviewProblem } from './review-problems.ts'
import { insertAction, listActions } from './review-store.ts'
import type * as schemas from './schemas.ts'
import type { DocumentRow } from './tables.ts'
import { requireContent } from './views.ts'

/** Without what only the fold needs. */
const toProposal = (proposal: ReviewProposal): Proposal => {
  const { madeBy: _, replacedBy: _replacedBy, touched: _touched, ...shown } = proposal
  return shown
}

const inOrder = (state: ReviewState): Proposal[] =>
  [...state.proposals.values()].toSorted((a, b) => a.order - b.order).map(toProposal)

const toReply = (
  document: DocumentRow,
  state: ReviewState,
  directory: AgencyDirectory,
  since: number,
): ReviewReply => {
  const proposals = inOrder(state)
  const parties = listParties(directory, proposals, toLookupDay(document.issued_on))
  return {
    version: state.version,
    state: document.state,
    counts: countProposals(state),
    changed: proposals.filter((proposal) => proposal.version > since),
    parties,
    agencies: listAgencyNames(directory, parties, proposals),
  }
}

export const reviewHandlers = ({ directory: load }: Outside) => {
  const showReview: Handler<typeof schemas.showReview> = async (ask) => {
    const { db, services } = ask
    const document = requireContent(await findSeen(ask, ask.params.id))
    const state = foldReview(await listActions(db, document.id))
    const directory = await load(services)
    const { changed, ...reply } = toReply(document, state, directory, 0)
    const found = await findStructure(db, document.id)
    const findings = found ? raiseFindings(found.structure, directory, toLookupDay(document.issued_on)) : []
    return withVersion({ ...reply, document: document.id, proposals: changed, findings }, state.version)
  }

  const review: Handler<typeof schemas.review> = async (ask) => {
    const { params, body: command, province, services, author, db } = ask
    const seen = ask.version ?? 0
    const done = ask.write(async (tx, append) => {
      const document = requireContent(await lockDocument(tx, province, params.id))
      const state = foldReview(await listActions(tx, document.id))
      if (state.seen.has(command.id)) throw new AlreadyDone()
      checkOpen(document)
      const decision = decideReview(state, command, seen)
      if (!decision.ok) throw toReviewProblem(decision.error, state.version)
      const action = {
        id: command.id,
        seq: state.version + 1,
        at: author.now,
        by: author.actor,
        deed: decision.value,
      }
      const after = applyAction(state, action)
      const touched = after.history.at(-1)?.touched.length ?? 0
      if (touched === 0) throw new AlreadyDone()
      await insertAction(tx, document.id, action)
      await updateReviewColumns(tx, document.id, after.version, countProposals(after))
      await append({
        event: 'document.reviewed',
        subject: `document:${document.id}`,
        data: { verb: command.verb, action: command.id, version: after.version, touched },
      })
    })
    await unlessDone(done)
    const document = requireContent(await findDocument(db, province, params.id))
    const state = foldReview(await listActions(db, document.id))
    return withVersion(toReply(document, state, await load(services), seen), state.version)
  }

  return { showReview, review }
}

/** Only what is in review, or what was refused and gets its tasks typed by hand. */
export const checkOpen = (document: DocumentRow): void => {
  const open = document.state === 'read' || document.state === 'refused'
  if (!open || document.withdrawn_at !== null) throw new Problem(documentProblems.wrongState)
}
