import { opensPredicate } from './agencies.ts'
import { findAttribute, listAttributes, listInline } from './attributes.ts'
import { leadsOf } from './duty-activities.ts'
import { isGeneralFormula, looksLikeDuty } from './duty-words.ts'
import { namesOf, setsDate, textOf, toDuty, type Duty, type DutyContext } from './duty.ts'
import { wholeSpan } from './mapped-text.ts'
import { holdsDuties } from './section-roles.ts'
import { findCharged, findSubject, type Subject } from './subjects.ts'
import type { Block, Section } from './types.ts'
import { foldText } from './words.ts'

/** The duty of an item without items of its own: who is told to do what, in this place of the plan. */
export const readLeaf = (section: Section, context: DutyContext, out: Duty[]): void => {
  const role = context.role ?? 'task'
  const text = textOf(section)
  if (section.kind === 'roman' && section.paragraphs.length === 0 && text.length < 60) return
  const own = findSubject(section.lead.text) ?? findSubject(text) ?? findBelow(section)
  const subject = own ?? (context.headed ? undefined : findCharged(text))
  const paragraphAttributes = [section.lead, ...section.paragraphs].flatMap((block, i) => [
    ...(i === 0 ? [] : listAttributes(block, section.path, section)),
    ...listInline(block, section.path, section),
  ])
  if (!holdsDuties(role)) {
    if (!(role === 'award' && (isNamedDuty(subject, text) || setsDate(text)))) return
  } else if ((!subject || subject.place === 'later') && (!looksLikeDuty(text) || isDetail(section, context)))
    return
  if (readParagraphs(section, context, out)) return
  const stated = leadsOf(paragraphAttributes)
  if (stated.length > 0) {
    out.push(toDuty(section, stated, 'task.lead.attribute', 'stated', paragraphAttributes))
    return
  }
  const inherited = context.headed && subject && !overrides(subject, text)
  if (subject && !inherited) {
    out.push(toDuty(section, namesOf(subject), 'task.lead.subject', 'stated', context.attributes))
  } else {
    const certainty = context.leads.length === 0 ? 'unsure' : context.certainty
    out.push(toDuty(section, context.leads, context.rule, certainty, context.attributes))
  }
}

/** A short heading of one item, and the sentence below it that says who. */
const findBelow = (section: Section): Subject | undefined => {
  if (section.paragraphs.length === 0 || section.lead.text.length > 140) return undefined
  for (const block of section.paragraphs) {
    const subject = findSubject(block.text)
    if (subject && (subject.place === 'start' || subject.place === 'order')) return subject
  }
  return undefined
}

/** A section without items whose paragraphs each oblige somebody else: one duty a paragraph. */
const readParagraphs = (section: Section, context: DutyContext, out: Duty[]): boolean => {
  if (section.kind !== 'roman' && section.kind !== 'letter-upper') return false
  const named = section.paragraphs.map((block) => ({ block, subject: findSubject(block.text) }))
  if (named.filter((item) => item.subject).length < 2 && !(named.length === 1 && named[0]?.subject))
    return false
  for (const { block, subject } of named) {
    if (!subject && !looksLikeDuty(block.text)) continue
    const leads = subject ? namesOf(subject) : context.leads
    out.push({
      path: section.path,
      text: block.text,
      leads,
      certainty: subject ? 'stated' : 'unsure',
      rule: subject ? 'task.lead.subject' : context.rule,
      span: wholeSpan(block),
      attributes: [],
      section,
      isActivity: false,
    })
  }
  return true
}

/** Among awards and procedures only what plainly obliges somebody is a duty. */
const isNamedDuty = (subject: Subject | undefined, text: string): boolean =>
  subject !== undefined &&
  !/^(?:cá nhân|tập thể|mọi|toàn thể|cán bộ|người dân|các cá nhân)/iu.test(subject.agencies[0]?.name ?? '') &&
  !/không quá \d|\d+ (?:cá nhân|tập thể)/u.test(text) &&
  opensPredicate(foldText(text.slice(subject.end)).trim()) &&
  text.length > subject.end + 30

/** Below a heading that is an agency only an order or a plain subject names another lead; a request does not. */
const overrides = (subject: Subject, text: string): boolean =>
  subject.place === 'order' || (subject.place === 'start' && text.length > subject.end + 20)

/** Attribute lines and descriptions inside a duty are no duties of their own. */
const isDetail = (section: Section, context: DutyContext): boolean => {
  const attribute = findAttribute(section.lead, section.path)
  if (!attribute) return false
  return attribute.kind !== 'content' || context.role === 'schedule'
}

/** `Điều 2. Giao Sở …` obliges; the formula of entry into force and of execution does not. */
export const readArticle = (section: Section, context: DutyContext, out: Duty[]): void => {
  const text = textOf(section)
  const subject = findSubject(text)
  if (!subject || subject.place !== 'order') return
  out.push(toDuty(section, namesOf(subject), 'task.lead.subject', 'stated', context.attributes))
}

/** A closing that gives one named agency a duty of its own; the order to everybody is a formula. */
export const readClosing = (block: Block, out: Duty[]): void => {
  const subject = findSubject(block.text)
  if (!subject || subject.place === 'later' || subject.place === 'request') return
  if (subject.agencies.some((agency) => agency.kind === 'group' || /(?:^|\s)[Cc]ác\s/u.test(agency.name)))
    return
  const rest = foldText(block.text.slice(subject.end)).trim()
  if (/^(?:yêu cầu|đề nghị|kêu gọi|giao|thông báo|ban hành|mong)/u.test(rest)) return
  if (isGeneralFormula(block.text) && !/theo dõi|đôn đốc|báo cáo|tổng hợp/u.test(rest)) return
  out.push({
    path: '(closing)',
    text: block.text.trim(),
    leads: namesOf(subject),
    certainty: 'stated',
    rule: 'task.closing',
    span: wholeSpan(block),
    attributes: [],
    section: undefined,
    isActivity: false,
  })
}
