import { toOldToneMarks } from '#kernel/vietnamese.ts'
import { singleSpaced } from './words.ts'

/**
 * Capitals brought to the case of running text. What the document itself writes in mixed case wins; then the
 * names that every office writes with capitals; then only the first letter is one.
 */

/** Names and agencies as running text writes them. */
const KNOWN: readonly string[] = [
  'Việt Nam',
  'Hồ Chí Minh',
  'Quốc hội',
  'Chính phủ',
  'Thủ tướng',
  'Trung ương',
  'Bộ Chính trị',
  'Ban Bí thư',
  'Đảng',
  'Nhà nước',
  'Mặt trận Tổ quốc',
  'Ủy ban nhân dân',
  'Ủy ban Mặt trận Tổ quốc',
  'Ủy ban MTTQ',
  'Hội đồng nhân dân',
  'Ban Thường trực',
  'Ban Thường vụ',
  'Ban Chỉ đạo',
  'Ban Chỉ huy',
  'Ban Chấp hành',
  'Ban Tuyên giáo',
  'Ban Dân vận',
  'Bộ Chỉ huy Quân sự',
  'Bộ Chỉ huy Bộ đội Biên phòng',
  'Ủy ban Kiểm tra',
  'Ban Tuyên giáo và Dân vận',
  'Liên đoàn Lao động',
  'Đoàn TNCS',
  'Hội LHPN',
  'Hội Nông dân',
  'Hội Cựu chiến binh',
  'Hội Chữ thập đỏ',
  'Hội Liên hiệp Phụ nữ',
  'Phòng Giáo dục và Đào tạo',
  'Ủy ban An toàn giao thông Quốc gia',
  'Đảng bộ',
  'Ban An toàn giao thông',
  'Sở Giao thông vận tải',
  'Sở Giáo dục và Đào tạo',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Văn hóa và Thể thao',
  'Sở Khoa học và Công nghệ',
  'Sở Tài nguyên và Môi trường',
  'Sở Nông nghiệp và Môi trường',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Thông tin và Truyền thông',
  'Sở Kế hoạch và Đầu tư',
  'Sở Công Thương',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Tư pháp',
  'Sở Xây dựng',
  'Sở Y tế',
  'Sở Ngoại vụ',
  'Sở Dân tộc và Tôn giáo',
  'Công an tỉnh',
  'Tỉnh ủy',
  'Thành ủy',
  'Đảng ủy',
  'Huyện ủy',
  'Văn phòng Chính phủ',
  'Bộ Công an',
  'Bộ Quốc phòng',
  'Bộ Y tế',
  'Bộ Xây dựng',
  'Bộ Nội vụ',
  'Bộ Tài chính',
  'Bộ Tư pháp',
  'Bộ Công Thương',
  'Bộ Giao thông vận tải',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Khoa học và Công nghệ',
  'Bộ Nông nghiệp và Môi trường',
  'Đoàn Thanh niên',
  'Cộng sản',
]

/** A place's own name follows these words. */
const PLACE_WORDS = new Set([
  'tỉnh',
  'huyện',
  'xã',
  'phường',
  'quận',
  'thị xã',
  'thị trấn',
  'thành phố',
  'đặc khu',
  'tỉnh ủy',
  'tỉnh uỷ',
  'thành ủy',
  'huyện ủy',
  'quận ủy',
  'thị ủy',
])

const key = (text: string): string => toOldToneMarks(text).toLowerCase()

const KNOWN_BY_KEY = new Map(KNOWN.map((name) => [key(name), name]))
const KNOWN_LONGEST = 8

export const isAllCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text)

/** A name that a title needs stands early in the text. */
const NAMES_WITHIN = 24_000

/** Runs of words that the text writes with capitals in the middle of sentences: `Lạng Sơn`, `Luật Việc làm`. */
export const collectNames = (text: string): ReadonlyMap<string, string> => {
  // A name that runs over two lines is one, and one behind a short form (`THPT Cao …`) stands in a sentence too.
  // The blank before comes first, and most words open with a small letter: few signs are compared with all capitals.
  const long = text
    .slice(0, NAMES_WITHIN)
    .match(/(?=\s+(?![a-zà-ÿđơư\d\s]))(?<=[\p{L},])\s+\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)+/gu)
  // Here most signs are passed over as small letters or blanks, or for such a one behind them.
  const short = text
    .slice(0, 20_000)
    .match(/(?![a-zà-ÿđơư\s]|.[a-zà-ÿđơư\s.,;])\p{Lu}(?<![\p{L}\d]\p{Lu})[\p{Lu}\d&]{1,9}(?![\p{L}\d])/gu)
  const names = new Map<string, string>()
  for (const name of new Set([
    ...(long ?? []).map((found) => singleSpaced(found.trimStart())),
    ...(short ?? []),
  ])) {
    const known = key(name)
    if (!names.has(known)) names.set(known, name)
  }
  return names
}

