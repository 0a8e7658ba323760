import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { inTransaction, type Append, type Author } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import type { Structure } from '../contract.ts'
import { countProposals, decideAcceptance, listAccepted } from '../domain/acceptance.ts'
import { toAcceptedDocument, type Earlier } from '../domain/accepted-document.ts'
import type { AgencyDirectory } from '../domain/agency-directory.ts'
import { applyAction, foldReview, type ReviewDeed, type ReviewState } from '../domain/review.ts'
import { AlreadyDone, unlessDone } from './already-done.ts'
import { findDocument, lockDocument, updateDocument, updateReviewColumns } from './document-store.ts'
import { findEarlier } from './plan.ts'
import { findStructure } from './reading-store.ts'
import { toAcceptanceProblem } from './review-problems.ts'
import { checkOpen } from './review-handlers.ts'
import { insertAcceptance, insertAction, listActions } from './review-store.ts'
import type { DocumentRow } from './tables.ts'
import { requireContent } from './views.ts'

/** The structure that is accepted; a document that could not be read has its hand-typed items and its register line. */
export const getStructure = async (
  tx: Db | Tx,
  document: DocumentRow,
): Promise<Pick<Structure, 'document' | 'outline' | 'findings' | 'tasks'>> => {
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
  return { document: header, outline: [], findings: [], tasks: [] }
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

/** An amendment may only end clauses or change words: then there is nothing to take over and still something to accept. */
const needsNoProposal = (earlier: Earlier | undefined): boolean =>
  earlier?.scope === 'parts' &&
  (earlier.reworded.length > 0 ||
    earlier.clauses.some((clause) => clause.verb === 'end' && clause.targets.length > 0))

/** What a person, or the sample, asks for when a document is accepted. */
export interface AcceptanceRequest {
  readonly id: string
  /** The version that the person saw; without one, whatever stands there now. */
  readonly version: number | undefined
  /** Which open proposals stay outside. */
  readonly leaveOut: (state: ReviewState) => readonly string[]
  readonly directory: AgencyDirectory
}

/** Accepts a document within a transaction; throws `AlreadyDone` when it is accepted already. */
export const acceptWithin = async (
  tx: Tx,
  append: Append,
  author: Author,
  { id, version, leaveOut, directory }: AcceptanceRequest,
): Promise<void> => {
  const { province } = author
  const document = requireContent(await lockDocument(tx, province, id))
  // Sent twice, or pressed by two: the programme is there, and that was wanted.
  if (document.state === 'accepted') throw new AlreadyDone()
  checkOpen(document)
  if (version !== undefined && document.review_version !== version)
    throw new Problem(httpProblems.changedMeanwhile, undefined, { version: document.review_version })
  const reviewed = foldReview(await listActions(tx, document.id))
  const earlier = await findEarlier(tx, document)
  const decision = decideAcceptance(reviewed, leaveOut(reviewed), needsNoProposal(earlier))
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
    earlier,
  })
  await updateDocument(tx, document.id, {
    state: 'accepted',
    acceptance,
    accepted_at: author.now,
    accepted_by: author.actor,
  })
  const seq = await append({
    event: 'document.accepted',
    subject: `document:${document.id}`,
    data: {
      acceptance,
      supersedes: document.supersedes,
      amends: document.amends,
      tasks: content.tasks.length,
    },
  })
  await insertAcceptance(tx, content, author.actor, author.now, seq)
}

/**
 * Accepts what the words of a document state and leaves the rest outside, without a person: only the sample does
 * that with its own documents. One that is not read yet waits for its reading, whose end is heard as well; one that a
 * person has dealt with is left alone.
 */
export const acceptStated = async (
  services: Services,
  author: Author,
  id: string,
  directory: AgencyDirectory,
): Promise<void> => {
  const { db } = services.database
  const found = await findDocument(db, author.province, id)
  if (found?.state !== 'read' || found.withdrawn_at !== null || found.review_version > 1) return
  const done = inTransaction(db, services.subscriptions, author, async (tx, append) =>
    acceptWithin(tx, append, author, {
      id,
      version: found.review_version,
      leaveOut: listUnstated,
      directory,
    }),
  )
  await unlessDone(done)
}

const listUnstated = (state: ReviewState): string[] =>
  [...state.proposals.values()]
    .filter((one) => one.state === 'open' && one.certainty !== 'stated')
    .map((one) => one.id)
