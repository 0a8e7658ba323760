import type { Certainty } from '../../contract.ts'
import { findAgencies, opensPredicate, readAgencyList } from './agencies.ts'
import { findAttribute, findHeadingLabel, listAttributes, type Attribute } from './attributes.ts'
import { namesOf, setsDate, textOf, toDuty, type Duty, type DutyContext } from './duty.ts'
import { readHeadingNames } from './heading-names.ts'
import { isAllCapitals, toSentenceCase } from './letter-case.ts'
import { slicePiece } from './mapped-text.ts'
import { listAttributeAgencies } from './partners.ts'
import { findOrdered, findSubject, type Subject } from './subjects.ts'
import type { Section } from './types.ts'
import { foldText, lowerFirst } from './words.ts'

/**
 * Lines that say who or with whom make an activity. A line of time alone does so only beside other such
 * lines: `1. Thời gian thực hiện: …` among items that are duties is just one more item.
 */
export const isActivity = (section: Section, own: readonly Attribute[]): boolean => {
  if (own.some((a) => a.kind === 'lead' || a.kind === 'partner')) return true
  if (section.kind === 'roman' || !own.some((a) => a.kind === 'time')) return false
  return section.children.every((child) => findAttribute(child.lead, child.path) !== undefined)
}

/** An item that is an attribute, or whose items are (`b) Cơ quan thực hiện: - Đơn vị chủ trì: …`). */
export const listChildAttributes = (child: Section): readonly Attribute[] => {
  const first = findAttribute(child.lead, child.path, child)
  if (!first) return listBelowLabel(child)
  if (child.children.length > 0 && first.value.text.trim() === '') {
    const below = child.children.flatMap((item) => listChildAttributes(item))
    if (below.some((a) => a.kind === 'lead' || a.kind === 'partner')) return [...below]
  }
  return listAttributes(child.lead, child.path, child)
}

/** `2. Cơ quan chủ trì` over dashes: each dash names some of them; `a) Cơ quan chủ trì`, `b) …` parts them. */
const listBelowLabel = (heading: Section): readonly Attribute[] => {
  const kind = findHeadingLabel(heading)
  if (kind === 'both') {
    const parts = heading.children.flatMap((part) => listChildAttributes(part))
    if (parts.length === 0) return namesBelow(heading, 'lead')
    // Beside those in charge, those who carry it out work along.
    const isLed = heading.children.some((part) => /chủ trì/iu.test(part.lead.text))
    const isDoer = (path: string): boolean =>
      heading.children.some((part) => path.startsWith(part.path) && !/chủ trì/iu.test(part.lead.text))
    return parts.map((part) => (isLed && isDoer(part.path) ? { ...part, kind: 'partner' as const } : part))
  }
  if (kind === 'lead' || kind === 'partner') return namesBelow(heading, kind)
  return kind === 'content'
    ? [{ kind, value: slicePiece(heading.lead, 0, 0), path: heading.path, section: heading }]
    : []
}

const namesBelow = (heading: Section, kind: 'lead' | 'partner'): readonly Attribute[] =>
  heading.children.every((item) => isNameOnly(item) || isUnknownName(item)) &&
  heading.children.some(isNameOnly)
    ? heading.children.map((item) => ({ kind, value: item.lead, path: item.path, section: undefined }))
    : []

/** `Ban Công tác đặc biệt.`: a short item that the vocabulary does not know, and that tells nobody to do anything. */
const isUnknownName = (item: Section): boolean => {
  const text = foldText(item.lead.text).trim()
  return (
    item.children.length === 0 &&
    text.length < 80 &&
    /^\p{Lu}/u.test(text) &&
    readAgencyList(item.lead.text).agencies.length === 0 &&
    !opensPredicate(lowerFirst(text))
  )
}

/** An item that names agencies and says nothing of what they do. */
const isNameOnly = (item: Section): boolean => {
  const { text } = item.lead
  if (item.children.length > 0 || text.length > 160) return false
  const list = readAgencyList(text)
  const rest = foldText(text.slice(list.end)).trim()
  return list.agencies.length > 0 && !rest.startsWith(':') && (rest.length < 40 || !opensPredicate(rest))
}

export const leadsOf = (attributes: readonly Attribute[]): readonly string[] => {
  const lead = attributes.filter((a) => a.kind === 'lead')
  return [...new Set(lead.flatMap((a) => listAttributeAgencies(a.value.text)))]
}

