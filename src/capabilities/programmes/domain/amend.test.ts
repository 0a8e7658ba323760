import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAmendment, isSame, type KeptItem } from './amend.ts'
import type { AcceptedItem, ItemContent } from './item.ts'

const task = (text: string): ItemContent => ({
  kind: 'task',
  text,
  lead: [],
  partners: [],
  due: null,
  recurrence: null,
  output: null,
})
const item = (
  id: string,
  text: string,
  continues: AcceptedItem['origin']['continues'] = null,
): AcceptedItem => ({
  origin: {
    id,
    path: 'III.1',
    position: 1,
    spans: [],
    certainty: 'stated',
    origin: 'read',
    decidedBy: null,
    decidedAt: null,
    continues,
  },
  content: task(text),
})
const kept = (id: string, proposal: string | null, change: Partial<KeptItem> = {}): KeptItem => ({
  id,
  kind: 'task',
  document: proposal === null ? null : 'old',
  proposal,
  ended: false,
  edited: false,
  accepted: task(id),
  ...change,
})
const from = (id: string) => ({ document: 'old', id })

describe('an amendment', () => {
  it('keeps what goes on, adds what is new, ends what is gone, leaves what was typed by hand', () => {
    const result = decideAmendment(
      'new',
      [kept('a', 'p1'), kept('b', 'p2'), kept('hand', null)],
      [item('q1', 'a', from('p1')), item('q2', 'x')],
    )
    expect(result.update.map(({ id }) => id)).toEqual(['a'])
    expect(result.add.map(({ origin }) => origin.id)).toEqual(['q2'])
    expect(result.end).toEqual(['b'])
  })

  it('keeps a person’s words while the document says what it said', () => {
    const edited = kept('a', 'p1', { edited: true })
    const same = decideAmendment('new', [edited], [item('q1', 'a', from('p1'))])
    expect(same.update[0]?.keepContent).toBe(true)
    const other = decideAmendment('new', [edited], [item('q1', 'a khác', from('p1'))])
    expect(other.update[0]?.keepContent).toBe(false)
  })

  it('does not give one item to two', () => {
    const result = decideAmendment(
      'new',
      [kept('a', 'p1')],
      [item('q1', 'a', from('p1')), item('q2', 'a', from('p1'))],
    )
    expect(result.update).toHaveLength(1)
    expect(result.add).toHaveLength(1)
  })

  it('does not turn a task into a target', () => {
    const result = decideAmendment(
      'new',
      [kept('a', 'p1', { kind: 'target' })],
      [item('q1', 'a', from('p1'))],
    )
    expect(result).toMatchObject({ update: [], end: ['a'] })
    expect(result.add).toHaveLength(1)
  })

  it('heard again, it changes nothing but what it has changed', () => {
    const items = [item('p1', 'a'), item('p2', 'b')]
    const state = [kept('a', 'p1', { document: 'doc' }), kept('b', 'p2', { document: 'doc' })]
    const result = decideAmendment('doc', state, items)
    expect(result.add).toEqual([])
    expect(result.end).toEqual([])
    expect(result.update.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('brings back what was ended and is accepted again, before a live one of another name', () => {
    const state = [kept('a', 'p1', { document: 'doc', ended: true })]
    expect(decideAmendment('doc', state, [item('p1', 'a')]).update.map(({ id }) => id)).toEqual(['a'])
  })

  it('accounts for every item, whatever is accepted', () => {
    const proposals = fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'), { maxLength: 5 })
    fc.assert(
      fc.property(proposals, proposals, (before, after) => {
        const state = before.map((proposal) => kept(`k-${proposal}`, proposal))
        const result = decideAmendment(
          'new',
          state,
          after.map((proposal) => item(`n-${proposal}`, proposal, from(proposal))),
        )
        expect(result.update.length + result.add.length).toBe(after.length)
        expect(result.update.length + result.end.length).toBe(before.length)
      }),
    )
  })
})

describe('the same content', () => {
  it.each([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[1, 2], [2, 1], false],
    [null, {}, false],
    [null, null, true],
  ])('%j and %j: %s', (a, b, expected) => expect(isSame(a, b)).toBe(expected))
})
