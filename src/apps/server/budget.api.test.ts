import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  Budget,
  BudgetLineDetail,
  NewBudgetLine,
} from '#capabilities/programmes/domain/budget-schemas.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { acceptAll, duties, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type Call, type TestServer } from './testing.ts'

const TODAY = '2026-11-21'
const note = 'Quyết định giao dự toán số 12/QĐ-UBND'
const line = (over: Partial<NewBudgetLine> = {}): NewBudgetLine => ({
  item: null,
  place: 'III.2',
  what: 'Xử lý điểm đen trên quốc lộ',
  agency: 'so-xay-dung',
  source: 'province',
  estimate: { amount: 1_500_000_000, on: '2026-01-20', note },
  ...over,
})

describe.each(testDatabases())('the money of a plan on the $name database', (database) => {
  let server: TestServer
  let plan = ''
  let first: BudgetLineDetail
  beforeAll(async () => {
    server = await startTestServer(database)
    const document = await takeIn(server, planText(duties))
    await acceptAll(server, document)
    await server.work()
    plan = (await get(`/api/programmes?document=${document}`)).body.items[0].id
  })
  afterAll(() => server.close())

  const get = async (url: string, as: Call['as'] = 'lan') => await server.call('GET', url, { as })
  const see = async (as: Call['as'] = 'lan'): Promise<Budget> =>
    (await get(`/api/programmes/${plan}/budget`, as)).body
  const add = async (body: object, call: Call = {}) =>
    await server.call('POST', `/api/programmes/${plan}/budget`, { body, ...call })
  const enter = async (over: object, call: Call = {}) =>
    await server.call('POST', `/api/budget/${first.id}/entries`, {
      body: {
        kind: 'allocated',
        amount: 1_000_000_000,
        on: TODAY,
        note: 'Cấp đợt 1',
        reverses: null,
        ...over,
      },
      ...call,
    })
  const codeOf = (reply: { status: number; body: { code?: string } }) => [reply.status, reply.body.code]

  it('begins with nothing', async () => {
    expect(await see()).toMatchObject({
      lines: [],
      totals: { estimate: 0, allocated: 0, spent: 0 },
      mayEdit: true,
    })
  })

  it('is kept line by line, with the task that it is for', async () => {
    const task = (await get(`/api/programmes/${plan}/tasks`)).body.items[1]
    const sent = await add(line({ item: task.id }))
    expect(sent.status).toBe(201)
    first = sent.body
    expect(first).toMatchObject({ itemText: task.text, agencyName: 'Sở Xây dựng tỉnh Mẫu', version: 1 })
    expect(first.sums).toEqual({ estimate: 1_500_000_000, allocated: 0, spent: 0 })
    expect((await add(line({ place: 'III.1', agency: 'cong-an-tinh', source: 'central' }))).status).toBe(201)
    expect((await add(line({ place: 'IV', agency: null, source: 'social', estimate: null }))).status).toBe(
      201,
    )
  })

  it('adds up to one total by agency, by source and by section', async () => {
    const { totals, byAgency, bySource, bySection } = await see()
    expect(totals).toEqual({ estimate: 3_000_000_000, allocated: 0, spent: 0 })
    for (const parts of [byAgency, bySource, bySection])
      expect(parts.reduce((sum, part) => sum + part.sums.estimate, 0)).toBe(3_000_000_000)
    expect(bySource.map(({ label }) => label)).toEqual([
      'Ngân sách trung ương',
      'Ngân sách tỉnh',
      'Xã hội hóa',
    ])
    expect(byAgency.map(({ label }) => label).at(-1)).toBe('Chưa rõ cơ quan')
    expect(bySection.map(({ key }) => key)).toEqual(['III', 'IV'])
  })

  it('keeps each entry with its day and note, and marks what is to be looked at', async () => {
    expect((await enter({})).body.sums.allocated).toBe(1_000_000_000)
    const spent = await enter({ kind: 'spent', amount: 1_200_000_001, note: 'Thanh toán khối lượng' })
    expect(spent.body.marks).toEqual([
      { mark: 'spent-over-allocated', words: 'Chi vượt số đã cấp 200.000.001 đồng' },
    ])
    expect(spent.body.entries.map((one: { kind: string }) => one.kind)).toEqual([
      'spent',
      'allocated',
      'estimate',
    ])
  })

  it('takes an entry back by its opposite, once', async () => {
    const { entries } = (await get(`/api/budget/${first.id}`)).body as BudgetLineDetail
    const wrong = entries.find(({ kind }) => kind === 'spent')
    const back = { kind: 'spent', amount: -1_200_000_001, note: 'Ghi nhầm khoản', reverses: wrong?.id }
    expect(codeOf(await enter({ ...back, amount: -1 }))).toEqual([422, 'budget.not-the-opposite'])
    expect(codeOf(await enter({ ...back, kind: 'estimate' }))).toEqual([422, 'budget.not-the-opposite'])
    const done = await enter(back)
    expect([done.status, done.body.sums.spent]).toEqual([201, 0])
    expect(done.body.entries.filter((one: { isReversed: boolean }) => one.isReversed)).toHaveLength(1)
    expect(codeOf(await enter(back))).toEqual([409, 'budget.reversed-already'])
  })

  it.each<[string, object, number, string]>([
    ['of nothing', { amount: 0 }, 422, 'budget.zero'],
    ['that takes more away than there is', { amount: -1_000_000_001 }, 422, 'budget.below-zero'],
    ['of a day that is not in the calendar', { on: '2026-02-30' }, 422, 'budget.impossible-day'],
    ['of tomorrow', { on: '2026-11-22' }, 422, 'budget.impossible-day'],
  ])('takes no entry %s', async (_, body, status, code) => {
    expect(codeOf(await enter(body))).toEqual([status, code])
  })

  it.each([
    { amount: 1.5 },
    { amount: '1' },
    { amount: 1e15 },
    { kind: 'gift' },
    { note: '' },
    { by: 'lan' },
  ])('takes no entry like %j', async (body) => {
    expect((await enter(body)).status).toBe(400)
  })

  it('adds a line that is sent twice once', async () => {
    const body = line({ place: 'V', what: 'Tuyên truyền' })
    const key = 'khoan-chi-gui-hai-lan'
    const [one, two] = [await add(body, { key }), await add(body, { key })]
    expect([one.status, two.body.id]).toEqual([201, one.body.id])
    expect((await see()).lines).toHaveLength(4)
  })

  it('lets a line be changed by who saw it as it is', async () => {
    const edit = async (body: object, version: number) =>
      await server.call('PATCH', `/api/budget/${first.id}`, { body, version })
    const done = await edit({ source: 'commune', what: 'Xử lý hai điểm đen' }, 1)
    expect([done.status, done.version, done.body.source]).toEqual([200, 2, 'commune'])
    expect((await edit({ source: 'other' }, 1)).status).toBe(412)
    expect((await edit({}, 2)).status).toBe(400)
    expect(codeOf(await edit({ agency: 'khong-co' }, 2))).toEqual([422, 'programmes.agency-unknown'])
    expect(codeOf(await edit({ item: first.programme }, 2))).toEqual([422, 'budget.task-unknown'])
  })

  it('is seen by an agency as far as it is its own, changed by the office alone', async () => {
    const own = await see('thao')
    expect(own).toMatchObject({ isOwnOnly: true, mayEdit: false })
    expect(new Set(own.lines.map(({ agency }) => agency))).toEqual(new Set(['so-xay-dung']))
    expect(own.totals.estimate).toBe(3_000_000_000)
    expect((await get(`/api/budget/${first.id}`, 'thao')).status).toBe(200)
    expect((await get(`/api/budget/${first.id}`, 'minh')).status).toBe(404)
    expect(await see('mai')).toMatchObject({ isOwnOnly: false, mayEdit: false })
    expect((await add(line(), { as: 'thao' })).status).toBe(403)
    expect((await enter({}, { as: 'mai' })).status).toBe(403)
    expect((await get(`/api/programmes/${plan}/budget`, 'hoa')).status).toBe(403)
  })

  it('ends a line with a reason; then nothing is added to it', async () => {
    const end = async (version: number) =>
      await server.call('POST', `/api/budget/${first.id}/end`, {
        body: { reason: 'Không còn thực hiện.' },
        version,
      })
    expect((await end(1)).status).toBe(412)
    expect((await end(2)).body.endedReason).toBe('Không còn thực hiện.')
    expect(codeOf(await enter({}))).toEqual([409, 'budget.ended'])
    expect((await see()).lines.map(({ id }) => id)).not.toContain(first.id)
  })

  it('is handed over as a spreadsheet', async () => {
    const { status, bytes } = await get(`/api/programmes/${plan}/budget.xlsx`)
    expect([status, bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  it('leaves a journal that holds', async () => {
    const { db } = server.services.database
    expect((await verifyJournal(db, 'tinh-mau')).faults).toEqual([])
  })
})
