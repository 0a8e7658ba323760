import { toByte1252 } from './windows-1252.ts'

/**
 * The two old Vietnamese letter sets that office files still carry. They put Vietnamese letters where Latin-1
 * has others, so that without their font a text reads "ñy ban nh©n d©n" or "UÛY BAN NHAÂN DAÂN".
 */

/**
 * TCVN 5712:1993, the set VN3 ("TCVN3", the fonts named `.Vn…`): from 0xA1 on, in the order of the standard.
 * A dot stands for a place that this set leaves as it is.
 */
const TCVN3_ROWS: readonly (readonly [first: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ.ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ'],
]

const TCVN3 = new Map<string, string>()
for (const [first, letters] of TCVN3_ROWS) {
  for (const [i, letter] of [...letters].entries())
    if (letter !== '.') TCVN3.set(String.fromCharCode(first + i), letter)
}

/** Letters from TCVN3 codes that were read as Latin-1. The soft hyphen is `ư` here. */
export const fromTcvn3 = (text: string): string => text.replace(/[¡-þ]/gu, (sign) => TCVN3.get(sign) ?? sign)

/** VNI: the letter, then a sign for its shape and tone. Tones by the sign that follows a plain vowel. */
const VNI_TONES: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
}
const VNI_HAT: Readonly<Record<string, string>> = {
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
}
const VNI_BREVE: Readonly<Record<string, string>> = {
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
/** Signs that are letters by themselves. */
const VNI_WHOLE: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  í: 'í',
  ì: 'ì',
}
const VNI_PAIR = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñæóòîíì]/giu

const isUpper = (sign: string): boolean => sign !== sign.toLowerCase()

/** Letters from VNI signs that were read as Latin-1. */
export const fromVni = (text: string): string =>
  text.replace(VNI_PAIR, (whole: string, base: string | undefined, mark: string | undefined) => {
    if (base === undefined || mark === undefined)
      return withCase(VNI_WHOLE[whole.toLowerCase()] ?? whole, whole)
    const letter = withCase(VNI_WHOLE[base.toLowerCase()] ?? base, base)
    const sign = mark.toLowerCase()
    const marks = VNI_TONES[sign] ?? marksOf(base.toLowerCase(), sign)
    return marks === undefined
      ? letter + withCase(VNI_WHOLE[sign] ?? mark, mark)
      : (letter + marks).normalize('NFC')
  })

const withCase = (letter: string, model: string): string => (isUpper(model) ? letter.toUpperCase() : letter)

const marksOf = (base: string, sign: string): string | undefined => {
  if (base === 'a') return VNI_HAT[sign] ?? VNI_BREVE[sign]
  return base === 'e' || base === 'o' ? VNI_HAT[sign] : undefined
}

/** UTF-8 that some program read byte by byte as windows-1252 ("á»¦Y BAN NHÃ‚N DÃ‚N") back to itself. */
export const fromDoubleUtf8 = (text: string): string | undefined => {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const byte = toByte1252(text.charAt(i))
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
