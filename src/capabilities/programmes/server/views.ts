import { Problem } from '#kernel/problem.ts'
import type { Deadline, ItemCounts, Programme, Reporting, Target, Task, Trigger } from '../contract.ts'
import type { StoredItem } from './item-store.ts'
import { programmeProblems } from './problems.ts'
import type { ItemRow, ProgrammeRow } from './tables.ts'

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

export const requireProgramme = (row: ProgrammeRow | undefined): ProgrammeRow => {
  if (!row) throw new Problem(programmeProblems.programmeNotFound)
  return row
}
