import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { makeServerDatabase } from '#platform/server/db/testing.ts'
import { runLoad, type Question } from './load.ts'
import { format, median, printTable, quantile } from './table.ts'

/** A server in a process of its own under the load of many people: what is common to all such measurements. */

export interface ServerOptions {
  /** How much it holds: documents, duties. */
  readonly size: number
  readonly sessions: number
  readonly seconds: number
  /** How often it is measured; the figures are medians of the rounds, because others use the machine too. */
  readonly rounds: number
  readonly databases: readonly string[]
}

/** What the load generator is told once the server is ready. */
export interface ServerReady {
  readonly address: string
  readonly cookies: readonly string[]
  readonly version: string
}

export interface Measured<R extends ServerReady> {
  /** Which server, and what it is told behind its folder. */
  readonly kind: string
  readonly argv: readonly string[]
  readonly databaseUrl: string | undefined
  readonly questionsOf: (ready: R) => readonly Question[]
  readonly peersOf: (ready: R) => readonly Question[]
  readonly titleOf: (ready: R) => string
  readonly budget: number
}

const startServer = async <R>(
  kind: string,
  argv: readonly string[],
  databaseUrl: string | undefined,
): Promise<{ ready: R; stop: () => Promise<void> }> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-bench-'))
  const given = ['bin/run.mjs', 'tools/bench.ts', '--serve', kind, folder, ...argv]
  const child = spawn(process.execPath, databaseUrl === undefined ? given : [...given, databaseUrl], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const stop = async (): Promise<void> => {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined
    child.stdin.end()
    await ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
  const ready = await new Promise<R>((resolve, reject) => {
    readline.createInterface({ input: child.stdout }).on('line', (line) => resolve(JSON.parse(line) as R))
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

/** Asks the questions in rounds, then the peers', and prints both in one table. */
export const measureServer = async <R extends ServerReady>(
  { kind, argv, databaseUrl, questionsOf, peersOf, titleOf, budget }: Measured<R>,
  { seconds, rounds: count, sessions }: ServerOptions,
): Promise<void> => {
  const { ready, stop } = await startServer<R>(kind, argv, databaseUrl)
  try {
    const load = { address: ready.address, cookies: ready.cookies, everyMs: 5_000 }
    const questions = questionsOf(ready)
    await runLoad({ ...load, questions, seconds: 5 })
    const rounds: Round[] = []
    for (let round = 0; round < count; round++) {
      const latencies = await runLoad({ ...load, questions, seconds })
      rounds.push({ latencies, load: os.loadavg()[0] ?? Number.NaN })
    }
    const theirs = await runLoad({ ...load, questions: peersOf(ready), seconds: Math.min(10, seconds) })
    printTable(
      `${titleOf(ready)}, ${sessions} sessions, one request every 5 s each, open loop, ` +
        `median of ${count} rounds of ${seconds} s (load average ${rounds.map((one) => format(one.load)).join(', ')}); ` +
        `ms, budget p95 ≤ ${budget}`,
      ['', 'requests', 'p50', 'p95', 'p95 of the rounds', 'p99'],
      [...toRows(rounds), ...toRows([{ latencies: theirs, load: Number.NaN }])],
    )
  } finally {
    await stop()
  }
}

/** Once on the embedded database and once on PostgreSQL, when a test server is named; each with its budget. */
export const onEachDatabase = async (
  databases: readonly string[],
  run: (name: string, budget: number, url: string | undefined) => Promise<void>,
): Promise<void> => {
  if (databases.includes('embedded')) await run('the embedded database', 250, undefined)
  if (!databases.includes('server')) return
  const url = process.env['TEST_DATABASE_URL']
  if (!url) {
    console.log('\nTEST_DATABASE_URL is not set: PostgreSQL was not measured.')
    return
  }
  const made = await makeServerDatabase(url)
  try {
    await run('a PostgreSQL server', 100, made.url)
  } finally {
    await made.drop()
  }
}
