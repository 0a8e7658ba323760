/** Signs that old Vietnamese fonts (TCVN3, VNI) and broken PDF fonts leave where letters should be. */
const BROKEN = new Set('µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®Ñ¬¦§¯°±²³´º¿Ø÷þÿ\u{FFFD}')
/** Letters that only Vietnamese words have. */
const VIETNAMESE = new Set('ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ')
/** A tone sign beside its vowel instead of on it, as VNI fonts decode: `Uûy ban nhaân daân`. */
const VNI_SIGNS = new Set('øûõïùâêôäàáåãÂÊÔØÛÕÏÙ')
const VNI_VOWELS = new Set('aeiouyAEIOUY')

const SAMPLE = 12_000

const LETTER = 1
const MARKED = 2
const TORN = 4
const VOWEL = 8
const TONE = 16

/** What each sign is, looked up by its code. */
const SIGNS = new Uint8Array(0x10000)
for (let code = 0; code < 0x2000; code++) {
  const sign = String.fromCharCode(code)
  let kind = /\p{L}/u.test(sign) ? LETTER : 0
  if (VIETNAMESE.has(sign.toLowerCase())) kind |= MARKED
  if (BROKEN.has(sign)) kind |= TORN
  if (VNI_VOWELS.has(sign)) kind |= VOWEL
  if (VNI_SIGNS.has(sign)) kind |= TONE
  SIGNS[code] = kind
}
SIGNS.fill(TORN, 0xe001, 0xf8ff)
SIGNS[0xfffd] = TORN

/** Letters of the text, counted up to `most`. */
export const countLetters = (text: string, most = Infinity): number => {
  let letters = 0
  for (let i = 0; i < text.length && letters < most; i++)
    if (((SIGNS[text.charCodeAt(i)] ?? 0) & LETTER) !== 0) letters++
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
  let before = 0
  for (let i = 0; i < sample.length; i++) {
    const kind = SIGNS[sample.charCodeAt(i)] ?? 0
    if ((kind & LETTER) !== 0) {
      health.letters++
      word++
      if ((kind & MARKED) !== 0) health.marked++
      if ((kind & TONE) !== 0 && (before & VOWEL) !== 0) health.vni++
    } else {
      if (word > 0) health.words++
      if (word === 1) health.singles++
      word = 0
    }
    if ((kind & TORN) !== 0) health.broken++
    before = kind
  }
  return health
}

/** Can a person read this as Vietnamese? Undefined when so. */
export const findLegibilityFault = (text: string): 'garbled' | 'not-vietnamese' | undefined => {
  const { letters, marked, broken, vni, words, singles } = toHealth(text.slice(0, SAMPLE))
  if (letters === 0) return 'garbled'
  if (broken > letters * 0.03 || vni > letters * 0.05) return 'garbled'
  // Letters torn apart: `K ế h o ạ ch`.
  if (words > 200 && singles > words * 0.4) return 'garbled'
  return marked < letters * 0.06 ? 'not-vietnamese' : undefined
}
