import type { ExtractedTarget, Finding } from '../../contract.ts'
import { findHolder, sayDate, unique } from './finding-texts.ts'
import type { Draft, Section } from './types.ts'
import { foldText } from './words.ts'

const IGNORED = new Set([
  'tỷ',
  'lệ',
  'tỉ',
  'đạt',
  'được',
  'các',
  'số',
  'có',
  'của',
  'và',
  'hoặc',
  'trên',
  'địa',
  'bàn',
  'là',
  'trong',
  'phấn',
  'đấu',
])
const OPPOSITES = ['không', 'chưa', 'ngoài', 'dưới', 'trước', 'sau']

/** The same indicator with two values, unless they are for two years. */
export const findContradictions = (draft: Draft): readonly Finding[] => {
  const measured = draft.targets
    .filter((target) => target.value !== null && target.indicator.split(' ').length >= 3)
    .map((target) => ({ target, words: toWords(target.indicator), years: listYears(draft, target) }))
  const findings: Finding[] = []
  const byFirst = new Map<string, typeof measured>()
  for (const one of measured) {
    for (const word of one.words) {
      for (const other of (byFirst.get(word) ?? []).slice(-40)) {
        if (findings.length < 40 && contradict(one, other) && !isListed(findings, one.target, other.target)) {
          findings.push(toFinding(other.target, one.target))
        }
      }
    }
    const rarest = [...one.words].sort((a, b) => b.length - a.length)[0]
    if (rarest !== undefined) byFirst.set(rarest, [...(byFirst.get(rarest) ?? []), one])
  }
  return findings
}

interface Measured {
  readonly target: ExtractedTarget
  readonly words: ReadonlySet<string>
  readonly years: readonly string[]
}

const toWords = (indicator: string): ReadonlySet<string> =>
  new Set(
    foldText(indicator)
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '' && !IGNORED.has(word)),
  )

const contradict = (a: Measured, b: Measured): boolean => {
  if (a.target.unit !== b.target.unit || a.target.direction !== b.target.direction) return false
  if (JSON.stringify(a.target.value) === JSON.stringify(b.target.value)) return false
  if (OPPOSITES.some((word) => a.words.has(word) !== b.words.has(word))) return false
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  const all = new Set([...a.words, ...b.words]).size
  if (shared < 3 || shared / all < 0.85) return false
  return a.years.length === 0 || b.years.length === 0 || a.years.some((year) => b.years.includes(year))
}

/** The years that its sentence speaks of, else those of the nearest heading that names any. */
const listYears = (draft: Draft, target: ExtractedTarget): readonly string[] => {
  // The name of a row of a table bears the year that its column or a row above sets.
  const texts = [`${draft.original.slice(target.span.start, target.span.end)} ${target.indicator}`]
  let level: readonly Section[] = draft.body.sections
  for (;;) {
    const inner = findHolder(level, target.span.start)
    if (!inner) break
    if (inner.children.length > 0) texts.splice(1, 0, inner.lead.text)
    level = inner.children
  }
  for (const text of texts) {
    const years = unique([...text.matchAll(/(?<!\d)20\d\d(?!\d)/gu)].map((match) => match[0]))
    if (years.length > 0) return years
  }
  return []
}

const isListed = (findings: readonly Finding[], a: ExtractedTarget, b: ExtractedTarget): boolean =>
  findings.some(
    (f) => f.spans.some((s) => s.start === a.span.start) && f.spans.some((s) => s.start === b.span.start),
  )

const say = (target: ExtractedTarget): string => {
  const value = Array.isArray(target.value) ? target.value.join(' - ') : String(target.value)
  return `${value.replace('.', ',')}${target.unit === '%' ? '%' : target.unit ? ` ${target.unit}` : ''}`
}

const toFinding = (a: ExtractedTarget, b: ExtractedTarget): Finding => ({
  kind: 'contradictory-targets',
  message: `Chỉ tiêu “${a.indicator}” có hai giá trị khác nhau: ${say(a)} tại mục ${a.path} và ${say(b)} tại mục ${b.path}.`,
  paths: unique([a.path, b.path]),
  spans: [a.span, b.span],
})

/** A date of handing in or completing that lies before the day of signing. */
export const findEarlyDeadlines = (draft: Draft): readonly Finding[] => {
  const issued = draft.header.issuedOn
  if (issued === null || issued.length < 7) return []
  return draft.deadlines.flatMap((deadline) => {
    const on = deadline.on?.split('/').at(-1)
    if (!on || !/^\d{4}-\d{2}/u.test(on) || (deadline.kind !== 'due' && deadline.kind !== 'report')) return []
    const length = Math.min(on.length, issued.length)
    if (on.slice(0, length) >= issued.slice(0, length)) return []
    return [
      {
        kind: 'deadline-before-signing' as const,
        message: `Thời hạn ${sayDate(on)} tại mục ${deadline.path} sớm hơn ngày ký văn bản (${sayDate(issued)}).`,
        paths: [deadline.path],
        spans: [deadline.span],
      },
    ]
  })
}
