import type { Block } from './types.ts'

/** Two halves of a cell that a page break had parted, each letter still knowing where it stood. */
export const joinCells = (a: Block, b: Block | undefined): Block => {
  if (!b || b.text === '') return a
  if (a.text === '') return b
  const map = new Int32Array(a.map.length + b.map.length + 1)
  map.set(a.map)
  map[a.map.length] = a.map.at(-1) ?? 0
  map.set(b.map, a.map.length + 1)
  return { ...a, text: `${a.text} ${b.text}`, map, ends: undefined, lastLine: b.lastLine }
}
