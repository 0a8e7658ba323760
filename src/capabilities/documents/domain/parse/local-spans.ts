import type { Span } from '../../contract.ts'
import type { Stretch } from './clauses.ts'
import type { MappedText } from './types.ts'

/** Spans of the original in ascending order, ready to be looked up by piece. */
export const sortSpans = (spans: readonly Span[]): readonly Span[] =>
  [...spans].sort((a, b) => a.start - b.start)

/** Where spans of the original fall inside a piece, as stretches of the piece's text. */
export const toLocal = (piece: MappedText, sorted: readonly Span[]): readonly Stretch[] => {
  const first = piece.map[0]
  const last = piece.map[piece.map.length - 1]
  if (first === undefined || last === undefined) return []
  const found: Stretch[] = []
  for (let i = lowerBound(sorted, first); i < sorted.length; i++) {
    const span = sorted[i]
    if (!span || span.start > last) break
    const start = indexOf(piece.map, span.start)
    const end = indexOf(piece.map, span.end)
    if (end > start) found.push({ start, end })
  }
  return found
}

/** The first span that may reach into the piece: spans do not nest, so one before the start suffices. */
const lowerBound = (sorted: readonly Span[], at: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** The first place of the piece whose original offset is not before the given one. */
const indexOf = (map: Int32Array, original: number): number => {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((map[middle] ?? 0) < original) low = middle + 1
    else high = middle
  }
  return low
}
