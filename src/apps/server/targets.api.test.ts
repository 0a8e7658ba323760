import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  FollowedTarget,
  TargetDetail,
  TargetPage,
} from '#capabilities/programmes/domain/targets-schemas.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { acceptAll, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type Call, type TestServer } from './testing.ts'

const duty =
  'Công an tỉnh chủ trì tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ trước ngày 30/6/2026.'
// "Phấn đấu giảm ít nhất 5% số người chết vì tai nạn giao thông so với năm 2025", and in the other plan 10 %.
const province = planText([duty])
const commune = planText([duty], {
  number: '20/KH-UBND',
  subject: 'An toàn giao thông năm 2026 trên đường nông thôn',
}).replace('ít nhất 5%', 'ít nhất 10%')

// The clock of the test server stands on 21 November 2026: within the administrative month of December.
describe.each(testDatabases())('targets on the $name database', (database) => {
  let server: TestServer
  let own = ''
  let other = ''
  beforeAll(async () => {
    server = await startTestServer(database)
    const plans: string[] = []
    for (const [text, name] of [
      [province, 'tinh.txt'],
      [commune, 'xa.txt'],
    ] as const) {
      const document = await takeIn(server, text, name)
      await acceptAll(server, document)
      await server.work()
      plans.push((await get(`/api/programmes?document=${document}`)).body.items[0].id as string)
    }
    const { items } = await list()
    own = items.find((one) => one.programme === plans[0])?.id ?? ''
    other = items.find((one) => one.programme === plans[1])?.id ?? ''
  })
  afterAll(() => server.close())

  const get = async (url: string, as: Call['as'] = 'lan') => await server.call('GET', url, { as })
  const list = async (query = '', as: Call['as'] = 'lan'): Promise<TargetPage> =>
    (await get(`/api/targets${query}`, as)).body
  const see = async (id = own, as: Call['as'] = 'lan'): Promise<TargetDetail> =>
    (await get(`/api/targets/${id}`, as)).body
  const enter = async (over: object, call: Call = {}, id = own) =>
    await server.call('POST', `/api/targets/${id}/figures`, {
      body: {
        period: 'administrative-month:2026-M01',
        value: 9,
        isMet: null,
        source: 'Báo cáo của Công an tỉnh',
        note: null,
        corrects: null,
        ...over,
      },
      ...call,
    })
  const codeOf = (reply: { status: number; body: { code?: string } }) => [reply.status, reply.body.code]

  it('of all plans are listed, those that do not agree side by side', async () => {
    const page = await list()
    expect(page).toMatchObject({ total: 2, counts: { unknown: 2 } })
    expect(page.items.map((one: FollowedTarget) => [one.state, one.isDisputed])).toEqual([
      ['unknown', true],
      ['unknown', true],
    ])
    expect(page.groups).toMatchObject([{ kind: 'levels', targets: [{}, {}] }])
    expect((await list('?q=nguoi chet&year=2026&state=unknown&disputed=yes')).total).toBe(2)
    expect(await list(`?programme=${page.items[0]?.programme}`)).toMatchObject({ total: 1 })
  })

  it.each(['?year=2025', '?state=reached', '?agency=so-y-te', '?q=khong%20co'])(
    'are not listed by %s',
    async (query) => {
      expect((await list(query)).items).toEqual([])
    },
  )

  it.each(['?state=good', '?year=26', '?unknown=1', '?disputed=no'])(
    'are not asked for by %s',
    async (query) => {
      expect((await get(`/api/targets${query}`)).status).toBe(400)
    },
  )

  it('are judged by the year before and the months that have passed', async () => {
    expect((await enter({ period: 'administrative-year:2025', value: 120 })).status).toBe(201)
    expect((await enter({})).status).toBe(201)
    // 120 × 95 % over twelve months: 9.5 a month.
    expect(await see()).toMatchObject({
      state: 'on-track',
      reached: 9,
      wanted: 9.5,
      goal: 114,
      side: 'ceiling',
    })
    expect((await enter({ period: 'administrative-month:2026-M02', value: 11 })).status).toBe(201)
    const seen = await see()
    expect(seen).toMatchObject({ state: 'off-track', reached: 20, wanted: 19 })
    expect(seen.why).toContain('Lũy kế đến hết tháng 2/2026 là 20')
    expect(seen.points).toHaveLength(12)
  })

  it('keep every figure: a correction stands before it, with its reason', async () => {
    const wrong = (await see()).entries.find((one) => one.period.endsWith('M02'))
    const fix = {
      period: 'administrative-month:2026-M02',
      value: 10,
      corrects: wrong?.id,
      note: 'Cộng nhầm một người.',
    }
    expect((await enter(fix)).status).toBe(201)
    const { state, entries } = await see()
    expect(state).toBe('on-track')
    expect(
      entries.filter((one) => one.period.endsWith('M02')).map((one) => [one.value, one.isCurrent]),
    ).toEqual([
      [10, true],
      [11, false],
    ])
    // Somebody who still sees the first one does not correct the second.
    expect(codeOf(await enter({ ...fix, value: 12 }))).toEqual([409, 'targets.entered-meanwhile'])
    expect(codeOf(await enter({ ...fix, corrects: null }))).toEqual([409, 'targets.entered-meanwhile'])
  })

  it('let a figure be taken back', async () => {
    const sent = await enter({ period: 'administrative-month:2026-M03', value: 99 })
    const back = { period: 'administrative-month:2026-M03', value: null, corrects: sent.body.id }
    expect(codeOf(await enter(back))).toEqual([422, 'targets.note-needed'])
    expect((await enter({ ...back, note: 'Nhập nhầm kỳ.' })).status).toBe(201)
    expect(await see()).toMatchObject({ state: 'on-track', reached: 19 })
  })

  it('answer a figure that is sent twice once', async () => {
    const body = { period: 'administrative-month:2026-M04', value: 1 }
    const [first, again] = [
      await enter(body, { key: 'gui-mot-lan-0001' }),
      await enter(body, { key: 'gui-mot-lan-0001' }),
    ]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
  })

  it.each<[string, object, number, string]>([
    [
      'of a period that no year has',
      { period: 'administrative-month:2026-M13' },
      422,
      'targets.impossible-period',
    ],
    ['of another rhythm', { period: 'month:2026-M05' }, 422, 'targets.other-rhythm'],
    ['of a period to come', { period: 'administrative-month:2027-M02' }, 422, 'targets.future-period'],
    [
      'without a number',
      { period: 'administrative-month:2026-M06', value: null },
      422,
      'targets.number-needed',
    ],
    [
      'in words',
      { period: 'administrative-month:2026-M06', value: null, isMet: true },
      422,
      'targets.number-needed',
    ],
  ])('take no figure %s', async (_, body, status, code) => {
    expect(codeOf(await enter(body))).toEqual([status, code])
  })

  it.each([{ source: '' }, { value: '9' }, { period: 'tháng 3' }, { by: 'lan' }, { value: 1e13 }])(
    'take no %j',
    async (body) => {
      expect((await enter({ period: 'administrative-month:2026-M06', ...body })).status).toBe(400)
    },
  )

  it('are fed by the agency that is asked, and by no other', async () => {
    const way = { rhythm: 'administrative-month', measure: 'sum', reading: null, agency: 'cong-an-tinh' }
    const set = async (body: object, version: number, as: Call['as'] = 'lan') =>
      await server.call('PATCH', `/api/targets/${own}`, { as, body, version })
    const period = 'administrative-month:2026-M05'
    expect(codeOf(await enter({ period }, { as: 'minh' }))).toEqual([403, 'targets.not-asked'])
    expect((await get(`/api/targets/${own}`)).version).toBe(0)
    expect((await set(way, 0, 'minh')).status).toBe(403)
    expect(codeOf(await set({ ...way, agency: 'khong-co' }, 0))).toEqual([422, 'programmes.agency-unknown'])
    const done = await set(way, 0)
    expect([done.status, done.version, done.body.agencyName]).toEqual([200, 1, 'Công an tỉnh Mẫu'])
    expect((await set(way, 0)).status).toBe(412)
    const sent = await enter({ period }, { as: 'minh' })
    expect(sent.body).toMatchObject({ agency: 'cong-an-tinh', agencyName: 'Công an tỉnh Mẫu' })
    expect((await enter({ period }, { as: 'thao' })).status).toBe(403)
    expect((await list('?agency=cong-an-tinh')).total).toBe(1)
  })

  it('are seen by all who see plans; who may what is said', async () => {
    expect(await see(own, 'minh')).toMatchObject({ mayEnter: true, mayManage: false })
    expect(await see(other, 'minh')).toMatchObject({ mayEnter: false, mayManage: false })
    expect(await see(own, 'mai')).toMatchObject({ mayEnter: false, mayManage: false })
    expect(await see()).toMatchObject({ mayEnter: true, mayManage: true })
    expect((await get('/api/targets', 'hoa')).status).toBe(403)
    expect((await enter({}, { as: 'mai' })).status).toBe(403)
    expect((await get('/api/targets/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })

  it('keep figures of another rhythm, but count them no longer', async () => {
    const { version = 0 } = await get(`/api/targets/${own}`)
    const way = { rhythm: 'quarter', measure: 'sum', reading: null, agency: null }
    expect((await server.call('PATCH', `/api/targets/${own}`, { body: way, version })).status).toBe(200)
    const { state, entries } = await see()
    expect(state).toBe('unknown')
    expect(new Set(entries.map((one) => one.isCounted))).toEqual(new Set([false]))
  })

  it('are handed over as spreadsheets', async () => {
    for (const url of ['/api/targets/export.xlsx', `/api/targets/${own}/export.xlsx`]) {
      const { status, bytes } = await get(url)
      expect([status, bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    }
  })

  it('leave a journal that holds', async () => {
    const { db } = server.services.database
    expect((await verifyJournal(db, 'tinh-mau')).faults).toEqual([])
  })
})
