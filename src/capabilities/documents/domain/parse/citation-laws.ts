import { findDateAt } from './citation-date.ts'
import type { Mention } from './citation-mention.ts'
import { listMatches } from './words.ts'

/** The words come first and the look at the letter before them last: few places ask for it. */
const LAW = /(?:Bộ [Ll]uật|Luật|Pháp lệnh)\s(?=\p{L})(?<!\p{L}(?:Bộ [Ll]uật|Luật|Pháp lệnh)\s)/gu

/** Words that a law's own title does not have: after them the date belongs to something else. */
const NOT_TITLE =
  /(?:[;.:()“”"]|\s(?:theo|được|để|cho|tại|đã|như|nhằm|khi|với|từ|đến|trên|ban hành kèm|thực hiện từ|có hiệu lực|triển khai)(?=\s|$)|Nghị quyết|Nghị định|Chỉ thị|Kế hoạch|Quyết định|Thông tư|\d)/u

/**
 * A law that is named with its day or its year and no number: `Luật … ngày 22/6/2015`, `Luật … năm 2019`.
 * A law named by its title alone is no citation: nobody could look it up from the words.
 */
export const listLawMentions = (text: string, numbered: readonly Mention[]): Mention[] => {
  const mentions: Mention[] = []
  let from = 0
  let next = 0
  for (const match of listMatches(text, LAW)) {
    if (match.index < from) continue
    const found = findTitleEnd(text, match.index + match[0].length)
    if (!found) continue
    const end = found.end
    while (next < numbered.length && (numbered[next]?.end ?? 0) <= match.index) next++
    if ((numbered[next]?.start ?? Infinity) < end) continue
    mentions.push({
      type: match[0].startsWith('Pháp') ? 'pháp lệnh' : 'luật',
      number: null,
      issuedOn: found.value,
      issuer: null,
      start: match.index,
      end,
      rule: 'dated-law',
    })
    from = end
  }
  return mentions
}

const STOP = /\s(?:ngày\s?\d|(?:năm\s?)?(?:19|20)\d\d(?!\d|[/.]\d))/u

/** Between a law and a mere year these speak of something else. */
const NOT_BEFORE_YEAR = /\s(?:các|những|hướng dẫn|hiện hành|quy định|liên quan)(?=\s|$)/u

/** What may stand between the title and the day: `(sau đây gọi là Luật) được Quốc hội khóa XIV thông qua`. */
const PASSED =
  /\s(?:\((?:sau đây )?gọi [^()]{1,40}\)\s)?(?:đã\s)?được (?:Quốc hội|Ủy ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội)[^;.:“”"]{0,70}?\s?thông qua(?:\svào)?$/u

/** The title runs to its "ngày …" or "năm …", through nothing that a title does not have. */
const findTitleEnd = (text: string, at: number): { value: string | null; end: number } | undefined => {
  const rest = text.slice(at, at + 260)
  const stop = STOP.exec(rest)
  if (!stop || stop.index < 4) return undefined
  // The short form in brackets belongs to the title.
  const title = rest
    .slice(0, stop.index)
    .replace(PASSED, '')
    .replace(/\s\(\p{Lu}[\p{Lu}\s]{1,14}\)/gu, '')
  if (title.length > 180) return undefined
  if (NOT_TITLE.test(title) || /(?:trước|chậm nhất|đến|từ|vào|xong|hoàn thành)(?: hết)?\s*$/u.test(title))
    return undefined
  const sign = stop[0].trimStart()
  if (!sign.startsWith('ngày') && NOT_BEFORE_YEAR.test(title)) return undefined
  if (!sign.startsWith('ngày') && title.split(' ').length > (sign.startsWith('năm') ? 14 : 8))
    return undefined
  if (/^\d/u.test(sign)) return { value: sign, end: at + stop.index + stop[0].length }
  const dated = findDateAt(text, at + stop.index)
  return dated?.value ? { value: dated.value, end: dated.end } : undefined
}
