import type { Span, Structure } from '../contract.ts'
import { findAmendment, findFoot, findHolder, isInside } from './amendment.ts'
import { readDocument, type ReadingInput } from './parse/pipeline.ts'

/**
 * Reads a document. In one that amends parts of another, the new words of each clause are read as the clause will
 * stand in the plan, without the sentence that brings them and its quotation marks: "Sửa đổi khoản 2 Mục III như
 * sau: “2. Sở Xây dựng …”" gives the duty of Sở Xây dựng, and "Bãi bỏ khoản 4" is nobody's duty.
 */
export const readAmending = (input: ReadingInput): Structure => {
  const first = readDocument(input)
  const sentences = findAmendment(first, input.text)?.sentences ?? []
  if (sentences.length === 0 || first.refused?.code === 'secret') return first
  const regions = sentences.map(({ span, content }) => ({
    start: span.start,
    end: Math.max(span.end, content?.end ?? 0),
  }))
  const body = { start: Math.min(...regions.map((region) => region.start)), end: findFoot(input.text) }
  const anew = sentences.slice(0, MOST).flatMap(({ span, content }) => {
    if (!content) return []
    const read = readDocument({ ...input, text: withOnly(input.text, body, span, content) })
    return [{ read, content, path: findHolder(first.outline, span.start) }]
  })
  const merge = <T extends Said>(listOf: (structure: Structure) => readonly T[]): T[] =>
    [
      ...listOf(first).filter(
        (one) => !regions.some((region) => isInside(one.span, region)) && !isFormula(one),
      ),
      ...anew.flatMap(({ read, content, path }) =>
        listOf(read)
          .filter((one) => isInside(one.span, content))
          .map((one) => ({ ...one, path: path || one.path })),
      ),
    ].toSorted((a, b) => a.span.start - b.span.start)
  return {
    ...first,
    // One that only ends clauses gives nobody a duty and is still work to be followed.
    refused: null,
    tasks: merge((one) => one.tasks),
    targets: merge((one) => one.targets),
    deadlines: merge((one) => one.deadlines),
    reporting: merge((one) => one.reporting),
    triggers: merge((one) => one.triggers),
    findings: first.findings.filter(
      (finding) =>
        !OF_FORM.has(finding.kind) ||
        !finding.spans.some((span) => regions.some((region) => isInside(span, region))),
    ),
  }
}

/** More clauses than any amendment has; each costs one reading. */
const MOST = 40

interface Said {
  readonly path: string
  readonly span: Span
}

/** What the form of an amendment looks like to one who takes it for a plan: numbers out of order, no lead. */
const OF_FORM: ReadonlySet<string> = new Set([
  'task-without-lead',
  'duplicated-section-number',
  'skipped-section-number',
])

/** "Các nội dung khác … không thay đổi" gives nobody a duty. */
const isFormula = (one: Said & { readonly text?: string }): boolean =>
  /^(?:các|những)\s+nội\s+dung\s+(?:khác|còn\s+lại).*(?:không\s+thay\s+đổi|giữ\s+nguyên|thực\s+hiện\s+theo)/isu.test(
    one.text ?? '',
  )

/** How a numbered line begins: the sign, the number, what follows it. */
const MARKED = /^([ \t]*)(\d{1,2}|[IVX]{1,5}|[a-zđ])([.)])/gmu
const COUNTS: readonly (readonly string[])[] = [
  Array.from({ length: 30 }, (_, i) => String(i + 1)),
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'],
  [...'abcdđeghiklmnopqrstuvxy'],
]

/** A clause that is added as number 5 begins a text of its own here: counted from the first, at the same length. */
const countFromOne = (content: string): string => {
  const first = /^\s*(\d{1,2}|[IVX]{1,5}|[a-zđ])([.)])/u.exec(content)
  const counts = COUNTS.find((list) => list.includes(first?.[1] ?? ''))
  if (!first || !counts) return content
  let at = 0
  return content.replace(MARKED, (whole, indent: string, label: string, sign: string) => {
    if (sign !== first[2] || !counts.includes(label)) return whole
    const next = counts[at++] ?? label
    return next.length > label.length
      ? whole
      : `${indent}${next}${sign}${' '.repeat(label.length - next.length)}`
  })
}

/**
 * The text with nothing in its body but the new words of one clause, as the first item of a list; blanks for
 * everything else, so that every offset stays true.
 */
const withOnly = (text: string, body: Span, head: Span, content: Span): string => {
  const words = countFromOne(text.slice(content.start, content.end))
  const isMarked = /^\s*(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)]|^\s*[-+•]/u.test(words)
  const before = isMarked
    ? toBlank(text.slice(body.start, content.start))
    : `${toBlank(text.slice(body.start, head.start))}1.${' '.repeat(content.start - head.start - 2)}`
  return (
    text.slice(0, body.start) +
    before +
    words +
    toBlank(text.slice(content.end, body.end)) +
    text.slice(Math.max(content.end, body.end))
  )
}

const toBlank = (text: string): string => text.replace(/[^\n]/gu, (letter) => ' '.repeat(letter.length))
