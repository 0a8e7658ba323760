import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAmendment, isSame, type KeptItem, type PlannedItem } from './amend.ts'
import type { ItemContent } from './item.ts'

const task = (text: string): ItemContent => ({
  kind: 'task',
  text,
  lead: [],
  partners: [],
  due: null,
  recurrence: null,
  output: null,
})
/** An item of the new document, which goes on with `root` or is its own beginning. */
const item = (id: string, text: string, root = id): PlannedItem => ({
  document: 'new',
  root,
  place: 'III.1',
  position: 1,
  origin: {
    id,
    path: 'III.1',
    position: 1,
    spans: [],
    certainty: 'stated',
    origin: 'read',
    decidedBy: null,
    decidedAt: null,
    continues: null,
  },
  content: task(text),
})
const kept = (id: string, root: string | null, change: Partial<KeptItem> = {}): KeptItem => ({
  id,
  kind: 'task',
  document: root === null ? null : 'old',
  proposal: root,
  root,
  place: 'III.1',
  position: 1,
  ended: false,
  edited: false,
  isJoined: false,
  accepted: task(id),
  ...change,
})
const idsOf = (list: readonly { readonly was: KeptItem }[]): string[] => list.map(({ was }) => was.id)

describe('an amendment', () => {
  it('keeps what goes on, adds what is new, ends what is gone, leaves what was typed by hand', () => {
    const result = decideAmendment(
      [kept('a', 'p1'), kept('b', 'p2'), kept('hand', null)],
      [item('q1', 'a', 'p1'), item('q2', 'x')],
    )
    expect(idsOf(result.update)).toEqual(['a'])
    expect(result.add.map(({ origin }) => origin.id)).toEqual(['q2'])
    expect(result.end.map(({ id }) => id)).toEqual(['b'])
  })

  it('keeps a person’s words while the document says what it said', () => {
    const edited = kept('a', 'p1', { edited: true })
    const same = decideAmendment([edited], [item('q1', 'a', 'p1')])
    expect(same.update[0]?.keepContent).toBe(true)
    const other = decideAmendment([edited], [item('q1', 'a khác', 'p1')])
    expect(other.update[0]?.keepContent).toBe(false)
  })

  it('does not give one item to two', () => {
    const result = decideAmendment([kept('a', 'p1')], [item('q1', 'a', 'p1'), item('q2', 'a', 'p1')])
    expect(result.update).toHaveLength(1)
    expect(result.add).toHaveLength(1)
  })

  it('does not turn a task into a target', () => {
    const result = decideAmendment([kept('a', 'p1', { kind: 'target' })], [item('q1', 'a', 'p1')])
    expect(result.update).toEqual([])
    expect(result.end.map(({ id }) => id)).toEqual(['a'])
    expect(result.add).toHaveLength(1)
  })

  it('does not touch what is as it was', () => {
    const known = { document: 'new', accepted: task('a') }
    const result = decideAmendment([kept('a', 'p1', { ...known, proposal: 'p1' })], [item('p1', 'a')])
    expect(result).toEqual({ add: [], update: [], same: 1, end: [] })
  })

  it.each<[string, Partial<KeptItem>]>([
    ['another document says it', { document: 'old' }],
    ['it stands elsewhere', { place: 'III.2' }],
    ['it was ended', { ended: true }],
    ['it said something else', { accepted: task('b') }],
  ])('touches what goes on when %s', (_, change) => {
    const was = kept('a', 'p1', { document: 'new', proposal: 'p1', accepted: task('a'), ...change })
    const result = decideAmendment([was], [item('p1', 'a')])
    expect(idsOf(result.update)).toEqual(['a'])
    expect(result.same).toBe(0)
  })

  it('takes a live item before an ended one of the same beginning', () => {
    const state = [kept('ended', 'p1', { ended: true }), kept('live', 'p1')]
    expect(idsOf(decideAmendment(state, [item('q1', 'a', 'p1')]).update)).toEqual(['live'])
  })

  it.each([
    ['first', [kept('joined', 'p1', { isJoined: true }), kept('own', 'p1')]],
    ['last', [kept('own', 'p1'), kept('joined', 'p1', { isJoined: true })]],
  ])('takes its own item before one that joined it, which was fetched %s', (_, state) => {
    const result = decideAmendment(state, [item('q1', 'a', 'p1')])
    expect(idsOf(result.update)).toEqual(['own'])
    expect(result.end.map(({ id }) => id)).toEqual(['joined'])
  })

  it('accounts for every item, whatever is accepted', () => {
    const proposals = fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'), { maxLength: 5 })
    fc.assert(
      fc.property(proposals, proposals, (before, after) => {
        const state = before.map((proposal) => kept(`k-${proposal}`, proposal))
        const result = decideAmendment(
          state,
          after.map((proposal) => item(`n-${proposal}`, proposal, proposal)),
        )
        expect(result.update.length + result.same + result.add.length).toBe(after.length)
        expect(result.update.length + result.same + result.end.length).toBe(before.length)
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
