import { Problem } from '#kernel/problem.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import type { AcceptanceRefusal } from '../domain/acceptance.ts'
import type { ReviewRefusal } from '../domain/review-decide.ts'
import { documentProblems } from './problems.ts'

/** A refused command in the words of the catalogue, with the facts that a page needs to help on. */
export const toReviewProblem = (refusal: ReviewRefusal, version: number): Problem => {
  switch (refusal.reason) {
    case 'unknown':
      return new Problem(documentProblems.proposalUnknown, undefined, { proposals: refusal.proposals })
    case 'gone':
      return new Problem(documentProblems.proposalGone, undefined, { proposals: refusal.proposals })
    case 'changed':
      return new Problem(
        httpProblems.changedMeanwhile,
        `${refusal.changes.length} thay đổi ở các đề xuất đang sửa.`,
        { version, changes: refusal.changes },
      )
    case 'invalid':
      return new Problem(
        documentProblems.proposalInvalid,
        refusal.issues.map((issue) => issue.message).join(' '),
        { issues: refusal.issues },
      )
    case 'not-by-hand':
      return new Problem(documentProblems.notByHand, undefined, { proposals: refusal.proposals })
    case 'inner-first':
      return new Problem(documentProblems.innerFirst, undefined, { proposals: refusal.proposals })
  }
}

export const toAcceptanceProblem = (refusal: AcceptanceRefusal): Problem => {
  switch (refusal.reason) {
    case 'undecided':
      return new Problem(
        documentProblems.undecided,
        `Còn ${refusal.proposals.length} đề xuất chưa được quyết định.`,
        { proposals: refusal.proposals },
      )
    case 'unknown':
      return new Problem(documentProblems.proposalUnknown, undefined, { proposals: refusal.proposals })
    case 'empty':
      return new Problem(documentProblems.nothingAccepted)
  }
}
