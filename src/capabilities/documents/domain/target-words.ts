import type { ProposalValue } from './review-api.ts'

/** How a target compares, in the words of the offices. */
export const comparatorWords = {
  '=': 'đạt',
  '>=': 'ít nhất',
  '<=': 'nhiều nhất',
  '>': 'trên',
  '<': 'dưới',
  range: 'trong khoảng',
} as const

const formatAmount = (value: number): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }).format(value)

/** `giảm ít nhất 5% so với năm 2025`; `trong khoảng 5 đến 10%`. */
export const toTargetWords = (target: ProposalValue & { kind: 'target' }): string => {
  const direction = { increase: 'tăng ', decrease: 'giảm ', none: '' }[target.direction ?? 'none']
  const unit = target.unit === null ? '' : target.unit === '%' ? '%' : ` ${target.unit}`
  const baseline = target.baseline === null ? '' : ` so với năm ${target.baseline}`
  if (target.value === null) return `${direction.trim() || 'không nêu con số'}${baseline}`
  if (Array.isArray(target.value)) {
    const [low = 0, high = 0] = target.value
    return `${direction}từ ${formatAmount(low)} đến ${formatAmount(high)}${unit}${baseline}`
  }
  return `${direction}${comparatorWords[target.comparator]} ${formatAmount(target.value)}${unit}${baseline}`
}
