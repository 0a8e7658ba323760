import { listSentences } from './clauses.ts'
import { isDutyInList, namesItsDoer } from './listed-duties.ts'
import { slicePiece, toSpan } from './mapped-text.ts'
import { toRomanValue } from './markers.ts'
import { toHeading } from './outline.ts'
import { decideRole, holdsDuties, type SectionRole } from './section-roles.ts'
import { findSubject } from './subjects.ts'
import type { Block, Section } from './types.ts'
import { foldText, listMatches, lowerFirst } from './words.ts'

/**
 * Items inside one paragraph, `Sở A: (1) rà soát …; (2) lắp đặt …; (3) …`, as items of their own, where each is a
 * duty of its own: it says who does it, or what the one named before the list has to do. What only lists things,
 * aims or conditions stays in the sentence. They carry paths and dates as printed items do; the outline, which
 * shows what opens a paragraph, does not list them.
 */
export const withInlineItems = (
  sections: readonly Section[],
  parentRole?: SectionRole,
): readonly Section[] => {
  if (!sections.some(couldHold)) return sections
  const taken = new Set(sections.map((section) => section.label))
  return sections.flatMap((section) => {
    if (!couldHold(section)) return section
    const role = decideRole(section.lead.text, parentRole)
    if (section.children.length > 0) return { ...section, children: withInlineItems(section.children, role) }
    return holdsDuties(role) ? splitSection(section, taken) : section
  })
}

/** Most sections have no such list in them or below them. */
const couldHold = ({ lead, paragraphs, children }: Section): boolean =>
  FURTHER.test(lead.text) || paragraphs.some(({ text }) => FURTHER.test(text)) || children.some(couldHold)

/** A section whose last paragraph but the lines below it is a list becomes a heading over its items. */
const splitSection = (section: Section, taken: ReadonlySet<string>): Section | readonly Section[] => {
  const blocks = [section.lead, ...section.paragraphs]
  const at = blocks.findLastIndex((block) => FURTHER.test(block.text))
  const block = blocks[at]
  if (!block) return section
  if (at === 0 && section.kind === 'paren') return splitItem(section, taken)
  const stretches = listItems(block.text)
  const [first] = stretches
  if (!first || !areDuties(block.text, first.mark, stretches)) return section
  const below = blocks.slice(at + 1)
  const children = stretches.map((stretch, i) =>
    toItem(
      section,
      block,
      stretch,
      `${section.path}.${stretch.label}`,
      i === stretches.length - 1 ? below : [],
    ),
  )
  const intro = slicePiece(block, 0, first.mark)
  const paragraphs = at === 0 ? [] : [...section.paragraphs.slice(0, at - 1), intro]
  return { ...section, lead: at === 0 ? intro : section.lead, paragraphs, children }
}

/** `(1) Sở A rà soát …; (2) Sở B lắp đặt …` as a paragraph: the others stand beside the first. */
const splitItem = (section: Section, taken: ReadonlySet<string>): Section | readonly Section[] => {
  const { lead } = section
  const first = section.label.slice(1, -1)
  if (valueOf(first) !== 1) return section
  const stretches = listItems(`(${first}) ${lead.text}`)
  const shift = first.length + 3
  const [own, ...others] = stretches.map(({ label, mark, start, end }) => ({
    label,
    mark: mark - shift,
    start: start - shift,
    end: end - shift,
  }))
  if (!own || others.length === 0 || others.some(({ label }) => taken.has(label))) return section
  if (![own, ...others].every((stretch) => isDutyInList(lead.text.slice(stretch.start, stretch.end))))
    return section
  const parent = section.path.slice(0, -section.label.length)
  const piece = slicePiece(lead, own.start, own.end)
  return [
    {
      ...section,
      lead: piece,
      paragraphs: [],
      span: { ...section.span, end: toSpan(lead, own.start, own.end).end },
    },
    ...others.map((stretch, i) =>
      toItem(
        section,
        lead,
        stretch,
        `${parent}${stretch.label}`,
        i === others.length - 1 ? section.paragraphs : [],
      ),
    ),
  ]
}

interface Item {
  /** As in the path: `(1)`. */
  readonly label: string
  /** Where its marker stands. */
  readonly mark: number
  readonly start: number
  readonly end: number
}

const toItem = (
  section: Section,
  block: Block,
  { label, mark, start, end }: Item,
  path: string,
  paragraphs: readonly Block[],
): Section => ({
  path,
  marker: label,
  label,
  kind: 'paren',
  heading: toHeading(block.text.slice(start, end)),
  lead: slicePiece(block, start, end),
  paragraphs,
  children: [],
  span: {
    start: toSpan(block, mark, end).start,
    end: paragraphs.length > 0 ? section.span.end : toSpan(block, start, end).end,
  },
  isInline: true,
})

