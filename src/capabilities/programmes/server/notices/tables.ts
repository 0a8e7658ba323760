import type { Generated } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Capacity, Verb } from '../../domain/assignment.ts'
import type { RecipientRole } from '../../domain/reminders.ts'
import { tables as assignmentTables } from '../assignments/tables.ts'

/** How far the letter of a notice is. */
export type MailState = 'none' | 'waiting' | 'sending' | 'sent' | 'refused'

export type NoticeRow = {
  id: Generated<string>
  province: string
  key: string
  account_id: string
  assignment_id: string
  kind: 'stage' | 'event' | 'manual'
  role: RecipientRole
  is_stand_in: boolean
  stage: number | null
  due: PlainDate | null
  verb: Verb | null
  capacity: Capacity | null
  is_conflict: boolean
  words: string | null
  on_day: PlainDate
  is_void: boolean
  made_at: string
  read_at: string | null
  mail: MailState
  mail_attempts: number
  mail_next_at: string | null
  mail_at: string | null
}

type NoticeTables = {
  notice: NoticeRow
  notice_morning: { province: string; day: PlainDate; at: string; made: number }
  reminder_rule: {
    id: string
    province: string
    stage: number
    roles: RecipientRole[]
    valid_from: PlainDate
    valid_to: PlainDate | null
    made_by: string
    made_at: string
    seq: number
  }
  reminder_hours: {
    province: string
    seq: number
    from_minute: number
    until_minute: number
    valid_from: PlainDate
    made_by: string
    made_at: string
  }
}

/** The database with the tables of notices and of the duties that they tell of. */
export const tables = (db: Db | Tx) => assignmentTables(db).withTables<NoticeTables>()
