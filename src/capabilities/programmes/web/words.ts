import type { Target } from '../contract.ts'

/** The words of the pages of programmes, one place for each. */

const comparators = {
  '=': '',
  '>=': 'ít nhất',
  '<=': 'nhiều nhất',
  '>': 'trên',
  '<': 'dưới',
  range: '',
} as const
const amount = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 })

/** `giảm ít nhất 5%`, `từ 5 đến 10%`; the unit stands with the number. */
export const toLevel = ({
  comparator,
  value,
  unit,
  direction,
}: Pick<Target, 'comparator' | 'value' | 'unit' | 'direction'>): string => {
  const way = { increase: 'tăng', decrease: 'giảm', none: '' }[direction ?? 'none']
  const of = unit === null ? '' : unit === '%' ? '%' : ` ${unit}`
  const number =
    value === null
      ? ''
      : Array.isArray(value)
        ? `từ ${amount.format(value[0] ?? 0)} đến ${amount.format(value[1] ?? 0)}${of}`
        : `${comparators[comparator]} ${amount.format(value)}${of}`
  return `${way} ${number}`.replace(/\s+/gu, ' ').trim() || 'không nêu con số'
}
