import type { PlainDate } from '#kernel/plain-date.ts'

/** Values of examples; only the SQL counts, so any will do that a function accepts. */

export const PROVINCE = 'tinh-mau'
export const ID = '6f1c0000-0000-4000-8000-000000000001'
export const OTHER = '6f1c0000-0000-4000-8000-000000000002'
export const NOW = '2026-11-21T02:00:00.000Z'
export const TODAY = '2026-11-21' as PlainDate
export const HASH = 'a3'.repeat(32)
