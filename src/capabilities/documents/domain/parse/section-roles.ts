import type { Section } from './types.ts'
import { foldText, rememberPassage } from './words.ts'

/**
 * What a section of a plan is for, told by its heading. Only `task`, `report` and (when somebody is named)
 * `award` and `schedule` hold duties.
 */
export type SectionRole =
  | 'purpose' // mục đích, yêu cầu, nguyên tắc: why and in what spirit
  | 'target' // mục tiêu, chỉ tiêu
  | 'situation' // đánh giá tình hình, thực trạng
  | 'scope' // phạm vi, đối tượng, hình thức
  | 'slogan' // khẩu hiệu: words to hang up, with dates that bind nobody
  | 'budget' // kinh phí
  | 'award' // khen thưởng, tiêu chí, hồ sơ
  | 'schedule' // thời gian
  | 'report' // chế độ báo cáo
  | 'task'

/** In this order: the first expression that fits decides. All are matched in lower case at the start. */
const RULES: readonly (readonly [RegExp, SectionRole])[] = [
  [
    /^(?:phân công|trách nhiệm|tổ chức (?:triển khai )?thực hiện|nhiệm vụ|giải pháp|các (?:nhiệm vụ|giải pháp|biện pháp)|một số (?:nhiệm vụ|giải pháp))/u,
    'task',
  ],
  // `Yêu cầu các đơn vị báo cáo.` orders, also in a few words.
  [
    /^(?:yêu cầu|đề nghị) (?:(?:tất cả |toàn bộ )?các (?:sở|ban|bộ|ngành|cơ quan|đơn vị|địa phương|xã|phường|huyện|tỉnh|tổ chức|cấp|doanh nghiệp|nhà thầu|chủ đầu tư|trường|phòng|hội|đoàn thể|đồng chí|lực lượng|thành viên)|ủy ban nhân dân|ubnd|sở|công an|ban chỉ)(?![\p{L}\p{M}])[^:]*(?<![\p{L}\p{M}])(?:báo cáo|gửi|thực hiện|triển khai|phối hợp|tổ chức|chủ động|khẩn trương|nghiêm túc|tăng cường|rà soát|xây dựng|hoàn thành|kiểm tra|chỉ đạo|chấp hành|bố trí)(?![\p{L}\p{M}])/u,
    'task',
  ],
  // `Yêu cầu các sở, ngành thực hiện một số nhiệm vụ như sau:` orders; `Yêu cầu` alone says in what spirit.
  [
    /^yêu cầu (?:các|thủ trưởng|giám đốc|chủ tịch|sở|công an|ủy ban|ubnd)(?![\p{L}\p{M}]).{10,}(?:sau|sau đây|:)\s*:?\s*$/u,
    'task',
  ],
  [/^thời gian(?:,)? (?:và )?(?:trách nhiệm|phân công|tổ chức thực hiện)/u, 'task'],
  [/^(?:các |một số |những )?(?:mục tiêu|chỉ tiêu)[^:.]{0,40}(?:nhiệm vụ|giải pháp)/u, 'task'],
  [/^(?:các |một số |những |hệ thống )?(?:mục tiêu|chỉ tiêu|định hướng|tầm nhìn)/u, 'target'],
  [/^(?:mục đích|ý nghĩa)[^:.]{0,20}(?:mục tiêu|chỉ tiêu)/u, 'target'],
  [/^(?:quan điểm|mục đích)[^:.]{0,12},? (?:và )?mục tiêu/u, 'target'],
  [
    /^(?:mục đích|yêu cầu|quan điểm|tinh thần chỉ đạo|nguyên tắc|ý nghĩa|phương châm|căn cứ|cơ sở pháp lý|sự cần thiết|chủ đề)(?![\p{L}])/u,
    'purpose',
  ],
  [
    /^(?:đánh giá (?:tình hình|thực trạng|chung|kết quả|nguy cơ)|(?:các )?nguy cơ|nhận định|thuận lợi|thực trạng|hiện trạng|tình hình|bối cảnh|đặc điểm|kết quả (?:đạt|thực hiện|công tác)|tồn tại|hạn chế|nguyên nhân|khái quát|dự báo)/u,
    'situation',
  ],
  [
    /^về (?:những |các |một số )?(?:kết quả đạt được|ưu điểm|tồn tại|hạn chế|nguyên nhân)(?![\p{L}])/u,
    'situation',
  ],
  [/^(?:(?:các|một số|hệ thống|nội dung|gợi ý) )*khẩu hiệu/u, 'slogan'],
  // By what means something is looked at: steps of the looking, which nobody is charged with.
  [
    /^(?:phương pháp|phương thức|cách thức)[^.;:]{0,30}(?:kiểm tra|giám sát|thanh tra|khảo sát)(?![\p{L}])/u,
    'scope',
  ],
  [/^(?:danh mục (?:các )?(?:dự án|công trình|nhiệm vụ ưu tiên)|kế hoạch sử dụng đất)/u, 'scope'],
  [/^(?:bản tin|tài liệu|ấn phẩm|chuyên mục|chuyên trang)[^.;:]{0,80}(?:nội dung|gồm|kết cấu)/u, 'scope'],
  [
    /^(?:phạm vi|đối tượng|hình thức|thành phần|địa điểm|giải thích|từ viết tắt|quy mô|nhu cầu)(?![\p{L}])/u,
    'scope',
  ],
  [
    /^(?:(?:phương án |giải pháp )?huy động (?:nguồn )?(?=kinh phí|nguồn vốn)|nguồn |dự toán |về |phương thức và nguồn |cấp phát (?=kinh phí[^.;]{0,20}quyết toán)|dự kiến (?:các )?(?=nguồn lực))?(?:kinh phí|ngân sách|nguồn vốn|cơ chế tài chính|tài chính|nguồn lực(?= (?:và|để|cho|phục vụ|thực hiện|tài chính)))(?![\p{L}])/u,
    'budget',
  ],
  [
    /^(?:tiêu chí|tiêu chuẩn|hồ sơ|thủ tục,? hồ sơ|số lượng|cơ cấu giải|giải thưởng|hình thức khen|(?:công tác |về )?(?:thi đua,? )?khen thưởng)(?![\p{L}])/u,
    'award',
  ],
  [/^(?:đối tượng|nguyên tắc|hình thức)[^:.]{0,60}khen thưởng/u, 'award'],
  [/^(?:cách thức|phương pháp|nguyên tắc|cách)[^:.]{0,20}(?:xếp hạng|xếp loại|chấm điểm|bình xét)/u, 'award'],
  [/^(?:thời gian|tiến độ|lộ trình|thời hạn|các mốc thời gian)(?![\p{L}])/u, 'schedule'],
  [/^(?:trình tự|diễn biến|nội dung và biên bản)[^.;:]{0,40}(?:hội nghị|cuộc họp|đại hội)/u, 'scope'],
  [/^hiệu lực (?:thi hành|áp dụng)|^xác định đối tượng được /u, 'scope'],
  [/^(?:chế độ )?(?:thông tin,? )?báo cáo(?![\p{L}])/u, 'report'],
]

