import { listQuantities, type Quantity } from './quantities.ts'
import { readFall, readNever } from './target-falls.ts'
import { cleanIndicator, STATUS_START, type Goal, type GoalContext } from './target-goals.ts'
import { listMatches } from './words.ts'

const GOAL_WORDS =
  /(?:phấn đấu|mục tiêu|chỉ tiêu|đạt|bảo đảm|đảm bảo|tối thiểu|ít nhất|duy trì|hoàn thành|giảm|tăng|nâng|số hóa|tại|cho|có|chiếm|thêm)/u
/** Said of a sentence that aims at something. */
export const AIMED = /(?:phấn đấu|mục tiêu|chỉ tiêu|chỉ số đạt)/u
const STATUS_NEAR =
  /(?<![\p{L}\p{M}])(?:hiện có|hiện đạt|đã đạt|đã có|đã hoàn thành|đã thực hiện|đạt được(?! mục tiêu)|ước đạt|ước khoảng|ghi nhận)(?![\p{L}])[^,;]*$/u
const SIZE = /(?<![\p{L}\p{M}])(?:nhóm|quy mô|độ tuổi|hộ có|diện)\s?(?:từ\s|trên\s|dưới\s)?$/u
const STRENGTH =
  /(?<![\p{L}\p{M}])(?:nồng độ|dung dịch|cồn|clo|cloramin|hàm lượng|độ ẩm|pha loãng|tỷ lệ pha|công suất phát|sức gió)[^,;.]{0,20}$/u
const LIMITS = /(?<![\p{L}\p{M}])(?:không quá|tối đa)\s*$/u

/**
 * A clause of a sentence has a few figures. With hundreds it is a table run together, from which nobody could say
 * what each measures; and since each is judged by the whole clause, such a line would cost its length squared.
 */
const MOST_FIGURES = 200

/**
 * The goals of one clause. `text` is folded and in lower case where it matters; `masked` is as long, with
 * dates, citations and brackets blanked out.
 */
export const readGoals = (
  text: string,
  masked: string,
  offset: number,
  context: GoalContext,
): readonly Goal[] => {
  if (!COULD_AIM.test(text)) return []
  const lower = maskOrigins(maskTotals(masked.toLowerCase()))
  const listed = listQuantities(lower).map((quantity) => withUnit(quantity, text))
  const quantities = listed.length > MOST_FIGURES ? [] : listed
  const baseline = toBaseline(text)
  const goals: Goal[] = []
  const taken: Quantity[] = []
  for (const [i, quantity] of quantities.entries()) {
    const previous = taken.at(-1)
    const from = previous ? cutBetween(lower, previous.end, quantity.from) : 0
    if (from === undefined) continue
    if (previous && isInside(lower, previous, quantity)) continue
    const next = quantities[i + 1]
    const to = next
      ? (cutBetween(lower, quantity.end, next.from) ?? endOfGoal(lower, quantity.end))
      : endBeforeNever(lower, quantity.end)
    // `đạt từ 70% vào năm 2025, từ 90% vào năm 2027`: the second figure says the same thing of another year.
    const follows =
      previous?.percent === true && quantity.percent && /^[\s,]*$/u.test(lower.slice(from, quantity.from))
    if (!follows && !isGoal(lower, quantity, from, to, context)) continue
    taken.push(quantity)
    goals.push(
      carry(toGoal(text, lower, quantity, from, to, offset, baseline), goals.at(-1), lower.slice(from, to)),
    )
  }
  if (goals.length === 0 && context.aims) goals.push(...readFall(text, lower, offset, baseline))
  goals.push(...readNever(text, lower, offset, context))
  return goals
}

/** A clause without a figure, a fall or a `không` aims at nothing that could be counted. */
export const COULD_AIM =
  /\d|[Kk]hông|KHÔNG|[Gg]iảm|[Tt]ăng|GIẢM|TĂNG|phần trăm|nửa|[Gg]ấp |[Íí]t nhất|[Tt]ối thiểu|từ (?:một|hai|ba) /u

