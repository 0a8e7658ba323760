/**
 * Windows-1252, the code page that Word and browsers mean when they say Latin. Written out because
 * `TextDecoder('windows-1252')` of Node 20 answers Latin-1: its quotes and dashes come out as control signs.
 */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const CODES = new Map(Array.from(HIGH, (letter, i) => [letter, 0x80 + i]))

/** The letter of a byte. */
export const toLetter1252 = (byte: number): string =>
  byte >= 0x80 && byte < 0xa0 ? HIGH.charAt(byte - 0x80) : String.fromCharCode(byte)

/** The byte of a letter; undefined when the code page has none. */
export const toByte1252 = (letter: string): number | undefined => {
  const high = CODES.get(letter)
  if (high !== undefined) return high
  const code = letter.charCodeAt(0)
  return code < 0x80 || (code >= 0xa0 && code < 0x100) ? code : undefined
}

const SPECIAL = /[\u0080-\u009f]/gu

export const decode1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(SPECIAL, (sign) => toLetter1252(sign.charCodeAt(0)))
