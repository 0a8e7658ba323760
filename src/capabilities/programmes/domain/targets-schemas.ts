import { Type, type Static } from 'typebox'
import { PERIOD_KINDS } from '#kernel/period.ts'
import { Target } from '../contract.ts'
import { GOAL_READINGS, MEASURES, TARGET_STATES } from './targets-goal.ts'

/** Targets and their figures on the wire. Part of the contract. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const nullableText = nullable(Type.String())
const nullableNumber = nullable(Type.Number())
const Digits = Type.String({ pattern: '^[0-9]{1,7}$' })
const PeriodId = Type.String({ pattern: '^[a-z-]{4,30}:\\d{4}(?:-[MQHW]\\d{1,2})?$' })

export const TargetStateName = Type.Enum([...TARGET_STATES])
const Rhythm = Type.Enum([...PERIOD_KINDS])
const MeasureName = Type.Enum([...MEASURES])
const ReadingName = Type.Enum([...GOAL_READINGS])

/** A period by its id and in words. */
const Named = Type.Object({ id: Type.String(), name: Type.String() })

export const FollowedTarget = Type.Object({
  id: Id,
  programme: Id,
  programmeNumber: nullableText,
  programmeSubject: nullableText,
  years: Type.Array(Type.Integer()),
  document: nullable(Id),
  path: Type.String(),
  spans: Target.properties.spans,
  indicator: Type.String(),
  comparator: Target.properties.comparator,
  value: Target.properties.value,
  unit: nullableText,
  direction: Target.properties.direction,
  baseline: Target.properties.baseline,
  /** How figures are taken; who is asked for them. */
  rhythm: Rhythm,
  measure: MeasureName,
  reading: nullable(ReadingName),
  agency: nullableText,
  agencyName: nullableText,
  /** How it stands: one sentence says why. */
  state: TargetStateName,
  why: Type.String(),
  at: nullable(Named),
  reached: nullableNumber,
  wanted: nullableNumber,
  /** Unit of the figures: none where the target is a change in per cent. */
  figureUnit: nullableText,
  missing: Type.Integer(),
  /** In one of the groups of targets that do not agree. */
  isDisputed: Type.Boolean(),
  version: Type.Integer(),
})
export type FollowedTarget = Static<typeof FollowedTarget>

export const TargetGroup = Type.Object({
  kind: Type.Enum(['contradiction', 'levels']),
  indicator: Type.String(),
  message: Type.String(),
  targets: Type.Array(FollowedTarget),
})
export type TargetGroup = Static<typeof TargetGroup>

export const TargetQuery = Type.Object(
  {
    page: Type.Optional(Digits),
    size: Type.Optional(Digits),
    programme: Type.Optional(Id),
    year: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
    state: Type.Optional(TargetStateName),
    agency: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    disputed: Type.Optional(Type.Enum(['yes'])),
    q: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
)
export type TargetQuery = Static<typeof TargetQuery>

export const TargetCounts = Type.Object(
  Object.fromEntries(TARGET_STATES.map((state) => [state, Type.Integer()])) as Record<
    (typeof TARGET_STATES)[number],
    ReturnType<typeof Type.Integer>
  >,
)
export type TargetCounts = Static<typeof TargetCounts>

export const TargetPage = Type.Object({
  items: Type.Array(FollowedTarget),
  /** What the filters leave, by state; the filter of the state itself left out. */
  counts: TargetCounts,
  groups: Type.Array(TargetGroup),
  /** What the filters offer. */
  programmes: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  agencies: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  years: Type.Array(Type.Integer()),
  total: Type.Integer(),
  page: Type.Integer(),
  size: Type.Integer(),
})
export type TargetPage = Static<typeof TargetPage>

export const TargetParams = Type.Object({ id: Id })

/** A figure as it was given; later ones of the same period stand before it, none is ever changed. */
export const FigureEntry = Type.Object({
  id: Id,
  period: Type.String(),
  periodName: Type.String(),
  value: nullableNumber,
  isMet: nullable(Type.Boolean()),
  source: Type.String(),
  note: nullableText,
  /** The agency for which it was given; null: the office itself. */
  agency: nullableText,
  agencyName: nullableText,
  by: Type.String(),
  at: Type.String(),
  /** The entry that it takes the place of. */
  corrects: nullable(Id),
  isCurrent: Type.Boolean(),
  /** Its period is of another rhythm than the target's now: kept, not counted. */
  isCounted: Type.Boolean(),
})
export type FigureEntry = Static<typeof FigureEntry>

export const TargetPoint = Type.Object({
  period: Named,
  from: Type.String(),
  to: Type.String(),
  actual: nullableNumber,
  reached: nullableNumber,
  base: nullableNumber,
  wanted: nullableNumber,
})
export type TargetPoint = Static<typeof TargetPoint>

export const TargetDetail = Type.Object({
  ...FollowedTarget.properties,
  points: Type.Array(TargetPoint),
  goal: nullableNumber,
  side: nullable(Type.Enum(['floor', 'ceiling'])),
  entries: Type.Array(FigureEntry),
  groups: Type.Array(TargetGroup),
  mayEnter: Type.Boolean(),
  mayManage: Type.Boolean(),
})
export type TargetDetail = Static<typeof TargetDetail>

export const NewFigure = Type.Object(
  {
    period: PeriodId,
    /** A number; or, for a goal without one, whether it is met; both null takes an earlier figure back. */
    value: nullable(Type.Number({ minimum: -1e12, maximum: 1e12 })),
    isMet: nullable(Type.Boolean()),
    source: Type.String({ minLength: 2, maxLength: 300 }),
    note: nullable(Type.String({ minLength: 1, maxLength: 2000 })),
    /** The entry that the sender saw and corrects; null for the first of a period. */
    corrects: nullable(Id),
  },
  closed,
)
export type NewFigure = Static<typeof NewFigure>

export const TargetWayEdit = Type.Object(
  {
    rhythm: Rhythm,
    measure: MeasureName,
    reading: nullable(ReadingName),
    agency: nullable(Type.String({ minLength: 1, maxLength: 80 })),
  },
  closed,
)
export type TargetWayEdit = Static<typeof TargetWayEdit>
