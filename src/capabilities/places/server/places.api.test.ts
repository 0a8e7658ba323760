import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import { readConfig } from '#platform/server/config.ts'
import type { Database } from '#platform/server/db/db.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { buildApp } from '#platform/server/http/app.ts'
import type { Actor } from '#platform/server/http/endpoint.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import type { PlacesPack } from '../contract.ts'
import { places } from './capability.ts'
import { loadPlaces } from './load-places.ts'
import { idleWorkers } from '#platform/server/workers/testing.ts'

const PROVINCE = '99'
const NOW = '2026-11-21T03:00:00.000Z'
const day = (text: string): PlainDate => text as PlainDate

const pack: PlacesPack = {
  pack: { id: 'thu', name: 'Tỉnh Thử', provinceCode: PROVINCE, unitsFrom: day('2025-07-01'), source: 'thử' },
  units: {
    source: 'thử',
    units: [
      { code: '99', name: 'Thử', kind: 'province', parent: null, validFrom: null },
      { code: '90001', name: 'Thuỵ Hùng', kind: 'commune' },
      { code: '90004', name: 'Hòa Lạc', kind: 'commune' },
      { code: '90010', name: 'Đông Thử', kind: 'ward' },
    ],
  },
  unitsOld: {
    source: 'thử',
    units: [
      { code: '901', name: 'An Hòa', kind: 'rural-district' },
      { code: '90001', name: 'An Hòa', kind: 'township', parent: '901' },
      { code: '90004', name: 'Hoà Lạc', kind: 'commune', parent: '901' },
      { code: '90010', name: '1', kind: 'ward', parent: '901' },
    ],
  },
  succession: {
    source: 'thử',
    on: day('2025-07-01'),
    rows: [
      ['90001', '90001', 'whole'],
      ['90004', '90001', 'part'],
      ['90004', '90004', 'part'],
      ['90010', '90010', 'whole'],
    ],
  },
  routes: [
    { code: 'ĐT.902', name: 'Đường tỉnh 902', class: 'provincial', source: 'thử' },
    { code: 'QL.10', name: 'Quốc lộ 10', class: 'national', source: 'thử' },
    { code: 'QL.9', name: 'Quốc lộ 9', class: 'national', lengthKm: 12.5, source: 'thử' },
  ],
  calendar: [
    {
      year: 2026,
      source: 'thử',
      holidays: [{ name: 'Tết Dương lịch', from: day('2026-01-01'), to: day('2026-01-04') }],
      makeUpDays: [{ on: day('2026-01-10'), insteadOf: day('2026-01-02') }],
    },
  ],
}

const everywhere = { everything: true, agencies: [], areas: [] }
const person = (id: string, ...permissions: string[]): Actor => ({
  id,
  permissions: new Map(permissions.map((permission) => [permission, everywhere])),
  agencies: [],
  areas: [],
})

/** Lan keeps the register, Minh may only read it, a stranger is not signed in. */
const people: Readonly<Record<string, Actor>> = {
  lan: person('lan', 'places.unit.view', 'places.unit.edit'),
  minh: person('minh', 'places.unit.view'),
}

