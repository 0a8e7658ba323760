import type { DeadlineKind } from '../../contract.ts'
import type { DateMention } from './dates.ts'

/** What surrounds a date, as the judgement needs it. All texts are folded and in small letters. */
export interface DateContext {
  /** The sentence up to the date, and from the date on. */
  readonly before: string
  readonly after: string
  /** The paragraph is `Thời gian …:`, or stands below one. */
  readonly isTime: boolean
  /** The paragraph stands among purposes and requirements. */
  readonly isPurpose: boolean
  /** The paragraph stands among aims. */
  readonly isAim: boolean
  /** The paragraph is a heading. */
  readonly isHeading: boolean
  /** The day, month or year on which the document was signed, as far as known. */
  readonly issuedOn: string | null
  /** The first year that the document is for. */
  readonly firstYear: number | undefined
}

export interface Judged {
  readonly kind: DeadlineKind
  readonly on: string | null
  readonly recurrence: string | null
  readonly rule: string
}

/** Words that make a date one of history, of law, or of another document. */
const MEMORY =
  /(?:kỷ niệm|ngày sinh|ngày mất|ngày thành lập|ngày truyền thống|ngày giải phóng|khởi nghĩa|chiến thắng|chào mừng|ngày toàn quốc|tổng tuyển cử)[^,;.]{0,160}$/u
const OF_A_DOCUMENT =
  /(?:\/[\p{L}\d-]+,?|(?<![\p{L}])(?:ban hành|ký|thông qua|phê duyệt|công bố|luật|nghị định|thông tư|nghị quyết|quyết định|chỉ thị|công điện|kế hoạch|thông báo|công văn|hướng dẫn|kết luận)(?: số)?(?: \S+)?),?\s*(?:ngày\s*)?$/u
const IN_FORCE = /(?:có hiệu lực|hiệu lực thi hành|được thông qua)[^,;.]{0,40}$/u
const AS_OF = /thời điểm(?: là)?(?: \d{1,2}\s?(?:giờ|h)(?:\s?\d{2})?,?)?\s*(?:ngày\s*)?$/u
const PAST = /(?:đã|vừa qua|xảy ra|ghi nhận|tính đến|số liệu)[^,;.]{0,40}$/u

