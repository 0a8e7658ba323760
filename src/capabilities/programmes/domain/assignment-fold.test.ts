import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import { foldActions } from './assignment-fold.ts'
import { isAllowed, listAllowedVerbs, VERBS } from './assignment-verbs.ts'
import { ASSIGNMENT_STATES, type AssignmentAction, type Capacity, type Deed } from './assignment.ts'

const day = (text: string): PlainDate => text as PlainDate
let count = 0
const act = (as: Capacity, deed: Deed, over: Partial<AssignmentAction> = {}): AssignmentAction => ({
  id: `a${++count}`,
  after: null,
  at: `2026-03-01T0${count % 10}:00:00.000Z`,
  by: `${as}@mau`,
  as,
  deed,
  ...over,
})
const assign = act('office', { verb: 'assign', agency: 'CA', due: day('2026-06-30'), note: null })
const report = (words = 'Đã làm một nửa', percent: number | null = 50): Deed => ({
  verb: 'report',
  words,
  percent,
  evidence: [],
})
const submit = (needsApproval = false): Deed => ({
  verb: 'submit',
  words: 'Đã xong',
  evidence: [],
  needsApproval,
})

describe('a duty', () => {
  it('goes the straight way: given, accepted, reported, done, verified, closed', () => {
    const actions = [
      assign,
      act('agency', { verb: 'open' }),
      act('agency', { verb: 'accept' }),
      act('agency', report()),
      act('agency', submit()),
      act('office', { verb: 'verify', note: null }),
      act('office', { verb: 'close' }),
    ]
    const states = actions.map((_, i) => foldActions(actions.slice(0, i + 1)).state)
    expect(states).toEqual([
      'assigned',
      'assigned',
      'accepted',
      'accepted',
      'awaiting-verification',
      'verified',
      'closed',
    ])
    expect(foldActions(actions)).toMatchObject({
      agency: 'CA',
      due: '2026-06-30',
      percent: 100,
      submittedAt: actions[4]?.at,
      verifiedAt: actions[5]?.at,
      openedAt: actions[1]?.at,
      conflicts: [],
      waiting: [],
      applied: 7,
    })
  })

  it('has been seen by an agency that acts on it, whether or not it opened the page', () => {
    const accepted = act('agency', { verb: 'accept' })
    expect(foldActions([assign, accepted]).openedAt).toBe(accepted.at)
    expect(foldActions([assign, act('office', { verb: 'instruct', words: 'Làm gấp' })]).openedAt).toBeNull()
    // What was not allowed when its turn came is no sign of anything.
    expect(foldActions([assign, act('partner', { verb: 'accept' })]).openedAt).toBeNull()
  })

  it('is approved by the head first where the agency wants it, and by the agency where a commune did it', () => {
    const done = [assign, act('agency', submit(true))]
    expect(foldActions(done).state).toBe('awaiting-approval')
    expect(foldActions([...done, act('head', { verb: 'approve' })]).state).toBe('awaiting-verification')
    expect(foldActions([...done, act('head', { verb: 'return', reason: 'Thiếu ảnh' })])).toMatchObject({
      state: 'returned',
      submittedAt: null,
      returns: 1,
    })
    expect(foldActions([assign, act('head', submit(true))]).state).toBe('awaiting-verification')
    const passed = [assign, act('agency', { verb: 'delegate', to: 'XA-1', note: null })]
    expect(foldActions(passed)).toMatchObject({ state: 'accepted', delegate: 'XA-1' })
    expect(foldActions([...passed, act('delegate', submit())]).state).toBe('awaiting-approval')
  })

  it('is returned, done again, and judged by the last time', () => {
    const first = act('agency', submit(), { at: '2026-06-29T00:00:00.000Z' })
    const second = act('agency', submit(), { at: '2026-07-02T00:00:00.000Z' })
    const actions = [assign, first, act('office', { verb: 'return', reason: 'Chưa có số liệu' }), second]
    expect(foldActions(actions)).toMatchObject({ submittedAt: second.at, returns: 1 })
  })

  it('gets more time, or does not', () => {
    const ask = act('agency', { verb: 'ask-extension', until: day('2026-07-31'), reason: 'Mưa lũ' })
    expect(foldActions([assign, ask]).extension).toEqual({
      until: '2026-07-31',
      reason: 'Mưa lũ',
      action: ask.id,
    })
    const granted = act('leader', { verb: 'grant-extension', until: day('2026-07-15'), note: null })
    expect(foldActions([assign, ask, granted])).toMatchObject({
      due: '2026-07-15',
      firstDue: '2026-06-30',
      extension: null,
      extensions: 1,
    })
    const denied = act('office', { verb: 'deny-extension', reason: 'Việc gấp' })
    expect(foldActions([assign, ask, denied])).toMatchObject({ due: '2026-06-30', extension: null })
  })

  it('moves with the agency that takes over, and asks the new one to open it', () => {
    const moved = foldActions([
      assign,
      act('agency', { verb: 'open' }),
      act('agency', report()),
      act('system', { verb: 'move', agency: 'SXD', reason: 'Sở Giao thông vận tải hợp nhất' }),
    ])
    expect(moved).toMatchObject({ state: 'accepted', agency: 'SXD', openedAt: null, percent: 50 })
  })

  it('is taken up again after it was ended by mistake', () =>
    expect(
      foldActions([
        assign,
        act('office', { verb: 'withdraw', reason: 'Trùng' }),
        act('office', { verb: 'reopen', reason: 'Không trùng' }),
      ]).state,
    ).toBe('returned'))
})