/** `70/74 xã đạt chuẩn`: of how many is no figure of its own. Offsets stay. */
const maskTotals = (lower: string): string =>
  lower.replace(
    /\/(?<=(?<![\d/.,])\d{1,4}\/)\d{1,4}(?= (?:xã|phường|huyện|thôn|bản|ấp|trường|trạm|đơn vị|cơ sở|khu|tuyến|vị trí|điểm|hộ|công trình|dự án))/gu,
    (total) => ' '.repeat(total.length),
  )

/** `giảm từ 23 ca xuống 18 ca`: where one comes from is no aim. Offsets stay. */
const maskOrigins = (lower: string): string =>
  lower.replace(
    /(?<=(?:giảm|tăng|nâng|hạ)[^,;.\d]{0,40}từ )\d[\d.,]*[^,;\d]{0,24}(?:\/[\d.]+ [^,;\d]{0,16})?(?=(?:xuống|lên)(?: còn| mức| đến)? \d)/gu,
    (origin) => ' '.repeat(origin.length),
  )

/** `100% xã có tối thiểu 1 trạm y tế`: the second figure belongs to what the first one counts. */
const isInside = (text: string, previous: Quantity, quantity: Quantity): boolean =>
  previous.percent &&
  !quantity.percent &&
  !/(?:tăng|thêm|phấn đấu|đạt|giảm|đồng thời)(?: (?:ít nhất|tối thiểu|khoảng|từ))?\s*$/u.test(
    text.slice(previous.end, quantity.start),
  )

/** `giảm 5% số người chết, 5% số người bị thương`; `thu đạt 100 tỷ đồng, tăng 10% so với …`: the second takes over from the first. */
const carry = (read: Goal, previous: Goal | undefined, part: string): Goal => {
  const compared = read.direction !== null || part.includes('so với')
  const goal = compared ? read : { ...read, baseline: null }
  if (!previous) return goal
  if (goal.unit === previous.unit && goal.direction === null && /^\s*(?:và )?\d/u.test(part))
    return { ...goal, direction: previous.direction, baseline: read.baseline }
  const bare = /^\s*(?:tăng|giảm)(?: thêm)?(?: khoảng| ít nhất| tối thiểu| trên| từ)?\s*\d/u.test(part)
  const nameless = goal.indicator === '' || goal.indicator === goal.unit || /^so với/iu.test(goal.indicator)
  return bare && nameless ? { ...goal, indicator: previous.indicator } : goal
}

/** `giảm 20% điểm đen, không phát sinh điểm mới`: what must not happen is an aim of its own. */
const endBeforeNever = (text: string, from: number): number => {
  const never = text
    .slice(from)
    .search(/[,;]\s*(?:và\s)?không (?:để|có|còn|phát sinh|xảy ra)(?![\p{L}\p{M}])/u)
  return never < 0 ? text.length : from + never
}

const endOfGoal = (text: string, from: number): number => {
  const stop = text.slice(from).search(/[,;]/u)
  return stop < 0 ? text.length : from + stop
}

/** The unit as printed, not in the small letters of the reading. */
const withUnit = (quantity: Quantity, text: string): Quantity => {
  if (quantity.unit === null || quantity.percent) return quantity
  const printed = text.slice(quantity.end - quantity.unit.length, quantity.end)
  return printed.toLowerCase() === quantity.unit ? { ...quantity, unit: printed } : quantity
}

