import { describe, expect, it } from 'vitest'
import { convertNational, toKindAndName } from './convert.ts'
import { day } from './testing.ts'

const lists = {
  current: {
    asOf: '2026-01-01',
    provinces: [
      { code: '90', name: 'Tỉnh Mẫu' },
      { code: '91', name: 'Tỉnh Bên' },
    ],
    units: [
      { code: '90001', name: 'Xã An Hoà', type: 'Xã', province: '90' },
      { code: '90002', name: 'Đặc khu Đảo Mẫu', type: 'Đặc khu', province: '90' },
      { code: '91001', name: 'Xã Bên', type: 'Xã', province: '91' },
    ],
  },
  old: {
    asOf: '2025-01-01',
    provinces: [
      { code: '90', name: 'Tỉnh Mẫu' },
      { code: '89', name: 'Tỉnh Cũ' },
      { code: '91', name: 'Tỉnh Bên' },
    ],
    districts: [
      { code: '901', name: 'Huyện An', province: '90' },
      { code: '891', name: 'Thị xã Cũ', province: '89' },
      { code: '911', name: 'Huyện Bên', province: '91' },
    ],
    communes: [
      { code: '90001', name: 'Thị trấn An', type: 'Thị trấn', district: '901' },
      { code: '89001', name: 'Phường Đảo', type: 'Phường', district: '891' },
      { code: '91001', name: 'Xã Bên', type: 'Xã', district: '911' },
    ],
  },
  succession: {
    source: 'danh mục thử',
    rows: [
      ['90001', '90001', 'whole'],
      ['89001', '90002', 'whole'],
      ['91001', '91001', 'unchanged'],
    ] as [string, string, string][],
  },
}
const on = day('2025-07-01')

describe('cutting a province out of the national lists', () => {
  it('takes what became of it, other provinces that joined included', () => {
    const cut = convertNational('90', on, lists)
    expect(cut?.issues).toEqual([])
    expect(cut?.units.units.map((row) => `${row.code} ${row.kind} ${row.name}`)).toEqual([
      '90 province Mẫu',
      '90001 commune An Hoà',
      '90002 special-zone Đảo Mẫu',
    ])
    expect(cut?.unitsOld.units.map((row) => row.code)).toEqual(['90', '89', '901', '891', '90001', '89001'])
    expect(cut?.succession.rows).toEqual([
      ['90', '90', 'whole'],
      ['89', '90', 'whole'],
      ['90001', '90001', 'whole'],
      ['89001', '90002', 'whole'],
    ])
  })

  it('leaves a province alone that took nobody in', () => {
    const cut = convertNational('91', on, lists)
    expect(cut?.units.units[0]).toMatchObject({ code: '91', validFrom: null })
    expect(cut?.succession.rows).toEqual([['91001', '91001', 'whole']])
  })

  it('finds no province of an unknown code', () => {
    expect(convertNational('55', on, lists)).toBeUndefined()
  })

  it('says what does not fit and guesses nothing', () => {
    const cut = convertNational('90', on, {
      ...lists,
      current: {
        ...lists.current,
        units: [...lists.current.units, { code: '90003', name: 'Làng Lạ', type: 'Làng', province: '90' }],
      },
      succession: {
        ...lists.succession,
        rows: [
          ['90001', '90001', 'whole'],
          ['89999', '90002', 'part'],
          ['90001', '90002', 'perhaps'],
        ],
      },
    })
    const said = cut?.issues.join('\n') ?? ''
    expect(said).toContain('“Làng Lạ” không mở đầu bằng loại')
    expect(said).toContain('89999 → 90002: danh mục cũ không có mã 89999')
    expect(said).toContain('90001 → 90002: không hiểu “perhaps”')
    expect(said).toContain('Làng Lạ (90003) không rõ hình thành')
    expect(cut?.succession.rows).toEqual([['90001', '90001', 'whole']])
  })

  it.each([
    ['Thành phố Huế', 'province', { kind: 'central-city', name: 'Huế' }],
    ['Thành phố Lạng Sơn', 'district', { kind: 'provincial-city', name: 'Lạng Sơn' }],
    ['Thị xã Mường Lay', 'district', { kind: 'town', name: 'Mường Lay' }],
    ['Thị  trấn Na Sầm', 'commune', { kind: 'township', name: 'Na Sầm' }],
    ['Phường 1', 'commune', { kind: 'ward', name: '1' }],
    ['Bằng Mạc', 'commune', undefined],
    ['Huyện Chi Lăng', 'commune', undefined],
  ] as const)('%s of the tier %s', (printed, tier, expected) => {
    expect(toKindAndName(printed, tier)).toEqual(expected)
  })
})
