import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUnitOn, listUnitsNamed, searchUnits } from './search.ts'
import { day, smallBook } from './testing.ts'
import { fullName, isUnitOn, toNameParts } from './unit.ts'

const { units } = smallBook
const before = units.filter((unit) => isUnitOn(unit, day('2025-06-30')))
const since = units.filter((unit) => isUnitOn(unit, day('2025-07-01')))
const names = (found: readonly { code: string }[]): string[] => found.map((unit) => unit.code)

describe('searching units', () => {
  it.each([
    ['Hòa Lạc', ['90004']],
    ['Hoà Lạc', ['90004']],
    ['hoa lac', ['90004']],
    ['xã Hoà Lạc', ['90004']],
    ['thụy hùng', ['90001']],
    ['90010', ['90010']],
    ['phuong', ['90010']],
    ['hung', ['90001']],
  ])('finds %s among the units of today', (typed, found) => {
    expect(names(searchUnits(since, typed))).toEqual(found)
  })

  it('puts the unit of exactly that name before those that merely contain it', () => {
    expect(names(searchUnits(before, 'an hòa'))).toEqual(['901', '90001'])
    expect(names(searchUnits(before, 'hòa'))[0]).toBe('90004')
  })

  it.each(['oa lac', 'hoa lac huyen', 'zzz', '9001'])('finds nothing for %s', (typed) => {
    expect(searchUnits(since, typed)).toEqual([])
  })

  it('gives all for an empty question', () => {
    expect(searchUnits(since, '  ')).toHaveLength(since.length)
  })

  it('never throws and never invents', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => searchUnits(units, typed).every((unit) => units.includes(unit))),
    )
  })

  it('finds each unit by its own full name', () => {
    for (const unit of since) expect(searchUnits(since, fullName(unit))).toContain(unit)
  })
})

describe('units of a printed name', () => {
  it('returns all that bear the name on that day', () => {
    expect(names(listUnitsNamed(units, 'An Hoà', day('2025-01-01')))).toEqual(['901', '90001'])
    expect(names(listUnitsNamed(units, 'Mẫu', day('2025-01-01')))).toEqual(['99', '902'])
  })

  it('tells them apart by the kind', () => {
    expect(names(listUnitsNamed(units, 'thị trấn An Hòa', day('2025-01-01')))).toEqual(['90001'])
    expect(names(listUnitsNamed(units, 'huyện An Hòa', day('2025-01-01')))).toEqual(['901'])
    expect(names(listUnitsNamed(units, 'TP. Mẫu', day('2025-01-01')))).toEqual(['902'])
  })

  it('knows which name was right on which day', () => {
    expect(listUnitsNamed(units, 'huyện An Hòa', day('2025-07-01'))).toEqual([])
    expect(listUnitsNamed(units, 'phường Đông Mẫu', day('2025-06-30'))).toEqual([])
    expect(names(listUnitsNamed(units, 'phường Đông Mẫu', undefined))).toEqual(['90010'])
  })

  it.each(['An', 'An Hòa Lạc', 'xã An Hòa', 'phường Hòa Lạc', '', 'xã', 'Hòa'])(
    'finds none for “%s”: a name that is only alike is another name',
    (printed) => {
      expect(listUnitsNamed(units, printed, day('2025-01-01'))).toEqual([])
    },
  )

  it('reads the word before the name', () => {
    expect(toNameParts('Thị xã Mường Lay')).toEqual({ key: 'muong lay', kinds: ['town'] })
    expect(toNameParts('Xã Lộc')).toEqual({ key: 'loc', kinds: ['commune'] })
    expect(toNameParts('Bằng Mạc')).toEqual({ key: 'bang mac', kinds: undefined })
  })
})

describe('a code on a day', () => {
  it('names another unit before and after', () => {
    expect(findUnitOn(units, '90001', day('2025-06-30'))?.name).toBe('An Hòa')
    expect(findUnitOn(units, '90001', day('2025-07-01'))?.name).toBe('Thuỵ Hùng')
    expect(findUnitOn(units, '90007', day('2025-07-01'))).toBeUndefined()
  })
})
