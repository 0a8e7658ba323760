import type { ExtractedDeadline, ReportingDuty, Span } from '../../contract.ts'
import { listSentences } from './clauses.ts'
import { datesOf } from './known-dates.ts'
import { findLeads, toLeadsByPath } from './deadlines.ts'
import type { Duty } from './duty.ts'
import { toSpan } from './mapped-text.ts'
import { listPlaces, type Place } from './places.ts'
import { findRecipient } from './recipients.ts'
import { holdsDuties } from './section-roles.ts'
import { findSubject } from './subjects.ts'
import type { Body } from './types.ts'
import { foldText, listMatches } from './words.ts'

type Frequency = ReportingDuty['frequency'][number]

/** Who reports to whom and how often: rhythms, single dates, and reports on difficulties. */
export const readReporting = (
  body: Body,
  duties: readonly Duty[],
  deadlines: readonly ExtractedDeadline[],
): readonly ReportingDuty[] => {
  const leads = toLeadsByPath(duties)
  return listPlaces(body).flatMap((place) => {
    const fits = holdsDuties(place.role) || place.role === 'schedule' || place.role === 'award'
    if (
      !fits ||
      (place.attribute !== undefined && place.attribute !== 'time' && place.attribute !== 'content')
    )
      return []
    return mergeAlike(readPlace(place, (at) => findLeads(leads, place.path, at), deadlines))
  })
}

const REPORTS =
  /(?<![\p{L}\p{M}])(?:báo cáo(?! viên)|phản ánh|gửi (?:kết quả|báo cáo|hồ sơ|về|kế hoạch))(?![\p{L}\p{M}])/u
/** Without one of these words nothing is reported: most sentences are passed over by this alone. */
const COULD_REPORT = /[Bb]áo cáo|BÁO CÁO|[Pp]hản ánh|[Gg]ửi|[Đđ]ịnh kỳ/u
const PERIODIC = /định kỳ/u
const DIFFICULTY =
  /(?:nếu|trường hợp|trong quá trình)[^.]{0,200}(?:khó khăn|vướng mắc|phát sinh|vấn đề)[^.]{0,260}(?:phản ánh|báo cáo|gửi|đề xuất)/u
const BEYOND = /báo cáo[^.;]{0,140}(?:vượt thẩm quyền|đột xuất)/u
const AT_ONCE =
  /(?:kịp thời (?:tổng hợp,? )?(?:báo cáo|phản ánh)|(?:báo cáo|phản ánh)(?: \p{L}+){0,2} kịp thời|báo cáo ngay|báo cáo[^,;.]{0,90}(?:vượt thẩm quyền|đột xuất))/u
const NOT_A_REPORT = /(?:xây dựng|chế độ|mẫu|thể thức|chuyên mục|hội nghị|báo cáo viên|kỹ năng)\s*$/u

const readPlace = (
  place: Place,
  leadsAt: (offset: number) => readonly string[],
  deadlines: readonly ExtractedDeadline[],
): readonly ReportingDuty[] => {
  const raw = place.block.text
  const text = foldText(raw)
  const found: ReportingDuty[] = []
  if (!COULD_REPORT.test(text)) return found
  for (const sentence of listSentences(text, false)) {
    if (!COULD_REPORT.test(text.slice(sentence.start, sentence.end))) continue
    const difficulty = DIFFICULTY.test(text.slice(sentence.start, sentence.end).toLowerCase())
    let from: string | null | undefined
    const opening = listRhythms(text.slice(sentence.start, sentence.start + 40).split(',')[0] ?? '', true)
    for (const clause of listSentences(text.slice(sentence.start, sentence.end), true)) {
      const start = sentence.start + clause.start
      const end = sentence.start + clause.end
      const span = toSpan(place.block, start, end)
      const dated = deadlines.some((d) => isDatedReport(d, place.path, span))
      const frequency = decideFrequency(text.slice(start, end), { opening, difficulty, dated })
      if (frequency === undefined) continue
      from ??= toFrom(raw.slice(sentence.start, sentence.end), place, leadsAt(span.start))
      found.push({
        path: place.path,
        frequency: [...frequency.values],
        from,
        to: findRecipient(raw.slice(start, end)),
        span,
        rule: frequency.rule,
        certainty: frequency.values.length === 0 ? 'unsure' : 'stated',
      })
    }
  }
  return found
}

const toFrom = (sentence: string, place: Place, leads: readonly string[]): string | null => {
  const subject = findSubject(sentence)
  const named = subject && (place.path === '(closing)' || subject.place !== 'later' || leads.length === 0)
  if (
    subject &&
    named &&
    !isIssuer(
      subject.agencies.map((a) => a.name),
      sentence.slice(subject.end),
    )
  ) {
    return subject.agencies.map((agency) => agency.name).join(', ')
  }
  const asked = /(?:yêu cầu|đề nghị|giao)\s+/iu.exec(sentence)
  if (place.path === '(closing)' && asked) {
    const inner = findSubject(sentence.slice(asked.index + asked[0].length))
    if (inner) return inner.agencies.map((agency) => agency.name).join(', ')
  }
  return leads.length > 0 ? leads.join(', ') : null
}

/** `Ủy ban nhân dân tỉnh yêu cầu các sở …`: who orders is not who reports. */
const isIssuer = (names: readonly string[], rest: string): boolean =>
  names.length === 1 && /^\s*(?:yêu cầu|đề nghị|giao|kêu gọi)/iu.test(rest)

