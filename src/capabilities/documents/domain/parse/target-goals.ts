import type { Comparator } from '../../contract.ts'

/** A goal as it stands in a clause. Offsets are of the text that was read. */
export interface Goal {
  readonly start: number
  readonly end: number
  readonly indicator: string
  readonly comparator: Comparator
  readonly value: number | readonly [number, number] | null
  readonly unit: string | null
  readonly direction: 'increase' | 'decrease' | null
  readonly baseline: number | null
  readonly rule: string
}

/** What is known of the place: in a section of aims bare figures count, elsewhere only figures aimed at. */
export interface GoalContext {
  readonly aims: boolean
  /** The sentence says that it aims: `phấn đấu`, `mục tiêu`. */
  readonly aimed: boolean
}

/** What is or was, not what is aimed at: at the start of a clause, or close before the figure. */
export const STATUS_START =
  /^\s*(?:hiện nay|hiện|đến nay|tính đến|thời gian qua|năm qua|trong những năm qua|theo (?:số liệu|thống kê|báo cáo))(?![\p{L}])/u

const LEADING =
  /^(?:[\s\-+*:,;.)]|\(\d[^()]{0,12}\)|(?:toàn bộ|tất cả) \($|năm \d{4}|(?:chỉ tiêu|mục tiêu) \d{1,2}(?:\.\d{1,2})*\s*[:.]|trở đi(?![\p{L}\p{M}])|(?:trong )?giai đoạn \d{4}\s?-\s?\d{4}|(?:(?:để|nhằm) )?(?:(?:hoàn thành|đạt được|được|thực hiện) )?(?:các )?mục tiêu(?![\p{L}\p{M}])|(?:phấn đấu|phần đầu|phấn đầu|phần đấu|trong đó|cụ thể|đến hết|đến|trong|vào|năm|có|và|từ|với|là|đạt|thì|mục tiêu|mỗi năm|hằng năm|hàng năm|góp phần|tập trung)(?![\p{L}\p{M}]))+/u
const TRAILING =
  /(?:[\s\-+*:,;.]|(?<![\p{L}\p{M}])(?:đạt|là|có|chiếm|khoảng|tối thiểu|ít nhất|từ|trên|dưới|(?<!trở )lên|(?<!trở )xuống|còn|và|hằng|hàng|được|đến hết|đến|trong|vào|năm|bình quân|hơn|phấn đấu|không dưới|khoảng từ|thêm|tăng|gấp|giảm|kéo|tại|cho|với|mức|ở mức|ổn định|duy trì|mỗi|mỗi năm|so với(?: cùng kỳ)?(?: năm(?: \d{4})?)?)(?![\p{L}\p{M}]))+$/u

/** An indicator without the words of aiming around it. */
export const cleanIndicator = (text: string): string => {
  const lower = text.toLowerCase()
  const lead = LEADING.exec(lower)?.[0].length ?? 0
  const rest = text.slice(lead)
  const trail = TRAILING.exec(rest.toLowerCase())?.[0].length ?? 0
  return rest
    .slice(0, rest.length - trail)
    .replace(/\s+/gu, ' ')
    .trim()
}