/** The second of a list: what most paragraphs lack. */
const FURTHER = /\((?:2|02|ii|b)\)(?<=[;,.:]\s*(?:và\s+)?\([02ib]{1,2}\))\s*\p{L}/u
const MARK = /\((?<=(?:^|[:;,.]\s*(?:và\s+)?|\p{L}\s)\()(\d{1,2}|[ivx]{1,4}|[a-dđeghik])\)\s*(?=\p{L})/gu

const valueOf = (label: string): number | undefined => {
  if (/\d/u.test(label)) return Number(label)
  const letter = 'abcdđeghik'.indexOf(label) + 1
  return label === 'i' || label.length > 1 ? toRomanValue(label) : letter || toRomanValue(label)
}

/** The members of the first list that counts from one without a gap. */
const listItems = (text: string): readonly Item[] => {
  const marks: { label: string; mark: number; start: number }[] = []
  for (const match of listMatches(text, MARK)) {
    const label = match[1] ?? ''
    const wanted = marks.length + 1
    const roman = marks[0]?.label === '(i)' ? toRomanValue(label) : undefined
    if ((roman ?? valueOf(label)) !== wanted) continue
    marks.push({
      label: `(${label.replace(/^0/u, '')})`,
      mark: match.index,
      start: match.index + match[0].length,
    })
  }
  if (marks.length < 2) return []
  return marks.map((mark, i) => {
    const stop = marks[i + 1]?.mark ?? text.length
    const kept = text.slice(mark.start, stop).replace(/[\s;,]*(?:[;,]\s*và)?[\s;,]*$/u, '')
    return { ...mark, end: mark.start + kept.length }
  })
}

/** Before a list of things, aims, conditions or ways each member only goes on with the sentence. */
const LISTS_THINGS =
  /(?:(?<!phân )gồm(?: có)?|như(?! sau)|nhằm|để|trong đó|trường hợp|điều kiện|nguyên tắc|tiêu chí|phương châm|(?:mục tiêu|mục đích|quan điểm|hình thức|phương thức|căn cứ|lý do|nguyên nhân|kết quả|hành vi|đối tượng)(?: sau| chính| trọng tâm| cụ thể)*)(?: sau(?: đây)?| như sau)?\s*:?\s*$|nội dung (?:báo cáo|kiểm tra|giám sát)[^.;:]*:\s*$|(?<![\p{L}\p{M}])đã(?![\p{L}\p{M}])[^.;]*$/iu

/** What may stand between whoever is charged and the list: words that add no work of their own. */
const HANDS_ON = new RegExp(
  `^\\s*,?\\s*(?:${[
    '(?:(?:có|chịu) trách nhiệm|chủ trì|làm đầu mối|là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối|thường trực)|chủ động|tích cực|tập trung|tiếp tục|khẩn trương|nghiêm túc|quyết liệt|ưu tiên|đồng thời|cần|phải|và|,)\\s*',
    'phối hợp(?: chặt chẽ)? với [^.;:]{2,160}?(?=:|,? (?:tham mưu|tổ chức|triển khai|thực hiện|hoàn thành|tập trung))\\s*',
    '(?:tổ chức|triển khai|thực hiện|hoàn thành|làm)(?: triển khai| thực hiện| tốt| có hiệu quả| hiệu quả| nghiêm(?: túc)?| đồng bộ| ngay)*\\s*',
    '(?:các|một số|những|tốt|\\d{1,2}) (?:nhóm )?(?:nhiệm vụ|nội dung|công việc|việc|giải pháp|biện pháp|công tác)(?: [^.;:]{2,60}?)?(?=\\s*:|\\s*$)\\s*',
    '(?:tham mưu|chỉ đạo|giao|yêu cầu|đề nghị|đôn đốc|hướng dẫn)(?: [^.;:]{2,90}?)?(?=\\s*:)\\s*',
    '(?:như sau|sau đây|sau|cụ thể)\\s*',
  ].join('|')})*:?\\s*$`,
  'u',
)

/** Whether each member is a duty: all say who does it, or all say what whoever stands before the list has to do. */
const areDuties = (text: string, mark: number, items: readonly Item[]): boolean => {
  const intro = foldText(text.slice(0, mark))
  const sentence = listSentences(intro, false).at(-1)
  const last = sentence ? intro.slice(sentence.start).trim() : ''
  if (LISTS_THINGS.test(last)) return false
  const words = items.map(({ start, end }) => text.slice(start, end))
  if (words.every(namesItsDoer)) return true
  if (!words.every(isDutyInList)) return false
  const subject = findSubject(last)
  const rest = subject ? last.slice(subject.end) : lowerFirst(last)
  return HANDS_ON.test(rest)
}
