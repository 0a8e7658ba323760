import { foldText } from './words.ts'

/** Openings that state something and oblige nobody: no task, wherever they stand. */
const STATEMENTS: readonly RegExp[] = [
  /^(?:phong trào|đợt thi đua|kế hoạch|chương trình|đề án|chỉ thị|quyết định|cuộc vận động|chiến dịch)[^,;.]{0,60} (?:được (?:triển khai|thực hiện|tổ chức|phát động|chia)|có hiệu lực|thay thế|bắt đầu|kết thúc|gồm)/u,
  /^(?:quyết định|nghị quyết|chỉ thị|kế hoạch|thông báo) này (?:có hiệu lực|thay thế)/u,
  /^ban hành kèm theo|^phê duyệt (?:kèm theo|"|đề án|chương trình|kế hoạch (?!giám sát|đánh giá|kiểm tra|thực hiện|triển khai))/u,
  /chịu trách nhiệm thi hành (?:quyết định|nghị quyết) này\.?$/u,
  /^(?:bằng khen|giấy khen|huân chương|cờ thi đua|danh hiệu|tờ trình|biên bản|báo cáo thành tích|giải (?:nhất|nhì|ba|khuyến khích|thưởng)|thành phần|địa điểm|số lượng|hình thức|tổng số|từ viết tắt)(?![\p{L}])/u,
  /^(?:tập thể|cá nhân|nhóm \d|đợt \d|giai đoạn|cấp độ|buổi (?:sáng|chiều)|sáng|chiều|tối|ngày \d|từ ngày|tháng \d|quý [ivx\d])[^.]{0,60}(?::|$)/u,
  /^\d/u,
  // A share that is aimed at, among duties: `Phấn đấu có ít nhất 70% …`, `Đến năm 2030, 100% …`.
  /^(?:(?:đến (?:hết |cuối )?(?:năm|quý|tháng)[^,;.]{1,20},?|hằng năm,?|hàng năm,?|phấn đấu|có|đạt|ít nhất|tối thiểu|trên|dưới|không dưới|khoảng|từ)\s+)+\d[\d.,]*\s?%/u,
  /^(?:đánh giá cao|ghi nhận|hoan nghênh|đồng ý|nhất trí|cơ bản (?:thống nhất|đồng ý|nhất trí)|thống nhất (?:với|chủ trương|nội dung)|cảm ơn)(?![\p{L}])/u,
  /^(?:các vấn đề|khả năng|năng lực|kỹ năng|kiến thức|tư duy|trình độ|vận hành của|hoạt động của)(?![\p{L}])/u,
  /^(?:hội nghị|đại hội|cuộc họp) (?:cử|thảo luận|lập|nghe|biểu quyết|thông qua|với|bàn|tiến hành|bầu|hiệp thương)(?![\p{L}])/u,
  /^(?:kết quả|ý kiến)(?![^.;]*(?:gửi|báo cáo|tổng hợp|công bố|trước ngày))[^.;]{0,160}[.;]?$/u,
  /^trường hợp [^;.]{3,120} thì (?!(?:chủ động|kịp thời|báo cáo|phối hợp|gửi|đề xuất|tham mưu|có văn bản)(?![\p{L}]))/u,
  // Who answers when something goes wrong: a consequence, no work.
  /^trường hợp [^;.]{3,160}, (?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|người)(?: đó| ấy| vi phạm)? (?:phải |sẽ )?(?:chịu trách nhiệm|giải trình|bị )/u,
  /^(?:bản tin|tài liệu|ấn phẩm|chuyên mục|chuyên trang)[^,;.]{0,120} được (?:kết cấu|bố cục|trình bày|chia)/u,
  /^việc [^,;.]{0,160} được (?:thực hiện|tiến hành|triển khai) (?:theo|trên|đúng|bảo đảm|bằng|dưới)/u,
  /^(?:ngân sách|nguồn (?:kinh phí|vốn|lực)|kinh phí)[^,;.]{0,60} (?:đảm bảo|bảo đảm|được|do|gồm|từ|thực hiện)/u,
  /^(?:[^:]{3,60}:\s*)?(?:\()?(?:có |chi tiết |cụ thể |theo |nêu |như )*(?:tại |theo |ở )?(?:các )?(?:biểu|phụ lục|bảng|danh mục|kế hoạch chi tiết)[^.;]{0,60}(?:kèm theo|đính kèm)[^.;]{0,20}\)?\.?$/u,
  /^[^.;:]{0,60}(?:chi tiết|cụ thể)[^.;:]{0,40}(?:phụ lục|biểu)[^.;:]{0,30}\.?$/u,
  /^(?:nội dung|nhiệm vụ|các nhiệm vụ|danh mục)[^.;]{0,160} (?:được )?(?:phân công|nêu|quy định|thể hiện|ghi|có)(?: cụ thể| chi tiết)? (?:tại|trong|ở) (?:các )?(?:phụ lục|biểu|bảng)[^.;]{0,60}\.?$/u,
  /^(?:[^:]{3,60}:\s*)?(?:các )?(?:nội dung|nhiệm vụ|công việc)(?: cụ thể)? (?:được )?(?:thực hiện|triển khai) theo (?:các )?(?:phụ lục|biểu|bảng)[^.;]{0,60}\.?$/u,
  // What only announces the table below it.
  /^(?:(?:phân công )?(?:các |những |một số )?(?:nội dung|nhiệm vụ|công việc)[^.;]{0,160}|[^.;]{0,120}(?:tại|trong|theo) (?:bảng|biểu)[^.;:]{0,20})(?:như sau|sau đây|dưới đây|sau)\s*:$/u,
  // How a report is written, and when a work counts as done: rules for the duties, no duties.
  /^(?:các |nội dung |số liệu )?báo cáo (?:phải|cần) (?:hạch toán|nêu|thể hiện|ghi|phản ánh|làm rõ|bảo đảm|đảm bảo|trung thực|chính xác|ngắn gọn)(?![\p{L}])/u,
  /^(?:một |mỗi |các )?(?:nhiệm vụ|công việc|sản phẩm|nội dung|chỉ tiêu)[^,.;]{0,40} chỉ được (?:coi|xem|tính|công nhận|đánh giá|xác nhận)(?![\p{L}])/u,
  /^mỗi [^.;]{2,60} (?:có|đạt|xây dựng|thành lập|hình thành)(?: được)?(?: ít nhất| tối thiểu| từ)? \d/u,
  /^(?:như trên|có danh sách|chi tiết (?:tại|theo)|kèm theo|xem (?!xét))/u,
]

/** A label that names a place, a measure or a thing, followed by its description. */
const THING_LABEL =
  /^(?:(?:cửa sông|hồ|sông|xã|phường|huyện|thôn|khu vực|điểm|các thông số|thông số|tần suất|vị trí|loại|mẫu|biểu|phụ lục)(?![\p{L}])[^:]{0,80}:)/u

/** True when a leaf of a duty section states a duty; false when it only describes. */
export const looksLikeDuty = (raw: string): boolean => {
  const text = foldText(raw).trim().toLowerCase()
  if (text.length < 12 || !hasTwoWords(text)) return false
  const phase = PHASE.exec(text)
  if (phase?.[1] && phase[1].length > 80) return true
  return !STATEMENTS.some((rule) => rule.test(text)) && !THING_LABEL.test(text)
}

/** One step after the other: a single pattern would try every end for every start, hours on a long line of signs. */
const hasTwoWords = (text: string): boolean => {
  const first = text.search(/\p{L}{2}/u)
  if (first === -1) return false
  const gap = text.slice(first).search(/\s/u)
  return gap !== -1 && /\p{L}{2}/u.test(text.slice(first + gap))
}

/** `Giai đoạn khẩn cấp (0-48 giờ): Tổ chức lực lượng …`: a duty under the name of its phase. */
const PHASE = /^(?:giai đoạn|đợt|bước)[^:.]{0,60}:\s*(.+)$/su

/** `… cần tập trung thực hiện tốt các nhiệm vụ sau:` announces a list and is no duty of its own. */
const ANNOUNCES =
  /(?:sau đây|như sau|sau|gồm|bao gồm|cụ thể|trọng tâm|dưới đây)\s*(?:đây)?\s*(?:\([^)]*\))?\s*[:;.]?\s*$/u