/** Where one goal ends and the next begins: the last comma, `và` or `trong đó` between two figures. */
const cutBetween = (text: string, from: number, to: number): number | undefined => {
  const between = text.slice(from, to)
  const cuts = listMatches(between, /[,;:](?!\d)\s*|[\s(](?:và|trong đó|đồng thời)\s/gu)
  const last = cuts.at(-1)
  if (last) return from + last.index + last[0].length
  return undefined
}

/** `đạt trên 50% tổng số cử tri tín nhiệm`: what a vote or a meeting needs to be valid. */
const QUORUM =
  /(?:cử tri|số phiếu|tín nhiệm|tán thành|biểu quyết)[^.;]{0,80}(?<!\d)50\s?%|(?<!\d)50\s?%[^.;]{0,60}(?:cử tri (?:có mặt|tham dự|được triệu tập|triệu tập|tín nhiệm)|tín nhiệm|tán thành|biểu quyết|số phiếu)/u

const isGoal = (
  text: string,
  quantity: Quantity,
  from: number,
  to: number,
  context: GoalContext,
): boolean => {
  const before = text.slice(from, quantity.from)
  const whole = text.slice(from, to)
  const lead = text.slice(Math.max(0, quantity.from - 34), quantity.from)
  if (STATUS_START.test(text) || STATUS_NEAR.test(text.slice(0, quantity.start)) || STRENGTH.test(lead))
    return false
  // `… tới hiện trường không quá 30 phút`: a time that must not be passed is aimed at, no other time is.
  if (quantity.unit !== null && /^(?:phút|giờ)(?![\p{L}])/u.test(quantity.unit))
    return context.aims && (quantity.comparator === '<' || quantity.comparator === '<=')
  if (quantity.comparator === '<=' && LIMITS.test(text.slice(from, quantity.start)) && !quantity.percent)
    return false
  const aimed = context.aims || context.aimed || AIMED.test(text)
  if (quantity.percent) {
    if (QUORUM.test(text)) return false
    if (aimed) return true
    if (quantity.comparator !== '=') return GOAL_WORDS.test(whole)
    return (
      /(?:phấn đấu|đạt|bảo đảm|đảm bảo|giảm|tăng|nâng|số hóa|hoàn thành|duy trì)[^,;]{0,60}$/u.test(before) ||
      quantity.value === 100
    )
  }
  if (SIZE.test(lead)) return false
  if (quantity.unit === null) return context.aims && REACHES.test(before)
  if (/(?:đồng|USD)(?:\/|$)/u.test(quantity.unit)) return aimed && isIncome(before + lead)
  if (quantity.unit.startsWith('tuổi') && !/tuổi thọ/u.test(before)) return false
  const pushes =
    (aimed && MAKES.test(lead)) ||
    /(?:đạt|phấn đấu|thêm|thêm được|tăng thêm|mới|lên|xuống|bổ sung|hoàn thành|là|xây dựng|còn|[ởv]ề? mức)(?: khoảng| được| từ)?\s*$/u.test(
      lead,
    )
  // `Lắp đặt mới trạm 4G: 58 trạm`: what is to be made, and how much of it behind the colon.
  if (!aimed && BUILT.test(text.slice(0, quantity.from)) && quantity.unit !== null) return true
  if (!aimed && quantity.comparator === '>=' && MADE.test(before) && !OCCASION.test(quantity.unit))
    return true
  if (!aimed)
    return (
      pushes &&
      /^(?:km|ha|m2|m²|mw|kw)/iu.test(quantity.unit) &&
      !/(?:dự án|đoạn|tuyến)[^,;]{0,30}$/u.test(before)
    )
  if (/\//u.test(quantity.unit)) return pushes || quantity.comparator !== '=' || before.trim() === ''
  return quantity.comparator !== '=' || pushes || before.trim() === ''
}

/** `Thiết kế tối thiểu 03 mẫu nhà`: how many things a duty is to make; how often something is held is no measure. */
const MADE =
  /(?<![\p{L}\p{M}])(?<!(?:đã|vừa|mới|từng) )(?:thiết kế|xây dựng|xây mới|biên soạn|sản xuất|lắp đặt|thành lập|hình thành|trồng|nhân rộng)(?: được| mới)?\s*$/u
const OCCASION = /^(?:lần|buổi|cuộc|đợt|lớp|hội nghị|kỳ|phiên|tin|bài|người|cán bộ)(?![\p{L}\p{M}])|\//u

const BUILT =
  /^[\s\-+*]*(?:lắp đặt|đầu tư|xây dựng|xây mới|chuyển đổi|nâng cấp|cải tạo|sửa chữa|trồng|đào tạo|hỗ trợ|mua sắm|thay thế|thành lập|bổ sung)(?![\p{L}\p{M}])[^:;.]{3,80}:\s*$/u

/** Sums are aimed at where money comes in or is made; a norm of what is paid is no target. */
const isIncome = (before: string): boolean =>
  /(?:thu ngân sách|thu nhập|kim ngạch|doanh thu|doanh số|giá trị|tổng (?:vốn|mức|thu|sản phẩm)|thu hút|huy động|vốn đầu tư|grdp|gdp)/u.test(
    before,
  ) &&
  /(?:đạt|lên|là|thu hút|huy động|khoảng|trên|tối thiểu|ít nhất)(?: được| khoảng| trên)*\s*$/u.test(before)

/** `Số bác sĩ trên một vạn dân đạt 11,5`: a figure whose unit is in its name. */
const REACHES = /\p{L}{2,}.*\p{L}{2,}.*\sđạt(?: mức| khoảng)?\s*$/su

/** What is made, built, trained in a number that is aimed at. */
const MAKES =
  /(?<![\p{L}\p{M}])(?:đào tạo|xây dựng|sửa chữa|trồng|thu hút|phát triển|thành lập|công nhận|tạo|vận động|nhân rộng|làm cho|dạy nghề cho|hình thành|lắp đặt|kết nạp|chuyển đổi|nâng cấp|tổ chức|có|hóa|giữ vững|duy trì|sản xuất|xóa|xóa bỏ|kiện toàn|củng cố|hỗ trợ|xử lý(?: dứt điểm)?|khởi công|cải tạo|mở mới|gấp|bình quân|bình quân đầu người|đầu người)(?: khoảng| được| cho| thêm| mới| từ)*\s*$/u

const toGoal = (
  text: string,
  lower: string,
  quantity: Quantity,
  from: number,
  to: number,
  offset: number,
  baseline: number | null,
): Goal => {
  const lead = text.slice(from, quantity.from)
  const before = cleanIndicator(lastPart(lead))
  const tail =
    quantity.comparator === '>=' || quantity.comparator === '<='
      ? /\s*trở (?:lên|xuống)/u
      : /^\s*trở (?:lên|xuống)/u
  const after = cleanIndicator(text.slice(quantity.end, to).replace(tail, ''))
  const labelled = /:\s*(?:phấn đấu\s*)?$/iu.test(lead) && after.split(' ').length >= 2
  const changes =
    CHANGE.test(lead.slice(0, quantity.from - from).toLowerCase()) && after.split(' ').length >= 2
  const useBefore = (before.split(' ').length >= 2 && !labelled && !changes) || after === ''
  const indicator = nameGoal(before, after, useBefore, quantity)
  return {
    start: offset + from + leadingSpace(text.slice(from, to)),
    end: offset + Math.max(quantity.end, trimmedEnd(text, from, to)),
    indicator: (indicator === '' ? (quantity.unit ?? '') : indicator).slice(0, 240),
    comparator: strives(lower, quantity) ? '>=' : quantity.comparator,
    value: quantity.value,
    unit: quantity.unit,
    direction: toDirection(lower.slice(from, quantity.start), quantity),
    baseline,
    rule: 'target.figure',
  }
}

/** The noun phrase that a figure measures: from the last measure word, else from the last colon or comma. */
const lastPart = (text: string): string => {
  const lower = text.toLowerCase()
  const measures = listMatches(
    lower,
    /(?=[tcsm])(?<![\p{L}\p{M}])(?:tỷ lệ|tỉ lệ|tỷ trọng|tỷ suất|tỷ số|(?<!trong )tổng (?:số|tỷ suất|công suất|diện tích)|chỉ số|số lượng|số vụ|(?<!(?:ở|đạt|định) )mức)(?![\p{L}\p{M}])/gu,
  )
  const last = measures.at(-1)
  if (last) return text.slice(last.index)
  if (text.length < 120) return text
  const cuts = listMatches(
    lower,
    /[:;]\s|,\s(?=(?:phấn đấu|phần đầu|đảm bảo|bảo đảm|với mục tiêu|góp phần|kéo giảm|giảm|tăng))/gu,
  )
  const cut = cuts.at(-1)
  return cut ? text.slice(cut.index + 1) : text
}

/** `cắt giảm 30% thời gian …`: what changes stands after the figure. */
const CHANGE =
  /(?:cắt giảm|rút ngắn|giảm|tăng thêm|tăng|số hóa|thêm|phấn đấu|bảo đảm|đảm bảo)(?: (?:tối thiểu|ít nhất|khoảng|từ|trên|hơn))?\s*$/u

/** The words of what is measured, from both sides of the figure. */
const nameGoal = (before: string, after: string, useBefore: boolean, quantity: Quantity): string => {
  const brief = before.split(' ').length
  if (quantity.percent) {
    const verb =
      /^(?:giải ngân|hoàn thành|số hóa|xử lý|giải quyết|thực hiện|thu gom|bảo đảm|cung cấp|kiểm tra)$/iu.test(
        before,
      )
    return verb && after !== '' ? `${before} ${after}` : useBefore ? before : after
  }
  const counted = quantity.unit === null || MEASURED.test(quantity.unit) ? '' : quantity.unit
  if (!useBefore) return `${counted} ${after}`.trim()
  // `mỗi quận xây dựng ít nhất 5 tuyến phố`: who makes it names nothing without what is made.
  const maker = counted !== '' && (/^mỗi\s/iu.test(before) || MAKES.test(before.toLowerCase()))
  if (brief > 3 && !maker) return before
  const rest = counted === '' || after.split(' ').length <= 6 ? after : ''
  return `${before} ${counted} ${rest}`.replace(/\s+/gu, ' ').trim()
}
const MEASURED = /^(?:lần|km²?|km2|ha|m²|m2|m³|m3|mw|kw|tấn|kg|lít|mét|m)$|đồng|\//iu

const leadingSpace = (text: string): number => text.length - text.trimStart().length
const trimmedEnd = (text: string, from: number, to: number): number =>
  from + text.slice(from, to).trimEnd().length

/** `phấn đấu 80% thôn …`: to strive for a part is to want at least that part. */
const strives = (text: string, quantity: Quantity): boolean =>
  quantity.comparator === '=' &&
  quantity.percent &&
  typeof quantity.value === 'number' &&
  quantity.value < 100 &&
  /(?:phấn đấu|phần đầu|phấn đầu|phần đấu)\s*$/u.test(text.slice(0, quantity.from))

const toDirection = (before: string, quantity: Quantity): Goal['direction'] => {
  const near = before.slice(-90)
  if (/đạt[^,;]*$/u.test(near) && !/(?:giảm|tăng)[^,;]{0,30}$/u.test(near)) return null
  if (/(?:kéo giảm|cắt giảm|rút ngắn|giảm|hạ thấp)(?! (?:nghèo|nhẹ|thiểu rủi ro))[^,;]*$/u.test(near))
    return 'decrease'
  if (quantity.unit === '%/năm' && /tăng[^,;]*$/u.test(near)) return 'increase'
  if (
    /(?:^|\s)tăng(?: thêm| lên| gấp)?(?: bình quân| tối thiểu| ít nhất| khoảng| từ| trên| hơn)*\s*$/u.test(
      near,
    )
  )
    return 'increase'
  return null
}

const toBaseline = (text: string): number | null => {
  const match = /so với (?:cùng kỳ )?(?:của )?(?:năm )?(\d{4})(?!\d)/u.exec(text)
  const year = match?.[1] ? Number(match[1]) : undefined
  return year !== undefined && year >= 1945 && year <= 2100 ? year : null
}
