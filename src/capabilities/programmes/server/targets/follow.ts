import { formatPeriodId, parsePeriodId, toPeriod, type Period } from '#kernel/period.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { assessPath, assessWords } from '../../domain/targets-assess.ts'
import {
  listContradictions,
  listDifferentLevels,
  type StatedTarget,
  type TargetConflict,
} from '../../domain/targets-conflicts.ts'
import {
  toDefaultWay,
  toGoal,
  type Goal,
  type TargetVerdict,
  type TargetWay,
} from '../../domain/targets-goal.ts'
import { toPath, yearKindOf, type PathPoint, type PlanYears } from '../../domain/targets-path.ts'
import type { FollowedTarget, TargetGroup } from '../../domain/targets-schemas.ts'
import { figureUnit, toPeriodName } from '../../domain/targets-words.ts'
import type { Agencies } from '../outside.ts'
import type { FigureRow } from './tables.ts'
import { listFigures, listPlanFindings, listTargetRows, type TargetRow } from './target-store.ts'

/** A target with where it stands. */
export interface Followed {
  readonly row: TargetRow
  readonly goal: Goal
  readonly way: TargetWay
  readonly years: PlanYears
  readonly path: readonly PathPoint[]
  readonly figures: readonly FigureRow[]
  readonly assessment: ReturnType<typeof assessPath>
}

export const wayOf = (row: TargetRow): TargetWay =>
  row.rhythm === null || row.measure === null
    ? toDefaultWay(row)
    : { rhythm: row.rhythm, measure: row.measure, reading: row.reading }

const yearsOf = ({ years, issued_on }: TargetRow, today: PlainDate): PlanYears => {
  const year = Number((issued_on ?? today).slice(0, 4))
  return years.length === 0
    ? { first: year, last: year }
    : { first: Math.min(...years), last: Math.max(...years) }
}

/** The entry of each period that counts: the last, unless it took the figure back. */
export const currentOf = (figures: readonly FigureRow[]): ReadonlyMap<string, FigureRow> =>
  new Map(figures.map((row) => [row.period, row]))

/** Whether a period is one by which this target is counted. */
export const isCounted = (way: TargetWay, period: Period): boolean =>
  period.kind === way.rhythm || period.kind === yearKindOf(way.rhythm)

const follow = (row: TargetRow, figures: readonly FigureRow[], today: PlainDate): Followed => {
  const way = wayOf(row)
  const goal = toGoal(row, way.reading)
  const years = yearsOf(row, today)
  const current = [...currentOf(figures).values()].flatMap((entry) => {
    const period = parsePeriodId(entry.period)
    return period && isCounted(way, period) ? [{ entry, period }] : []
  })
  const base = { row, goal, way, years, figures }
  if (goal.kind === 'words') {
    const verdicts = current.flatMap(({ entry, period }): TargetVerdict[] =>
      entry.is_met === null ? [] : [{ period, isMet: entry.is_met }],
    )
    const until = toPeriod(yearKindOf(way.rhythm), years.last, 1)?.to ?? today
    return { ...base, path: [], assessment: assessWords(verdicts, until, today) }
  }
  const values = new Map(
    current.flatMap(({ entry, period }) =>
      entry.value === null ? [] : [[formatPeriodId(period), entry.value] as const],
    ),
  )
  const path = toPath(goal, way, years, values)
  return { ...base, path, assessment: assessPath(goal, way.measure, row.unit, path, today) }
}

/** Every target of the province, of one plan, or one target, as it stands on a day. */
export const followTargets = async (
  db: Db | Tx,
  province: string,
  only: { readonly programme?: string; readonly id?: string },
  today: PlainDate,
): Promise<readonly Followed[]> => {
  const rows = await listTargetRows(db, province, only)
  const figures = new Map<string, FigureRow[]>()
  for (const figure of await listFigures(
    db,
    rows.map(({ id }) => id),
  )) {
    const list = figures.get(figure.item_id)
    if (list) list.push(figure)
    else figures.set(figure.item_id, [figure])
  }
  return rows.map((row) => follow(row, figures.get(row.id) ?? [], today))
}

const toStated = ({ row, years }: Followed): StatedTarget => ({
  target: { ...row, programme: row.programme_id },
  years: Array.from({ length: years.last - years.first + 1 }, (_, i) => years.first + i),
})

/** The groups of targets that do not agree: inside a plan, and between plans of the same year. */
export const listConflicts = async (
  db: Db | Tx,
  followed: readonly Followed[],
): Promise<readonly TargetConflict[]> => {
  const stated = followed.map(toStated)
  const plans = await listPlanFindings(db, [...new Set(followed.map(({ row }) => row.programme_id))])
  return [
    ...plans.flatMap(({ id, findings }) =>
      listContradictions(
        findings,
        stated.filter(({ target }) => target.programme === id),
      ),
    ),
    ...listDifferentLevels(stated),
  ]
}

export const toNamedPeriod = (period: Period) => ({
  id: formatPeriodId(period),
  name: toPeriodName(period),
})

export const toFollowed = (
  { row, goal, way, years, assessment }: Followed,
  agencies: Agencies,
  disputed: ReadonlySet<string>,
): FollowedTarget => ({
  id: row.id,
  programme: row.programme_id,
  programmeNumber: row.number,
  programmeSubject: row.subject,
  years: [years.first, ...(years.last > years.first ? [years.last] : [])],
  document: row.document_id,
  path: row.path,
  spans: row.spans,
  indicator: row.indicator,
  comparator: row.comparator,
  value: row.value,
  unit: row.unit,
  direction: row.direction,
  baseline: row.baseline,
  rhythm: way.rhythm,
  measure: way.measure,
  reading: way.reading,
  agency: row.agency,
  agencyName: row.agency === null ? null : agencies.nameOf(row.agency),
  state: assessment.state,
  why: assessment.why,
  at: assessment.at && toNamedPeriod(assessment.at),
  reached: assessment.reached,
  wanted: assessment.wanted,
  figureUnit: figureUnit(goal, row.unit),
  missing: assessment.missing,
  isDisputed: disputed.has(row.id),
  version: row.version ?? 0,
})

export const toGroups = (
  conflicts: readonly TargetConflict[],
  items: ReadonlyMap<string, FollowedTarget>,
): TargetGroup[] =>
  conflicts.map(({ targets, ...group }) => ({
    ...group,
    targets: targets.flatMap((id) => items.get(id) ?? []),
  }))
