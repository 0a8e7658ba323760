import type { AssignmentState, Capacity, Verb } from './assignment.ts'

/** States in which the duty still asks something of its agency. */
const OPEN: readonly AssignmentState[] = ['assigned', 'accepted', 'returned']
const RUNNING: readonly AssignmentState[] = [
  'assigned',
  'refused',
  'accepted',
  'awaiting-approval',
  'awaiting-verification',
  'returned',
]
const ENDED: readonly AssignmentState[] = ['verified', 'closed', 'withdrawn', 'not-applicable']
const DOERS: readonly Capacity[] = ['head', 'agency', 'delegate']
const AGENCY: readonly Capacity[] = ['head', 'agency']
const ABOVE: readonly Capacity[] = ['office', 'leader']

interface Rule {
  readonly who: readonly Capacity[]
  readonly when: readonly AssignmentState[]
  /** Only while an extension is asked for, or only while none is. */
  readonly extension?: boolean
}

/** The one table: who may do what in which state. */
const RULES: Readonly<Record<Verb, readonly Rule[]>> = {
  assign: [{ who: ['office'], when: ['unassigned', 'assigned', 'refused', 'accepted', 'returned'] }],
  open: [{ who: DOERS, when: [...RUNNING, ...ENDED] }],
  accept: [{ who: AGENCY, when: ['assigned'] }],
  refuse: [{ who: AGENCY, when: ['assigned'] }],
  delegate: [{ who: AGENCY, when: OPEN }],
  report: [{ who: DOERS, when: OPEN }],
  submit: [{ who: DOERS, when: OPEN }],
  approve: [{ who: ['head'], when: ['awaiting-approval'] }],
  return: [
    { who: ['head'], when: ['awaiting-approval'] },
    { who: ['office'], when: ['awaiting-verification', 'verified'] },
  ],
  verify: [{ who: ['office'], when: ['awaiting-verification'] }],
  close: [{ who: ['office'], when: ['verified'] }],
  'ask-extension': [{ who: AGENCY, when: OPEN, extension: false }],
  'grant-extension': [{ who: ABOVE, when: RUNNING, extension: true }],
  'deny-extension': [{ who: ABOVE, when: RUNNING, extension: true }],
  'give-opinion': [{ who: ['partner'], when: RUNNING }],
  instruct: [{ who: ABOVE, when: ['unassigned', ...RUNNING] }],
  move: [{ who: ['office', 'system'], when: RUNNING }],
  withdraw: [{ who: ['office'], when: ['unassigned', ...RUNNING] }],
  'set-aside': [
    { who: ['office'], when: ['unassigned', ...RUNNING] },
    { who: ['system'], when: RUNNING },
  ],
  reopen: [{ who: ['office'], when: ENDED }],
}

export const VERBS = Object.keys(RULES) as Verb[]

/** What the rules look at. */
interface Standing {
  readonly state: AssignmentState
  readonly extension: unknown
}

type Key = `${Verb} ${Capacity} ${AssignmentState}`

/** The table spread out: asked for each action of a fold. 1 without an extension asked for, 2 with, 3 both. */
const ALLOWED = new Map<Key, number>()
for (const verb of VERBS)
  for (const { who, when, extension } of RULES[verb])
    for (const capacity of who)
      for (const state of when) {
        const key: Key = `${verb} ${capacity} ${state}`
        ALLOWED.set(key, (ALLOWED.get(key) ?? 0) | (extension === undefined ? 3 : extension ? 2 : 1))
      }

/** Whether somebody in that capacity may do that now. */
export const isAllowed = (standing: Standing, verb: Verb, capacity: Capacity): boolean =>
  ((ALLOWED.get(`${verb} ${capacity} ${standing.state}`) ?? 0) & (standing.extension === null ? 1 : 2)) !== 0

/** What somebody in these capacities may do now, in the order of the table. */
export const listAllowedVerbs = (standing: Standing, capacities: readonly Capacity[]): readonly Verb[] =>
  VERBS.filter((verb) => capacities.some((capacity) => isAllowed(standing, verb, capacity)))
