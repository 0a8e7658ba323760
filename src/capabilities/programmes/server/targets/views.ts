import { parsePeriodId } from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import type { Goal, TargetWay } from '../../domain/targets-goal.ts'
import type { FigureEntry, FollowedTarget, NewFigure, TargetDetail } from '../../domain/targets-schemas.ts'
import { toPeriodName } from '../../domain/targets-words.ts'
import type { Agencies } from '../outside.ts'
import { currentOf, isCounted, toNamedPeriod, type Followed } from './follow.ts'
import { targetProblems } from './problems.ts'
import type { FigureRow } from './tables.ts'

/** Refuses what cannot be a figure of this target: a word for a number, a correction without a reason. */
export const checkFigure = (goal: Goal, { value, isMet, note, corrects }: NewFigure): void => {
  const takesBack = value === null && isMet === null && corrects !== null
  if (!takesBack) {
    if (goal.kind === 'words' && (isMet === null || value !== null))
      throw new Problem(targetProblems.notAVerdict)
    if (goal.kind !== 'words' && (value === null || isMet !== null))
      throw new Problem(targetProblems.notANumber)
  }
  if (note === null && (corrects !== null || isMet !== null)) throw new Problem(targetProblems.noteNeeded)
}

/** A figure as people see it. */
export const toEntry = (
  row: FigureRow,
  way: TargetWay,
  agencies: Agencies,
  isCurrent: boolean,
): FigureEntry => {
  const period = parsePeriodId(row.period)
  return {
    id: row.id,
    period: row.period,
    periodName: period ? toPeriodName(period) : row.period,
    value: row.value,
    isMet: row.is_met,
    source: row.source,
    note: row.note,
    agency: row.agency,
    agencyName: row.agency === null ? null : agencies.nameOf(row.agency),
    by: row.entered_by,
    at: row.at,
    corrects: row.corrects,
    isCurrent,
    isCounted: period !== undefined && isCounted(way, period),
  }
}

/** The last first: by when they were entered, and within one instant by what corrects what. */
const toEntries = ({ figures, way }: Followed, agencies: Agencies): FigureEntry[] => {
  const current = currentOf(figures)
  return [...figures]
    .sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
    .map((row) => toEntry(row, way, agencies, current.get(row.period)?.id === row.id))
}

interface Around {
  readonly agencies: Agencies
  readonly groups: TargetDetail['groups']
  readonly mayEnter: boolean
  readonly mayManage: boolean
}

/** A target with its path and every figure that was given of it, the last first. */
export const toDetail = (followed: Followed, shown: FollowedTarget, around: Around): TargetDetail => {
  const { goal, path } = followed
  return {
    ...shown,
    points: path.map(({ period, actual, reached, base, wanted }) => ({
      period: toNamedPeriod(period),
      from: period.from,
      to: period.to,
      actual,
      reached,
      base,
      wanted,
    })),
    goal: path.at(-1)?.goal ?? null,
    side: goal.kind === 'words' ? null : goal.side,
    entries: toEntries(followed, around.agencies),
    groups: around.groups,
    mayEnter: around.mayEnter,
    mayManage: around.mayManage,
  }
}
