/**
 * Sums of money are whole đồng. They stay whole numbers all the way: every one that is taken in is far inside of what
 * JavaScript counts exactly, and a sum that would leave that range is refused instead of rounded.
 */

/** The largest amount of one entry: a hundred thousand billion đồng, several times the budget of a province. */
export const MOST_DONG = 100_000_000_000_000

/** Adds whole amounts; throws where the sum could no longer be told exactly. */
export const addDong = (amounts: readonly number[]): number => {
  let sum = 0
  for (const amount of amounts) {
    if (!Number.isSafeInteger(amount)) throw new RangeError(`no whole amount: ${amount}`)
    sum += amount
    if (!Number.isSafeInteger(sum)) throw new RangeError('the sum is beyond exact whole numbers')
  }
  return sum
}

/** The units in which offices write amounts. */
export const DONG_UNITS = ['dong', 'million'] as const
export type DongUnit = (typeof DONG_UNITS)[number]
export const unitWords: Readonly<Record<DongUnit, string>> = { dong: 'đồng', million: 'triệu đồng' }

const group = (digits: string): string => digits.replace(/\d(?=(?:\d{3})+$)/gu, '$&.')

/** How many decimals a column of millions needs, so that nothing is rounded away and its total adds up. */
export const toDecimals = (amounts: readonly number[], unit: DongUnit): number => {
  if (unit === 'dong') return 0
  const rests = amounts.map((amount) =>
    String(Math.abs(amount) % 1_000_000)
      .padStart(6, '0')
      .replace(/0+$/u, ''),
  )
  return Math.max(0, ...rests.map((rest) => rest.length))
}

/**
 * `1234567890` → `1.234.567.890`, in millions `1.234,56789`: by whole numbers alone, never through a fraction.
 *
 * @param decimals of millions; by themselves as many as the amount has
 */
export const formatDong = (
  amount: number,
  unit: DongUnit = 'dong',
  decimals = toDecimals([amount], unit),
): string => {
  const sign = amount < 0 ? '-' : ''
  const whole = Math.abs(amount)
  if (unit === 'dong') return `${sign}${group(String(whole))}`
  const rest = String(whole % 1_000_000)
    .padStart(6, '0')
    .slice(0, decimals)
  return `${sign}${group(String(Math.floor(whole / 1_000_000)))}${decimals === 0 ? '' : `,${rest}`}`
}

/**
 * An amount as people type it: whole đồng with or without points (`1.500.000`), or millions with a comma. Undefined for
 * anything else, and for what is less than a đồng or more than an entry may say.
 *
 * @example readDong('1.234,5', 'million') // 1234500000
 */
export const readDong = (typed: string, unit: DongUnit = 'dong'): number | undefined => {
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,6}))?$/u.exec(typed.trim())
  if (!match || (unit === 'dong' && match[3] !== undefined)) return undefined
  const digits = (match[2] ?? '').replaceAll('.', '')
  const amount = Number(unit === 'dong' ? digits : `${digits}${(match[3] ?? '').padEnd(6, '0')}`)
  if (amount > MOST_DONG) return undefined
  return match[1] === '-' && amount !== 0 ? -amount : amount
}
