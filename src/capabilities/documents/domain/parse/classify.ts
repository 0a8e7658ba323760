import { findSecrecyMark } from '../secrecy.ts'
import { countLetters, findLegibilityFault } from './legibility.ts'
import { listSections } from './outline.ts'
import type { Draft, Refusal } from './types.ts'

const KEPT = 'Văn bản vẫn được lưu trong kho; nếu cần theo dõi, hãy nhập nhiệm vụ bằng tay.'

/** Why a text is not read into tasks: a stable code, and what to tell the person. */
const REFUSALS = {
  secret:
    'Văn bản có dấu chỉ độ mật nên không được đưa vào hệ thống này. Hãy xử lý theo quy định về bảo vệ bí mật nhà nước.',
  'too-short': 'Văn bản quá ngắn, không đủ nội dung để đọc thành nhiệm vụ. Hãy kiểm tra lại tệp đã tải lên.',
  garbled:
    'Chữ trong tệp bị vỡ (sai bảng mã hoặc phông chữ), không đọc được tiếng Việt. Hãy tải lại bản Word gốc hoặc bản PDF khác.',
  'not-vietnamese': `Văn bản không viết bằng tiếng Việt có dấu nên không đọc thành nhiệm vụ. ${KEPT}`,
  news: `Đây là tin, bài viết về văn bản, không phải văn bản giao việc. Hãy tải lên chính văn bản được nhắc tới. ${KEPT}`,
  law: `Đây là văn bản quy phạm pháp luật, không phân công nhiệm vụ cho từng cơ quan như một kế hoạch. ${KEPT}`,
  contract: `Đây là hợp đồng hoặc thỏa thuận giữa các bên, không phải văn bản giao việc. ${KEPT}`,
  form: `Đây là biểu mẫu chưa điền, không phải văn bản giao việc. ${KEPT}`,
  report: `Đây là báo cáo, tờ trình hoặc văn bản trình cấp trên, không phân công nhiệm vụ. ${KEPT}`,
  letter: `Đây là công văn trao đổi, không phân công nhiệm vụ như một kế hoạch. ${KEPT}`,
  'personal-decision': `Quyết định này không kèm kế hoạch và không phân công nhiệm vụ. ${KEPT}`,
  regulation: `Đây là quy chế, quy định hoặc hướng dẫn áp dụng chung, không phân công nhiệm vụ có thời hạn. ${KEPT}`,
  untitled: `Không thấy tên loại văn bản (kế hoạch, chỉ thị, công điện…) cũng như câu giao việc, nên đây có lẽ là bài viết hoặc tài liệu tham khảo, không phải văn bản giao việc. Nếu là phần trích của một kế hoạch, hãy tải lên cả văn bản. ${KEPT}`,
  'no-work': `Không tìm thấy nhiệm vụ nào được giao trong văn bản. ${KEPT}`,
} as const

export type RefusalCode = keyof typeof REFUSALS

const refuse = (code: RefusalCode): Refusal => ({ code, reason: REFUSALS[code] })

/** Is this a document that assigns work? The mark of secrecy comes before everything else. */
export const decideRefusal = (draft: Draft): Refusal | null => {
  if (findSecrecyMark(draft.original) !== undefined) return refuse('secret')
  const { text } = draft.normal
  if (countLetters(text, 250) < 250) return refuse('too-short')
  const fault = findLegibilityFault(text)
  if (fault !== undefined) return refuse(fault)
  const code = decideByForm(draft)
  return code === undefined ? null : refuse(code)
}

const LAWS = new Set([
  'luật',
  'pháp lệnh',
  'nghị định',
  'nghị quyết liên tịch',
  'thông tư',
  'thông tư liên tịch',
  'lệnh',
])
const CONTRACTS = new Set(['hợp đồng', 'biên bản'])
const REPORTS = new Set(['báo cáo', 'tờ trình'])
const REGULATIONS = new Set(['quy chế', 'quy định', 'quy chế phối hợp'])
const CARRIES =
  /kế hoạch|chương trình|đề án|phương án|chiến lược|phong trào|chiến dịch|đợt cao điểm|thi đua/iu
const DUTY_HEADING =
  /tổ chức thực hiện|phân công|nhiệm vụ|trách nhiệm|giải pháp|tổ chức triển khai|nội dung (?:thực hiện|triển khai|phong trào|thi đua|kế hoạch)/iu

/** A decision that sets rules, competences or procedures for good, or makes a list known: nobody gets a task by it. */
const REGULATES =
  /^(?:Về việc |V\/v )?(?:(?:sửa đổi, bổ sung|sửa đổi|bổ sung|ban hành|phê duyệt|công bố|thông qua|điều chỉnh)(?: một số (?:điều|nội dung) của)? )?(?:bản )?(?:quy chế|quy định|điều lệ|quy tắc|quy trình|nội quy|danh mục (?:thủ tục|TTHC|vị trí|dịch vụ)|thủ tục hành chính|định mức|đơn giá|bộ tiêu chí|tiêu chí|tiêu chuẩn|chức năng, nhiệm vụ|cơ cấu tổ chức|phương án đơn giản hóa)(?![\p{L}])/iu

