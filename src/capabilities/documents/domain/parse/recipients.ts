import { findAgencies } from './agencies.ts'
import { foldText, listMatches } from './words.ts'

/** In small letters; the look at the letter before the word comes last, since few places ask for it. */
const SENDS =
  /(?:báo cáo|phản ánh|gửi|trình|kiến nghị|thông tin|phản hồi)(?<![\p{L}\p{M}](?:báo cáo|phản ánh|gửi|trình|kiến nghị|thông tin|phản hồi))(?![\p{L}\p{M}])/gu
const TO =
  /(?:(?:báo cáo|trình|gửi|về|tới|lên|phản ánh|kiến nghị|thông tin)(?: ngay| kịp thời| nhanh| khẩn cấp)*|(?:báo cáo|gửi|phản ánh|đề xuất|trình)[^,;.]{0,30} (?:với|cho|đến))\s*$/u
const AUTHORITY = /(?:cấp|cơ quan)(?: nhà nước)? có thẩm quyền/u

/** To whom a clause sends its report, with the office through which it goes; null when it does not say. */
export const findRecipient = (raw: string): string | null => {
  const text = foldText(raw)
  const lower = text.toLowerCase()
  for (const sends of listMatches(lower, SENDS)) {
    const from = sends.index
    const window = raw.slice(from, from + 260)
    const found = findNamed(window)
    if (found) return found
    const authority = AUTHORITY.exec(lower.slice(from, from + 120))
    if (authority) return raw.slice(from + authority.index, from + authority.index + authority[0].length)
  }
  return null
}

/** What is reported, run on after the name: `UBND tỉnh những khó khăn`, `Thủ tướng Chính phủ các biện pháp`. */
const WHAT =
  / (?:(?:những|kết quả|tình hình|khó khăn|vướng mắc|vào|trước|việc|định kỳ|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm))(?!\p{Ll})|các (?!huyện|quận|xã|phường|thị|tỉnh|thành phố|[Ss]ở|[Bb]an|[Bb]ộ|ngành|cấp|đơn vị|cơ quan|khu|địa phương|tổ chức|đoàn thể|thôn|cụm|trường|phòng|dân tộc))/u

const findNamed = (window: string): string | null => {
  const folded = foldText(window)
  const mentions = findAgencies(window)
  for (const [i, mention] of mentions.entries()) {
    if (!TO.test(folded.slice(0, mention.start).toLowerCase())) continue
    let end = mention.end
    for (const next of mentions.slice(i + 1)) {
      if (!/^\s*(?:,|và|;)\s*(?:gửi\s*)?$/u.test(folded.slice(end, next.start))) break
      end = next.end
    }
    const cut = WHAT.exec(folded.slice(mention.start, end))
    if (cut)
      return window
        .slice(mention.start, mention.start + cut.index)
        .replace(/\s+/gu, ' ')
        .trim()
    return window.slice(mention.start, end).replace(/\s+/gu, ' ').trim() + through(window, folded, end)
  }
  return null
}

/** `(qua Sở …)`, `thông qua Ban …`: the office that gathers the reports. */
const through = (window: string, folded: string, end: number): string => {
  const bracket = /^\s*(\((?:qua|thông qua)[^()]{2,120}\))/u.exec(folded.slice(end))
  if (bracket?.[1]) {
    const at = end + folded.slice(end).indexOf('(')
    return ` ${window.slice(at, at + bracket[1].length).replace(/\s+/gu, ' ')}`
  }
  const via = /(?:thông qua|qua) (?=\p{Lu})/u.exec(folded.slice(end, end + 120))
  if (!via) return ''
  const name = findAgencies(window.slice(end + via.index + via[0].length))[0]
  return name && name.start === 0 ? ` qua ${name.name}` : ''
}
