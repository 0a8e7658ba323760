import { formatPlainDate, parsePlainDate, toPlainDate, type PlainDate } from '#kernel/plain-date.ts'

export type DayReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'wrong'; readonly message: string }

/**
 * Reads a day as people type it: `21/11/2026`, `1-3-2026`, `1.3.2026`, `21112026`, or pasted `2026-11-21`.
 * The order is day, month, year; a day that no calendar has is said, never moved.
 */
export const readDay = (text: string): DayReading => {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  const iso = parsePlainDate(trimmed)
  if (iso !== undefined) return { kind: 'day', day: iso }
  const match =
    /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/u.exec(trimmed) ??
    /^(\d{2})(\d{2})(\d{4})$/u.exec(trimmed)
  if (!match) return { kind: 'wrong', message: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/03/2026.' }
  const day = toPlainDate(Number(match[3]), Number(match[2]), Number(match[1]))
  return day === undefined
    ? { kind: 'wrong', message: `Ngày ${trimmed} không có trong lịch. Kiểm tra lại ngày và tháng.` }
    : { kind: 'day', day }
}

export const writeDay = (day: string | undefined): string => {
  const parsed = day === undefined ? undefined : parsePlainDate(day)
  return parsed === undefined ? '' : formatPlainDate(parsed)
}
