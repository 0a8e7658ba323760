import { searchKey } from '#kernel/vietnamese.ts'

/**
 * A reading of a text in which the commonest slips of a scanner are mended, for matching only: the text that
 * is shown, quoted and exported stays as printed, and the slip is told as a finding. A pair of syllables is
 * mended when it differs in its marks alone from a pair that administration uses all the time, and no other
 * word is written with the same letters. The length never changes, so offsets stay true.
 */
const PAIRS: readonly string[] = [
  'tổ chức',
  'đơn vị',
  'chủ trì',
  'chủ tịch',
  'phối hợp',
  'giám đốc',
  'trách nhiệm',
  'kế hoạch',
  'triển khai',
  'hướng dẫn',
  'khẩn trương',
  'đôn đốc',
  'nhân dân',
  'thành phố',
  'công an',
  'giao thông',
  'xây dựng',
  'y tế',
  'lao động',
  'nông nghiệp',
  'thường xuyên',
  'tăng cường',
  'đẩy mạnh',
  'kiểm tra',
  'báo cáo',
  'tham mưu',
  'chủ động',
  'theo dõi',
  'tổng hợp',
  'địa phương',
  'doanh nghiệp',
  'hội đồng',
  'chấp hành',
  'nhiệm vụ',
  'hoàn thành',
  'định kỳ',
  'thực hiện',
  'chỉ đạo',
  'tuyên truyền',
]

/** The letters that a scanner takes for each other, by their plain letter. */
const SHAPES: Readonly<Record<string, string>> = {
  a: 'aàáảãạăằắẳẵặâầấẩẫậ',
  e: 'eèéẻẽẹêềếểễệ',
  i: 'iìíỉĩị',
  o: 'oòóỏõọôồốổỗộơờớởỡợ',
  u: 'uùúủũụưừứửữự',
  y: 'yỳýỷỹỵ',
  d: 'dđ',
}

const meantBy = new Map(PAIRS.map((pair) => [searchKey(pair), pair]))

/** A letter in all its shapes, small and capital: faster than the flag for case. */
const toLoose = (plain: string): string =>
  [...plain]
    .map((letter) => {
      const shapes = SHAPES[letter] ?? letter
      return letter === ' ' ? ' ' : `[${shapes}${shapes.toUpperCase()}]`
    })
    .join('')

/** The pairs by their first letter, so that most words are passed over by it alone. */
const initials = [...new Set([...meantBy.keys()].map((plain) => plain.charAt(0)))]
const toGroup = (initial: string): string => {
  const rests = [...meantBy.keys()]
    .filter((plain) => plain.startsWith(initial))
    .map((plain) => plain.slice(1))
  return `${toLoose(initial)}(?:${rests.map(toLoose).join('|')})`
}
const LOOSE = new RegExp(
  `(?=[${initials.map((initial) => (SHAPES[initial] ?? initial) + (SHAPES[initial] ?? initial).toUpperCase()).join('')}])(?<![\\p{L}\\p{M}])(?:${initials.map(toGroup).join('|')})(?![\\p{L}\\p{M}])`,
  'gu',
)

/** What each spelling met so far is read as. */
const known = new Map<string, string>()

/**
 * The text with its commonest slips mended, as long as it was.
 *
 * @example repairSlips('các tô chức, đon vị') // 'các tổ chức, đơn vị'
 */
export const repairSlips = (text: string): string =>
  text.replace(LOOSE, (printed) => {
    const before = known.get(printed)
    if (before !== undefined) return before
    const meant = withCase(printed, meantBy.get(searchKey(printed)) ?? printed)
    const read = meant.length === printed.length ? meant : printed
    if (known.size > 2000) known.clear()
    known.set(printed, read)
    return read
  })

/** The capitals stay where they are printed. */
const withCase = (printed: string, meant: string): string =>
  [...meant]
    .map((letter, i) =>
      printed[i] !== undefined && /\p{Lu}/u.test(printed[i]) ? letter.toUpperCase() : letter,
    )
    .join('')
