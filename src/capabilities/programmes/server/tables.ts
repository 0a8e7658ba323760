import type { Kysely } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { PlatformTables } from '#platform/server/db/tables.ts'
import type {
  AcceptedDocument,
  Deadline,
  PlanChange,
  PlanHistory,
  Reporting,
  ResolvedParty,
  Target,
} from '../contract.ts'
import type { ItemContent, ItemKind, PartyRole } from '../domain/item.ts'

export type ProgrammeRow = {
  id: string
  province: string
  document_id: string
  acceptance: number
  state: 'active' | 'withdrawn'
  /** The programme that went on with everything of this one; set only when their plans turned out to be one. */
  joined_to: string | null
  type: string | null
  number: string | null
  issued_on: string | null
  issuer: string | null
  subject: string | null
  theme: string | null
  years: number[]
  outline: AcceptedDocument['outline']
  findings: AcceptedDocument['findings']
  search: string
  created_at: string
  version: number
}

export type ItemRow = {
  id: string
  province: string
  programme_id: string
  kind: ItemKind
  document_id: string | null
  proposal: string | null
  position: number
  path: string
  place: string
  spans: AcceptedDocument['triggers'][number]['spans']
  certainty: AcceptedDocument['triggers'][number]['certainty']
  origin: 'read' | 'hand'
  source_note: string | null
  decided_by: string | null
  decided_at: string | null
  ended_at: string | null
  ended_reason: string | null
  accepted: ItemContent | null
  /** The programme that it was brought from when that one was joined to this. */
  joined_from: string | null
  edited: boolean
  search: string
  version: number
}

export type ChangeRow = {
  programme_id: string
  /** The programme in whose history it stood before that one was joined to this. */
  joined_from: string | null
  seq: number
  at: string
  document_id: string
  document_name: string
  role: PlanHistory['items'][number]['role']
  kind: PlanChange['change'] | null
  item_id: string | null
  item_kind: ItemKind | null
  place: string | null
  words: string | null
  before: string | null
  after: string | null
}

export type PartyRow = ResolvedParty & {
  item_id: string
  programme_id: string
  role: PartyRole
  position: number
}

type ProgrammeTables = {
  programme: ProgrammeRow
  programme_version: { programme_id: string; document_id: string; acceptance: number; at: string }
  programme_item: ItemRow
  programme_change: ChangeRow
  programme_task: {
    item_id: string
    text: string
    due: string | null
    recurrence: string | null
    output: string | null
  }
  programme_target: {
    item_id: string
    indicator: string
    comparator: Target['comparator']
    value: Target['value']
    unit: string | null
    direction: Target['direction']
    baseline: number | null
  }
  programme_deadline: {
    item_id: string
    kind: Deadline['kind']
    on_day: string | null
    recurrence: string | null
    what: string
  }
  programme_reporting: { item_id: string; frequency: Reporting['frequency']; recipient: string | null }
  programme_trigger: { item_id: string; condition: string; consequence: string }
  programme_party: PartyRow
  programme_item_terms: {
    item_id: string
    programme_id: string
    position: number
    agencies: string[]
    terms: string
  }
}

export type Tables = PlatformTables & ProgrammeTables

/** The database with the tables of this capability; inside a transaction it stays inside. */
export const tables = (db: Db | Tx): Kysely<Tables> => db.withTables<ProgrammeTables>()
