import type { Certainty, Span } from '../../contract.ts'
import { opensPredicate, toLeads } from './agencies.ts'
import { findAttribute, listAttributes, listInline, type Attribute } from './attributes.ts'
import { isGeneralFormula, isOpeningDuty, looksLikeDuty } from './duty-words.ts'
import { listAttributeAgencies } from './partners.ts'
import { decideRole, holdsDuties, type SectionRole } from './section-roles.ts'
import { findCharged, findOrdered, findSubject, type Subject } from './subjects.ts'
import { wholeSpan } from './mapped-text.ts'
import type { Block, Body, Section } from './types.ts'
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

interface Context {
  readonly role: SectionRole | undefined
  readonly leads: readonly string[]
  readonly rule: string
  readonly certainty: Certainty
  /** The leads come from a heading that is an agency: requests to others do not change them. */
  readonly headed: boolean
  readonly attributes: readonly Attribute[]
}

/** Several stages ask for the duties of one body; they are the same each time. */
const known = new WeakMap<Body, readonly Duty[]>()

/** The duties of the body in the order of the text; the rows of annex tables are read elsewhere. */
export const listDuties = (body: Body): readonly Duty[] => {
  const before = known.get(body)
  if (before) return before
  const duties = readDuties(body)
  known.set(body, duties)
  return duties
}

const readDuties = (body: Body): readonly Duty[] => {
  const duties: Duty[] = []
  const opening = toOpeningLeads(body)
  const context: Context = {
    role: undefined,
    leads: opening,
    rule: opening.length > 0 ? 'task.lead.opening' : 'task.lead.none',
    certainty: 'inferred',
    headed: false,
    attributes: [],
  }
  for (const section of body.sections) visit(section, context, duties)
  for (const block of body.closing) readClosing(block, duties)
  return duties
}

/** A directive names its addressees once, before the first item. */
const toOpeningLeads = (body: Body): readonly string[] => {
  const last = body.opening.at(-1)
  if (!last || !/(?:sau|sau đây|như sau|gồm|yêu cầu|chỉ thị)\s*:?\s*$/u.test(foldText(last.text).trim()))
    return []
  return toLeads(findOrdered(last.text).map((agency) => agency.name))
}

const visit = (section: Section, context: Context, out: Duty[]): void => {
  const role = decideRole(section.lead.text, context.role)
  if (section.kind === 'article' && section.children.length === 0) {
    readArticle(section, context, out)
    return
  }
  const inner = { ...context, role }
  const own = section.children.flatMap((child) => listChildAttributes(child))
  if (isActivity(section, own)) {
    readActivity(section, inner, own, out)
  } else if (section.children.length === 0) readLeaf(section, inner, out)
  else readHeading(section, inner, out)
}

/**
 * Lines that say who or with whom make an activity. A line of time alone does so only beside other such
 * lines: `1. Thời gian thực hiện: …` among items that are duties is just one more item.
 */
const isActivity = (section: Section, own: readonly Attribute[]): boolean => {
  if (own.some((a) => a.kind === 'lead' || a.kind === 'partner')) return true
  if (section.kind === 'roman' || !own.some((a) => a.kind === 'time')) return false
  return section.children.every((child) => findAttribute(child.lead, child.path) !== undefined)
}

/** An item that is an attribute, or whose items are (`b) Cơ quan thực hiện: - Đơn vị chủ trì: …`). */
const listChildAttributes = (child: Section): readonly Attribute[] => {
  const first = findAttribute(child.lead, child.path, child)
  if (!first) return []
  if (child.children.length > 0 && first.value.text.trim() === '') {
    const below = child.children.flatMap((item) => listChildAttributes(item))
    if (below.some((a) => a.kind === 'lead' || a.kind === 'partner')) return [...below]
  }
  return listAttributes(child.lead, child.path, child)
}

const leadsOf = (attributes: readonly Attribute[]): readonly string[] => {
  const lead = attributes.filter((a) => a.kind === 'lead')
  return toLeads([...new Set(lead.flatMap((a) => listAttributeAgencies(a.value.text)))])
}

