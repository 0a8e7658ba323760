import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { makeServerDatabase } from '#platform/server/db/testing.ts'
import type { Ready } from './archive-server.ts'
import { runLoad, type Question } from './load.ts'
import { format, median, printTable, quantile } from './table.ts'

export interface ArchiveOptions {
  readonly documents: number
  readonly sessions: number
  readonly seconds: number
  /** How often it is measured; the figures are medians of the rounds, because others use the machine too. */
  readonly rounds: number
  readonly databases: readonly string[]
}

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

const ourQuestions = ({ programmes }: Ready): Question[] => {
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

const peers = ({ programmes }: Ready): Question[] => [
  { name: 'peer: ilike search', url: (n) => `/api/bench/search?q=${queryOf(n)}` },
  {
    name: 'peer: N+1 tasks',
    url: (n) => `/api/bench/tasks/${programmes[(n * 37) % programmes.length] ?? ''}`,
  },
]

const startServer = async (
  databaseUrl: string | undefined,
  { documents, sessions }: ArchiveOptions,
): Promise<{ ready: Ready; stop: () => Promise<void> }> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-bench-'))
  const argv = ['bin/run.mjs', 'tools/bench.ts', '--serve', folder, String(documents), String(sessions)]
  const child = spawn(process.execPath, databaseUrl === undefined ? argv : [...argv, databaseUrl], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const stop = async (): Promise<void> => {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined
    child.stdin.end()
    await ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
  const ready = await new Promise<Ready>((resolve, reject) => {
    readline.createInterface({ input: child.stdout }).on('line', (line) => resolve(JSON.parse(line) as Ready))
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { ready, stop }
}

/** A round's latencies by kind of request, and how busy the machine was at its end. */
interface Round {
  readonly latencies: ReadonlyMap<string, number[]>
  readonly load: number
}

const toRows = (rounds: readonly Round[]) =>
  [...(rounds[0]?.latencies.keys() ?? [])].map((name) => {
    const all = rounds.map(({ latencies }) => latencies.get(name) ?? [])
    const at = (share: number): number[] => all.map((values) => quantile(values, share))
    return {
      name,
      cells: [
        String(all[0]?.length ?? 0),
        format(median(at(0.5))),
        format(median(at(0.95))),
        `${format(Math.min(...at(0.95)))} – ${format(Math.max(...at(0.95)))}`,
        format(median(at(0.99))),
      ],
    }
  })

const measure = async (
  name: string,
  budget: number,
  databaseUrl: string | undefined,
  options: ArchiveOptions,
): Promise<void> => {
  const { ready, stop } = await startServer(databaseUrl, options)
  try {
    const load = { address: ready.address, cookies: ready.cookies, everyMs: 5_000 }
    await runLoad({ ...load, questions: ourQuestions(ready), seconds: 5 })
    const rounds: Round[] = []
    for (let round = 0; round < options.rounds; round++) {
      const latencies = await runLoad({ ...load, questions: ourQuestions(ready), seconds: options.seconds })
      rounds.push({ latencies, load: os.loadavg()[0] ?? Number.NaN })
    }
    const theirs = await runLoad({ ...load, questions: peers(ready), seconds: Math.min(10, options.seconds) })
    printTable(
      `Archive on ${name} (PostgreSQL ${ready.version}): ${ready.documents} documents of ${format(ready.averageText / 1024, 0)} kB, ` +
        `${ready.items} items, ${options.sessions} sessions, one request every 5 s each, open loop, ` +
        `median of ${options.rounds} rounds of ${options.seconds} s (load average ${rounds.map((one) => format(one.load)).join(', ')}); ` +
        `ms, budget p95 ≤ ${budget}`,
      ['', 'requests', 'p50', 'p95', 'p95 of the rounds', 'p99'],
      [...toRows(rounds), ...toRows([{ latencies: theirs, load: Number.NaN }])],
    )
  } finally {
    await stop()
  }
}

/** Search and programme page under load, on the embedded database and on PostgreSQL when a test server is named. */
export const benchArchive = async (options: ArchiveOptions): Promise<void> => {
  if (options.databases.includes('embedded')) await measure('the embedded database', 250, undefined, options)
  if (!options.databases.includes('server')) return
  const url = process.env['TEST_DATABASE_URL']
  if (!url) {
    console.log('\nTEST_DATABASE_URL is not set: PostgreSQL was not measured.')
    return
  }
  const made = await makeServerDatabase(url)
  try {
    await measure('a PostgreSQL server', 100, made.url, options)
  } finally {
    await made.drop()
  }
}
