import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek, type PlainDate } from '#kernel/plain-date.ts'
import { toAddressed, type Addressee } from './addressees.ts'
import { ASSIGNMENT_STATES } from './assignment.ts'
import {
  DEFAULT_RULES,
  hoursOn,
  isWithinHours,
  planStages,
  REMINDED_STATES,
  ruleOn,
  toNoticeDay,
  toNoticeKey,
  toNotices,
  type Notice,
  type RemindedDuty,
  type ReminderRule,
} from './reminders.ts'

const day = (text: string): PlainDate => text as PlainDate
const weekend = (at: PlainDate): boolean => dayOfWeek(at) >= 6
// Quốc khánh 2026, as announced: from Saturday 29 August to Wednesday 2 September.
const holiday = (at: PlainDate): boolean => weekend(at) || (at >= '2026-08-29' && at <= '2026-09-02')

const person = (account: string, over: Partial<Addressee> = {}): Addressee => ({
  account,
  name: account,
  email: null,
  focal: [],
  heads: [],
  isOffice: false,
  isLeader: false,
  ...over,
})
const minh = person('minh', { focal: ['CA'] })
const son = person('son', { heads: ['CA'] })
const lan = person('lan', { isOffice: true })
const khang = person('khang', { isLeader: true })
const everybody = [minh, son, lan, khang]

const duty = (over: Partial<RemindedDuty> = {}): RemindedDuty => ({
  id: 'd1',
  state: 'accepted',
  agency: 'CA',
  delegate: null,
  due: day('2026-11-25'),
  given: day('2026-01-05'),
  ...over,
})

const tell = (
  today: string,
  duties: readonly RemindedDuty[],
  told: readonly Notice[] = [],
  {
    rules = DEFAULT_RULES,
    people = everybody,
  }: { readonly rules?: readonly ReminderRule[]; readonly people?: readonly Addressee[] } = {},
): readonly Notice[] => {
  const dues = [...new Set(duties.flatMap(({ due }) => due ?? []))]
  const codes = duties.flatMap((one) => [one.agency, one.delegate].filter((code) => code !== null))
  return toNotices(duties, planStages(dues, rules, day(today), holiday), toAddressed(people, codes), told)
}
const brief = (notices: readonly Notice[]): string[] =>
  notices.map((one) => `${one.account} ${one.stage}${one.isStandIn ? ' stand-in' : ''}`).toSorted()

describe('the day of a stage', () => {
  it.each([
    // 25 November 2026 is a Wednesday.
    ['2026-11-25', -7, '2026-11-18'],
    ['2026-11-25', 0, '2026-11-25'],
    // The day before Sunday 29 November is a Saturday: Friday 27.
    ['2026-11-29', -1, '2026-11-27'],
    // Due on a Sunday: told on the Friday before, while there is time.
    ['2026-11-29', 0, '2026-11-27'],
    // One day late is Saturday 28: told on Monday 30.
    ['2026-11-27', 1, '2026-11-30'],
    // Due in the holidays of the second of September: before them; late: after them.
    ['2026-09-01', 0, '2026-08-28'],
    ['2026-08-28', 1, '2026-09-03'],
  ])('due %s, stage %i: %s', (due, stage, expected) => {
    expect(toNoticeDay(day(due), stage, holiday)).toBe(expected)
  })
  it('stays when a calendar has no working day at all', () => {
    expect(toNoticeDay(day('2026-11-25'), 1, () => true)).toBe('2026-11-26')
  })
})

describe('rules', () => {
  const old: ReminderRule = { stage: 3, roles: ['focal'], validFrom: day('2026-01-01'), validTo: null }
  const from = (validFrom: string, over: Partial<ReminderRule> = {}): ReminderRule => ({
    ...old,
    validFrom: day(validFrom),
    ...over,
  })
  it('hold from their day until the next one of their stage', () => {
    const rules = [old, from('2026-06-01', { roles: ['head'] })]
    expect(ruleOn(rules, 3, day('2025-12-31'))).toBeUndefined()
    expect(ruleOn(rules, 3, day('2026-05-31'))?.roles).toEqual(['focal'])
    expect(ruleOn(rules, 3, day('2026-06-01'))?.roles).toEqual(['head'])
    expect(ruleOn(rules, 7, day('2026-06-01'))).toBeUndefined()
  })
  it('end on their last day, and the one that was written later holds', () => {
    expect(ruleOn([from('2026-01-01', { validTo: day('2026-02-01') })], 3, day('2026-02-01'))).toBeDefined()
    expect(ruleOn([from('2026-01-01', { validTo: day('2026-02-01') })], 3, day('2026-02-02'))).toBeUndefined()
    expect(ruleOn([old, from('2026-01-01', { roles: [] })], 3, day('2026-03-01'))?.roles).toEqual([])
  })
  it('judge a morning by the day of the stage, not by the day on which it is made up for', () => {
    const rules = [from('2026-01-01'), from('2026-11-29', { roles: ['leader'] })]
    // Three days late was Saturday 28 November: told on Monday 30, when the new rule held.
    expect(brief(tell('2026-11-30', [duty()], [], { rules }))).toEqual(['khang 3'])
    const late = duty({ due: day('2026-11-24') })
    // Friday 27 still had the old one.
    expect(brief(tell('2026-12-01', [late], [], { rules }))).toEqual(['minh 3'])
  })
  it('keep letters within their hours', () => {
    const hours = hoursOn([], day('2026-11-25'))
    expect([419, 420, 1079, 1080].map((minute) => isWithinHours(hours, minute))).toEqual([
      false,
      true,
      true,
      false,
    ])
    const later = { from: 480, until: 1020, validFrom: day('2026-12-01') }
    expect(hoursOn([later], day('2026-11-30')).from).toBe(420)
    expect(hoursOn([later], day('2026-12-01')).from).toBe(480)
  })
})

