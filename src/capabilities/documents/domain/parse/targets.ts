import type { Citation, ExtractedTarget, Span } from '../../contract.ts'
import { blankOut, listSentences, sentenceAt } from './clauses.ts'
import { datesOf } from './known-dates.ts'
import { sortSpans, toLocal } from './local-spans.ts'
import { toSpan } from './mapped-text.ts'
import { listPlaces, type Place } from './places.ts'
import { AIMED, COULD_AIM, readGoals } from './target-clauses.ts'
import type { Goal } from './target-goals.ts'
import type { Body, MappedText } from './types.ts'
import { foldText, listMatches } from './words.ts'

/** The targets of the body, each at its own path; target tables are read with the tables. */
export const readTargets = (body: Body, citations: readonly Citation[]): readonly ExtractedTarget[] => {
  const cited = sortSpans(citations.flatMap((citation) => citation.spans))
  const found: { place: Place; targets: readonly ExtractedTarget[] }[] = []
  for (const place of listPlaces(body)) {
    if (
      place.role === 'situation' ||
      place.role === 'budget' ||
      place.role === 'scope' ||
      place.role === 'slogan'
    )
      continue
    if (PRAISE.test(place.block.text)) continue
    if (place.attribute === 'lead' || place.attribute === 'partner' || place.attribute === 'time') continue
    const aims = holdsAims(place)
    found.push({ place, targets: readPiece(place.block, place.path, aims, cited) })
  }
  const all = found.flatMap((item) => item.targets)
  return [...all, ...listUnmeasured(found)].sort((a, b) => a.span.start - b.span.start)
}

/** `Đánh giá cao …, góp phần đạt mục tiêu tăng trên 8%`: what a notice praises is done, not aimed at. */
const PRAISE =
  /^[\s\-+*]*(?:Cơ bản )?(?:Đánh giá cao|Ghi nhận|Biểu dương|Hoan nghênh|Cảm ơn|Chúc mừng|Đồng ý với)(?![\p{L}\p{M}])/u

/** Aims stand under Mục tiêu, Chỉ tiêu; purposes count too, requirements do not. */
const holdsAims = (place: Place): boolean => {
  if (place.role === 'target') return true
  if (place.role !== 'purpose') return false
  const nearest = [...place.parents, ...(place.section ? [place.section] : [])].at(-1)
  const headings = [...place.parents.map((p) => p.lead.text), nearest?.lead.text ?? ''].map((h) =>
    foldText(h).toLowerCase(),
  )
  return !headings.some((heading) => /^\s*(?:yêu cầu|nguyên tắc)/u.test(heading))
}

/** The targets of one paragraph or cell. */
export const readPiece = (
  piece: MappedText,
  path: string,
  aims: boolean,
  cited: readonly Span[],
): readonly ExtractedTarget[] => {
  const text = foldText(piece.text)
  if (!COULD_AIM.test(text)) return []
  const dates = datesOf(text).filter(
    // `không quá 24 giờ` is how long, not when.
    (date) => date.precision !== 'time' || !/(?:không quá|dưới|tối đa)\s*$/u.test(text.slice(0, date.start)),
  )
  const hidden = [...toLocal(piece, cited), ...dates, ...listBrackets(text), ...listNamed(text)]
  const masked = blankOut(text, hidden)
  const targets: ExtractedTarget[] = []
  const sentences = listSentences(text, false)
  for (const { start, end } of listSentences(text, true)) {
    const sentence = sentenceAt(sentences, start)
    const aimed = sentence !== undefined && AIMED.test(text.slice(sentence.start, start).toLowerCase())
    const goals = readGoals(text.slice(start, end), masked.slice(start, end), start, { aims, aimed })
    for (const goal of goals) {
      const target = toTarget(goal, piece, path)
      const before = targets.at(-1)
      // `Đến năm 2035: đạt 60%` after a named figure: the same thing, further on.
      const nameless = before !== undefined && /^[%‰]?$/u.test(goal.indicator)
      targets.push(nameless ? { ...target, indicator: before.indicator, certainty: 'inferred' } : target)
    }
  }
  return targets
}

const QUOTED_NAME =
  /(?<=(?:thi đua|phong trào|cao điểm|chiến dịch|vận động|chương trình|đề án|chủ đề|khẩu hiệu|mô hình|thông điệp)(?: mang tên| với chủ đề)?:? )"[^"]{3,160}"/giu

/** `phong trào "500 ngày đêm thi đua hoàn thành 3.000 km cao tốc"`: the name of a drive is no aim of the duty. */
const listNamed = (text: string): { start: number; end: number }[] =>
  text.includes('"')
    ? listMatches(text, QUOTED_NAME).map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
      }))
    : []

/** What stands in brackets composes or explains a figure; it is none of its own, but `(trong đó … đạt 40%)` is. */
const listBrackets = (text: string): { start: number; end: number }[] =>
  listMatches(text, /\((?!\s*(?:trong đó|phấn đấu))[^()]{1,400}\)/gu)
    // `mục tiêu tăng trưởng kinh tế được giao (8%)` has its figure in them.
    .filter(
      ({ 0: bracket, index }) =>
        !/^\(\d[\d.,]*\s?%\)$/u.test(bracket) ||
        !/(?:mục tiêu [^,;.()]{3,60} giao|[Tt]oàn bộ|[Tt]ất cả)\s*$/u.test(
          text.slice(Math.max(0, index - 90), index),
        ),
    )
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))

const toTarget = (goal: Goal, piece: MappedText, path: string): ExtractedTarget => ({
  path,
  indicator: piece.text.includes(goal.indicator) ? goal.indicator : goal.indicator.trim(),
  comparator: goal.comparator,
  value: goal.value === null || typeof goal.value === 'number' ? goal.value : [goal.value[0], goal.value[1]],
  unit: goal.unit,
  direction: goal.direction,
  baseline: goal.baseline,
  span: toSpan(piece, goal.start, goal.end),
  rule: goal.rule,
  // `không để xảy ra …` says its nought in words; a rise or fall without a figure has to be looked at.
  certainty: goal.rule === 'target.without-figure' ? 'inferred' : 'stated',
})

const COMPLETES = /^(?:hoàn thành|hoàn thiện|triển khai hoàn|xây dựng (?:một|hoàn)|hình thành)/u

/** Beside figures for the same year, an item that only names what is to be completed is a target without a value. */
const listUnmeasured = (
  found: readonly { place: Place; targets: readonly ExtractedTarget[] }[],
): readonly ExtractedTarget[] => {
  const measured = new Set(
    found.filter((item) => item.targets.length > 0).map((item) => parentPath(item.place)),
  )
  return found.flatMap(({ place, targets }) => {
    const parent = place.parents.at(-1)
    if (targets.length > 0 || !place.isLead || place.isHeading || !parent || place.role !== 'target')
      return []
    const dated =
      /mục tiêu|chỉ tiêu/u.test(parent.lead.text.toLowerCase()) && /năm \d{4}/u.test(parent.lead.text)
    const text = foldText(place.block.text).trim()
    if (!dated || !measured.has(parentPath(place)) || !COMPLETES.test(text.toLowerCase())) return []
    return [
      {
        path: place.path,
        indicator: text.replace(/[.;]\s*$/u, '').slice(0, 240),
        comparator: '=' as const,
        value: null,
        unit: null,
        direction: null,
        baseline: null,
        span: toSpan(place.block, 0, place.block.text.length),
        rule: 'target.without-figure',
        certainty: 'unsure' as const,
      },
    ]
  })
}

const parentPath = (place: Place): string => place.parents.at(-1)?.path ?? ''
