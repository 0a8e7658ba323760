import { formatPartialDate, formatRecurrence } from '#kernel/partial-date.ts'
import type { Deadline, Programme, Reporting, Target } from '../contract.ts'

/** The words of the pages of programmes, one place for each. */

export const deadlineWords: Readonly<Record<Deadline['kind'], string>> = {
  due: 'Hạn hoàn thành',
  report: 'Hạn báo cáo',
  period: 'Thời gian thực hiện',
  month: 'Tháng cao điểm',
  event: 'Sự kiện',
  start: 'Bắt đầu',
  horizon: 'Mốc của mục tiêu',
}

const frequencyWords: Readonly<Record<Reporting['frequency'][number], string>> = {
  once: 'một lần',
  daily: 'hằng ngày',
  weekly: 'hằng tuần',
  monthly: 'hằng tháng',
  quarterly: 'hằng quý',
  'every 3 months': '03 tháng',
  'every 6 months': '06 tháng',
  'every 9 months': '09 tháng',
  yearly: 'hằng năm',
  'on event': 'khi phát sinh',
}
export const toFrequency = (reporting: Reporting): string =>
  reporting.frequency.map((one) => frequencyWords[one]).join(', ')

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
export const toLevel = ({ comparator, value, unit, direction }: Target): string => {
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

/** A date and a recurrence in the offices' words; nothing when neither is stated. */
export const toWhen = (date: string | null, recurrence: string | null): string =>
  [date === null ? '' : formatPartialDate(date), recurrence === null ? '' : formatRecurrence(recurrence)]
    .filter((part) => part !== '')
    .join('; ')

/** `KH 11/KH-UBND`, or the subject when the number is blank. */
export const toShortName = (programme: Programme): string =>
  programme.number ?? programme.subject ?? 'kế hoạch'
