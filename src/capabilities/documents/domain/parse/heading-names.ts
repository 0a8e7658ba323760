import { cleanName } from './agencies.ts'
import { findHead } from './agency-heads.ts'
import { STRONG_PREDICATES } from './predicates.ts'
import { foldText, oneOf } from './words.ts'

/**
 * A title that is the name of whoever has the duties below it, although the vocabulary does not know how
 * the name ends: `Tổ đảng ở Thường trực Ủy ban Quốc phòng và An ninh`, `Phòng Quản lý vận tải, phương tiện`.
 * Only believed where the work is shared out (`PHÂN CÔNG NHIỆM VỤ`, `TỔ CHỨC THỰC HIỆN`).
 */
export const readHeadingNames = (raw: string): readonly string[] => {
  const text = foldText(raw)
    .replace(/\s+-\s+\p{Ll}[^-]*$/u, '')
    .replace(/[\s:.;]+$/u, '')
  if (text.length < 4 || text.length > 200 || /[:;.!?](?:\s|$)/u.test(text)) return []
  if (findHead(text, 0) === undefined || PREDICATE.test(text)) return []
  const names: string[] = []
  let from = 0
  for (const separator of text.matchAll(/\s*(?:[,;]|(?<![\p{L}\p{M}])và(?![\p{L}\p{M}]))\s*/gu)) {
    const next = separator.index + separator[0].length
    if (separator.index <= from || findHead(text, next) === undefined) continue
    names.push(cleanName(raw.slice(from, separator.index)))
    from = next
  }
  names.push(cleanName(raw.slice(from, text.length)))
  return names.filter((name) => name !== '')
}

/** A sure predicate anywhere makes the title a sentence. */
const PREDICATE = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${oneOf(STRONG_PREDICATES.filter((word) => word !== 'tham mưu' && word !== 'tổng hợp'))})(?![\\p{L}\\p{M}])`,
  'u',
)

/** A heading below which the work is shared out among those who are its titles. */
export const sharesOut = (heading: string): boolean =>
  /phân công|trách nhiệm|tổ chức (?:triển khai )?thực hiện|triển khai thực hiện|nhiệm vụ của/iu.test(
    foldText(heading).slice(0, 120),
  )
