import { POSTS } from './agency-posts.ts'
import { BODIES, GROUP_NOUNS } from './agency-vocabulary.ts'
import { matchEnd, oneOf, wordsAt, LETTER } from './words.ts'

/** How the name of an agency opens: a kind of body, a post, or a group of bodies. */

export type AgencyKind = 'body' | 'post' | 'group'

const bodyAt = wordsAt(BODIES)
export const postAt = wordsAt(POSTS)
const groupNounAt = new RegExp(`(?:${oneOf(GROUP_NOUNS)})(?!${LETTER})`, 'uiy')

/** Phrases that open like the name of a body and are none. */
const NOT_A_BODY = new RegExp(
  `(?:Ban (?:hành|đầu|ngày|đêm)|Sở (?:hữu|trường|thích)|Báo (?:cáo|động|tin|chí|hiệu)|Hội (?:nghị|thảo|thi|viên|nhập|đàm|chợ|trường|họp|thao)|` +
    `Đoàn (?:kết|viên|xe|tàu|kiểm tra|giám sát|công tác)|Đội ngũ|Khoa (?:học|giáo)|Bộ (?:chỉ số|tiêu chí|phận(?! (?:[Mm]ột cửa|[Tt]iếp nhận|[Vv]ăn phòng|[Vv]ăn thư|[Kk]ế toán|[Yy] tế|[Tt]hư viện|[Tt]hiết bị|[Hh]ành chính))|máy|luật|Luật|mã|dữ liệu|thủ tục|quy tắc|TTHC|câu hỏi|tài liệu)|` +
    `Phòng(?:,| cháy| bệnh| dịch| chống| ngừa| tránh| họp| học| khám)|Quỹ đất|Tổ (?:chức(?! pháp chế| đảng(?!${LETTER})| Đảng)|dân phố|hợp|quốc)|Tổ Quốc|Vụ (?:việc|án|mùa)|` +
    `Viện (?:trợ|dẫn|phí)|Trạm thu phí|Trường (?:hợp|học)|Thanh tra(?:, (?:kiểm|giám|xử)| việc| chuyên)|Kiểm toán năng|Bảo hiểm y|` +
    `Đài tưởng|Cơ quan (?:thực hiện|chủ trì|phối hợp|soạn thảo|ban hành|thẩm định|chịu trách nhiệm)\\s*:|Công an ninh|` +
    `Trưởng (?:thành)|Thủ tướng Chính phủ (?:đã )?(?:phê duyệt|ban hành)|Cảng biển)(?!${LETTER})`,
  'uy',
)
const NOT_A_GROUP =
  /(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Mm]ỗi|[Tt]ừng) (?:cơ sở (?:dữ liệu|hạ tầng|vật chất|pháp lý)|cơ chế|hội (?:nghị|thảo|thi|chợ)|đoàn (?:công tác|kiểm tra|giám sát|liên ngành)|phòng học|bộ (?:chỉ số|tiêu chí|dữ liệu|tài liệu)|cấp độ|khu vực|tổ hợp|trường hợp|báo cáo|ngành nghề|ban hành|tổ chức thực hiện|trạm thu phí|huyện ủy viên)/uy
const NOT_A_POST =
  /(?:(?:[Ôô]ng|[Bb]à)(?! \p{Lu})|Trưởng thành|Thành viên của|Lãnh đạo,? chỉ đạo|Lãnh đạo việc|Lãnh đạo công tác)/uy

const groupOpenerAt =
  /(?:[Cc]ác|[Mm]ỗi|[Tt]ừng|[Tt]oàn thể(?: các)?|[Tt]ất cả(?: các)?|[Nn]hững|[Mm]ột số|[Mm]ọi|[Hh]ai|[Bb]a) /uy
/** What a province or a town is told to do where it stands for its government. */
const PLACE_DOES =
  '(?:cần|phải|tiếp tục|tập trung|chủ động|khẩn trương|sớm|đẩy nhanh|đẩy mạnh|căn cứ|rà soát|xem xét|nghiên cứu|tổng hợp|phối hợp|tăng cường|quan tâm|thực hiện (?:theo|nghiêm|đúng|tốt)|chịu trách nhiệm) '