describe('what is not allowed', () => {
  it('is kept as a conflict and changes nothing', () => {
    const closed = [assign, act('agency', submit()), act('office', { verb: 'verify', note: null })]
    const late = act('agency', report('Gửi muộn từ điện thoại'))
    const before = foldActions(closed)
    expect(foldActions([...closed, late])).toEqual({ ...before, conflicts: [late.id] })
  })

  it.each<[string, Capacity, Deed]>([
    ['a partner does not accept', 'partner', { verb: 'accept' }],
    ['an agency does not verify its own work', 'agency', { verb: 'verify', note: null }],
    ['a head does not verify', 'head', { verb: 'verify', note: null }],
    ['an office does not report for the agency', 'office', report()],
    [
      'a delegate does not ask for time',
      'delegate',
      { verb: 'ask-extension', until: day('2026-07-01'), reason: 'x' },
    ],
    [
      'nobody grants what was not asked',
      'office',
      { verb: 'grant-extension', until: day('2026-07-01'), note: null },
    ],
    ['a leader does not close', 'leader', { verb: 'close' }],
    ['the system does not withdraw', 'system', { verb: 'withdraw', reason: 'x' }],
  ])('%s', (_, as, deed) => {
    const action = act(as, deed)
    expect(foldActions([assign, action]).conflicts).toEqual([action.id])
  })

  it('holds for everything before the duty was given, but for the office', () => {
    const start = foldActions([])
    expect(listAllowedVerbs(start, ['agency', 'head', 'delegate', 'partner', 'system'])).toEqual([])
    expect(listAllowedVerbs(start, ['office'])).toEqual(['assign', 'instruct', 'withdraw', 'set-aside'])
  })

  it('leaves a way on from every state', () => {
    for (const state of ASSIGNMENT_STATES)
      for (const extension of [null, {}])
        expect(listAllowedVerbs({ state, extension }, ['office', 'head']).length).toBeGreaterThan(0)
  })
})

describe('arrival', () => {
  const deeds: readonly (readonly [Capacity, Deed])[] = [
    ['agency', { verb: 'accept' }],
    ['agency', { verb: 'open' }],
    ['agency', report('a', 10)],
    ['agency', report('b', 30)],
    ['agency', { verb: 'ask-extension', until: day('2026-08-01'), reason: 'Mưa' }],
    ['agency', { verb: 'delegate', to: 'XA-2', note: null }],
    ['agency', submit()],
    ['agency', { verb: 'refuse', reason: 'Không thuộc thẩm quyền' }],
  ]
  const chain = fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 8 }).map((list) =>
    list.map(([as, deed], i): AssignmentAction => ({
      id: `phone-${i}`,
      after: i === 0 ? assign.id : `phone-${i - 1}`,
      at: `2026-03-0${i + 1}T00:00:00.000Z`,
      by: 'ca@mau',
      as,
      deed,
    })),
  )

  it('twice and in any order comes out as once and in order', () =>
    fc.assert(
      fc.property(
        chain.chain((actions) =>
          fc.tuple(
            fc.constant(actions),
            fc
              .tuple(fc.constant([assign, ...actions]), fc.subarray([assign, ...actions]))
              .chain(([all, again]) =>
                fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
              ),
          ),
        ),
        ([actions, arrived]) => {
          expect(foldActions(arrived)).toEqual(foldActions([assign, ...actions]))
        },
      ),
    ))

  it('keeps what waits for an action that has not come', () => {
    const second = act('agency', report(), { after: 'not-here' })
    expect(foldActions([assign, second])).toMatchObject({ state: 'assigned', waiting: [second.id] })
  })

  it('never loses an action: each is applied, in conflict or waiting', () => {
    const anyAction = fc.record({
      id: fc.integer({ min: 0, max: 20 }).map((n) => `x${n}`),
      after: fc.option(
        fc.integer({ min: 0, max: 20 }).map((n) => `x${n}`),
        { nil: null },
      ),
      as: fc.constantFrom<Capacity>('office', 'leader', 'head', 'agency', 'delegate', 'partner', 'system'),
      deed: fc.constantFrom<Deed>(
        assign.deed,
        ...deeds.map(([, deed]) => deed),
        { verb: 'verify', note: null },
        { verb: 'return', reason: 'x' },
        { verb: 'close' },
        { verb: 'reopen', reason: 'x' },
        { verb: 'grant-extension', until: day('2026-09-01'), note: null },
      ),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyAction, { maxLength: 21, selector: ({ id }) => id }), (list) => {
        const actions = list.map((one) => ({ ...one, at: '2026-03-01T00:00:00.000Z', by: 'x' }))
        // Each arrives twice.
        const { applied, conflicts, waiting } = foldActions([...actions, ...actions.toReversed()])
        expect(applied + conflicts.length + waiting.length).toBe(actions.length)
        expect(new Set([...conflicts, ...waiting]).size).toBe(conflicts.length + waiting.length)
      }),
    )
  })

  it('offers nothing that would then be refused', () =>
    fc.assert(
      fc.property(chain, fc.constantFrom<Capacity>('office', 'head', 'agency'), (actions, as) => {
        const now = foldActions([assign, ...actions])
        const offered = listAllowedVerbs(now, [as])
        for (const verb of VERBS) expect(offered.includes(verb)).toBe(isAllowed(now, verb, as))
      }),
    ))
})
