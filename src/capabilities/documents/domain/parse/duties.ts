import { opensPredicate } from './agencies.ts'
import { findAttribute, listAttributes, type Attribute } from './attributes.ts'
import {
  isActivity,
  leadsFromHeading,
  leadsOf,
  listChildAttributes,
  readActivity,
  sharedAttributes,
  trailingAttributes,
} from './duty-activities.ts'
import { readArticle, readClosing, readLeaf, readUnmarked } from './duty-leaves.ts'
import { isOpeningDuty } from './duty-words.ts'
import { namesOf, toParagraphDuty, type Duty, type DutyContext } from './duty.ts'
import { sharesOut } from './heading-names.ts'
import { isMatter, listsTopics } from './looked-at.ts'
import { wholeSpan } from './mapped-text.ts'
import { listSections } from './outline.ts'
import { decideRole, holdsDuties, turnsToWork } from './section-roles.ts'
import { findOrdered, findSubject, type Subject } from './subjects.ts'
import type { Block, Body, Section } from './types.ts'
import { foldText, lowerFirst } from './words.ts'

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
  const context: DutyContext = {
    role: undefined,
    leads: opening,
    rule: opening.length > 0 ? 'task.lead.opening' : 'task.lead.none',
    certainty: 'inferred',
    headed: false,
    attributes: [],
    // A directive has no parts: its numbered titles are those whom it addresses.
    sharesOut: body.sections[0]?.kind === 'arabic',
  }
  for (const section of body.sections) visit(section, context, duties)
  const unmarked = body.sections.every((section) => section.kind === 'dash' || section.kind === 'bullet')
  if (unmarked) readUnmarked(body.closing, opening, duties)
  else for (const block of body.closing) readClosing(block, duties)
  return duties
}

/** A directive names its addressees once, before the first item. */
const toOpeningLeads = (body: Body): readonly string[] => {
  const last = body.opening.at(-1)
  const ordered = last && /:\s*$/u.test(last.text) ? findOrdered(last.text) : []
  // `Thủ tướng Chính phủ yêu cầu Chủ tịch Ủy ban nhân dân các tỉnh:` ends with those whom it orders.
  if (last && ordered.length > 0 && /^\s*:\s*$/u.test(last.text.slice(ordered.at(-1)?.end)))
    return ordered.map((agency) => agency.name)
  if (!last || !/(?:sau|sau đây|như sau|gồm|yêu cầu|chỉ thị)\s*:?\s*$/u.test(foldText(last.text).trim()))
    return []
  return findOrdered(last.text).map((agency) => agency.name)
}

const visit = (section: Section, context: DutyContext, out: Duty[]): void => {
  const told = listsTopics(section) ? 'scope' : decideRole(section.lead.text, context.role)
  // `1. Yêu cầu chung` below an order to the addressees is the first part of what is ordered.
  const isOrdered =
    told === 'purpose' &&
    context.rule === 'task.lead.opening' &&
    /^yêu cầu chung/iu.test(foldText(section.lead.text).trim())
  const worked = told === 'schedule' && listsWork(section)
  const turns = told === 'situation' && turnsToWork(section)
  const role =
    isOrdered || worked || turns || ((told === 'scope' || told === 'target') && isAddressed(section))
      ? 'task'
      : told
  if (section.kind === 'article' && section.children.length === 0) {
    readArticle(section, context, out)
    return
  }
  const inner = {
    ...context,
    role: role === 'budget' && isCharged(section, context) ? 'task' : role,
  } as const
  const own = section.children.flatMap((child) => listChildAttributes(child))
  if (isActivity(section, own)) {
    readActivity(section, inner, own, out, visit)
  } else if (section.children.length === 0) readLeaf(section, inner, out)
  else readHeading(section, inner, out)
}

/** `LỘ TRÌNH THỰC HIỆN: 1. Giai đoạn 2026 - 2030: - Rà soát …; - Xây dựng …`: stages made of works. */
const listsWork = (section: Section): boolean => {
  if (!/^(?:lộ trình|tiến độ)(?![\p{L}])/iu.test(foldText(section.lead.text).trim())) return false
  const leaves = listSections([section]).filter(
    ({ children, kind }) => children.length === 0 && kind === 'dash',
  )
  const works = leaves.filter(({ lead: { text } }) => {
    const words = foldText(text).replace(/^[-+*\s]+/u, '')
    return words.length > 60 && opensPredicate(lowerFirst(words))
  })
  return leaves.length > 2 && works.length >= leaves.length * 0.7
}