/** An activity: its lines say who, with whom and when; it is one task, unless its content is itself a list. */
const readActivity = (
  section: Section,
  context: Context,
  attributes: readonly Attribute[],
  out: Duty[],
): void => {
  const stated = leadsOf(attributes)
  const headed = stated.length > 0 ? stated : leadsFromHeading(section, context).leads
  const leads = headed.length > 0 ? headed : context.leads
  const rule = stated.length > 0 ? 'task.lead.attribute' : context.rule
  const certainty: Certainty = stated.length > 0 ? 'stated' : leads.length > 0 ? 'inferred' : 'unsure'
  const content = attributes.find((a) => a.kind === 'content' && (a.section?.children.length ?? 0) > 1)
  if (content?.section) {
    for (const child of content.section.children) {
      if (child.children.length === 0) out.push(toDuty(child, leads, rule, certainty, attributes, true))
      else visit(child, { ...context, role: 'task', leads, rule, certainty, headed: true, attributes }, out)
    }
  } else {
    const lettered = attributes.find((a) => a.kind === 'content' && a.section?.kind === 'letter')
    out.push(toDuty(lettered?.section ?? section, leads, rule, certainty, attributes, true))
  }
  for (const child of section.children) {
    const steps = child.kind === 'paren' || child.kind === 'arabic-paren'
    if (steps && !findAttribute(child.lead, child.path) && setsDate(textOf(child))) {
      const others = attributes.filter((attribute) => attribute.kind !== 'time')
      out.push(toDuty(child, leads, rule, certainty, others, true))
    }
  }
  for (const attribute of attributes) {
    for (const child of attribute.section?.children ?? []) {
      if (attribute.kind === 'content' || findAttribute(child.lead, child.path)) continue
      const subject = findSubject(textOf(child))
      if (subject && subject.place === 'start' && textOf(child).length > subject.end + 15) {
        out.push(toDuty(child, namesOf(subject), 'task.lead.subject', 'stated', []))
      }
    }
  }
}

const readHeading = (section: Section, context: Context, out: Duty[]): void => {
  const { leads, rule, headed } = leadsFromHeading(section, context)
  const trailing = trailingAttributes(section)
  const stated = leadsOf(trailing)
  const inner: Context = {
    role: context.role,
    leads: stated.length > 0 ? stated : leads,
    rule: stated.length > 0 ? 'task.lead.attribute' : rule,
    certainty: stated.length > 0 || headed ? 'stated' : 'inferred',
    headed: headed || context.headed,
    attributes: trailing.length > 0 ? trailing : context.attributes,
  }
  if (holdsDuties(context.role ?? 'task')) readOpening(section, inner, out)
  const shared = sharedAttributes(section)
  const below =
    shared.length > 0
      ? {
          ...inner,
          leads: leadsOf(shared),
          rule: 'task.lead.shared',
          certainty: 'inferred' as const,
          attributes: shared,
        }
      : inner
  for (const child of section.children) visit(child, below, out)
}

/** Who, when and with whom printed once, below the last of several plain items: meant for all of them. */
const sharedAttributes = (section: Section): readonly Attribute[] => {
  const last = section.children.at(-1)
  if (!last || section.children.length < 2) return []
  if (section.children.slice(0, -1).some((child) => child.children.length > 0 || child.paragraphs.length > 0))
    return []
  const attributes = last.children.flatMap((child) => listChildAttributes(child))
  return attributes.some((a) => a.kind === 'lead') ? attributes : []
}

/** The paragraph between a heading and its items, when it obliges by itself. */
const readOpening = (section: Section, context: Context, out: Duty[]): void => {
  const paragraphs = section.paragraphs.filter((block) => !findAttribute(block, section.path))
  const inLead = isLeadDuty(section)
  const blocks = inLead ? [section.lead, ...paragraphs] : paragraphs
  const text = blocks.map((block) => block.text).join(' ')
  if (text === '' || !context.headed || (!inLead && !isOpeningDuty(text))) return
  const first = blocks[0] as Block
  const last = blocks.at(-1) as Block
  const span = { start: wholeSpan(first).start, end: wholeSpan(last).end }
  out.push({
    path: section.path,
    text,
    leads: context.leads,
    certainty: context.certainty,
    rule: 'task.opening-paragraph',
    span,
    attributes: [],
    section,
    isActivity: false,
  })
}

