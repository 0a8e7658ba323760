/** Signs that old Vietnamese fonts (TCVN3, VNI) and broken PDF fonts leave where letters should be. */
const BROKEN = /[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®Ñ¬¦§­¯°±²³´º¿Ø÷þÿ\u{FFFD}\u{E001}-\u{F8FF}]/gu
/** Letters that only Vietnamese words have. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/giu
/** A vowel with a tone sign beside it instead of on it, as VNI fonts decode: `Uûy ban nhaân daân`. */
const VNI = /[aeiouyAEIOUY][øûõïùâêôäàáåãÂÊÔØÛÕÏÙ](?=[a-z\s])/gu

const SAMPLE = 20_000

/** Can a person read this as Vietnamese? Undefined when so. */
export const findLegibilityFault = (text: string): 'garbled' | 'not-vietnamese' | undefined => {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'garbled'
  const broken = sample.match(BROKEN)?.length ?? 0
  const marked = sample.match(VIETNAMESE)?.length ?? 0
  const vni = sample.match(VNI)?.length ?? 0
  if (broken > letters * 0.03 || vni > letters * 0.04) return 'garbled'
  if (isTorn(sample)) return 'garbled'
  return marked < letters * 0.06 ? 'not-vietnamese' : undefined
}

/** Letters torn apart: `K ế h o ạ ch`. */
const isTorn = (sample: string): boolean => {
  const words = sample.match(/\p{L}+/gu) ?? []
  const single = words.filter((word) => word.length === 1).length
  return words.length > 200 && single > words.length * 0.4
}