/** `HÌNH THỨC GIÁM SÁT: … Ban Thường trực tổ chức thực hiện các hình thức sau:` obliges whoever it names. */
const isAddressed = (section: Section): boolean =>
  section.paragraphs.some(
    (block) =>
      /(?:tổ chức|thực hiện|triển khai)[^.;:]{0,60}(?:hình thức|hoạt động|nhiệm vụ|công việc|biện pháp|giải pháp)[^.;:]{0,20}(?:sau|sau đây|như sau)\s*:\s*$/u.test(
        foldText(block.text),
      ) && findSubject(block.text) !== undefined,
  )

/** `Về kinh phí: Sở Tài chính tham mưu bố trí …` among the items of a notice is a duty like the others. */
const isCharged = (section: Section, context: DutyContext): boolean => {
  if (section.children.length > 0 || section.kind === 'roman') return false
  if (!holdsDuties(context.role ?? 'task') || !/^[^:]{4,30}:/u.test(section.lead.text)) return false
  const subject = findSubject(section.lead.text)
  return subject?.place === 'later' && opensPredicate(foldText(section.lead.text.slice(subject.end)).trim())
}

const readHeading = (section: Section, context: DutyContext, out: Duty[]): void => {
  const { leads, rule, headed } = leadsFromHeading(section, context)
  const trailing = trailingAttributes(section)
  const stated = leadsOf(trailing)
  const inner: DutyContext = {
    role: context.role,
    leads: stated.length > 0 ? stated : leads,
    rule: stated.length > 0 ? 'task.lead.attribute' : rule,
    certainty: stated.length > 0 || headed ? 'stated' : 'inferred',
    headed: headed || context.headed,
    attributes: trailing.length > 0 ? trailing : context.attributes,
    sharesOut: context.sharesOut || sharesOut(section.lead.text),
  }
  if (holdsDuties(context.role ?? 'task')) readOpening(section, inner, out)
  if (isSpecified(section, inner, out)) return
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
  const role = listsConditions(section) ? 'scope' : below.role
  const joins = JOINS.test(foldText(section.lead.text).trim())
  const inside = { ...below, role, joins }
  const groups = listGroupLabels(section)
  for (const [i, child] of section.children.entries()) visit(child, { ...inside, ...groups[i] }, out)
}

/**
 * Several groups of items below one heading, each with its own `Đơn vị thực hiện: …` behind its last item: an item
 * has the lines of its own group, not those at the end of all.
 */
const listGroupLabels = (
  section: Section,
): readonly (Pick<DutyContext, 'leads' | 'attributes' | 'rule' | 'certainty'> | undefined)[] => {
  const groups = section.children.map(() => undefined as ReturnType<typeof toLabelled> | undefined)
  // The lines below the last item stand for all that have none of their own; `readHeading` reads them.
  let group: ReturnType<typeof toLabelled> | undefined
  for (let i = section.children.length - 2; i >= 0; i--) {
    const attributes = labelsOf(section.children[i] as Section)
    if (leadsOf(attributes).length > 0) group = toLabelled(attributes)
    else groups[i] = group
  }
  return groups
}

const toLabelled = (attributes: readonly Attribute[]) => ({
  leads: leadsOf(attributes),
  attributes,
  rule: 'task.lead.attribute',
  certainty: 'stated' as const,
})

const labelsOf = (item: Section): readonly Attribute[] =>
  item.children.length > 0 ? [] : item.paragraphs.flatMap((block) => listAttributes(block, item.path))

/** `b) Chủ trì, phối hợp với:` over items that each open with whom. */
const JOINS =
  /^(?:chủ trì,? )?(?:chủ động |tích cực )?phối hợp(?: chặt chẽ)?(?: với)?(?: các (?:cơ quan|đơn vị))?\s*:?$/iu

/** `Nhà xây mới phải bảo đảm các yêu cầu sau đây:`: the items say what a thing must be, they order nothing. */
const listsConditions = (section: Section): boolean => {
  const last = section.paragraphs.at(-1) ?? section.lead
  const text = foldText(last.text).trim()
  if (/ một trong (?:các|những) (?:điều kiện|trường hợp|tiêu chí|yêu cầu) sau(?: đây)?\s*:$/u.test(text))
    return true
  const announced =
    /(?:thứ tự ưu tiên|điều kiện|yêu cầu|tiêu chuẩn|tiêu chí|quy định)(?: cụ thể)? sau(?: đây)?\s*:$/u.test(
      text,
    )
  return announced && !opensPredicate(lowerFirst(text)) && findSubject(last.text) === undefined
}

