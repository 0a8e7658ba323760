import type { ExtractedDeadline, ExtractedTask } from '../../contract.ts'
import { datesOf, rhythmOf } from './known-dates.ts'
import type { Duty } from './duty.ts'
import { findPartners, listAttributeAgencies } from './partners.ts'
import { foldText, singleSpaced } from './words.ts'

/** The tasks of the body: who leads, who works along, by when, how often, and what comes out. */
export const readTasks = (
  duties: readonly Duty[],
  deadlines: readonly ExtractedDeadline[],
): readonly ExtractedTask[] => {
  const byPath = new Map<string, ExtractedDeadline[]>()
  for (const deadline of deadlines)
    byPath.set(deadline.path, [...(byPath.get(deadline.path) ?? []), deadline])
  return duties.map((duty) => toTask(duty, byPath))
}

const toTask = (duty: Duty, byPath: ReadonlyMap<string, readonly ExtractedDeadline[]>): ExtractedTask => {
  const dates = listOwnDates(duty, byPath)
  return {
    path: duty.path,
    text: singleSpaced(duty.text).trim(),
    lead: [...duty.leads],
    partners: [...toPartners(duty)],
    due: toDue(dates),
    recurrence: dates.findLast((d) => d.recurrence !== null)?.recurrence ?? findRhythm(duty),
    output: toOutput(duty),
    span: duty.span,
    rule: duty.rule,
    certainty: duty.certainty,
  }
}

/** Those of its lines stand for an activity; elsewhere the words of the duty come first, then the lines of its group. */
const toPartners = (duty: Duty): readonly string[] => {
  const lines = duty.attributes
    .filter((a) => a.kind === 'partner')
    .flatMap((a) => listAttributeAgencies(a.value.text))
  const own = duty.isActivity && lines.length > 0 ? [] : findPartners(duty.text)
  // `Cơ quan thực hiện: Sở A chủ trì, phối hợp với Sở B …` names both in one line.
  const beside = duty.attributes.filter((a) => a.kind === 'lead').flatMap((a) => findPartners(a.value.text))
  const leads = new Set(duty.leads.map((lead) => lead.toLowerCase()))
  return [...new Set([...own, ...lines, ...beside])].filter((name) => !leads.has(name.toLowerCase()))
}

/** The dates of the item itself and of the lines that say when. */
const listOwnDates = (
  duty: Duty,
  byPath: ReadonlyMap<string, readonly ExtractedDeadline[]>,
): readonly ExtractedDeadline[] => {
  const paths = new Set([duty.path, ...duty.attributes.filter((a) => a.kind === 'time').map((a) => a.path)])
  return [...paths]
    .flatMap((path) => byPath.get(path) ?? [])
    .filter((d) => d.path !== duty.path || (d.span.start >= duty.span.start && d.span.end <= duty.span.end))
}

const BINDING: readonly string[] = ['due', 'report', 'month', 'period']

/** The last date that binds; a start, an event or a horizon is no end. */
const toDue = (dates: readonly ExtractedDeadline[]): string | null => {
  const ends = dates.filter(
    (d) => d.on !== null && BINDING.includes(d.kind) && d.rule !== 'deadline.period-end',
  )
  return ends.reduce<string | null>(
    (latest, d) => (latest === null || endOf(d.on) > endOf(latest) ? d.on : latest),
    null,
  )
}

const endOf = (on: string | null): string => on?.split('/').at(-1) ?? ''

/** Nouns that own their rhythm: the budget of each year is no yearly task. */
const OWNED =
  /(?:ngân sách|dự toán|kinh phí|kế hoạch|nghị quyết|chương trình|thường niên|vốn|chi tiêu|thống kê|số liệu|tăng trưởng|báo cáo tài chính)[^,;.]{0,40}$/u

/** How often, from the words of the duty: `Định kỳ hằng quý …`, `… hằng năm`. */
const findRhythm = (duty: Duty): string | null => {
  const pieces = [duty.text, ...duty.attributes.filter((a) => a.kind === 'time').map((a) => a.value.text)]
  for (const [i, piece] of pieces.entries()) {
    const text = foldText(piece)
    for (const mention of datesOf(text)) {
      if (mention.precision !== 'recurring' || /^mỗi/iu.test(text.slice(mention.start, mention.end))) continue
      const before = text.slice(Math.max(0, mention.start - 80), mention.start).toLowerCase()
      if (i === 0 && OWNED.test(before) && !/định kỳ\s*$/u.test(before)) continue
      return rhythmOf(mention)
    }
  }
  return null
}

const toOutput = (duty: Duty): string | null => {
  const output = duty.attributes.find((a) => a.kind === 'output')?.value.text.trim()
  return output ? output.replace(/\s+/gu, ' ').replace(/[.;]$/u, '') : null
}
