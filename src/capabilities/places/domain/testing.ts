import type { PlainDate } from '#kernel/plain-date.ts'
import type { PlaceBook, Succession } from './succession.ts'
import type { Unit, UnitKind } from './unit.ts'

export const day = (text: string): PlainDate => text as PlainDate

const LAST = day('2025-06-30')
const FIRST = day('2025-07-01')

const stood = (code: string, name: string, kind: UnitKind, parent: string | null): Unit => ({
  code,
  name,
  kind,
  parent,
  validFrom: null,
  validTo: LAST,
  source: null,
})
const stands = (code: string, name: string, kind: UnitKind, parent: string | null): Unit => ({
  ...stood(code, name, kind, parent),
  validFrom: FIRST,
  validTo: null,
})
const became = (old: string, next: string, extent: Succession['extent'] = 'whole'): Succession => ({
  old,
  new: next,
  extent,
  on: FIRST,
  source: null,
})

/** A small invented province: one district and a town give way to three communes; one code is used twice. */
export const smallBook: PlaceBook = {
  units: [
    { ...stands('99', 'Mẫu', 'province', null), validFrom: null },
    stood('901', 'An Hòa', 'rural-district', '99'),
    stood('902', 'Mẫu', 'provincial-city', '99'),
    stood('90001', 'An Hòa', 'township', '901'),
    stood('90004', 'Hoà Lạc', 'commune', '901'),
    stood('90007', 'Quý Hòa', 'commune', '901'),
    stood('90010', '1', 'ward', '902'),
    stands('90001', 'Thuỵ Hùng', 'commune', '99'),
    stands('90004', 'Hòa Lạc', 'commune', '99'),
    stands('90010', 'Đông Mẫu', 'ward', '99'),
  ],
  succession: [
    became('90001', '90001'),
    became('90007', '90001', 'part'),
    became('90007', '90004', 'part'),
    became('90004', '90004'),
    became('90010', '90010'),
  ],
}
