import { array, check, constantFrom, integer, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OutlineNode, Span, Structure } from '../../contract.ts'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument, STAGES, toReader } from './pipeline.ts'
import { SAMPLE } from './sample-plan.test-data.ts'

const listSpans = (structure: Structure): Span[] => {
  const nodes = (list: readonly OutlineNode[]): Span[] => list.flatMap((n) => [n.span, ...nodes(n.children)])
  return [
    ...Object.values(structure.headerSpans).map((h) => h.span),
    ...nodes(structure.outline),
    ...structure.citations.flatMap((c) => c.spans),
    ...structure.findings.flatMap((f) => f.spans),
    ...[
      ...structure.tasks,
      ...structure.targets,
      ...structure.deadlines,
      ...structure.reporting,
      ...structure.triggers,
      ...structure.tables,
    ].map((v) => v.span),
  ]
}

/** True when every stage did its part and every span lies in the text. */
const isSound = (text: string): boolean => {
  const failed: string[] = []
  const read = readDocument({ text, agencies: noAgencies, onFailure: (stage) => failed.push(stage) })
  return (
    failed.length === 0 &&
    listSpans(read).every((span) => span.start >= 0 && span.end >= span.start && span.end <= text.length)
  )
}

describe('no input makes it throw or point outside the text', () => {
  test('anything', () => {
    const outcome = check(property(oneof(string(), string({ unit: 'binary' })), isSound), { numRuns: 200 })
    expect(outcome.counterexample).toBeNull()
  })

  test('pieces of documents in any order', () => {
    const piece = constantFrom(
      ...SAMPLE.split('\n'),
      'I.',
      '1.',
      'a)',
      '(1)',
      '- ',
      '+ ',
      'Điều 1.',
      'Phụ lục',
      '|',
      '| a | b |',
      '1.1.',
      '**',
      '<sup>1</sup>',
      '\u0301',
      '',
      ' ',
    )
    const glue = constantFrom('\n', ' ', '\n\n', '')
    const outcome = check(
      property(array(piece, { maxLength: 60 }), glue, (pieces, between) => isSound(pieces.join(between))),
      { numRuns: 200 },
    )
    expect(outcome.counterexample).toBeNull()
  })

  test('a document with characters cut out and put in', () => {
    const cut = integer({ min: 0, max: SAMPLE.length })
    const outcome = check(
      property(cut, cut, string({ maxLength: 6 }), (a, b, put) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        return isSound(SAMPLE.slice(0, from) + put + SAMPLE.slice(to))
      }),
      { numRuns: 300 },
    )
    expect(outcome.counterexample).toBeNull()
  })
})

describe('what is not there', () => {
  test.each(['', ' ', '\n\n\n', '|', '---\n---', '**', 'I.'])(
    '%j gives an empty structure and a reason',
    (text) => {
      const read = readDocument({ text, agencies: noAgencies })
      expect(read.refused?.code).toBe('too-short')
      expect([read.tasks, read.targets, read.deadlines, read.citations]).toEqual([[], [], [], []])
    },
  )

  test('a lookup that fails does not take the rest with it', () => {
    const read = readDocument({
      text: SAMPLE,
      agencies: {
        known: true,
        find: () => {
          throw new Error('the register is away')
        },
      },
    })
    expect(read.document.number).toBe('12/KH-UBND')
    expect(read.outline).toHaveLength(2)
    expect(read.findings[0]?.message).toContain('Một bước đọc không chạy được: kiểm tra cơ quan')
  })
})

describe('a step that cannot be run', () => {
  const whole = readDocument({ text: SAMPLE, agencies: noAgencies })
  const failing = (name: string) =>
    toReader(
      STAGES.map((stage) => ({
        ...stage,
        run: (draft) => {
          if (stage.name === name) throw new Error('hỏng')
          return stage.run(draft)
        },
      })),
    )

  test.each(STAGES.map(({ name, title }) => [name, title]))(
    '%s is said first among the findings, and the document is not refused for it',
    (name, title) => {
      const heard: string[] = []
      const read = failing(name)({
        text: SAMPLE,
        agencies: noAgencies,
        onFailure: (stage) => heard.push(stage),
      })
      expect(heard).toContain(name)
      expect(read.refused).toBeNull()
      const said = read.findings.filter((finding) => finding.kind === 'stage-failed')
      expect(said[0]?.message).toContain(`không chạy được: ${title}.`)
      expect(read.findings[0]).toBe(said[0])
    },
  )

  test('takes nothing of the others with it', () => {
    const read = failing('targets')({ text: SAMPLE, agencies: noAgencies })
    expect(read.targets).toEqual([])
    for (const key of ['document', 'outline', 'citations', 'deadlines', 'triggers', 'tables'] as const)
      expect(read[key]).toEqual(whole[key])
    expect(read.tasks).toHaveLength(whole.tasks.length)
  })

  test('gives no document with a mark of secrecy away', () => {
    const read = failing('header')({ text: `MẬT\n${SAMPLE}`, agencies: noAgencies })
    expect(read.refused?.code).toBe('secret')
    expect(read.findings).toEqual([])
  })

  test('is said by none when all run', () => {
    expect(whole.findings.filter((finding) => finding.kind === 'stage-failed')).toEqual([])
  })
})
