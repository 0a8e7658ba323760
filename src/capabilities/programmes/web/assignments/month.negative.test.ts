import { expect, it } from 'vitest'
import { parseMonth } from './month.ts'

it.each([
  undefined,
  '',
  '2026',
  '2026-13',
  '2026-00',
  '2026-1',
  '26-11',
  '2026-11-01',
  '0000-05',
  'tháng 11/2026',
  ' 2026-11',
])('is no month: %s', (text) => {
  expect(parseMonth(text)).toBeUndefined()
})
