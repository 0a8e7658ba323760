import { expect, it } from 'vitest'
import { noFilters, toAddressValues, toFilters, toListAddress } from './filters.ts'

it('reads the filters of an address and leaves the rest of it alone', () => {
  expect(toFilters({ 'ke-hoach': 'a', 'tinh-trang': 'overdue', trang: '2', xem: 'x', q: '' })).toEqual({
    programme: 'a',
    timeliness: 'overdue',
  })
})

it('writes what it reads', () => {
  const filters = { lead: 'so-y-te', section: 'V', from: '2026-11-01', byHand: 'yes' } as const
  expect(toFilters(toAddressValues(filters))).toEqual(filters)
  expect(toListAddress({ q: 'điểm đen', attention: 'due-soon' })).toBe(
    '/nhiem-vu/danh-sach?can-xu-ly=due-soon&q=%C4%91i%E1%BB%83m+%C4%91en',
  )
  expect(toListAddress({})).toBe('/nhiem-vu/danh-sach')
})

it('takes every filter out, and goes back to the first page', () => {
  expect(noFilters).toHaveProperty('thuc-hien', undefined)
  expect(noFilters).toHaveProperty('trang', undefined)
})
