import type { Target } from '../contract.ts'

/** Codes in the words of the offices, for print and spreadsheets. */

const comparators: Readonly<Record<Target['comparator'], string>> = {
  '=': '',
  '>=': 'từ ',
  '<=': 'không quá ',
  '>': 'trên ',
  '<': 'dưới ',
  range: '',
}

const toNumber = (value: number): string => {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/gu, '$&.')
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** `>=`, 90 → `từ 90`; a range `5 - 10`; empty for a goal without a number. */
export const toComparison = (comparator: Target['comparator'], value: Target['value']): string => {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(toNumber).join(' - ')
  return `${comparators[comparator]}${toNumber(value)}${comparator === '>=' ? ' trở lên' : ''}`
}
