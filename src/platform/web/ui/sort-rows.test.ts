import { describe, expect, it } from 'vitest'
import { nextSort, parseSort, sortRows } from './sort-rows.ts'

const names = (rows: readonly { name?: string }[]) => rows.map((row) => row.name)

describe('the order of a list', () => {
  it('follows the Vietnamese alphabet: đ after d, tone after letter', () => {
    const rows = ['Đội', 'Dân', 'Ấm', 'An', 'Ăn', 'Ân', 'Ơn', 'Ôn', 'On'].map((name) => ({ name }))
    expect(names(sortRows(rows, (row) => row.name, false))).toEqual(
      ['An', 'Ăn', 'Ân', 'Ấm', 'Dân', 'Đội', 'On', 'Ôn', 'Ơn'].sort(new Intl.Collator('vi').compare),
    )
    expect(names(sortRows([{ name: 'Đội' }, { name: 'Dân' }], (row) => row.name, false))).toEqual([
      'Dân',
      'Đội',
    ])
  })

  it('reads numbers inside words', () => {
    const rows = [{ name: 'KH 112' }, { name: 'KH 9' }]
    expect(names(sortRows(rows, (row) => row.name, false))).toEqual(['KH 9', 'KH 112'])
  })

  it('puts rows without a value last in both directions', () => {
    const rows = [{}, { name: 'A' }, { name: 'B' }] as readonly { name?: string }[]
    expect(names(sortRows(rows, (row) => row.name, false))).toEqual(['A', 'B', undefined])
    expect(names(sortRows(rows, (row) => row.name, true))).toEqual(['B', 'A', undefined])
  })

  it('goes from ascending to descending to none', () => {
    expect(nextSort(undefined, 'ten')).toBe('ten')
    expect(nextSort(parseSort('ten'), 'ten')).toBe('-ten')
    expect(nextSort(parseSort('-ten'), 'ten')).toBe('')
    expect(nextSort(parseSort('-ten'), 'han')).toBe('han')
    expect(parseSort('')).toBeUndefined()
    expect(parseSort('-')).toBeUndefined()
  })
})
