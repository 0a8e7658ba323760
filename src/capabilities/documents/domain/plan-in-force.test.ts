import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AcceptedDocument } from '../contract.ts'
import { inOrder, type FamilyDocument } from './plan-in-force.ts'

const accepted = (id: string): AcceptedDocument => ({
  id,
  acceptance: 1,
  type: 'kế hoạch',
  number: null,
  issuedOn: null,
  issuer: null,
  subject: null,
  theme: null,
  years: [],
  supersedes: null,
  outline: [],
  findings: [],
  tasks: [],
  targets: [],
  deadlines: [],
  reporting: [],
  triggers: [],
})
const member = (id: string, base: string | null, since: number): FamilyDocument => ({
  content: accepted(id),
  base,
  since,
  isWithdrawn: false,
})
const idsOf = (family: readonly FamilyDocument[]): string[] =>
  inOrder(family).map(({ content }) => content.id)

describe('the documents of a plan', () => {
  it('follow one another as the journal numbers them, whatever their ids', () => {
    const family = [member('a', 'plan', 9), member('b', 'plan', 8), member('plan', null, 2)]
    expect(idsOf(family)).toEqual(['plan', 'b', 'a'])
  })

  it('come after what they rest on, also when that was accepted later', () => {
    expect(idsOf([member('amendment', 'plan', 1), member('plan', null, 5)])).toEqual(['plan', 'amendment'])
  })

  it('are in one order, however they were fetched', () => {
    const family = [
      member('plan', null, 3),
      member('a', 'plan', 7),
      member('b', 'plan', 5),
      member('version', 'plan', 4),
      member('c', 'version', 6),
    ]
    const order = idsOf(family)
    fc.assert(
      fc.property(fc.shuffledSubarray(family, { minLength: family.length }), (shuffled) => {
        expect(idsOf(shuffled)).toEqual(order)
      }),
    )
  })
})
