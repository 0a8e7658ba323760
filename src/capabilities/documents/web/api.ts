import { api, type Versioned } from '#platform/web/api.ts'
import type { AmendmentReply, AmendmentScope } from '../domain/amendment-api.ts'
import type {
  Changes,
  CitationLinks,
  DocumentDetail,
  DocumentPage,
  DocumentQuery,
  RegisterEdit,
} from '../domain/archive-api.ts'
import type { Accepted, Review, ReviewCommand, ReviewReply } from '../domain/review-api.ts'

/** The typed calls of this capability; nothing else here fetches. */
const at = (id: string, rest = ''): string => `/api/documents/${id}${rest}`
const toTag = (version: number): string => `"v${version}"`

export const documentsApi = {
  list: (query: DocumentQuery, signal?: AbortSignal) =>
    api.get<DocumentPage>('/api/documents', query, signal),
  get: (id: string, signal?: AbortSignal) => api.get<DocumentDetail>(at(id), {}, signal),
  text: async (id: string, signal?: AbortSignal) =>
    (await api.get<{ text: string }>(at(id, '/text'), {}, signal)).text,
  citations: (id: string, signal?: AbortSignal) => api.get<CitationLinks>(at(id, '/citations'), {}, signal),
  changes: (id: string, against: string | undefined, signal?: AbortSignal) =>
    api.get<Changes>(at(id, '/changes'), { against }, signal),
  review: async (id: string, signal?: AbortSignal): Promise<Review> => {
    const { value }: Versioned<Review> = await api.getVersioned<Review>(at(id, '/review'), {}, signal)
    return value
  },
  command: (id: string, version: number, command: ReviewCommand) =>
    api.post<ReviewReply>(at(id, '/review'), command, { version: toTag(version) }),
  accept: (id: string, version: number, leaveOut: readonly string[]) =>
    api.post<Accepted>(at(id, '/accept'), { leaveOut }, { version: toTag(version) }),
  reopen: (document: DocumentDetail) =>
    api.post<DocumentDetail>(at(document.id, '/reopen'), {}, { version: toTag(document.version) }),
  readAgain: (document: DocumentDetail) =>
    api.post<DocumentDetail>(at(document.id, '/read-again'), {}, { version: toTag(document.version) }),
  withdraw: (document: DocumentDetail, reason: string) =>
    api.post<DocumentDetail>(at(document.id, '/withdraw'), { reason }, { version: toTag(document.version) }),
  restore: (document: DocumentDetail) =>
    api.post<DocumentDetail>(at(document.id, '/restore'), {}, { version: toTag(document.version) }),
  register: (document: DocumentDetail, edit: RegisterEdit) =>
    api.patch<DocumentDetail>(at(document.id, '/register'), edit, { version: toTag(document.version) }),
  amendment: (id: string, signal?: AbortSignal) => api.get<AmendmentReply>(at(id, '/amendment'), {}, signal),
  setBase: (document: DocumentDetail, base: string | null, scope: AmendmentScope) =>
    api.patch<DocumentDetail>(
      at(document.id, '/base'),
      { base, scope },
      { version: toTag(document.version) },
    ),
}

export const documentKeys = {
  all: ['documents'] as const,
  list: (query: DocumentQuery) => ['documents', 'list', query] as const,
  one: (id: string) => ['documents', 'one', id] as const,
  text: (id: string) => ['documents', 'text', id] as const,
  review: (id: string) => ['documents', 'review', id] as const,
  amendment: (id: string, version?: number) => ['documents', 'amendment', id, version] as const,
  citations: (id: string) => ['documents', 'citations', id] as const,
  changes: (id: string, against: string | undefined) => ['documents', 'changes', id, against] as const,
}