/**
 * A duty whose contents are listed below it: `Các sở … đánh giá tình hình thực hiện kế hoạch. Các nội dung cần
 * đánh giá gồm: 1. … 2. …`. The items say what to look at; the duty is one.
 */
const isSpecified = (section: Section, context: DutyContext, out: Duty[]): boolean => {
  if (listsContents(section) && holdsDuties(context.role ?? 'task')) {
    readLeaf(section, context, out)
    return true
  }
  const [announcement, duty] = [section.paragraphs.at(-1), section.paragraphs.at(-2)]
  const means =
    announcement && holdsDuties(context.role ?? 'task') ? findByMeans(section, announcement) : undefined
  if (announcement && means) {
    out.push(toParagraphDuty(section, announcement, namesOf(means), 'stated', 'task.opening-paragraph'))
    return true
  }
  if (!announcement || !duty || !holdsDuties(context.role ?? 'task')) return false
  const text = foldText(announcement.text).trim()
  if (
    !/^(?:các |những )?(?:nội dung|tiêu chí|thông tin|số liệu)[^.;:]{0,80}(?:gồm|sau|như sau|sau đây)\s*:?$/iu.test(
      text,
    )
  )
    return false
  const subject = findSubject(duty.text)
  if (!subject || /:\s*$/u.test(duty.text)) return false
  out.push(toParagraphDuty(section, duty, namesOf(subject), 'stated', 'task.opening-paragraph'))
  return true
}

/** `… báo cáo số liệu định kỳ bao gồm: (1) Tổng số …; (2) Tỷ lệ …`: what the report holds, not further duties. */
const THINGS =
  /^(?:tổng (?:số|giá trị|kinh phí|nhu cầu|mức)|số(?: lượng| liệu| vụ)?|tỷ lệ|giá trị|danh (?:sách|mục)|kết quả|tình hình|biểu|bản|báo cáo|thông tin|mức|chỉ số|diện tích|tên|địa chỉ|hồ sơ|đơn(?! vị)|biên bản|giấy(?! phép)|tờ trình|phiếu|hợp đồng|(?:các )?(?:chứng từ|giấy tờ)|hóa đơn|phương án|cơ chế|(?:tiểu )?dự án|hợp phần|(?:các )?(?:bộ luật|luật|nghị định|nghị quyết|thông tư|quyết định|chỉ thị|công điện)(?= |:)|ý kiến chỉ đạo)(?![\p{L}\p{M}])/iu

/** `Chủ tịch UBND các xã … báo cáo cụ thể về một số nội dung sau:`. */
const ASKS_FOR =
  /(?:báo cáo|thống kê|tổng hợp|cung cấp|nêu rõ|làm rõ)[^.;:]{0,80}(?:sau|sau đây|như sau|gồm)\s*:$/u

const listsThings = (section: Section): boolean =>
  section.children.length > 1 &&
  section.children.every(
    (child) => child.children.length === 0 && THINGS.test(foldText(child.lead.text).trim()),
  )

/** `Ban Thường trực giám sát trực tiếp thông qua việc tham dự các hoạt động sau:`: the items say by what means. */
const findByMeans = (section: Section, block: Block): Subject | undefined => {
  const text = foldText(block.text).trim()
  const contents = /(?:bao gồm|gồm|như sau|sau|sau đây)\s*:$/u.test(text) && listsThings(section)
  const by =
    /(?:thông qua|bằng|dưới)(?: việc| các)? [^.;:]{0,40}(?:hoạt động|hình thức|cách thức|kênh)[^.;:]{0,16}(?:sau|sau đây|như sau)\s*:$/u
  const subject = contents || by.test(text) ? findSubject(block.text) : undefined
  return subject && subject.place !== 'later' ? subject : undefined
}

