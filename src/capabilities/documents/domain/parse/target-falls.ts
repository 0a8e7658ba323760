import { cleanIndicator, STATUS_START, type Goal, type GoalContext } from './target-goals.ts'
import { listMatches } from './words.ts'

/** `kéo giảm … so với năm 2023`: a goal without a number, compared with a year. */
export const readFall = (
  text: string,
  lower: string,
  offset: number,
  baseline: number | null,
): readonly Goal[] => {
  if (baseline === null || STATUS_START.test(lower)) return []
  const match = /(?:kiềm chế(?:,| và)? )?(?:kéo giảm|giảm sâu|giảm|tăng)(?![\p{L}\p{M}])/u.exec(lower)
  if (!match || /tăng (?:cường|trưởng)/u.test(lower.slice(match.index, match.index + 12))) return []
  const rises = match[0].endsWith('tăng')
  const stop = lower.slice(match.index).search(/,\s*không (?:để|có)/u)
  const end = stop < 0 ? text.trimEnd().length : match.index + stop
  const indicator = cleanIndicator(text.slice(match.index + match[0].length, end).replace(/so với .*$/u, ''))
  return [
    {
      start: offset + match.index,
      end: offset + end,
      indicator: indicator.slice(0, 240),
      comparator: rises ? '>' : '<',
      value: null,
      unit: null,
      direction: rises ? 'increase' : 'decrease',
      baseline,
      rule: 'target.without-figure',
    },
  ]
}

const NEVER =
  /không (?<![\p{L}\p{M}]không )(?:để(?: (?:xảy ra|tái diễn|hình thành|ùn tắc))?|có|còn|phát sinh|xảy ra) (?!(?:họ|kéo dài|lọt|sót|chậm|bị|ảnh hưởng|lây lan|tồn đọng(?! \p{L}+ \p{L}+)|trùng(?! (?:lắp|lặp) \p{L}+)|bỏ|lợi dụng|làm|gây|đứt|gián đoạn|lãng phí|ai|thể|khả năng|liên quan|nhu cầu|công việc|việc|phép|giấy|điều kiện|đủ|còn|(?<=có )cơ sở|trong|sự|thời gian|quyền)(?![\p{L}\p{M}]))([^,;.:]{2,160})/gu

const LEADS_ON = /^,\s*(?:tạo|bảo đảm|đảm bảo|góp phần|nhằm|phục vụ|giữ|qua đó|từ đó)(?![\p{L}\p{M}])/u

const STANDS =
  /^không để [^.;]{2,90}? (?:ở|tại|trên|dưới|trong) (?:những |các )?(?:vị trí|nơi|khu vực|lòng đường|vỉa hè|hành lang|bãi|vùng)(?![\p{L}\p{M}])/u

/** So far back at most stands the share: a line of a thousand noughts is not read again from its start for each. */
const SHARE_REACH = 120
const SHARE_OF =
  /\d\s?%(?: (?:số|tổng số|các))* (?:xã|phường|thị trấn|thôn|tổ dân phố|huyện|cơ quan|đơn vị|địa phương|trường|hộ|gia đình|cơ sở|doanh nghiệp|tuyến)[^.;:\d]{0,40}$/u

/** `Không để …`: a target of nought, wherever it stands. `Không có …`, `không phát sinh …` only among aims. */
export const readNever = (
  text: string,
  lower: string,
  offset: number,
  context: GoalContext,
): readonly Goal[] => {
  const goals: Goal[] = []
  for (const match of listMatches(lower, NEVER)) {
    const phrase = match[0]
    const happens =
      /không để (?:xảy ra|phát sinh|tái diễn|hình thành|ùn tắc|tồn đọng|trùng l[ắặ]p)| xảy ra/u.test(phrase)
    // Among duties only hot spots and black spots that must not arise are counted.
    if (
      /không để phát sinh/u.test(phrase) &&
      !context.aims &&
      !/phát sinh (?:điểm nóng|điểm đen)/u.test(phrase)
    )
      continue
    if (!context.aims && !happens && !phrase.startsWith('không để')) continue
    if (/^không (?:có|còn|phát sinh|xảy ra) /u.test(phrase) && !context.aims) continue
    if (/^(?:nếu|trường hợp|khi)/u.test(lower.trim()) && !context.aims) continue
    // `không để máy móc, thiết bị ở nơi có nguy cơ sạt lở` says where things must not stand.
    if (!context.aims && !happens && STANDS.test(lower.slice(match.index, match.index + 160))) continue
    // Among duties a phrase that only leads on to another aim is a manner of work, no target.
    if (!context.aims && LEADS_ON.test(lower.slice(match.index + phrase.length))) continue
    // `Ít nhất 95% xã không để phát sinh …`: the share is the aim, the nought says what is shared.
    if (SHARE_OF.test(lower.slice(Math.max(0, match.index - SHARE_REACH), match.index))) continue
    const words = text.slice(match.index, match.index + phrase.length)
    const jam = /không để ùn tắc/u.test(phrase)
    const thing = jam ? words.replace(/^.*?(?=ùn tắc)/u, '') : (match[1] ?? '')
    const indicator = cleanIndicator(jam ? thing : words.slice(words.length - thing.length)).replace(
      / xảy ra$/u,
      '',
    )
    goals.push({
      start: offset + match.index,
      end: offset + match.index + phrase.trimEnd().length,
      indicator,
      comparator: '=',
      value: 0,
      unit: toCase(indicator.toLowerCase()),
      direction: null,
      baseline: null,
      rule: 'target.never',
    })
  }
  return goals
}

/** What is counted when something must not happen: cases of accidents, procedures, tasks, households. */
const toCase = (indicator: string): string | null => {
  if (/^(?:tnđb|tngt|tai nạn|ùn tắc|vụ|cháy|nổ|sự cố)/u.test(indicator)) return 'vụ'
  if (/^(?:tthc|thủ tục|hồ sơ)/u.test(indicator)) return indicator.startsWith('hồ sơ') ? 'hồ sơ' : 'thủ tục'
  if (/^nhiệm(?: vụ)?/u.test(indicator)) return 'nhiệm vụ'
  return /^(?:hộ|người|xã|đơn vị|trường hợp|vụ việc|ca)(?![\p{L}])/u.exec(indicator)?.[0] ?? null
}
