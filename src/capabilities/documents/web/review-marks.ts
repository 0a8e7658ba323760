import { isSettled } from '../contract.ts'
import type { Review } from '../domain/review-api.ts'
import type { PaneMark } from './reading-pane.tsx'
import { toLine } from './words.ts'

/** Long spans first, so that a date inside a task is marked on top of it. */
export const toMarks = (review: Review): PaneMark[] => {
  const live = review.proposals.filter(
    (one) => one.spans.length > 0 && (one.state === 'open' || one.state === 'accepted'),
  )
  const proposals = live.map((one): PaneMark => ({
    id: one.id,
    spans: one.spans,
    label: toLine(one.value).slice(0, 120),
    tone: one.state === 'open' && one.certainty === 'unsure' ? 'unsure' : one.value.kind,
  }))
  const findings = review.findings.map((finding, i): PaneMark => ({
    id: `finding-${i}`,
    spans: isSettled(finding) ? [] : finding.spans,
    label: finding.message,
    tone: 'finding',
  }))
  const length = (mark: PaneMark): number => mark.spans.reduce((sum, span) => sum + span.end - span.start, 0)
  return [...proposals, ...findings].toSorted((a, b) => length(b) - length(a))
}
