import { isGarbled, toHealth, toScore } from './garbled.ts'
import { toUnicode } from './letters.ts'
import { decode1252 } from './windows-1252.ts'

/** Bytes as letters; `undefined` text when no encoding fits without doubt. */
export interface Decoded {
  readonly text: string | undefined
  readonly notes: readonly string[]
}

/** What the web calls Latin-1 is windows-1252. */
const LATIN = /^(?:windows-1252|cp1252|x-cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/iu

const decode = (label: string, bytes: Uint8Array): string =>
  LATIN.test(label) ? decode1252(bytes) : new TextDecoder(label).decode(bytes)

const decodeStrictly = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Finds the encoding of a text: its byte-order mark, UTF-16 by its zero bytes, UTF-8 when every byte fits,
 * then what the file declares, and last the statistics of Vietnamese letters among the one-byte encodings.
 * `view` turns what was decoded into the words to be judged and returned: markup is taken away there.
 */
export const decodeText = (
  bytes: Uint8Array,
  declared?: string,
  view: (source: string) => string = (source) => source,
): Decoded => {
  const wide = findWide(bytes)
  if (wide !== undefined) return settle(view(withoutMark(decode(wide, bytes))))
  const utf8 = decodeStrictly('utf-8', bytes)
  if (utf8 !== undefined) return settle(view(withoutMark(utf8)))
  // Nearly all of it is UTF-8: a few bytes were cut or mixed in; the rest is worth having.
  const loose = view(withoutMark(decode('utf-8', bytes)))
  const lost = loose.match(/\ufffd/gu)?.length ?? 0
  if (lost * 500 < loose.length && isSound(loose))
    return { text: loose, notes: [`Có ${lost} chỗ trong tệp không đọc được chữ.`] }
  const stated = declared === undefined ? undefined : decodeDeclared(declared, bytes)
  if (stated !== undefined) {
    const text = view(stated)
    if (isSound(text)) return { text, notes: [] }
  }
  const guesses = [stated, decode('windows-1252', bytes), decode('windows-1258', bytes).normalize('NFC')]
  const best = guesses
    .filter((guess) => guess !== undefined)
    .map((guess) => {
      const letters = toUnicode(view(guess))
      return { ...letters, score: toScore(toHealth(letters.text)) }
    })
    .toSorted((a, b) => b.score - a.score)[0]
  if (best && best.score > 0.8) {
    const note = best.note ?? 'Chữ Việt theo bảng mã windows-1258 đã được đổi sang Unicode.'
    return { text: best.text, notes: [note] }
  }
  return { text: undefined, notes: [] }
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/u, '')

const settle = (text: string): Decoded => {
  const letters = toUnicode(text)
  return { text: letters.text, notes: letters.note === undefined ? [] : [letters.note] }
}

const isSound = (text: string): boolean => {
  const health = toHealth(text)
  return !isGarbled(health) && health.broken <= health.words * 0.05
}

const findWide = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  let [even, odd] = [0, 0]
  const end = Math.min(bytes.byteLength, 8192) & ~1
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (Math.max(even, odd) * 6 < end / 2) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

const decodeDeclared = (declared: string, bytes: Uint8Array): string | undefined => {
  try {
    const text = decode(declared, bytes)
    // windows-1258 writes some tones as signs of their own; together they are one letter.
    return declared.toLowerCase().includes('1258') ? text.normalize('NFC') : text
  } catch {
    // A label that nobody knows; the letters themselves must tell.
    return undefined
  }
}
