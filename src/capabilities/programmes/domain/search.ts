import { searchKey } from '#kernel/vietnamese.ts'

/** A word without tone marks; with `prefix` also its continuation, because the last word may still be typed. */
export interface SearchWord {
  readonly word: string
  readonly prefix: boolean
}

/** The words that must all be there, anywhere in the item. Empty: nothing to look for. */
export const toSearchWords = (query: string): SearchWord[] => {
  const words = searchKey(query)
    .split(' ')
    .filter((word) => word !== '')
  // A single letter begins half of all words: it stands for itself.
  return words.map((word, i) => ({ word, prefix: i === words.length - 1 && word.length > 1 }))
}
