import type { Certainty, Citation, DocumentHeader, ExtractedDeadline } from '../../contract.ts'
import { listSentences, sentenceAt, type Stretch } from './clauses.ts'
import { judgeDate, type DateContext, type Judged } from './date-judgement.ts'
import type { DateMention } from './dates.ts'
import { datesOf, spreadRecurrence } from './known-dates.ts'
import type { Duty } from './duty.ts'
import { sortSpans, toLocal } from './local-spans.ts'
import { toSpan } from './mapped-text.ts'
import { listPlaces, type Place } from './places.ts'
import { joinSpansWithoutYear } from './spans-without-year.ts'
import type { Body, MappedText } from './types.ts'
import { foldText } from './words.ts'

/** What the deadlines need beside the text. */
export interface DeadlineSources {
  readonly citations: readonly Citation[]
  readonly duties: readonly Duty[]
  readonly header: Pick<DocumentHeader, 'issuedOn' | 'years'>
}

/** Every date of the body that binds somebody; dates of citations, of memory and of the past bind nobody. */
export const readDeadlines = (body: Body, sources: DeadlineSources): readonly ExtractedDeadline[] => {
  const cited = sortSpans(sources.citations.flatMap((citation) => citation.spans))
  const leads = toLeadsByPath(sources.duties)
  const found: ExtractedDeadline[] = []
  for (const place of listPlaces(body)) {
    if (
      place.role === 'situation' ||
      place.role === 'slogan' ||
      (place.role === 'budget' && place.attribute !== 'time')
    )
      continue
    found.push(...readPlace(place, toLocal(place.block, cited), leads, sources.header))
  }
  return dropTwins(found)
}

const readPlace = (
  place: Place,
  cited: readonly Stretch[],
  leads: LeadsByPath,
  header: DeadlineSources['header'],
): readonly ExtractedDeadline[] => {
  const text = foldText(place.block.text)
  const base = {
    isTime: place.attribute === 'time' || place.role === 'schedule',
    isPurpose: place.role === 'purpose',
    isAim: place.role === 'target',
    isHeading: place.isHeading,
    issuedOn: header.issuedOn,
    firstYear: header.years[0],
  }
  const binding = listBinding(text, cited, base)
  // `Hộ thường trú trước ngày …` says who is meant: a day gone by binds nobody there.
  const ahead =
    place.role === 'scope' && header.issuedOn !== null
      ? binding.filter(({ judged }) => judged.on === null || judged.on > (header.issuedOn ?? ''))
      : binding
  return ahead.map(({ mention, judged, sentence }) => ({
    path: place.path,
    kind: judged.kind,
    on: judged.on,
    recurrence: judged.recurrence,
    what: toWhat(place, text, sentence, mention),
    who: [...findLeads(leads, place.path, toSpan(place.block, mention.start, mention.end).start)],
    span: toSpan(place.block, mention.start, mention.end),
    rule: judged.rule,
    certainty: CERTAINTY[judged.rule] ?? 'stated',
  }))
}

const CERTAINTY: Readonly<Record<string, Certainty>> = {
  'deadline.event': 'unsure',
  'deadline.without-year': 'inferred',
}

interface Binding {
  readonly mention: DateMention
  readonly judged: Judged
  readonly sentence: Stretch
}

/** The dates of one folded text that bind; those inside citations are passed over. */
export const listBinding = (
  text: string,
  cited: readonly Stretch[],
  base: Omit<DateContext, 'before' | 'after'>,
): readonly Binding[] => {
  const dates = datesOf(text)
  if (dates.length === 0) return []
  const { mentions, lent } = joinSpansWithoutYear(text, joinPairs(text, dates, base.isTime), base)
  const sentences = listSentences(text, false)
  const lower = text.toLowerCase()
  return mentions.flatMap((mention) => {
    if (cited.some((span) => mention.start < span.end && mention.end > span.start)) return []
    const sentence = sentenceAt(sentences, mention.start) ?? { start: 0, end: text.length }
    // A window, not the whole: a sentence without an end must not be read again for every date in it.
    const before = lower.slice(Math.max(sentence.start, mention.start - 1500), mention.start)
    const after = lower.slice(mention.end, Math.min(sentence.end, mention.end + 1500))
    const read = judgeDate(mention, { ...base, before, after })
    if (!read) return []
    const judged = lent.has(mention) ? { ...read, rule: 'deadline.without-year' } : read
    // `ngày 10/6 và ngày 10/12 hằng năm` are two days to be kept, in a sentence as in a cell.
    const recurrences = judged.recurrence === null ? [null] : spreadRecurrence(judged.recurrence)
    return recurrences.map((recurrence) => ({ mention, judged: { ...judged, recurrence }, sentence }))
  })
}

/** `tháng 4 và tháng 8 năm 2026`: the first month has its year from the second. */
const lendYears = (text: string, mentions: readonly DateMention[]): readonly DateMention[] =>
  mentions.map((mention, i) => {
    const next = mentions[i + 1]
    if (mention.value !== null || !next?.value || mention.precision !== next.precision) return mention
    const own = /^(?:tháng|quý) (\d{1,2}|[IV]{1,3})$/iu.exec(text.slice(mention.start, mention.end))
    const gap = text.slice(mention.end, next.start)
    if (!own?.[1] || !/^\s*(?:và|,|hoặc|;|đến|-)\s*(?:đầu |cuối |hết )?$/u.test(gap)) return mention
    const year = next.value.slice(0, 4)
    const value =
      mention.precision === 'month'
        ? `${year}-${own[1].padStart(2, '0')}`
        : `${year}-Q${['I', 'II', 'III', 'IV'].indexOf(own[1].toUpperCase()) + 1 || own[1]}`
    return value < next.value ? { ...mention, value } : mention
  })

