import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { action, after, glance, reading, seed, task } from './review-testing.ts'
import { applyAction, emptyReview, foldReview, type ReviewAction, type ReviewDeed } from './review.ts'

const three = reading([seed('1', 'Rà soát điểm đen'), seed('2', 'Tuần tra'), seed('3', 'Tuyên truyền')])

describe('a review is its actions', () => {
  it('opens with what the reader proposed, in the order of the document', () => {
    expect(glance(after(three))).toEqual(['1 open', '2 open', '3 open'])
  })

  it('keeps the source whatever is decided', () => {
    const state = after(three, { verb: 'edit', proposal: '2', value: task('Tuần tra đêm'), keepOpen: false })
    expect(state.proposals.get('2')).toMatchObject({
      source: task('Tuần tra'),
      value: task('Tuần tra đêm'),
      state: 'accepted',
      edited: true,
      version: 2,
      decidedBy: 'lan',
    })
  })

  it('leaves an edit open when it is asked to', () => {
    const state = after(three, { verb: 'edit', proposal: '2', value: task('Tuần tra đêm'), keepOpen: true })
    expect(state.proposals.get('2')).toMatchObject({ state: 'open', decidedBy: null, edited: true })
  })

  it('puts the pieces of a split where the whole stood, and takes them back', () => {
    const split: ReviewDeed = { verb: 'split', proposal: '1', into: [task('Rà soát'), task('Xử lý')] }
    expect(glance(after(three, split))).toEqual([
      '1 replaced',
      'a2-1 accepted',
      'a2-2 accepted',
      '2 open',
      '3 open',
    ])
    expect(glance(after(three, split, { verb: 'restore', proposals: ['1'] }))).toEqual([
      '1 open',
      'a2-1 undone',
      'a2-2 undone',
      '2 open',
      '3 open',
    ])
  })

  it('merges, with every place that the parts had, and takes it back whole', () => {
    const apart = reading([
      seed('1', 'a', { spans: [{ start: 5, end: 9 }] }),
      seed('2', 'b', { spans: [{ start: 1, end: 3 }], certainty: 'unsure' }),
    ])
    const merge: ReviewDeed = { verb: 'merge', proposals: ['1', '2'], value: task('a và b') }
    const state = after(apart, merge)
    expect(state.proposals.get('a2-1')).toMatchObject({
      from: ['1', '2'],
      spans: [
        { start: 1, end: 3 },
        { start: 5, end: 9 },
      ],
      certainty: 'inferred',
      source: null,
    })
    expect(glance(after(apart, merge, { verb: 'restore', proposals: ['2'] }))).toEqual([
      '1 open',
      'a2-1 undone',
      '2 open',
    ])
  })

  it('does not take a split back while a piece of it is split further', () => {
    const state = after(
      three,
      { verb: 'split', proposal: '1', into: [task('a'), task('b')] },
      { verb: 'split', proposal: 'a2-1', into: [task('c'), task('d')] },
      { verb: 'restore', proposals: ['1'] },
    )
    expect(state.proposals.get('1')?.state).toBe('replaced')
    expect(state.proposals.get('a3-1')?.state).toBe('accepted')
  })

  it('stands what is added by hand beside its clause, else at the end', () => {
    const beside = after(three, { verb: 'add', value: task('x'), path: 'III.1', spans: [] })
    expect(glance(beside)).toEqual(['1 open', 'a2-1 accepted', '2 open', '3 open'])
    const last = after(three, { verb: 'add', value: task('x'), path: '', spans: [] })
    expect(glance(last).at(-1)).toBe('a2-1 accepted')
    expect(last.proposals.get('a2-1')).toMatchObject({ origin: 'hand', source: null })
  })

  it('forgets an addition that is taken back, and nothing that was read', () => {
    const add: ReviewDeed = { verb: 'add', value: task('x'), path: 'III.1', spans: [] }
    const back: ReviewDeed = { verb: 'take-back', proposal: 'a2-1' }
    expect(glance(after(three, add, back))).toEqual(['1 open', 'a2-1 undone', '2 open', '3 open'])
    expect(glance(after(three, { verb: 'take-back', proposal: '1' }))).toEqual(['1 open', '2 open', '3 open'])
  })

  it('counts as edited only while it says something else than the reader', () => {
    const edit = (text: string): ReviewDeed => ({
      verb: 'edit',
      proposal: '1',
      value: task(text),
      keepOpen: true,
    })
    expect(after(three, edit('Khác')).proposals.get('1')?.edited).toBe(true)
    const said = after(three).proposals.get('1')?.value
    const back = after(three, edit('Khác'), { ...edit(''), value: said } as ReviewDeed)
    expect(back.proposals.get('1')).toMatchObject({ edited: false, state: 'open', value: said })
  })

  it('cannot decide on what was replaced', () => {
    const split: ReviewDeed = { verb: 'split', proposal: '1', into: [task('a'), task('b')] }
    expect(after(three, split, { verb: 'drop', proposals: ['1'] }).proposals.get('1')?.state).toBe('replaced')
  })

  it('reads again: what nobody touched is proposed anew, what was decided stays', () => {
    const second = reading(
      [
        seed('r2-1', 'Rà soát điểm đen', { path: 'III.1' }),
        seed('r2-2', 'Kiểm tra bến phà', { path: 'III.4' }),
      ],
      2,
    )
    const state = after(three, { verb: 'drop', proposals: ['1'] }, second)
    expect(glance(state).filter((line) => !line.endsWith('undone'))).toEqual(['1 dropped', 'r2-2 open'])
    expect(state.proposals.get('2')?.state).toBe('undone')
  })
})

