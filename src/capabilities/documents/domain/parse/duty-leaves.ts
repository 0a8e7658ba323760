import { opensPredicate, readAgencyList } from './agencies.ts'
import { findAttribute, listAttributes, listInline } from './attributes.ts'
import { leadsOf } from './duty-activities.ts'
import { readOrdinals, withoutOrdinal } from './duty-ordinals.ts'
import { isGeneralFormula, looksLikeDuty } from './duty-words.ts'
import { namesOf, setsDate, textOf, toDuty, toParagraphDuty, type Duty, type DutyContext } from './duty.ts'
import { isDutyInList } from './listed-duties.ts'
import { slicePiece, wholeSpan } from './mapped-text.ts'
import { holdsDuties, type SectionRole } from './section-roles.ts'
import { findCharged, findSubject, type Subject } from './subjects.ts'
import type { Block, Section } from './types.ts'
import { foldText } from './words.ts'

/** The duty of an item without items of its own: who is told to do what, in this place of the plan. */
export const readLeaf = (section: Section, context: DutyContext, out: Duty[]): void => {
  const role = context.role ?? 'task'
  const text = textOf(section)
  if (section.kind === 'roman' && section.paragraphs.length === 0 && text.length < 60 && !isShortOrder(text))
    return
  const looksAt = /^nội dung (?:kiểm tra|giám sát|khảo sát|thanh tra)/iu.test(
    foldText(section.lead.text).trim(),
  )
  if (section.kind === 'roman' && looksAt && !findSubject(text)) return
  const own = findTold(section) ?? findSubject(section.lead.text) ?? findInWhole(section, text)
  const subject = own ?? (context.headed ? undefined : (findCharged(section.lead.text) ?? findCharged(text)))
  const paragraphAttributes = [section.lead, ...section.paragraphs].flatMap((block, i) => [
    ...(i === 0 ? [] : listAttributes(block, section.path, section)),
    ...listInline(block, section.path, section),
  ])
  // `Ban Thường trực yêu cầu các đồng chí … thực hiện nghiêm túc kế hoạch này.` is the formula of the end.
  if (subject && /^\s*(?:yêu cầu|đề nghị)/u.test(text.slice(subject.end)) && isGeneralFormula(text)) return
  // `Sở A đã chủ trì …` tells what was done, `đã được giao …` who has to.
  if (
    subject &&
    subject.place !== 'order' &&
    /^\s*đã (?!được (?:giao|phân công))/u.test(text.slice(subject.end))
  )
    return
  if (!holdsDuties(role)) {
    if (!obligesAnyway(role, section, subject, text)) return
  } else if ((!subject || subject.place === 'later') && (!looksLikeDuty(text) || isDetail(section, context)))
    return
  if (holdsDuties(role) && readOrdinals(section, context, out)) return
  if (readParagraphs(section, context, out)) return
  readFollowers(section, out)
  const stated = leadsOf(paragraphAttributes)
  if (stated.length > 0) {
    out.push(toDuty(section, stated, 'task.lead.attribute', 'stated', paragraphAttributes))
    return
  }
  const along = context.joins === true ? readAgencyList(section.lead.text) : undefined
  if (along?.agencies[0]?.start === 0) {
    const value = slicePiece(section.lead, 0, along.end)
    const partner = { kind: 'partner', value, path: section.path, section: undefined } as const
    out.push(
      toDuty(section, context.leads, context.rule, context.certainty, [...context.attributes, partner]),
    )
    return
  }
  const inherited = context.headed && subject && !overrides(subject, text) && !isAskedApart(subject, context)
  if (subject && !inherited) {
    out.push(toDuty(section, namesOf(subject), 'task.lead.subject', 'stated', context.attributes))
  } else {
    const certainty = context.leads.length === 0 ? 'unsure' : context.certainty
    out.push(toDuty(section, context.leads, context.rule, certainty, context.attributes))
  }
  if (subject) readOthers(section, namesOf(subject), out)
}

/** `II. Sở Xây dựng rà soát điểm đen.`: a whole sentence, however short, is no heading. */
const isShortOrder = (text: string): boolean => {
  const subject = /[.;]\s*$/u.test(text) ? findSubject(text) : undefined
  return subject !== undefined && opensPredicate(foldText(text.slice(subject.end)).trim())
}

