import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, createKey, toUrl, type WriteOptions } from '#platform/web/api.ts'
import { upload, type UploadOptions } from '#platform/web/upload.ts'
import type {
  ActionFates,
  AssignmentDetail,
  AssignmentPage,
  AssignmentQuery,
  Board,
  BoardQuery,
  EvidenceFile,
  HandAssignment,
  MadeAssignments,
  MakingQuery,
  NewAssignments,
  PlannedAssignments,
  SentAction,
  SentDeed,
} from '../../domain/assignment-schemas.ts'

/** The typed calls about duties; nothing else here fetches. */
const at = (id: string, rest = ''): string => `/api/assignments/${id}${rest}`
const ofPlan = (programme: string): string => `/api/programmes/${programme}/assignments`

export const assignmentKeys = { all: ['assignments'] } as const

export const listAssignments = (query: AssignmentQuery, signal?: AbortSignal) =>
  api.get<AssignmentPage>('/api/assignments', query, signal)

export const listQuery = (query: AssignmentQuery) =>
  queryOptions({
    queryKey: [...assignmentKeys.all, 'list', query],
    queryFn: ({ signal }) => listAssignments(query, signal),
    placeholderData: keepPreviousData,
  })

export const countBoard = (query: BoardQuery, signal?: AbortSignal) =>
  api.get<Board>('/api/assignments/board', query, signal)

export const boardQuery = (query: BoardQuery) =>
  queryOptions({
    queryKey: [...assignmentKeys.all, 'board', query],
    queryFn: ({ signal }) => countBoard(query, signal),
    placeholderData: keepPreviousData,
  })

export const getAssignment = (id: string, signal?: AbortSignal) =>
  api.getVersioned<AssignmentDetail>(at(id), {}, signal)

export const assignmentQuery = (id: string) =>
  queryOptions({
    queryKey: [...assignmentKeys.all, 'one', id],
    queryFn: ({ signal }) => getAssignment(id, signal),
  })

export const planningQuery = (programme: string, query: MakingQuery, asOf: number) =>
  queryOptions({
    queryKey: [...assignmentKeys.all, 'planning', programme, query, asOf],
    queryFn: ({ signal }) => api.get<PlannedAssignments>(ofPlan(programme), query, signal),
    placeholderData: keepPreviousData,
  })

export const makeAssignments = (programme: string, making: NewAssignments, options: WriteOptions) =>
  api.post<MadeAssignments>(ofPlan(programme), making, options)

export const giveByHand = (given: HandAssignment, options: WriteOptions) =>
  api.post<MadeAssignments>('/api/assignments', given, options)

/** An action as this device sends it: its name is made once and kept while it is sent again. */
export const toAction = (deed: SentDeed, id = createKey()): SentAction => ({
  id,
  after: null,
  at: new Date().toISOString(),
  deed,
})

export const act = (id: string, action: SentAction, version: string | undefined) =>
  api.post<AssignmentDetail>(at(id, '/actions'), action, { version, key: action.id })

export const actOnMany = (actions: readonly (SentAction & { readonly assignment: string })[]) =>
  api.post<ActionFates>('/api/assignments/actions', { actions })

export const sendEvidence = (id: string, file: File, options: UploadOptions) =>
  upload<EvidenceFile>(toUrl(at(id, '/evidence'), { name: file.name }), file, options)

export const evidenceUrl = (id: string, sha256: string): string => at(id, `/evidence/${sha256}`)
