import type { Certainty, Span } from '../../contract.ts'
import type { Attribute } from './attributes.ts'
import { wholeSpan } from './mapped-text.ts'
import type { SectionRole } from './section-roles.ts'
import type { Subject } from './subjects.ts'
import type { Block, Section } from './types.ts'
import { foldText } from './words.ts'

/** One thing that somebody must do, before its dates are read. */
export interface Duty {
  readonly path: string
  readonly text: string
  readonly leads: readonly string[]
  readonly certainty: Certainty
  readonly rule: string
  readonly span: Span
  /** `Cơ quan phối hợp: …` and the like that belong to it. */
  readonly attributes: readonly Attribute[]
  readonly section: Section | undefined
  /** Its own lines say who works along: the words of its text add nobody. */
  readonly isActivity: boolean
}

/** What an item has from the sections around it. */
export interface DutyContext {
  readonly role: SectionRole | undefined
  readonly leads: readonly string[]
  readonly rule: string
  readonly certainty: Certainty
  /** The leads come from a heading that is an agency: requests to others do not change them. */
  readonly headed: boolean
  readonly attributes: readonly Attribute[]
  /** It stands where the work is shared out: a title that opens like a name is one. */
  readonly sharesOut: boolean
  /** The items open with those who work along: `b) Chủ trì, phối hợp với:` stands above them. */
  readonly joins?: boolean
}

export const toDuty = (
  section: Section,
  leads: readonly string[],
  rule: string,
  certainty: Certainty,
  attributes: readonly Attribute[],
  isActivity = false,
): Duty => ({
  path: section.path,
  text: textOf(section),
  leads,
  certainty,
  rule,
  span: section.span,
  attributes,
  section,
  isActivity,
})

/** One paragraph of a section that is a duty by itself. */
export const toParagraphDuty = (
  section: Section,
  block: Block,
  leads: readonly string[],
  certainty: Duty['certainty'],
  rule: string,
): Duty => ({
  path: section.path,
  text: block.text,
  leads,
  certainty,
  rule,
  span: wholeSpan(block),
  attributes: [],
  section,
  isActivity: false,
})

export const namesOf = (subject: Subject): readonly string[] => subject.agencies.map((agency) => agency.name)

export const textOf = (section: Section): string =>
  [section.lead, ...section.paragraphs]
    .map((block) => block.text)
    .join(' ')
    .trim()

export const setsDate = (text: string): boolean =>
  /(?:trước|chậm nhất|đến hết)[^.;]{0,12}ngày \d{1,2}\/\d{1,2}\/\d{4}/iu.test(foldText(text))
