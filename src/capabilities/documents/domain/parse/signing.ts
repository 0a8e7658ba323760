import { isAllCapitals, toSentenceCase } from './letter-case.ts'

/** Who signs: for whom or in whose place, by which post, under which name (Decree 30/2020, appendix I, II.7). */

/** "TM.", "T/M", "KT.", "KT/", "TL.", "TUQ.", with or without blanks. */
export const SIGN = 'TM|T\\/M|T\\.M|KT|K\\/T|K\\.T|TL|T\\/L|T\\.L|TUQ|T\\/UQ|T\\.UQ'
const AUTHORITY = new RegExp(`^(${SIGN})\\s?[.,:/]?\\s?(\\p{Lu}[\\p{Lu}\\s,&.-]{2,})$`, 'u')

/** Posts under which documents are signed, in capitals. */
export const SIGNING_POSTS =
  'CHỦ TỊCH|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|TỔNG BÍ THƯ|BÍ THƯ|TỔNG CỤC TRƯỞNG|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|VIỆN TRƯỞNG|CHÁNH ÁN|TƯ LỆNH|CHỈ HUY TRƯỞNG|TỔNG THANH TRA|CHÁNH THANH TRA|TRƯỞNG TIỂU BAN|VỤ TRƯỞNG|TRƯỞNG ĐOÀN|CHỦ NHIỆM|TỔNG KIỂM TOÁN|THỐNG ĐỐC|THỦ TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG|TỔNG BIÊN TẬP|TRƯỞNG CÔNG AN|TRƯỞNG KHOA|TRƯỞNG BỘ MÔN|TRƯỞNG TRẠM|TRẠM TRƯỞNG|HẠT TRƯỞNG|ĐỒN TRƯỞNG|TRƯỞNG (?:THÔN|BẢN|ẤP|KHU PHỐ|KHỐI|XÓM|BUÔN)|CHÍNH ỦY|CHÍNH TRỊ VIÊN|ỦY VIÊN THƯỜNG TRỰC'

const POST = new RegExp(`^(?:Q\\.\\s?|QUYỀN )?(?:PHÓ )?(?:${SIGNING_POSTS})(?: (?:[-–] )?\\p{Lu}+)*$`, 'u')

const RANKS =
  '(?:PGS|GS|TS|ThS|Ths|Th\\.S|BS|Bs|BSCKI|BSCKII|BS\\.?\\s?CKII?|DS|KS|CN|NGƯT|NGND|TTƯT|(?:Thiếu|Trung|Thượng|Đại) (?:tướng|tá|úy)|Đại đức|Thượng tọa|Linh mục)'