/** `Nắm chắc cơ sở dữ liệu … Trong đó, lưu ý các dữ liệu về: + Lao động; + Môi trường`: things, not duties. */
const listsContents = (section: Section): boolean => {
  const text = foldText(section.lead.text).trim()
  // `Nghiên cứu, quán triệt các quy định: - Luật …; - Nghị định …`.
  if (text.length > 40 && text.endsWith(':') && listsThings(section)) {
    const end = findSubject(section.lead.text)?.end ?? 0
    if (
      opensPredicate(lowerFirst(foldText(section.lead.text.slice(end)).trim())) ||
      opensPredicate(lowerFirst(text))
    )
      return true
    if (end > 0 && ASKS_FOR.test(text)) return true
  }
  // `Sửa đổi quy định về trợ giúp … để: - Tháo gỡ …; - Đơn giản hóa …`: the items are the ends of one work.
  if (text.length > 40 && / (?:để|nhằm)\s*:$/u.test(text) && opensPredicate(lowerFirst(text))) return true
  if (givesExamples(section) || listsInspected(section)) return true
  if (text.length < 80 || section.children.some((child) => child.children.length > 0)) return false
  if (
    /[.;] (?:Trong đó|Cụ thể|Lưu ý)[^.;]{0,40}(?:[dđ]ữ liệu|số liệu|thông tin|tiêu chí|chỉ số)[^.;:]{0,24}:$/u.test(
      text,
    )
  )
    return true
  return text.endsWith(':') && section.children.every((child) => /^Về \p{Ll}/u.test(child.lead.text))
}

/** `2. Giám sát việc lập danh sách cử tri` over `- Việc niêm yết …; - Cách tính tuổi …`: one duty and what it looks at. */
const listsInspected = (section: Section): boolean => {
  const title = foldText(section.lead.text).trim().toLowerCase()
  if (
    !/^(?:kiểm tra|giám sát)(?:(?:,| và) (?:kiểm tra|giám sát))? (?:việc|trình tự|công tác)(?![\p{L}\p{M}])/u.test(
      title,
    )
  )
    return false
  const looked = section.children.filter(
    (child) =>
      isMatter(child) || /^(?:Đảm bảo|Bảo đảm)(?![\p{L}\p{M}])/u.test(foldText(child.lead.text).trim()),
  )
  return looked.length >= 2 && looked.length >= section.children.length * 0.7
}

/** `Triển khai các nền tảng số hỗ trợ điều hành giao thông như: - Hệ thống …; - Hệ thống …`: one duty and its examples. */
const givesExamples = (section: Section): boolean => {
  const last = section.paragraphs.at(-1) ?? section.lead
  const text = foldText(last.text).trim()
  return (
    text.length > 40 &&
    / như\s*:$/u.test(text) &&
    section.children.every((child) => !opensPredicate(lowerFirst(foldText(child.lead.text).trim())))
  )
}

/** The paragraph between a heading and its items, when it obliges by itself. */
const readOpening = (section: Section, context: DutyContext, out: Duty[]): void => {
  const paragraphs = section.paragraphs.filter((block) => !findAttribute(block, section.path))
  const inLead = isLeadDuty(section)
  const blocks = inLead ? [section.lead, ...paragraphs] : paragraphs
  const text = blocks.map((block) => block.text).join(' ')
  const addressed = context.headed || (inLead && context.rule === 'task.lead.opening')
  const named = inLead ? undefined : findSubject(text)
  const subject = named?.place === 'later' ? undefined : named
  const said = subject ? text.slice(subject.end).trim() : text
  if (text === '' || !addressed || (!inLead && !isOpeningDuty(said))) return
  const first = blocks[0] as Block
  const last = blocks.at(-1) as Block
  const span = { start: wholeSpan(first).start, end: wholeSpan(last).end }
  out.push({
    path: section.path,
    text,
    leads: subject ? namesOf(subject) : context.leads,
    certainty: context.certainty,
    rule: 'task.opening-paragraph',
    span,
    attributes: [],
    section,
    isActivity: false,
  })
}

/** `Vụ A chủ trì, phối hợp với … triển khai các công việc sau:` only announces its items. */
const ANNOUNCES =
  /^[^.;]* (?:các|những|một số) (?:công việc|việc|nhiệm vụ|nội dung|biện pháp|giải pháp)(?: \p{Ll}+){0,3} (?:sau|sau đây|như sau)\s*:\s*$/u

/** The line of the marker is itself a long duty, and its items only go on with it. */
const isLeadDuty = (section: Section): boolean => {
  const text = section.lead.text
  if (section.kind === 'roman' || text.length < 140 || ANNOUNCES.test(foldText(text))) return false
  const subject = findSubject(text)
  const predicate = subject ? text.slice(subject.end) : text
  if (predicate.length > 200 && (foldText(predicate).match(/[\p{L}\d]\.\s+\p{Lu}/gu) ?? []).length > 0)
    return true
  return predicate.length > 110 && isOpeningDuty(predicate.trim())
}
