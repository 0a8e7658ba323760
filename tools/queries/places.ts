import * as routeStore from '#capabilities/places/server/route-store.ts'
import * as store from '#capabilities/places/server/store.ts'
import { show, type ShownStore } from './examples.ts'
import { PROVINCE, TODAY } from './values.ts'

const route = {
  name: 'Quốc lộ 4B',
  class: 'national',
  course: 'Lạng Sơn – Quảng Ninh',
  lengthKm: 80,
  validFrom: null,
  validTo: null,
  source: 'Bộ Xây dựng',
} as const

const calendar = {
  year: 2026,
  source: 'Bộ Nội vụ',
  holidays: [{ name: 'Quốc khánh', from: TODAY, to: TODAY }],
  makeUpDays: [{ on: TODAY, insteadOf: TODAY }],
}

export const placeStores: readonly ShownStore[] = [
  show('places/server/route-store.ts', routeStore, {
    listRoutes: [PROVINCE],
    findRouteByCode: [PROVINCE, 'ql-4b'],
    insertRoute: [PROVINCE, { code: 'ql-4b', ...route }],
    updateRoute: [PROVINCE, 'ql-4b', route, 1],
  }),
  show('places/server/store.ts', store, {
    listUnits: [PROVINCE],
    listSuccession: [PROVINCE],
    insertPlaces: [
      PROVINCE,
      {
        units: [
          {
            code: '06001',
            name: 'Đông Hoà',
            kind: 'ward',
            parent: null,
            validFrom: TODAY,
            validTo: null,
            source: 'Nghị quyết',
          },
        ],
        succession: [{ old: '05001', new: '06001', extent: 'whole', on: TODAY, source: 'Nghị quyết' }],
      },
    ],
    listCalendarYears: [PROVINCE],
    findCalendar: [PROVINCE, 2026],
    listCalendars: {
      'of one year': { given: [PROVINCE], answers: [[{ year: 2026 }], [{ year: 2026 }], [], []] },
    },
    saveCalendar: {
      'a new year': { given: [PROVINCE, calendar, 0] },
      'a year that is there': { given: [PROVINCE, calendar, 1] },
    },
  }),
]
