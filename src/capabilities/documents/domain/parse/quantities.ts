import type { Comparator } from '../../contract.ts'
import { listWordNumbers } from './number-words.ts'
import { listMatches } from './words.ts'

/** A number with its unit and the words that compare it, as it stands in a folded clause. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number | readonly [number, number]
  readonly comparator: Comparator
  readonly unit: string | null
  /** Where the comparing words before the number begin. */
  readonly from: number
  readonly percent: boolean
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`
/** `4/100.000 trẻ`, `8,5/10.000 phương tiện`: so many of a round number. */
const OF_MANY = String.raw`1(?:0{2,5}|0{0,2}\.000)\s\p{L}`
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\p{M}\d/.,:-])(${NUMBER})(?![\d:]|\/(?!${OF_MANY})|\.\d|,\d)\s?(%|‰|phần trăm)?(?:\s?(?:-|đến|tới)\s?(${NUMBER})(?![\d/:]|\.\d)\s?(%|‰|phần trăm)?)?`,
  'gu',
)

const BEFORE: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:≥|>=|⩾)\s*$/u, '>='],
  [/(?:≤|<=|⩽)\s*$/u, '<='],
  [/>\s*$/u, '>'],
  [/<\s*$/u, '<'],
  [
    /(?:tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn)(?:\s(?:là|đạt|có|từ|khoảng|trên))?\s*$/u,
    '>=',
  ],
  [/(?<![\p{L}\p{M}])(?:tối đa|không quá|không vượt quá|không cao hơn|nhiều nhất)(?:\s(?:là))?\s*$/u, '<='],
  [/(?<![\p{L}\p{M}])(?:trên|hơn|vượt|lớn hơn|cao hơn|vượt mức)\s*$/u, '>'],
  [/(?<![\p{L}\p{M}])(?:dưới|thấp hơn|nhỏ hơn|ít hơn|xuống dưới|xuống còn dưới)\s*$/u, '<'],
]

/** Nouns after a number that make it a time, an age, an article or a name: never a measure of a goal. */
const NO_MEASURE =
  /^\s?(?:tháng|năm|ngày|tuần|quý|lần\/|h\d|h(?!\p{L})|cấp|khoản|điều|điểm(?! (?:trở|số|phần|%|so với|đen|tiềm ẩn|ùn tắc|sạt lở|nguy|giới thiệu|bán|trưng bày|dừng)|[,.;]|$)|mục|km\/h|tiêu chí|nhóm nhiệm vụ|nhiệm vụ trọng tâm|đợt|giai đoạn|ngành|lĩnh vực|bước|con số|không|[Gg](?![\p{L}])|Gb|Mb|kV|độ|đồng|triệu(?! (?:đồng|usd|cây|lượt|người|tấn|hộ|m3|kwh|con|khách))|tỷ(?! (?:đồng|usd|kwh))|VNĐ|USD|\/(?!1[0.]{2,6} ))/u
/** Nouns before a number that make it a name: `Đề án 06`, `số 12`, `lần thứ 4`. */
const NAME_BEFORE =
  /(?<![\p{L}\p{M}])(?:số|thứ|lần thứ|khóa|khoá|điều|khoản|(?<!dứt )điểm(?! (?:trở|số|phần|%|so với|đen|tiềm ẩn|ùn tắc|sạt lở|nguy|giới thiệu|bán|trưng bày|dừng)|[,.;]|$)|mục|đề án|chương trình|nghị quyết|chỉ thị|quyết định|nghị định|thông tư|luật|kế hoạch|phụ lục|biểu|mẫu|tổ công tác|quốc lộ|ql|đt|(?<!(?:mỗi|hằng|hàng) )năm|tháng|ngày|quý|cấp|tuổi|giai đoạn|nhiệm kỳ|km|bậc|mức độ|(?<!(?:ở|về|đạt) )mức|hạng|loại|nhóm|đợt|bảng|hình|phần|chương|bài|bộ chỉ số|kỷ niệm|cột|dòng)\s*$/iu

export const toNumber = (text: string): number => {
  const plain = text.replace(/\.(?=\d{3}(?:\D|$))/gu, '').replace(',', '.')
  return Number(plain)
}

/** All quantities of a clause. `text` is folded; dates and citations have been blanked out of it. */
export const listQuantities = (text: string): readonly Quantity[] => {
  const found: Quantity[] = []
  for (const match of listMatches(text, QUANTITY)) {
    const quantity = toQuantity(text, match)
    if (quantity) found.push(quantity)
  }
  const inWords = listWordNumbers(text).flatMap((number) => fromWords(text, number) ?? [])
  return inWords.length === 0 ? found : [...found, ...inWords].sort((a, b) => a.start - b.start)
}

/** `ít nhất một mô hình`, `giảm một nửa`: counted like figures. */
const fromWords = (
  text: string,
  { start, end, value, unit }: ReturnType<typeof listWordNumbers>[number],
): Quantity | undefined => {
  const after = text.slice(end, end + 60)
  const counted = unit ?? (NO_MEASURE.test(after) ? null : toUnit(after))
  if (counted === null) return undefined
  const isRange = typeof value !== 'number'
  const before = text.slice(Math.max(0, start - 40), start)
  const { comparator, from } = compare(text, before, start, end, isRange)
  const unitEnd = unit === undefined ? end + after.indexOf(counted) + counted.length : end
  return { start, end: unitEnd, value, comparator, unit: counted, from, percent: unit === '%' }
}

