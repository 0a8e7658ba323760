import type { Line } from './types.ts'

const CONSONANTS = /^[bcdđghklmnpqrstvx]{1,3}$/iu
const ONSETS = /^(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x)$/iu
const FINALS = /^(?:c|ch|m|n|ng|nh|p|t)$/iu
const VOWEL_LAST = /[^bcdđghklmnpqrstvx\P{L}]$/iu
const VOWEL_FIRST = /^[^bcdđghklmnpqrstvx\P{L}]/iu

/** No Vietnamese word is a consonant alone: `T hành`, `B ộ`, `d ự n g` are words whose letters were set apart. */
const LONE = /(?<![\p{L}\d./-])(?:[BCDĐGHKLMNPQRSTVX](?= \p{Ll})|[bcdđghklmnpqrstvx](?= \p{Ll}))/gu
const LONE_CAPITALS = /(?<![\p{L}\d./-])[BCDĐGHKLMNPQRSTVX] (?=[AĂÂEÊIOÔƠUƯYÀ-ỸH])(?:\p{Lu}+)(?![\p{L}.])/gu

const HEAD_OR_FOOT = /Số\s?:|CỘNG H|Nơi nhận|KT\.|TM\./u

/** Whether a row of a head or a foot has letters set apart: twice in it at least. */
const isSetApart = (text: string): boolean =>
  HEAD_OR_FOOT.test(text) && (text.match(LONE)?.length ?? 0) + (text.match(LONE_CAPITALS)?.length ?? 0) > 1

interface Piece {
  readonly start: number
  readonly end: number
}

/**
 * Words whose letters a converter set apart, put together again: `B ộ X â y d ự n g` → `Bộ Xây dựng`. Only blanks
 * go, and only in rows of a table (heads and feet stand in them) that plainly have such letters; each letter keeps
 * its place.
 */
export const joinSetApart = (line: Line): Line => {
  if (line.kind !== 'row' || !isSetApart(line.text)) return line
  const drop = new Set<number>()
  const pieces = [...line.text.matchAll(/[^\s|]+|\|/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }))
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1]
    if (next && belong(line.text, drop, pieces, i)) for (let k = piece.end; k < next.start; k++) drop.add(k)
  }
  for (const match of line.text.matchAll(NUMBER)) {
    const from = match.index + (match[1] ?? '').length
    for (let k = from; k < match.index + match[0].length; k++) if (line.text[k] === ' ') drop.add(k)
  }
  const kept = Array.from({ length: line.text.length }, (_, k) => k).filter((k) => !drop.has(k))
  return {
    ...line,
    text: kept.map((k) => line.text[k]).join(''),
    map: Int32Array.from(kept, (k) => line.map[k] ?? 0),
    ends: line.ends && Int32Array.from(kept, (k) => line.ends?.[k] ?? 0),
  }
}

/** `12/QĐ - U B ND`. */
const NUMBER = /(\d\/\p{Lu}{2,5}) - \p{Lu}(?: \p{Lu}{1,3}(?!\p{L}))+/gu

/** Whether a piece and the next are one word. */
const belong = (text: string, drop: ReadonlySet<number>, pieces: readonly Piece[], i: number): boolean => {
  const word = (n: number): string => lettersAt(text, pieces[n])
  const [own, next] = [word(i), word(i + 1)]
  const piece = pieces[i]
  if (!piece || own === '' || next === '' || own.length !== piece.end - piece.start) return false
  // From small letters to a capital a new word begins.
  if (/\p{Ll}$/u.test(own) && /^\p{Lu}/u.test(next)) return false
  if (CONSONANTS.test(own)) {
    if (!isFinal(text, drop, pieces, i)) return opens(own, next)
    return /^(?:n[gh]|ch)$/iu.test(own + next)
  }
  const whole = grown(text, drop, pieces, i)
  if (/[^\P{L}n]n$/u.test(whole) && /^[gh]$/u.test(next)) return !opens(next, word(i + 2))
  if (!VOWEL_LAST.test(whole)) return false
  if (CONSONANTS.test(next)) return isFinal(text, drop, pieces, i + 1)
  if (/^[AEIOUÔƠƯ]$/u.test(next)) return /^\p{Lu}{2,}$/u.test(whole)
  // A vowel alone is no word but `y`; behind a capital at the start of a name even that.
  if (!/^\p{Ll}/u.test(next) || !VOWEL_FIRST.test(next)) return false
  return /^[aeiouôơư]$/u.test(next) || (/^\p{Lu}/u.test(whole) && next.length < 4)
}

const lettersAt = (text: string, piece: Piece | undefined): string =>
  piece ? (/^\p{L}+/u.exec(text.slice(piece.start, piece.end))?.[0] ?? '') : ''

/** Consonants that cannot open what follows end what stands before. */
const isFinal = (text: string, drop: ReadonlySet<number>, pieces: readonly Piece[], i: number): boolean => {
  const own = lettersAt(text, pieces[i])
  const before = i > 0 ? grown(text, drop, pieces, i - 1) : ''
  const next = lettersAt(text, pieces[i + 1])
  const ended = own.length !== (pieces[i]?.end ?? 0) - (pieces[i]?.start ?? 0)
  const cluster = !ended && /^(?:n[gh]|ch)$/iu.test(own + next) ? own + next : own
  const after = cluster === own ? next : lettersAt(text, pieces[i + 2])
  const sameCase = /\p{Ll}$/u.test(before) === /^\p{Ll}/u.test(own)
  if (!FINALS.test(cluster) || !VOWEL_LAST.test(before) || !sameCase) return false
  return ended || after === '' || !opens(cluster, after)
}

/** Whether consonants and the word behind them begin like a word. */
const opens = (consonants: string, next: string): boolean => {
  if (/\p{Ll}$/u.test(consonants) && /^\p{Lu}/u.test(next)) return false
  const more = /^[bcdđghklmnpqrstvx]*/iu.exec(next)?.[0] ?? ''
  return ONSETS.test(consonants + more)
}

/** No word has more letters, and so no more pieces. */
const LONGEST = 7

/** The word so far: the pieces before that were joined to this one, and it. */
const grown = (text: string, drop: ReadonlySet<number>, pieces: readonly Piece[], i: number): string => {
  let from = i
  while (from > 0 && i - from < LONGEST && drop.has(pieces[from - 1]?.end ?? -1)) from--
  return pieces
    .slice(from, i + 1)
    .map((piece) => text.slice(piece.start, piece.end))
    .join('')
}
