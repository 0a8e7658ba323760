import { cleanName, readAgencyList, splitAgencies } from './agencies.ts'
import { foldText, listMatches } from './words.ts'

/** The words come first and the look at the letter before them second, here and below: few places ask for it. */
const WITH =
  /phối (?<![\p{L}\p{M}]phối )(?:kết )?hợp(?: (?:chặt chẽ|thường xuyên|hiệu quả|đồng bộ|kịp thời|tốt|có hiệu quả|,|và))*(?: (?:với|cùng với|cùng|giữa))?(?: (?:các |lực lượng )?)?/giu
/** `Sở A chủ trì cùng Sở B rà soát …`. */
const LEADS_WITH = /chủ trì(?<![\p{L}\p{M}]chủ trì),? cùng(?: với)? (?:các |lực lượng )?/giu
const SHARE =
  /(?:chia sẻ|kết nối|liên thông)(?<![\p{L}\p{M}](?:chia sẻ|kết nối|liên thông))[^.;]{3,160}? với /giu

/** Who works along: the agencies after `phối hợp với …`, `chia sẻ … với …`. As printed, each once. */
export const findPartners = (raw: string): readonly string[] => {
  const text = foldText(raw)
  const found: string[] = []
  for (const rule of [WITH, LEADS_WITH, SHARE]) {
    for (const match of listMatches(text, rule)) {
      const at = match.index + match[0].replace(/(?:các |lực lượng )$/u, '').length
      const list = readAgencyList(raw, at)
      const first = list.agencies[0]
      if (!first || first.start > at + 2) continue
      for (const agency of list.agencies) if (!found.includes(agency.name)) found.push(agency.name)
    }
  }
  return found
}

/** A list's parts: `; `, or sentences that each begin with the name of a body. */
const PARTS =
  /\s*;\s*|(?<=\p{Ll}{2})\.\s+(?=(?:Sở|UBND|(?:Ủy|Uỷ) ban|Công an|Văn phòng|Các (?:sở|phòng|ban))\s)/u

/** The agencies of an attribute's value: a list, or sentences that each begin with their agencies. */
export const listAttributeAgencies = (raw: string): readonly string[] => {
  const found: string[] = []
  for (const part of raw.split(PARTS)) {
    const list = readAgencyList(part, 0)
    const rest = foldText(part.slice(list.end)).trim()
    if (
      list.agencies.length > 0 &&
      /^(?:chủ trì|tiến hành|rà soát|tham mưu|theo dõi|thực hiện|tổ chức|chủ động|xây dựng|hướng dẫn|thúc đẩy|tổng hợp|phối hợp|trong phạm vi|gửi|báo cáo|đề xuất)/u.test(
        rest,
      )
    ) {
      found.push(...list.agencies.map((agency) => agency.name), ...listAfterScope(part, rest))
    } else found.push(...splitAgencies(firstSentence(part)))
  }
  return [...new Set(found.map(cleanName).filter((name) => name !== ''))]
}

/** `Sở A, các sở trong phạm vi nhiệm vụ của mình và các cơ quan khác có liên quan`: a scope parts the list. */
const listAfterScope = (part: string, rest: string): readonly string[] => {
  if (!/^(?:trong phạm vi|theo chức năng)/u.test(rest)) return []
  const scope =
    /(?:trong phạm vi|theo chức năng)[^.;]{4,80}? và (?=(?:các|Các|Sở|UBND|Ủy ban|Công an) )/u.exec(
      foldText(part),
    )
  if (!scope) return []
  const list = readAgencyList(part, scope.index + scope[0].length)
  return /^[\s.]*$/u.test(part.slice(list.end)) ? list.agencies.map((agency) => agency.name) : []
}

const firstSentence = (text: string): string => /^(.*?[\p{L}\p{M})])\.(?:\s|$)/su.exec(text)?.[1] ?? text
