import { describe, expect, it } from 'vitest'
import { findRoute, searchRoutes, toRouteKey, type Route } from './route.ts'

const route = (code: string, name: string, kind: Route['class'], course: string | null = null): Route => ({
  code,
  name,
  class: kind,
  course,
  lengthKm: null,
  validFrom: null,
  validTo: null,
  source: null,
})
const routes = [
  route('CT.90', 'Cao tốc Mẫu - Biên Giang', 'expressway'),
  route('QL.9A', 'Quốc lộ 9A', 'national', 'Cửa khẩu Biên Giang - Đông Mẫu'),
  route('QL.9', 'Quốc lộ 9', 'national'),
  route('ĐT.902', 'Đường tỉnh 902', 'provincial'),
]
const codes = (found: readonly Route[]): string[] => found.map((one) => one.code)

describe('the printed names of roads', () => {
  it.each([
    ['QL.9A', 'QL.9A'],
    ['QL9A', 'QL.9A'],
    ['quốc lộ 9a', 'QL.9A'],
    ['QL 9', 'QL.9'],
    ['ĐT902', 'ĐT.902'],
    ['TL 902', 'ĐT.902'],
    ['tỉnh lộ 902', 'ĐT.902'],
    ['đường tỉnh 902', 'ĐT.902'],
    ['cao tốc Mẫu – Biên Giang', 'CT.90'],
  ])('%s is %s', (printed, code) => {
    expect(findRoute(routes, printed)?.code).toBe(code)
  })

  it.each(['QL.99', 'QL', '9', 'đường 902', '', 'Mẫu - Biên Giang'])('“%s” is none of them', (printed) => {
    expect(findRoute(routes, printed)).toBeUndefined()
  })

  it('keeps letters of the number apart', () => {
    expect(toRouteKey('QL.4A')).not.toBe(toRouteKey('QL.4B'))
  })
})

describe('searching roads', () => {
  it.each([
    ['ql 9', ['QL.9A', 'QL.9']],
    ['bien giang', ['CT.90', 'QL.9A']],
    ['902', ['ĐT.902']],
    ['không có', []],
  ])('%s', (typed, found) => {
    expect(codes(searchRoutes(routes, typed))).toEqual(found)
  })
})
