import type { Kysely } from 'kysely'
import type { OfficeCalendar } from '#kernel/occurrence.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { AssignmentState, Capacity, Deed } from '../../domain/assignment.ts'
import type { AssignmentKind } from '../../domain/making.ts'
import { tables as programmeTables, type Tables } from '../tables.ts'

export type AssignmentRow = {
  id: string
  province: string
  programme_id: string | null
  item_id: string | null
  place: string
  /** The first number of the clause: by it the board groups. */
  section: string
  text: string
  output: string | null
  source_note: string | null
  kind: AssignmentKind
  member: string
  occurrence: string
  period: string | null
  partners: string[]
  review: string | null
  calendar: OfficeCalendar
  batch: string
  made_at: string
  state: AssignmentState
  agency: string | null
  delegate: string | null
  due: PlainDate | null
  first_due: PlainDate | null
  review_due: PlainDate | null
  next_due: PlainDate | null
  extension: { readonly until: PlainDate; readonly reason: string; readonly action: string } | null
  extensions: number
  percent: number | null
  opened_at: string | null
  reported_at: string | null
  submitted_at: string | null
  submitted_on: PlainDate | null
  verified_at: string | null
  returns: number
  last_at: string | null
  conflicts: number
  waiting: number
  search: string
  version: number
}

export type ActionRow = {
  assignment_id: string
  id: string
  seq: number
  after: string | null
  at: string
  received_at: string
  actor: string
  capacity: Capacity
  deed: Deed
}

export type AssignmentFileRow = {
  assignment_id: string
  sha256: string
  name: string
  type: string
  size: number
  sent_by: string
  at: string
}

type AssignmentTables = {
  assignment: AssignmentRow
  assignment_action: ActionRow
  assignment_file: AssignmentFileRow
  assignment_way: { province: string; agency: string; head_approves: boolean; version: number }
}

/** The database with the tables of duties and of the plans that they come from. */
export const tables = (db: Db | Tx): Kysely<Tables & AssignmentTables> =>
  programmeTables(db).withTables<AssignmentTables>()
