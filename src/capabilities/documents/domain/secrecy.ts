export type SecrecyMark = 'mật' | 'tối mật' | 'tuyệt mật'

/** A stamp stands alone on its line, or in a box of signs; the head of a document is its first lines. */
const STAMP =
  /^[\s\p{P}\p{S}]*(?:(?:độ|dấu|mức)\s+(?:độ\s+)?mật\s*[:：]\s*)?(tuyệt\s+mật|tối\s+mật|mật)[\s\p{P}\p{S}]*$/iu
const HEAD_LINES = 60
const COLUMNS = /\t|\||\s{3,}/u

const toMark = (text: string): SecrecyMark => text.toLowerCase().replace(/\s+/gu, ' ') as SecrecyMark

/**
 * The mark of secrecy that a document bears (Law on Protection of State Secrets 2018, article 13; the stamp is
 * in capitals beside or above the number); undefined when it bears none. Speaking of secrets is no mark:
 * "bảo mật", "tài liệu mật" within a sentence.
 *
 * @example findSecrecyMark('UBND TỈNH MẪU\nTỐI MẬT\nSố: 01/KH-UBND') // 'tối mật'
 */
export const findSecrecyMark = (text: string): SecrecyMark | undefined => {
  const head = text.normalize('NFC').split('\n').slice(0, HEAD_LINES)
  for (const line of head) {
    for (const cell of line.split(COLUMNS)) {
      const found = STAMP.exec(cell)?.[1]
      // A stamp is printed in capitals; "Độ mật: mật" says itself what it is.
      if (found !== undefined && (found === found.toUpperCase() || /[:：]/u.test(cell))) return toMark(found)
    }
  }
  return undefined
}
