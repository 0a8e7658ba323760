import { searchKey } from '#kernel/vietnamese.ts'
import type { Finding, Span } from '../../contract.ts'
import { listPassages, spanIn, unique, type Passage } from './finding-texts.ts'
import { CONFUSIONS, FREQUENT_PAIRS, NEVER_DOUBLED, SLIP_SIGN, TRUE_READINGS } from './ocr-vocabulary.ts'
import type { Draft } from './types.ts'
import { foldText, remember } from './words.ts'

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
      const key = `${suspect.printed.toLowerCase()}|${suspect.meant}`
      groups.set(key, [...(groups.get(key) ?? []), suspect])
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

const listSuspects = (passage: Passage): readonly Suspect[] => {
  const raw = passage.block.text
  const text = foldText(raw)
  const lower = text.toLowerCase()
  // Some letters change their length in small letters; then offsets would lie.
  if (lower.length !== text.length) return []
  const found: Suspect[] = []
  const add = (start: number, end: number, meant: string): void => {
    if (found.some((other) => overlaps(other, start, end, passage))) return
    found.push({ printed: raw.slice(start, end), meant, passage, span: spanIn(passage, start, end) })
  }
  for (const { pattern, meant } of SLIP_SIGN.test(lower) ? CONFUSIONS : []) {
    for (const match of lower.matchAll(pattern)) {
      const slip = match.groups?.['slip'] ?? match[0]
      const at = match.index + match[0].indexOf(slip)
      add(at, at + slip.length, meant)
    }
  }
  const words = [...lower.matchAll(/[\p{L}\p{M}]+/gu)]
  for (const { start, end, meant } of listPairs(words, lower)) add(start, end, meant)
  for (const { start, end, meant } of listDoubles(words, text)) add(start, end, meant)
  return found
}

const overlaps = (other: Suspect, start: number, end: number, passage: Passage): boolean => {
  const span = spanIn(passage, start, end)
  return span.start < other.span.end && span.end > other.span.start
}

interface Slip {
  readonly start: number
  readonly end: number
  readonly meant: string
}

/** A syllable without its marks. */
const plain = remember(searchKey, 20_000)

/** The first syllables of frequent pairs without marks: most pairs are passed over by this alone. */
const openings = new Set(FREQUENT_PAIRS.map((pair) => searchKey(pair.split(' ')[0] ?? '')))

const byPlain = new Map(FREQUENT_PAIRS.map((pair) => [searchKey(pair), pair]))
const trueReadings = new Set([...FREQUENT_PAIRS, ...TRUE_READINGS].map((pair) => foldText(pair)))
const frequent = new Set(FREQUENT_PAIRS.map((pair) => foldText(pair)))

/** Pairs of syllables that differ from a frequent pair in their marks alone. */
const listPairs = (words: readonly RegExpExecArray[], lower: string): readonly Slip[] => {
  const slips: Slip[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    const [a, b] = [words[i], words[i + 1]]
    if (!a || !b || !openings.has(plain(a[0])) || lower.slice(a.index + a[0].length, b.index) !== ' ')
      continue
    const pair = `${a[0]} ${b[0]}`
    if (pair.length > 16 || trueReadings.has(pair)) continue
    const meant = byPlain.get(`${plain(a[0])} ${plain(b[0])}`)
    if (meant === undefined || isJoint(words, i, lower) || marksApart(pair, meant) !== 1) continue
    slips.push({ start: a.index, end: b.index + b[0].length, meant })
  }
  return slips
}

/** The pair only looks like one: its first or last syllable belongs to a frequent pair with its neighbour. */
const isJoint = (words: readonly RegExpExecArray[], i: number, lower: string): boolean => {
  const join = (x: RegExpExecArray | undefined, y: RegExpExecArray | undefined): string =>
    x && y && lower.slice(x.index + x[0].length, y.index) === ' ' ? `${x[0]} ${y[0]}` : ''
  return frequent.has(join(words[i - 1], words[i])) || frequent.has(join(words[i + 1], words[i + 2]))
}

/** How many syllables of two pairs with the same plain letters differ. */
const marksApart = (a: string, b: string): number => {
  const left = a.split(' ')
  const right = foldText(b).split(' ')
  return left.filter((word, i) => word !== right[i]).length
}

const neverDoubled = new Set(NEVER_DOUBLED)

/** A small word printed twice: `của của`. */
const listDoubles = (words: readonly RegExpExecArray[], text: string): readonly Slip[] =>
  words.flatMap((word, i) => {
    const next = words[i + 1]
    if (!next || word[0] !== next[0] || !neverDoubled.has(word[0])) return []
    const end = word.index + word[0].length
    if (text.slice(end, next.index) !== ' ') return []
    const meant = text.slice(word.index, end)
    return text.slice(next.index, next.index + meant.length) === meant
      ? [{ start: word.index, end: next.index + meant.length, meant }]
      : []
  })
