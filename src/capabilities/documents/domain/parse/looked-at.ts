import { opensPredicate } from './agencies.ts'
import { isHeadingLike } from './section-roles.ts'
import { listSections } from './outline.ts'
import type { Section } from './types.ts'
import { foldText, lowerFirst } from './words.ts'

/** A matter that is looked at, named by a noun: `Việc lập sổ …`, `Công tác tuyên truyền …`, `Kết quả giải quyết …`. */
const MATTER =
  /^(?:Việc|Về|Công tác|Kết quả|Tình hình|Trách nhiệm|Cách|Số lượng|Thành phần|Chế độ|Tỷ lệ|Tỉ lệ|Mức độ|Chất lượng|Tiến độ|Hồ sơ|Điều kiện)(?![\p{L}\p{M}])/u

/** An item that names what is looked at and does not say what to do. */
export const isMatter = (section: Section): boolean => {
  const text = foldText(section.lead.text).trim()
  return MATTER.test(text) || !opensPredicate(lowerFirst(text))
}

const TITLE =
  /^(?:các |những |một số )?nội dung(?: [\p{L}\p{M},]+){0,6} (?:kiểm tra|giám sát|thanh tra|khảo sát|phúc tra)(?![\p{L}\p{M}])/u

/**
 * `II. NỘI DUNG KIỂM TRA` over `a) Việc lập sổ theo dõi; b) Công tác tuyên truyền`: topics that inspectors look at. Where
 * most items say what to do (`Kiểm tra hồ sơ …`), they are the work itself.
 */
export const listsTopics = (section: Section): boolean => {
  const title = foldText(section.lead.text).trim().toLowerCase()
  if (!isHeadingLike(title) || !TITLE.test(title)) return false
  const leaves = listSections([section]).filter(({ children }) => children.length === 0)
  const topics = leaves.filter(({ lead }) => MATTER.test(foldText(lead.text).trim()))
  return leaves.length > 1 && topics.length >= leaves.length * 0.7
}
