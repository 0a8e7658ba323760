/**
 * Long texts go in pieces: from the process that reads them, and into the database. One piece of this many signs takes
 * a fraction of a second on the slowest way, so that whoever else is waiting is answered in between.
 */
const PIECE = 500_000

/** Whether a text is so long that it is kept in pieces until it is whole. */
export const isLongText = (text: string): boolean => text.length > 2 * PIECE

/** The text cut into pieces, never between the two halves of one sign; one empty piece for an empty text. */
export const toPieces = (text: string, size = PIECE): string[] => {
  const pieces: string[] = []
  let start = 0
  do {
    const end = start + size
    const isSplit = end < text.length && /[\uD800-\uDBFF]/u.test(text.charAt(end - 1))
    pieces.push(text.slice(start, isSplit ? end + 1 : end))
    start = isSplit ? end + 1 : end
  } while (start < text.length)
  return pieces
}

/** What one vector of the index takes: PostgreSQL has room for a million bytes in one, three for a sign at most. */
const TERMS = 20_000
const SIGNS = 300_000

/** The terms of a text, as many together as the index takes at once; none for no terms. */
export const toTermParts = (terms: readonly string[]): string[][] => {
  const parts: string[][] = []
  let signs = 0
  for (const term of terms) {
    const last = parts.at(-1)
    if (!last || last.length >= TERMS || signs + term.length > SIGNS) {
      parts.push([term])
      signs = term.length
    } else {
      last.push(term)
      signs += term.length
    }
  }
  return parts
}
