import { parsePlainDate } from '#kernel/plain-date.ts'

const isPoint = (text: string): boolean =>
  /^\d{4}$/u.test(text) ||
  /^\d{4}-Q[1-4]$/u.test(text) ||
  /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text) ||
  parsePlainDate(text) !== undefined

/** A day as far as it is known (`2030`, `2026-Q2`, `2024-06`, `2024-06-30`), or from one to another. */
export const isPartialDate = (text: string): boolean => {
  const ends = text.split('/')
  return ends.length <= 2 && ends.every(isPoint)
}
