/** Right, wrong and missing, with a line for each of the last two. */
export interface Score {
  right: number
  wrong: number
  missing: number
  readonly misses: string[]
}

export const newScore = (): Score => ({ right: 0, wrong: 0, missing: 0, misses: [] })

export const addScore = (sum: Score, one: Score): void => {
  sum.right += one.right
  sum.wrong += one.wrong
  sum.missing += one.missing
}

export const precision = (s: Score): number => (s.right + s.wrong === 0 ? 1 : s.right / (s.right + s.wrong))
export const recall = (s: Score): number => (s.right + s.missing === 0 ? 1 : s.right / (s.right + s.missing))
export const f1 = (s: Score): number => {
  const [p, r] = [precision(s), recall(s)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/** Pairs each expectation with at most one finding, the first that matches. */
export const match = <E, F>(
  expected: readonly E[],
  found: readonly F[],
  same: (expected: E, found: F) => boolean,
  name: { readonly of: (e: E) => string; readonly found: (f: F) => string },
): Score => {
  const score = newScore()
  const left = [...found]
  for (const e of expected) {
    const at = left.findIndex((f) => same(e, f))
    if (at === -1) {
      score.missing++
      score.misses.push(`− ${name.of(e)}`)
    } else {
      score.right++
      left.splice(at, 1)
    }
  }
  for (const f of left) {
    score.wrong++
    score.misses.push(`+ ${name.found(f)}`)
  }
  return score
}
