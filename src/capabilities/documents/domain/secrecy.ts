export type SecrecyMark = 'mật' | 'tối mật' | 'tuyệt mật'

const WORDS = String.raw`tuyệt\s+mật|tối\s+mật|mật`
/** The stamp of urgency stands beside that of secrecy, often in the same frame. */
const URGENCY = String.raw`(?:khẩn|thượng\s+khẩn|hỏa\s+tốc|hoả\s+tốc)(?:\s+hẹn\s+giờ)?`
const SIGNS = String.raw`[\s\p{P}\p{S}]*`

/** A stamp stands alone on its line, or in a box of signs; the head of a document is its first lines. */
const STAMP = new RegExp(
  String.raw`^${SIGNS}(?:${URGENCY}[\s\p{P}\p{S}]+)?(?:(?:độ|dấu|mức)\s+(?:độ\s+)?mật\s*[:：]\s*)?(${WORDS})(?:[\s\p{P}\p{S}]+${URGENCY})?${SIGNS}$`,
  'iu',
)
/** A stamp beside the number, however narrow the gap that the page or the scanner left. */
const BESIDE_NUMBER =
  /^\s*Số\s*:?\s*[\d.…\s]*[-/\p{L}\d]*[-/][-/\p{L}\d]*\s+[^\p{L}\p{N}]*(TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)[\s\p{P}\p{S}]*$/u
/** Lines with words on them: an empty page before the text hides nothing. */
const HEAD_LINES = 60
const COLUMNS = /\t|\||\s{3,}/u
/** No stamp is longer; what is longer is a sentence. */
const MOST_LENGTH = 200

const toMark = (text: string): SecrecyMark => text.toLowerCase().replace(/\s+/gu, ' ') as SecrecyMark

/** `T Ố I  M Ậ T`: letters set apart for the looks of a stamp are joined; the gap between words is wider. */
const joinSpaced = (cell: string): string =>
  /^\P{L}*\p{L}(?:\s+\p{L})+\P{L}*$/u.test(cell)
    ? cell.replace(/\s+/gu, '').replace(/^(\P{L}*)(TUYỆT|TỐI)(?=MẬT)/iu, '$1$2 ')
    : cell

const findStamp = (cell: string): SecrecyMark | undefined => {
  const joined = joinSpaced(cell)
  const found = STAMP.exec(joined)?.[1]
  if (found === undefined) return undefined
  // A stamp is printed in capitals; "Độ mật: mật" says itself what it is.
  const isSure = found === found.toUpperCase() || /[:：]/u.test(joined) || /\s/u.test(found)
  return isSure ? toMark(found) : undefined
}

/**
 * The mark of secrecy that a document bears (Law on Protection of State Secrets 2018, article 13; the stamp is
 * in capitals beside or above the number); undefined when it bears none. Speaking of secrets is no mark:
 * "bảo mật", "tài liệu mật" within a sentence.
 *
 * @example findSecrecyMark('UBND TỈNH MẪU\nTỐI MẬT\nSố: 01/KH-UBND') // 'tối mật'
 */
export const findSecrecyMark = (text: string): SecrecyMark | undefined => {
  let seen = 0
  // Signs without a width hide letters from a pattern, not from a reader.
  for (const [whole] of text.matchAll(/[^\r\n\f\u0085\u2028\u2029]+/gu)) {
    if (whole.trim() === '') continue
    if (++seen > HEAD_LINES) return undefined
    const line = whole.normalize('NFC').replace(/\p{Cf}/gu, '')
    // Every mark holds this word, its letters set apart or not; most lines do not.
    if (!/[mM]\s*[ậẬ]\s*[tT]/u.test(line)) continue
    const beside = line.length <= MOST_LENGTH ? BESIDE_NUMBER.exec(line)?.[1] : undefined
    if (beside !== undefined) return toMark(beside)
    for (const cell of [line, ...line.split(COLUMNS)]) {
      const mark = cell.length <= MOST_LENGTH ? findStamp(cell.trim()) : undefined
      if (mark !== undefined) return mark
    }
  }
  return undefined
}
