import fs from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { openAppWorkers } from '#apps/server/workers.ts'
import { noAgencies } from '#capabilities/documents/domain/agency-lookup.ts'
import { readDocument } from '#capabilities/documents/domain/parse/pipeline.ts'
import { readFile } from '#capabilities/documents/server/read-file.ts'
import { readConfig } from '#platform/server/config.ts'
import { defaultSize } from '#platform/server/workers/pool.ts'
import { printTable, spread, format, median } from './table.ts'

const ROUNDS = 5
/** The engine compiles what runs often; a server that has read some megabytes is warm. */
const WARMING = 8
const FORTY = 40 * 1024

/**
 * The peer: what anybody writes in an afternoon. It finds numbered lines and dates and knows nothing else: no
 * header, no agencies, no tasks, no spans into the original. Beside it one sees what the structure costs.
 */
const readNaively = (text: string): number => {
  let found = 0
  for (const line of text.split('\n')) {
    if (/^\s*(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s/u.test(line)) found++
    for (const _ of line.matchAll(/(?:ngày\s+)?\d{1,2}\s*(?:\/|tháng)\s*\d{1,2}\s*(?:(?:\/|năm)\s*\d{4})?/gu))
      found++
  }
  return found
}

/** Texts of the shared corpus when it lies beside the checkout, the sample province's own otherwise. */
const openCorpus = (): { name: string; texts: string[] } => {
  const shared = process.env['BINHAN_SHARED'] ?? '../shared'
  const folders = ['documents', 'corpus'].map((name) => path.join(shared, name))
  const own = 'provinces/tinh-mau/documents'
  const present = folders.filter((folder) => fs.existsSync(folder))
  const texts = (present.length > 0 ? present : [own]).flatMap((folder) =>
    fs
      .readdirSync(folder)
      .filter((name) => /\.(?:md|txt)$/u.test(name) && !/^readme/iu.test(name))
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8')),
  )
  return present.length > 0
    ? { name: 'shared corpus', texts }
    : { name: 'sample province, ten times', texts: Array.from({ length: 10 }, () => texts).flat() }
}

interface Round {
  readonly wall: number
  /** Time on a processor: what other programs on the machine take does not count. */
  readonly cpu: number
}

const runOnce = (texts: readonly string[], read: (text: string) => unknown): Round => {
  const started = performance.now()
  const before = process.cpuUsage()
  for (const text of texts) read(text)
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - started, cpu: (user + system) / 1000 }
}

/** The first round, cold, and then the measured ones, warm. */
const measure = (
  texts: readonly string[],
  read: (text: string) => unknown,
): { first: Round; warm: readonly Round[] } => {
  const [first] = Array.from({ length: WARMING }, () => runOnce(texts, read))
  return { first: first as Round, warm: Array.from({ length: ROUNDS }, () => runOnce(texts, read)) }
}

/**
 * From the first task to the last, through processes of their own: bytes there, structures back. What the workers
 * use of the processors does not count as ours, so only the clock tells.
 */
const benchPool = async (texts: readonly string[], bytes: number): Promise<void> => {
  const files = texts.map((text) => Buffer.from(text))
  const one = async (size: number) => {
    const workers = openAppWorkers(readConfig({}), size)
    const round = async (): Promise<number> => {
      const started = performance.now()
      await Promise.all(
        files.map((file) => readFile(workers, { name: 'x.md', bytes: file, register: undefined })),
      )
      return performance.now() - started
    }
    const first = await round()
    for (let i = 1; i < WARMING * size; i++) await round()
    const walls: number[] = []
    for (let i = 0; i < ROUNDS; i++) walls.push(await round())
    await workers.close()
    const speeds = walls.map((ms) => bytes / 1e6 / (ms / 1000))
    return {
      name: `${size} worker${size === 1 ? '' : 's'}`,
      cells: [...spread(speeds), format(bytes / 1e6 / (first / 1000))],
    }
  }
  const sizes = [...new Set([1, defaultSize(), availableParallelism()])]
  const rows = []
  for (const size of sizes) rows.push(await one(size))
  printTable(
    `Reader in processes of their own: the same documents, files → structures, ${ROUNDS} rounds; the server uses ${defaultSize()}; budget ≥ 3 MB/s`,
    ['', 'MB/s median', 'min', 'max', 'first round, with the start'],
    rows,
  )
}

/** Milliseconds for 40 kB and megabytes a second, warm, beside the naive reader in the same run. */
export const benchReader = async (): Promise<void> => {
  const { name, texts } = openCorpus()
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const row = (label: string, read: (text: string) => unknown) => {
    const { first, warm } = measure(texts, read)
    const walls = warm.map(({ wall }) => wall)
    const cpu = median(warm.map((round) => round.cpu))
    const speed = bytes / 1e6 / (median(walls) / 1000)
    const perForty = spread(
      walls.map((ms) => (ms / bytes) * FORTY),
      2,
    )
    return {
      name: label,
      cells: [
        ...perForty,
        format((cpu / bytes) * FORTY, 2),
        format(speed),
        format((first.wall / bytes) * FORTY, 2),
      ],
    }
  }
  printTable(
    `Reader, one thread: ${texts.length} documents (${name}), ${format(bytes / 1024, 0)} kB, ${ROUNDS} rounds after ${WARMING} to warm up; budget ≤ 20 ms per 40 kB, ≥ 3 MB/s`,
    ['', 'ms/40 kB median', 'min', 'max', 'CPU median', 'MB/s', 'first round, cold'],
    [
      row('Bình An: document → structure', (text) => readDocument({ text, agencies: noAgencies })),
      row('peer: numbered lines and dates only', readNaively),
    ],
  )
  await benchPool(texts, bytes)
}
