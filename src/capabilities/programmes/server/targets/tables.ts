import type { Kysely } from 'kysely'
import type { PeriodKind } from '#kernel/period.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { GoalReading, Measure } from '../../domain/targets-goal.ts'
import { tables as programmeTables, type Tables } from '../tables.ts'

export type TargetWayRow = {
  item_id: string
  province: string
  rhythm: PeriodKind
  measure: Measure
  reading: GoalReading | null
  agency: string | null
  version: number
}

export type FigureRow = {
  id: string
  item_id: string
  province: string
  period: string
  seq: number
  value: number | null
  is_met: boolean | null
  source: string
  note: string | null
  agency: string | null
  entered_by: string
  at: string
  corrects: string | null
}

type TargetTables = { target_way: TargetWayRow; target_figure: FigureRow }

/** The database with the tables of targets and of the plans that state them. */
export const tables = (db: Db | Tx): Kysely<Tables & TargetTables> =>
  programmeTables(db).withTables<TargetTables>()