const isDatedReport = (deadline: ExtractedDeadline, path: string, span: Span): boolean =>
  deadline.path === path &&
  (deadline.kind === 'report' || deadline.kind === 'due') &&
  deadline.on !== null &&
  deadline.on.length >= 10 &&
  deadline.span.start >= span.start &&
  deadline.span.end <= span.end

interface Around {
  /** The rhythm with which the sentence opens: `Hằng năm, …`. */
  readonly opening: readonly Frequency[]
  /** The sentence speaks of difficulties that may arise. */
  readonly difficulty: boolean
  /** A day is set in the clause. */
  readonly dated: boolean
}

/** How often a clause reports; undefined when it does not. */
const decideFrequency = (
  clause: string,
  around: Around,
): { readonly values: readonly Frequency[]; readonly rule: string } | undefined => {
  const lower = clause.toLowerCase()
  const verb = REPORTS.exec(lower)
  const reports = verb !== null && !NOT_A_REPORT.test(lower.slice(0, verb.index))
  const named = reports ? listNamedRhythms(lower) : []
  const values: Frequency[] = [...new Set([...listRhythms(clause, reports), ...named])]
  if (around.dated && named.length === 0 && (reports || /(?:gửi|nộp|trình|hồ sơ)/u.test(lower)))
    values.push('once')
  if (values.length > 0) {
    if (reports && /(?:hoặc|và|,) (?:báo cáo )?đột xuất/u.test(lower)) values.push('on event')
    return { values: [...new Set(values)], rule: reports ? 'reporting.periodic' : 'reporting.periodic-duty' }
  }
  if (!reports) return undefined
  if (around.difficulty) return { values: ['on event'], rule: 'reporting.on-event' }
  if (around.opening.length > 0) return { values: around.opening, rule: 'reporting.periodic' }
  if (AT_ONCE.test(lower) || BEYOND.test(lower)) return { values: ['on event'], rule: 'reporting.on-event' }
  return PERIODIC.test(lower) ? { values: [], rule: 'reporting.without-rhythm' } : undefined
}

const OWNED = /(?:ngân sách|dự toán|kinh phí|kế hoạch|nghị quyết|chương trình|vốn|thống kê)[^,;.]{0,40}$/u
const KNOWN: readonly string[] = [
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'every 3 months',
  'every 6 months',
  'every 9 months',
  'yearly',
]

/** The rhythms of a clause that reports; without a report only what is done `định kỳ` counts. */
const listRhythms = (clause: string, reports: boolean): readonly Frequency[] =>
  datesOf(clause).flatMap((mention) => {
    if (mention.precision !== 'recurring') return []
    const before = clause.slice(Math.max(0, mention.start - 60), mention.start).toLowerCase()
    const own = clause.slice(mention.start, mention.end).toLowerCase()
    const periodic = /định kỳ/u.test(own) || /định kỳ(?: vào)?\s*$/u.test(before)
    if (!reports && !periodic) return []
    const dayed = mention.recurrence?.includes(' ') === true
    if (OWNED.test(before) && !periodic && !dayed) return []
    return mention.frequencies.filter((f): f is Frequency => KNOWN.includes(f))
  })

const NAMED =
  /báo cáo (?:kết quả (?:thực hiện )?|định kỳ )?((?:tuần|tháng|quý|(?:0?6|0?9|sáu|chín) tháng(?: đầu năm)?|năm)(?:\s?(?:,|và|;|hoặc)\s?(?:báo cáo )?(?:tuần|tháng|quý|(?:0?6|0?9|sáu|chín) tháng(?: đầu năm)?|năm(?! tháng)))*)(?![\p{L}]| (?:\d|học|nay|hành động|cao điểm|an toàn|thi đua|thanh niên|khuyến mại|công nhân|sau|trước đó|tiếp|vừa|qua(?!ng)))/gu

/** Reports that are called by their rhythm: `báo cáo tháng, quý, 6 tháng và năm`; not `báo cáo năm 2026`. */
const listNamedRhythms = (lower: string): readonly Frequency[] =>
  listMatches(lower, NAMED).flatMap((match) =>
    listMatches(match[1] ?? '', /(0?6|0?9|sáu|chín)? ?(tuần|tháng|quý|năm)/gu).map(([, count, unit]) =>
      count === undefined
        ? (BY_UNIT[unit ?? ''] ?? 'yearly')
        : /6|sáu/u.test(count)
          ? 'every 6 months'
          : 'every 9 months',
    ),
  )

const BY_UNIT: Readonly<Record<string, Frequency>> = {
  tuần: 'weekly',
  tháng: 'monthly',
  quý: 'quarterly',
  năm: 'yearly',
}

/** Clauses of one paragraph that report to the same office, or name none, are one duty. */
const mergeAlike = (duties: readonly ReportingDuty[]): readonly ReportingDuty[] => {
  const merged: ReportingDuty[] = []
  for (const duty of duties) {
    const previous = merged.at(-1)
    const alike =
      previous &&
      previous.from === duty.from &&
      (duty.to === null || duty.to === previous.to) &&
      previous.rule === duty.rule
    if (previous && alike && previous.path === duty.path) {
      merged[merged.length - 1] = {
        ...previous,
        frequency: [...new Set([...previous.frequency, ...duty.frequency])],
        span: { start: previous.span.start, end: Math.max(previous.span.end, duty.span.end) },
      }
    } else merged.push(duty)
  }
  return merged
}