const ids = fc.constantFrom('1', '2', '3', 'a2-1', 'a3-1', 'a4-2', 'none')
const deed: fc.Arbitrary<ReviewDeed> = fc.oneof(
  fc.record({
    verb: fc.constant('accept' as const),
    proposals: fc.array(ids, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ verb: fc.constant('drop' as const), proposals: fc.array(ids, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    verb: fc.constant('restore' as const),
    proposals: fc.array(ids, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    verb: fc.constant('edit' as const),
    proposal: ids,
    value: fc.constant(task('sửa')),
    keepOpen: fc.boolean(),
  }),
  fc.record({
    verb: fc.constant('split' as const),
    proposal: ids,
    into: fc.constant([task('một'), task('hai')]),
  }),
  fc.record({
    verb: fc.constant('merge' as const),
    proposals: fc.uniqueArray(ids, { minLength: 2, maxLength: 3 }),
    value: fc.constant(task('gộp')),
  }),
  fc.record({
    verb: fc.constant('add' as const),
    value: fc.constant(task('thêm')),
    path: fc.constantFrom('', 'III.2'),
    spans: fc.constant([]),
  }),
  fc.record({ verb: fc.constant('take-back' as const), proposal: ids }),
  fc.record({
    verb: fc.constant('read' as const),
    reading: fc.constant(2),
    seeds: fc.constant([seed('r2-1', 'Rà soát điểm đen', { path: 'III.1' })]),
  }),
)
const story = fc
  .array(deed, { maxLength: 25 })
  .map((deeds) => [three, ...deeds].map((one, i) => action(i + 1, one)))

/** What nobody may break, whatever the actions. */
const checkInvariants = (actions: readonly ReviewAction[]): void => {
  const state = foldReview(actions)
  const all = [...state.proposals.values()]
  expect(state.version).toBe(actions.length)
  for (const one of all) {
    // What the reader said never changes.
    if (one.origin === 'read' && one.from.length === 0) {
      const said = actions.flatMap(({ deed }) => (deed.verb === 'read' ? deed.seeds : []))
      expect(one.source).toEqual(said.find((each) => each.id === one.id)?.value)
    }
    // Nothing is lost: what was replaced has somebody in its place.
    if (one.state === 'replaced') {
      const pieces = all.filter((piece) => piece.madeBy === one.replacedBy && piece.state !== 'undone')
      expect(pieces.length).toBeGreaterThan(0)
    }
    expect(one.version).toBeLessThanOrEqual(state.version)
  }
}

describe('whatever people do', () => {
  it('nothing is lost and no source is changed', () => {
    fc.assert(fc.property(story, checkInvariants), { numRuns: 300 })
  })

  it('an action that comes again changes nothing, wherever it comes again', () => {
    fc.assert(
      fc.property(story, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 10 }), (actions, repeats) => {
        const again = [...actions]
        for (const [which, where] of repeats) {
          const one = actions[which % actions.length]
          const from = again.indexOf(one as ReviewAction) + 1
          if (one) again.splice(from + (where % (again.length - from + 1)), 0, one)
        }
        expect(foldReview(again)).toEqual(foldReview(actions))
      }),
      { numRuns: 300 },
    )
  })

  it('folding in two halves is folding at once', () => {
    fc.assert(
      fc.property(story, fc.nat(), (actions, cut) => {
        const at = cut % (actions.length + 1)
        const half = foldReview(actions.slice(0, at))
        expect(foldReview(actions.slice(at), half)).toEqual(foldReview(actions))
      }),
      { numRuns: 100 },
    )
  })

  it('no step changes the state that it started from', () => {
    const before = after(three)
    const copy = structuredClone(before)
    applyAction(before, action(2, { verb: 'drop', proposals: ['1', '2'] }))
    expect(before).toEqual(copy)
    expect(emptyReview.proposals.size).toBe(0)
  })
})
