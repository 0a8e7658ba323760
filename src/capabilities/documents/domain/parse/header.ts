import type { DocumentHeader, HeaderSpans } from '../../contract.ts'
import { listDates } from './dates.ts'
import { findTypeOfNumber } from './document-types.ts'
import { readCard, type CardValue } from './header-card.ts'
import { readFoot, type Foot } from './header-foot.ts'
import { findIssuerInOpening, findLocality, findSmallLocality, listIssuerLines } from './header-issuer.ts'
import { expandAgency, toIssuer } from './issuer-name.ts'
import { capitaliseNames, mendIssuer } from './worn-names.ts'
import { findDatedPlace, findNumber } from './header-number.ts'
import { readLetterSubject, readTitle } from './header-title.ts'
import { joinLines } from './join-lines.ts'
import { collectNames } from './letter-case.ts'
import { toSpan } from './mapped-text.ts'
import type { Block, Body, Frame, Line } from './types.ts'

export interface Headed {
  readonly header: DocumentHeader
  readonly spans: HeaderSpans
}

/** What the reading has when it comes to the header. */
export interface HeaderSource {
  readonly lines: readonly Line[]
  readonly frame: Frame
  readonly body: Body
  readonly text: string
}

/** Keeps where a field was read, by which rule. */
type Note = (
  field: string,
  piece: Block | Line,
  start: number,
  end: number,
  rule: string,
  inferred?: boolean,
) => void

/** The names that the text itself writes; gathered only when capitals must be read. */
type Names = () => ReadonlyMap<string, string>

/** Reads the head, the title and the foot (Decree 30/2020, article 8, and its older and party forms). */
export const readHeader = (source: HeaderSource): Headed => {
  const { lines, frame, body } = source
  const spans: HeaderSpans = {}
  const note: Note = (field, piece, start, end, rule, inferred = false) => {
    spans[field] = { span: toSpan(piece, start, end), rule, certainty: inferred ? 'inferred' : 'stated' }
  }
  const headLines = lines.slice(
    frame.headStart,
    frame.titleLine ?? Math.min(frame.headStart + 25, frame.bodyStart + 25),
  )
  const head = joinLines(headLines.filter((line) => line.kind === 'text' || line.kind === 'row'))
  let known: ReadonlyMap<string, string> | undefined
  const names: Names = () => (known ??= collectNames(source.text))
  const number = findNumber(head.text)
  if (number) note('number', head, number.start, number.end, 'head-number')
  const unnumbered = number
    ? head.text.slice(0, number.start) + '.'.repeat(number.end - number.start) + head.text.slice(number.end)
    : head.text
  const dated = findDatedPlace(unnumbered)
  if (dated) {
    note('issuedOn', head, dated.date.start, dated.date.end, 'head-date')
    if (dated.place) note('place', head, dated.place.start, dated.place.end, 'head-date')
  }
  const place = dated?.place ? toPlace(dated.place.value) : null
  const title = readTitle(lines, frame, names, note)
  const foot = readFoot(lines.slice(frame.bodyEnd, frame.footEnd))
  noteFoot(foot, lines, note)
  const opening = body.opening.map((block) => block.text)
  const card = number && dated ? {} : readCard(lines)
  const fromCard = (field: string, value: CardValue | undefined): string | null => {
    if (value) note(field, value.line, 0, value.line.text.length, 'page-card', true)
    return value?.value ?? null
  }
  const theme = findTheme(body, note)
  const ofNumber = number ? findTypeOfNumber(number.value) : undefined
  // `CHƯƠNG TRÌNH` over `Phối hợp …`, with the number of a joint programme.
  const named = title.type !== undefined && ofNumber?.startsWith(`${title.type} `) ? ofNumber : title.type
  const type = named ?? findLetter(head.text) ?? ofNumber ?? card.type?.value ?? findTypeInOpening(opening)
  const subject = title.subject ?? (type === 'công văn' ? readLetterSubject(headLines, names, note) : null)
  return {
    header: {
      type: type ?? null,
      number: number?.value ?? fromCard('number', card.number),
      issuedOn: dated?.date.value ?? fromCard('issuedOn', card.issuedOn),
      place,
      issuer:
        fromCard('issuer', card.issuer) ?? findIssuer(source, headLines, names, opening, place, note) ?? null,
      subject,
      theme,
      years: toYears(subject ?? ''),
      signatory: {
        name: foot.name?.value ?? fromCard('signatory.name', card.signer),
        title: foot.title?.value ?? null,
        authority: foot.authority?.value ?? null,
      },
      recipients: foot.recipients.map((r) => r.value),
    },
    spans,
  }
}

/** A letter has no title: it says "V/v" or "Kính gửi". */
const findLetter = (head: string): string | undefined =>
  /V\/v|Kính gửi/u.test(head) ? 'công văn' : undefined

const toPlace = (printed: string): string =>
  printed.replace(/^(?:TP\.?|Tp\.?)\s?(?=\p{Lu})/u, 'Thành phố ').replace(/\s+/gu, ' ')

/** No title at all: the opening says what it issues, "… xây dựng kế hoạch … như sau:". */
const findTypeInOpening = (opening: readonly string[]): string | undefined => {
  const says =
    /(?:xây dựng|ban hành|phát động|triển khai)\s(?:\p{L}+\s){0,2}?((?:[Kk]ế hoạch|[Cc]hỉ thị|[Cc]hương trình|[Pp]hương án|[Cc]ông điện))(?=\s)/u
  const last = opening.findLast((text) => says.test(text))
  return last === undefined ? undefined : says.exec(last)?.[1]?.toLowerCase()
}