/** An activity: its lines say who, with whom and when; it is one task, unless its content is itself a list. */
export const readActivity = (
  section: Section,
  context: DutyContext,
  attributes: readonly Attribute[],
  out: Duty[],
  visit: (section: Section, context: DutyContext, out: Duty[]) => void,
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

/** Who, when and with whom printed once, below the last of several plain items: meant for all of them. */
export const sharedAttributes = (section: Section): readonly Attribute[] => {
  const last = section.children.at(-1)
  if (!last || section.children.length < 2) return []
  if (section.children.slice(0, -1).some((child) => child.children.length > 0 || child.paragraphs.length > 0))
    return []
  const attributes = last.children.flatMap((child) => listChildAttributes(child))
  return attributes.some((a) => a.kind === 'lead') ? attributes : []
}

/** Lines without a marker after the last item: `Đơn vị chủ trì: …; Đơn vị phối hợp: …` speak of all items. */
export const trailingAttributes = (section: Section): readonly Attribute[] => {
  let last = section.children.at(-1)
  while (last && last.children.length > 0) last = last.children.at(-1)
  const blocks = [...section.paragraphs, ...(last?.paragraphs ?? [])]
  return blocks.flatMap((block) => listAttributes(block, section.path))
}

/** `Tiếp nhận, xử lý đơn thư Ban Thường trực … thực hiện quy trình sau, cụ thể:` names its doer in its midst. */
const findMidway = (heading: string): readonly string[] => {
  const text = foldText(heading)
  if (text.length < 60 || !/(?:cụ thể|như sau|sau|sau đây)\s*:\s*$/u.test(text)) return []
  const doer = findAgencies(heading).find(
    (agency) =>
      agency.kind === 'body' &&
      /(?<!(?:của|với|do|bởi|đến|tới|cho|về|tại|theo|là|và|trong|thuộc|,|;))\s$/u.test(
        text.slice(0, agency.start),
      ) &&
      // `… đối với người ứng cử đại biểu Hội đồng nhân dân như sau:` ends with whom it is about.
      !/^\s*(?:cụ thể|như sau|sau)/u.test(text.slice(agency.end)) &&
      opensPredicate(text.slice(agency.end).trimStart()),
  )
  return doer && doer.start > 20 ? [doer.name] : []
}

/** `… Riêng Ủy ban nhân dân phường A chỉ đạo:` before the items: they are meant for that one alone. */
const findApart = (section: Section): readonly string[] => {
  const last = section.paragraphs.at(-1)?.text.trim() ?? ''
  const apart = /(?:^|[.;]\s+)Riêng\s+(?=[^.;]*:$)/u.exec(last)
  const subject = apart ? findSubject(last.slice(apart.index + apart[0].length)) : undefined
  return subject && subject.place !== 'later' ? namesOf(subject) : []
}

const RESPONSIBLE = /^\s*(?:có|chịu) trách nhiệm(?: (?:thực hiện|tổ chức thực hiện|triển khai))?\s*:\s*$/u

/** What may stand between those who are charged and the colon before their items. */
const CHARGED =
  /^\s*(?:(?:là cơ quan |làm )?(?:chủ trì|đầu mối|thường trực|chủ động))?(?:,? ?(?:và )?(?:phối hợp|cùng|chủ động phối hợp)(?: chặt chẽ)?(?: với)? [^.;:]{2,200})?(?:,? ?(?:tập trung |tổ chức )?(?:thực hiện|triển khai|tham mưu)(?: thực hiện)?(?: (?:tốt|các|những|một số)[^.;:]{0,60})?)?\s*:\s*$/u

/** `II. TRÁCH NHIỆM CỦA SỞ XÂY DỰNG`: the name as running text writes it. */
const findInCapitals = (heading: string): Subject | undefined =>
  isAllCapitals(heading) ? findSubject(toSentenceCase(heading, NO_NAMES)) : undefined
const NO_NAMES: ReadonlyMap<string, string> = new Map()

const ASKS_ALONE = /^\s*(?:trân trọng |kính )?(?:đề nghị|yêu cầu|kêu gọi)\s*:?\s*$/u

/** `… yêu cầu các sở, ban, ngành thực hiện các nhiệm vụ sau:` asks others to act. */
const ASKS_ALL = /^(?:yêu cầu|giao|đề nghị) .*(?:sau|sau đây|như sau)\s*:$/u

interface HeadingLeads {
  readonly leads: readonly string[]
  readonly rule: string
  readonly headed: boolean
}

/** `…; do vậy, yêu cầu các sở, ban, ngành, địa phương:` above the items ends with those whom it orders. */
const findOrderedBelow = (section: Section): readonly string[] => {
  const last = section.paragraphs.at(-1)
  if (
    !last ||
    section.children.length === 0 ||
    !/(?:yêu cầu|đề nghị|giao)[^.;:]{4,200}:\s*$/u.test(last.text)
  )
    return []
  const ordered = findOrdered(last.text)
  const end = ordered.at(-1)?.end
  return end !== undefined && UP_TO_COLON.test(last.text.slice(end))
    ? ordered.map((agency) => agency.name)
    : []
}

const UP_TO_COLON = /^(?:[\s,]|và |địa phương|đơn vị|cá nhân|tổ chức|cơ quan|(?:có )?liên quan)*:\s*$/u

/** Who leads the items below: the agency that the heading is, its subject, or the one its opening addresses. */
export const leadsFromHeading = (section: Section, context: DutyContext): HeadingLeads => {
  const apart = findApart(section)
  if (apart.length > 0) return { leads: apart, rule: 'task.lead.addressed', headed: true }
  const subject = findSubject(section.lead.text) ?? findInCapitals(section.lead.text)
  // `III. Văn phòng Chính phủ trân trọng đề nghị:`: who asks is not who does it.
  if (subject && ASKS_ALONE.test(foldText(section.lead.text).slice(subject.end)))
    return { leads: [], rule: 'task.lead.none', headed: false }
  if (subject) return { leads: namesOf(subject), rule: 'task.lead.heading', headed: true }
  const midway = findMidway(section.lead.text)
  if (midway.length > 0) return { leads: midway, rule: 'task.lead.heading', headed: true }
  const titled = context.sharesOut ? readHeadingNames(section.lead.text) : []
  if (titled.length > 0) return { leads: titled, rule: 'task.lead.heading', headed: true }
  const ordered = findOrderedBelow(section)
  if (ordered.length > 0) return { leads: ordered, rule: 'task.lead.addressed', headed: context.headed }
  for (const block of section.paragraphs) {
    const addressed = findSubject(block.text)
    if (
      addressed &&
      addressed.place === 'start' &&
      /^\s*:\s*$/u.test(foldText(block.text).slice(addressed.end))
    )
      return { leads: namesOf(addressed), rule: 'task.lead.addressed', headed: true }
    // `Giao Sở Tư pháp chủ trì, phối hợp với các cơ quan liên quan:` below a title of what it is about.
    if (addressed && addressed.place !== 'later' && CHARGED.test(foldText(block.text).slice(addressed.end)))
      return { leads: namesOf(addressed), rule: 'task.lead.addressed', headed: true }
    // `Thủ trưởng các sở, Chủ tịch UBND các xã có trách nhiệm:`, also behind `Để nâng cao năng lực …,`.
    if (addressed && RESPONSIBLE.test(foldText(block.text).slice(addressed.end)))
      return { leads: namesOf(addressed), rule: 'task.lead.addressed', headed: true }
    // `Bộ Tài chính chỉ đạo Bảo hiểm xã hội Việt Nam:` before its items.
    const rest = addressed ? foldText(block.text).slice(addressed.end).trim() : ''
    if (
      addressed &&
      addressed.place !== 'later' &&
      /^(?:chỉ đạo|giao|yêu cầu|đề nghị) [^.;:]{3,80}:$/u.test(rest) &&
      !ASKS_ALL.test(rest)
    )
      return { leads: namesOf(addressed), rule: 'task.lead.addressed', headed: true }
    if (addressed && /(?:sau|sau đây|như sau)\s*:?\s*$/u.test(foldText(block.text).trim())) {
      // `Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở …:` whoever is asked has the items, not who asks.
      const asked = /^(?:yêu cầu|giao|đề nghị|chỉ thị)(?![\p{L}\p{M}])/u.test(rest)
        ? findOrdered(block.text).map((agency) => agency.name)
        : []
      const leads = asked.length > 0 ? asked : namesOf(addressed)
      return { leads, rule: 'task.lead.addressed', headed: context.headed }
    }
  }
  return { leads: context.leads, rule: context.rule, headed: context.headed }
}
