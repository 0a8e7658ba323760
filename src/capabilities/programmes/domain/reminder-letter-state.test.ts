import { describe, expect, it } from 'vitest'
import { LETTER_STATES, LETTER_VERBS, listLetterVerbs, moveLetter } from './reminder-letter-state.ts'

describe('the way of a reminder letter', () => {
  it('is drafted, put before a leader, approved and sent', () => {
    expect(moveLetter('draft', 'submit', ['office'])).toBe('submitted')
    expect(moveLetter('submitted', 'approve', ['leader'])).toBe('approved')
    expect(moveLetter('approved', 'send', ['office'])).toBe('sent')
    expect(moveLetter('submitted', 'return', ['leader'])).toBe('returned')
    expect(moveLetter('returned', 'submit', ['office'])).toBe('submitted')
  })
  it.each([
    ['the office does not approve', 'submitted', 'approve', 'office'],
    ['a leader does not send', 'approved', 'send', 'leader'],
    ['nothing is sent that nobody approved', 'draft', 'send', 'office'],
    ['what was sent is not taken back', 'sent', 'drop', 'office'],
    ['what was dropped stays dropped', 'dropped', 'submit', 'office'],
  ] as const)('%s', (_, state, verb, party) => expect(moveLetter(state, verb, [party])).toBeUndefined())
  it('offers what is then done', () => {
    for (const state of LETTER_STATES)
      for (const parties of [['office'], ['leader'], ['office', 'leader'], []] as const)
        for (const verb of LETTER_VERBS)
          expect(listLetterVerbs(state, parties).includes(verb)).toBe(
            moveLetter(state, verb, parties) !== undefined,
          )
  })
})