/** `ỦY BAN NHÂN DÂN TỈNH MẪU` → `Ủy ban nhân dân tỉnh Mẫu`; text that is not all capitals stays. */
export const toSentenceCase = (text: string, names: ReadonlyMap<string, string>): string => {
  if (!isAllCapitals(text)) return text
  const words = text.split(' ')
  const keys = words.map(key)
  const out: string[] = []
  for (let i = 0; i < words.length;) {
    const found = findPhrase(words, keys, i, names)
    if (found) {
      out.push(found.phrase)
      i += found.count
      continue
    }
    const word = words[i] ?? ''
    const [last2 = '', before = ''] = ['', ...out.slice(-2).join(' ').toLowerCase().split(' ')].slice(-2)
    const two = `${last2} ${before}`
    const afterPlace = PLACE_WORDS.has(before) || PLACE_WORDS.has(two)
    const isPlaceWord = /^(?:PHỐ|XÃ|TRẤN|KHU)$/u.test(word) || (word === 'THÀNH' && words[i + 1] === 'PHỐ')
    if (afterPlace && !isPlaceWord && !COMMON.has(word.toLowerCase().replace(/[,;.:]$/u, ''))) {
      // Vietnamese place names have two words, seldom one or three.
      const left = words.slice(i)
      const isEnd = left.length < 6 && left.every((w) => w === '-' || !STOP.has(w.toLowerCase()))
      const rest = isEnd ? left : left.slice(0, 2).filter((w, n) => n === 0 || !STOP.has(w.toLowerCase()))
      out.push(...rest.map(toTitle))
      i += rest.length
      continue
    }
    const isNumeral = /\d|^[IVX]+$/u.test(word) && !(word === 'VI' && isWordVi(before, words[i + 1]))
    out.push(isNumeral || isAcronym(word) ? word : word.toLowerCase())
    i++
  }
  // The short form of the Prime Minister keeps its small letter in a number.
  const joined = out.join(' ').replace(/-TTG(?!\p{L})/gu, '-TTg')
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

/** `PHẠM VI`, `HÀNH VI`, `VI PHẠM` have a word that looks like a six. */
const isWordVi = (before: string, after: string | undefined): boolean =>
  /^(?:phạm|hành|tinh)$/u.test(before) || /^(?:PHẠM|MÔ|SINH|KHUẨN|MẠCH|RÚT)(?!\p{L})/u.test(after ?? '')

/** After "tỉnh", "xã" … these begin no place name. */
const COMMON = new Set(['hội', 'ủy', 'uỷ', 'năm', 'và', 'có', 'trong', 'giai', 'đến', 'về', 'theo'])
const STOP = new Set(['năm', 'giai', 'đến', 'và', 'về', 'trong', 'từ', 'theo', 'sở', 'ban', '-'])

/** No vowel, or a known short form. */
const isAcronym = (word: string): boolean =>
  /^(?:UBND|HĐND|MTTQ|TNCS|ATGT|TTATGT|TNGT|GTVT|PCCC|CNCH|BHXH|BHYT|CNTT|TTHC|ODA|FDI|ICT|IOT|AI|CCHC|KTXH|QPAN|CT-TTG|ATTP|QLNN)[,;.]?$/u.test(
    word,
  ) || /^[^AEIOUYĂÂÊÔƠƯÀÁẢÃẠÈÉẺẼẸÌÍỈĨỊÒÓỎÕỌÙÚỦŨỤỲÝỶỸỴẰẮẲẴẶẦẤẨẪẬỀẾỂỄỆỒỐỔỖỘỜỚỞỠỢỪỨỬỮỰ\d]{2,6}$/u.test(word)

const toTitle = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase()

const findPhrase = (
  words: readonly string[],
  keys: readonly string[],
  i: number,
  names: ReadonlyMap<string, string>,
): { phrase: string; count: number } | undefined => {
  for (let count = Math.min(KNOWN_LONGEST, words.length - i); count > 0; count--) {
    const tail = /[,;.:]$/u.exec(words[i + count - 1] ?? '')?.[0] ?? ''
    const printed = keys.slice(i, i + count).join(' ')
    const wanted = tail === '' ? printed : printed.slice(0, -1)
    const phrase = KNOWN_BY_KEY.get(wanted) ?? names.get(wanted)
    if (phrase !== undefined && (count > 1 || !isAllCapitals(phrase) || isAcronym(phrase)))
      return { phrase: phrase + tail, count }
  }
  return undefined
}