/** The line of the marker is itself a long duty, and its items only go on with it. */
const isLeadDuty = (section: Section): boolean => {
  const text = section.lead.text
  if (section.kind === 'roman' || text.length < 140) return false
  const subject = findSubject(text)
  const predicate = subject ? text.slice(subject.end) : text
  if (predicate.length > 200 && (foldText(predicate).match(/[\p{L}\d]\.\s+\p{Lu}/gu) ?? []).length > 0)
    return true
  return predicate.length > 110 && isOpeningDuty(predicate.trim())
}

/** Lines without a marker after the last item: `Đơn vị chủ trì: …; Đơn vị phối hợp: …` speak of all items. */
const trailingAttributes = (section: Section): readonly Attribute[] => {
  let last = section.children.at(-1)
  while (last && last.children.length > 0) last = last.children.at(-1)
  const blocks = [...section.paragraphs, ...(last?.paragraphs ?? [])]
  return blocks.flatMap((block) => listAttributes(block, section.path))
}

interface HeadingLeads {
  readonly leads: readonly string[]
  readonly rule: string
  readonly headed: boolean
}

/** Who leads the items below: the agency that the heading is, its subject, or the one its opening addresses. */
const leadsFromHeading = (section: Section, context: Context): HeadingLeads => {
  const subject = findSubject(section.lead.text)
  if (subject) return { leads: toLeads(namesOf(subject)), rule: 'task.lead.heading', headed: true }
  for (const block of section.paragraphs) {
    const addressed = findSubject(block.text)
    if (addressed && /(?:sau|sau đây|như sau)\s*:?\s*$/u.test(foldText(block.text).trim())) {
      return { leads: toLeads(namesOf(addressed)), rule: 'task.lead.addressed', headed: context.headed }
    }
  }
  return { leads: context.leads, rule: context.rule, headed: context.headed }
}

const namesOf = (subject: Subject): readonly string[] => subject.agencies.map((agency) => agency.name)

const textOf = (section: Section): string =>
  [section.lead, ...section.paragraphs]
    .map((block) => block.text)
    .join(' ')
    .trim()

const readLeaf = (section: Section, context: Context, out: Duty[]): void => {
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
    out.push(toDuty(section, toLeads(namesOf(subject)), 'task.lead.subject', 'stated', context.attributes))
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
const readParagraphs = (section: Section, context: Context, out: Duty[]): boolean => {
  if (section.kind !== 'roman' && section.kind !== 'letter-upper') return false
  const named = section.paragraphs.map((block) => ({ block, subject: findSubject(block.text) }))
  if (named.filter((item) => item.subject).length < 2 && !(named.length === 1 && named[0]?.subject))
    return false
  for (const { block, subject } of named) {
    if (!subject && !looksLikeDuty(block.text)) continue
    const leads = subject ? toLeads(namesOf(subject)) : context.leads
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

const setsDate = (text: string): boolean =>
  /(?:trước|chậm nhất|đến hết)[^.;]{0,12}ngày \d{1,2}\/\d{1,2}\/\d{4}/iu.test(foldText(text))

/** Below a heading that is an agency only an order or a plain subject names another lead; a request does not. */
const overrides = (subject: Subject, text: string): boolean =>
  subject.place === 'order' || (subject.place === 'start' && text.length > subject.end + 20)

/** Attribute lines and descriptions inside a duty are no duties of their own. */
const isDetail = (section: Section, context: Context): boolean => {
  const attribute = findAttribute(section.lead, section.path)
  if (!attribute) return false
  return attribute.kind !== 'content' || context.role === 'schedule'
}

/** `Điều 2. Giao Sở …` obliges; the formula of entry into force and of execution does not. */
const readArticle = (section: Section, context: Context, out: Duty[]): void => {
  const text = textOf(section)
  const subject = findSubject(text)
  if (!subject || subject.place !== 'order') return
  out.push(toDuty(section, namesOf(subject), 'task.lead.subject', 'stated', context.attributes))
}

/** A closing that gives one named agency a duty of its own; the order to everybody is a formula. */
const readClosing = (block: Block, out: Duty[]): void => {
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

const toDuty = (
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
