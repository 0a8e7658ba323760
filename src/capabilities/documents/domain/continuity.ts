import { mainText } from './proposals.ts'
import type { ProposalKind, ProposalValue } from './review-api.ts'
import { matchClauses, toWordBag } from './text-likeness.ts'

/** An item of a plan as far as recognising it in the next version needs. */
export interface ContinuingItem {
  readonly id: string
  readonly path: string
  readonly value: ProposalValue
}

/**
 * Which item of an earlier version each item goes on with: same kind, and the same or like words as clauses
 * are matched. Items that an amended plan keeps keep their identity by this.
 */
export const matchItems = (
  before: readonly ContinuingItem[],
  after: readonly ContinuingItem[],
): ReadonlyMap<string, string> => {
  const result = new Map<string, string>()
  const kinds = new Set<ProposalKind>(after.map((item) => item.value.kind))
  for (const kind of kinds) {
    const old = before.filter((item) => item.value.kind === kind)
    const fresh = after.filter((item) => item.value.kind === kind)
    const origins = matchClauses(old.map(toPlaced), fresh.map(toPlaced))
    fresh.forEach((item, i) => {
      const origin = old[origins[i] ?? -1]
      if (origin) result.set(item.id, origin.id)
    })
  }
  return result
}

const toPlaced = ({ path, value }: ContinuingItem) => ({
  path,
  bag: toWordBag(`${mainText(value)} ${detail(value)}`),
})

/** What tells two items of the same words apart: a target's unit, a deadline's day. */
const detail = (value: ProposalValue): string => {
  switch (value.kind) {
    case 'target':
      return value.unit ?? ''
    case 'deadline':
      return value.deadline
    case 'reporting':
      return value.frequency.join(' ')
    case 'trigger':
      return value.must
    case 'task':
      return ''
  }
}