/**
 * `1. Các địa phương phát động …` and in paragraphs of their own `Bộ Quốc phòng huy động …`, `Bộ Xây dựng hướng dẫn …`:
 * each body that is told there has a duty of its own.
 */
const readOthers = (section: Section, leads: readonly string[], out: Duty[]): void => {
  if (section.kind === 'dash' || section.lead.text.length < 60) return
  for (const [i, block] of section.paragraphs.entries()) {
    // A sentence that the end of a page cut in two has no new doer in its second half.
    const before = (section.paragraphs[i - 1] ?? section.lead).text.trimEnd()
    if (!/[.;!?][\])"”]*$/u.test(before)) continue
    const subject = /^[-+*]/u.test(block.text) ? undefined : findSubject(block.text)
    if (!subject || (subject.place !== 'start' && subject.place !== 'order')) continue
    const names = namesOf(subject)
    if (subject.agencies.some(({ kind }) => kind === 'group') || names.some((name) => leads.includes(name)))
      continue
    const rest = foldText(block.text.slice(subject.end)).trim()
    if (rest.length < 40 || !opensPredicate(rest) || /^(?:đã|là|có|được) /u.test(rest)) continue
    out.push(toParagraphDuty(section, block, names, 'stated', 'task.lead.subject'))
  }
}

/** Short, or a matter at length before a colon: `Về kiến nghị hoàn thiện …:`. */
const isTitle = (text: string): boolean => text.length <= 140 || /^Về .*:\s*$/su.test(text)

/** The sentence below a title of plain words says who, before whatever the two together seem to say. */
const findInWhole = (section: Section, text: string): Subject | undefined => {
  const whole = findSubject(text)
  const isPlain = section.kind !== 'dash' && !/[,.;:]/u.test(section.lead.text)
  return whole?.place === 'later' && isPlain ? (findBelow(section) ?? whole) : (whole ?? findBelow(section))
}

/** A short heading of one item, and the sentence below it that says who. */
const findBelow = (section: Section): Subject | undefined => {
  if (section.paragraphs.length === 0 || !isTitle(section.lead.text)) return undefined
  const named = section.paragraphs.map((block) => ({ block, subject: findSubject(block.text) }))
  const plain = named.find(({ subject }) => subject?.place === 'start' || subject?.place === 'order')
  // `Bước 4: Lập Đề án.` and below it `Trên cơ sở đề nghị của …, Sở Xây dựng chủ trì …`.
  const later = named.find(
    ({ block, subject }) =>
      subject?.agencies.every((agency) => agency.kind === 'body') === true &&
      opensPredicate(foldText(block.text.slice(subject.end)).trim()),
  )
  return (plain ?? later)?.subject
}

/**
 * A title that is names alone over a sentence that says which of them does it: `2. Sở A, Sở B` and
 * `Sở A chủ trì, phối hợp với Sở B …`; or that names nobody in particular: `3. Đối với các tổ chức khác`.
 */
const findTold = (section: Section): Subject | undefined => {
  const title = section.paragraphs.length === 1 ? findSubject(section.lead.text) : undefined
  const block = section.paragraphs[0]
  if (!title || !block || !/^[\s:.]*$/u.test(section.lead.text.slice(title.end))) return undefined
  const told = findSubject(block.text)
  if (!told || told.place === 'later') return undefined
  const names = namesOf(title).map((name) => foldText(name).toLowerCase())
  const isVague = title.agencies.every(
    ({ kind, name }) => kind === 'group' && /(?:khác|liên quan)$/u.test(name),
  )
  const isOneOf =
    names.length > 1 && namesOf(told).every((name) => names.includes(foldText(name).toLowerCase()))
  return isVague || isOneOf ? told : undefined
}

/** `Sở Tài chính tham mưu …` after the last dash of somebody else is a duty of the item that holds the dashes. */
const readFollowers = (section: Section, out: Duty[]): void => {
  if (section.kind !== 'dash' || !section.path.includes('.')) return
  for (const block of section.paragraphs) {
    if (findAttribute(block, section.path)) continue
    const subject = findSubject(block.text)
    if (!subject || subject.place !== 'start') continue
    const rest = foldText(block.text.slice(subject.end)).trim()
    const isCalled = rest.startsWith(':')
    if (!isCalled && subject.agencies.some((agency) => agency.kind === 'group')) continue
    if (!opensPredicate(isCalled ? rest.slice(1).trim().toLowerCase() : rest)) continue
    const path = section.path.slice(0, section.path.lastIndexOf('.'))
    out.push({ ...toParagraphDuty(section, block, namesOf(subject), 'stated', 'task.lead.subject'), path })
  }
}