const RANK = new RegExp(`^(?:${RANKS}(?:[.,]\\s?|\\s))+(?=\\p{Lu})`, 'u')
/** A given name of one letter belongs to the peoples of the highlands: `Y Thanh`, `H' Linh`, `K'Brèo`. */
const NAME = /^(?:[HYK]['’]?\s?)?\p{Lu}['’]?\p{Ll}+(?:\s(?:[HYKA]['’]?\s?)?\p{Lu}\p{Ll}*){1,4}$/u
/** A name in capitals counts only when it begins with a family name. */
const NAME_CAPITALS =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐINH|LƯƠNG|TRƯƠNG|TRỊNH|ĐÀO|MAI|TÔ|ĐOÀN|LÂM|TỐNG|CAO|HÀ|CHU|TẠ|THÁI|LƯU|VƯƠNG|NÔNG|TRIỆU|VI|LÒ|VÀNG|GIÀNG|SÙNG|BẾ|LẠI|KIỀU|QUÁCH|THẠCH|ĐIỂU|LỤC|MA|MÙA|THÀO|HỨA|ÂU|LA|PHÙNG|TĂNG|CÙ|VĂN|ÔNG|DOÃN|NGHIÊM|KHUẤT)(?:\s\p{Lu}{1,7}){1,3}$/u
const NOT_A_NAME =
  /^(?:Nơi|Như|Lưu|Văn|Báo|Đài|Bộ|Sở|Ban|Ủy|Uỷ|Hội|Tỉnh|Thành|Các|Cục|Công|Chi|Thường|Phòng|Trung|Tòa|Viện|Đoàn|Ký|Đã|Phụ|Bản|Cổng|Người|Tổng|Quốc|Thủ|Chính|Mẫu|Biểu|Độc|Cộng)\s/u

/** `KT. BỘ TRƯỞNG`: the sign and for whom; undefined when the words are no authority. */
export const findAuthority = (text: string): { sign: string; whom: string } | undefined => {
  const worded = WORDED.find(([words]) => text.startsWith(`${words} `))
  const match = AUTHORITY.exec(worded ? `${worded[1]}. ${text.slice(worded[0].length + 1)}` : text)
  if (match) return { sign: match[1] ?? '', whom: match[2] ?? '' }
  const small = text.length < 60 ? SMALL_AUTHORITY.exec(text) : null
  const whom = small?.[2]?.toUpperCase() ?? ''
  return small && (POST.test(whom) || ORGAN.test(whom))
    ? { sign: (small[1] ?? '').toUpperCase(), whom }
    : undefined
}

/** Written out: `THỪA LỆNH CHỦ TỊCH`. */
const WORDED: readonly (readonly [string, string])[] = [
  ['THAY MẶT', 'TM'],
  ['THỪA LỆNH', 'TL'],
  ['THỪA ỦY QUYỀN', 'TUQ'],
  ['KÝ THAY', 'KT'],
]
/** Fonts that drew small letters as capitals leave these behind: `Tm. Ủy ban nhân dân`. */
const SMALL_AUTHORITY = /^(T[Mm]|K[Tt]|T[Ll]|T[Uu][Qq])\s?[.,:/]\s?(\p{L}[\p{L}\s,]{4,})$/u
const ORGAN = /^(?:(?:ỦY|UỶ) BAN|UBND|HĐND|BAN|HỘI ĐỒNG|ĐẢNG|TỈNH ỦY|THƯỜNG TRỰC)(?=\s|$)/u

/** `Phó Thủ tướng` in small letters is a post too when it stands alone. */
export const isPost = (text: string): boolean =>
  POST.test(text) || (text.length < 40 && /^\p{Lu}\p{Ll}/u.test(text) && POST.test(text.toUpperCase()))

/** A post in capitals, as a signature prints it. */
export const isPrintedPost = (text: string): boolean => POST.test(text)

export const isName = (text: string): boolean => {
  const plain = text.replace(RANK, '')
  return plain.length < 40 && (NAME.test(plain) || NAME_CAPITALS.test(plain)) && !NOT_A_NAME.test(plain)
}

const SIGNS: Readonly<Record<string, string>> = {
  // As the Party prints them; committees of the people print TM.
  'T/M': 'T/M',
  'K/T': 'K/T',
  'T/L': 'T/L',
  'T.M': 'TM.',
  'K.T': 'KT.',
  'T.L': 'TL.',
  'T.UQ': 'TUQ.',
  'T/UQ': 'TUQ.',
}

/** `TM`, `ỦY BAN NHÂN DÂN` → `TM. UBND`. */
export const toAuthority = (sign: string, whom: string): string => {
  const words = whom
    .replace(/\s+/gu, ' ')
    .replace(/[,.\s-]+$/u, '')
    .trim()
  const body = words.replace(/^(?:ỦY|UỶ) BAN NHÂN DÂN/u, 'UBND').replace(/^HỘI ĐỒNG NHÂN DÂN/u, 'HĐND')
  const [first, ...rest] = body.split(' ')
  const short = first === 'UBND' || first === 'HĐND'
  const text = short ? [first, ...rest.map((w) => w.toLowerCase())].join(' ') : toPost(body)
  const printed = sign === 'T/M' && short ? 'TM.' : (SIGNS[sign] ?? `${sign}.`)
  return `${printed} ${text}`
}

const NO_NAMES: ReadonlyMap<string, string> = new Map()

/** `PHÓ CHỦ TỊCH` → `Phó Chủ tịch`: the office after "Phó" keeps its capital, and so does the body that is led. */
export const toPost = (capitals: string): string => {
  const text = capitals.replace(/\s+/gu, ' ').trim()
  const cased = isAllCapitals(text)
    ? text
        .split(', ')
        .map((part) => toSentenceCase(part, NO_NAMES))
        .join(', ')
    : text.charAt(0) + text.slice(1).toLowerCase()
  return cased
    .replace(
      /^(Phó|Quyền|Q\.) (\p{Ll})/u,
      (_, sign: string, letter: string) => `${sign} ${letter.toUpperCase()}`,
    )
    .replace(
      / (văn phòng|chính phủ|quốc hội|đảng|thường trực|thường vụ|tiểu ban|giám đốc|sở|chi cục|công an)(?!\p{L})/gu,
      (found) => ` ${found.charAt(1).toUpperCase()}${found.slice(2)}`,
    )
    .replace(/ Tiểu ban/u, ' tiểu ban')
}

/** `Đại tá LÒ VĂN MẪU` → `Lò Văn Mẫu`. */
export const toPersonName = (text: string): string => {
  const plain = text.replace(RANK, '')
  return /\p{Ll}/u.test(plain)
    ? plain
    : plain
        .split(' ')
        .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
        .join(' ')
}
