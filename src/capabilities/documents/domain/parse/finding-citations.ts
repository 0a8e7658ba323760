import { findTypeOfNumber } from './document-types.ts'
import type { Citation, Finding, Span } from '../../contract.ts'
import { findPath, sayDate, unique } from './finding-texts.ts'
import type { Draft } from './types.ts'
import { foldText } from './words.ts'

const say = (citation: Citation): string => `${citation.type} số ${citation.number ?? ''}`.trim()

const pathsOf = (draft: Draft, spans: readonly Span[]): string[] =>
  unique(spans.map((span) => findPath(draft, span.start)))

/** A cited document that is younger than the citing one. */
export const findLateCitations = (draft: Draft): readonly Finding[] => {
  const { issuedOn } = draft.header
  return draft.citations.flatMap((citation) => {
    const date = citation.issuedOn
    if (date === null || date.length < 10) return []
    const late =
      issuedOn !== null && issuedOn.length >= 4
        ? isAfter(date, issuedOn)
        : isLateForYear(draft, citation, date)
    if (!late) return []
    const own =
      issuedOn !== null
        ? `văn bản này (${sayDate(issuedOn)})`
        : `thời điểm có thể ban hành kế hoạch năm ${draft.header.years[0] ?? ''}`
    return [
      {
        kind: 'citation-date-after-issue' as const,
        message: `Văn bản được viện dẫn ${say(citation)} đề ngày ${sayDate(date)}, sau ${own}; cần kiểm tra lại ngày.`,
        paths: pathsOf(draft, citation.spans),
        spans: citation.spans,
      },
    ]
  })
}

const isAfter = (date: string, issued: string): boolean => {
  const length = Math.min(date.length, issued.length)
  return date.slice(0, length) > issued.slice(0, length)
}

/**
 * A plan for a year, itself undated, cannot rest on what was signed in the second half of that year or
 * later: a plan of the year is made before or early in it.
 */
const isLateForYear = (draft: Draft, citation: Citation, date: string): boolean => {
  const year = draft.header.years[0]
  if (year === undefined || draft.header.years.length !== 1) return false
  const inOpening = citation.spans.some((span) => findPath(draft, span.start) === undefined)
  return date.slice(0, 4) > String(year) || (inOpening && date > `${year}-06-30`)
}

/** Tails of numbers that every office knows; a tail one letter away from one of them is a slip. */
const AUTHORITIES: readonly string[] = ['UBND', 'TTG', 'CP', 'TW', 'TU', 'HĐND', 'VPCP', 'QH']
const TYPES: readonly string[] = [
  'KH',
  'QĐ',
  'CT',
  'NQ',
  'NĐ',
  'CĐ',
  'TB',
  'CV',
  'BC',
  'KL',
  'TT',
  'HD',
  'CTR',
  'PA',
  'TTR',
  'ĐA',
  'QC',
]

const letters = (tail: string): string => tail.replace(/[^\p{L}]/gu, '').toUpperCase()

const known = new Set(TYPES.flatMap((type) => AUTHORITIES.map((authority) => type + authority)))

const SPACED = 'có khoảng trắng thừa'

const toMalformed = (draft: Draft, citation: Citation, why: string): Finding => ({
  kind: 'malformed-number',
  message: `Số, ký hiệu “${citation.number ?? ''}” ${why}; cần kiểm tra lại với bản gốc.`,
  paths: pathsOf(draft, citation.spans),
  spans: citation.spans,
})

/** `Chỉ thị số 49-NQ/TW`, `187/KHUBND`, `32/2007NQ-CP`: the sign says another kind, or has lost a stroke. */
const sayMisnamed = (draft: Draft, citation: Citation, number: string): string | undefined => {
  if (/\d{4}\p{Lu}{2}-/u.test(number)) return 'thiếu dấu “/” giữa năm và ký hiệu'
  if (/\/(?:KH|QĐ|CT|NQ|TB|BC|CĐ|TTr)(?:UBND|HĐND|TTg|CP)$/u.test(number))
    return 'thiếu dấu “-” trong ký hiệu'
  const told = findTypeOfNumber(number)
  const named = citation.spans.some((span) => {
    const words = foldText(draft.original.slice(span.start, span.end)).replace(/\s+/gu, ' ')
    return (
      told !== undefined &&
      DIRECTIVES.test(words) &&
      told !== citation.type &&
      // A joint resolution may carry the plain sign.
      !citation.type.startsWith(`${told} `) &&
      OFTEN_MIXED.includes(told)
    )
  })
  return named ? `mang ký hiệu của loại văn bản khác (${told ?? ''}, không phải ${citation.type})` : undefined
}

