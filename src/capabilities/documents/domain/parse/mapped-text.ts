import type { Span } from '../../contract.ts'
import type { MappedText } from './types.ts'

/** The original span of `piece.text.slice(start, end)`; clipped to the piece, empty at its start when void. */
export const toSpan = (piece: MappedText, start: number, end: number): Span => {
  const last = piece.map.length - 1
  if (last < 0) return { start: 0, end: 0 }
  const from = Math.min(Math.max(start, 0), last)
  const to = Math.min(Math.max(end, from), last + 1)
  const first = piece.map[from] ?? 0
  if (to === from) return { start: first, end: first }
  return { start: first, end: piece.ends?.[to - 1] ?? (piece.map[to - 1] ?? first) + 1 }
}

/** The span of the whole piece. */
export const wholeSpan = (piece: MappedText): Span => toSpan(piece, 0, piece.text.length)

/** A part of a piece that keeps its map. */
export const slicePiece = <T extends MappedText>(piece: T, start: number, end?: number): T => ({
  ...piece,
  text: piece.text.slice(start, end),
  map: piece.map.subarray(start, end ?? piece.text.length),
  ends: piece.ends?.subarray(start, end ?? piece.text.length),
})

/** Text that stands in the original as it is: for tests and for text made by hand. */
export const toPiece = (text: string, offset = 0): MappedText => ({
  text,
  map: Int32Array.from({ length: text.length }, (_, i) => i + offset),
  ends: undefined,
})
