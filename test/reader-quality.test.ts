import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { noAgencies } from '#capabilities/documents/domain/agency-lookup.ts'
import { readDocument } from '#capabilities/documents/domain/parse/pipeline.ts'
import { listCases, type Case } from '../tools/eval/cases.ts'
import { compare, FIELDS, type Field } from '../tools/eval/compare.ts'
import { addScore, f1, newScore, recall, type Score } from '../tools/eval/score.ts'

/**
 * What the reader must reach over documents that it was not written for; the five it was written for must
 * reach more. Expectations stand in `test/expected` and `test/expected-fictional`, written by reading.
 */
const FLOORS: Readonly<Record<string, Partial<Record<Field, number>>>> = {
  source: { outline: 1, document: 1, citations: 0.98, tasks: 0.97, targets: 0.95 },
  practice: { outline: 0.95, document: 0.95, citations: 0.95, tasks: 0.9, targets: 0.85 },
  invented: { outline: 0.95, document: 0.95, citations: 0.95, tasks: 0.9, targets: 0.85 },
}
const DEADLINE_RECALL: Readonly<Record<string, number>> = { source: 1, practice: 0.9, invented: 0.9 }

const shared = process.env['BINHAN_SHARED'] ?? '../shared'
const kinds = existsSync(path.join(shared, 'corpus')) ? ['source', 'practice', 'invented'] : ['invented']

let cases: readonly Case[] = []
beforeAll(async () => {
  cases = await listCases(shared, process.cwd())
})

const total = (kind: string): Record<Field, Score> => {
  const sums = Object.fromEntries(FIELDS.map((field) => [field, newScore()])) as Record<Field, Score>
  for (const one of cases.filter(({ name }) => name.startsWith(kind))) {
    const scores = compare(one.expected, readDocument({ text: one.text, agencies: noAgencies }))
    for (const field of FIELDS) addScore(sums[field], scores[field])
  }
  return sums
}

describe.each(kinds)('%s documents', (kind) => {
  it('are read as well as was promised', () => {
    const sums = total(kind)
    expect(sums.tasks.right).toBeGreaterThan(20)
    for (const [field, floor] of Object.entries(FLOORS[kind] ?? {}))
      expect(f1(sums[field as Field]), field).toBeGreaterThanOrEqual(floor)
    expect(recall(sums.deadlines), 'deadlines').toBeGreaterThanOrEqual(DEADLINE_RECALL[kind] ?? 1)
  })
})

describe('the sources', () => {
  it.each(kinds.filter((kind) => kind === 'source'))('%s: every listed finding is raised', (kind) => {
    expect(recall(total(kind).findings)).toBe(1)
  })

  it('never lack the invented documents', () => {
    expect(cases.filter(({ name }) => name.startsWith('invented')).length).toBeGreaterThanOrEqual(8)
  })
})

describe('the comparison itself', () => {
  it('finds fault with a reading that has lost its agencies', () => {
    const one = cases.find(({ name }) => name.startsWith('invented'))
    expect(one).toBeDefined()
    if (!one) return
    const read = readDocument({ text: one.text, agencies: noAgencies })
    const robbed = { ...read, tasks: read.tasks.map((task) => ({ ...task, lead: [] })), outline: [] }
    const scores = compare(one.expected, robbed)
    expect(f1(scores.tasks)).toBeLessThan(0.5)
    expect(f1(scores.outline)).toBeLessThan(0.5)
  })
})