const ONLY_CARRIES_OUT =
  /^(?:cần |phải |có trách nhiệm |chủ động |tiếp tục |khẩn trương |nghiêm túc |tập trung |triển khai |tổ chức |chỉ đạo |thực hiện |làm |phối hợp |tốt |có hiệu quả |hiệu quả |quyết liệt |gắn |giải quyết |và |, )*(?:chỉ đạo |thực hiện |triển khai |làm )*(?:tốt |có hiệu quả |nghiêm (?:túc )?|đồng bộ |quyết liệt )*(?:một số |các |những |nhóm |theo |\d+ )*(?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|công việc|việc|biện pháp|mục tiêu|phụ lục|kế hoạch)/u
const MAKES =
  /^(?:xây dựng|ban hành|chỉ đạo|tăng cường|tuyên truyền|rà soát|tổ chức (?!thực hiện)|hướng dẫn|kiểm tra|tham mưu|bố trí|thành lập|kiện toàn|chuẩn bị|đẩy mạnh|nghiên cứu|theo dõi|đôn đốc|báo cáo)/u
const ADVERBIAL =
  /^(?:(?:căn cứ|theo)(?: vào)? chức năng,? nhiệm vụ,?(?: quyền hạn,?)?(?: được giao| được phân công| của mình)*,?\s*(?=\p{L})|(?:căn cứ|trên cơ sở|để|nhằm|theo|trong (?:quá trình|phạm vi))[^,;]*[,;]\s*)/u

