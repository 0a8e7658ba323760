import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatClauses,
  formatDay,
  formatInstant,
  formatInstantDay,
  formatNumber,
  toVietnamDay,
} from './format.ts'
import { parseUrlValues, writeUrlValues } from './url-state.ts'

describe('how people read it', () => {
  it('writes instants in Vietnam time, whatever the zone of the machine', () => {
    expect(formatInstant('2026-11-21T02:30:00Z')).toBe('21/11/2026 09:30')
    expect(formatInstant('2026-11-21T17:00:00Z')).toBe('22/11/2026 00:00')
    expect(formatInstantDay('2026-12-31T20:00:00Z')).toBe('01/01/2027')
    expect(toVietnamDay('2026-12-31T16:59:59Z')).toBe('2026-12-31')
  })

  it('writes days and parts of days as the offices do', () => {
    expect(formatDay('2026-03-05')).toBe('05/03/2026')
    expect(formatDay('2026-03')).toBe('03/2026')
    expect(formatDay('2026-Q2')).toBe('quý II/2026')
    expect(formatDay('2030')).toBe('2030')
    expect(formatDay(undefined)).toBe('')
    expect(formatDay(null)).toBe('')
  })

  it('writes numbers with a dot for thousands and a comma for decimals', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5')
    expect(formatNumber(7, 2)).toBe('7,00')
    expect(formatNumber(1234567)).toBe('1.234.567')
    expect(formatBytes(1536)).toBe('1,5 KB')
    expect(formatBytes(300 * 1024 * 1024)).toBe('300,0 MB')
  })
})

describe('the address', () => {
  it('holds plain text: digits stay digits, nothing becomes JSON', () => {
    expect(parseUrlValues('?q=5&trang=2&x=true')).toEqual({ q: '5', trang: '2', x: 'true' })
    expect(writeUrlValues({ q: 'y tế', trang: undefined, loai: '' })).toBe('?q=y+t%E1%BA%BF')
    expect(writeUrlValues({})).toBe('')
  })

  it('gives back what was put in', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.dictionary(word, word), (values) => {
        expect(parseUrlValues(writeUrlValues(values))).toEqual({ ...values })
      }),
    )
  })
})

describe('clauses in a line', () => {
  it.each([
    [[], ''],
    [['III.1'], 'III.1'],
    [['I', 'II', 'III', 'IV'], 'I, II, III, IV'],
    [['I', 'II', 'III', 'IV', 'V'], 'I, II, III và 2 mục khác'],
  ])('%j: %s', (paths, words) => expect(formatClauses(paths)).toBe(words))
})