const INHERITED: readonly SectionRole[] = [
  'purpose',
  'target',
  'situation',
  'scope',
  'slogan',
  'budget',
  'award',
]

/** A heading says what a section is; a whole sentence does not. */
export const isHeadingLike = (text: string): boolean => {
  const plain = text.trim()
  if (plain.length === 0 || plain.length > 220) return false
  return !/[.;]\s+\p{Lu}/u.test(plain) && (plain.length <= 90 || !/[.;]$/u.test(plain))
}

interface Title {
  /** In small letters, up to its colon when it has a label. */
  readonly words: string
  readonly isLabel: boolean
  readonly isHeading: boolean
  /** What the first rule that fits says. */
  readonly role: SectionRole | undefined
}

/** Several steps ask for the role of every section. */
const toTitle = rememberPassage((heading: string): Title => {
  const text = foldText(heading)
    .toLowerCase()
    .replace(/^[\s*_:.-]+/u, '')
    .trim()
  const label = text.includes(':') ? /^([^:]{3,60}):/u.exec(text)?.[1] : undefined
  const words = label ?? text
  const isHeading = label !== undefined || isHeadingLike(words)
  const role = isHeading ? RULES.find(([rule]) => rule.test(words))?.[1] : undefined
  return { words, isLabel: label !== undefined, isHeading, role }
})