/** On a line of time `Quý IV/2025 và Quý I/2026` is one period, not two dates. */
const joinPairs = (text: string, dated: readonly DateMention[], isTime: boolean): readonly DateMention[] => {
  const mentions = lendYears(text, dated)
  if (!isTime) return mentions
  const joined: DateMention[] = []
  for (const mention of mentions) {
    const previous = joined.at(-1)
    if (previous && isOnePeriod(text, previous, mention)) {
      joined[joined.length - 1] = {
        ...previous,
        end: mention.end,
        precision: 'span',
        value: `${previous.value}/${mention.value}`,
      }
    } else joined.push(mention)
  }
  return joined
}

const isOnePeriod = (text: string, from: DateMention, to: DateMention): boolean => {
  if (from.value === null || to.value === null || from.precision !== to.precision || from.value >= to.value)
    return false
  const gap = text.slice(from.end, to.start)
  const until = /^\s*(?:đến|tới|-)\s*(?:hết |cuối )?(?:năm )?$/u.test(gap)
  if (from.precision === 'year')
    return until && /từ\s*(?:đầu )?(?:năm )?$/iu.test(text.slice(Math.max(0, from.start - 12), from.start))
  if (from.precision !== 'month' && from.precision !== 'quarter') return false
  return until || (/^\s*(?:và|,)\s*(?:hết |cuối )?$/u.test(gap) && areNeighbours(from.value, to.value))
}

/** The month or quarter after the other. */
const areNeighbours = (from: string, to: string): boolean => {
  const count = (value: string): number => {
    const year = Number(value.slice(0, 4))
    const quarter = /Q(\d)$/u.exec(value)?.[1]
    return quarter ? year * 4 + Number(quarter) : year * 12 + Number(value.slice(5, 7))
  }
  return count(to) - count(from) === 1
}

/** Who leads at a path; several duties may stand at one, each in its own words. */
type LeadsByPath = ReadonlyMap<string, readonly Pick<Duty, 'leads' | 'span'>[]>

export const toLeadsByPath = (duties: readonly Duty[]): LeadsByPath => {
  const map = new Map<string, Pick<Duty, 'leads' | 'span'>[]>()
  for (const duty of duties) {
    map.set(duty.path, [...(map.get(duty.path) ?? []), duty])
    for (const attribute of duty.attributes) if (!map.has(attribute.path)) map.set(attribute.path, [duty])
  }
  return map
}

/** The leads of the item, of its words at that place where it has several duties; else of the item that it stands in. */
export const findLeads = (leads: LeadsByPath, path: string, place: number): readonly string[] => {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const found = leads.get(at) ?? []
    const own = found.find(({ span }) => span.start <= place && place < span.end) ?? found[0]
    if (own && own.leads.length > 0) return own.leads
  }
  return []
}

const TIME_HEADING =
  /^\s*(?:(?:thủ tục|hồ sơ|đối tượng|phạm vi)[^.:]{0,40})?(?:thời gian|thời hạn|tiến độ|lộ trình)/iu

/** What must be done by then: the clause of the date; on a bare line of time the item above it. */
const toWhat = (place: Place, text: string, sentence: Stretch, mention: DateMention): string => {
  // A line without a marker speaks of the item that it stands in, an item of its own of the one above it.
  const own =
    place.isLead || TIME_HEADING.test(foldText(place.section?.lead.text ?? '')) ? undefined : place.section
  const owner = own ?? place.parents.at(-1)
  if (place.attribute === 'time' && owner) return shorten(owner.lead.text)
  const inner = text.slice(sentence.start, sentence.end)
  const at = mention.start - sentence.start
  const from = Math.max(inner.lastIndexOf(';', at), inner.lastIndexOf(':', at)) + 1
  const stop = inner.indexOf(';', at)
  const start = sentence.start + (at - from < 12 ? 0 : from)
  return shorten(place.block.text.slice(start, stop < 0 ? sentence.end : sentence.start + stop))
}

const shorten = (text: string): string => {
  // Only the beginning is shown: a paragraph may be as long as a book.
  const plain = text
    .slice(0, 800)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\-+*.,;:]+/u, '')
    .replace(/[\s.;:,/]+$/u, '')
  return plain.length <= 200 ? plain : `${plain.slice(0, 199).replace(/\s\S*$/u, '')} …`
}

/** A date twice at one path says the same thing once. */
const dropTwins = (deadlines: readonly ExtractedDeadline[]): readonly ExtractedDeadline[] => {
  const seen = new Set<string>()
  return deadlines.filter((deadline) => {
    const key = `${deadline.path}|${deadline.kind}|${deadline.on ?? ''}|${deadline.recurrence ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Dates of a cell or a line that says when. */
export const readTimeCell = (piece: MappedText, header: DeadlineSources['header']): readonly Binding[] =>
  listBinding(foldText(piece.text), [], {
    isTime: true,
    isPurpose: false,
    isAim: false,
    isHeading: false,
    issuedOn: header.issuedOn,
    firstYear: header.years[0],
  })
