import { describe, expect, it } from 'vitest'
import { countProposals, decideAcceptance, listAccepted } from './acceptance.ts'
import { decideReview } from './review-decide.ts'
import { after, reading, seed, task } from './review-testing.ts'
import type { ReviewCommand } from './review-api.ts'

const three = reading([
  seed('1', 'Rà soát điểm đen'),
  seed('2', 'Tuần tra', { certainty: 'unsure' }),
  seed('3', 'Tuyên truyền', { certainty: 'inferred' }),
])
const id = '00000000-0000-4000-8000-000000000000'
const reasonOf = (...given: Parameters<typeof decideReview>): unknown => {
  const decision = decideReview(...given)
  return decision.ok ? decision.value.verb : decision.error.reason
}

describe('a command on what its sender saw', () => {
  const changed = after(three, { verb: 'drop', proposals: ['1'] })

  it.each<[string, ReviewCommand, number, string]>([
    ['is carried out', { id, verb: 'accept', proposals: ['1'] }, 2, 'accept'],
    ['is refused when its proposal changed', { id, verb: 'accept', proposals: ['1'] }, 1, 'changed'],
    ['is refused when one of many changed', { id, verb: 'drop', proposals: ['2', '1'] }, 1, 'changed'],
    ['is carried out when others changed', { id, verb: 'accept', proposals: ['2'] }, 1, 'accept'],
    ['is refused on what is not there', { id, verb: 'drop', proposals: ['9'] }, 2, 'unknown'],
    [
      'is refused with an impossible day',
      { id, verb: 'edit', proposal: '2', value: task('x', { due: '2026-13' }) },
      2,
      'invalid',
    ],
    ['adds by hand whatever was seen', { id, verb: 'add', value: task('x') }, 0, 'add'],
    ['takes back only what was added by hand', { id, verb: 'take-back', proposal: '2' }, 2, 'not-by-hand'],
    ['takes back only what is there', { id, verb: 'take-back', proposal: '9' }, 2, 'unknown'],
  ])('%s', (_, command, seen, expected) => expect(reasonOf(changed, command, seen)).toBe(expected))

  it('accepts of the stated ones those that are open and were seen as they are', () => {
    const two = reading([seed('1', 'a'), seed('2', 'b'), seed('3', 'c', { certainty: 'inferred' })])
    const state = after(two, { verb: 'drop', proposals: ['1'] }, { verb: 'restore', proposals: ['1'] })
    const decide = (seen: number) => decideReview(state, { id, verb: 'accept-stated' }, seen)
    expect(decide(1)).toEqual({ ok: true, value: { verb: 'accept', proposals: ['2'] } })
    expect(decide(3)).toEqual({ ok: true, value: { verb: 'accept', proposals: ['1', '2'] } })
  })

  it('takes an addition back once, as its sender saw it', () => {
    const added = after(three, { verb: 'add', value: task('x'), path: '', spans: [] })
    const takeBack = { id, verb: 'take-back' as const, proposal: 'a2-1' }
    expect(reasonOf(added, takeBack, 2)).toBe('take-back')
    expect(reasonOf(added, takeBack, 1)).toBe('changed')
    const gone = after(
      three,
      { verb: 'add', value: task('x'), path: '', spans: [] },
      { verb: 'take-back', proposal: 'a2-1' },
    )
    expect(reasonOf(gone, takeBack, 3)).toBe('gone')
    const split = after(
      three,
      { verb: 'add', value: task('x'), path: '', spans: [] },
      { verb: 'split', proposal: 'a2-1', into: [task('a'), task('b')] },
    )
    expect(reasonOf(split, takeBack, 3)).toBe('gone')
    expect(reasonOf(split, { id, verb: 'take-back', proposal: 'a3-1' }, 3)).toBe('not-by-hand')
  })

  it('refuses to restore a split whose pieces the sender has not seen', () => {
    const state = after(
      three,
      { verb: 'split', proposal: '1', into: [task('a'), task('b')] },
      { verb: 'drop', proposals: ['a2-1'] },
    )
    expect(reasonOf(state, { id, verb: 'restore', proposals: ['1'] }, 2)).toBe('changed')
    expect(reasonOf(state, { id, verb: 'restore', proposals: ['1'] }, 3)).toBe('restore')
    expect(reasonOf(state, { id, verb: 'accept', proposals: ['1'] }, 3)).toBe('gone')
  })
})

describe('accepting a document', () => {
  it('takes the stated ones along and asks for the others', () => {
    const state = after(three)
    expect(countProposals(state)).toEqual({ open: 3, unsure: 2, accepted: 0, dropped: 0 })
    expect(decideAcceptance(state, [])).toEqual({
      ok: false,
      error: { reason: 'undecided', proposals: ['2', '3'] },
    })
    expect(decideAcceptance(state, ['2', '3'])).toEqual({
      ok: true,
      value: {
        deeds: [
          { verb: 'accept', proposals: ['1'] },
          { verb: 'drop', proposals: ['2', '3'] },
        ],
      },
    })
  })

  it('leaves a stated one out when it is named', () => {
    const decision = decideAcceptance(after(three, { verb: 'accept', proposals: ['2', '3'] }), ['1'])
    expect(decision).toEqual({ ok: true, value: { deeds: [{ verb: 'drop', proposals: ['1'] }] } })
  })

  it('refuses what would be empty, and names that nobody has', () => {
    expect(decideAcceptance(after(three), ['1', '2', '3'])).toEqual({ ok: false, error: { reason: 'empty' } })
    expect(decideAcceptance(after(reading([])), [])).toEqual({ ok: false, error: { reason: 'empty' } })
    expect(decideAcceptance(after(three), ['x'])).toEqual({
      ok: false,
      error: { reason: 'unknown', proposals: ['x'] },
    })
  })

  it('lists what goes into the programme in the order of the document', () => {
    const state = after(three, { verb: 'accept', proposals: ['3', '1'] })
    expect(listAccepted(state).map((one) => one.id)).toEqual(['1', '3'])
  })
})