/** The role of a section from its heading and the role of the section that it stands in. */
export const decideRole = (heading: string, parent: SectionRole | undefined): SectionRole => {
  const { words, isLabel, isHeading, role } = toTitle(heading)
  if (parent !== undefined && INHERITED.includes(parent)) return decideBelow(words, parent)
  if (!isHeading) return parent ?? 'task'
  if (/khen thưởng/u.test(words) && parent === undefined && !/tổ chức thực hiện|trách nhiệm/u.test(words))
    return 'award'
  if (
    (role === 'scope' || role === 'schedule') &&
    !/^(?:bản tin|tài liệu|ấn phẩm|chuyên mục|chuyên trang)/u.test(words) &&
    /nội dung|nhiệm vụ|giải pháp|phương án/u.test(words)
  )
    return 'task'
  if (role && !(parent === 'task' && role === 'target' && !isLabel && !isPlainTitle(words))) return role
  return parent ?? 'task'
}

/**
 * `I. ĐÁNH GIÁ CHUNG` in a notice of conclusions often ends with `…, tỉnh cần thực hiện tốt các nhiệm vụ sau:` and
 * then lists what is to be done: its items are duties, its own paragraphs still tell how things stand.
 */
export const turnsToWork = (section: Section): boolean => {
  const last = section.children.length > 0 ? section.paragraphs.at(-1) : undefined
  if (last === undefined || !last.text.trimEnd().endsWith(':')) return false
  if (
    !/^(?:đánh giá|nhận định|kết quả|tình hình|về (?:tình hình|kết quả))(?![\p{L}\p{M}])/iu.test(
      foldText(section.lead.text).trim(),
    )
  )
    return false
  const sentence =
    foldText(last.text)
      .trim()
      .split(/(?<=\p{L})\.\s+/u)
      .at(-1) ?? ''
  return TO_DO.test(sentence) && !DONE.test(sentence)
}
const TO_DO =
  /(?<![\p{L}\p{M}])(?:cần|phải|yêu cầu|đề nghị|giao|chỉ đạo)(?![\p{L}\p{M}])[^:]{0,400}(?:nhiệm vụ|giải pháp|nội dung|công việc|công tác|vấn đề)[^.;:]{0,60}(?:sau|sau đây|như sau)\s*:$/u
const DONE =
  /(?<![\p{L}\p{M}])(?:đã|hạn chế|tồn tại|kết quả)(?![\p{L}\p{M}])[^,;:]{0,80}(?:sau|sau đây|như sau)\s*:$/u

/** Below aims, money or awards everything is of their kind; only who is responsible is a duty again. */
const decideBelow = (candidate: string, parent: SectionRole): SectionRole => {
  if (parent === 'award' && /^(?:trách nhiệm|phân công|tổ chức thực hiện)/u.test(candidate)) return 'task'
  if (parent === 'purpose' && /^(?:các |một số )?(?:mục tiêu|chỉ tiêu)(?![\p{L}])/u.test(candidate))
    return 'target'
  if (parent === 'scope' && /^(?:thời gian|thời hạn|tiến độ|lộ trình)(?![\p{L}])/u.test(candidate))
    return 'schedule'
  if (parent === 'target' && /^(?:yêu cầu|quan điểm|nguyên tắc)(?![\p{L}])/u.test(candidate)) return 'purpose'
  return parent
}

/** `Mục tiêu cụ thể đến năm 2035` is a title; `Định hướng các cơ quan báo chí …` is a duty. */
const isPlainTitle = (text: string): boolean =>
  /^(?:các |một số )?(?:mục tiêu|chỉ tiêu)(?![\p{L}])/u.test(text)

/** Roles whose items are duties. */
export const holdsDuties = (role: SectionRole): boolean => role === 'task' || role === 'report'
