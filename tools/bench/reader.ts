import fs from 'node:fs'
import path from 'node:path'
import { noAgencies } from '#capabilities/documents/domain/agency-lookup.ts'
import { readDocument } from '#capabilities/documents/domain/parse/pipeline.ts'
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

/** Milliseconds for 40 kB and megabytes a second, warm, beside the naive reader in the same run. */
export const benchReader = (): void => {
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
    `Reader: ${texts.length} documents (${name}), ${format(bytes / 1024, 0)} kB, ${ROUNDS} rounds after ${WARMING} to warm up; budget ≤ 20 ms per 40 kB, ≥ 3 MB/s`,
    ['', 'ms/40 kB median', 'min', 'max', 'CPU median', 'MB/s', 'first round, cold'],
    [
      row('Bình An: document → structure', (text) => readDocument({ text, agencies: noAgencies })),
      row('peer: numbered lines and dates only', readNaively),
    ],
  )
}