/** A section without items whose paragraphs each oblige somebody else: one duty a paragraph. */
const readParagraphs = (section: Section, context: DutyContext, out: Duty[]): boolean => {
  const named = section.paragraphs.map((block) => ({ block, subject: findSubject(block.text) }))
  if (section.kind !== 'roman' && section.kind !== 'letter-upper') {
    // `1. Về giải phóng mặt bằng` over paragraphs that each address somebody, as in conclusion notices.
    const addressed = named.filter((item) => item.subject && item.subject.place !== 'later')
    const lead = section.lead.text.trim()
    const titled = (lead.length < 90 && !/[.;:]$/u.test(lead)) || /^Về [^.]*:$/su.test(lead)
    if (!titled || addressed.length < 2 || findSubject(section.lead.text)) return false
  }
  if (named.filter((item) => item.subject).length < 2 && !(named.length === 1 && named[0]?.subject))
    return false
  for (const { block, subject } of named) {
    if (!subject && !looksLikeDuty(block.text)) continue
    if (named.length > 1 && isGeneralFormula(block.text)) continue
    const leads = subject ? namesOf(subject) : context.leads
    const certainty = subject ? 'stated' : 'unsure'
    const rule = subject ? 'task.lead.subject' : context.rule
    out.push(toParagraphDuty(section, block, leads, certainty, rule))
  }
  return true
}

/** Where no duties are expected, what plainly obliges somebody, or by a day, is one all the same. */
const obligesAnyway = (
  role: SectionRole,
  section: Section,
  subject: Subject | undefined,
  text: string,
): boolean =>
  (role === 'award' && (isNamedDuty(subject, text) || setsDate(text))) ||
  (role === 'purpose' &&
    section.kind === 'letter' &&
    subject?.place === 'start' &&
    subject.agencies.every((agency) => agency.kind === 'body') &&
    isNamedDuty(subject, text)) ||
  (role === 'scope' && subject?.place === 'start' && /^\s*có trách nhiệm /u.test(text.slice(subject.end))) ||
  (role === 'schedule' && subject?.place === 'later' && isNamedDuty(subject, text)) ||
  (role === 'schedule' &&
    section.kind === 'roman' &&
    section.paragraphs.some((block) => isNamedDuty(findSubject(block.text), block.text)))

/** Among awards and procedures only what plainly obliges somebody is a duty. */
const isNamedDuty = (subject: Subject | undefined, text: string): boolean =>
  subject !== undefined &&
  !/^(?:cá nhân|tập thể|mọi|toàn thể|cán bộ|người dân|các cá nhân)/iu.test(subject.agencies[0]?.name ?? '') &&
  !/không quá \d|\d+ (?:cá nhân|tập thể)/u.test(text) &&
  opensPredicate(foldText(text.slice(subject.end)).trim()) &&
  text.length > subject.end + 30

/** Below a heading that is an agency only an order or a plain subject names another lead; a request does not. */
const overrides = (subject: Subject, text: string): boolean =>
  // Below a body of the Party `Lãnh đạo …` is what it does, not who does it.
  !/^[-+*\s]*Lãnh đạo /u.test(text) &&
  ((subject.place === 'order' &&
    // What it shares out, or asks of firms that it oversees, is its own work.
    !/^[-+*\s]*(?:Phân công|Yêu cầu các (?:đơn vị (?:hoạt động|khai thác|kinh doanh|vận tải|thi công)|doanh nghiệp|tổ chức, cá nhân|chủ ))/u.test(
      text,
    )) ||
    // `Đối với hạng mục cầu: Giao Ban Quản lý dự án số 1 chủ trì …` orders behind its label.
    (subject.place === 'later' &&
      /:\s*(?:Giao|Phân công|Yêu cầu) $/u.test(foldText(text).slice(0, subject.agencies[0]?.start ?? 0))) ||
    (subject.place === 'start' && text.length > subject.end + 20))

/** Below an order to all (`yêu cầu các bộ, ngành …:`) a request to named bodies is meant for these. */
const isAskedApart = (subject: Subject, context: DutyContext): boolean =>
  subject.place === 'request' &&
  context.leads.length > 0 &&
  context.leads.every((lead) => /^các (?:bộ|sở|cơ quan|ngành|địa phương)/iu.test(lead)) &&
  subject.agencies.some((agency) => agency.kind === 'body')