const attachesPlan = (draft: Draft): boolean =>
  draft.frame.attachments.some(({ kind, start }) => {
    const title = draft.lines[start]?.text ?? ''
    return kind === 'plan' && /^[\s|*]*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|CHIẾN LƯỢC)/u.test(title)
  })

/** `Kết quả xác định trước mã số`, `Kết quả kỳ thi`: what came out is made known. */
const RESULT = /^(?:về )?(?:kết quả|danh sách|điểm|mức (?:thu|giá)|lịch (?:tiếp|nghỉ))(?![\p{L}])/iu

const decideByForm = (draft: Draft): RefusalCode | undefined => {
  const { header, body } = draft
  const { type, number } = header
  if (looksLikeForm(draft)) return 'form'
  if (looksLikeNews(draft)) return 'news'
  // A word such as "Chương trình" alone on a line inside an article is no title: nothing names what it is about.
  if (type === null || (header.subject === null && !isHeaded(draft)))
    return plansWithoutTitle(draft) ? undefined : looksLikeContract(draft) ? 'contract' : 'untitled'
  if (LAWS.has(type)) return 'law'
  if (CONTRACTS.has(type)) return 'contract'
  if (REPORTS.has(type)) return 'report'
  if (REGULATIONS.has(type)) return 'regulation'
  if (type === 'giấy mời') return 'letter'
  // A letter that orders its addressees to do several things is a plan by another name.
  if (type === 'công văn')
    return orders(draft) && !answers(draft) && draft.tasks.length >= 3 && countLed(draft) >= 2
      ? undefined
      : 'letter'
  const subject = header.subject ?? ''
  const carriesPlan = CARRIES.test(subject) || draft.frame.attachments.some((a) => a.kind === 'plan')
  if (type === 'quyết định' || type === 'nghị quyết') {
    const byYear = /\/(?:19|20)\d\d\/(?:QĐ|NQ)/u.test(number ?? '')
    if (
      byYear &&
      !/^(?:Ban hành|Phê duyệt|Về việc ban hành|Về việc phê duyệt)?.{0,30}(?:kế hoạch|chương trình)/iu.test(
        subject,
      )
    )
      return 'law'
    if (REGULATES.test(subject) && !attachesPlan(draft)) return 'regulation'
    if (carriesPlan) return undefined
    if (type === 'nghị quyết' && /HĐND|HDND/u.test(number ?? '')) return 'law'
    return assigns(draft) && body.sections.some((s) => s.kind !== 'article') ? undefined : 'personal-decision'
  }
  if (reportsToSuperior(draft)) return 'report'
  if (type === 'thông báo' && RESULT.test(subject) && !orders(draft)) return 'no-work'
  if (type === 'thông báo')
    return CARRIES.test(subject) || /kết luận|ý kiến/iu.test(subject) || assigns(draft)
      ? undefined
      : 'no-work'
  if (type === 'hướng dẫn') return assigns(draft) ? undefined : 'regulation'
  const empty = draft.tasks.length === 0 && (body.sections.length === 0 || !assigns(draft))
  return empty ? 'no-work' : undefined
}

/** Sections that give duties, or tasks that the reader already found. */
const assigns = (draft: Draft): boolean =>
  draft.tasks.length > 1 || listSections(draft.body.sections).some((s) => DUTY_HEADING.test(s.heading))

/**
 * No title, yet somebody gives work: an opening that orders, or a section that plans name so, with leads in it.
 * An article of an encyclopedia or a law site has numbered sections and agencies too, but neither of these.
 */
const plansWithoutTitle = (draft: Draft): boolean => {
  if (draft.body.sections.length === 0 || (!isHeaded(draft) && countNewsSigns(draft) > 0)) return false
  if (orders(draft) || draft.body.opening.some(({ text }) => ANNOUNCES_PLAN.test(text))) return true
  return (
    countLed(draft) >= 2 &&
    listSections(draft.body.sections).some(({ heading }) => PLAN_HEADING.test(heading))
  )
}

/** `… xây dựng Kế hoạch … với những nội dung sau:`, `Chủ tịch UBND tỉnh chỉ thị:` at the end of a paragraph. */
const ANNOUNCES_PLAN =
  /(?:xây dựng|ban hành|triển khai|phát động)[^.:]{0,60}(?:kế hoạch|chương trình|chỉ thị|phong trào)[^:]{0,300}:\s*$|(?:chỉ thị|yêu cầu)\s*:\s*$/iu
