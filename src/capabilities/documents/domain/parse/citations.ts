import type { Citation, Span } from '../../contract.ts'
import { findDateAt } from './citation-date.ts'
import { listLawMentions } from './citation-laws.ts'
import type { Mention } from './citation-mention.ts'
import { findTypeOfNumber, TYPE_NAMES } from './document-types.ts'
import { toSpan } from './mapped-text.ts'
import type { MappedText } from './types.ts'
import { listMatches } from './words.ts'

/**
 * A number as offices write it: `48/NQ-CP`, `23-CT/TW`, `46/2017/NĐ-CP`, `11/CtrPH-BCA-BGDĐT`, `85/2015/QH13`, `66.7/2025/NQ-CP`;
 * a scanner's blank beside a stroke is let through, the number is given without it. A digit is asked for before what
 * stands before it: most signs are none.
 */
const NUMBER =
  /(?=\d)(?:(?<![\p{L}\d/.:,-])|(?<=(?<!\p{L})[Ss]ố))(?<digits>\d{1,5}(?:[a-z]|\.\d{1,2}(?=\/20\d\d\/\p{Lu}))?)(?<year>\s?\/\s?(?:19|20)\d\d)?\s?(?:(?<stroke>[/-]\s?)|(?<=\/(?:19|20)\d\d)(?=(?:NQ|QĐ|NĐ|CT|TT|KH)-\p{Lu}))(?<tail>\p{Lu}[\p{L}\d]*(?:(?:[-/&]|(?<=\/(?:KH|QĐ|CT|NQ|NĐ|TT|TB|CĐ|TTr|BC|HD|CTr))\s-\s(?=\p{Lu}{2})|\s[-/](?=\p{Lu})|[-/]\s(?=\p{Lu}{2}))\p{Lu}[\p{L}\d]*)*)(?![\p{L}\d])/gu

/** Signs that look like a tail and are none: roads, kilometre posts, forms. */
const NO_TAIL = /^(?:Km|KM|HL|TL|QL|ĐT|ĐH|NSNN|VNĐ|USD|HA|Ha|CP|TP|TX)$/u
const NO_LEAD = /(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ lục|QCVN|TCVN|[Tt]uyến|[Tt]ờ khai)(?:\s(?:số|biểu))?\s?:?\s*$/u

const TYPES = TYPE_NAMES.map(([name]) => name)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const TYPE_BEFORE = new RegExp(
  `(?<![\\p{L}])(${TYPES}|văn bản)(?:\\s(?:liên tịch|liên ngành|kết luận|phối hợp|khẩn|hành động))?\\s*(?:s[ốôổồ]|SỐ)?\\s?[:.]?\\s*$`,
  'iu',
)
const LISTED = /^\s*(?:,|;|và|hoặc)?\s*(?:(?:số|Số)\s?:?\s*)?$/u

/** Cyrillic letters that a keyboard put into a number: `16/BТС-XD` is `16/BTC-XD`. */
const CYRILLIC = 'АВЕЅІЈКМНОРСТХ'
const LATIN = 'ABESIJKMHOPCTX'
const toLatin = (number: string): string =>
  /[\u0400-\u04ff]/u.test(number)
    ? number.replace(/[\u0400-\u04ff]/gu, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter)
    : number

/** Every mention of another document in a piece of text. */
export const listMentions = (text: string): Mention[] => {
  const mentions: Mention[] = []
  for (const match of listMatches(text, NUMBER)) {
    const mention = toMention(text, match, mentions.at(-1))
    if (mention) mentions.push(mention)
  }
  const dated = shareDates(text, mentions)
  return [...dated, ...listLawMentions(text, dated)].sort((a, b) => a.start - b.start)
}

/** "số 8/CĐ-UBND và số 9/CĐ-UBND ngày 19/11/2025": the day belongs to both. */
const shareDates = (text: string, mentions: readonly Mention[]): Mention[] =>
  mentions.map((mention, i) => {
    const next = mentions[i + 1]
    if (mention.issuedOn !== null || !next || next.rule !== 'listed-number') return mention
    return /^\s*và\s*(?:số\s*)?$/u.test(text.slice(mention.end, next.start).slice(0, 20))
      ? { ...mention, issuedOn: next.issuedOn }
      : mention
  })

