import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { RECURRENCE_PATTERN } from '#kernel/recurrence.ts'
import type { ProposalValue } from './review-api.ts'

/** What is wrong with a value that a person typed: where, and a Vietnamese sentence. */
export interface ValueIssue {
  readonly field: string
  readonly message: string
}

const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)
const isDay = (text: string): boolean => parsePlainDate(text) !== undefined

/** A point in time as far as it is known: `2030`, `2026-Q2`, `2024-06`, `2024-06-30`. */
const isPoint = (text: string): boolean =>
  /^\d{4}$/u.test(text) || /^\d{4}-Q[1-4]$/u.test(text) || isMonth(text) || isDay(text)

/** A point, or a span of two points in order: `2025-11-20/2025-12-03`. */
export const isPartialDate = (text: string): boolean => {
  const ends = text.split('/')
  if (ends.length === 1) return isPoint(text)
  const [from = '', to = ''] = ends
  return ends.length === 2 && isPoint(from) && isPoint(to) && (from.length !== to.length || from <= to)
}

const RECURRENCE = new RegExp(RECURRENCE_PATTERN, 'u')

/** `yearly 11-30`, `monthly 18`, `quarterly`, `every 6 months`, `weekly fri 15:00`, `daily 09:00,16:00`. */
export const isRecurrence = (text: string): boolean => {
  if (!RECURRENCE.test(text)) return false
  const day = /^yearly (\d\d-\d\d)$/u.exec(text)?.[1]
  // 29 February comes in leap years; 30 February never.
  return day === undefined || parsePlainDate(`2024-${day}` as PlainDate) !== undefined
}

const DATE_MESSAGE =
  'Ngày không có trong lịch hoặc sai cách ghi; ghi 2026, 2026-Q2, 2026-06, 2026-06-30 hoặc 2026-06-01/2026-06-30.'
const RECURRENCE_MESSAGE =
  'Chu kỳ sai cách ghi; ví dụ: monthly 18, quarterly, every 6 months, yearly 11-30, weekly fri 15:00.'

/**
 * Checks what a person changed; what the reader said and nobody touched is let be.
 * Impossible input is refused, never brought to a nearby value.
 */
export const checkValue = (value: ProposalValue, before: ProposalValue | undefined): ValueIssue[] => {
  const issues: ValueIssue[] = []
  const old = (before?.kind === value.kind ? before : {}) as Readonly<Record<string, unknown>>
  const dated = (field: string, text: string | null): void => {
    if (text !== null && text !== old[field] && !isPartialDate(text))
      issues.push({ field, message: DATE_MESSAGE })
  }
  const recurring = (text: string | null): void => {
    if (text !== null && text !== old['recurrence'] && !isRecurrence(text))
      issues.push({ field: 'recurrence', message: RECURRENCE_MESSAGE })
  }
  switch (value.kind) {
    case 'task':
      dated('due', value.due)
      recurring(value.recurrence)
      break
    case 'deadline':
      dated('on', value.on)
      recurring(value.recurrence)
      break
    case 'target':
      issues.push(...checkTarget(value))
      break
    case 'reporting':
    case 'trigger':
      break
  }
  return issues
}

const checkTarget = ({ comparator, value }: ProposalValue & { kind: 'target' }): ValueIssue[] => {
  if (!Array.isArray(value)) {
    return comparator === 'range' && value !== null
      ? [{ field: 'value', message: 'Chỉ tiêu trong khoảng cần hai số: từ và đến.' }]
      : []
  }
  const [from = 0, to = 0] = value
  if (comparator !== 'range')
    return [{ field: 'comparator', message: 'Hai số chỉ dùng cho chỉ tiêu trong khoảng.' }]
  return from <= to ? [] : [{ field: 'value', message: 'Số đầu của khoảng lớn hơn số cuối.' }]
}
