import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { ReminderRequest, ReminderSender } from '../../domain/reminder-letter.ts'
import type { LetterState } from '../../domain/reminder-letter-state.ts'
import { tables as assignmentTables } from '../assignments/tables.ts'

export type LetterRow = {
  id: string
  province: string
  agency: string
  state: LetterState
  subject: string
  request: ReminderRequest
  sha256: string
  size: number
  number: string | null
  issued_on: PlainDate | null
  note: string | null
  made_by: string
  made_at: string
  changed_at: string
  version: number
}

type LetterTables = {
  reminder_letter: LetterRow
  reminder_letter_assignment: { letter_id: string; assignment_id: string; days_late: number }
  reminder_sender: { province: string; valid_from: PlainDate; sender: ReminderSender }
}

/** The database with the tables of reminder letters and of the duties that they name. */
export const tables = (db: Db | Tx) => assignmentTables(db).withTables<LetterTables>()
