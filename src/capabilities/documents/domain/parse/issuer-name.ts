import { toOldToneMarks } from '#kernel/vietnamese.ts'
import { isAllCapitals, toSentenceCase } from './letter-case.ts'

/** Words with which a unit below another one begins. `PHÒNG CHỐNG …` and `PHÒNG THỦ …` are no offices. */
const UNIT =
  /^(?:SỞ|BAN|CHI CỤC|CỤC|TỔNG CỤC|VỤ|VĂN PHÒNG|TIỂU BAN|PHÒNG(?!,? (?:CHỐNG|NGỪA|THỦ|CHÁY|TRÁNH|DỊCH))|CÔNG AN|THANH TRA|TRUNG TÂM|HỘI ĐỒNG|TỔ CÔNG TÁC|ĐOÀN|BỘ CHỈ HUY|BỘ TƯ LỆNH|VIỆN|TRƯỜNG|TÒA ÁN|ĐẢNG ĐOÀN|ĐẢNG ỦY|LIÊN ĐOÀN|TỔNG LIÊN ĐOÀN|HỘI |CHI BỘ|BÁO |ĐÀI|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|XÍ NGHIỆP|NHÀ MÁY|HỢP TÁC XÃ|BỆNH VIỆN|KHOA|ĐỘI|ĐỒN|TRẠM|HẠT|CHI NHÁNH|KHO BẠC|THUẾ|HẢI QUAN|BẢO HIỂM XÃ HỘI|KIỂM TOÁN|CẢNG VỤ|KHU QUẢN LÝ|VƯỜN QUỐC GIA|BẢO TÀNG|THƯ VIỆN|BƯU ĐIỆN|ĐẠI HỌC|HỌC VIỆN|TỔ |LIÊN MINH|LIÊN HIỆP|QUỸ|NGÂN HÀNG|CÔNG ĐOÀN|ĐIỆN LỰC|VIỄN THÔNG|CẢNG |KHU BẢO TỒN|LÂM TRƯỜNG|NÔNG TRƯỜNG|DOANH NGHIỆP|(?:SƯ|LỮ|TRUNG|TIỂU) ĐOÀN|CÂU LẠC BỘ|CƠ QUAN|THƯỜNG TRỰC|ỦY BAN|(?:CĐGD|CĐCS|LĐLĐ|BHXH|BCĐ|BCH|TTYT|BVĐK|KBNN|VKSND|TAND|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|XÃ) ĐOÀN)(?!\p{L}))/u
const ORGAN =
  /^(?:UBND|HĐND|ĐẢNG (?!ĐOÀN|Ủ)|TỈNH ỦY|THÀNH ỦY|QUẬN ỦY|HUYỆN ỦY|THỊ ỦY|BỘ |CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|MẶT TRẬN)/u