/** `…; tổ chức thực hiện các nhiệm vụ sau:` behind a duty that stands by itself. */
const LIST_ANNOUNCED =
  /[;,.]\s*(?:đồng thời |và )?(?:tập trung|tổ chức|triển khai|thực hiện|cụ thể|trong đó)(?![\p{L}\p{M}])[^;,.]{0,80}:$/u
const TAKES_ON =
  /^(?:là (?:cơ quan|đơn vị) (?:đầu mối|thường trực|chủ trì)|làm đầu mối|chủ trì|chủ động(?! (?:thực hiện|triển khai))|phối hợp|bố trí|xây dựng|ban hành|chỉ đạo|tăng cường|tuyên truyền|rà soát|hướng dẫn|kiểm tra|tham mưu)(?![\p{L}\p{M}])/u

/** `Chỉ đạo các đơn vị trực thuộc triển khai các nội dung như sau:` passes its items on and adds nothing. */
const PASSES_ON =
  /^(?:chỉ đạo|yêu cầu|đôn đốc) [^.;:]{0,140}(?:triển khai|thực hiện)(?: tốt| hiệu quả| có hiệu quả| nghiêm túc)? (?:các|một số|những) (?:công việc|việc|nhiệm vụ|nội dung|biện pháp|giải pháp)(?: \p{Ll}+){0,3} (?:sau|sau đây|như sau)\s*:$/u

/** A paragraph between a heading and its items that is a duty by itself. */
export const isOpeningDuty = (raw: string): boolean => {
  const text = foldText(raw).trim()
  if (text.length < 40) return false
  const lower = text.toLowerCase()
  if (/^(?:các nội dung dưới đây|nội dung cụ thể|cụ thể|trong đó|lưu ý|ghi chú)/u.test(lower)) return false
  const sentences = lower.split(/(?<=[\p{L}\p{M})"])\.\s+/u)
  if (sentences.length > 1 && MAKES.test(stripAdverbials(sentences[0] ?? ''))) return true
  const predicate = stripAdverbials(lower)
  if (PASSES_ON.test(predicate)) return false
  // `Phối hợp chặt chẽ với … mời tham gia.`: a whole sentence before the dashes.
  if (predicate.startsWith('phối hợp ') && text.length > 90 && text.endsWith('.')) return true
  const own = predicate.replace(LIST_ANNOUNCED, '')
  if (own !== predicate && own.length > 90 && TAKES_ON.test(own)) return true
  if (!/:\s*$/u.test(lower) && !ANNOUNCES.test(lower)) return MAKES.test(predicate)
  return MAKES.test(predicate) && !ONLY_CARRIES_OUT.test(predicate) && predicate.length > 60
}

const stripAdverbials = (text: string): string => {
  let rest = text
  for (let i = 0; i < 3; i++) {
    const match = ADVERBIAL.exec(rest)
    if (!match) break
    rest = rest.slice(match[0].length)
  }
  return rest
}

/** The end of a plan that orders everybody to carry it out: a formula, not a duty of somebody. */
export const isGeneralFormula = (raw: string): boolean =>
  /(?:nghiêm túc|tổ chức|triển khai|thực hiện)[^.]{0,80}(?:kế hoạch|chỉ thị|quyết định|công điện|nội dung)(?: này| nêu trên| trên)?\s*\.?\/?\.?\s*$/iu.test(
    foldText(raw).trim(),
  )
