import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { check, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { OutlineNode } from '../src/capabilities/documents/contract.ts'
import { noAgencies } from '../src/capabilities/documents/domain/agency-lookup.ts'
import { readDocument } from '../src/capabilities/documents/domain/parse/pipeline.ts'
import { SAMPLE } from '../src/capabilities/documents/domain/parse/sample-plan.test-data.ts'

/** Own sample always; the practice texts too where they are at hand. */
const listTexts = (): string[] => {
  const shared = process.env['BINHAN_SHARED'] ?? path.resolve('../shared')
  const folders = ['documents', 'corpus']
    .map((name) => path.join(shared, name))
    .filter((name) => existsSync(name))
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|md)$/u.test(name))
      .map((name) => path.join(folder, name)),
  )
  return [SAMPLE, ...files.map((file) => readFileSync(file, 'utf8'))]
}

const texts = listTexts()

/** Stages that failed and spans that leave the text. */
const listFaults = (text: string): string[] => {
  const faults: string[] = []
  const read = readDocument({
    text,
    agencies: noAgencies,
    onFailure: (stage, error) => faults.push(`${stage}: ${String(error)}`),
  })
  const visit = (nodes: readonly OutlineNode[]): void => {
    for (const { path: where, span, children } of nodes) {
      if (span.start < 0 || span.end > text.length || span.end < span.start) faults.push(where)
      visit(children)
    }
  }
  visit(read.outline)
  const values = [
    ...read.tasks,
    ...read.targets,
    ...read.deadlines,
    ...read.reporting,
    ...read.triggers,
    ...read.tables,
  ]
  for (const { span, path: where } of values)
    if (span.start < 0 || span.end > text.length || span.end < span.start) faults.push(where)
  for (const span of read.citations.flatMap((c) => c.spans))
    if (span.end > text.length) faults.push('citation')
  return faults
}

test('every text as it is', () => {
  expect(texts.flatMap((text, i) => listFaults(text).map((fault) => `${i}: ${fault}`))).toEqual([])
})

test('texts torn, doubled, shuffled, and with slips of a scanner', () => {
  const mutation = record({
    text: constantFrom(...texts),
    kind: constantFrom('cut', 'double', 'reverse', 'slip', 'join'),
    from: integer({ min: 0, max: 1000 }),
    size: integer({ min: 1, max: 400 }),
  })
  const outcome = check(
    property(
      mutation,
      ({ text, kind, from, size }) => listFaults(mutate(text, kind, from, size)).length === 0,
    ),
    { numRuns: 150 },
  )
  expect(outcome.counterexample).toBeNull()
})

/** A window of a text, changed; windows keep each run short. */
const mutate = (text: string, kind: string, from: number, size: number): string => {
  const start = Math.floor((text.length * from) / 1000)
  const part = text.slice(start, start + 6000)
  const [a, b, c] = [part.slice(0, size), part.slice(size, size * 2), part.slice(size * 2)]
  switch (kind) {
    case 'cut':
      return a + c
    case 'double':
      return a + b + b + c
    case 'reverse':
      return part.split('\n').toReversed().join('\n')
    case 'slip':
      return part.replaceAll(/[oaeu]/gu, (letter, at: number) => (at % size === 0 ? '|' : letter))
    default:
      return part.replaceAll('\n', ' ')
  }
}
