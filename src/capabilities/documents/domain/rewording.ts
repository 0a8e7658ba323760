import { parsePartialDate } from '#kernel/partial-date.ts'
import { toOldToneMarks } from '#kernel/vietnamese.ts'
import type { AmendedClause, EarlierItem } from './amended-parts.ts'
import { isUnder } from './plan-in-force.ts'
import type { PartyValue, ProposalValue } from './review-api.ts'

/**
 * Changes of single words: "Thay thế cụm từ “Sở Giao thông vận tải” bằng cụm từ “Sở Xây dựng” tại khoản 2 Mục III",
 * "Bỏ cụm từ “…” tại …", "Bổ sung cụm từ “…” vào sau cụm từ “…” tại …" (Nghị định 78/2025/NĐ-CP on amending texts).
 */
export interface Rewording {
  readonly from: string
  /** Empty when the words are struck out. */
  readonly to: string
  /** The sentence says that they change wherever they stand. */
  readonly everywhere: boolean
}

const QUOTED = /[“"]([^“”"]{1,300})[”"]/gu
const WORDS = String.raw`(?:các\s+)?(?:cụm\s+)?từ(?:\s+ngữ)?`
const REPLACE = new RegExp(
  String.raw`thay(?:\s+thế)?\s+${WORDS}\s+Q.*(?:bằng|thành)\s+(?:${WORDS}\s+)?Q`,
  'iu',
)
const STRIKE = new RegExp(String.raw`bỏ\s+${WORDS}\s+Q`, 'iu')
const INSERT = new RegExp(
  String.raw`bổ\s+sung\s+${WORDS}\s+Q\s*,?\s*(?:vào\s+)?(?:(?:ngay|phía|liền)\s+)*(sau|trước)\s+${WORDS}\s+Q`,
  'iu',
)
const EVERYWHERE =
  /toàn\s+bộ|toàn\s+văn|tất\s+cả|mọi\s+(?:chỗ|nơi|vị\s+trí)|các\s+cụm\s+từ\s+Q\s+(?:bằng|thành)/iu

/** Without what it quotes: the names of clauses in quoted words are not those of the sentence. */
export const withoutQuotes = (sentence: string): string => sentence.replace(QUOTED, 'Q')

/** What a sentence changes; undefined when it is not one pair of words, or says more than that. */
export const readRewording = (sentence: string): Rewording | undefined => {
  const [first, second, ...more] = [...sentence.matchAll(QUOTED)].map(([, words = '']) => words.trim())
  const said = withoutQuotes(sentence)
  if (first === undefined || more.length > 0) return undefined
  const everywhere = EVERYWHERE.test(said)
  const insert = INSERT.exec(said)
  if (second === undefined) return STRIKE.test(said) ? { from: first, to: '', everywhere } : undefined
  if (insert)
    return {
      from: second,
      to:
        insert[1]?.toLowerCase() === 'sau'
          ? `${second}${/^[,;]/u.test(first) ? '' : ' '}${first}`
          : `${first} ${second}`,
      everywhere,
    }
  return REPLACE.test(said) ? { from: first, to: second, everywhere } : undefined
}

/** An item of the plan with the words that it has after the amendment. */
export interface RewordedItem extends EarlierItem {
  /** The clause that says so. */
  readonly clause: AmendedClause
}

/** Why words stay as they are, and what the person does then. */
export const rewordingReasons = {
  unclear: 'câu này không nêu rõ thay cụm từ nào bằng cụm từ nào; sửa tay trên trang kế hoạch nếu cần',
  noClause: 'không tìm thấy mục này trong kế hoạch; kiểm tra lại số mục rồi sửa tay trên trang kế hoạch',
  noWords: 'mục này trong kế hoạch không có cụm từ đó; kiểm tra lại rồi sửa tay trên trang kế hoạch nếu cần',
  severalTimes:
    'cụm từ có nhiều chỗ trong mục mà văn bản không nói thay ở tất cả; sửa tay trên trang kế hoạch chỗ cần thay',
  figures: 'cụm từ chạm đến hạn, chu kỳ hoặc con số của mục; sửa tay trên trang kế hoạch cho khớp cả hai',
} as const

/** The words as they are found whatever the spelling of tone marks and the spaces; never within a word. */
const toPattern = (words: string): RegExp => {
  const escaped = toOldToneMarks(words)
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&'))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped.join('\\s+')}(?![\p{L}\p{N}])`, 'gu')
}

const findAll = (text: string, words: string): { start: number; end: number }[] =>
  [...toOldToneMarks(text).matchAll(toPattern(words))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))

const rewordText = (text: string, { from, to }: Rewording): string => {
  const found = findAll(text, from)
  let result = text
  for (const { start, end } of found.toReversed()) result = result.slice(0, start) + to + result.slice(end)
  if (found.length === 0 || to !== '') return result
  return result
    .replace(/ {2,}/gu, ' ')
    .replace(/ (?=[,.;:])/gu, '')
    .trim()
}

/** What a value says in words, apart from names. */
const textsOf = (value: ProposalValue): readonly string[] => {
  switch (value.kind) {
    case 'task':
      return [value.text, value.output ?? '']
    case 'target':
      return [value.indicator]
    case 'deadline':
      return [value.what]
    case 'reporting':
      return [value.to ?? '']
    case 'trigger':
      return [value.when, value.must]
  }
}

const namesOf = (value: ProposalValue): readonly string[] => {
  const printed = (list: readonly PartyValue[]) => list.map((party) => party.printed)
  switch (value.kind) {
    case 'task':
      return [...printed(value.lead), ...printed(value.partners)]
    case 'deadline':
      return printed(value.who)
    case 'reporting':
      return printed(value.from)
    case 'target':
    case 'trigger':
      return []
  }
}

