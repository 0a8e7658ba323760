import { toPairFinder } from './loose-pairs.ts'

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

/** The letters that a scanner takes for each other; others with the same plain letter belong to no Vietnamese word. */
const SHAPES = /^[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ ]+$/u

const listPairs = toPairFinder(PAIRS)

/**
 * The text with its commonest slips mended, as long as it was.
 *
 * @example repairSlips('các tô chức, đon vị') // 'các tổ chức, đơn vị'
 */
export const repairSlips = (text: string): string => {
  let mended = ''
  let copied = 0
  let seen = 0
  for (const { start, end, pair } of listPairs(text)) {
    // A syllable belongs to one pair: in `hoàn thành phố` the first has it.
    if (start < seen) continue
    seen = end
    if (text.startsWith(pair, start)) continue
    const printed = text.slice(start, end)
    const small = printed.toLowerCase()
    if (small === pair || small.length !== pair.length || !SHAPES.test(small)) continue
    mended += text.slice(copied, start) + withCase(printed, pair)
    copied = end
  }
  return mended === '' ? text : mended + text.slice(copied)
}

/** The capitals stay where they are printed. */
const withCase = (printed: string, meant: string): string =>
  [...meant]
    .map((letter, i) =>
      printed[i] !== undefined && /\p{Lu}/u.test(printed[i]) ? letter.toUpperCase() : letter,
    )
    .join('')
