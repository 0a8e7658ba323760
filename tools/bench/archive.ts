import type { Ready } from './archive-server.ts'
import type { Question } from './load.ts'
import { measureServer, onEachDatabase, type ServerOptions } from './server-load.ts'
import { format } from './table.ts'

const QUERIES = [
  'an toàn giao thông',
  'diem den tai nan',
  'Công an tỉnh chủ trì',
  'ĐT.242',
  'cầu treo suối',
  'quoc lo',
  '1205/KH-UBND',
  'bến khách ngang sông',
]
const queryOf = (n: number): string => encodeURIComponent(QUERIES[n % QUERIES.length] ?? '')

const questionsOf = ({ programmes }: Ready): Question[] => {
  const of = (n: number): string => programmes[(n * 37) % programmes.length] ?? ''
  return [
    { name: 'archive search', url: (n) => `/api/documents?q=${queryOf(n)}` },
    { name: 'archive, no words', url: (n) => `/api/documents?page=${1 + (n % 40)}` },
    { name: 'task search', url: (n) => `/api/programmes/search?q=${queryOf(n)}` },
    { name: 'programmes', url: (n) => `/api/programmes?page=${1 + (n % 40)}` },
    { name: 'programme: head', url: (n) => `/api/programmes/${of(n)}` },
    { name: 'programme: tasks', url: (n) => `/api/programmes/${of(n)}/tasks` },
    { name: 'programme: outline', url: (n) => `/api/programmes/${of(n)}/outline` },
    { name: 'programme: agencies', url: (n) => `/api/programmes/${of(n)}/by-agency` },
  ]
}

const peersOf = ({ programmes }: Ready): Question[] => [
  { name: 'peer: ilike search', url: (n) => `/api/bench/search?q=${queryOf(n)}` },
  {
    name: 'peer: N+1 tasks',
    url: (n) => `/api/bench/tasks/${programmes[(n * 37) % programmes.length] ?? ''}`,
  },
]

/** Search and programme page under load, on the embedded database and on PostgreSQL when a test server is named. */
export const benchArchive = async (options: ServerOptions): Promise<void> =>
  await onEachDatabase(options.databases, async (name, budget, databaseUrl) => {
    await measureServer<Ready>(
      {
        kind: 'archive',
        argv: [String(options.size), String(options.sessions)],
        databaseUrl,
        questionsOf,
        peersOf,
        titleOf: (ready) =>
          `Archive on ${name} (PostgreSQL ${ready.version}): ${ready.documents} documents of ` +
          `${format(ready.averageText / 1024, 0)} kB, ${ready.items} items`,
        budget,
      },
      options,
    )
  })
