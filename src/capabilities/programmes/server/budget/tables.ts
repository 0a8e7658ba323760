import type { Kysely } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { BudgetSource, MoneyKind } from '../../domain/budget.ts'
import { tables as programmeTables, type Tables } from '../tables.ts'

export type BudgetLineRow = {
  id: string
  province: string
  programme_id: string
  item_id: string | null
  place: string
  what: string
  agency: string | null
  source: BudgetSource
  created_at: string
  ended_at: string | null
  ended_reason: string | null
  version: number
}

export type BudgetEntryRow = {
  id: string
  line_id: string
  kind: MoneyKind
  /** Whole đồng: `bigint`, read as a number that is exact or not at all. */
  amount: number
  on_day: PlainDate
  note: string
  entered_by: string
  at: string
  reverses: string | null
}

type BudgetTables = { budget_line: BudgetLineRow; budget_entry: BudgetEntryRow }

/** The database with the tables of money and of the plans that it is for. */
export const tables = (db: Db | Tx): Kysely<Tables & BudgetTables> =>
  programmeTables(db).withTables<BudgetTables>()
