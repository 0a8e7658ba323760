/** The way of a reminder inside the office: drafted, put before a leader, approved or returned, numbered and sent. */
export const LETTER_STATES = ['draft', 'submitted', 'approved', 'returned', 'sent', 'dropped'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export const LETTER_VERBS = ['submit', 'approve', 'return', 'send', 'drop'] as const
export type LetterVerb = (typeof LETTER_VERBS)[number]

/** Who may do it: the office drafts and sends, a leader approves. */
export type LetterParty = 'office' | 'leader'

const RULES: Readonly<
  Record<
    LetterVerb,
    { readonly who: LetterParty; readonly from: readonly LetterState[]; readonly to: LetterState }
  >
> = {
  submit: { who: 'office', from: ['draft', 'returned'], to: 'submitted' },
  approve: { who: 'leader', from: ['submitted'], to: 'approved' },
  return: { who: 'leader', from: ['submitted'], to: 'returned' },
  send: { who: 'office', from: ['approved'], to: 'sent' },
  drop: { who: 'office', from: ['draft', 'submitted', 'returned', 'approved'], to: 'dropped' },
}

/** Where the letter is afterwards; undefined when that may not be done now, or not by them. */
export const moveLetter = (
  state: LetterState,
  verb: LetterVerb,
  parties: readonly LetterParty[],
): LetterState | undefined => {
  const { who, from, to } = RULES[verb]
  return from.includes(state) && parties.includes(who) ? to : undefined
}

/** What they may do with the letter now. */
export const listLetterVerbs = (state: LetterState, parties: readonly LetterParty[]): readonly LetterVerb[] =>
  LETTER_VERBS.filter((verb) => moveLetter(state, verb, parties) !== undefined)