const toMention = (
  text: string,
  match: RegExpExecArray,
  previous: Mention | undefined,
): Mention | undefined => {
  const { digits = '', year = '', stroke = '', tail = '' } = match.groups ?? {}
  const number = toLatin(`${digits}${year}${stroke}${tail}`.replace(/\s+/gu, ''))
  // "năm 2021 - UBND tỉnh" is no number: a blank on both sides needs a known short form.
  if (/\s\s?$/u.test(stroke) && findTypeOfNumber(number) === undefined) return undefined
  const before = text.slice(Math.max(0, match.index - 48), match.index)
  if (NO_TAIL.test(tail) || NO_LEAD.test(before)) return undefined
  const named = TYPE_BEFORE.exec(before)
  const hasSign = /(?:[sS][ốôổồ]|SỐ)\s?[:.]?\s*$/u.test(before)
  const tailType = findTypeOfNumber(number)
  if (!named && !hasSign && tailType === undefined && !/[-/]/u.test(tail)) return undefined
  const listed =
    previous !== undefined && !named && previous.end <= match.index
      ? LISTED.test(text.slice(previous.end, match.index).slice(0, 30))
      : false
  // `các văn bản số 1/TTr-BX, số 2/BX-VP`: the first names its own type, the second is a letter.
  const inherits = listed && !/^văn bản/iu.test(text.slice(previous?.start, (previous?.start ?? 0) + 8))
  const type = toType(
    named?.[1],
    tailType ?? findStandingType(text, match.index, tail),
    inherits ? previous?.type : undefined,
  )
  if (type === undefined) return undefined
  const start = named ? match.index - (before.length - named.index) : match.index
  const afterNumber = match.index + match[0].length
  const dated = findDateAt(text, afterNumber)
  const end = dated?.end ?? afterNumber
  return {
    type,
    number,
    issuedOn:
      dated?.value ?? (SAME_DAY.test(text.slice(end, end + 14)) ? (previous?.issuedOn ?? null) : null),
    issuer: dated?.issuer ?? findIssuerAt(text, end),
    start,
    end,
    rule: named ? 'typed-number' : listed ? 'listed-number' : 'bare-number',
  }
}

/** `Pháp lệnh Ưu đãi … số 02/2020/UBTVQH14`: the name of the ordinance stands between its kind and its number. */
const findStandingType = (text: string, at: number, tail: string): string | undefined =>
  /^UBTVQH\d/u.test(tail)
    ? /(Pháp lệnh|Nghị quyết)[^;.()]*$/u.exec(text.slice(Math.max(0, at - 120), at))?.[1]?.toLowerCase()
    : undefined

/** The word before the number as a name; "văn bản" says less than the number, and one without a type in it is a letter. */
const toType = (
  word: string | undefined,
  tailType: string | undefined,
  listedType: string | undefined,
): string | undefined => {
  const low = word?.toLowerCase()
  if (low === 'văn bản' || low === undefined) return tailType ?? listedType ?? 'công văn'
  return TYPE_NAMES.find(([name]) => name === low)?.[1] ?? tailType
}

const SAME_DAY = /^\s?,?\s?(?:cùng ngày)(?!\p{L})/u

const ISSUER =
  /^[\s,]*(?:của|do)\s(?<issuer>\p{Lu}[^;:.()“"[]{2,90}?)(?=\s(?:[Vv]ề|[Kk]ết luận|[Bb]an hành|[Pp]hê duyệt|[Qq]uy định|[Hh]ướng dẫn|[Tt]hực hiện|[Tt]riển khai|tại|sửa đổi|thành lập|phát động|công bố|đã|trong|khóa|theo|tiếp tục|trình|khoảng|là|để|cho|đối với|và(?=\s\p{Ll})|và (?:Kế hoạch|Chỉ thị|Nghị quyết|Quyết định|Công văn|Công điện|Thông báo|Chương trình|Nghị định|Thông tư))(?:[\s,]|$)|[;:.()“"[]|,\s(?!\p{Lu}\p{L}+(?: \p{Ll}+)? (?:và|hội))|$)/u

const findIssuerAt = (text: string, at: number): string | null =>
  ISSUER.exec(text.slice(at, at + 140))?.groups?.['issuer']?.trim() ?? null

interface Gathering {
  type: string
  number: string | null
  issuedOn: string | null
  issuer: string | null
  rule: string
  readonly spans: Span[]
}

/** All mentions of the pieces, one citation a document. The document itself is never its own citation. */
export const gatherCitations = (pieces: readonly MappedText[], ownNumber: string | null): Citation[] => {
  const found = new Map<string, Gathering[]>()
  const order: Gathering[] = []
  for (const piece of pieces) {
    if (!/\d/u.test(piece.text)) continue
    for (const mention of listMentions(piece.text)) {
      if (ownNumber !== null && mention.number === ownNumber) continue
      const key = (mention.number ?? `${mention.type} ${mention.issuedOn}`).toLowerCase()
      const same = (found.get(key) ?? []).find((g) => isSame(g, mention))
      const span = toSpan(piece, mention.start, mention.end)
      if (same) {
        same.spans.push(span)
        same.issuedOn ??= mention.issuedOn
        same.issuer ??= mention.issuer
        // A title in capitals says less than the text: `QĐ-TTG`.
        if (same.number !== null && same.number === same.number.toUpperCase()) same.number = mention.number
      } else {
        const { type, number, issuedOn, issuer, rule } = mention
        const gathering: Gathering = { type, number, issuedOn, issuer, rule, spans: [span] }
        const known = found.get(key)
        if (known) known.push(gathering)
        else found.set(key, [gathering])
        order.push(gathering)
      }
    }
  }
  return order.map((g) => ({
    ...g,
    certainty: g.rule === 'bare-number' ? ('inferred' as const) : ('stated' as const),
  }))
}

/** The same number is the same document unless two different days are printed. */
const isSame = (known: Gathering, mention: Mention): boolean =>
  known.issuedOn === null ||
  mention.issuedOn === null ||
  known.issuedOn.startsWith(mention.issuedOn) ||
  mention.issuedOn.startsWith(known.issuedOn)
