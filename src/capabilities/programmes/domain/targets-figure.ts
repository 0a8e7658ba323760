/**
 * A figure as people type it in Vietnam: points group thousands, the comma begins the fraction. Undefined for anything
 * else: `1.5` could be one and a half or a slip, so it is asked for again.
 *
 * @example readFigure('1.234,5') // 1234.5
 */
export const readFigure = (typed: string): number | undefined => {
  const text = typed.trim()
  if (!/^-?(?:\d{1,3}(?:\.\d{3})+|\d{1,13})(?:,\d{1,6})?$/u.test(text)) return undefined
  return Number(text.replaceAll('.', '').replace(',', '.'))
}
