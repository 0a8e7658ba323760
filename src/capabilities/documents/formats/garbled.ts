import { remember } from '../domain/parse/words.ts'
import { toSyllableKind } from './syllable.ts'

/**
 * Notices Vietnamese that was damaged on its way: letters dropped ("UBND T NH NGHỈ Ệ AN"), an old font's bytes
 * read as Latin letters ("ñy ban nh©n d©n"), signs without meaning. Foreign words, abbreviations and numbers
 * are no damage; a scanner's odd slip is below the line.
 */
export interface Health {
  /** Words looked at. */
  readonly words: number
  /** Possible Vietnamese syllables. */
  readonly sound: number
  /** Torn, impossible or foreign-lettered. */
  readonly broken: number
  /** Would be sound with a tone: `cac`, `tap`. */
  readonly bare: number
  /** Sound syllables that carry a Vietnamese letter or tone. */
  readonly marked: number
  /** Replacement signs, private-use signs, control signs. */
  readonly strangeSigns: number
}

const WORDS = /[\p{L}\p{M}\u00a1-\u00bf×÷]+/gu
// oxlint-disable-next-line no-control-regex -- control signs are what is looked for
const STRANGE = /[\ufffd\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|[\ue000-\uefff\uf100-\uf8ff]/gu
const HAS_LETTER = /\p{L}/u
const HAS_VOWEL = /[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu
const PLAIN = /^[a-z]+$/iu // ascii: what is left when no letter is Vietnamese
/** Signs that stand in no Vietnamese word, yet are letters of old fonts or of UTF-8 read as Latin. */
const FOREIGN_SIGN = /[¡-¿×÷äåæçëîïðñöøûüþÿŒœŠšŽžŸƒßÄÅÆÇËÎÏÐÑÖØÛÜÞ]/u
/** Marks of quotation and measure that touch words in sound text. */
const EDGE = /^[«»¡-©«-¿]+|[«»ª-¿]+$/gu

const LONGEST = 60

/**
 * Counts what is sound and what is not. Linear in the text. The latest answer is remembered: whoever brings the
 * letters to Unicode and whoever judges the result ask the same.
 */
export const toHealth = remember((text: string): Health => {
  let [words, sound, broken, bare, marked] = [0, 0, 0, 0, 0]
  for (const match of text.matchAll(WORDS)) {
    const printed = match[0]
    const { word, verdict } = printed.length <= LONGEST_SYLLABLE ? lookAgain(printed) : look(printed)
    const kind = verdict === 'letter' ? judgeLetter(word, text, match.index) : verdict
    if (kind === 'skip') continue
    words++
    if (kind === 'broken') broken++
    else if (kind === 'bare') bare++
    else if (kind === 'sound') {
      sound++
      if (!PLAIN.test(word)) marked++
    }
  }
  const strangeSigns = text.match(STRANGE)?.length ?? 0
  return { words, sound, broken, bare, marked, strangeSigns }
}, 1)

/** A word without what only touches it, and what it is; of a letter alone its neighbours decide. */
const look = (printed: string): { readonly word: string; readonly verdict: Verdict | 'letter' } => {
  // No word is so long; what stands there is looked at no closer.
  const word = printed
    .slice(0, LONGEST + 1)
    .replaceAll('\u00ad', '')
    .replace(EDGE, '')
  return { word, verdict: HAS_LETTER.test(word) ? judge(word) : 'skip' }
}

/** A text repeats its syllables; longer words are seldom seen twice and would keep their whole text in memory. */
const LONGEST_SYLLABLE = 12
const lookAgain = remember(look, 20_000)

type Verdict = 'sound' | 'bare' | 'broken' | 'foreign' | 'skip'

const judge = (word: string): Verdict | 'letter' => {
  if (word.length > LONGEST || FOREIGN_SIGN.test(word)) return 'broken'
  if (word.length === 1) return 'letter'
  const kind = toSyllableKind(word)
  if (kind === 'sound') return 'sound'
  const capitals = word === word.toUpperCase()
  // UBND, ATGT, HĐND, QĐ: abbreviations, and what is glued to numbers.
  if (capitals && word.length <= 6 && (PLAIN.test(word) || !HAS_VOWEL.test(word))) return 'skip'
  if (!PLAIN.test(word)) return isRunTogether(word) ? 'foreign' : 'broken'
  if (kind === 'bare') return 'bare'
  return HAS_VOWEL.test(word) ? 'foreign' : isUnit(word) ? 'skip' : 'broken'
}

/** "BCĐ", "CĐTBND", "KHĐA": an abbreviation with Đ; "SởGD": words that lost the space between them. */
const isRunTogether = (word: string): boolean => {
  if (/^[\p{Lu}đ]+$/u.test(word)) return word.length < 9
  return word.length > 8 && (/^\p{Lu}?\p{Ll}+$/u.test(word) || /\p{Ll}\p{Lu}/u.test(word))
}

const isUnit = (word: string): boolean =>
  /^(?:km|kg|kv|kw|mm|cm|dm|ml|tp|tx|ts|th|ths|ks|bs|gs|pgs|tr|vn|www|http|https|html|pdf|sms|ct|nq|qd|kh|bch|cb|cc|vc)$/iu.test(
    word,
  )

/** A letter alone is a marker ("a)", "I."), an initial, or the remains of a word. */
const judgeLetter = (letter: string, text: string, at: number): Verdict => {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (/[\p{L}\d./()\-&_“"'’:,;+]/u.test(before) || /[\d.)/(\-:&,;_”"'’+]/u.test(after)) return 'skip'
  if (/[aeiouyàáảãạèéẻẽẹìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵăâê]/iu.test(letter))
    return /[aeiouyàáảãạèéẻẽẹìíòóỏôốổơờởớùúủưừứửỳýỷỹỵ]/u.test(letter) || PLAIN.test(letter)
      ? 'skip'
      : 'broken'
  return /^\p{Lu}$/u.test(letter) && (before === '' || before === '\n' || after === '\n' || after === '')
    ? 'skip'
    : 'broken'
}

/** Share of words that no careful typist writes. A clean file stays under 0.02, a poor scan near 0.1. */
const MOST_BROKEN = 0.15
/** A file with its own letters (no scanner between) has no excuse for more. */
export const MOST_BROKEN_DIGITAL = 0.08
const ENOUGH_WORDS = 12

/** True when the text is damaged beyond use. A text without Vietnamese is not called damaged. */
export const isGarbled = (health: Health, mostBroken = MOST_BROKEN): boolean => {
  if (health.strangeSigns > 20 && health.strangeSigns > health.words * 0.05) return true
  if (health.words < ENOUGH_WORDS) return health.words > 2 && health.broken * 2 > health.words
  return health.broken > health.words * mostBroken
}

/** Readable, but with slips that a person should know of. */
export const isSuspect = (health: Health): boolean =>
  health.words >= ENOUGH_WORDS && health.sound > health.words * 0.6 && health.broken > health.words * 0.04

/** Vietnamese typed or converted without its marks: the syllables fit, hardly one carries a mark. */
export const isUnmarked = ({ words, sound, bare, marked }: Health): boolean =>
  words > 60 && marked < words * 0.05 && sound + bare > words * 0.7

/** How well a text reads as Vietnamese, 0 … 1: the measure by which encodings are compared. */
export const toScore = ({ words, sound, broken, strangeSigns }: Health): number =>
  words === 0 ? 0 : Math.max(0, (sound - broken - strangeSigns) / words)
