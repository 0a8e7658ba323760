import { queryOptions } from '@tanstack/react-query'
import { api, type WriteOptions } from '#platform/web/api.ts'
import type {
  AgencyShares,
  Deadline,
  ExportList,
  NewTask,
  PlanHistory,
  Programme,
  ProgrammeOutline,
  ProgrammePage,
  ProgrammeQuery,
  ProgrammeSearch,
  RaisedFinding,
  Reporting,
  Target,
  Task,
  Trigger,
} from '../contract.ts'

/** The typed calls of this capability; nothing else here fetches. */
const at = (id: string, rest = ''): string => `/api/programmes/${id}${rest}`

export const listProgrammes = (query: ProgrammeQuery, signal?: AbortSignal) =>
  api.get<ProgrammePage>('/api/programmes', query, signal)

export const searchProgrammes = (q: string, signal: AbortSignal) =>
  api.get<ProgrammeSearch>('/api/programmes/search', { q }, signal)

export const programmeQuery = (id: string) =>
  queryOptions({
    queryKey: ['programmes', 'one', id],
    queryFn: ({ signal }) => api.get<Programme>(at(id), {}, signal),
  })

/** Everything that a programme's page shows; some hundreds of items at most, read at once. */
export interface ProgrammeItems {
  readonly tasks: readonly Task[]
  readonly targets: readonly Target[]
  readonly triggers: readonly Trigger[]
  readonly deadlines: readonly Deadline[]
  readonly reporting: readonly Reporting[]
  readonly findings: readonly RaisedFinding[]
  readonly clauses: ProgrammeOutline['clauses']
  readonly shares: AgencyShares['items']
}

export const itemsQuery = (id: string) =>
  queryOptions({
    queryKey: ['programmes', 'items', id],
    queryFn: async ({ signal }): Promise<ProgrammeItems> => {
      const [tasks, targets, deadlines, reporting, findings, outline, shares] = await Promise.all([
        api.get<{ items: Task[] }>(at(id, '/tasks'), {}, signal),
        api.get<{ items: Target[]; triggers: Trigger[] }>(at(id, '/targets'), {}, signal),
        api.get<{ items: Deadline[] }>(at(id, '/deadlines'), {}, signal),
        api.get<{ items: Reporting[] }>(at(id, '/reporting'), {}, signal),
        api.get<{ items: RaisedFinding[] }>(at(id, '/findings'), {}, signal),
        api.get<ProgrammeOutline>(at(id, '/outline'), {}, signal),
        api.get<AgencyShares>(at(id, '/by-agency'), {}, signal),
      ])
      return {
        tasks: tasks.items,
        targets: targets.items,
        triggers: targets.triggers,
        deadlines: deadlines.items,
        reporting: reporting.items,
        findings: findings.items,
        clauses: outline.clauses,
        shares: shares.items,
      }
    },
  })

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['programmes', 'history', id],
    queryFn: ({ signal }) => api.get<PlanHistory>(at(id, '/history'), {}, signal),
  })

export const exportUrl = (id: string, list: ExportList): string => at(id, `/export.xlsx?list=${list}`)

export const addTask = (id: string, task: NewTask, options: WriteOptions) =>
  api.post<Task>(at(id, '/tasks'), task, options)
