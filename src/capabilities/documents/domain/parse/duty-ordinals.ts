import { namesOf, toParagraphDuty, type Duty, type DutyContext } from './duty.ts'
import { isDutyInList } from './listed-duties.ts'
import { slicePiece } from './mapped-text.ts'
import { findSubject, ORDINAL } from './subjects.ts'
import type { Block, Section } from './types.ts'
import { foldText, listMatches } from './words.ts'

/**
 * `Sở Xây dựng tập trung: Thứ nhất, rà soát …. Thứ hai, sơn kẻ …`, in one paragraph or in several: a duty each, of
 * whoever it names, else of whoever the one before it or the words above them name. False where there are none.
 */
export const readOrdinals = (section: Section, context: DutyContext, out: Duty[]): boolean => {
  const parts = listParts([section.lead, ...section.paragraphs])
  if (parts.length < 2 || !parts.every((part) => isDutyInList(withoutOrdinal(part.text)))) return false
  const first = FIRST.exec(foldText(section.lead.text))?.index ?? section.lead.text.length
  const above = findSubject(section.lead.text.slice(0, first).trimEnd())
  let leads = above ? namesOf(above) : context.leads
  let rule = above ? 'task.lead.heading' : context.rule
  for (const part of parts) {
    const own = findSubject(part.text)
    if (own) {
      leads = namesOf(own)
      rule = 'task.lead.previous'
    }
    const inherited = leads.length === 0 ? 'unsure' : rule === 'task.lead.previous' ? 'inferred' : 'stated'
    const told = own ? (['stated', 'task.lead.subject'] as const) : ([inherited, rule] as const)
    out.push(toParagraphDuty(section, part, leads, ...told))
  }
  return true
}

/** The words of a member without what counts it. */
export const withoutOrdinal = (text: string): string =>
  text.slice(ORDINAL.exec(foldText(text))?.[0].length ?? 0)

const FIRST = /(?:[Tt]hứ nhất|[Mm]ột là)(?<=(?:^|[.;:]\s+)(?:[Tt]hứ nhất|[Mm]ột là))(?: là)?\s*[,:]/u
const NEXT = /(?<=^|[.;:]\s+)(?:[Tt]hứ \p{Ll}{2,4}(?: là)?|\p{L}{2,4} là)\s*[,:]\s+/gu

/** The members, each up to the next or to the end of its paragraph; none where they do not begin with the first. */
const listParts = (blocks: readonly Block[]): readonly Block[] => {
  if (!blocks.some((block) => FIRST.test(foldText(block.text)))) return []
  return blocks.flatMap((block) => {
    const marks = listMatches(foldText(block.text), NEXT).filter(({ 0: mark }) => ORDINAL.test(mark))
    return marks.map(({ index }, i) => slicePiece(block, index, marks[i + 1]?.index ?? block.text.length))
  })
}