/** The day that words name, as documents write it: `trước ngày 30 tháng 6 năm 2026`, `quý II/2026`. */
const toDay = (words: string): string | undefined =>
  parsePartialDate(
    words
      .replace(/^(?:(?:hoàn thành|xong|trước|đến|hết|trong|vào|chậm nhất|là)\s+)*/iu, '')
      .replace(/(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu, '$1/$2/$3'),
  )

/** Words that a day, a rhythm or a figure may have been read from. */
const FIGURES =
  /\d|(?<!\p{L})(?:hằng|hàng|định kỳ|ngày|tuần|tháng|quý|năm|ít nhất|tối thiểu|tối đa|trên|dưới|tăng|giảm)(?!\p{L})/iu

const hasFigures = (value: ProposalValue): boolean => {
  switch (value.kind) {
    case 'task':
      return value.due !== null || value.recurrence !== null
    case 'target':
    case 'deadline':
    case 'reporting':
      return true
    case 'trigger':
      return false
  }
}

const rewordParties = (list: readonly PartyValue[], rewording: Rewording): PartyValue[] =>
  list.map((party) => {
    const printed = rewordText(party.printed, rewording)
    // Another name is another agency: it is looked up anew.
    return printed === party.printed || printed === '' ? party : { printed }
  })

const rewordValue = (
  value: ProposalValue,
  rewording: Rewording,
  days: { readonly from: string; readonly to: string } | undefined,
): ProposalValue => {
  const text = (words: string): string => rewordText(words, rewording) || words
  const parties = (list: readonly PartyValue[]) => rewordParties(list, rewording)
  const day = (stated: string | null) => (days && stated === days.from ? days.to : stated)
  switch (value.kind) {
    case 'task':
      return {
        ...value,
        text: text(value.text),
        output: value.output === null ? null : text(value.output),
        lead: parties(value.lead),
        partners: parties(value.partners),
        due: day(value.due),
      }
    case 'target':
      return { ...value, indicator: text(value.indicator) }
    case 'deadline':
      return { ...value, what: text(value.what), who: parties(value.who), on: day(value.on) }
    case 'reporting':
      return { ...value, to: value.to === null ? null : text(value.to), from: parties(value.from) }
    case 'trigger':
      return { ...value, when: text(value.when), must: text(value.must) }
  }
}

/** How often words stand in a clause: one clause gives several items, so the kind that has them most often tells. */
const countIn = (
  items: readonly EarlierItem[],
  words: string,
  listTexts: (value: ProposalValue) => readonly string[],
): number => {
  const counts = new Map<string, number>()
  for (const { value } of items) {
    const found = listTexts(value).reduce((sum, text) => sum + findAll(text, words).length, 0)
    counts.set(value.kind, (counts.get(value.kind) ?? 0) + found)
  }
  return Math.max(0, ...counts.values())
}

const listNamed = (clause: AmendedClause, items: readonly EarlierItem[]): EarlierItem[] =>
  clause.isWholePlan
    ? [...items]
    : items.filter((item) => clause.targets.some((target) => isUnder(item.place, target)))

const findReason = (
  { rewording, targets, isWholePlan }: AmendedClause,
  named: readonly EarlierItem[],
  days: object | undefined,
): string | undefined => {
  if (!rewording) return rewordingReasons.unclear
  if (targets.length === 0 && !isWholePlan) return rewordingReasons.noClause
  const { from, to, everywhere } = rewording
  const times = countIn(named, from, textsOf) || countIn(named, from, namesOf)
  if (times === 0) return rewordingReasons.noWords
  if (times > 1 && !everywhere) return rewordingReasons.severalTimes
  const touched = named.filter(({ value }) => textsOf(value).some((text) => findAll(text, from).length > 0))
  if (!days && FIGURES.test(`${from} ${to}`) && touched.some(({ value }) => hasFigures(value)))
    return rewordingReasons.figures
  return undefined
}

/**
 * What changes of single words do to the items of a plan, one sentence after the other. Words change where they stand
 * once in the clauses named, or where the sentence means all of them; otherwise the sentence stays for a person, with
 * the reason.
 */
export const decideRewordings = (
  clauses: readonly AmendedClause[],
  plan: readonly EarlierItem[],
): { readonly clauses: readonly AmendedClause[]; readonly items: readonly RewordedItem[] } => {
  let items = [...plan]
  const reworded = new Map<number, AmendedClause>()
  const told = clauses.map((clause): AmendedClause => {
    if (clause.verb !== 'note' || !clause.isOfWords) return clause
    const named = listNamed(clause, items)
    const { from = '', to = '' } = clause.rewording ?? {}
    const [before, after] = [toDay(from), toDay(to)]
    const days = before !== undefined && after !== undefined ? { from: before, to: after } : undefined
    const reason = findReason(clause, named, days)
    if (reason !== undefined || !clause.rewording) return { ...clause, reason: reason ?? null }
    const places = new Set<string>()
    const { rewording } = clause
    items = items.map((item, i) => {
      if (!named.includes(item)) return item
      const value = rewordValue(item.value, rewording, days)
      if (JSON.stringify(value) === JSON.stringify(item.value)) return item
      reworded.set(i, clause)
      places.add(item.place)
      return { ...item, value }
    })
    return { ...clause, verb: 'reword', targets: [...places] }
  })
  return {
    clauses: told,
    items: items.flatMap((item, i) => {
      const clause = reworded.get(i)
      return clause ? [{ ...item, clause }] : []
    }),
  }
}
