/**
 * Chromium 109 is the last that runs on Windows 7 and lacks the copying array methods of 2023.
 * Libraries and our pure code use them; these stand in where they are missing.
 */
const define = (name: string, method: (this: unknown[], ...args: never[]) => unknown): void => {
  if (name in Array.prototype) return
  // oxlint-disable-next-line no-extend-native -- what newer browsers have themselves
  Object.defineProperty(Array.prototype, name, { value: method, writable: true, configurable: true })
}

define('toSorted', function (compare?: (a: unknown, b: unknown) => number) {
  return [...this].sort(compare)
})
define('toReversed', function () {
  // oxlint-disable-next-line no-array-reverse -- the very method that is missing here
  return [...this].reverse()
})
define('toSpliced', function (start: number, count: number, ...items: unknown[]) {
  const copy = [...this]
  copy.splice(start, count, ...items)
  return copy
})
define('with', function (index: number, value: unknown) {
  const copy = [...this]
  copy[index < 0 ? copy.length + index : index] = value
  return copy
})
