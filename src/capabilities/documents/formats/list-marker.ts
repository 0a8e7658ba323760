/** The markers that lists show: numbers in their many dresses, and bullets. */

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** `14` → `XIV`; what has no roman form stays a number. */
export const toRoman = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return String(value)
  let rest = value
  let roman = ''
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      roman += sign
      rest -= worth
    }
  }
  return roman
}

/** `1` → `a`, `27` → `aa` (Word doubles the letter), as the numbered lists of Word and the web have them. */
export const toLetter = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

/** A number in the dress that a list style names; the names of Word and of the web. */
export const toNumeral = (style: string, value: number): string => {
  switch (style) {
    case 'upperRoman':
    case 'upper-roman':
    case 'I':
      return toRoman(value)
    case 'lowerRoman':
    case 'lower-roman':
    case 'i':
      return toRoman(value).toLowerCase()
    case 'upperLetter':
    case 'upper-alpha':
    case 'upper-latin':
    case 'A':
      return toLetter(value).toUpperCase()
    case 'lowerLetter':
    case 'lower-alpha':
    case 'lower-latin':
    case 'a':
      return toLetter(value)
    case 'decimalZero':
    case 'decimal-leading-zero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

const BULLETS = ['•', '◦', '▪']

/** The marker of an item of a web list, with its space. */
export const toListMarker = (
  tag: string,
  style: string | undefined,
  value: number,
  depth: number,
): string => {
  if (style === 'none') return ''
  if (tag === 'ul') return `${BULLETS[Math.min(depth, BULLETS.length) - 1] ?? '•'} `
  return `${toNumeral(style ?? 'decimal', value)}. `
}
