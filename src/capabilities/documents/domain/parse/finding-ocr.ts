import { searchKey } from '#kernel/vietnamese.ts'
import type { Finding, Span } from '../../contract.ts'
import { FOLLOWERS, NEIGHBOURS } from './ocr-neighbours.ts'
import { listPassages, spanIn, unique, type Passage } from './finding-texts.ts'
import { CONFUSIONS, FREQUENT_PAIRS, NEVER_DOUBLED, SLIP_SIGN, TRUE_READINGS } from './ocr-vocabulary.ts'
import type { Draft } from './types.ts'
import { foldPlain, listMatches, remember } from './words.ts'

/** One suspected slip at one place. */
interface Suspect {
  readonly printed: string
  readonly meant: string
  readonly passage: Passage
  readonly span: Span
}

/** Slips of scanner and keyboard: suggested, never changed. One finding for each slip, with all its places. */
export const findOcrSuspects = (draft: Draft): readonly Finding[] => {
  const groups = new Map<string, Suspect[]>()
  for (const passage of listPassages(draft.body)) {
    for (const suspect of listSuspects(passage)) {
      const key = `${suspect.printed}|${suspect.meant}`.toLowerCase()
      const group = groups.get(key)
      if (group) group.push(suspect)
      else groups.set(key, [suspect])
    }
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0]
    if (!first) return []
    const times = group.length === 1 ? '' : ` (${group.length} chỗ)`
    return [
      {
        kind: 'ocr-suspect' as const,
        message: `“${first.printed}”${times} có thể là lỗi nhận dạng hoặc gõ nhầm; gợi ý: “${first.meant}”.`,
        paths: unique(group.map((suspect) => suspect.passage.path)),
        spans: group.slice(0, 50).map((suspect) => suspect.span),
      },
    ]
  })
}

/** The plain words of a slip: looked for first, since an expression costs more than a word. */
const HINTED = CONFUSIONS.map(({ pattern, meant }) => ({
  pattern,
  meant,
  hints: /\(\?<slip>([\p{L}\d ,|]+)\)/u.exec(pattern.source)?.[1]?.split('|'),
}))

const listSuspects = (passage: Passage): readonly Suspect[] => {
  const raw = passage.block.text
  const text = foldPlain(raw)
  const lower = text.toLowerCase()
  // Some letters change their length in small letters; then offsets would lie.
  if (lower.length !== text.length) return []
  const found: Suspect[] = []
  // By letter, not by comparing with all that were found: a line may hold a slip at every word; most hold none.
  let taken: Uint8Array | undefined
  const add = (start: number, end: number, meant: string): void => {
    taken ??= new Uint8Array(text.length)
    if (taken.subarray(start, end).includes(1)) return
    taken.fill(1, start, end)
    found.push({ printed: raw.slice(start, end), meant, passage, span: spanIn(passage, start, end) })
  }
  for (const { pattern, meant, hints } of SLIP_SIGN.test(lower) ? HINTED : []) {
    if (hints && !hints.some((hint) => lower.includes(hint))) continue
    for (const match of listMatches(lower, pattern)) {
      const slip = match.groups?.['slip'] ?? match[0]
      const at = match.index + match[0].indexOf(slip)
      add(at, at + slip.length, meant)
    }
  }
  const words = listWords(lower)
  for (const { start, end, meant } of listPairs(words, lower))
    add(start, end, withCapitals(raw.slice(start, end), meant))
  for (const { start, end, meant } of listDoubles(words, text)) add(start, end, meant)
  return found
}

