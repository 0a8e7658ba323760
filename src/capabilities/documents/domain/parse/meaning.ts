import { readTables } from './assignment-tables.ts'
import { readDeadlines } from './deadlines.ts'
import { listDuties } from './duties.ts'
import { readFindings } from './findings.ts'
import { readReporting } from './reporting.ts'
import { readTargets } from './targets.ts'
import { readTasks } from './tasks.ts'
import { readTriggers } from './triggers.ts'
import type { Stage } from './types.ts'

/** The steps that read what the document wants, after the form is known. */
export const MEANING: readonly Stage[] = [
  { name: 'targets', run: (draft) => ({ ...draft, targets: readTargets(draft.body, draft.citations) }) },
  {
    name: 'deadlines',
    run: (draft) => ({
      ...draft,
      deadlines: readDeadlines(draft.body, {
        citations: draft.citations,
        duties: listDuties(draft.body),
        header: draft.header,
      }),
    }),
  },
  {
    name: 'tasks',
    run: (draft) => ({ ...draft, tasks: readTasks(listDuties(draft.body), draft.deadlines) }),
  },
  {
    name: 'reporting',
    run: (draft) => ({
      ...draft,
      reporting: readReporting(draft.body, listDuties(draft.body), draft.deadlines),
    }),
  },
  {
    name: 'tables',
    run: (draft) => {
      const read = readTables(draft.body.tables, draft.header)
      return {
        ...draft,
        tables: read.tables,
        tasks: [...draft.tasks, ...read.tasks],
        targets: [...draft.targets, ...read.targets],
        deadlines: [...draft.deadlines, ...read.deadlines],
        reporting: [...draft.reporting, ...read.reporting],
      }
    },
  },
  { name: 'triggers', run: (draft) => ({ ...draft, triggers: readTriggers(draft.body) }) },
  { name: 'findings', run: (draft) => ({ ...draft, findings: readFindings(draft) }) },
]