describe('a morning', () => {
  it.each([
    ['2026-11-17', []],
    ['2026-11-18', ['minh -7']],
    ['2026-11-24', ['minh -1']],
    ['2026-11-25', ['minh 0']],
    ['2026-11-26', ['minh 1', 'son 1']],
    ['2026-11-30', ['lan 3', 'minh 3', 'son 3']],
    ['2026-12-02', ['khang 7', 'lan 7', 'minh 7', 'son 7']],
  ])('of %s tells %j', (today, expected) => {
    expect(brief(tell(today, [duty()]))).toEqual(expected)
  })

  it('tells those instead who can do something where the duty stands', () => {
    const at = (state: RemindedDuty['state']) => brief(tell('2026-11-26', [duty({ state })]))
    expect(at('unassigned')).toEqual(['lan 1'])
    expect(at('refused')).toEqual(['lan 1'])
    expect(at('awaiting-approval')).toEqual(['son 1'])
    expect(at('returned')).toEqual(['minh 1', 'son 1'])
    expect(at('awaiting-verification')).toEqual([])
    expect(at('withdrawn')).toEqual([])
  })

  it('tells the unit to which the duty was passed as well', () => {
    const hoa = person('hoa', { focal: ['XA1'] })
    const told = tell('2026-11-25', [duty({ delegate: 'XA1' })], [], { people: [...everybody, hoa] })
    expect(brief(told)).toEqual(['hoa 0', 'minh 0'])
  })

  it('tells others of the agency when somebody left, and the office when nobody is there', () => {
    expect(brief(tell('2026-11-25', [duty()], [], { people: [son, lan] }))).toEqual(['son 0'])
    expect(brief(tell('2026-11-25', [duty()], [], { people: [lan] }))).toEqual(['lan 0 stand-in'])
    expect(brief(tell('2026-11-25', [duty()], [], { people: [] }))).toEqual([])
  })

  it('begins anew when the day was moved, and not before the duty was given', () => {
    const first = tell('2026-11-24', [duty()])
    expect(tell('2026-11-24', [duty()], first)).toEqual([])
    const moved = duty({ due: day('2026-12-01') })
    expect(brief(tell('2026-11-24', [moved], first))).toEqual(['minh -7'])
    expect(tell('2026-11-23', [duty({ given: day('2026-11-20') })])).toEqual([])
  })
})

const states = fc.constantFrom(...ASSIGNMENT_STATES)
const days = fc.integer({ min: 0, max: 90 }).map((count) => addDays(day('2026-08-01'), count))
const duties = fc
  .array(
    fc.record({
      state: states,
      agency: fc.constantFrom('CA', 'YT', null),
      delegate: fc.constantFrom('XA1', null),
      due: fc.option(days),
      given: days,
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map((one, i): RemindedDuty => ({
      id: `d${i}`,
      ...one,
      // Whatever was given once was given to somebody.
      agency: one.agency ?? (one.state === 'unassigned' ? null : 'CA'),
    })),
  )
const team = fc.subarray([
  ...everybody,
  person('yen', { focal: ['YT'], heads: ['YT'] }),
  person('xuan', { focal: ['XA1'] }),
])
/** Days on which the server ran, in order. */
const mornings = fc
  .uniqueArray(days, { minLength: 1, maxLength: 25 })
  .map((all) => all.filter((one) => !holiday(one)).toSorted())

const live = (
  all: readonly RemindedDuty[],
  people: readonly Addressee[],
  runs: readonly PlainDate[],
): readonly { readonly on: PlainDate; readonly notices: readonly Notice[] }[] => {
  const told: Notice[] = []
  return runs.map((on) => {
    const notices = tell(on, all, told, { people })
    told.push(...notices)
    return { on, notices }
  })
}

describe('whatever days the server ran', () => {
  it('nobody is told twice under one key, nor of two stages of one duty on one day', () => {
    fc.assert(
      fc.property(duties, team, mornings, (all, people, runs) => {
        const history = live(all, people, runs)
        const keys = history.flatMap(({ notices }) => notices.map(toNoticeKey))
        expect(new Set(keys).size).toBe(keys.length)
        for (const { notices } of history) {
          const each = notices.map((one) => `${one.account} ${one.duty}`)
          expect(new Set(each).size).toBe(each.length)
        }
      }),
    )
  })

  it('nobody is told of what is done, withdrawn, or waits for the office', () => {
    fc.assert(
      fc.property(duties, team, mornings, (all, people, runs) => {
        const quiet = new Set(
          all.filter(({ state }) => !REMINDED_STATES.some((one) => one === state)).map(({ id }) => id),
        )
        for (const { notices } of live(all, people, runs))
          expect(notices.filter((one) => quiet.has(one.duty))).toEqual([])
      }),
    )
  })

  it('every open duty that is overdue has been told at the last stage that it reached', () => {
    fc.assert(
      fc.property(duties, mornings, (all, runs) => {
        const people = [...everybody, person('yen', { focal: ['YT'] }), person('xuan', { focal: ['XA1'] })]
        const history = live(all, people, runs)
        const last = runs.at(-1)
        for (const one of all) {
          if (one.due === null || last === undefined) continue
          if (!REMINDED_STATES.some((state) => state === one.state)) continue
          const reached = [7, 3, 1].find((stage) => toNoticeDay(one.due as PlainDate, stage, holiday) <= last)
          if (reached === undefined) continue
          const told = history.flatMap(({ notices }) => notices.filter(({ duty: id }) => id === one.id))
          expect(Math.max(...told.map(({ stage }) => stage))).toBe(reached)
        }
      }),
    )
  })
})
