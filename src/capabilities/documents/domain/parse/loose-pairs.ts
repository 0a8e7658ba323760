import { searchKey } from '#kernel/vietnamese.ts'

/** Two syllables of a text that have the plain letters of a known pair, whatever marks are printed on them. */
interface LoosePair {
  readonly start: number
  readonly end: number
  /** The pair as it was given. */
  readonly pair: string
}

/** What a sign is: 1 to 26 the place of its plain letter in the alphabet, or one of these. */
const BLANK = 27
const MARK = 28
const FOREIGN_LETTER = 29
const OTHER = 30

const LETTER_OR_MARK = /[\p{L}\p{M}]/u

/** By code; 0 where nobody has asked yet. */
const kinds = new Uint8Array(0x10000)

const kindOf = (code: number): number => kinds[code] || learnKind(code)

const learnKind = (code: number): number => {
  const kind = toKind(String.fromCharCode(code))
  kinds[code] = kind
  return kind
}

const toKind = (sign: string): number => {
  if (sign === ' ') return BLANK
  if (!LETTER_OR_MARK.test(sign)) return OTHER
  const plain = searchKey(sign)
  if (plain === '') return MARK
  return /^[a-z]$/u.test(plain) ? plain.charCodeAt(0) - 96 : FOREIGN_LETTER
}

const isLetterOrMark = (kind: number): boolean => kind !== BLANK && kind !== OTHER

const isInWord = (text: string, at: number): boolean => isLetterOrMark(kindOf(text.charCodeAt(at)))

/**
 * A search for pairs of syllables by their plain letters. The pairs stand in a tree with a branch for each letter,
 * and each sign of a text is looked at once: it carries on the walk that began with this word, and the one that
 * began with the word before.
 *
 * @example toPairFinder(['tổ chức'])('các tô chức') // [{ start: 4, end: 11, pair: 'tổ chức' }]
 */
export const toPairFinder = (pairs: readonly string[]): ((text: string) => readonly LoosePair[]) => {
  const { branches, pairAt } = toTree(pairs)
  const walk = (node: number, kind: number): number => branches[node * BRANCHES + kind] ?? NOWHERE

  return (text) => {
    const found: LoosePair[] = []
    let older = NOWHERE
    let olderStart = 0
    let newer = NOWHERE
    let newerStart = 0
    let inWord = false
    for (let at = 0; at <= text.length; at++) {
      const kind = at < text.length ? kindOf(text.charCodeAt(at)) : OTHER
      if (isLetterOrMark(kind)) {
        if (!inWord) {
          newer = ROOT
          newerStart = at
          inWord = true
        }
        if (kind === MARK) continue
        older = walk(older, kind)
        newer = walk(newer, kind)
      } else {
        const pair = inWord ? pairAt[older] : undefined
        if (pair !== undefined) found.push({ start: olderStart, end: at, pair })
        older = inWord ? walk(newer, kind) : NOWHERE
        olderStart = newerStart
        inWord = false
      }
    }
    return found
  }
}

const NOWHERE = 0
const ROOT = 1
const BRANCHES = OTHER + 1

interface Tree {
  /** The node behind each branch of each node. */
  readonly branches: Int16Array
  readonly pairAt: readonly (string | undefined)[]
}

const toTree = (pairs: readonly string[]): Tree => {
  const most = ROOT + 1 + pairs.join('').length
  const branches = new Int16Array(most * BRANCHES)
  const pairAt = Array.from<string | undefined>({ length: most })
  let size = ROOT + 1
  for (const pair of pairs) {
    let node = ROOT
    for (const sign of searchKey(pair)) {
      const branch = node * BRANCHES + kindOf(sign.charCodeAt(0))
      branches[branch] ||= size++
      node = branches[branch] ?? NOWHERE
    }
    pairAt[node] = pair
  }
  return { branches, pairAt }
}

/** The word that ends before the blank at this place, with what stands behind it up to `end`; empty without one. */
export const withWordBefore = (text: string, at: number, end: number): string => {
  let start = at - 1
  if (text[start] !== ' ') return ''
  while (start > 0 && isInWord(text, start - 1)) start--
  return start === at - 1 ? '' : text.slice(start, end)
}

/** What stands from `start` on, with the word behind the blank at this place; empty without one. */
export const withWordBehind = (text: string, start: number, at: number): string => {
  let end = at + 1
  if (text[at] !== ' ') return ''
  while (end < text.length && isInWord(text, end)) end++
  return end === at + 1 ? '' : text.slice(start, end)
}