/** The years of the subject; a period of up to five years counts each, a longer one its ends. */
const toYears = (subject: string): number[] => {
  const years = new Set<number>()
  for (const date of listDates(subject)) {
    if (date.value === null || date.precision === 'day') continue
    if (/(?:nhiệm kỳ|khóa|khoá)\s*$/iu.test(subject.slice(Math.max(0, date.start - 12), date.start))) continue
    const ends = date.value.split('/').map((part) => Number(part.slice(0, 4)))
    const [from, to] = [ends[0] ?? 0, ends[1] ?? ends[0] ?? 0]
    if (to - from <= 5) for (let y = from; y <= to; y++) years.add(y)
    else [from, to].forEach((y) => years.add(y))
  }
  return [...years].sort((a, b) => a - b)
}

const findIssuer = (
  source: HeaderSource,
  headLines: readonly Line[],
  names: Names,
  opening: readonly string[],
  place: string | null,
  note: Note,
): string | undefined => {
  const printed = listIssuerLines(headLines)
  const own = toIssuer(printed, names)
  if (own !== undefined) {
    const line = headLines.find((l) => l.text.includes(printed[0] ?? '\n'))
    if (line) note('issuer', line, 0, line.text.length, 'head-issuer')
    return capitaliseNames(mendIssuer(own, place), place)
  }
  const acting = findIssuerInOpening(opening)
  if (acting === undefined) return undefined
  const block = source.body.opening.find((b) => b.text.includes(acting))
  if (block) {
    const at = block.text.indexOf(acting)
    note('issuer', block, at, at + acting.length, 'opening-issuer', true)
  }
  return completeIssuer(expandAgency(acting), source.text, place)
}

/** "Ủy ban nhân dân tỉnh", "Sở Xây dựng": the name of the place stands elsewhere in the document. */
const completeIssuer = (agency: string, text: string, place: string | null): string => {
  const open = /(?:^|\s)(tỉnh|thành phố|huyện|xã|phường|quận|thị xã)$/iu.exec(agency)?.[1]?.toLowerCase()
  if (open !== undefined) {
    const name =
      findLocality(text, open) ??
      findLocality(text, open.charAt(0).toUpperCase() + open.slice(1)) ??
      place ??
      findSmallLocality(text, open)
    return name ? `${agency.slice(0, -open.length)}${open} ${name}` : agency
  }
  if (/(?:tỉnh|thành phố|huyện|xã|phường|quận) \p{Lu}/u.test(agency)) return agency
  if (/^(?:Sở|Ban|Công an|Chi cục)/u.test(agency)) {
    const name = findLocality(text, 'tỉnh')
    if (name) return `${agency} tỉnh ${name}`
    const city = findLocality(text, 'thành phố')
    if (city) return `${agency} thành phố ${city}`
    if (place) return `${agency} tỉnh ${place}`
  }
  return agency
}

const THEME = /(?:với|theo) (?:chủ đề|chuyên đề)(?: năm \d{4})?(?: là)?:? ?[“"]([^“”"]{6,220})[”"]/u

/** The year's theme that the document itself sets; a theme said of a cited document is not its own. */
const findTheme = (body: Body, note: Note): string | null => {
  const first = body.sections[0]
  const blocks = [...body.opening, ...(first ? [first.lead, ...first.paragraphs] : [])]
  const items =
    first?.children.flatMap((c) => [c.lead, ...c.paragraphs, ...c.children.map((d) => d.lead)]) ?? []
  for (const block of [...blocks, ...items.slice(0, 12)]) {
    const match = THEME.exec(block.text)
    if (!match) continue
    const before = block.text.slice(0, match.index)
    const sentence = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1)
    const owned = sentence.lastIndexOf('ban hành') > -1 || sentence.lastIndexOf('xây dựng') > -1
    if (/số \d+|số:? ?\d/u.test(sentence) && !owned) continue
    if (match[0].includes('chuyên đề') && !/năm \d{4}/u.test(sentence)) continue
    note(
      'theme',
      block,
      match.index + match[0].indexOf(match[1] ?? ''),
      match.index + match[0].length - 1,
      'theme',
    )
    return match[1]?.replace(/\s+/gu, ' ').trim() ?? null
  }
  return findNamedTheme(body, note)
}

/** `1. Chủ đề: “…”`, or the title `Chủ đề thi đua` and the words in quotes below it. */
const findNamedTheme = (body: Body, note: Note): string | null => {
  for (const item of body.sections.flatMap((section) => [section, ...section.children])) {
    if (!/^(?:Chủ đề|CHỦ ĐỀ)(?![\p{L}])/u.test(item.lead.text)) continue
    for (const block of [item.lead, ...item.paragraphs]) {
      const quoted = /[“"]([^“”"]{6,260})[”"]/u.exec(block.text)
      if (!quoted?.[1]) continue
      note('theme', block, quoted.index + 1, quoted.index + quoted[0].length - 1, 'theme')
      return quoted[1].replace(/\s+/gu, ' ').trim()
    }
  }
  return null
}

const noteFoot = (foot: Foot, lines: readonly Line[], note: Note): void => {
  for (const [field, part] of Object.entries({
    'signatory.name': foot.name,
    'signatory.title': foot.title,
    'signatory.authority': foot.authority,
    recipients: foot.recipients[0] ?? null,
  })) {
    const line = part ? lines[part.line] : undefined
    if (line) note(field, line, 0, line.text.length, 'foot')
  }
}
