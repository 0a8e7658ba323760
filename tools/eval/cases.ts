import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readSource } from './source.ts'

export interface ExpectedTask {
  readonly path: string
  readonly lead: readonly string[]
  readonly partners?: readonly string[]
  readonly due?: string | null
  readonly recurrence?: string | null
}

export interface ExpectedTarget {
  readonly path: string
  readonly about: string
  readonly comparator: string
  readonly value: number | readonly number[] | null
  readonly unit: string | null
}

export interface ExpectedDeadline {
  readonly path: string
  readonly on: string | null
  readonly recurrence: string | null
  readonly kind: string
}

/** What a careful reader finds in one document; parts that nobody wrote down are undefined. */
export interface Expectation {
  readonly document: Readonly<Record<string, unknown>>
  /** Path → marker. */
  readonly outline: readonly string[]
  /** The seeds name only the numbered items of some sections: others are not counted against the reader. */
  readonly outlineOf?: readonly string[]
  readonly citations: readonly (readonly (string | null)[])[]
  readonly tasks?: readonly ExpectedTask[]
  /** Section → how many tasks it holds. */
  readonly taskCounts?: Readonly<Record<string, number>>
  /** Path → agencies and how many tasks they have there. */
  readonly taskAgencies?: readonly (readonly [string, string, number])[]
  readonly partners?: readonly (readonly [string, string])[]
  readonly targets: readonly ExpectedTarget[]
  readonly deadlines: readonly ExpectedDeadline[]
  readonly findings: readonly string[]
}

export interface Case {
  readonly name: string
  readonly text: string
  readonly expected: Expectation
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

/** Documents with expectations of somebody's own: `DIR/*.json`, each `source` as a path within `DIR`. */
export const listOwnCases = async (folder: string): Promise<Case[]> =>
  await listGoldCases(folder, folder, 'own')

/** The five sources with their seeds, the practice documents with their expectations, and the invented ones. */
export const listCases = async (shared: string, root: string): Promise<Case[]> => [
  ...(await listSeedCases(shared)),
  ...(await listGoldCases(shared, path.join(root, 'test/expected'), 'practice')),
  ...(await listGoldCases(root, path.join(root, 'test/expected-fictional'), 'invented')),
]

interface Seed {
  document: Record<string, unknown> & { year?: number; signatory?: unknown }
  outline: Record<string, string[]>
  citations: (string | null)[][]
  agencies?: [string, string, number][]
  tasks?: Record<string, number>
  partners?: [string, string][]
  targets?: { path: string; about: string; cmp: string; value?: number | number[]; unit?: string }[]
  deadlines?: { path: string; date?: string; kind: string }[]
  findings?: string[]
}

const listSeedCases = async (shared: string): Promise<Case[]> => {
  const file = path.join(shared, 'expected/seeds.json')
  if (!existsSync(file)) return []
  const cases: Case[] = []
  for (const [name, seed] of Object.entries(readJson<Record<string, Seed>>(file))) {
    const text = await readSource(path.join(shared, 'documents', name))
    if (text !== undefined) cases.push({ name: `source ${name.slice(0, 3)}`, text, expected: fromSeed(seed) })
  }
  return cases
}

const fromSeed = (seed: Seed): Expectation => {
  const { year, ...document } = seed.document
  return {
    document: { ...document, years: year === undefined ? [] : [year] },
    outline: Object.entries(seed.outline).flatMap(([parent, children]) => [
      ...(parent.includes('.') ? [] : [parent]),
      ...children.map((child) => toPath(parent, child)),
    ]),
    outlineOf: Object.keys(seed.outline),
    citations: seed.citations,
    ...(seed.tasks ? { taskCounts: seed.tasks } : {}),
    ...(seed.agencies ? { taskAgencies: seed.agencies } : {}),
    ...(seed.partners ? { partners: seed.partners } : {}),
    targets: (seed.targets ?? []).map((t) => ({
      path: t.path,
      about: t.about,
      comparator: t.cmp,
      value: t.value ?? null,
      unit: t.unit ?? null,
    })),
    deadlines: (seed.deadlines ?? []).map((d) => ({
      path: d.path,
      on: d.date ?? null,
      recurrence: null,
      kind: d.kind,
    })),
    findings: (seed.findings ?? []).map(toFindingKind),
  }
}

/** The seeds describe findings in words; the kind comes first, two of them under older names. */
const toFindingKind = (words: string): string => {
  if (words.startsWith('missing-appendix')) return 'missing-annex'
  if (words.startsWith('same-date different numbers')) return 'same-date-different-numbers'
  if (words.startsWith('page-number noise')) return 'page-number-noise'
  return /^[a-z-]+/u.exec(words)?.[0] ?? words
}

/** `1.6` under `II.1` is `II.1.6`. */
const toPath = (parent: string, child: string): string => {
  const last = parent.split('.').at(-1) ?? ''
  return child.startsWith(`${last}.`) ? `${parent}.${child.slice(last.length + 1)}` : `${parent}.${child}`
}

interface Gold {
  source: string
  document: Record<string, unknown>
  outline: Record<string, string>
  citations: (string | null)[][]
  tasks: ExpectedTask[]
  targets: {
    path: string
    about?: string
    indicator?: string
    comparator: string
    value: number | number[] | null
    unit: string | null
  }[]
  deadlines: ExpectedDeadline[]
  findings: { kind: string }[]
}

/** `base` is where the paths of the documents begin. */
const listGoldCases = async (base: string, folder: string, kind: string): Promise<Case[]> => {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const cases: Case[] = []
  for (const name of names.sort()) {
    const gold = readJson<Gold>(path.join(folder, name))
    const text = await readSource(path.join(base, gold.source))
    if (text !== undefined)
      cases.push({ name: `${kind} ${name.replace('.json', '')}`, text, expected: fromGold(gold) })
  }
  return cases
}

const fromGold = (gold: Gold): Expectation => {
  const { document, citations, tasks, deadlines } = gold
  return {
    document,
    outline: Object.keys(gold.outline),
    citations,
    tasks,
    targets: gold.targets.map((t) => ({ ...t, about: t.about ?? t.indicator ?? '' })),
    deadlines,
    findings: gold.findings.map((f) => f.kind),
  }
}
