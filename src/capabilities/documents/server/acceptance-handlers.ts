import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { withVersion, type Handler } from '#platform/server/http/endpoint.ts'
import type { Tx } from '#platform/server/db/db.ts'
import type { Author } from '#platform/server/journal/journal.ts'
import type { Structure } from '../contract.ts'
import { countProposals, decideAcceptance, listAccepted } from '../domain/acceptance.ts'
import {
  listContinuingItems,
  toAcceptedDocument,
  type EarlierAcceptance,
} from '../domain/accepted-document.ts'
import type { Accepted } from '../domain/review-api.ts'
import { applyAction, foldReview, type ReviewDeed, type ReviewState } from '../domain/review.ts'
import { AlreadyDone, unlessDone } from './already-done.ts'
import { findDocument, lockDocument, updateDocument, updateReviewColumns } from './document-store.ts'
import type { Outside } from './outside.ts'
import { documentProblems } from './problems.ts'
import { findStructure } from './reading-store.ts'
import { changeDocument } from './register-handlers.ts'
import { checkOpen } from './review-handlers.ts'
import { toAcceptanceProblem } from './review-problems.ts'
import { findAcceptance, insertAcceptance, insertAction, listActions } from './review-store.ts'
import type * as schemas from './schemas.ts'
import type { DocumentRow } from './tables.ts'
import { requireContent } from './views.ts'

/** The structure that is accepted; a document that could not be read has its hand-typed items and its register line. */
const getStructure = async (
  tx: Tx,
  document: DocumentRow,
): Promise<Pick<Structure, 'document' | 'outline' | 'findings'>> => {
  const found = await findStructure(tx, document.id)
  if (found) return found.structure
  const { type, number, issued_on, place, issuer, subject, theme, years, signatory, recipients } = document
  const header = {
    type,
    number,
    issuedOn: issued_on,
    place,
    issuer,
    subject,
    theme,
    years,
    signatory,
    recipients,
  }
  return { document: header, outline: [], findings: [] }
}

/** The acceptance that this one goes on with: its own last one, else that of the document that it supersedes. */
const findEarlier = async (tx: Tx, document: DocumentRow): Promise<EarlierAcceptance | undefined> => {
  const id = document.acceptance > 0 ? document.id : document.supersedes
  const content = id === null ? undefined : await findAcceptance(tx, id)
  return content && { document: content.id, items: listContinuingItems(content) }
}

const applyDeeds = async (
  tx: Tx,
  author: Author,
  document: string,
  from: ReviewState,
  deeds: readonly ReviewDeed[],
): Promise<ReviewState> => {
  let state = from
  for (const deed of deeds) {
    const action = { id: randomUUID(), seq: state.version + 1, at: author.now, by: author.actor, deed }
    await insertAction(tx, document, action)
    state = applyAction(state, action)
  }
  await updateReviewColumns(tx, document, state.version, countProposals(state))
  return state
}

export const acceptanceHandlers = ({ directory: load }: Outside) => {
  const accept: Handler<typeof schemas.accept> = async (ask) => {
    const { params, body, province, services, author, db } = ask
    const directory = await load(services)
    const done = ask.write(async (tx, append) => {
      const document = requireContent(await lockDocument(tx, province, params.id))
      // Sent twice, or pressed by two: the programme is there, and that was wanted.
      if (document.state === 'accepted') throw new AlreadyDone()
      checkOpen(document)
      if (document.review_version !== ask.version)
        throw new Problem(httpProblems.changedMeanwhile, undefined, { version: document.review_version })
      const reviewed = foldReview(await listActions(tx, document.id))
      const decision = decideAcceptance(reviewed, body.leaveOut ?? [])
      if (!decision.ok) throw toAcceptanceProblem(decision.error)
      const state = await applyDeeds(tx, author, document.id, reviewed, decision.value.deeds)
      const acceptance = document.acceptance + 1
      const content = toAcceptedDocument({
        id: document.id,
        acceptance,
        supersedes: document.supersedes,
        structure: await getStructure(tx, document),
        accepted: listAccepted(state),
        directory,
        earlier: await findEarlier(tx, document),
      })
      await insertAcceptance(tx, content, author.actor, author.now)
      await updateDocument(tx, document.id, {
        state: 'accepted',
        acceptance,
        accepted_at: author.now,
        accepted_by: author.actor,
      })
      await append({
        event: 'document.accepted',
        subject: `document:${document.id}`,
        data: { acceptance, supersedes: document.supersedes, tasks: content.tasks.length },
      })
    })
    await unlessDone(done)
    return toAccepted(requireContent(await findDocument(db, province, params.id)))
  }

  const reopen: Handler<typeof schemas.reopen> = async (ask) =>
    await changeDocument(ask, ask.params.id, async (tx, append, document) => {
      if (document.state !== 'accepted' || document.withdrawn_at !== null)
        throw new Problem(documentProblems.wrongState)
      await updateDocument(tx, document.id, { state: document.refused_code === null ? 'read' : 'refused' })
      await append({ event: 'document.reopened', subject: `document:${document.id}`, data: {} })
    })

  return { accept, reopen }
}

const toAccepted = (document: DocumentRow) => {
  const accepted: Accepted = {
    document: document.id,
    acceptance: document.acceptance,
    accepted: document.accepted_count,
    dropped: document.dropped_count,
    version: document.review_version,
  }
  return withVersion(accepted, document.review_version)
}
