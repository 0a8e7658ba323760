/** The order of a list, as the address writes it: `ten` ascending, `-ten` descending. */
export interface SortOrder {
  readonly column: string
  readonly isDescending: boolean
}

export const parseSort = (text: string): SortOrder | undefined => {
  if (text === '' || text === '-') return undefined
  return text.startsWith('-')
    ? { column: text.slice(1), isDescending: true }
    : { column: text, isDescending: false }
}

/** What a press on a column's head asks for next: ascending, descending, then the list's own order. */
export const nextSort = (current: SortOrder | undefined, column: string): string => {
  if (current?.column !== column) return column
  return current.isDescending ? '' : `-${column}`
}

export type SortKey = string | number | undefined

const vietnamese = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' })

const compare = (a: SortKey, b: SortKey): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return vietnamese.compare(String(a), String(b))
}

/** Sorted by a key; rows without one come last in either direction; equal rows keep their order. */
export const sortRows = <T>(
  rows: readonly T[],
  toKey: (row: T) => SortKey,
  isDescending: boolean,
): readonly T[] => {
  const sign = isDescending ? -1 : 1
  return [...rows].sort((a, b) => {
    const keyA = toKey(a)
    const keyB = toKey(b)
    if (keyA === undefined || keyB === undefined)
      return Number(keyA === undefined) - Number(keyB === undefined)
    return sign * compare(keyA, keyB)
  })
}
