/** Signs that old Vietnamese fonts (TCVN3, VNI) and broken PDF fonts leave where letters should be. */
const BROKEN = new Set('µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®Ñ¬¦§¯°±²³´º¿Ø÷þÿ\u{FFFD}')
/** Letters that only Vietnamese words have. */
const VIETNAMESE = new Set('ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ')
/** A tone sign beside its vowel instead of on it, as VNI fonts decode: `Uûy ban nhaân daân`. */
const VNI_SIGNS = new Set('øûõïùâêôäàáåãÂÊÔØÛÕÏÙ')
const VNI_VOWELS = new Set('aeiouyAEIOUY')

const SAMPLE = 20_000

const isLetterCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x24f) ||
  (code >= 0x1e00 && code <= 0x1eff)

/** Letters of the text, counted up to `most`. */
export const countLetters = (text: string, most = Infinity): number => {
  let letters = 0
  for (let i = 0; i < text.length && letters < most; i++) if (isLetterCode(text.charCodeAt(i))) letters++
  return letters
}

interface Health {
  letters: number
  marked: number
  broken: number
  vni: number
  words: number
  singles: number
}

/** One pass over the sample. */
const toHealth = (sample: string): Health => {
  const health: Health = { letters: 0, marked: 0, broken: 0, vni: 0, words: 0, singles: 0 }
  let word = 0
  let before = ''
  for (let i = 0; i <= sample.length; i++) {
    const sign = sample.charAt(i)
    const code = sample.charCodeAt(i)
    if (isLetterCode(code)) {
      health.letters++
      word++
      if (code > 127) {
        if (VIETNAMESE.has(sign.toLowerCase())) health.marked++
        if (VNI_VOWELS.has(before) && VNI_SIGNS.has(sign) && /[a-z\s]/u.test(sample.charAt(i + 1)))
          health.vni++
      }
    } else {
      if (word > 0) health.words++
      if (word === 1) health.singles++
      word = 0
    }
    if (BROKEN.has(sign) || (code >= 0xe001 && code <= 0xf8ff)) health.broken++
    before = sign
  }
  return health
}

/** Can a person read this as Vietnamese? Undefined when so. */
export const findLegibilityFault = (text: string): 'garbled' | 'not-vietnamese' | undefined => {
  const { letters, marked, broken, vni, words, singles } = toHealth(text.slice(0, SAMPLE))
  if (letters === 0) return 'garbled'
  if (broken > letters * 0.03 || vni > letters * 0.04) return 'garbled'
  // Letters torn apart: `K ế h o ạ ch`.
  if (words > 200 && singles > words * 0.4) return 'garbled'
  return marked < letters * 0.06 ? 'not-vietnamese' : undefined
}