interface Call {
  readonly as?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

describe.each(testDatabases())('places on the $name database', ({ open }) => {
  let database: Database
  let app: Awaited<ReturnType<typeof buildApp>>
  const call = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    { as = 'lan', body, headers }: Call = {},
  ) => {
    const reply = await app.inject({
      method,
      url,
      cookies: { who: as },
      headers: headers ?? {},
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return { status: reply.statusCode, tag: reply.headers['etag'], body: reply.json() }
  }
  const codes = async (url: string): Promise<string[]> =>
    (await call('GET', url)).body.items.map((item: { code: string }) => item.code)

  beforeAll(async () => {
    database = await open()
    const services: Services = {
      config: readConfig({}),
      clock: { now: () => NOW },
      database,
      subscriptions: new Map(),
      log: pino({ level: 'silent' }),
      workers: idleWorkers(),
      filesDir: 'unused',
      province: PROVINCE,
    }
    await inTransaction(
      database.db,
      new Map(),
      { province: PROVINCE, actor: 'system', now: NOW },
      async (tx, append) => await loadPlaces(tx, append, PROVINCE, pack),
    )
    app = await buildApp({
      services,
      capabilities: [places],
      authenticate: async ({ cookies }) => people[cookies['who'] ?? ''],
      webDir: undefined,
    })
  })
  afterAll(async () => {
    await app.close()
    await database.close()
  })

  it('lists the units of today, and of another day', async () => {
    expect(await codes('/api/units')).toEqual(['90010', '90004', '99', '90001'])
    expect(await codes('/api/units?on=2025-06-30&kind=rural-district')).toEqual(['901'])
    expect(await codes('/api/units?on=2025-06-30&parent=901')).toEqual(['90010', '90001', '90004'])
  })

  it('searches without marks, with or without the kind', async () => {
    for (const q of ['hoà lạc', 'Hòa Lạc', 'xa hoa lac', '90004']) {
      expect(await codes(`/api/units?q=${encodeURIComponent(q)}`)).toEqual(['90004'])
    }
    expect(await codes('/api/units?q=an%20hoa')).toEqual([])
    expect(await codes('/api/units?q=an%20hoa&on=2025-06-30')).toEqual(['901', '90001'])
  })

  it('pages', async () => {
    const { body } = await call('GET', '/api/units?page=2&size=3')
    expect(body).toMatchObject({ total: 4, page: 2, size: 3, changes: ['2025-07-01'] })
    expect(body.items).toHaveLength(1)
  })

  it('shows a unit with succession both ways and what else bore its code', async () => {
    const { body } = await call('GET', '/api/units/90001')
    expect(body).toMatchObject({
      fullName: 'Xã Thuỵ Hùng',
      parentName: 'Tỉnh Thử',
      validFrom: '2025-07-01',
      validTo: null,
      successors: [],
      predecessors: [
        { code: '90001', fullName: 'Thị trấn An Hòa', parentName: 'Huyện An Hòa', extent: 'whole' },
        { code: '90004', fullName: 'Xã Hoà Lạc', extent: 'part' },
      ],
      sameCode: [{ fullName: 'Thị trấn An Hòa' }],
    })
    const older = await call('GET', '/api/units/90004?on=2025-06-30')
    expect(older.body.successors.map((heir: { code: string }) => heir.code)).toEqual(['90001', '90004'])
    const district = await call('GET', '/api/units/901')
    expect(district.body.parts).toHaveLength(3)
    expect(district.body.successors.map((heir: { code: string }) => heir.code)).toEqual([
      '90001',
      '90004',
      '90010',
    ])
  })

  it('refuses what is not there and what no calendar has', async () => {
    expect((await call('GET', '/api/units/80000')).body.code).toBe('places.no-unit')
    expect((await call('GET', '/api/units/901?on=2026-01-01')).body.code).toBe('places.no-unit')
    expect((await call('GET', '/api/units?on=2025-02-30')).status).toBe(400)
    expect((await call('GET', '/api/units?kind=village')).status).toBe(400)
    expect((await call('GET', '/api/routes/QL.77')).body.code).toBe('places.no-route')
    expect((await call('GET', '/api/units', { as: 'stranger' })).status).toBe(401)
  })

  it('lists roads from the greatest down, numbers as numbers', async () => {
    expect(await codes('/api/routes')).toEqual(['QL.9', 'QL.10', 'ĐT.902'])
    expect(await codes(`/api/routes?q=${encodeURIComponent('quốc lộ 9')}`)).toEqual(['QL.9'])
    expect(await codes('/api/routes?class=provincial')).toEqual(['ĐT.902'])
  })

  const road = {
    name: 'Đường tỉnh 903',
    class: 'provincial',
    course: 'An Hòa - Hòa Lạc',
    lengthKm: 7,
    validFrom: null,
    validTo: null,
    source: 'QĐ thử',
  }

  it('adds a road once, however often the request arrives', async () => {
    const send = () =>
      call('POST', '/api/routes', {
        body: { code: 'ĐT.903', ...road },
        headers: { 'idempotency-key': 'add-903-once' },
      })
    const [first, again] = [await send(), await send()]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    const other = await call('POST', '/api/routes', {
      body: { code: 'ĐT.903', ...road },
      headers: { 'idempotency-key': 'another-request' },
    })
    expect(other.body.code).toBe('places.route-exists')
  })

  it('lets nobody write over another person, nor a reader write', async () => {
    const path = '/api/routes/QL.9'
    const seen = (await call('GET', path)).tag ?? ''
    const body = { ...road, name: 'Quốc lộ 9 mới', class: 'national' }
    expect((await call('PUT', path, { body })).status).toBe(428)
    expect((await call('PUT', path, { as: 'minh', body, headers: { 'if-match': seen } })).status).toBe(403)
    expect((await call('PUT', path, { body, headers: { 'if-match': seen } })).body.name).toBe('Quốc lộ 9 mới')
    expect((await call('PUT', path, { body, headers: { 'if-match': seen } })).status).toBe(412)
    const wrong = { ...body, validFrom: '2026-02-01', validTo: '2026-01-01' }
    expect((await call('PUT', path, { body: wrong, headers: { 'if-match': '"v2"' } })).body.code).toBe(
      'places.wrong-days',
    )
  })

  it('shows the calendar of a year, and says when nobody has entered it', async () => {
    expect((await call('GET', '/api/calendar')).body).toMatchObject({
      year: 2026,
      years: [2026],
      calendar: { makeUpDays: [{ on: '2026-01-10', insteadOf: '2026-01-02' }], version: 1 },
    })
    expect((await call('GET', '/api/calendar?year=2027')).body).toMatchObject({ calendar: null })
  })

  it('takes the calendar of a new year, never one that contradicts itself', async () => {
    const path = '/api/calendar/2027'
    const holidays = [{ name: 'Tết Dương lịch', from: '2027-01-01', to: '2027-01-01' }]
    const body = { holidays, makeUpDays: [], source: 'Thông báo thử' }
    const bad = { ...body, makeUpDays: [{ on: '2027-01-04', insteadOf: '2027-01-01' }] }
    const headers = { 'if-match': '"v0"' }
    expect((await call('PUT', path, { body: bad, headers })).body.code).toBe('places.wrong-calendar')
    expect((await call('PUT', path, { body, headers })).body.calendar.holidays).toEqual(holidays)
    expect((await call('PUT', path, { body, headers })).status).toBe(412)
    expect((await call('PUT', path, { body, headers: { 'if-match': '"v1"' } })).status).toBe(200)
    expect((await call('GET', '/api/calendar?year=2027')).body.calendar.version).toBe(2)
  })

  it('leaves nothing of a pack that contradicts itself', async () => {
    const broken = { ...pack, routes: [...pack.routes, ...pack.routes.slice(0, 1)] }
    await expect(
      inTransaction(
        database.db,
        new Map(),
        { province: '98', actor: 'system', now: NOW },
        async (tx, append) => await loadPlaces(tx, append, '98', broken),
      ),
    ).rejects.toMatchObject({ kind: { code: 'places.wrong-pack' } })
  })
})
