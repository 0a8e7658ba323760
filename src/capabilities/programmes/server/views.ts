import { Problem } from '#kernel/problem.ts'
import type {
  Deadline,
  ItemCounts,
  PlanHistory,
  Programme,
  Reporting,
  Target,
  Task,
  Trigger,
} from '../contract.ts'
import type { StoredItem } from './item-store.ts'
import { programmeProblems } from './problems.ts'
import type { ChangeRow, ItemRow, ProgrammeRow } from './tables.ts'

export const toProgramme = (row: ProgrammeRow, counts: ItemCounts): Programme => ({
  id: row.id,
  document: row.document_id,
  state: row.state,
  type: row.type,
  number: row.number,
  issuedOn: row.issued_on,
  issuer: row.issuer,
  subject: row.subject,
  theme: row.theme,
  years: row.years,
  counts,
  createdAt: row.created_at,
  version: row.version,
})

const toOrigin = (row: ItemRow) => ({
  id: row.id,
  programme: row.programme_id,
  document: row.document_id,
  path: row.path,
  spans: row.spans,
  certainty: row.certainty,
  origin: row.origin,
  sourceNote: row.source_note,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  endedAt: row.ended_at,
  endedReason: row.ended_reason,
  version: row.version,
})

/** The items of a programme, sorted into the lists that pages show. */
export const toLists = (
  items: readonly StoredItem[],
): {
  tasks: Task[]
  targets: Target[]
  deadlines: Deadline[]
  reporting: Reporting[]
  triggers: Trigger[]
} => {
  const lists = {
    tasks: [] as Task[],
    targets: [] as Target[],
    deadlines: [] as Deadline[],
    reporting: [] as Reporting[],
    triggers: [] as Trigger[],
  }
  for (const { row, content } of items) {
    const origin = toOrigin(row)
    switch (content.kind) {
      case 'task': {
        const { kind: _, ...task } = content
        lists.tasks.push({ ...origin, ...task })
        break
      }
      case 'target': {
        const { kind: _, ...target } = content
        lists.targets.push({ ...origin, ...target })
        break
      }
      case 'deadline':
        lists.deadlines.push({ ...origin, ...content.deadline })
        break
      case 'reporting': {
        const { kind: _, ...duty } = content
        lists.reporting.push({ ...origin, ...duty })
        break
      }
      case 'trigger': {
        const { kind: _, ...trigger } = content
        lists.triggers.push({ ...origin, ...trigger })
      }
    }
  }
  return lists
}

/** Each document that the programme followed with what it did, the last first. */
export const toHistory = (rows: readonly ChangeRow[]): PlanHistory => {
  const items: PlanHistory['items'] = []
  for (const { at, document_id, document_name, role, kind, item_id, item_kind, place, ...said } of rows) {
    if (kind === null || item_id === null)
      items.unshift({ at, document: document_id, name: document_name, role, changes: [] })
    else {
      const { words, before, after } = said
      const change = { change: kind, kind: item_kind ?? 'task', item: item_id, place: place ?? '' }
      items[0]?.changes.push({ ...change, words, before, after })
    }
  }
  return { items }
}

export const requireProgramme = (row: ProgrammeRow | undefined): ProgrammeRow => {
  if (!row) throw new Problem(programmeProblems.programmeNotFound)
  return row
}
