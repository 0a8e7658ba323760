import { readTables } from './assignment-tables.ts'
import { readDeadlines } from './deadlines.ts'
import { listDuties } from './duties.ts'
import { FINDINGS } from './findings.ts'
import { withInlineItems } from './inline-items.ts'
import { readReporting } from './reporting.ts'
import { listNewTargets } from './target-rows.ts'
import { readTargets } from './targets.ts'
import { readTasks } from './tasks.ts'
import { readTriggers } from './triggers.ts'
import type { Stage } from './types.ts'

/** The steps that read what the document wants, after the form is known. */
export const MEANING: readonly Stage[] = [
  {
    name: 'inline-items',
    title: 'các ý đánh số trong một đoạn',
    run: (draft) => ({
      ...draft,
      body: { ...draft.body, sections: withInlineItems(draft.body.sections) },
    }),
  },
  {
    name: 'targets',
    title: 'chỉ tiêu',
    run: (draft) => ({ ...draft, targets: readTargets(draft.body, draft.citations) }),
  },
  {
    name: 'deadlines',
    title: 'thời hạn',
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
    title: 'nhiệm vụ',
    run: (draft) => ({ ...draft, tasks: readTasks(listDuties(draft.body), draft.deadlines) }),
  },
  {
    name: 'reporting',
    title: 'chế độ báo cáo',
    run: (draft) => ({
      ...draft,
      reporting: readReporting(draft.body, listDuties(draft.body), draft.deadlines),
    }),
  },
  {
    name: 'tables',
    title: 'bảng phân công',
    run: (draft) => {
      const read = readTables(draft.body.tables, draft.header)
      return {
        ...draft,
        tables: read.tables,
        tasks: [...draft.tasks, ...read.tasks],
        targets: [...draft.targets, ...listNewTargets(draft.targets, read.targets)],
        deadlines: [...draft.deadlines, ...read.deadlines],
        reporting: [...draft.reporting, ...read.reporting],
      }
    },
  },
  {
    name: 'triggers',
    title: 'điều kiện',
    run: (draft) => ({ ...draft, triggers: readTriggers(draft.body) }),
  },
  ...FINDINGS,
]
