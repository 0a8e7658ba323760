import { toOldToneMarks } from '#kernel/vietnamese.ts'
import type { Citation, OutlineNode, Span, Structure } from '../contract.ts'
import { listAmendingSentences, type AmendingSentence } from './amending-sentences.ts'
import { toNumberKey } from './citation-link.ts'

/** `parts`: only what is named changes; `whole`: what the new plan no longer has has ended. */
export type AmendmentScope = 'whole' | 'parts'

/** What a document says of itself as an amendment of another. */
export interface Amendment {
  readonly scope: AmendmentScope
  /** The words that say so. */
  readonly words: string
  /** The documents that can be meant, the named one first. */
  readonly citations: readonly Citation[]
  /** Only of `parts`. */
  readonly sentences: readonly AmendingSentence[]
}

/** Documents that assign work; an amended law or decree is no plan of ours. */
const PLAN =
  '(?:kế\\s+hoạch|chương\\s+trình|chỉ\\s+thị|quyết\\s+định|công\\s+điện|đề\\s+án|phương\\s+án|thông\\s+báo|công\\s+văn)'
const LEAD =
  '^(?:(?:v/v|về\\s+việc|kế\\s+hoạch|quyết\\s+định|ban\\s+hành\\s+(?:kế\\s+hoạch|quyết\\s+định))\\s+)*'
const VERB =
  '(?:sửa\\s+đổi(?:\\s*(?:,|và)\\s*bổ\\s+sung)?|bổ\\s+sung|điều\\s+chỉnh(?:\\s*(?:,|và)\\s*bổ\\s+sung)?|bãi\\s+bỏ|hủy\\s+bỏ|đính\\s+chính|gia\\s+hạn)'
/** `một số nội dung của`, `khoản 2 Mục III`, `thời hạn tại`: what of the plan is amended, if it is said. */
const PART =
  '(?:(?:một\\s+số|các|nội\\s+dung|nhiệm\\s+vụ|chỉ\\s+tiêu|thời\\s+(?:hạn|gian)|phụ\\s+lục|điều|khoản|điểm|mục|phần|danh\\s+mục)(?![\\p{L}])[^.;]{0,80}?)?'
const PARTS = new RegExp(`${LEAD}${VERB}\\s+${PART}\\s*${PLAN}(?![\\p{L}])`, 'iu')
/** "Bãi bỏ Quyết định số …" ends a document, not parts of one: that document is withdrawn by a person. */
const REPEAL = new RegExp(`${LEAD}(?:bãi|hủy)\\s+bỏ\\s+(?:toàn\\s+bộ\\s+)?${PLAN}(?![\\p{L}])`, 'iu')
const WHOLE_SUBJECT = new RegExp(`${LEAD}thay\\s+thế\\s+(?:toàn\\s+bộ\\s+)?${PLAN}\\s+(?:số|năm|về)`, 'iu')
/** "Kế hoạch này thay thế Kế hoạch số …" */
const WHOLE_BODY = new RegExp(
  `${PLAN}\\s+này\\s+(?:có\\s+hiệu\\s+lực[^.;]{0,80}?\\s+và\\s+)?thay\\s+thế\\s+(?:cho\\s+)?(?:toàn\\s+bộ\\s+)?${PLAN}\\s+số`,
  'iu',
)

/** Where the body ends for those who look for sentences: at the list of recipients. */
const FOOT = /\n\s*nơi\s+nhận\s*[:/]/iu
export const findFoot = (text: string): number => FOOT.exec(text)?.index ?? text.length

const ofSubject = (subject: string, citations: readonly Citation[]): Citation[] => {
  const number = toNumberKey(/số:?\s*(\d[\p{L}\p{N}/.-]*)/iu.exec(subject)?.[1] ?? null)
  const type = new RegExp(PLAN, 'iu')
    .exec(subject.replace(new RegExp(`${LEAD}${VERB}`, 'iu'), ''))?.[0]
    .toLowerCase()
  const named = citations.filter((one) => number !== null && toNumberKey(one.number) === number)
  if (named.length > 0) return named
  return number === null ? citations.filter((one) => one.type === type && one.number !== null) : []
}

/**
 * Whether a document amends another, by its subject or by a sentence of its own: "Sửa đổi, bổ sung một số nội dung
 * của Kế hoạch số …" names parts, "thay thế Kế hoạch số …" the whole. A plan that carries out an amended law does
 * not amend a plan.
 */
export const findAmendment = (
  structure: Pick<Structure, 'document' | 'citations'>,
  text: string,
): Amendment | undefined => {
  const subject = toOldToneMarks(structure.document.subject ?? '').trim()
  const { citations } = structure
  if (REPEAL.test(subject)) return undefined
  if (PARTS.test(subject))
    return {
      scope: 'parts',
      words: structure.document.subject ?? '',
      citations: ofSubject(subject, citations),
      sentences: listAmendingSentences(text, findFoot(text)),
    }
  if (WHOLE_SUBJECT.test(subject))
    return { scope: 'whole', words: subject, citations: ofSubject(subject, citations), sentences: [] }
  const sentence = WHOLE_BODY.exec(text)
  if (!sentence) return undefined
  const end = sentence.index + sentence[0].length
  const named = citations.filter((one) =>
    one.spans.some((span) => span.start < end && end - 4 <= span.end && span.start > sentence.index),
  )
  return { scope: 'whole', words: sentence[0].replace(/\s+/gu, ' '), citations: named, sentences: [] }
}

/** The clause of a document that holds a place; the innermost. */
export const findHolder = (nodes: readonly OutlineNode[], place: number): string => {
  const holder = nodes.find((node) => node.span.start <= place && place < node.span.end)
  return holder ? findHolder(holder.children, place) || holder.path : ''
}

/** Whether a span lies in another. */
export const isInside = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.start < outer.end
