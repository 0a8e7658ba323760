import { describe, expect, it } from 'vitest'
import type { PlacesPack } from '../contract.ts'
import { checkPlaces, describeIssue, toPlaceBook } from './pack.ts'
import { day } from './testing.ts'

const good: PlacesPack = {
  pack: { id: 'thu', name: 'Tỉnh Thử', provinceCode: '99', unitsFrom: day('2025-07-01'), source: 'thử' },
  units: {
    source: 'thử',
    units: [
      { code: '99', name: 'Thử', kind: 'province', parent: null, validFrom: null },
      { code: '90001', name: 'An', kind: 'commune' },
    ],
  },
  unitsOld: {
    source: 'thử',
    units: [
      { code: '901', name: 'An', kind: 'rural-district' },
      { code: '90001', name: 'An Thượng', kind: 'commune', parent: '901' },
    ],
  },
  succession: { source: 'thử', on: day('2025-07-01'), rows: [['90001', '90001', 'whole']] },
  routes: [{ code: 'QL.9', name: 'Quốc lộ 9', class: 'national', source: 'thử' }],
  calendar: [],
}
const withUnits = (units: PlacesPack['units']['units']): PlacesPack => ({
  ...good,
  units: { source: 'thử', units: [...good.units.units, ...units] },
})

describe('a pack', () => {
  it('gets the days that its rows leave out', () => {
    expect(checkPlaces(good)).toEqual([])
    const [province, commune, district, older] = toPlaceBook(good).units
    expect(province).toMatchObject({ validFrom: null, validTo: null, parent: null })
    expect(commune).toMatchObject({ validFrom: '2025-07-01', validTo: null, parent: '99' })
    expect(district).toMatchObject({ validFrom: null, validTo: '2025-06-30', parent: '99' })
    expect(older).toMatchObject({ parent: '901', validTo: '2025-06-30' })
  })

  it.each([
    [
      'units.json, mục 2: Xã An (90001): trùng mã',
      withUnits([{ code: '90001', name: 'Khác', kind: 'commune' }]),
    ],
    [
      'units.json, mục 3: Xã Lẻ (90002): không có đơn vị cấp trên mang mã 98',
      withUnits([{ code: '90002', name: 'Lẻ', kind: 'commune', parent: '98' }]),
    ],
    [
      'units.json, mục 3: Xã Lẻ (90002): không có ngày 2025-06-31',
      withUnits([{ code: '90002', name: 'Lẻ', kind: 'commune', validTo: day('2025-06-31') }]),
    ],
    [
      'hết hiệu lực trước',
      withUnits([
        {
          code: '90002',
          name: 'Lẻ',
          kind: 'commune',
          validFrom: day('2025-07-01'),
          validTo: day('2025-01-01'),
        },
      ]),
    ],
    [
      'units.json: Danh mục không có tỉnh mang mã 98',
      { ...good, pack: { ...good.pack, provinceCode: '98' } },
    ],
    [
      'succession.json, mục 1: Kế tục 90009 → 90001: không có đơn vị 90009 ngay trước',
      { ...good, succession: { ...good.succession, rows: [['90009', '90001', 'whole']] } },
    ],
    [
      'không có đơn vị 90009 vào ngày',
      { ...good, succession: { ...good.succession, rows: [['90001', '90009', 'part']] } },
    ],
    [
      'succession.json, mục 2: Kế tục 90001 → 90001: ghi hai lần',
      {
        ...good,
        succession: {
          ...good.succession,
          rows: [
            ['90001', '90001', 'whole'],
            ['90001', '90001', 'part'],
          ],
        },
      },
    ],
    ['routes.json, mục 2: Tuyến QL.9: ghi hai lần', { ...good, routes: [...good.routes, ...good.routes] }],
    [
      'calendar.json, mục 1: Lịch năm 2025: Lễ: không nằm trong năm',
      {
        ...good,
        calendar: [
          {
            year: 2025,
            source: 'thử',
            holidays: [{ name: 'Lễ', from: day('2024-01-01'), to: day('2024-01-01') }],
            makeUpDays: [],
          },
        ],
      },
    ],
  ] as [string, PlacesPack][])('is refused when: %s', (words, pack) => {
    expect(checkPlaces(pack).map(describeIssue).join('\n')).toContain(words)
  })
})