const PLAN_HEADING =
  /^(?:tổ chức (?:thực hiện|triển khai)(?: (?:kế hoạch|chỉ thị|chương trình))?|phân công (?:thực hiện|nhiệm vụ|trách nhiệm|tổ chức thực hiện))[.:]?$/iu

/** `… yêu cầu các sở, ngành, địa phương triển khai thực hiện các nội dung sau:` before the first item. */
const orders = (draft: Draft): boolean =>
  draft.body.opening.some(
    ({ text }) =>
      /(?:có ý kiến(?: chỉ đạo)?|chỉ đạo|yêu cầu)(?: một số nội dung)? như sau\s*:\s*$|(?:yêu cầu|chỉ đạo)\s*:\s*$/u.test(
        text,
      ) ||
      /(?:yêu cầu|đề nghị|giao|chỉ đạo)\s[^.]{3,400}(?:thực hiện|triển khai|tập trung|khẩn trương)[^.:]{0,220}(?:sau|sau đây|như sau)\s*:\s*$/u.test(
        text,
      ),
  )

/** `Trả lời công văn số … của Công ty …`: an opinion on what somebody asked, whatever steps it tells him. */
const answers = (draft: Draft): boolean =>
  draft.body.opening.some(
    ({ text }) =>
      /^[\s|*]*Kính gửi\s*:\s*(?:Công ty|Tổng công ty|Doanh nghiệp|Ông|Bà) /u.test(text) || ANSWER.test(text),
  )
const ANSWER =
  /(?:(?:Trả lời|Phúc đáp) (?:các )?(?:công văn|văn bản|phiếu|thư|đơn|kiến nghị|câu hỏi)|nhận được (?:các )?(?:công văn|văn bản|phiếu|thư|đơn|kiến nghị|đề nghị|câu hỏi))(?![\p{L}])[^:]{0,900}(?:có ý kiến|trả lời|hướng dẫn)(?! chỉ đạo)[^:]{0,60}:\s*$/iu

/** A plan "by name" that reports figures upwards: addressed to someone, no section that assigns. */
const reportsToSuperior = (draft: Draft): boolean => {
  const opening = draft.body.opening.slice(0, 6).map((block) => block.text)
  const addressed = opening.some((text) => text.startsWith('Kính gửi'))
  if (!addressed || orders(draft)) return false
  if (draft.tasks.length === 0) return true
  const headings = listSections(draft.body.sections)
    .filter(
      (s) => s.kind === 'roman' || s.kind === 'arabic' || s.kind === 'letter-upper' || s.kind === 'part',
    )
    .map((s) => s.heading)
  return !headings.some((heading) => /tổ chức thực hiện|phân công|trách nhiệm của/iu.test(heading))
}

const looksLikeContract = (draft: Draft): boolean =>
  /HỢP ĐỒNG|Bên A\s?[:(].*Bên B/su.test(draft.normal.text.slice(0, 6000))

/** Dotted blanks to fill in, in the body itself and not in an annexed template. */
const looksLikeForm = (draft: Draft): boolean => {
  const lines = draft.lines.slice(draft.frame.headStart, draft.frame.bodyEnd)
  const text = lines.filter((line) => line.kind === 'text').map((line) => line.text)
  const blanks = text.filter((line) => /[.…_]{6,}/u.test(line)).length
  return blanks > 8 && blanks > text.length * 0.25
}

/** A number, a person who signs, or a foot: what no article has. */
const isHeaded = ({ header, frame, lines }: Draft): boolean =>
  header.number !== null || header.signatory.title !== null || frame.bodyEnd < lines.length

/** An article about a document: a question or a by-line instead of head and foot. */
const looksLikeNews = (draft: Draft): boolean => {
  if (isHeaded(draft)) return false
  const signs = countNewsSigns(draft)
  return signs >= 2 || (signs === 1 && countLed(draft) < 3)
}

/** How many tasks name who does them. */
const countLed = (draft: Draft): number => draft.tasks.filter((task) => task.lead.length > 0).length

const NEWS_SIGNS: readonly RegExp[] = [
  /\?\s*(?:\n|$)/u,
  /Hình từ Internet|Ảnh minh họa|Ảnh:|\(Ảnh|Nguồn:/u,
  /phóng viên|PV\)|Theo (?:TTXVN|VOV|báo)|bài viết (?:này|trên|dưới|sau|sẽ)|độc giả|bạn đọc/iu,
  /Quý khách|đặt câu hỏi|Tin liên quan|Chia sẻ|Bình luận/u,
  /(?:vừa|đã) (?:ký )?ban hành|cho biết|chia sẻ:/u,
  /Nội dung chính\s*\n|Mục lục bài viết|Bài (?:viết )?này (?:cần|đang|có)|Tải (?:file|về) |Wikipedia/u,
]

const countNewsSigns = (draft: Draft): number => {
  const text = draft.normal.text.slice(0, 20_000)
  return NEWS_SIGNS.filter((sign) => sign.test(text)).length
}