const LOCALITY =
  /(?:^|\s)((?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ) ỦY\s.+|(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s\p{Lu}.*)$/u

/** `UBND TỈNH MẪU` + `SỞ XÂY DỰNG` → `Sở Xây dựng tỉnh Mẫu`. */
export const toIssuer = (
  printed: readonly string[],
  names: () => ReadonlyMap<string, string>,
): string | undefined => {
  if (printed.length === 0) return undefined
  const whole = nameUnit(joinBroken(printed.map(toPlainCapitals)))
  if (!isAllCapitals(whole)) return expandAgency(whole)
  const at = Math.max(0, whole.search(/(?<!\p{L})TRƯỜNG /u))
  const school = SCHOOL.exec(whole.slice(at))?.groups
  if (!school) return expandAgency(toSentenceCase(whole, names()))
  const before = at > 0 ? `${toSentenceCase(whole.slice(0, at - 1), names())} ` : ''
  const name = (school['name'] ?? '').split(' ').map((word) => word.charAt(0) + word.slice(1).toLowerCase())
  return expandAgency(`${before}${toSentenceCase(school['kind'] ?? '', names())} ${name.join(' ')}`)
}

/** What follows the kind of a school is its name, each word with a capital. */
const SCHOOL =
  /^(?<kind>TRƯỜNG (?:MẦM NON|MẪU GIÁO|PTDT(?:BT|NT)(?: (?:TH|THCS|THPT))*|(?:TH|THCS|THPT|TIỂU HỌC|TRUNG HỌC CƠ SỞ|TRUNG HỌC PHỔ THÔNG)(?:(?: VÀ |, | - |&)(?:THCS|THPT|TRUNG HỌC CƠ SỞ|TRUNG HỌC PHỔ THÔNG))*)(?: SỐ \d+)?) (?<name>(?!XÃ |PHƯỜNG |HUYỆN |THỊ TRẤN |TỈNH |SỐ |CÔNG |TƯ |DÂN |CHUYÊN ).+)$/u

/** One spelling of tone marks and of the city: `UỶ BAN`, `TP. MẪU` → `ỦY BAN`, `THÀNH PHỐ MẪU`. */
const toPlainCapitals = (line: string): string =>
  toOldToneMarks(line).replace(/(?<!\p{L})TP(?:\.\s?|\s)(?=\p{Lu})/gu, 'THÀNH PHỐ ')

/** A name that runs over two lines is one: `ỦY BAN NHÂN DÂN` + `TỈNH MẪU`. */
const joinBroken = (printed: readonly string[]): string[] => {
  const lines: string[] = []
  for (const line of printed) {
    const before = lines.at(-1)
    const starts = UNIT.test(line) || ORGAN.test(line)
    if (before !== undefined && (!starts || /(?:NHÂN|VÀ|CỦA|ĐẢNG ỦY|ỦY BAN|HỘI ĐỒNG|,)$/u.test(before)))
      lines[lines.length - 1] = `${before} ${line}`
    else lines.push(line)
  }
  return lines
}

/** A part that has no name but that of the body above it. */
const PART =
  /^(?:BAN (?:THƯỜNG (?:TRỰC|VỤ)|CHẤP HÀNH)|(?:(?:VĂN PHÒNG|CƠ QUAN|BỘ PHẬN|TỔ) )?THƯỜNG TRỰC|VĂN PHÒNG|CƠ QUAN|BAN THƯ KÝ|TỔ (?:GIÚP VIỆC|THƯ KÝ|CHUYÊN VIÊN|CÔNG TÁC)|BỘ PHẬN GIÚP VIỆC)$/u
/** The committee of a mass organisation, which stands above it: `HỘI NÔNG DÂN VIỆT NAM` + `BAN CHẤP HÀNH TỈNH MẪU`. */
const COMMITTEE =
  /^(?<part>BAN (?:CHẤP HÀNH|THƯỜNG (?:TRỰC|VỤ))) (?<place>(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN) .+)$/u
const ORGANISATION = /^(?:ĐOÀN|HỘI|CÔNG ĐOÀN|LIÊN ĐOÀN|TỔNG LIÊN ĐOÀN|LIÊN MINH|ỦY BAN (?:MTTQ|MẶT TRẬN))/u
/** Offices inside a body, not of a place: `CÔNG AN TỈNH MẪU` + `PHÒNG CẢNH SÁT GIAO THÔNG`. */
const INNER = /^(?:PHÒNG|ĐỘI|KHOA|TỔ) /u
const HOLDS_OFFICES = /^(?:CÔNG AN|SỞ|CỤC|CHI CỤC|BỆNH VIỆN|TRƯỜNG|ĐẠI HỌC|VIỆN|CÔNG TY|BỘ CHỈ HUY|TÒA ÁN)/u
/** Its committees are named after it: `HỘI ĐỒNG NHÂN DÂN TỈNH MẪU` + `BAN PHÁP CHẾ`. */
const COUNCIL = /^(?:HỘI ĐỒNG NHÂN DÂN|HĐND)/u
/** Bodies with a name of their own: a place behind it would be another body's. */
const NAMED =
  /^(?:TRƯỜNG|BỆNH VIỆN|ĐẠI HỌC|HỌC VIỆN|VIỆN (?!KIỂM SÁT)|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|XÍ NGHIỆP|NHÀ MÁY|HỢP TÁC XÃ|NGÂN HÀNG|CHI NHÁNH|VƯỜN QUỐC GIA|KHU BẢO TỒN|ĐỒN|HẠT|TRẠM|CẢNG|TIỂU BAN|CHI BỘ|LIÊN HIỆP|CÂU LẠC BỘ|VIỄN THÔNG|ĐIỆN LỰC|LÂM TRƯỜNG|NÔNG TRƯỜNG|DOANH NGHIỆP)/u
/** Only what kind of school or hospital it is: the place tells which. */
const KIND_ALONE =
  /^(?:TRƯỜNG|BỆNH VIỆN)(?:,? (?:CHÍNH TRỊ|CAO ĐẲNG|TRUNG CẤP|NGHỀ|SƯ PHẠM|VĂN HÓA|NGHỆ THUẬT|ĐA KHOA|Y TẾ|PHỔI|LAO|MẮT|NHI|SẢN|TÂM THẦN|NỘI TIẾT|DA LIỄU|UNG BƯỚU|Y HỌC CỔ TRUYỀN|Y DƯỢC CỔ TRUYỀN|PHỤC HỒI CHỨC NĂNG|ĐIỀU DƯỠNG|BỆNH PHỔI|VÀ|-|TỈNH|THÀNH PHỐ|HUYỆN))*$/u
const CENTRAL = /^BAN CHẤP HÀNH TRUNG ƯƠNG(?: ĐẢNG(?: CỘNG SẢN VIỆT NAM)?)?$/u

/** The offices of the Party's centre, not the groups that it has elsewhere. */
const OF_CENTRE = /^(?:BAN (?!BÍ THƯ|CÁN SỰ)|VĂN PHÒNG|ỦY BAN KIỂM TRA|HỘI ĐỒNG)/u

/** The name of the lowest line, completed from those above it. */
const nameUnit = (lines: readonly string[]): string => {
  const unit = lines.at(-1) ?? ''
  if (lines.length < 2) return unit
  if (!UNIT.test(unit)) return lines.join(' ')
  const above = nameUnit(lines.slice(0, -1))
  const committee = COMMITTEE.exec(unit)?.groups
  if (committee && ORGANISATION.test(above) && !LOCALITY.test(above))
    return `${committee['part']} ${above} ${committee['place']}`
  if (LOCALITY.test(unit)) return unit
  if (CENTRAL.test(above) && OF_CENTRE.test(unit))
    return unit.includes('TRUNG ƯƠNG') ? unit : `${unit} TRUNG ƯƠNG`
  if (PART.test(unit)) return `${unit} ${above}`
  if (COUNCIL.test(above) && unit.startsWith('BAN ')) return `${unit} ${above}`
  if (INNER.test(unit) && HOLDS_OFFICES.test(above)) return `${unit} ${above}`
  if (NAMED.test(unit) && !KIND_ALONE.test(unit)) return unit
  const place = LOCALITY.exec(above)?.[1]
  if (
    place === undefined ||
    unit.endsWith(place.replace(/^(?:THÀNH PHỐ|THỊ XÃ|THỊ TRẤN|ĐẶC KHU|\p{Lu}+) /u, ''))
  )
    return unit
  return `${unit.replace(/\s(?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|QUẬN)$/u, '')} ${place}`
}

/** The short forms of the great organs written out; tone marks as the offices' guide has them. */
export const expandAgency = (name: string): string =>
  toOldToneMarks(name)
    .replace(
      /^((?:Văn phòng|Tổ giúp việc) )?(?:UBND|Ủy Ban Nhân dân|Ủy ban Nhân dân)(?=\s|$)/u,
      '$1Ủy ban nhân dân',
    )
    .replace(/^Ủy ban nhân dân \(UBND\)/u, 'Ủy ban nhân dân')
    .replace(/^HĐND(?=\s|$)/u, 'Hội đồng nhân dân')
    .replace(/(?<=^Sở )GTVT(?=\s|$)/u, 'Giao thông vận tải')
    .replace(/^Ban ATGT(?=\s|$)/u, 'Ban An toàn giao thông')
    .replace(/ Thành phố /u, ' thành phố ')
    .replace(/\s+\(.*?\)/gu, '')
    .trim()