const BY =
  /(?:trước|chậm nhất|muộn nhất|hạn cuối|đến hết|không muộn hơn|xong|hoàn thành|trong|vào|đến|hạn|tới|cuối|hết)\s*(?:trong|là|vào|hết|cuối|đầu|trước|nhất|ngày|tháng|năm|quý|[,:(])*\s*$/u
const SINCE = /(?:kể từ|bắt đầu từ|từ)\s*(?:ngày|tháng|năm|đầu)*\s*$/u
const REPORTS = /(?:báo cáo|gửi|nộp|trình|hồ sơ|đăng ký|tổng hợp)/u
const WHOLE_PERIOD =
  /(?:từ (?:khi|ngày|nay)[^;.]{0,60}đến (?:hết )?(?:ngày )?|(?:được )?(?:triển khai|thực hiện|tổ chức|phát động)[^;.]{0,40}đến hết (?:ngày )?|thời gian[^;.]{0,60}đến (?:hết )?(?:ngày )?)\s*$/u

/** `Số liệu báo cáo tính từ ngày 15 tháng 12 năm trước đến ngày 14 tháng 12`: what a report counts, not when it is due. */
const DATA_PERIOD =
  /(?:số liệu|kỳ báo cáo|thời gian báo cáo)[^.;]{0,40} (?:tính|chốt|lấy|được tính|được lấy|thống kê) (?:số liệu )?từ(?=\s*$| (?:ngày|tháng|\d))(?![^.;]*(?:gửi|(?<!năm )trước|chậm nhất))[^.;]{0,120}$/u

/** Whether a date binds somebody, and how; undefined when it does not. */
export const judgeDate = (mention: DateMention, context: DateContext): Judged | undefined => {
  if (mention.impossible) return undefined
  if (DATA_PERIOD.test(context.before.slice(-220))) return undefined
  if (mention.precision === 'recurring') return judgeRecurring(mention, context)
  if (mention.monthDay !== null && mention.value === null) return judgeMonthDay(mention.monthDay, context)
  if (mention.value === null || isOther(mention, context)) return undefined
  switch (mention.precision) {
    case 'day':
      return judgeDay(mention.value, context)
    case 'month':
      return judgeMonth(mention.value, context)
    case 'quarter':
      return { kind: 'due', on: mention.value, recurrence: null, rule: 'deadline.quarter' }
    case 'span':
      return judgeSpan(mention.value, context)
    case 'year':
      return judgeYear(mention.value, context)
    default:
      return undefined
  }
}

const isOther = (mention: DateMention, context: DateContext): boolean => {
  const near = context.before.slice(-200)
  if (
    MEMORY.test(near) ||
    IN_FORCE.test(near) ||
    (AS_OF.test(near) && !context.isTime) ||
    /so với (?:cùng kỳ )?(?:của )?(?:năm |tháng |quý )?$/u.test(near) ||
    /\(\s*(?:ngày )?\d{1,2}\/\d{1,2}\/\d{4}\s*-\s*(?:ngày )?$/u.test(near)
  )
    return true
  if (mention.precision === 'day' && OF_A_DOCUMENT.test(near.slice(-90)) && !BY.test(near)) return true
  return isLongSpan(mention.value ?? '')
}

/** `(03/02/1930 - 03/02/2025)`: two ends of a memory, not a period of work. */
const isLongSpan = (value: string): boolean => {
  const [from, to] = value.split('/')
  if (!from || !to) return false
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 12
}

/** Only a rhythm with its day or hour is a deadline: `yearly 11-30`, `weekly fri`, `daily 09:00`. */
const judgeRecurring = (mention: DateMention, context: DateContext): Judged | undefined => {
  const rhythm = mention.recurrence ?? ''
  if (!/^(?:yearly \d{2}-\d{2}|monthly \d|quarterly \d|weekly \p{L}|daily \d)/u.test(rhythm)) return undefined
  const reports = REPORTS.test(context.before.slice(-160)) || REPORTS.test(context.after.slice(0, 90))
  return { kind: reports ? 'report' : 'due', on: null, recurrence: rhythm, rule: 'deadline.recurring' }
}

const RHYTHM = /(?:định kỳ|hằng năm|hàng năm|mỗi năm|6 tháng|06 tháng|sáu tháng)/u

/** A day and month without a year binds where it is a limit: every year, or in the one year of the document. */
const judgeMonthDay = (monthDay: string, context: DateContext): Judged | undefined => {
  const { before, after } = context
  const limit =
    context.isTime || /(?:trước|chậm nhất|muộn nhất|đến hết|hạn cuối)[^;.]{0,40}$/u.test(before.slice(-60))
  if (!limit || MEMORY.test(before.slice(-200))) return undefined
  const kind = isReported(before, after) ? 'report' : 'due'
  if (RHYTHM.test(before) || /^[^;.]{0,20}(?:(?:hằng|hàng) năm|của năm trước)/u.test(after))
    return { kind, on: null, recurrence: `yearly ${monthDay}`, rule: 'deadline.recurring' }
  const on = context.firstYear === undefined ? undefined : `${context.firstYear}-${monthDay}`
  if (on === undefined || isPast(on, context)) return undefined
  return { kind, on, recurrence: null, rule: 'deadline.without-year' }
}

const judgeDay = (value: string, context: DateContext): Judged | undefined => {
  const { before, after } = context
  if (WHOLE_PERIOD.test(before))
    return { kind: 'period', on: value, recurrence: null, rule: 'deadline.period-end' }
  if (SINCE.test(before) && !/(?:trước|chậm nhất)/u.test(before.slice(-20))) {
    return PAST.test(before)
      ? undefined
      : { kind: 'start', on: value, recurrence: null, rule: 'deadline.start' }
  }
  const reports = isReported(before, after)
  if (BY.test(before)) {
    if (PAST.test(before.slice(-60)) && isPast(value, context)) return undefined
    return { kind: reports ? 'report' : 'due', on: value, recurrence: null, rule: 'deadline.by-day' }
  }
  if (context.isTime) return { kind: 'due', on: value, recurrence: null, rule: 'deadline.time-line' }
  if (isPast(value, context)) return undefined
  return { kind: 'event', on: value, recurrence: null, rule: 'deadline.event' }
}

/** What is handed in: the words stand in the clause of the date. */
const isReported = (before: string, after: string): boolean => {
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1)
  if (
    /(?:hoàn thành|ban hành|kết thúc|thành lập|xong)[^,;.]{0,30}$/u.test(clause.slice(-70)) &&
    !/gửi|nộp/u.test(clause.slice(-60))
  )
    return false
  return (
    REPORTS.test(clause.slice(-220)) ||
    /^[^.;]{0,20}(?:để )?(?:tổng hợp|báo cáo|gửi)/u.test(after.slice(0, 60))
  )
}

const isPast = (value: string, context: DateContext): boolean => {
  if (context.issuedOn !== null) return value.slice(0, context.issuedOn.length) <= context.issuedOn
  return context.firstYear !== undefined && Number(value.slice(0, 4)) < context.firstYear
}

/** The year of the document itself is its whole time, not a date in it. */
const isLater = (year: string, context: DateContext): boolean =>
  Number(year) > Math.max(context.firstYear ?? 0, Number(context.issuedOn?.slice(0, 4) ?? 0))

const judgeMonth = (value: string, context: DateContext): Judged | undefined => {
  const { before } = context
  if (/vào\s*$/u.test(before) && context.isTime)
    return { kind: 'month', on: value, recurrence: null, rule: 'deadline.in-month' }
  if (SINCE.test(before))
    return isPast(value, context) && !context.isTime
      ? undefined
      : { kind: 'start', on: value, recurrence: null, rule: 'deadline.start' }
  if (context.isTime) return { kind: 'due', on: value, recurrence: null, rule: 'deadline.time-line' }
  if (/(?:trước|chậm nhất|đến hết|hết|xong|hoàn thành)\s*(?:trong|vào|là)?\s*$/u.test(before)) {
    return { kind: 'due', on: value, recurrence: null, rule: 'deadline.by-month' }
  }
  if (isPast(value, context) && context.issuedOn !== null && value < context.issuedOn.slice(0, 7))
    return undefined
  if (/(?:trong|vào|thực hiện|dự kiến)\s*(?:các |tháng \d+\s*(?:,|và)\s*)*$/u.test(before))
    return { kind: 'month', on: value, recurrence: null, rule: 'deadline.in-month' }
  return { kind: 'event', on: value, recurrence: null, rule: 'deadline.event' }
}

const judgeSpan = (value: string, context: DateContext): Judged | undefined => {
  const years = /^\d{4}\/\d{4}$/u.test(value)
  if (!years) {
    const end = value.split('/')[1] ?? ''
    if (isPast(end, context) && !context.isTime) return undefined
    return { kind: 'period', on: value, recurrence: null, rule: 'deadline.period' }
  }
  if (/nhiệm kỳ\s*$/u.test(context.before)) return undefined
  const phase = context.isHeading && /^(?:giai đoạn|đợt|bước)[^,;.:]{0,16}[(:]\s*$/u.test(context.before)
  if (context.isTime || phase)
    return { kind: 'period', on: value, recurrence: null, rule: 'deadline.time-line' }
  // `thực hiện từ năm 2026 đến năm 2028` binds a duty; the years in the name of a plan do not.
  if (
    !context.isPurpose &&
    !context.isHeading &&
    WORKED_IN.test(context.before) &&
    !TITLE.test(context.before)
  )
    return { kind: 'period', on: value, recurrence: null, rule: 'deadline.period' }
  // `- Giai đoạn 2026 - 2030: giao 12.000 ha` opens an item with the time in which it is done.
  if (
    !context.isPurpose &&
    /^[\s\-+*]*giai đoạn\s*$/u.test(context.before) &&
    /^\s*:\s*\p{L}/u.test(context.after)
  )
    return { kind: 'period', on: value, recurrence: null, rule: 'deadline.period' }
  // `Trong giai đoạn 2026 - 2030, bảo đảm …` opens a duty or an aim.
  if (
    !context.isPurpose &&
    /^\s*trong giai đoạn\s*$/u.test(context.before) &&
    /^\s*(?:,|phấn đấu)/u.test(context.after)
  )
    return { kind: 'period', on: value, recurrence: null, rule: 'deadline.period' }
  if (!context.isPurpose && isLastBracket(context) && !NAMED.test(context.before))
    return { kind: 'period', on: value, recurrence: null, rule: 'deadline.period' }
  const measured =
    /(?:trong|cả) giai đoạn\s*$/u.test(context.before) && /\d\s?%/u.test(context.before.slice(-120))
  return measured
    ? { kind: 'period', on: value, recurrence: null, rule: 'deadline.measured-period' }
    : undefined
}

/** `Số hóa bản đồ (2025 - 2030).` ends an item with when it is done; the years behind a programme's name are its own. */
const isLastBracket = ({ before, after }: DateContext): boolean =>
  /\(\s*(?:xuyên suốt |trong )?(?:giai đoạn |năm |từ )?$/u.test(before) &&
  /^\s*(?:trở đi\s*)?\)\s*[.;]?\s*$/u.test(after)
const NAMED =
  /(?:đề án|chương trình|chiến lược|kế hoạch|dự án|nghị quyết|phương án|phong trào|vận động|nhiệm kỳ|quy hoạch (?:tỉnh|vùng|ngành))[^,;.]*$/u

const WORKED_IN =
  /(?<![\p{L}\p{M}])(?:thực hiện|triển khai|hoàn thành|tiến hành|tổ chức)(?: trong)?(?: \d+ năm)?,?(?: giai đoạn)?(?: từ)?(?: năm)?\s*$/u

const GOES_ON =
  /^\s*(?:và|,)?\s*(?:các |những )?năm (?:tiếp theo|sau|kế tiếp)|^\s*(?:trở đi|và hằng năm|và định kỳ)/u
const HORIZON = /(?:đến|hết|tới|vào|tầm nhìn|cuối)\s*(?:hết|cuối)?\s*(?:năm)?\s*$/u
const TITLE =
  /(?:đề án|chương trình|chiến lược|quy hoạch|kế hoạch|dự án|nghị quyết|phương án|đề cương|lộ trình)(?![^,;.]{0,200}(?:đạt|phấn đấu|mục tiêu))[^,;.]*$/u

/** What is done once: in which year it is done is when it is due. */
const DONE_ONCE =
  /(?<![\p{L}\p{M}])(?:sơ kết|tổng kết|khởi công|khánh thành|thông xe|bàn giao|nghiệm thu|ban hành|(?<!(?:chương|công|quy|lộ|tiến|tờ|giáo) )trình)[^,;.]{0,60}\s(?:vào|trong|trước|đến hết)\s*(?:năm)?\s*$/u

/** `hết năm 2027, tổ chức tổng kết …`. */
const CLOSES = /^,?\s*(?:tổ chức |tiến hành )?(?:sơ kết|tổng kết|đánh giá)(?![\p{L}\p{M}])/u

/** `Năm 2031: Rà soát, tổng kết …` opens an item with the year in which it is done. */
const isStage = (before: string, after: string, context: DateContext): boolean =>
  !context.isPurpose && /^[\s\-+*]*năm\s*$/u.test(before) && /^\s*:\s*\p{L}{2}/u.test(after)

/** `Giải quyết căn bản hồ sơ còn tồn đọng vào năm 2031.`: the year at the end of the sentence. */
const MADE_BY =
  /(?:^|[.;]\s*)[\s\-+*]*(?:hoàn thành|giải quyết|xử lý|xây dựng|ban hành|trình)(?![\p{L}\p{M}])[^.;]{5,300}(?:vào|đến hết|trước|trong)\s*(?:năm)?\s*$/u

/** `phấn đấu đạt 20% xã, phường không ma túy ngay trong năm 2030`: the year by which a share is reached. */
const SHARE_IN =
  /(?:phấn đấu|đạt|mục tiêu|chỉ tiêu|bảo đảm|đảm bảo)[^;.%]{0,60}\d\s?% (?![^;.%\d]*(?:kế hoạch|dự toán|vốn|chỉ tiêu))[^;.%\d]{3,60}?(?: ngay)?(?: trong| vào| đến| đến hết)? năm\s*$/u

/** `Một số giải pháp trọng tâm từ nay đến năm 2028` above the works. */
const HEADED_BY =
  /^[^.;:]*(?:nội dung|nhiệm vụ|giải pháp|công việc|hoạt động)[^.;:]*\sđến (?:hết |cuối )?năm\s*$/u

const judgeYear = (value: string, context: DateContext): Judged | undefined => {
  const { before, after } = context
  if (/(?:so với|cùng kỳ|của năm|số liệu)\s*(?:của\s*)?(?:năm)?\s*$/u.test(before)) return undefined
  if (context.isTime) {
    const kind = GOES_ON.test(after) ? 'start' : 'due'
    return { kind, on: value, recurrence: null, rule: 'deadline.time-line' }
  }
  if (
    /hoàn thành(?: \p{L}+){0,8} (?:trong|trước|đến hết|đến)\s*(?:năm)?\s*$/u.test(before) &&
    !context.isPurpose
  ) {
    return { kind: 'due', on: value, recurrence: null, rule: 'deadline.by-year' }
  }
  // `Báo cáo giữa kỳ (năm 2030)`; awards at `Sơ kết (năm 2030)` are no deadline.
  if (
    /báo cáo[^.;(]{0,40}(?:giữa kỳ|sơ kết|tổng kết)[^.;(]{0,60}\(\s*(?:năm)?\s*$/u.test(before) &&
    /^\s*\)/u.test(after)
  )
    return { kind: 'report', on: value, recurrence: null, rule: 'deadline.by-year' }
  if (
    /(?:chậm nhất(?: trong| vào)?|muộn nhất(?: trong| vào)?|(?:xong|hoàn thành|ban hành|xử lý|dứt điểm)[^,;.]{0,80} trước)\s*năm\s*$/u.test(
      before,
    ) &&
    !context.isPurpose
  )
    return { kind: 'due', on: value, recurrence: null, rule: 'deadline.by-year' }
  if (DONE_ONCE.test(before) && !context.isPurpose && isLater(value, context))
    return { kind: 'due', on: value, recurrence: null, rule: 'deadline.by-year' }
  if (
    /(?:^|[\s;,.])(?:đến )?(?:hết|cuối)\s*(?:năm)?\s*$/u.test(before) &&
    CLOSES.test(after) &&
    !context.isPurpose
  )
    return { kind: 'due', on: value, recurrence: null, rule: 'deadline.by-year' }
  if (context.isAim && /^\s*(?:năm\s*)?$/u.test(before) && /^\s*:/u.test(after))
    return { kind: 'horizon', on: value, recurrence: null, rule: 'deadline.horizon' }
  // `từ nay đến hết năm 2026`: as long as work goes on, unless the words name a plan.
  if (
    /từ nay (?:cho )?đến (?:hết|cuối)\s*(?:năm)?\s*$/u.test(before) &&
    !context.isPurpose &&
    !TITLE.test(before)
  )
    return { kind: 'period', on: value, recurrence: null, rule: 'deadline.period-end' }
  if (SINCE.test(before) && /^\s*trở đi/u.test(after) && !context.isPurpose)
    return { kind: 'start', on: value, recurrence: null, rule: 'deadline.start' }
  if (isStage(before, after, context))
    return {
      kind: context.isAim ? 'horizon' : 'due',
      on: value,
      recurrence: null,
      rule: 'deadline.time-line',
    }
  if (
    /(?:^|[,;:])\s*(?:năm\s*)?$/u.test(before) &&
    /^\s*(?:phấn đấu )?đạt /u.test(after) &&
    /\d\s?%/u.test(after)
  )
    return { kind: 'horizon', on: value, recurrence: null, rule: 'deadline.horizon' }
  // `Năm 2026, hoàn thành việc hỗ trợ …`, `Đến năm 2028, giải quyết căn bản …` open a duty with its year.
  if (
    !context.isPurpose &&
    /^[\s\-+*]*(?:(?:đến|trong)(?: hết| cuối)? )?năm\s*$/u.test(before) &&
    /^,\s*(?:phấn đấu )?(?:hoàn thành|giải quyết|xử lý (?:xong|dứt điểm)|triển khai xong|xây dựng xong)(?![\p{L}\p{M}])/u.test(
      after,
    )
  )
    return { kind: context.isAim ? 'horizon' : 'due', on: value, recurrence: null, rule: 'deadline.by-year' }
  if (context.isHeading && !context.isPurpose && HEADED_BY.test(before))
    return { kind: 'horizon', on: value, recurrence: null, rule: 'deadline.horizon' }
  // `Hoàn thành việc xây dựng văn bản (trong năm 2026).` ends a duty with its year.
  if (
    !context.isPurpose &&
    /\(\s*trong năm\s*$/u.test(before) &&
    isLastBracket(context) &&
    !NAMED.test(before)
  )
    return { kind: 'due', on: value, recurrence: null, rule: 'deadline.by-year' }
  if (!context.isPurpose && /^\s*trở đi/u.test(after) && isLastBracket(context) && !NAMED.test(before))
    return { kind: 'start', on: value, recurrence: null, rule: 'deadline.start' }
  const isAhead = context.issuedOn === null || value >= context.issuedOn.slice(0, 4)
  if (isAhead && SHARE_IN.test(before))
    return { kind: 'horizon', on: value, recurrence: null, rule: 'deadline.horizon' }
  if (!HORIZON.test(before)) return undefined
  if (MADE_BY.test(before) && /^\s*[.;]?\s*$/u.test(after) && !TITLE.test(before) && !context.isPurpose)
    return { kind: context.isAim ? 'horizon' : 'due', on: value, recurrence: null, rule: 'deadline.by-year' }
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. '), 0))
  const aims = context.isAim && !TITLE.test(clause)
  const measured =
    /(?:phấn đấu|phần đầu|mục tiêu|chỉ tiêu|tỷ lệ|tỷ trọng)/u.test(clause.slice(-90) + after.slice(0, 120)) &&
    (/\d\s?%|đạt/u.test(after.slice(0, 200)) ||
      (/(?:phấn đấu|mục tiêu)[^,;.]{0,20}$/u.test(clause) && /^[^\d,;.]{1,80}\d/u.test(after))) &&
    !TITLE.test(clause)
  const share =
    (isAhead && /^,? (?:dự kiến|ước) đạt\s[^,;.]{0,30}\d/u.test(after)) ||
    (isAhead &&
      !TITLE.test(clause) &&
      /^,? (?:phấn đấu )?đạt(?: khoảng| trên| ít nhất| tối thiểu)* \d/u.test(after)) ||
    /^,?\s*(?:(?:có|phấn đấu|ít nhất|trên|tối thiểu) )*\d[\d.,]*\s?%/u.test(after) ||
    (isAhead &&
      /^,?\s*(?:đạt|bảo đảm|đảm bảo)(?: (?:có|ít nhất|trên|tối thiểu))*\s+\d[\d.,]*\s?%/u.test(after))
  return aims || measured || share
    ? { kind: 'horizon', on: value, recurrence: null, rule: 'deadline.horizon' }
    : undefined
}
