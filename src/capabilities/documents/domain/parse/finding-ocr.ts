import type { Finding, Span } from '../../contract.ts'
import { toPairFinder, withWordBefore, withWordBehind } from './loose-pairs.ts'
import { FOLLOWERS, NEIGHBOURS } from './ocr-neighbours.ts'
import { listPassages, spanIn, unique, type Passage } from './finding-texts.ts'
import { CONFUSIONS, FREQUENT_PAIRS, NEVER_DOUBLED, SLIP_SIGN, TRUE_READINGS } from './ocr-vocabulary.ts'
import type { Draft } from './types.ts'
import { foldPlain, listMatches } from './words.ts'

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
  const pairs = listPairs(lower)
  for (const slip of pairs)
    if (isSlip(slip, lower))
      add(slip.start, slip.end, withCapitals(raw.slice(slip.start, slip.end), slip.pair))
  for (const { start, end, pair } of pairs) {
    if (!DOUBLES.has(pair) || lower.slice(start, end) !== pair) continue
    const [word, again] = text.slice(start, end).split(' ')
    if (word !== undefined && word === again) add(start, end, word)
  }
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

/** Small words printed twice: `của của`. */
const DOUBLES: ReadonlySet<string> = new Set(NEVER_DOUBLED.map((word) => `${word} ${word}`))
const listPairs = toPairFinder([...FREQUENT_PAIRS, ...DOUBLES])

const trueReadings = new Set([...FREQUENT_PAIRS, ...TRUE_READINGS].map((pair) => foldPlain(pair)))
const frequent = new Set(FREQUENT_PAIRS.map((pair) => foldPlain(pair)))
const neighbours = new Set([...NEIGHBOURS].map((word) => foldPlain(word)))

/** Before any noun these are plain Vietnamese: `mỗi trường`, `các huyện`. */
const QUANTIFIERS: ReadonlySet<string> = new Set(['mỗi', 'mọi', 'các', 'những', 'cả', 'từng'])

/** Where a frequent pair seems to be meant. */
interface FrequentPair {
  readonly start: number
  readonly end: number
  readonly pair: string
}

/** What is printed differs from the frequent pair in the marks of one syllable, and its neighbours do not explain it. */
const isSlip = ({ start, end, pair }: FrequentPair, lower: string): boolean => {
  const printed = lower.slice(start, end)
  // Most are as they should be.
  if (printed === pair || printed.length > 16 || trueReadings.has(printed) || DOUBLES.has(pair)) return false
  const [first = '', second = ''] = printed.split(' ')
  const [meantFirst, meantSecond] = foldPlain(pair).split(' ')
  if ((first === meantFirst) === (second === meantSecond) || QUANTIFIERS.has(first)) return false
  // The pair only looks like one when a syllable belongs to a frequent pair with its neighbour.
  const before = withWordBefore(lower, start, start + first.length)
  const behind = withWordBehind(lower, start + first.length + 1, end)
  if (frequent.has(before) || frequent.has(behind) || FOLLOWERS.has(behind)) return false
  // So it does when the one that differs makes a word there: `nghiên cứu | hồ sơ` is no `cứu hộ`.
  return !neighbours.has(first === meantFirst ? behind : before)
}
