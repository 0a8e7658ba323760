/**
 * Vietnamese letters as the reader and the search need them.
 * Text is normalised once at the door to NFC; these helpers assume it.
 */

/** Letters and digits of Vietnamese words; for use inside a `u` regex class. */
export const WORD = '\\p{L}\\p{M}\\p{N}'

/** Combining marks of tone and shape that searching ignores. */
const COMBINING = /\p{M}+/gu

/**
 * The key under which a person searches: lower case, no tone or shape marks, `đ` as `d`,
 * any run of other signs as one space. `Hoà Bình`, `Hòa bình` and `HOA  BINH` share `hoa binh`.
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const OLD_TO_NEW: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['òe', 'oè'],
  ['óe', 'oé'],
  ['ỏe', 'oẻ'],
  ['õe', 'oẽ'],
  ['ọe', 'oẹ'],
  ['ùy', 'uỳ'],
  ['úy', 'uý'],
  ['ủy', 'uỷ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
]
const NEW_TO_OLD = new Map(OLD_TO_NEW.map(([older, newer]) => [newer, older]))

/** Both cases are written out: the flag for case makes the search twice as slow. */
const TONED = /([qQ]?)([oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu

/**
 * Both tone-mark spellings brought to the older one (`hoà` → `hòa`, `uỷ` → `ủy`), case kept,
 * so that a comparison sees one word. Length never changes: offsets stay true.
 * `quý`, `quỳ` … after `q` keep their mark on the `y`: there `u` belongs to the consonant.
 */
export const toOldToneMarks = (text: string): string =>
  text.replace(TONED, (whole, q: string, pair: string) => {
    if (q !== '') return whole
    const older = NEW_TO_OLD.get(pair.toLowerCase())
    if (older === undefined) return whole
    return [...pair]
      .map((letter, i) => (letter === letter.toLowerCase() ? older[i] : older[i]?.toUpperCase()))
      .join('')
  })

/** NFC, the one form in which text is stored and compared. */
export const toNfc = (text: string): string => text.normalize('NFC')
