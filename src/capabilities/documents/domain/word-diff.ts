import type { WordChange } from './archive-api.ts'

/** Words and the signs between them; a run of white space counts as one space. */
export const toWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]|\s+/gu)
    ?.map((word) => (/^\s/u.test(word) ? ' ' : word)) ?? []

/** Longest texts compared word by word; beyond that the whole text counts as rewritten. */
const MOST_CELLS = 4_000_000

/**
 * What was taken out and what was put in, word by word (longest common subsequence).
 *
 * @example diffWords('đạt 80%', 'đạt 90%') // same 'đạt ', removed '80', added '90', same '%'
 */
export const diffWords = (before: string, after: string): WordChange[] => {
  const a = toWords(before)
  const b = toWords(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middleA = a.slice(start, a.length - end)
  const middleB = b.slice(start, b.length - end)
  const changes: WordChange[] = []
  push(changes, 'same', a.slice(0, start))
  if (middleA.length * middleB.length > MOST_CELLS) {
    push(changes, 'removed', middleA)
    push(changes, 'added', middleB)
  } else diffMiddle(changes, middleA, middleB)
  push(changes, 'same', a.slice(a.length - end))
  return joinAcrossSpaces(changes)
}

/** `quốc lộ` → `đường tỉnh` is one change, not two with a space between them. */
const joinAcrossSpaces = (changes: readonly WordChange[]): WordChange[] => {
  const joined: WordChange[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    push(joined, 'removed', removed === '' ? [] : [removed])
    push(joined, 'added', added === '' ? [] : [added])
    removed = ''
    added = ''
  }
  changes.forEach(({ kind, text }, i) => {
    const inside = removed !== '' && added !== '' && i + 1 < changes.length
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (text === ' ' && inside) {
      removed += text
      added += text
    } else {
      flush()
      push(joined, kind, [text])
    }
  })
  flush()
  return joined
}

const push = (changes: WordChange[], kind: WordChange['kind'], words: readonly string[]): void => {
  if (words.length === 0) return
  const last = changes.at(-1)
  if (last?.kind === kind) last.text += words.join('')
  else changes.push({ kind, text: words.join('') })
}

const diffMiddle = (changes: WordChange[], a: readonly string[], b: readonly string[]): void => {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const word = a[i]
    if (i < a.length && j < b.length && word === b[j]) {
      push(changes, 'same', [word ?? ''])
      i++
      j++
    } else if (
      j >= b.length ||
      (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      push(changes, 'removed', [word ?? ''])
      i++
    } else {
      push(changes, 'added', [b[j] ?? ''])
      j++
    }
  }
}