const toQuantity = (text: string, match: RegExpExecArray): Quantity | undefined => {
  const start = match.index
  let end = start + match[0].length
  const [, first = '', firstSign, second, secondSign] = match
  const before = text.slice(Math.max(0, start - 40), start)
  const percent = firstSign !== undefined || secondSign !== undefined
  if (!percent && NAME_BEFORE.test(before)) return undefined
  const isRange = second !== undefined && (!firstSign || secondSign !== undefined)
  if (second !== undefined && !isRange) end = start + match[0].search(/\s?(?:-|đến|tới)/u)
  const after = text.slice(end, end + 60)
  if (!percent && NO_MEASURE.test(after)) return undefined
  const unit = percent ? toPercentUnit(match[0], after) : toUnit(after)
  const value = isRange ? ([toNumber(first), toNumber(second ?? first)] as const) : toNumber(first)
  if (typeof value === 'number' ? !Number.isFinite(value) : value.some((v) => !Number.isFinite(v)))
    return undefined
  if (typeof value !== 'number' && value[0] > value[1]) return undefined
  const compared = compare(text, before, start, end, isRange)
  const unitEnd = percent || unit === null ? end : end + after.indexOf(unit) + unit.length
  return {
    start,
    end: Math.max(end, unitEnd),
    value,
    comparator: compared.comparator,
    unit,
    from: compared.from,
    percent,
  }
}

const compare = (
  text: string,
  before: string,
  start: number,
  end: number,
  isRange: boolean,
): { comparator: Comparator; from: number } => {
  if (isRange)
    return { comparator: 'range', from: start - (/(?:từ|khoảng)\s*$/u.exec(before)?.[0].length ?? 0) }
  for (const [rule, comparator] of BEFORE) {
    const match = rule.exec(before)
    if (match) return { comparator, from: start - match[0].length }
  }
  const since = /(?:^|[\s(])từ\s*$/u.exec(before)
  const rest = text.slice(end, end + 90)
  const nextNumber = rest.search(/\d/u)
  const reach = nextNumber < 0 ? rest : rest.slice(0, nextNumber)
  if (since) {
    const up = !/^\s*(?:\p{L}+\s){0,3}(?:đến|tới|xuống|lên)\s/u.test(rest) || /trở lên/u.test(reach)
    return { comparator: /trở xuống/u.test(reach) ? '<=' : up ? '>=' : '=', from: start - since[0].length }
  }
  if (/^[^,;.]{0,14}trở lên/u.test(reach)) return { comparator: '>=', from: start }
  if (/^[^,;.]{0,14}trở xuống/u.test(reach)) return { comparator: '<=', from: start }
  return { comparator: '=', from: start }
}

const toPercentUnit = (figure: string, after: string): string =>
  figure.includes('‰') ? '‰' : /^\s?\/\s?năm/u.test(after) ? '%/năm' : '%'

const UNIT_STOP =
  /^(?:trong|cho|tại|của|để|và|ở|đạt|được|có|so|với|trên|từ|đến|là|theo|phục|do|mới|hằng|hàng|mỗi|gồm|bao|trở|thuộc|tham|các|tổng|vào|hoàn|như|không|nhằm|cùng|hoặc|đã|sẽ|phải|cần|khi|về|bằng|qua|sau|trước|tổ|xây|triển|sử|hình|nuôi)$/u

/** The noun after a bare number: up to three words, to the first word that cannot be part of a unit. */
const MONEY = /^\s?((?:nghìn |triệu |tỷ )(?:đồng|USD)(?:\/\p{L}+(?:\/\p{L}+)?)?)(?![\p{L}\p{M}])/iu
const MEASURE = /^\s?(km²|km2|km|ha|m²|m2|m³|m3|MW|kW|mw|kw|tấn|kg|lít|mét|m|lần)(?![\p{L}\p{M}\d])/u

const RATE = /^(\/1[0.]{2,6} (?:\p{L}+\s?){1,3})/u
const toUnit = (after: string): string | null => {
  const measure = MEASURE.exec(after) ?? MONEY.exec(after)
  if (measure?.[1]) return measure[1]
  const match =
    RATE.exec(after) ??
    /^\s*((?:[\p{L}\p{M}²³]+(?:\/(?:1[0.]{2,6}|[\p{L}\p{M}\d]+)(?:\s(?:bé gái|trẻ|dân|người|phụ nữ))?)?\s?){1,4})/u.exec(
      after,
    )
  if (!match?.[1]) return null
  const words: string[] = []
  for (const word of match[1].trim().split(/\s+/u)) {
    const compound = word === 'hình' && /^(?:mô|loại|truyền)$/iu.test(words.at(-1) ?? '')
    // `1 - 2 tổ liên gia` counts groups; `3 tổ chức …` and `tổ chức` after a noun do not.
    const isGroup = words.length === 0 && /^tổ$/iu.test(word) && !/^\s*tổ\s+chức/iu.test(after)
    if (UNIT_STOP.test(word.toLowerCase()) && !compound && !isGroup) break
    // A third word that only begins a compound (`lao động nông thôn`) is no part of the unit.
    if (words.length === 2 && /^(?:nông|chất|sinh|trên|tự|văn|kiểu|môi|cải|giao|nâng|tiềm)$/iu.test(word))
      break
    words.push(word)
    if (words.length === 3 && !/\p{L}\/\d/u.test(words.join(' '))) break
  }
  return words.length > 0 ? words.join(' ') : null
}
