import type { Reporting, Target } from '../contract.ts'

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

const frequencies: Readonly<Record<Reporting['frequency'][number], string>> = {
  once: 'một lần',
  daily: 'hằng ngày',
  weekly: 'hằng tuần',
  monthly: 'hằng tháng',
  quarterly: 'hằng quý',
  'every 3 months': '3 tháng một lần',
  'every 6 months': '6 tháng một lần',
  'every 9 months': '9 tháng',
  yearly: 'hằng năm',
  'on event': 'đột xuất',
}

export const toFrequencies = (list: Reporting['frequency']): string =>
  list.map((one) => frequencies[one]).join(', ')

const units: Readonly<Record<string, string>> = { days: 'ngày', weeks: 'tuần', months: 'tháng', years: 'năm' }
const weekdays: Readonly<Record<string, string>> = {
  mon: 'thứ Hai',
  tue: 'thứ Ba',
  wed: 'thứ Tư',
  thu: 'thứ Năm',
  fri: 'thứ Sáu',
  sat: 'thứ Bảy',
  sun: 'Chủ nhật',
}

/** `yearly 11-30` → `ngày 30/11 hằng năm`; what is not known stays as it is. */
export const toRecurrence = (text: string | null): string => {
  if (text === null) return ''
  const [rhythm = '', first, second] = text.split(' ')
  if (rhythm === 'every' && first !== undefined && second !== undefined)
    return `${first} ${units[second] ?? second} một lần`
  const day = first?.split('-')
  if (rhythm === 'yearly') return day?.[1] === undefined ? 'hằng năm' : `ngày ${day[1]}/${day[0]} hằng năm`
  if (rhythm === 'monthly') return first === undefined ? 'hằng tháng' : `ngày ${first} hằng tháng`
  if (rhythm === 'quarterly') return 'hằng quý'
  if (rhythm === 'daily')
    return first === undefined ? 'hằng ngày' : `${first.replaceAll(',', ', ')} hằng ngày`
  if (rhythm !== 'weekly') return text
  const when = first === undefined ? '' : `${weekdays[first] ?? first} `
  return `${second === undefined ? '' : `${second} `}${when}hằng tuần`
}