/** Attribute lines and descriptions inside a duty are no duties of their own. */
const isDetail = (section: Section, context: DutyContext): boolean => {
  const attribute = findAttribute(section.lead, section.path)
  if (!attribute) return false
  return attribute.kind !== 'content' || context.role === 'schedule'
}

/** Everybody carries the decision out, or it enters into force: formulas at the end of every decision. */
const EXECUTION =
  /chịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) (?:các )?(?:quyết định|nghị quyết|chỉ thị|kế hoạch)|căn cứ (?:quyết định|nghị quyết)(?: này)?,? (?:tổ chức )?(?:thi hành|thực hiện)|có hiệu lực|(?:thi hành|thực hiện) (?:quyết định|nghị quyết) này\s*\.?\/?\.?\s*$/iu

/** `Điều 2. Giao Sở …`, `Điều 3. Sở … chủ trì …`: one duty a paragraph; entry into force and execution are none. */
export const readArticle = (section: Section, context: DutyContext, out: Duty[]): void => {
  const text = textOf(section)
  const whole = findSubject(text)
  if (whole?.place === 'order') {
    out.push(toDuty(section, namesOf(whole), 'task.lead.subject', 'stated', context.attributes))
    return
  }
  for (const block of [section.lead, ...section.paragraphs]) {
    const subject = findSubject(block.text)
    if (!subject || subject.place !== 'start' || EXECUTION.test(foldText(block.text))) continue
    if (!opensPredicate(foldText(block.text.slice(subject.end)).trim())) continue
    out.push(toParagraphDuty(section, block, namesOf(subject), 'stated', 'task.lead.subject'))
  }
}

/** The paragraphs of a body without markers: each that tells somebody to do something is a duty. */
export const readUnmarked = (blocks: readonly Block[], opening: readonly string[], out: Duty[]): void => {
  let leads = opening
  for (const block of blocks) {
    const subject = findSubject(block.text)
    if (!subject) {
      // `Thứ hai, khẩn trương rà soát …` goes on with what those named before it have to do.
      const words = withoutOrdinal(block.text)
      if (words !== block.text && leads.length > 0 && isDutyInList(words))
        out.push({ ...toClosingDuty(block, leads), certainty: 'inferred', rule: 'task.lead.previous' })
      continue
    }
    leads = namesOf(subject)
    const rest = foldText(block.text.slice(subject.end)).trim()
    const group = subject.agencies.every((agency) => agency.kind === 'group')
    if (/^(?:thông báo|xin|trân trọng (?:thông báo|báo cáo)|ban hành|kết luận)/u.test(rest)) continue
    if (group && isGeneralFormula(block.text)) continue
    if (rest.length < 12) continue
    out.push(toClosingDuty(block, namesOf(subject)))
  }
}

const toClosingDuty = (block: Block, leads: readonly string[]): Duty => ({
  path: '(closing)',
  text: block.text.trim(),
  leads,
  certainty: 'stated',
  rule: 'task.closing',
  span: wholeSpan(block),
  attributes: [],
  section: undefined,
  isActivity: false,
})

/** A closing that gives one named agency a duty of its own; the order to everybody is a formula. */
export const readClosing = (block: Block, out: Duty[]): void => {
  const first = findSubject(block.text)
  if (!first || first.place === 'later') return
  // `Ủy ban nhân dân tỉnh yêu cầu … thực hiện. Giao Sở Y tế theo dõi …`: the second sentence charges somebody.
  const charged = /^[^.]{20,}\.\s+(?:Giao|Phân công) /u.test(block.text) ? findCharged(block.text) : undefined
  const subject = charged ?? first
  if (subject.place === 'request' && isGeneralFormula(block.text)) return
  if (subject.agencies.some((agency) => agency.kind === 'group' || /(?:^|\s)[Cc]ác\s/u.test(agency.name)))
    return
  const rest = foldText(block.text.slice(subject.end)).trim()
  if (rest.length < 12) return
  if (/^(?:yêu cầu|đề nghị|kêu gọi|giao|(?:xin |trân trọng )*thông báo|ban hành|mong)/u.test(rest)) return
  if (isGeneralFormula(block.text) && !/theo dõi|đôn đốc|báo cáo|tổng hợp/u.test(rest)) return
  out.push(toClosingDuty(block, namesOf(subject)))
}