/** Groups written without `các`: `sở, ban, ngành`, `Cơ quan, đơn vị`, `lực lượng Công an`. */
const bareGroupAt = new RegExp(
  `(?:[Ss]ở, (?:[Bb]an|[Nn]gành)|[Bb]ộ, (?:[Bb]an|[Nn]gành)|[Bb]ộ(?=, cơ quan)|[Bb]an, (?:[Nn]gành|[Pp]hòng)|` +
    `[Cc]ơ quan(?=,? (?:ngang [Bb]ộ|thuộc|trực thuộc|khác|liên quan|có liên quan|chức năng|chủ quản|thành viên|chuyên môn|báo chí|thông tin|thông tấn|truyền thông|thanh tra|điều tra|kiểm tra|thuế|hải quan|đăng kiểm|kiểm toán|tài chính|Trung ương|đơn vị|tổ chức|địa phương|ban|quản lý))|` +
    `[Đđ]ơn vị(?=,? (?:quản lý|thi công|tư vấn|vận hành|kinh doanh|sản xuất|cung cấp|khai thác|địa phương|tổ chức|liên quan|có liên quan|trực thuộc|được giao))|` +
    `[Tt]ổ chức(?=,? (?:cá nhân|đơn vị|chính trị|đoàn thể|pháp chế|hành nghề|tín dụng|đảng|Đảng|Hội(?!${LETTER})|xã hội|liên quan|có liên quan))|` +
    `[Đđ]ịa phương(?= (?:liên quan|có liên quan))|[Cc]hính quyền(?= (?:(?:các )?địa phương|cơ sở|các cấp))|[Đđ]oàn thể(?= (?:chính trị|các cấp))|` +
    `[Ll]ực lượng (?:Công an|Cảnh sát|Quân đội|Bộ đội|chức năng|vũ trang|công an)|[Cc]ấp ủy|ủy ban nhân dân|ủy ban Mặt trận|` +
    `Doanh nghiệp|Cơ sở(?! (?:dữ liệu|hạ tầng|vật chất|pháp lý))|[Cc]ông ty(?=,|;| và(?![\\p{L}])| thuộc| trực thuộc)|(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện)(?=(?: \\p{Lu}[\\p{L}-]*){1,4} cần )|(?:[Tt]ỉnh|[Tt]hành phố)(?=(?: \\p{Lu}[\\p{L}-]*){1,4}(?:(?:,| và) (?:các )?(?:tỉnh|thành phố)(?:,? \\p{Lu}[\\p{L}-]*){1,12})? ${PLACE_DOES})|(?:Tỉnh|Thành phố|Huyện)(?= ${PLACE_DOES})|Nhà trường(?! phải là)|Chủ đầu tư|Chủ(?= (?:các|dự án|rừng|hộ|cơ sở|phương tiện|trang trại|đập|hồ|công trình|tàu|doanh nghiệp|nuôi|nhà trọ|thể) ?)|Cá nhân|Cộng đồng|[Xx]ã, phường|[Pp]hường, xã|Người (?:dân|lao động)|Công chức(?= \\p{Lu})|Cán bộ(?=,| phụ trách)|` +
    `[Cc]huyên viên(?= phụ trách)|Nhà đầu tư|Hộ (?:gia đình|kinh doanh)|Nhà thầu|Tập thể|mọi người dân)(?!${LETTER})`,
  'uy',
)

/** `tất cả các`, `một số các`: nobody writes more of them in a row, and a page of `các các các` has no name in it. */
const MOST_OPENERS = 3

/** What kind of name opens here, and where its head ends; undefined when none does. */
export const findHead = (
  text: string,
  at: number,
  openers = MOST_OPENERS,
): { end: number; kind: AgencyKind } | undefined => {
  if (matchEnd(NOT_A_BODY, text, at) >= 0 || matchEnd(NOT_A_GROUP, text, at) >= 0) return undefined
  const bare = matchEnd(bareGroupAt, text, at)
  if (bare >= 0) return { end: trimEnd(text, at, bare), kind: 'group' }
  const post = matchEnd(postAt, text, at)
  if (post >= 0) return matchEnd(NOT_A_POST, text, at) >= 0 ? undefined : { end: post, kind: 'post' }
  const body = matchEnd(bodyAt, text, at)
  if (body >= 0 && !text.startsWith('Các', at)) return { end: body, kind: 'body' }
  const opener = matchEnd(groupOpenerAt, text, at)
  if (opener >= 0) {
    const noun = matchEnd(groupNounAt, text, opener)
    if (noun >= 0) return { end: noun, kind: 'group' }
    const inner = openers > 0 ? findHead(text, opener, openers - 1) : undefined
    return inner && inner.kind !== 'group' ? { end: inner.end, kind: 'group' } : undefined
  }
  return undefined
}

/** The end without spaces and signs. */
export const trimEnd = (text: string, start: number, end: number): number => {
  let to = end
  while (to > start && /[\s,;:.\-/(]/u.test(text[to - 1] ?? '')) to--
  return to
}
