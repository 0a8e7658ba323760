import { searchKey } from '#kernel/vietnamese.ts'

/** The words of a text, counted, so that many comparisons cost one split. */
export interface WordBag {
  readonly key: string
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

export const toWordBag = (text: string): WordBag => {
  const key = searchKey(text)
  const counts = new Map<string, number>()
  const words = key === '' ? [] : key.split(' ')
  // Pairs of neighbours besides single words: Vietnamese words are mostly two syllables.
  words.forEach((word, i) => {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    const next = words[i + 1]
    if (next !== undefined) counts.set(`${word} ${next}`, (counts.get(`${word} ${next}`) ?? 0) + 1)
  })
  return { key, counts, size: Math.max(0, words.length * 2 - 1) }
}

/** Dice's coefficient over words and pairs of words: 1 for the same words in the same order, 0 for none shared. */
export const likeness = (a: WordBag, b: WordBag): number => {
  if (a.key === b.key) return 1
  if (a.size === 0 || b.size === 0) return 0
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

interface Placed {
  readonly path: string
  readonly bag: WordBag
}

/** Below this two texts at the same place are different clauses; at different places they must be more alike. */
const SAME_PLACE = 0.4
const OTHER_PLACE = 0.6

/**
 * Which of `before` became which of `after`: first the same words, at the same place before elsewhere; then
 * the same place with like words; then the most alike of what is left. Returns for each `after` the index in
 * `before`, or undefined when it is new. Each is used once.
 */
export const matchClauses = (before: readonly Placed[], after: readonly Placed[]): (number | undefined)[] => {
  const result: (number | undefined)[] = after.map(() => undefined)
  const used = new Set<number>()
  const take = (to: number, from: number): void => {
    result[to] = from
    used.add(from)
  }
  const pass = (fits: (a: Placed, b: Placed) => boolean): void => {
    const byPlace = new Map<string, number[]>()
    before.forEach((clause, i) => byPlace.set(clause.path, [...(byPlace.get(clause.path) ?? []), i]))
    after.forEach((clause, to) => {
      if (result[to] !== undefined) return
      const from = byPlace.get(clause.path)?.find((i) => !used.has(i) && fits(before[i] as Placed, clause))
      if (from !== undefined) take(to, from)
    })
  }
  pass((a, b) => a.bag.key === b.bag.key)
  const byWords = new Map<string, number[]>()
  before.forEach((clause, i) => {
    if (!used.has(i)) byWords.set(clause.bag.key, [...(byWords.get(clause.bag.key) ?? []), i])
  })
  after.forEach((clause, to) => {
    if (result[to] !== undefined || clause.bag.key === '') return
    const from = byWords.get(clause.bag.key)?.find((i) => !used.has(i))
    if (from !== undefined) take(to, from)
  })
  pass((a, b) => likeness(a.bag, b.bag) >= SAME_PLACE)
  const pairs: { to: number; from: number; score: number }[] = []
  after.forEach((clause, to) => {
    if (result[to] !== undefined) return
    before.forEach((other, from) => {
      if (used.has(from)) return
      const score = likeness(other.bag, clause.bag)
      if (score >= OTHER_PLACE) pairs.push({ to, from, score })
    })
  })
  for (const { to, from } of pairs.toSorted((a, b) => b.score - a.score || a.to - b.to || a.from - b.from)) {
    if (result[to] === undefined && !used.has(from)) take(to, from)
  }
  return result
}