/** Kinds that one would not call by each other's names; a decision that issues a plan may be called either. */
const OFTEN_MIXED: readonly string[] = ['chỉ thị', 'nghị quyết', 'nghị định', 'thông tư']
const DIRECTIVES = /^(?:Chỉ thị|Nghị quyết|Nghị định|Thông tư) /u

/** `297/KH-UBNDT`: a tail that nobody has, one letter away from one that everybody knows. */
export const findMalformedNumbers = (draft: Draft): readonly Finding[] =>
  draft.citations.flatMap((citation) => {
    const number = citation.number
    if (number === null) return []
    const named = sayMisnamed(draft, citation, number)
    if (named !== undefined) return [toMalformed(draft, citation, named)]
    // `36-HD/BTCTW`: the Party writes the kind before the stroke.
    if (!/^\d+\p{Ll}?\//u.test(number))
      return hasInnerSpace(draft, citation) ? [toMalformed(draft, citation, SPACED)] : []
    const tail = letters(number.slice(number.indexOf('/') + 1).replace(/^\d{4}\//u, ''))
    const meant = known.has(tail) ? undefined : [...known].find((candidate) => isOneAway(tail, candidate))
    const spaced = hasInnerSpace(draft, citation)
    if (meant === undefined && !spaced) return []
    return [toMalformed(draft, citation, meant === undefined ? SPACED : 'có phần ký hiệu khác thường')]
  })

const hasInnerSpace = (draft: Draft, citation: Citation): boolean =>
  citation.spans.some((span) =>
    /\d\/\p{Lu}{1,4} - ?\p{Lu}|\d(?:\/\d{4})?\/\p{Lu}{1,4}- \p{Lu}|\d ?- ?(?:KH|QĐ|CT|NQ|KL|CTr) ?\/ \p{Lu}|\d(?: -|- | - )(?:KH|QĐ|CT|NQ|KL|CTr)\/\p{Lu}/u.test(
      // The end of a line is no blank that somebody typed.
      foldText(draft.original.slice(span.start, span.end).replace(/\s*\n\s*/gu, '')),
    ),
  )

/** One letter added, left out or changed; the first letter holds. */
export const isOneAway = (a: string, b: string): boolean => {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4)
    return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  if (a.length === b.length) return a.slice(i + 1) === b.slice(i + 1)
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1)
}

/** Two numbers for what looks like one document: same kind, same day, same office, figures alike. */
export const findTwinNumbers = (draft: Draft): readonly Finding[] => {
  const dated = draft.citations.filter(
    (c) => c.number !== null && c.issuedOn !== null && c.issuedOn.length === 10,
  )
  const byDay = new Map<string, Citation[]>()
  for (const citation of dated) {
    const key = `${citation.type}|${citation.issuedOn}`
    byDay.set(key, [...(byDay.get(key) ?? []), citation])
  }
  return [...byDay.values()].flatMap((group) =>
    group.flatMap((a, i) =>
      group.slice(i + 1, i + 30).flatMap((b) =>
        isTwin(a.number ?? '', b.number ?? '')
          ? [
              {
                kind: 'same-date-different-numbers' as const,
                message: `Hai số khác nhau cho văn bản cùng loại, cùng ngày ${sayDate(a.issuedOn ?? '')}: ${a.number ?? ''} và ${b.number ?? ''}; có thể là một văn bản ghi nhầm số.`,
                paths: pathsOf(draft, [...a.spans, ...b.spans]),
                spans: [...a.spans, ...b.spans],
              },
            ]
          : [],
      ),
    ),
  )
}

/** Figures of one length that differ in one or two places but do not follow each other. */
export const isTwin = (a: string, b: string): boolean => {
  const [left, right] = [/^\d+/u.exec(a)?.[0] ?? '', /^\d+/u.exec(b)?.[0] ?? '']
  if (left === '' || left === right || left.length !== right.length || left.length < 2) return false
  const [tailA, tailB] = [letters(a), letters(b)]
  if (tailA !== tailB && !isOneAway(tailA, tailB)) return false
  const differing = [...left].filter((digit, i) => digit !== right[i]).length
  return differing <= Math.max(1, left.length - 1) && Math.abs(Number(left) - Number(right)) > 5
}
