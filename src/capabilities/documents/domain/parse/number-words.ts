import { listMatches } from './words.ts'

/** A number written in words, or a part that a fraction says; offsets are of the text that was read. */
interface WordNumber {
  readonly start: number
  readonly end: number
  readonly value: number | readonly [number, number]
  /** `%` for shares, `lần` for multiples, undefined where the noun behind it is what is counted. */
  readonly unit: '%' | 'lần' | undefined
}

const ONES: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}
const WORD = '(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ)'
const WORDS = `${WORD}(?: ${WORD}){0,5}?`
const LIMIT = '(?:tối thiểu|ít nhất|không dưới|không ít hơn|tối đa|không quá|nhiều nhất)(?: là| có| đạt| từ)?'

/**
 * `một trăm phần trăm`; `giảm một nửa`, `hai phần ba`, `2/3 số xã`; `gấp đôi`; a bare word only behind `ít nhất` and
 * the like, for `một`, `ba`, `năm` mean much else.
 */
const WORD_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{M}\\d/.,])(?:(?<share>${WORDS}) phần trăm|(?<half>một nửa|nửa(?= số))|` +
    `(?<part>[1-9]/[2-9](?= (?:số|tổng số|các|diện tích))|(?:một|hai|ba|bốn) phần (?:ba|tư|năm))|` +
    `(?<=gấp )(?<times>đôi|rưỡi|${WORD}(?= lần))(?: lần)?|(?<=${LIMIT} )(?<bare>${WORDS}(?: (?:đến|-) ${WORDS})?)(?= \\p{L})|` +
    `(?<=từ )(?<range>${WORDS} (?:đến|-) ${WORDS})(?= \\p{L}))(?![\\p{L}\\p{M}])`,
  'gu',
)
/** What a text with such a number has; most have none. */
const COULD_COUNT =
  /phần trăm|nửa|gấp |\d\/\d |phần (?:ba|tư|năm)|(?:thiểu|nhất|dưới|hơn|đa|quá|từ)(?: là| có| đạt| từ)? (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)/u

/** The numbers of a folded text in small letters that are written in words. */
export const listWordNumbers = (text: string): readonly WordNumber[] =>
  COULD_COUNT.test(text)
    ? listMatches(text, WORD_NUMBER).flatMap((match) => {
        const at = { start: match.index, end: match.index + match[0].length }
        const read = toValue(match.groups ?? {})
        return read === undefined || isPhrase(text, at.end, match.groups ?? {}) ? [] : [{ ...at, ...read }]
      })
    : []

type Groups = Readonly<Record<string, string | undefined>>

const toValue = (groups: Groups): Pick<WordNumber, 'value' | 'unit'> | undefined => {
  const { share, half, part, times, bare, range } = groups
  if (half !== undefined) return { value: 50, unit: '%' }
  if (part !== undefined) return { value: toPart(part), unit: '%' }
  if (times !== undefined) {
    const value = times === 'đôi' ? 2 : times === 'rưỡi' ? 1.5 : toWordNumber(times)
    return value === undefined ? undefined : { value, unit: 'lần' }
  }
  const [from, to] = (share ?? bare ?? range ?? '').split(/ (?:đến|-) /u).map(toWordNumber)
  if (from === undefined) return undefined
  const unit = share === undefined ? undefined : '%'
  if (to === undefined) return range === undefined ? { value: from, unit } : undefined
  return from < to ? { value: [from, to], unit } : undefined
}

/** `ít nhất một số`, `ít nhất một trong các`: no count; `ít nhất năm 2030`: a year. */
const isPhrase = (text: string, end: number, { bare, range }: Groups): boolean =>
  (bare !== undefined || range !== undefined) &&
  /^ (?:số|phần|trong|cách|bộ phận|nửa|vài|\d)(?![\p{L}\p{M}])/u.test(text.slice(end, end + 12))

const PARTS: Readonly<Record<string, number>> = { ba: 3, tư: 4, năm: 5 }

/** A fraction as a share, to one decimal. */
const toPart = (part: string): number => {
  const [upper = '', lower = ''] = part.split(part.includes('/') ? '/' : ' phần ')
  const share = (ONES[upper] ?? Number(upper)) / (PARTS[lower] ?? Number(lower))
  return Math.round(share * 1000) / 10
}

/** `ba mươi lăm` → 35, `một trăm linh năm` → 105; undefined for words in an order that makes no number. */
export const toWordNumber = (words: string): number | undefined => {
  const match =
    /^(?:(?:(\p{L}+) trăm)(?: (?:linh|lẻ) (\p{L}+)$)?)? ?(?:(mười|\p{L}+(?= mươi)) ?(?:mươi)?)? ?(\p{L}+)?$/u.exec(
      words,
    )
  if (!match) return undefined
  const [, hundreds, single, tens, ones] = match
  const digits = [hundreds, single, tens === 'mười' ? undefined : tens, ones].map((word) =>
    word === undefined ? 0 : ONES[word],
  )
  if (digits.some((digit) => digit === undefined)) return undefined
  const [h = 0, s = 0, t = 0, o = 0] = digits
  const value = h * 100 + s + (tens === 'mười' ? 10 : t * 10) + o
  return value > 0 ? value : undefined
}