/** The capitals of what is printed: `Đà Nang` → `Đà Nẵng`. */
const withCapitals = (printed: string, meant: string): string => {
  const words = printed.split(' ')
  return meant
    .split(' ')
    .map((word, i) => (/^\p{Lu}/u.test(words[i] ?? '') ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(' ')
}

interface Slip {
  readonly start: number
  readonly end: number
  readonly meant: string
}

interface Word {
  readonly text: string
  readonly start: number
}

/** 1 for a letter or mark, 2 for another sign, 0 where nobody has asked yet. */
const letters = new Uint8Array(65_536)

const isLetter = (code: number): boolean => {
  if (letters[code] === 0) letters[code] = /[\p{L}\p{M}]/u.test(String.fromCharCode(code)) ? 1 : 2
  return letters[code] === 1
}

/** The words of a text: the same as an expression would find, at a third of its price. */
const listWords = (text: string): readonly Word[] => {
  const words: Word[] = []
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && isLetter(text.charCodeAt(i))
    if (inside && start < 0) start = i
    else if (!inside && start >= 0) {
      words.push({ text: text.slice(start, i), start })
      start = -1
    }
  }
  return words
}

/** A syllable without its marks. */
const plain = remember(searchKey, 20_000)

/** The frequent pairs by their first syllable and then their second, both without marks. */
const byPlain = new Map<string, Map<string, string>>()
for (const pair of FREQUENT_PAIRS) {
  const [first = '', second = ''] = pair.split(' ').map(plain)
  byPlain.set(first, (byPlain.get(first) ?? new Map<string, string>()).set(second, pair))
}

/** The pairs that a syllable may open, whatever its marks; null for most, which are passed over by this alone. */
const pairsOpenedBy = remember((syllable) => byPlain.get(plain(syllable)) ?? null, 20_000)

const trueReadings = new Set([...FREQUENT_PAIRS, ...TRUE_READINGS].map((pair) => foldPlain(pair)))
const frequent = new Set(FREQUENT_PAIRS.map((pair) => foldPlain(pair)))

/** Before any noun these are plain Vietnamese: `mỗi trường`, `các huyện`. */
const QUANTIFIERS: ReadonlySet<string> = new Set(['mỗi', 'mọi', 'các', 'những', 'cả', 'từng'])

/** Pairs of syllables that differ from a frequent pair in their marks alone. */
const listPairs = (words: readonly Word[], lower: string): readonly Slip[] => {
  const slips: Slip[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    const a = words[i]
    const b = words[i + 1]
    const opened = a && b ? pairsOpenedBy(a.text) : null
    if (!a || !b || !opened) continue
    const meant = opened.get(plain(b.text))
    if (meant === undefined || lower.slice(a.start + a.text.length, b.start) !== ' ') continue
    const pair = lower.slice(a.start, b.start + b.text.length)
    // Most are as they should be.
    if (pair === meant || pair.length > 16 || trueReadings.has(pair)) continue
    if (isJoint(words, i, lower) || marksApart(pair, meant) !== 1) continue
    if (QUANTIFIERS.has(a.text) || isExplained(words, i, lower, meant)) continue
    slips.push({ start: a.start, end: b.start + b.text.length, meant })
  }
  return slips
}

/** The pair only looks like one: its first or last syllable belongs to a frequent pair with its neighbour. */
const isJoint = (words: readonly Word[], i: number, lower: string): boolean => {
  const join = (x: Word | undefined, y: Word | undefined): string =>
    x && y && lower.slice(x.start + x.text.length, y.start) === ' ' ? `${x.text} ${y.text}` : ''
  const [before, behind] = [join(words[i - 1], words[i]), join(words[i + 1], words[i + 2])]
  return frequent.has(before) || frequent.has(behind) || FOLLOWERS.has(behind)
}

/** The syllable that differs makes a word with its other neighbour: `nghiên cứu | hồ sơ` is no `cứu hộ`. */
const isExplained = (words: readonly Word[], i: number, lower: string, meant: string): boolean => {
  const [first] = foldPlain(meant).split(' ')
  const at = words[i]?.text === first ? i + 1 : i - 1
  const [x, y] = [words[at], words[at + 1]]
  return (
    x !== undefined &&
    y !== undefined &&
    lower.slice(x.start + x.text.length, y.start) === ' ' &&
    NEIGHBOUR_WORDS.has(`${x.text} ${y.text}`)
  )
}
const NEIGHBOUR_WORDS = new Set([...NEIGHBOURS].map((word) => foldPlain(word)))

/** How many syllables of two pairs with the same plain letters differ. */
const marksApart = (a: string, b: string): number => {
  const left = a.split(' ')
  const right = foldPlain(b).split(' ')
  return left.filter((word, i) => word !== right[i]).length
}

const neverDoubled = new Set(NEVER_DOUBLED)

/** A small word printed twice: `của của`. */
const listDoubles = (words: readonly Word[], text: string): readonly Slip[] => {
  const slips: Slip[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    const word = words[i]
    const next = words[i + 1]
    if (!word || !next || word.text !== next.text || !neverDoubled.has(word.text)) continue
    const end = word.start + word.text.length
    if (text.slice(end, next.start) !== ' ') continue
    const meant = text.slice(word.start, end)
    if (text.slice(next.start, next.start + meant.length) === meant)
      slips.push({ start: word.start, end: next.start + meant.length, meant })
  }
  return slips
}
