/**
 * Does `work` for each item, several at once, and shows the results in the order of the items: each as soon as those
 * before it are shown. The first failure ends it.
 */
export const inOrder = async <T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
  show: (item: T, result: R) => void,
): Promise<void> => {
  const results: { readonly result: R }[] = []
  let next = 0
  let shown = 0
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++
      results[at] = { result: await work(items[at] as T) }
      for (let done = results[shown]; done; done = results[shown]) {
        delete results[shown]
        show(items[shown] as T, done.result)
        shown++
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
