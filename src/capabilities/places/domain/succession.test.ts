import { describe, expect, it } from 'vitest'
import { predecessorsOf, successorsOf, unitsOnDay } from './succession.ts'
import { findUnitOn } from './search.ts'
import { day, smallBook } from './testing.ts'
import type { Unit } from './unit.ts'

const old = (code: string): Unit => findUnitOn(smallBook.units, code, day('2025-06-30')) as Unit
const now = (code: string): Unit => findUnitOn(smallBook.units, code, day('2025-07-01')) as Unit
const brief = (heirs: readonly { unit: Unit; extent: string }[]): string[] =>
  heirs.map(({ unit, extent }) => `${unit.code} ${unit.name} ${extent}`)

describe('succession', () => {
  it('follows a commune into its heirs', () => {
    expect(brief(successorsOf(smallBook, old('90004')))).toEqual(['90004 Hòa Lạc whole'])
    expect(brief(successorsOf(smallBook, old('90007')))).toEqual([
      '90001 Thuỵ Hùng part',
      '90004 Hòa Lạc part',
    ])
  })

  it('follows a district through its communes', () => {
    expect(brief(successorsOf(smallBook, old('901')))).toEqual(['90001 Thuỵ Hùng part', '90004 Hòa Lạc part'])
  })

  it('goes back from a commune to those it was made of', () => {
    expect(brief(predecessorsOf(smallBook, now('90001')))).toEqual([
      '90001 An Hòa whole',
      '90007 Quý Hòa part',
    ])
  })

  it('gives a unit that stands no heir, even where an older one had its code', () => {
    expect(successorsOf(smallBook, now('90001'))).toEqual([])
    expect(successorsOf(smallBook, now('99'))).toEqual([])
    expect(predecessorsOf(smallBook, old('90001'))).toEqual([])
  })

  it('gives no heir where the source names none', () => {
    const book = { ...smallBook, succession: [] }
    expect(successorsOf(book, old('90004'))).toEqual([])
    expect(successorsOf(book, old('901'))).toEqual([])
  })
})

describe('a unit on another day', () => {
  const codes = (units: readonly Unit[]): string[] => units.map((unit) => unit.code)

  it('is itself while it stands', () => {
    expect(unitsOnDay(smallBook, old('901'), day('2024-02-29'))).toEqual([old('901')])
    expect(unitsOnDay(smallBook, now('99'), day('2030-01-01'))).toEqual([now('99')])
  })

  it('is its heirs later and its origins earlier', () => {
    expect(codes(unitsOnDay(smallBook, old('901'), day('2026-01-01')))).toEqual(['90001', '90004'])
    expect(codes(unitsOnDay(smallBook, now('90004'), day('2024-01-01')))).toEqual(['90004', '90007'])
  })
})
